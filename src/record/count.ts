/**
 * Records → figures: every measure of a definition for every month, quarter, half year and year that is covered.
 *
 *   definition → series (what is counted on which day) → one query for all series of one day → months
 *   months → periods: flows add up; what stands is all that has begun less all that has ended
 */
import type { Engine } from '../engine/engine.ts';
import { identifier } from '../engine/literal.ts';
import type { Temporal } from '../model/catalogue.ts';
import {
  columnsNeeded,
  type RecordDefinition,
  type RecordMeasure,
} from '../model/record/definition.ts';
import type { Period } from '../model/time/period.ts';
import { filterSql } from './condition.ts';
import { type Coverage, periodsIn } from './coverage.ts';
import { standingOf } from './interval.ts';

/** One figure that records give; `category` is empty for all of them together. */
export interface Counted {
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly value: number;
}

export interface Counting {
  /** A table as `typed.ts` makes it. */
  readonly table: string;
  readonly definition: RecordDefinition;
  /** Columns that can be counted by; measures that need others are not counted. */
  readonly present: ReadonlySet<string>;
  readonly coverage: Coverage;
  /** Whether records from before the coverage are in the file: without them nothing is known of its first opening. */
  readonly hasEarlier: boolean;
  readonly temporalOf: (measure: string) => Temporal;
}

/** What is counted by the month of one day. */
interface Series {
  /** SQL of a DATE. */
  readonly day: string;
  readonly where: string;
  /** SQL of what a record adds; '1' where records are counted. */
  readonly adds: string;
}

/** Values by unit, category ('' for records without one) and month. */
type Months = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;

/** @throws {EngineError} */
export async function countRecords(
  engine: Engine,
  counting: Counting,
  signal?: AbortSignal,
): Promise<Counted[]> {
  const { definition, present, temporalOf } = counting;
  const measures = definition.measures.filter((measure) =>
    columnsNeeded(measure, definition.columns).every((column) => present.has(column)),
  );
  const plans = measures.map((measure) => planOf(measure, temporalOf(measure.measure), definition));
  const months = await countSeries(
    engine,
    counting,
    plans.flatMap(({ series }) => series),
    signal,
  );
  const units = await unitsIn(engine, counting.table, signal);
  return plans.flatMap((plan) => figuresOf(plan, months, units, counting));
}

interface Plan {
  readonly measure: RecordMeasure;
  readonly temporal: Temporal;
  readonly flow: Series | null;
  readonly enter: Series | null;
  readonly leave: Series | null;
  readonly series: readonly Series[];
}

function planOf(measure: RecordMeasure, temporal: Temporal, { columns }: RecordDefinition): Plan {
  const adds = measure.value === '' ? '1' : identifier(measure.value);
  const stands = temporal === 'stock' || temporal === 'opening' || temporal === 'load';
  const { enter: begin, leave: end, where } = standingOf(measure, columns);
  const filter = temporal === 'load' ? 'TRUE' : filterSql(measure.filter, columns);
  const flow =
    !stands || temporal === 'load' ? { day: identifier(measure.event), where: filter, adds } : null;
  const enter = stands ? { day: begin, where, adds } : null;
  const leave = stands ? { day: end, where, adds } : null;
  const series = [flow, enter, leave].filter((item) => item !== null);
  return { measure, temporal, flow, enter, leave, series };
}

/** All series of one day in one query, for each way of splitting that a measure asks for. */
async function countSeries(
  engine: Engine,
  { table, definition, present }: Counting,
  series: readonly Series[],
  signal?: AbortSignal,
): Promise<Map<Series, Months>> {
  const found = new Map<Series, Months>();
  const split = splitOf(definition, present);
  for (const day of new Set(series.map((item) => item.day))) {
    const own = series.filter((item) => item.day === day);
    const values = own.map(
      ({ where, adds }, at) =>
        `coalesce(sum(${adds}) FILTER (WHERE ${where}), 0)::DOUBLE AS v${at}`,
    );
    const rows = await engine.rows(
      `SELECT unit, ${split ? `coalesce(${identifier(split)}, '')` : "''"} AS category,
         year(${day}) * 12 + month(${day}) - 1 AS m, ${values.join(', ')}
       FROM ${identifier(table)} WHERE unit IS NOT NULL AND ${day} IS NOT NULL GROUP BY ALL`,
      [],
      signal,
    );
    for (const [at, item] of own.entries()) found.set(item, monthsOf(rows, `v${at}`));
  }
  return found;
}

/** The column that figures are split by; a definition has one at most. */
function splitOf({ measures }: RecordDefinition, present: ReadonlySet<string>): string | null {
  return measures.find(({ breakdown }) => present.has(breakdown))?.breakdown ?? null;
}

function monthsOf(rows: readonly Record<string, unknown>[], value: string): Months {
  const all = new Map<string, Map<string, Map<string, number>>>();
  for (const row of rows) {
    const units = all.get(String(row.unit)) ?? new Map<string, Map<string, number>>();
    const months = units.get(String(row.category)) ?? new Map<string, number>();
    const number = Number(row.m);
    const month = `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
    months.set(month, Number(row[value]));
    units.set(String(row.category), months);
    all.set(String(row.unit), units);
  }
  return all;
}

async function unitsIn(engine: Engine, table: string, signal?: AbortSignal): Promise<string[]> {
  const rows = await engine.rows<{ unit: string }>(
    `SELECT DISTINCT unit FROM ${identifier(table)} WHERE unit IS NOT NULL ORDER BY unit`,
    [],
    signal,
  );
  return rows.map(({ unit }) => unit);
}

/** One measure of every unit in the file: 0 where none of its records fits, for then the number is known. */
function figuresOf(
  plan: Plan,
  months: ReadonlyMap<Series, Months>,
  units: readonly string[],
  counting: Counting,
): Counted[] {
  const { measure } = plan.measure;
  const column = counting.definition.columns.find((c) => c.column === plan.measure.breakdown);
  const isSplit = column !== undefined && counting.present.has(column.column);
  const periods = periodsOf(counting, plan.temporal);
  return units.flatMap((unit) => {
    const of = (series: Series | null) => (series && months.get(series)?.get(unit)) ?? new Map();
    const parts = [of(plan.flow), of(plan.enter), of(plan.leave)] as const;
    const categories = new Set(parts.flatMap((part) => [...part.keys()]));
    const wholes = periods.map(({ code }) => ({ code, value: 0 }));
    const split = [...categories].flatMap((category) => {
      const own = parts.map((part) => part.get(category) ?? new Map<string, number>());
      const [flow, enter, leave] = own as [Sums, Sums, Sums];
      return periods.flatMap((period, at) => {
        const value = amountIn(plan.temporal, period, flow, enter, leave);
        const whole = wholes[at];
        if (whole) whole.value += value;
        if (!isSplit || category === '' || value === 0) return [];
        const { breakdown } = column;
        return [{ unit, period: period.code, measure, breakdown, category, value }];
      });
    });
    const all = wholes.map(({ code, value }) => ({
      ...{ unit, period: code, measure, value },
      breakdown: '',
      category: '',
    }));
    return [...all, ...split];
  });
}

/** Of one unit and category, by month. */
type Sums = ReadonlyMap<string, number>;

function amountIn(
  temporal: Temporal,
  period: Period,
  flow: Sums,
  enter: Sums,
  leave: Sums,
): number {
  const [first, last] = [period.start.slice(0, 7), period.end.slice(0, 7)];
  const sum = (sums: Sums, fits: (month: string) => boolean) => {
    let total = 0;
    for (const [month, value] of sums) if (fits(month)) total += value;
    return total;
  };
  const happened = sum(flow, (month) => month >= first && month <= last);
  const standing = (fits: (month: string) => boolean) => sum(enter, fits) - sum(leave, fits);
  if (temporal === 'stock') return standing((month) => month <= last);
  const opening = standing((month) => month < first);
  if (temporal === 'opening') return opening;
  return temporal === 'load' ? opening + happened : happened;
}

/** The periods for which a measure can be told: no opening of a time before which nothing is known. */
function periodsOf({ coverage, hasEarlier }: Counting, temporal: Temporal): Period[] {
  const first = `${coverage.from}-01`;
  const all = periodsIn(coverage);
  return temporal === 'opening' && !hasEarlier ? all.filter(({ start }) => start > first) : all;
}

/**
 * A definition → what is counted on which day (series) → one query for all series of one day, as SQL of any dialect.
 * The rows of such a query become months, and months become figures (`figures.ts`).
 */
import type { Temporal } from '../model/catalogue.ts';
import {
  columnsNeeded,
  type RecordDefinition,
  type RecordMeasure,
} from '../model/record/definition.ts';
import { filterTest, type Said } from './condition.ts';
import { standingOf } from './interval.ts';
import { type Dialect, testSql, valueSql } from './sql/dialect.ts';
import { all, column, given, type Test, type Value } from './sql/expression.ts';

/** What is counted by the month of one day. */
export interface Series {
  readonly day: Value;
  readonly where: Test;
  /** What a record adds; null where records are counted. */
  readonly adds: Value | null;
}

/** A measure as the series that make it up. */
export interface MeasurePlan {
  readonly measure: RecordMeasure;
  readonly temporal: Temporal;
  readonly flow: Series | null;
  readonly enter: Series | null;
  readonly leave: Series | null;
}

export interface Counted {
  readonly definition: RecordDefinition;
  /** Columns that can be counted by; measures that need others are not counted. */
  readonly present: ReadonlySet<string>;
  readonly temporalOf: (measure: string) => Temporal;
  /** What texts of the table mean; nothing where it holds ids. */
  readonly said?: Said;
}

/** All measures that the columns allow. */
export function plansOf({ definition, present, temporalOf, said }: Counted): MeasurePlan[] {
  return definition.measures
    .filter((measure) =>
      columnsNeeded(measure, definition.columns).every((name) => present.has(name)),
    )
    .map((measure) => planOf(measure, temporalOf(measure.measure), definition, said));
}

function planOf(
  measure: RecordMeasure,
  temporal: Temporal,
  { columns }: RecordDefinition,
  said?: Said,
): MeasurePlan {
  const adds = measure.value === '' ? null : column(measure.value);
  const stands = temporal === 'stock' || temporal === 'opening' || temporal === 'load';
  const { enter: begin, leave: end, where } = standingOf(measure, columns, said);
  const filter = temporal === 'load' ? all([]) : filterTest(measure.filter, columns, '', said);
  const flow =
    !stands || temporal === 'load' ? { day: column(measure.event), where: filter, adds } : null;
  const enter = stands ? { day: begin, where, adds } : null;
  const leave = stands ? { day: end, where, adds } : null;
  return { measure, temporal, flow, enter, leave };
}

/** Series by their day: each group is one query. */
export function seriesByDay(plans: readonly MeasurePlan[]): Series[][] {
  const groups = new Map<string, Series[]>();
  const all = plans.flatMap(({ flow, enter, leave }) => [flow, enter, leave]);
  for (const series of all.filter((item) => item !== null)) {
    const key = JSON.stringify(series.day);
    groups.set(key, [...(groups.get(key) ?? []), series]);
  }
  return [...groups.values()].filter(([first]) => first?.day.is !== 'never');
}

/** The column that figures are split by; a definition has one at most. */
export function splitOf(
  { measures }: RecordDefinition,
  present: ReadonlySet<string>,
): string | null {
  return measures.find(({ breakdown }) => present.has(breakdown))?.breakdown ?? null;
}

export interface CountQuery {
  /** Of one day. */
  readonly series: readonly Series[];
  readonly split: string | null;
  /** SQL of the table. */
  readonly from: string;
  /** Texts of the units that are counted; all that are given, if nothing is said. */
  readonly units?: readonly string[];
}

/**
 * One row for unit, category ('' for none) and month (months since the year 0): `counted_0`, `counted_1` … by series.
 * The names must be no columns of the table.
 */
export function countSql({ series, split, from, units }: CountQuery, dialect: Dialect): string {
  const [first] = series;
  if (!first) throw new Error('no series to count');
  const day = valueSql(first.day, dialect);
  const values = series.map(
    ({ where, adds }, at) =>
      `${dialect.sum(adds && valueSql(adds, dialect), testSql(where, dialect))} AS counted_${at}`,
  );
  const unit = dialect.column('unit');
  // plainly, so that an index of units serves
  const own = units ? `${unit} IN (${units.map(dialect.text).join(', ')}) AND ` : '';
  const category = split === null ? dialect.text('') : categorySql(split, dialect);
  return `SELECT ${unit} AS counted_unit, ${category} AS counted_category,
      ${dialect.month(day)} AS counted_month, ${values.join(', ')}
    FROM ${from} WHERE ${own}${testSql(all([given(column('unit')), given(first.day)]), dialect)}
    GROUP BY counted_unit, counted_category, counted_month`;
}

function categorySql(split: string, dialect: Dialect): string {
  const own = valueSql(column(split), dialect);
  return dialect.ifElse(dialect.given(own), own, dialect.text(''));
}

/** Values by unit, category ('' for records without one) and month (months since the year 0). */
export type Months = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<number, number>>>;

type CountRow = Readonly<Record<string, unknown>>;
type Filling = Map<string, Map<string, Map<number, number>>>;

/** What texts of the rows mean, where they are no ids; and -1 where the rows are taken off. */
export interface Meant {
  readonly unit?: (text: string) => string;
  readonly category?: (text: string) => string;
  readonly sign?: 1 | -1;
}

/** Gathers rows of `countSql` by its `count` series; what comes several times under one key is added up. */
export function gatherMonths(count: number) {
  const months = Array.from({ length: count }, (): Filling => new Map());
  const names = months.map((_, at) => `counted_${at}`);
  const plain = (text: string) => text;
  return {
    months: months as readonly Months[],
    add(rows: readonly CountRow[], { unit = plain, category = plain, sign = 1 }: Meant = {}): void {
      for (const row of rows) {
        const own = unit(String(row.counted_unit));
        const split = category(String(row.counted_category));
        const month = Number(row.counted_month);
        for (const [at, filling] of months.entries()) {
          const value = Number(row[names[at] ?? '']);
          if (value !== 0) addTo(filling, own, split, month, sign * value);
        }
      }
    },
  };
}

function addTo(
  filling: Filling,
  unit: string,
  category: string,
  month: number,
  value: number,
): void {
  const categories = filling.get(unit) ?? new Map<string, Map<number, number>>();
  const months = categories.get(category) ?? new Map<number, number>();
  months.set(month, (months.get(month) ?? 0) + value);
  categories.set(category, months);
  filling.set(unit, categories);
}

/** Months → periods: flows add up; what stands is all that has begun less all that has ended. */
import type { Temporal } from '../model/catalogue.ts';
import type { RecordColumn } from '../model/record/definition.ts';
import type { Period } from '../model/time/period.ts';
import { type Coverage, periodsIn } from './coverage.ts';
import type { Counted, MeasurePlan, Months, Series } from './series.ts';

/** One figure that records give; `category` is empty for all of them together. */
export interface RecordFigure {
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly value: number;
}

export interface Covered extends Counted {
  readonly coverage: Coverage;
  /** Whether records from before the coverage are in the file: without them nothing is known of its first opening. */
  readonly hasEarlier: boolean;
}

/** One measure of every unit in the file: 0 where none of its records fits, for then the number is known. */
export function figuresOf(
  plan: MeasurePlan,
  months: ReadonlyMap<Series, Months>,
  units: readonly string[],
  counting: Covered,
): RecordFigure[] {
  const column = counting.definition.columns.find((c) => c.column === plan.measure.breakdown);
  const split = column !== undefined && counting.present.has(column.column) ? column : null;
  const periods = periodsOf(counting, plan.temporal);
  return units.flatMap((unit) => {
    const of = (series: Series | null) => partOf(series && months.get(series)?.get(unit));
    const parts = [of(plan.flow), of(plan.enter), of(plan.leave)] as const;
    return unitFigures(plan, unit, parts, periods, split);
  });
}

/** Sums by category. */
type Part = ReadonlyMap<string, Sums>;

const partOf = (categories: ReadonlyMap<string, ReadonlyMap<number, number>> | null | undefined) =>
  new Map([...(categories ?? [])].map(([category, months]) => [category, sumsOf(months)]));

function unitFigures(
  { measure: { measure }, temporal }: MeasurePlan,
  unit: string,
  parts: readonly [Part, Part, Part],
  periods: readonly Period[],
  column: RecordColumn | null,
): RecordFigure[] {
  const categories = [...new Set(parts.flatMap((part) => [...part.keys()]))].sort();
  const wholes = periods.map(({ code }) => ({ code, value: 0 }));
  const ends = periods.map(monthsAt);
  const split = categories.flatMap((category) => {
    const own = parts.map((part) => part.get(category) ?? NONE);
    const [flow, enter, leave] = own as [Sums, Sums, Sums];
    return periods.flatMap((period, at) => {
      const value = amountIn(temporal, ends[at] ?? [0, 0], flow, enter, leave);
      const whole = wholes[at];
      if (whole) whole.value += value;
      if (!column || category === '' || value === 0) return [];
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
}

/** All that has been counted up to the end of a month. */
type Sums = (month: number) => number;

const NONE: Sums = () => 0;

/** Sums of one unit and category: each month is added once, and each question is one search. */
function sumsOf(values: ReadonlyMap<number, number>): Sums {
  const months = [...values.keys()].sort((a, b) => a - b);
  let total = 0;
  const totals = months.map((month) => {
    total += values.get(month) ?? 0;
    return total;
  });
  return (month) => {
    let [low, high] = [0, months.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((months[middle] ?? 0) <= month) low = middle + 1;
      else high = middle;
    }
    return totals[low - 1] ?? 0;
  };
}

/** First and last month of a period, as months since the year 0. */
function monthsAt({ start, end }: Period): [number, number] {
  const number = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return [number(start), number(end)];
}

function amountIn(
  temporal: Temporal,
  [first, last]: readonly [number, number],
  flow: Sums,
  enter: Sums,
  leave: Sums,
): number {
  const happened = flow(last) - flow(first - 1);
  const standing = (month: number) => enter(month) - leave(month);
  if (temporal === 'stock') return standing(last);
  const opening = standing(first - 1);
  if (temporal === 'opening') return opening;
  return temporal === 'load' ? opening + happened : happened;
}

/** The periods for which a measure can be told: no opening of a time before which nothing is known. */
function periodsOf({ coverage, hasEarlier }: Covered, temporal: Temporal): Period[] {
  const first = `${coverage.from}-01`;
  const all = periodsIn(coverage);
  return temporal === 'opening' && !hasEarlier ? all.filter(({ start }) => start > first) : all;
}

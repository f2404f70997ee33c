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
    const of = (series: Series | null) => (series && months.get(series)?.get(unit)) ?? new Map();
    const parts = [of(plan.flow), of(plan.enter), of(plan.leave)] as const;
    return unitFigures(plan, unit, parts, periods, split);
  });
}

type Part = ReadonlyMap<string, Sums>;

function unitFigures(
  { measure: { measure }, temporal }: MeasurePlan,
  unit: string,
  parts: readonly [Part, Part, Part],
  periods: readonly Period[],
  column: RecordColumn | null,
): RecordFigure[] {
  const categories = [...new Set(parts.flatMap((part) => [...part.keys()]))].sort();
  const wholes = periods.map(({ code }) => ({ code, value: 0 }));
  const split = categories.flatMap((category) => {
    const own = parts.map((part) => part.get(category) ?? new Map<string, number>());
    const [flow, enter, leave] = own as [Sums, Sums, Sums];
    return periods.flatMap((period, at) => {
      const value = amountIn(temporal, period, flow, enter, leave);
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
function periodsOf({ coverage, hasEarlier }: Covered, temporal: Temporal): Period[] {
  const first = `${coverage.from}-01`;
  const all = periodsIn(coverage);
  return temporal === 'opening' && !hasEarlier ? all.filter(({ start }) => start > first) : all;
}

/** Results of units on today's boundaries: of each part what those that a unit was made of add up to. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import { readingOf } from '../level/read.ts';

/** Results for some units and periods (null = all), in all breakdowns. */
export type Select = (
  units: readonly string[],
  periods: readonly string[] | null,
) => Promise<Figure[]>;

/** @param stated the same as units report, as they were */
export function rebuilt(data: Dataset, subject: string, stated: Select): Select {
  return async (units, periods) => {
    const found = await stated(madeOf(data, units), periods);
    const split = [...groupBy(found, ({ breakdown }) => breakdown)];
    return split.flatMap(([breakdown, own]) => today(data, { subject, breakdown, units }, own));
  };
}

/** Units with all that they were made of at any time. */
function madeOf(data: Dataset, units: readonly string[]): string[] {
  const { changesOf } = lineageOf(data);
  const before = units.flatMap((unit) => changesOf(unit).map(({ fromUnit }) => fromUnit));
  return [...new Set([...units, ...before])];
}

function today(
  data: Dataset,
  asked: {
    readonly subject: string;
    readonly breakdown: string;
    readonly units: readonly string[];
  },
  found: readonly Figure[],
): Figure[] {
  const scope = { ...asked, category: '', body: null, grain: 'any', basis: 'now' } as const;
  const { periods, categories, own } = readingOf(data, scope, found);
  const of = (unit: string, period: string) =>
    categories.flatMap((category) => own(unit, period, category) ?? []);
  const all = asked.units.flatMap((unit) => periods.flatMap((period) => of(unit, period)));
  return all.filter(({ sum }) => sum === undefined || sum.reported > 0);
}

/** Units whose counts are wanting to a sum; none of a figure that is no sum, or that is whole. */
export function wanting({ value, sum }: Figure): string[] {
  if (value !== null || sum?.of !== 'before') return [];
  return sum.parts.flatMap(({ unit, left }) => (left ? [unit] : []));
}

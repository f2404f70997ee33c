/** Results of units on today's boundaries: of each part what those that a unit was made of add up to. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure, SumPart } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import type { Unbuilt } from '../../question/explain.ts';
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

/** Why figures on today's boundaries cannot be rebuilt, and who is at fault. */
export interface Wanting {
  readonly fault: Unbuilt | '';
  readonly units: readonly string[];
}

/** Counts that are wanting come first; a figure that is no sum, or that is whole, wants nothing. */
export function wanting(figures: readonly (Figure | null)[]): Wanting {
  const left = figures.flatMap((figure) => (figure ? leftIn(figure) : []));
  const uncounted = left.filter((part) => part.left !== 'share');
  const told = uncounted.length > 0 ? uncounted : left;
  const fault = uncounted.length > 0 ? 'rebuilt' : 'split';
  return { fault: left.length > 0 ? fault : '', units: [...new Set(told.map(({ unit }) => unit))] };
}

function leftIn({ value, sum }: Figure): SumPart[] {
  if (value !== null || sum?.of !== 'before') return [];
  return sum.parts.filter(({ left }) => left !== '');
}

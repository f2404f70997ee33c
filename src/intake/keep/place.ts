/** Where a package stands among others, and what of it is still true once figures were added to it or cut out of it. */
import type { Dataset, Part, Whole } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';

export interface Place {
  readonly parts: readonly Part[];
  readonly whole: Whole | null;
}

/** A unit and the one above it, in one of its states. */
export interface UnitRow {
  readonly unit?: string;
  readonly parent?: string;
}

/** A package that stands by itself. */
export const NO_PLACE: Place = { parts: [], whole: null };

/**
 * A relation that is not carried on. `alone`: the figures do not join the package that had it. `below`: a unit below
 * it was declared, so that not all of them lie in the part any more. `unknown`: it names a unit that is not there.
 * `cut`: only some of the part's units are left.
 */
export interface PlaceLost {
  readonly why: 'alone' | 'below' | 'unknown' | 'cut';
  /** The unit of a part; '' of the whole. */
  readonly unit: string;
  /** The words for the whole; '' of a part. */
  readonly title: string;
}

export interface PlaceLeft extends Place {
  readonly lost: readonly PlaceLost[];
}

/**
 * After figures joined the package.
 *
 * @param units rows of its units, of which `declared` came with the figures
 */
export function placeJoined(
  place: Place,
  units: readonly UnitRow[],
  declared: readonly UnitRow[],
): PlaceLeft {
  const parents = groupBy([...units, ...declared], ({ unit }) => unit ?? '');
  const above = unitsAbove(declared, parents);
  const judged = place.parts.map((part) => {
    if (!parents.has(part.unit)) return { part, why: 'unknown' } as const;
    return { part, why: above.has(part.unit) ? 'below' : null } as const;
  });
  return {
    parts: judged.filter(({ why }) => why === null).map(({ part }) => part),
    whole: place.whole,
    lost: judged.flatMap(({ part, why }) => (why === null ? [] : [lostPart(part, why)])),
  };
}

/** Of a package whose figures the new ones do not join: nothing. */
export function placeAlone({ parts, whole }: Place): PlaceLeft {
  return {
    ...NO_PLACE,
    lost: [...parts.map((part) => lostPart(part, 'alone')), ...lostWhole(whole, 'alone')],
  };
}

/**
 * After a unit and those below it were cut out: its parts go along; it is the part of a whole still where nothing
 * stands above it.
 */
export function placeCut(
  { parts, whole }: Place,
  { units }: Pick<Dataset, 'units'>,
  inside: ReadonlySet<string>,
): PlaceLeft {
  const hasTop = [...inside].some((unit) => units.ancestors(unit).length === 0);
  return {
    parts: parts.filter(({ unit }) => inside.has(unit)),
    whole: hasTop ? whole : null,
    lost: hasTop ? [] : lostWhole(whole, 'cut'),
  };
}

function unitsAbove(
  rows: readonly UnitRow[],
  parents: ReadonlyMap<string, readonly UnitRow[]>,
): ReadonlySet<string> {
  const above = new Set(rows.map(({ parent }) => parent ?? ''));
  for (const unit of above) for (const row of parents.get(unit) ?? []) above.add(row.parent ?? '');
  return above;
}

const lostPart = ({ unit }: Part, why: PlaceLost['why']): PlaceLost => ({ why, unit, title: '' });

function lostWhole(whole: Whole | null, why: PlaceLost['why']): readonly PlaceLost[] {
  return whole ? [{ why, unit: '', title: whole.title }] : [];
}

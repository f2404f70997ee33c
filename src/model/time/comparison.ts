/** When two figures may be held against each other over time. */
import { type Figure, isComparable } from '../figure.ts';
import { definitionMoves } from '../tree/definition.ts';
import type { Units } from '../unit.ts';
import type { Period } from './period.ts';

/**
 * The difference of a figure from an earlier one of the same length, in scale units; null where they are not
 * like with like: other cut-offs, a break, a status that changes what is measured, or either not fit for comparison.
 */
export function changeSince(
  now: Figure,
  before: Figure | null,
  units: Units,
  periods: ReadonlyMap<string, Period>,
): number | null {
  if (!before || !isComparable(now) || !isComparable(before)) return null;
  if (now.cutoff !== before.cutoff || now.cutoff === 'mixed' || now.status === 'B') return null;
  if (now.computed !== before.computed) return null;
  const kinds = (figure: Figure) =>
    madeOf(figure).map((unit) => units.at(unit, periods.get(figure.period)).kind);
  const moves = (was: string) => kinds(now).some((is) => definitionMoves(now.subject, was, is));
  if (kinds(before).some(moves)) return null;
  return (now.value ?? 0) - (before.value ?? 0);
}

/** Whose a figure was at the time: on today's boundaries those that the unit was made of. */
function madeOf({ unit, sum }: Figure): string[] {
  return sum?.of === 'before' ? sum.parts.map((part) => part.unit) : [unit];
}

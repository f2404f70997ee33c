/** Whose figures a unit of a level is made of: the units of a level below it, as of each period. */
import type { Dataset } from '../../model/dataset.ts';
import type { Period } from '../../model/time/period.ts';
import { isWithin, levelsOf, unitAbove } from '../../model/tree/levels.ts';
import { levelRank } from '../../model/unit.ts';

/** Whether a unit has said something for a period. */
export type Tells = (unit: string, period: string) => boolean;

/** Units of a level inside a scope (null = everywhere): those under a named unit, or the one above it. */
export function unitsOfLevel(
  { units }: Dataset,
  level: string,
  scope: readonly string[] | null,
): string[] {
  const own = units.ids.filter((unit) => units.states(unit).some((s) => s.level === level));
  if (scope === null) return own;
  const named = new Set(scope);
  const above = new Set(scope.flatMap((unit) => unitAbove(units, unit, level) ?? []));
  return own.filter((unit) => above.has(unit) || isWithin(units, unit, named));
}

/** All units at and under those of a scope, in any of their states; null = everywhere. */
export function unitsWithin({ units }: Dataset, scope: readonly string[] | null): string[] | null {
  if (scope === null) return null;
  const named = new Set(scope);
  return units.ids.filter((unit) => isWithin(units, unit, named));
}

/**
 * The level that is added up: of those between a level and the commune the one of which most units tell something,
 * the lower of two; where none of them does, the nearest one below that does. '' where nobody below tells anything.
 *
 * @param told units that have a figure
 */
export function baseLevel({ units }: Dataset, level: string, told: readonly string[]): string {
  const order = levelsOf(units);
  const below = order.slice(order.indexOf(level) + 1);
  const counts = new Map<string, number>();
  for (const unit of told) {
    const own = units.at(unit).level;
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  const telling = below.filter((name) => counts.has(name));
  const upper = telling.filter((name) => levelRank(name) <= levelRank('commune')).reverse();
  upper.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return upper[0] ?? telling[0] ?? '';
}

/**
 * Units of the level `base` by the unit of `level` above them at a period's end. One that ended within the period
 * counts where it reports for it, or where the unit above ended with it.
 */
export function gatherUnder(
  { units }: Dataset,
  { level, base, period, tells }: { level: string; base: string; period: Period; tells: Tells },
): Map<string, string[]> {
  const gathered = new Map<string, string[]>();
  for (const unit of units.ids) {
    if (!units.existed(unit, period) || units.at(unit, period).level !== base) continue;
    const above = unitAbove(units, unit, level, period);
    if (above === null) continue;
    const counts = stands(unit, period) || tells(unit, period.code) || !stands(above, period);
    if (counts) gathered.set(above, [...(gathered.get(above) ?? []), unit]);
  }
  return gathered;

  function stands(unit: string, { end }: Period): boolean {
    const { validTo } = units.at(unit, period);
    return validTo === null || validTo >= end;
  }
}

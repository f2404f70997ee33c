/** Whose figures a unit of a level is made of: the units of a level below it, as of each period. */
import type { Dataset } from '../../model/dataset.ts';
import type { Period } from '../../model/time/period.ts';
import { isWithin, levelsOf, unitAbove } from '../../model/tree/levels.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import { levelRank } from '../../model/unit.ts';
import type { Scope } from '../../question/scope.ts';

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

/** The units that a question is about: those of its level, and on today's boundaries those that stand today. */
export function unitsAsked(
  data: Dataset,
  { level = '', basis, units }: Pick<Scope, 'level' | 'basis' | 'units'>,
): string[] {
  if (basis !== 'now') return unitsOfLevel(data, level, units);
  const { isCurrent } = lineageOf(data);
  const scope = units && todaysOf(data, level ? (unitsWithin(data, units) ?? []) : units);
  const own = level ? unitsOfLevel(data, level, scope) : (scope ?? data.units.ids);
  return own.filter(isCurrent);
}

/** Units of today in place of those that have ended. */
export function todaysOf(data: Dataset, units: readonly string[]): string[] {
  const { isCurrent, successors } = lineageOf(data);
  const found = units.flatMap((unit) => {
    const followers = isCurrent(unit) ? [] : successors(unit);
    return followers.length > 0 ? followers : [unit];
  });
  return [...new Set(found)];
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
 * Units of the level `base` by the unit of `level` above them at a period's end, or today. One that ended within the
 * period counts where it reports for it and nobody that followed does, or where the unit above ended with it.
 */
export function gatherUnder(
  data: Dataset,
  {
    level,
    base,
    period,
    tells,
  }: { level: string; base: string; period: Period | null; tells: Tells },
): Map<string, string[]> {
  const { units } = data;
  const { isCurrent, successors } = lineageOf(data);
  const when = period ?? undefined;
  const existed = (unit: string) => (period ? units.existed(unit, period) : isCurrent(unit));
  const gathered = new Map<string, string[]>();
  for (const unit of units.ids) {
    if (!existed(unit) || units.at(unit, when).level !== base) continue;
    const above = unitAbove(units, unit, level, when);
    if (above === null) continue;
    if (period && !stands(unit, period) && !speaks(unit, above, period)) continue;
    gathered.set(above, [...(gathered.get(above) ?? []), unit]);
  }
  return gathered;

  function stands(unit: string, { end }: Period): boolean {
    const { validTo } = units.at(unit, when);
    return validTo === null || validTo >= end;
  }

  function speaks(unit: string, above: string, span: Period): boolean {
    if (!stands(above, span)) return true;
    const isFollowed = successors(unit).some((other) => tells(other, span.code));
    return tells(unit, span.code) && !isFollowed;
  }
}

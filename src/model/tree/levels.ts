/** The levels of a package's units, and who stands above whom at a time. */
import type { Period } from '../time/period.ts';
import { levelRank, type Units } from '../unit.ts';

/** Levels that occur, from the top down; those that a package adds after the known ones, by their depth in the tree. */
export function levelsOf(units: Units): string[] {
  const depths = new Map<string, number>();
  for (const unit of units.ids) {
    const depth = units.ancestors(unit).length;
    for (const { level } of units.states(unit)) {
      depths.set(level, Math.min(depth, depths.get(level) ?? depth));
    }
  }
  const rank = (level: string) => levelRank(level);
  return [...depths.keys()].sort(
    (a, b) => rank(a) - rank(b) || (depths.get(a) ?? 0) - (depths.get(b) ?? 0),
  );
}

/** The unit of a level in the line from a unit up to the root, itself included; null where there is none. */
export function unitAbove(
  units: Units,
  unit: string,
  level: string,
  period?: Period,
): string | null {
  const line = [unit, ...units.ancestors(unit, period)];
  return line.find((id) => units.at(id, period).level === level) ?? null;
}

/** The level of most of a unit's children at a time, the upper of two; '' where it has none. */
export function levelBelow(units: Units, unit: string, period?: Period): string {
  const own = units.at(unit, period).level;
  const levels = units
    .children(unit, period)
    .filter((child) => !period || units.existed(child, period))
    .map((child) => units.at(child, period).level)
    .filter((level) => level !== own);
  const order = levelsOf(units).filter((level) => levels.includes(level));
  const count = (level: string) => levels.filter((other) => other === level).length;
  return order.sort((a, b) => count(b) - count(a))[0] ?? '';
}

/** Whether a unit stands at or under one of others, in any of its states. */
export function isWithin(units: Units, unit: string, others: ReadonlySet<string>): boolean {
  const open = [unit];
  const seen = new Set(open);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (others.has(at)) return true;
    for (const { parent } of units.states(at)) {
      if (parent === null || seen.has(parent)) continue;
      seen.add(parent);
      open.push(parent);
    }
  }
  return false;
}

/** Administrative units as states over time: a unit may be renamed or change status and keep its id. */

import { groupBy } from './group.ts';
import type { Period } from './time/period.ts';
import { compareNames } from './writing/fold.ts';

/** Levels from the top down; a package may add others below them. */
export const LEVELS = ['province', 'district', 'commune', 'neighbourhood'] as const;

/** One row of `units`: what a unit was called and belonged to between two days (both inside, null = open). */
export interface UnitState {
  readonly unit: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly parent: string | null;
  readonly code: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly aliases: readonly string[];
  /** Its place in a map of tiles; left out where the package gives none. */
  readonly tile?: Tile;
}

/** Counted from the top and from the left, over all units of one level. */
export interface Tile {
  readonly row: number;
  readonly column: number;
}

export interface Units {
  readonly ids: readonly string[];
  has(unit: string): boolean;
  /** All states of a unit, oldest first; empty for an unknown unit. */
  states(unit: string): readonly UnitState[];
  /**
   * The state at a period's end, or the last one before it, or the first: there is always a name to show.
   * @throws RangeError for an unknown unit
   */
  at(unit: string, period?: Period): UnitState;
  /** Whether the unit existed on some day of the period. */
  existed(unit: string, period: Period): boolean;
  /** Units whose parent, in any state (or in the one of `period`), is `unit`; sorted by name. */
  children(unit: string, period?: Period): readonly string[];
  /** From the unit's parent up to the root. */
  ancestors(unit: string, period?: Period): readonly string[];
  /** Units without a parent, sorted by name. */
  roots(): readonly string[];
}

/** Indexes unit states. Parents are expected to be known and free of cycles (the door sees to it). */
export function unitIndex(states: readonly UnitState[]): Units {
  const byUnit = groupBy(states, (state) => state.unit);
  for (const list of byUnit.values()) list.sort(compareStates);
  const byParent = groupBy(states, (state) => state.parent ?? '');

  function at(unit: string, period?: Period): UnitState {
    const list = byUnit.get(unit) ?? [];
    const day = period?.end;
    const shown =
      day === undefined ? list.at(-1) : (list.filter((s) => startsBy(s, day)).at(-1) ?? list[0]);
    if (!shown) throw new RangeError(`unknown unit: ${JSON.stringify(unit)}`);
    return shown;
  }

  function below(parent: string, period?: Period): string[] {
    const rows = byParent.get(parent) ?? [];
    const fitting = period ? rows.filter((state) => at(state.unit, period) === state) : rows;
    const ids = [...new Set(fitting.map((state) => state.unit))];
    return ids.sort((a, b) => compareNames(at(a, period).name, at(b, period).name));
  }

  return {
    ids: [...byUnit.keys()],
    has: (unit) => byUnit.has(unit),
    states: (unit) => byUnit.get(unit) ?? [],
    at,
    existed: (unit, period) => (byUnit.get(unit) ?? []).some((state) => overlaps(state, period)),
    children: (unit, period) => below(unit, period),
    ancestors(unit, period) {
      const chain: string[] = [];
      let parent = at(unit, period).parent;
      while (parent && byUnit.has(parent) && !chain.includes(parent)) {
        chain.push(parent);
        parent = at(parent, period).parent;
      }
      return chain;
    },
    roots: () => below('').filter((unit) => at(unit).parent === null),
  };
}

/** Position of a level from the top; levels a package adds come after the known ones. */
export function levelRank(level: string): number {
  const rank = (LEVELS as readonly string[]).indexOf(level);
  return rank < 0 ? LEVELS.length : rank;
}

/** Fewer tiles are no map. */
export const FEWEST_TILES = 2;

/** Whether units, or some of them, can be drawn as a map of tiles. */
export function hasTiles(units: Units, ids: readonly string[] = units.ids): boolean {
  const has = (id: string) => units.states(id).some(({ tile }) => tile !== undefined);
  return ids.filter(has).length >= FEWEST_TILES;
}

function compareStates(a: UnitState, b: UnitState): number {
  return (a.validFrom ?? '').localeCompare(b.validFrom ?? '');
}

function startsBy(state: UnitState, day: string): boolean {
  return state.validFrom === null || state.validFrom <= day;
}

function overlaps(state: UnitState, period: Period): boolean {
  return startsBy(state, period.end) && (state.validTo === null || state.validTo >= period.start);
}

/**
 * What the units of today were made of, and what became of those that have ended (docs/methods.md, "Units that
 * change"): mergers, splits and transfers as edges between units; a change that keeps the id is none.
 */
import type { UnitChange } from '../catalogue.ts';
import type { Dataset } from '../dataset.ts';
import { groupBy } from '../group.ts';
import type { Units } from '../unit.ts';

/** Boundaries of today, or those of the time of a report. */
export const BASES = ['then', 'now'] as const;
export type Basis = (typeof BASES)[number];

/** A unit, or a part of one. */
export interface Piece {
  readonly unit: string;
  /** 1 for all of it, null where nobody said how much. */
  readonly share: number | null;
}

export interface Lineage {
  /** Whether any unit went into another one. */
  readonly hasChanges: boolean;
  /** Whether a unit still stands after the last change. */
  readonly isCurrent: (unit: string) => boolean;
  /** What some units of today consisted of on a day: themselves where nothing has changed since. */
  readonly piecesOn: (units: readonly string[], day: string) => readonly Piece[];
  /** Units of today that a unit went into; none for one that stands, or that nobody followed. */
  readonly successors: (unit: string) => readonly string[];
  /** Changes in what a unit, or what it was made of, consists of; the latest first. */
  readonly changesOf: (unit: string) => readonly UnitChange[];
}

const known = new WeakMap<Dataset['unitChanges'], Lineage>();

/** The lineage of a package, made once. */
export function lineageOf({ units, unitChanges }: Pick<Dataset, 'units' | 'unitChanges'>): Lineage {
  const made = known.get(unitChanges) ?? makeLineage(units, unitChanges);
  known.set(unitChanges, made);
  return made;
}

/** An edge with what is meant by an empty share. */
interface Edge extends UnitChange {
  readonly part: number | null;
}

/** Kinds by which the whole of a unit goes, unless the share says otherwise. */
const WHOLE = ['merge', 'rename', 'status_change', 'abolish'];

function makeLineage(units: Units, changes: readonly UnitChange[]): Lineage {
  const edges = edgesOf(units, changes);
  const dates = [...new Set(edges.map((edge) => edge.date))].sort().reverse();
  const ended = endings(units, changes);
  const isCurrent = (unit: string) => units.has(unit) && !ended.has(unit);
  return {
    hasChanges: edges.length > 0,
    isCurrent,
    piecesOn(named, day) {
      const later = dates.filter((date) => date > day);
      const start: Shares = new Map(named.map((unit) => [unit, 1]));
      const pieces = later.reduce<Shares>((now, date) => before(units, edges, now, date), start);
      return [...pieces].map(([unit, share]) => ({ unit, share }));
    },
    successors: (unit) => (isCurrent(unit) ? [] : followed(edges, unit).filter(isCurrent)),
    changesOf: (unit) => traced(edges, unit),
  };
}

function edgesOf(units: Units, changes: readonly UnitChange[]): Edge[] {
  const fits = ({ fromUnit, toUnit }: UnitChange) =>
    fromUnit !== toUnit && units.has(fromUnit) && units.has(toUnit);
  const edgeKey = (change: UnitChange) => `${leavingKey(change)}~${change.toUnit}`;
  const found = [...groupBy(changes.filter(fits), edgeKey).values()].flatMap(
    ([first]) => first ?? [],
  );
  const leaving = groupBy(found, leavingKey);
  return found.map((change) => {
    const isOnly = leaving.get(leavingKey(change))?.length === 1;
    const part = change.share ?? (isOnly && WHOLE.includes(change.kind) ? 1 : null);
    return { ...change, part };
  });
}

function leavingKey({ fromUnit, date }: UnitChange): string {
  return `${fromUnit}~${date}`;
}

/** Units that no longer stand after the last change: by their last day, or because all of them went elsewhere. */
function endings(units: Units, changes: readonly UnitChange[]): Set<string> {
  const last = changes.reduce((day, { date }) => (date > day ? date : day), '');
  const dead = units.ids.filter((unit) => (units.at(unit).validTo ?? END) < last);
  const gone = changes.filter(({ kind, fromUnit, toUnit, date }) => {
    const goes = (kind === 'merge' || kind === 'abolish') && fromUnit !== toUnit;
    return goes && units.has(fromUnit) && (units.at(fromUnit).validFrom ?? '') < date;
  });
  return new Set([...dead, ...gone.map(({ fromUnit }) => fromUnit)]);
}

const END = '9999-12-31';

type Shares = ReadonlyMap<string, number | null>;

/** What units, or parts of them, consisted of on the day before a change. */
function before(units: Units, edges: readonly Edge[], now: Shares, date: string): Shares {
  const sameDay = edges.filter((edge) => edge.date === date);
  const first = stepBack(units, sameDay, now);
  return settled(units, sameDay, first, MOST_STEPS);
}

/** Changes of one day that follow one another. */
const MOST_STEPS = 8;

function settled(units: Units, sameDay: readonly Edge[], pieces: Shares, left: number): Shares {
  const isNew = (unit: string) =>
    sameDay.some((edge) => edge.toUnit === unit) && !stoodBefore(units, unit, sameDay);
  if (left === 0 || ![...pieces.keys()].some(isNew)) return pieces;
  return settled(units, sameDay, stepBack(units, sameDay, pieces), left - 1);
}

interface Gift {
  readonly from: string;
  readonly share: number | null;
  /** How much of the receiver is meant. */
  readonly of: number | null;
}

function stepBack(units: Units, sameDay: readonly Edge[], now: Shares): Shares {
  const gifts = [...now].flatMap(([unit, of]): Gift[] => {
    const into = sameDay.filter((edge) => edge.toUnit === unit);
    const received = into.map(({ fromUnit, part }) => ({ from: fromUnit, share: part, of }));
    const stays = into.length === 0 || stoodBefore(units, unit, sameDay);
    return stays ? [{ from: unit, share: kept(sameDay, unit), of }, ...received] : received;
  });
  return new Map(
    [...groupBy(gifts, (gift) => gift.from)].map(([from, own]) => [
      from,
      sumOfGifts(own, waysOut(units, sameDay, from)),
    ]),
  );
}

function stoodBefore(units: Units, unit: string, [edge]: readonly Edge[]): boolean {
  return units
    .states(unit)
    .some(({ validFrom }) => validFrom === null || validFrom < (edge?.date ?? ''));
}

/** What a unit that gave parts away kept. */
function kept(sameDay: readonly Edge[], unit: string): number | null {
  const out = sameDay.filter((edge) => edge.fromUnit === unit);
  if (out.some((edge) => edge.part === null)) return null;
  return exact(out.reduce((left, edge) => left - (edge.part ?? 0), 1));
}

/** Into how many hands a unit came on that day, itself included where it went on. */
function waysOut(units: Units, sameDay: readonly Edge[], unit: string): number {
  const out = sameDay.filter((edge) => edge.fromUnit === unit);
  const isWhole = out.some((edge) => edge.part === 1);
  const date = out[0]?.date ?? '';
  const goesOn = units.states(unit).some(({ validTo }) => validTo === null || validTo >= date);
  return out.length + (out.length === 0 || (goesOn && !isWhole) ? 1 : 0);
}

/** Everything that came out of a unit, taken together, is that unit, whatever the shares were. */
function sumOfGifts(gifts: readonly Gift[], ways: number): number | null {
  if (gifts.length >= ways && gifts.every((gift) => gift.of === 1)) return 1;
  if (gifts.some(({ share, of }) => share === null || of === null)) return null;
  return exact(gifts.reduce((sum, { share, of }) => sum + (share ?? 0) * (of ?? 0), 0));
}

/** Decimal shares leave no dust: 0.1 + 0.2 + 0.7 is all of it. */
function exact(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}

/** Everything that a unit went into, step by step. */
function followed(edges: readonly Edge[], unit: string): string[] {
  const seen = new Set<string>();
  const open = [unit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { fromUnit, toUnit } of edges) {
      if (fromUnit !== at || seen.has(toUnit)) continue;
      seen.add(toUnit);
      open.push(toUnit);
    }
  }
  return [...seen];
}

/** The changes behind a unit, step by step. */
function traced(edges: readonly Edge[], unit: string): UnitChange[] {
  const seen = new Set([unit]);
  const found = new Set<Edge>(edges.filter((edge) => edge.fromUnit === unit));
  const open = [unit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const edge of edges.filter(({ toUnit }) => toUnit === at)) {
      found.add(edge);
      if (!seen.has(edge.fromUnit)) open.push(edge.fromUnit);
      seen.add(edge.fromUnit);
    }
  }
  return [...found].sort((a, b) => b.date.localeCompare(a.date));
}

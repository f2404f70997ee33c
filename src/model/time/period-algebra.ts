/**
 * The algebra of periods within a year: a flow over an interval is found by adding and subtracting stated
 * intervals (Q2 = S1 − Q1, Q4 = year − 9 months, year = S1 + S2).
 *
 * The stated intervals are edges between month boundaries 0…12; an interval can be derived exactly when its
 * two ends are connected, and the shortest way (then the one with the fewest subtractions) is the derivation.
 */
import type { Period } from './period.ts';

/** A conventional period within its year: "Y", "S1", "Q3", "M05", "P9". */
export type YearPart = string;

export interface Term {
  readonly part: YearPart;
  readonly sign: 1 | -1;
}
export interface Derivation {
  readonly target: YearPart;
  readonly terms: readonly Term[];
}

/** The part of its year that a period is; null for days and free spans. */
export function yearPart(period: Period): YearPart | null {
  const month = Number(period.start.slice(5, 7));
  switch (period.grain) {
    case 'year':
      return 'Y';
    case 'half':
      return `S${(month + 5) / 6}`;
    case 'quarter':
      return `Q${(month + 2) / 3}`;
    case 'nine_months':
      return 'P9';
    case 'month':
      return `M${period.start.slice(5, 7)}`;
    default:
      return null;
  }
}

/** Every part of a year; the place of a part in this list is its bit in a set of parts. */
const YEAR_PARTS: readonly YearPart[] = [
  'Y',
  'S1',
  'S2',
  'P9',
  ...[1, 2, 3, 4].map((quarter) => `Q${quarter}`),
  ...Array.from({ length: 12 }, (_, month) => `M${String(month + 1).padStart(2, '0')}`),
];

/** The bit of a part in a set of parts; -1 for none. */
export function slotOf(part: YearPart | null): number {
  return part === null ? -1 : YEAR_PARTS.indexOf(part);
}

/** The parts in a set of bits. */
export function partsIn(slots: number): YearPart[] {
  return YEAR_PARTS.filter((_, slot) => slots & (1 << slot));
}

/** Month boundaries of a part: Q2 is [3, 6]. */
export function boundaries(part: YearPart): readonly [number, number] {
  const index = Number(part.slice(1));
  if (part === 'Y') return [0, 12];
  if (part === 'P9') return [0, 9];
  if (part.startsWith('S')) return [index * 6 - 6, index * 6];
  if (part.startsWith('Q')) return [index * 3 - 3, index * 3];
  return [index - 1, index];
}

/** Every target that is not stated itself and follows from the stated parts, with its shortest derivation. */
export function derivable(stated: readonly YearPart[], targets: readonly YearPart[]): Derivation[] {
  return targets
    .filter((target) => !stated.includes(target))
    .flatMap((target) => {
      const terms = shortestWay(stated, ...boundaries(target));
      return terms ? [{ target, terms }] : [];
    });
}

/** Steps weigh 1, steps back a little more: Dijkstra over thirteen nodes. */
function shortestWay(stated: readonly YearPart[], from: number, to: number): Term[] | null {
  const edges = stated.flatMap((part) => {
    const [start, end] = boundaries(part);
    return [
      { part, sign: 1 as const, start, end, weight: 1 },
      { part, sign: -1 as const, start: end, end: start, weight: 1.01 },
    ];
  });
  const best = new Map<number, { cost: number; terms: Term[] }>([[from, { cost: 0, terms: [] }]]);
  const open = new Set([from]);
  while (open.size > 0) {
    const node = [...open].reduce((a, b) => (costOf(best, a) <= costOf(best, b) ? a : b));
    open.delete(node);
    const here = best.get(node);
    if (!here || node === to) break;
    for (const { part, sign, start, end, weight } of edges) {
      const cost = here.cost + weight;
      if (start !== node || cost >= costOf(best, end)) continue;
      best.set(end, { cost, terms: [...here.terms, { part, sign }] });
      open.add(end);
    }
  }
  return best.get(to)?.terms ?? null;
}

function costOf(best: ReadonlyMap<number, { cost: number }>, node: number): number {
  return best.get(node)?.cost ?? Number.POSITIVE_INFINITY;
}

/** Which stated periods make up which others: a year of two halves, a half of a quarter and three months. */
import { dayBefore, type Period } from './period.ts';

export interface Tiling {
  readonly whole: string;
  /** Two or more periods that follow each other from the first day of the whole to the last. */
  readonly parts: readonly string[];
}

/** Ways tried for one whole, and parts in one way: beyond them the same months are only cut differently. */
const MOST_WAYS = 24;
const MOST_PARTS = 12;

/** All ways in which one of the periods is tiled, without gap or overlap, by others of them. */
export function tilings(periods: readonly Period[]): Tiling[] {
  const spans = periods.filter((period) => period.grain !== 'day');
  const follow = new Map(spans.map((period) => [dayBefore(period.start), period.start]));
  return spans.flatMap((whole) => {
    const inside = spans.filter(
      (part) => part !== whole && part.start >= whole.start && part.end <= whole.end,
    );
    return ways(whole.start, whole.end, inside, follow, []).map((parts) => ({
      whole: whole.code,
      parts: parts.map((part) => part.code),
    }));
  });
}

/** Depth first from the left: every part begins the day after the one before it ends. */
function ways(
  start: string,
  end: string,
  inside: readonly Period[],
  follow: ReadonlyMap<string, string>,
  before: readonly Period[],
): (readonly Period[])[] {
  if (before.length >= MOST_PARTS) return [];
  const found: (readonly Period[])[] = [];
  for (const part of inside) {
    if (part.start !== start || found.length >= MOST_WAYS) continue;
    const soFar = [...before, part];
    if (part.end === end) found.push(soFar);
    else found.push(...ways(follow.get(part.end) ?? '', end, inside, follow, soFar));
  }
  return found.slice(0, MOST_WAYS);
}

/** Which stated periods make up which others: a year of two halves, a half of two quarters, and so on. */
import type { Period } from '../../model/period.ts';

export interface PeriodPart extends Record<string, string | number> {
  readonly period: string;
  readonly variant: number;
  readonly part: string;
  /** Number of parts of this variant. */
  readonly n: number;
}

/** Longest chains tried: twelve months of a year. */
const MOST_PARTS = 12;

/**
 * All ways in which the conventional periods among `periods` are tiled, without gap or overlap, by at least
 * two others of one grain, or by nine months and the last quarter.
 */
export function decompositions(periods: readonly Period[]): PeriodPart[] {
  const conventional = periods.filter(
    (period) => period.grain !== 'day' && period.grain !== 'span',
  );
  return conventional.flatMap((whole) =>
    tilings(whole, conventional).flatMap((tiling, variant) =>
      tiling.map((part) => ({
        period: whole.code,
        variant,
        part: part.code,
        n: tiling.length,
      })),
    ),
  );
}

function tilings(whole: Period, periods: readonly Period[]): Period[][] {
  const inside = periods.filter(
    (period) =>
      period.start >= whole.start && period.end <= whole.end && period.code !== whole.code,
  );
  const grains = [...new Set(inside.map((period) => period.grain))];
  const even = grains.map((grain) => inside.filter((period) => period.grain === grain));
  const first = inside.filter(
    (period) => period.grain === 'nine_months' || period.grain === 'half',
  );
  const mixed = first.map((head) => [
    head,
    ...inside.filter((period) => period.grain === 'quarter' && period.start > head.end),
  ]);
  return [...even, ...mixed].filter((parts) => tiles(whole, parts));
}

/** Whether sorted parts follow each other from the first day of `whole` to the last. */
function tiles(whole: Period, parts: readonly Period[]): boolean {
  if (parts.length < 2 || parts.length > MOST_PARTS) return false;
  const sorted = [...parts].sort((a, b) => a.start.localeCompare(b.start));
  const follows = sorted.every(
    (part, at) => at === 0 || isNextDay(sorted[at - 1]?.end, part.start),
  );
  return follows && sorted[0]?.start === whole.start && sorted.at(-1)?.end === whole.end;
}

function isNextDay(day: string | undefined, next: string): boolean {
  if (!day) return false;
  const date = new Date(
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)) - 1,
    Number(day.slice(8)) + 1,
  );
  const text = `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  return text === next;
}

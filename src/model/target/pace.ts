/** What the rest of a year must bring for the year's target (docs/methods.md, "Targets"). */
import type { Subject } from '../catalogue.ts';
import type { Share } from '../statistics/interval.ts';
import type { Period } from '../time/period.ts';
import { parsePeriod } from '../time/period.ts';

/** The counts from the year's first day to a period's end, and how many cases the rest of the year may bring. */
export interface YearSoFar extends Share {
  /** Code of the time that is counted. */
  readonly period: string;
  readonly rest: number;
  /** As many as in the same months of the year before, or as the mean of the months so far. */
  readonly as: 'lastYear' | 'mean';
}

export interface Pace {
  /** Share of 1 that the rest must reach (where less is better: may reach at most). */
  readonly rate: number;
  /** It takes something; it comes whatever the rest brings; even the best rest would not do. */
  readonly kind: 'needed' | 'sure' | 'gone';
  /** Share of 1 of the whole year if the rest is as good as it can be. */
  readonly atBest: number;
}

/**
 * Pace for a share over the whole year: (T (n + r) − x) ÷ r, with x of n so far and r cases to come.
 *
 * @param target as a share of 1
 */
export function paceOf(
  { x, n, rest }: Pick<YearSoFar, 'x' | 'n' | 'rest'>,
  target: number,
  direction: Subject['direction'],
): Pace | null {
  if (!(rest > 0) || direction === 'none') return null;
  const rate = (target * (n + rest) - x) / rest;
  const isLess = direction === 'down';
  const atBest = (isLess ? x : x + rest) / (n + rest);
  const [isSure, isGone] = isLess ? [rate >= 1, rate < -DUST] : [rate <= DUST, rate > 1 + DUST];
  return { rate, atBest, kind: isGone ? 'gone' : isSure ? 'sure' : 'needed' };
}

const DUST = 1e-9;

/** From the first day of the year to a period's end; null where the period does not lie within one, or ends it. */
export function yearSoFar({ start, end }: Period): Period | null {
  const year = end.slice(0, 4);
  if (start.slice(0, 4) !== year || end === `${year}-12-31`) return null;
  return parsePeriod(`${year}-01-01/${end}`);
}

/** Cases that the rest of the year may bring: those of the same months of the year before, else the mean so far. */
export function restOfYear(
  now: Share,
  soFar: Period,
  lastYear: { readonly whole: number | null; readonly soFar: number | null },
): Pick<YearSoFar, 'rest' | 'as'> {
  const { whole, soFar: then } = lastYear;
  if (whole !== null && then !== null && whole > then)
    return { rest: whole - then, as: 'lastYear' };
  const months = Number(soFar.end.slice(5, 7));
  return { rest: Math.round((now.n / months) * (12 - months)), as: 'mean' };
}

/** What may be said of a proportion against a benchmark, or an earlier one of its own (docs/methods.md). */
import type { Direction } from '../catalogue.ts';
import { differenceInterval, type Share, wilson, Z } from './interval.ts';

/** Smallest difference that means something, in points, where an indicator does not say (docs/methods.md). */
export const DEFAULT_MIN_GAP = 5;

/** Fewer cases than this make no verdict and no rank. */
export const SMALL_N = 30;

export type Verdict = 'lower' | 'higher' | 'similar';

/**
 * A proportion against a benchmark (a share of 1): other than it only where the interval lies wholly to one side
 * and the gap reaches `minGap` points; null where nothing can be said (no counts, few cases). `z` is that of one
 * comparison; of many at once `zAmong` them.
 */
export function verdict(
  x: number | null,
  n: number | null,
  benchmark: number,
  minGap = DEFAULT_MIN_GAP,
  z = Z,
): Verdict | null {
  if (x === null || n === null || !isJudgeable({ x, n })) return null;
  const { low, high } = wilson(x, n, z);
  const gap = (x / n - benchmark) * 100;
  if (high < benchmark && gap <= -minGap) return 'lower';
  if (low > benchmark && gap >= minGap) return 'higher';
  return 'similar';
}

/** A proportion against an earlier one of its own, by the same two conditions as against a benchmark. */
export function changeVerdict(
  now: Share,
  before: Share,
  minGap = DEFAULT_MIN_GAP,
  z = Z,
): Verdict | null {
  if (!isJudgeable(now) || !isJudgeable(before)) return null;
  const { low, high } = differenceInterval(now, before, z);
  const gap = (now.x / now.n - before.x / before.n) * 100;
  if (high < 0 && gap <= -minGap) return 'lower';
  if (low > 0 && gap >= minGap) return 'higher';
  return 'similar';
}

function isJudgeable({ x, n }: Share): boolean {
  return n >= SMALL_N && x >= 0 && x <= n;
}

/** Whether a verdict is good or bad news; '' where the indicator has no direction or nothing differs. */
export function meaningOf(found: Verdict, direction: Direction): 'better' | 'worse' | '' {
  if (found === 'similar' || direction === 'none') return '';
  return (found === 'higher') === (direction === 'up') ? 'better' : 'worse';
}

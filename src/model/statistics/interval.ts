/**
 * How far a proportion of a complete count could differ by chance from period to period, and what may be said of
 * it against a benchmark (docs/methods.md).
 */
import type { Direction } from '../catalogue.ts';

/** 95 %, two-sided. */
const Z = 1.959964;

/** Smallest difference that means something, in points, where an indicator does not say (docs/methods.md). */
export const DEFAULT_MIN_GAP = 5;

/** Fewer cases than this make no verdict and no rank. */
export const SMALL_N = 30;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson interval of x out of n, as shares of 1; x = 0 and x = n are ordinary inputs.
 *
 * Source: Wilson 1927, J. Am. Stat. Assoc. 22, 209–212.
 * @throws RangeError unless 0 ≤ x ≤ n and n > 0
 */
export function wilson(x: number, n: number, z = Z): Interval {
  if (!(n > 0 && x >= 0 && x <= n)) throw new RangeError(`no proportion: ${x} of ${n}`);
  const spread = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = 2 * (n + z * z);
  return { low: (2 * x + z * z - spread) / scale, high: (2 * x + z * z + spread) / scale };
}

export type Verdict = 'lower' | 'higher' | 'similar';

/**
 * A proportion against a benchmark (a share of 1): other than it only where the interval lies wholly to one side
 * and the gap reaches `minGap` points; null where nothing can be said (no counts, few cases).
 */
export function verdict(
  x: number | null,
  n: number | null,
  benchmark: number,
  minGap = DEFAULT_MIN_GAP,
): Verdict | null {
  if (x === null || n === null || n < SMALL_N || x < 0 || x > n) return null;
  const { low, high } = wilson(x, n);
  const gap = (x / n - benchmark) * 100;
  if (high < benchmark && gap <= -minGap) return 'lower';
  if (low > benchmark && gap >= minGap) return 'higher';
  return 'similar';
}

/** Whether a verdict is good or bad news; '' where the indicator has no direction or nothing differs. */
export function meaningOf(found: Verdict, direction: Direction): 'better' | 'worse' | '' {
  if (found === 'similar' || direction === 'none') return '';
  return (found === 'higher') === (direction === 'up') ? 'better' : 'worse';
}

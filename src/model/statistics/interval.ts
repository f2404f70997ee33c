/**
 * How far a proportion of a complete count could differ by chance from period to period, and what may be said of
 * it against a benchmark (docs/methods.md).
 */
import type { Direction } from '../catalogue.ts';

/** 95 %, two-sided. */
const Z = 1.959964;

/** 99,8 %: where many figures are looked through, one in twenty would stand apart by chance alone. */
export const Z_OF_MANY = 3.09;

/** Smallest difference that means something, in points, where an indicator does not say (docs/methods.md). */
export const DEFAULT_MIN_GAP = 5;

/** Fewer cases than this make no verdict and no rank. */
export const SMALL_N = 30;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** x of n. */
export interface Share {
  readonly x: number;
  readonly n: number;
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
  z = Z,
): Verdict | null {
  if (x === null || n === null || !isJudgeable({ x, n })) return null;
  const { low, high } = wilson(x, n, z);
  const gap = (x / n - benchmark) * 100;
  if (high < benchmark && gap <= -minGap) return 'lower';
  if (low > benchmark && gap >= minGap) return 'higher';
  return 'similar';
}

/**
 * Interval of the difference of two independent proportions, as shares of 1.
 *
 * Source: Newcombe 1998, Statistics in Medicine 17, 873–890, method 10 (hybrid score).
 * @throws RangeError where either is no proportion
 */
export function differenceInterval(now: Share, before: Share, z = Z): Interval {
  const [p, q] = [now.x / now.n, before.x / before.n];
  const [own, old] = [wilson(now.x, now.n, z), wilson(before.x, before.n, z)];
  return {
    low: p - q - Math.hypot(p - own.low, old.high - q),
    high: p - q + Math.hypot(own.high - p, q - old.low),
  };
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

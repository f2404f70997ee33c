/** Whether proportions rise or fall over time, or nothing can be said yet (docs/methods.md, "Trend"). */
import type { Share } from './interval.ts';
import { DEFAULT_MIN_GAP } from './verdict.ts';

export type TrendVerdict = 'up' | 'down' | 'open' | 'few';

/** Independent, comparable points that a trend needs. */
export const TREND_POINTS = 5;

/** Upper 0,2 % of chi-squared with one degree of freedom. */
const CRITICAL = 9.5495;

/**
 * The Cochran–Armitage statistic for a linear trend at t = 1…k; 0 where all or none are counted.
 *
 * Source: Armitage 1955, Biometrics 11, 375–386.
 */
export function trendChiSquared(points: readonly Share[]): number {
  const all = sums(timed(points));
  const inner = all.n * all.ntt - all.nt * all.nt;
  const spread = all.x * (all.n - all.x) * inner;
  return spread > 0 ? (all.n * (all.n * all.xt - all.x * all.nt) ** 2) / spread : 0;
}

/**
 * "up" or "down" only where the statistic is beyond chance at 99,8 %, every leave-one-out slope has the same
 * sign, and the fitted change over the points reaches `minGap` points; "few" below five points.
 */
export function trendVerdict(points: readonly Share[], minGap = DEFAULT_MIN_GAP): TrendVerdict {
  if (points.length < TREND_POINTS) return 'few';
  const slope = slopeOf(timed(points));
  const change = slope * (points.length - 1) * 100;
  if (trendChiSquared(points) <= CRITICAL || Math.abs(change) < minGap) return 'open';
  const steady = points.every((_, left) => {
    const rest = timed(points).filter((_, at) => at !== left);
    return Math.sign(slopeOf(rest)) === Math.sign(slope);
  });
  if (!steady) return 'open';
  return slope > 0 ? 'up' : 'down';
}

/** Weighted least squares of the shares on t. */
function slopeOf(points: readonly Timed[]): number {
  const { n, x, nt, xt, ntt } = sums(points);
  const spread = n * ntt - nt * nt;
  return spread > 0 ? (n * xt - x * nt) / spread : 0;
}

interface Timed extends Share {
  readonly t: number;
}

function timed(points: readonly Share[]): Timed[] {
  return points.map((point, at) => ({ ...point, t: at + 1 }));
}

function sums(points: readonly Timed[]) {
  const sum = (of: (point: Timed) => number) => points.reduce((all, point) => all + of(point), 0);
  return {
    n: sum((p) => p.n),
    x: sum((p) => p.x),
    nt: sum((p) => p.n * p.t),
    xt: sum((p) => p.x * p.t),
    ntt: sum((p) => p.n * p.t ** 2),
  };
}

/** A funnel: how far units of every size may lie from the group's value by chance alone (docs/methods.md, "Funnel"). */
import type { Figure } from '../figure.ts';
import { type Interval, wilson } from './interval.ts';
import { SMALL_N } from './verdict.ts';

/** 95 % and 99.8 %, two-sided. */
export const FUNNEL_Z = { inner: 1.96, outer: 3.09 } as const;

export interface FunnelLimit {
  readonly n: number;
  /** Shares of 1. */
  readonly inner: Interval;
  readonly outer: Interval;
}

export type FunnelPlace = 'inside' | 'beyond95' | 'beyond998' | 'few';

/**
 * Limits around a share for a unit of size n: the Wilson interval of the share itself.
 *
 * @throws RangeError unless 0 ≤ p ≤ 1 and n > 0
 */
export function funnelLimit(p: number, n: number): FunnelLimit {
  return { n, inner: wilson(p * n, n, FUNNEL_Z.inner), outer: wilson(p * n, n, FUNNEL_Z.outer) };
}

/**
 * Where x of n lies: within what chance explains, beyond 95 % of it, or beyond 99.8 %. Of few cases nothing is said:
 * one of one lies beyond every limit.
 */
export function funnelPlace(p: number, x: number, n: number): FunnelPlace {
  if (n < SMALL_N) return 'few';
  const { inner, outer } = funnelLimit(p, n);
  const isIn = ({ low, high }: Interval) => x / n >= low && x / n <= high;
  if (isIn(inner)) return 'inside';
  return isIn(outer) ? 'beyond95' : 'beyond998';
}

/** Steps of the drawn limits; they bend most where units are small. */
const STEPS = 60;

/** Limits from the smallest to the largest size, closer together where they bend. */
export function funnelCurve(p: number, sizes: readonly number[]): FunnelLimit[] {
  const [least, most] = [Math.max(1, Math.min(...sizes)), Math.max(1, ...sizes)];
  const [from, to] = [Math.sqrt(least), Math.sqrt(most)];
  const steps = Array.from({ length: STEPS + 1 }, (_, at) => from + ((to - from) * at) / STEPS);
  return [...new Set(steps)].map((root) => funnelLimit(p, root * root));
}

/** Whether a figure can stand in a funnel: a share with its counts. */
export function hasSize(
  figure: Figure,
): figure is Figure & { readonly numerator: number; readonly denominator: number } {
  const { numerator: x, denominator: n } = figure;
  return x !== null && n !== null && n > 0 && x >= 0 && x <= n;
}

/** How many standard deviations of chance lie between a unit and the group: who is named first. */
export function funnelDistance(p: number, x: number, n: number): number {
  const spread = Math.sqrt((p * (1 - p)) / n);
  return spread > 0 ? Math.abs(x / n - p) / spread : 0;
}

/** Where values lie: quantiles, and one value's place between the worst and the best of a group. */
import type { Direction } from '../catalogue.ts';

/**
 * The value below which a share of the others lies, linear between neighbours; null of none.
 *
 * Source: Hyndman and Fan 1996, The American Statistician 50, 361–365, definition 7.
 */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) return null;
  return low + (high - low) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

/** One unit among its group, on a scale from 0 (the worst value of the group) to 100 (the best). */
export interface SpineRow {
  readonly own: number;
  /** The middle half of the units, and their middle. */
  readonly lower: number;
  readonly upper: number;
  readonly median: number;
  /** May lie beyond the group; null without one. */
  readonly target: number | null;
  readonly units: number;
}

/** Null where more is neither good nor bad, or all units have one value: nobody stands anywhere then. */
export function spineRow(
  values: readonly number[],
  own: number,
  target: number | null,
  direction: Direction,
): SpineRow | null {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (direction === 'none' || values.length === 0 || !(most > least)) return null;
  const place = (value: number) => {
    const share = ((value - least) / (most - least)) * 100;
    return direction === 'down' ? 100 - share : share;
  };
  const quarter = (share: number) => place(quantile(values, share) ?? least);
  const [one, three] = [quarter(0.25), quarter(0.75)];
  return {
    own: place(own),
    lower: Math.min(one, three),
    upper: Math.max(one, three),
    median: quarter(0.5),
    target: target === null ? null : place(target),
    units: values.length,
  };
}

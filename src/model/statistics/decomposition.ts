/** Why a rate differs between two states: what each part of the whole gives to the difference (docs/methods.md). */
import type { Share } from './interval.ts';

/** What a rate is held against: its own a year before, or that of its group. */
export const AGAINST = ['year', 'group'] as const;
export type Against = (typeof AGAINST)[number];

/** A part of the whole in both states: a category, or a unit below. Nothing of it is x = 0 of n = 0. */
export interface PartStates {
  readonly id: string;
  readonly before: Share;
  readonly now: Share;
}

export interface Contribution extends PartStates {
  /** Because the part weighs more or less in the whole than it did; share of 1. */
  readonly mix: number;
  /** Because the part's own rate is another; share of 1. */
  readonly rate: number;
}

/**
 * What each part gives to the difference of Σ now − Σ before, by its weight and by its own rate; all of them add up to
 * the difference, whatever the parts are. A part that one state does not have has no rate there: all it gives is weight.
 * Null where a state is empty.
 *
 * Source: Kitagawa 1955, J. Am. Stat. Assoc. 50, 1168–1194, with weights held against the mean of the two totals, so
 * that growth of a part below it lowers the whole.
 */
export function decomposed(parts: readonly PartStates[]): readonly Contribution[] | null {
  const before = totalOf(parts.map((part) => part.before));
  const now = totalOf(parts.map((part) => part.now));
  if (before.n <= 0 || now.n <= 0) return null;
  const middle = (before.x / before.n + now.x / now.n) / 2;
  return parts.map((part) => {
    const [was, is] = [part.before.n / before.n, part.now.n / now.n];
    const [old, own] = ratesOf(part);
    return {
      ...part,
      mix: is === was ? 0 : (is - was) * ((old + own) / 2 - middle),
      rate: own === old ? 0 : (own - old) * ((was + is) / 2),
    };
  });
}

/** The rate before and now; of a part that one state does not have, that of the other. */
function ratesOf({ before, now }: PartStates): readonly [number, number] {
  const old = before.n > 0 ? before.x / before.n : null;
  const own = now.n > 0 ? now.x / now.n : null;
  return [old ?? own ?? 0, own ?? old ?? 0];
}

export function totalOf(shares: readonly Share[]): Share {
  return shares.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
}

/** Whether parts are all there is of a whole: both counts add up to its own. */
export function isWhole(parts: readonly Share[], whole: Share): boolean {
  const { x, n } = totalOf(parts);
  const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
  return near(x, whole.x) && near(n, whole.n);
}

/** What a part gives in all. */
export function given({ mix, rate }: Pick<Contribution, 'mix' | 'rate'>): number {
  return mix + rate;
}

/** One bar of the way from one rate to the other. */
export interface Step<Item> {
  readonly item: Item;
  readonly from: number;
  readonly to: number;
}

/**
 * Contributions as steps from `start`: those that go the way of the difference first, the largest before the others.
 * Where that would lead below zero, the rising ones come first.
 */
export function stepsFrom<Item extends Pick<Contribution, 'mix' | 'rate'>>(
  start: number,
  items: readonly Item[],
): Step<Item>[] {
  const difference = items.reduce((sum, item) => sum + given(item), 0);
  const falling = items.reduce((sum, item) => sum + Math.min(0, given(item)), 0);
  const way = difference < 0 && start + falling >= 0 ? -1 : 1;
  const ordered = [...items].sort((a, b) => way * (given(b) - given(a)));
  let at = start;
  return ordered.map((item) => {
    const from = at;
    at += given(item);
    return { item, from, to: at };
  });
}

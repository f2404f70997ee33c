/** Which indicators tell most of the units, and which tell nearly the same. */

import type { Dataset } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { groupBy } from '../group.ts';
import { Z_OF_MANY } from '../statistics/interval.ts';
import { rankSubjects } from '../statistics/shown.ts';
import { minGapOf } from '../statistics/standing.ts';
import { verdict } from '../statistics/verdict.ts';
import { behind, type PeerGroup, peerGroups, shareOf } from './peers.ts';

/** From this correlation of ranks on, two indicators of one group of the catalogue put the units in one order. */
const NEAR = 0.8;

/** Fewer common units say nothing of an order. */
const FEWEST_COMMON = 5;

/** Indicators of one group of the catalogue beside each other at most. */
const MOST_OF_GROUP = 2;

/**
 * Subject ids, the most telling first: those in which some unit is furthest behind the others, then those in which
 * most units differ beyond chance; of those that say nearly the same only the first of the catalogue, and no more
 * than two of one group. What is left over follows by how many units have it.
 */
export function tellingSubjects(data: Dataset, figures: readonly Figure[]): string[] {
  const groups = peerGroups(data, figures);
  const matters = mattersOf(data, groups);
  const used = new Map<string, number>();
  const first = weigh(data, groups, matters).flatMap(({ matter, group }) => {
    const before = used.get(group) ?? 0;
    used.set(group, before + 1);
    return before < MOST_OF_GROUP ? [matter] : [];
  });
  const rest = rankSubjects(data, figures).filter((id) => !first.includes(id));
  const isNear = (id: string) => (matters.get(id) ?? id) !== id;
  return [...first, ...rest.filter((id) => !isNear(id)), ...rest.filter(isNear)];
}

/** Matters in which units differ: the furthest behind first, then by how many differ. */
function weigh(data: Dataset, groups: readonly PeerGroup[], matters: ReadonlyMap<string, string>) {
  const byMatter = groupBy(groups, ({ subject }) => matters.get(subject.id) ?? subject.id);
  const weighed = [...byMatter].map(([matter, own]) => ({
    matter,
    group: own[0]?.subject.group ?? '',
    worst: Math.max(...own.map((group) => worstOf(data, group))),
    apart: Math.max(...own.map(apartOf)),
  }));
  const telling = weighed.filter(({ worst, apart }) => worst > 0 || apart > 0);
  return telling.sort((a, b) => b.worst - a.worst || b.apart - a.apart);
}

/** For every indicator the one that stands for it: itself, or the first of the catalogue that says nearly the same. */
export function mattersOf(
  data: Dataset,
  groups: readonly PeerGroup[],
): ReadonlyMap<string, string> {
  const order = [...data.indicators.keys()];
  const sorted = [...groups].sort(
    (a, b) =>
      order.indexOf(a.subject.id) - order.indexOf(b.subject.id) ||
      b.members.length - a.members.length,
  );
  const matters = new Map<string, string>();
  const standing: PeerGroup[] = [];
  for (const group of sorted) {
    if (matters.has(group.subject.id)) continue;
    const near = standing.find((other) => isNear(group, other)) ?? group;
    matters.set(group.subject.id, near.subject.id);
    if (near === group) standing.push(group);
  }
  return matters;
}

/** How far the last unit is behind, as a multiple of the smallest difference that means something. */
function worstOf(data: Dataset, { subject, members, total }: PeerGroup): number {
  const minGap = minGapOf(data, subject);
  const gaps = members.flatMap((figure) => {
    const share = shareOf(figure);
    return share ? [behind(subject, share, total.x / total.n, minGap)] : [];
  });
  return Math.max(0, ...gaps);
}

/** The share of units that differ from the group beyond chance, by however little. */
function apartOf({ members, total }: PeerGroup): number {
  const apart = members.filter(({ numerator, denominator }) => {
    const found = verdict(numerator, denominator, total.x / total.n, 0, Z_OF_MANY);
    return found === 'lower' || found === 'higher';
  });
  return apart.length / members.length;
}

function isNear(a: PeerGroup, b: PeerGroup): boolean {
  if (a.subject.group !== b.subject.group) return false;
  const values = new Map(b.members.map((figure) => [figure.unit, figure.value ?? 0]));
  const common = a.members.filter((figure) => values.has(figure.unit));
  if (common.length < FEWEST_COMMON) return false;
  const own = ranksOf(common.map((figure) => figure.value ?? 0));
  const other = ranksOf(common.map((figure) => values.get(figure.unit) ?? 0));
  return Math.abs(correlation(own, other)) >= NEAR;
}

/** Ranks from 0, those of equal values shared: their correlation is Spearman's (1904). */
function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const lower = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return lower + (same - 1) / 2;
  });
}

/** Pearson's coefficient; 0 where one of them does not vary. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => sum(values) / values.length;
  const [x, y] = [mean(a), mean(b)];
  const product = sum(a.map((value, at) => (value - x) * ((b[at] ?? 0) - y)));
  const spread = Math.sqrt(sum(a.map((v) => (v - x) ** 2)) * sum(b.map((v) => (v - y) ** 2)));
  return spread > 0 ? product / spread : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Units that may be held against each other on one indicator, and where one of them stands among them. */
import type { Subject } from '../catalogue.ts';
import { type Dataset, subjectOf } from '../dataset.ts';
import { type Figure, isComparable } from '../figure.ts';
import { groupBy } from '../group.ts';
import { type Share, wilson, Z_OF_MANY } from '../statistics/interval.ts';
import { type Rank, rankRanges } from '../statistics/standing.ts';
import { DEFAULT_MIN_GAP, meaningOf, SMALL_N, verdict } from '../statistics/verdict.ts';
import { comparePeriods } from '../time/period.ts';

/** Results of one indicator, period, cut-off, level and parent that count cases. */
export interface PeerGroup {
  readonly subject: Subject;
  readonly period: string;
  readonly members: readonly Figure[];
  /** Σ numerator and Σ denominator. */
  readonly total: Share;
}

/** Fewer units than this are no group to stand apart from. */
const FEWEST = 3;

/**
 * Groups of every indicator that can be judged. Units that are behind the others of their place make no group of
 * their own: what the others reported for that period is not among the latest figures.
 */
export function peerGroups(data: Dataset, figures: readonly Figure[]): PeerGroup[] {
  return [...groupBy(figures, (figure) => figure.subject)].flatMap(([id, own]) => {
    const subject = subjectOf(data, id);
    if (!subject || !isJudged(subject)) return [];
    const places = groupBy(own.filter(countsCases), (figure) => placeOf(data, figure));
    return [...places.values()].flatMap((members) => groupsOf(data, subject, members));
  });
}

/** Whether an indicator is one of which better and worse can be told beyond chance. */
export function isJudged({ direction, countsCases: counts, scale }: Subject): boolean {
  return direction !== 'none' && counts && scale === 100;
}

/** The counts behind a result that may be compared; null where there are none. */
export function shareOf({ numerator, denominator }: Figure): Share | null {
  return numerator === null || !denominator ? null : { x: numerator, n: denominator };
}

/**
 * By how many times the smallest difference that means something a share is worse than a benchmark (a share of 1);
 * 0 where it is not, or may be so by chance.
 */
export function behind(
  { direction }: Pick<Subject, 'direction'>,
  share: Share,
  benchmark: number,
  minGap: number,
): number {
  const found = verdict(share.x, share.n, benchmark, minGap, Z_OF_MANY);
  if (found === null || meaningOf(found, direction) !== 'worse') return 0;
  return (Math.abs(share.x / share.n - benchmark) * 100) / (minGap || DEFAULT_MIN_GAP);
}

/** The rank of a unit among those with enough cases; null where it has too few itself. */
export function rankRange(group: PeerGroup, figure: Figure): Rank | null {
  const others = group.members.filter(({ unit }) => unit !== figure.unit);
  const intervals = [figure, ...others].map((member) => {
    const share = shareOf(member);
    const isSmall = !share || share.n < SMALL_N || share.x < 0 || share.x > share.n;
    return isSmall ? null : wilson(share.x, share.n);
  });
  return rankRanges(intervals, group.subject.direction === 'down')[0] ?? null;
}

function countsCases(figure: Figure): boolean {
  const isWhole = figure.body === '' && figure.breakdown === '';
  return isWhole && isComparable(figure) && figure.computed && shareOf(figure) !== null;
}

function placeOf(data: Dataset, figure: Figure): string {
  const { level, parent } = data.units.at(figure.unit, data.periods.get(figure.period));
  return `${level}~${parent ?? ''}`;
}

/** Of one place: by cut-off, for the period that most of it have. */
function groupsOf(data: Dataset, subject: Subject, figures: readonly Figure[]): PeerGroup[] {
  const byPeriod = [...groupBy(figures, (figure) => figure.period)];
  byPeriod.sort((a, b) => b[1].length - a[1].length || later(data, a[0], b[0]));
  const [period, main] = byPeriod[0] ?? ['', []];
  return [...groupBy(main, (figure) => figure.cutoff).values()]
    .filter((members) => members.length >= FEWEST)
    .map((members) => ({ subject, period, members, total: sumOf(members) }));
}

function later(data: Dataset, a: string, b: string): number {
  const [x, y] = [data.periods.get(a), data.periods.get(b)];
  return x && y ? comparePeriods(y, x) : 0;
}

function sumOf(figures: readonly Figure[]): Share {
  const sum = (of: (figure: Figure) => number | null) =>
    figures.reduce((total, figure) => total + (of(figure) ?? 0), 0);
  return { x: sum((figure) => figure.numerator), n: sum((figure) => figure.denominator) };
}

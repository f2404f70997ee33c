/** Where the units of a group stand: how far chance reaches, against the group's value, and in rank. */
import type { Subject } from '../catalogue.ts';
import type { Dataset } from '../dataset.ts';
import { type Figure, isComparable } from '../figure.ts';
import { isQuantity } from '../quantity.ts';
import { byar, type Interval, wilson, zAmong } from './interval.ts';
import { DEFAULT_MIN_GAP, meaningOf, SMALL_N, type Verdict, verdict } from './verdict.ts';

export interface Standing {
  /** How far the value may move by chance, in scale units; null where it does not count cases. */
  readonly interval: Interval | null;
  /** Against the group's value; null where nothing can be said. */
  readonly verdict: Verdict | null;
  /** What the verdict means; '' without one, or where more is neither good nor bad. */
  readonly meaning: 'better' | 'worse' | '';
  readonly rank: Rank | null;
}

/** "Hạng 3–7 trong 15": the ranks that chance leaves open. */
export interface Rank {
  readonly best: number;
  readonly worst: number;
  readonly of: number;
}

/** What the figures of a group are held against. */
export interface Benchmark {
  /** In scale units. */
  readonly value: number;
  readonly denominator: number | null;
}

/** The first of two is no place: ranks begin with so many units. */
const FEWEST_RANKED = 3;

/** The standing of each figure of one group, in their order. */
export function standingsOf(
  data: Dataset,
  subject: Subject,
  figures: readonly Figure[],
  total: Benchmark | null,
): Standing[] {
  const intervals = figures.map((figure) => intervalOf(data, subject, figure));
  const fits = figures.map((figure, at) => intervals[at] !== null && isRanked(subject, figure));
  const isOrder = fits.filter(Boolean).length >= FEWEST_RANKED;
  const ranks = rankRanges(
    intervals.map((interval, at) => (fits[at] ? interval : null)),
    subject.direction === 'down',
  );
  const verdicts = verdictsOf(data, subject, figures, total);
  return figures.map((_, at) => {
    const found = verdicts[at] ?? null;
    return {
      interval: intervals[at] ?? null,
      verdict: found,
      meaning: found ? meaningOf(found, subject.direction) : '',
      rank: isOrder ? (ranks[at] ?? null) : null,
    };
  });
}

/**
 * Each figure against the group's value, by interval and smallest meaningful gap; the intervals are as wide as so
 * many judgements at once ask for. Null of a figure in doubt, of few cases, or where more is neither good nor bad.
 */
export function verdictsOf(
  data: Dataset,
  subject: Subject,
  figures: readonly Figure[],
  total: Benchmark | null,
): (Verdict | null)[] {
  const canJudge = total !== null && total.denominator !== null && subject.scale === 100;
  if (!canJudge || subject.direction === 'none') return figures.map(() => null);
  const minGap = minGapOf(data, subject);
  const z = zAmong(comparisons(subject, figures));
  return figures.map((figure) =>
    isCounted(subject, figure)
      ? verdict(figure.numerator, figure.denominator, total.value / 100, minGap, z)
      : null,
  );
}

/** Smallest difference that means something, in scale units. */
export function minGapOf(data: Dataset, subject: Pick<Subject, 'id'>): number {
  return data.indicators.get(subject.id)?.minGap ?? DEFAULT_MIN_GAP;
}

/** How many figures of a group are judged at once. */
export function comparisons(subject: Subject, figures: readonly Figure[]): number {
  return figures.filter((figure) => isRanked(subject, figure)).length;
}

/**
 * How far a figure may move by chance, in scale units: of a share (Wilson), of events per population (Byar), of a
 * count of events over time (Byar); null of everything else, and of what is in doubt.
 */
export function intervalOf(data: Dataset, subject: Subject, figure: Figure): Interval | null {
  if (!isComparable(figure) || figure.value === null || figure.bound !== '') return null;
  const { numerator: x, denominator: n } = figure;
  const times = ({ low, high }: Interval, factor: number) => ({
    low: low * factor,
    high: high * factor,
  });
  if (!subject.isRatio)
    return countsEvents(data, subject) && isWhole(figure.value) ? byar(figure.value) : null;
  if (!figure.computed || x === null || n === null || n <= 0 || x < 0) return null;
  if (!subject.countsCases) return null;
  if (subject.scale !== 100) return isWhole(x) ? times(byar(x), subject.scale / n) : null;
  return x <= n ? times(wilson(x, n), subject.scale) : null;
}

/**
 * Ranks that intervals leave open: best = 1 + those wholly above, worst = all − those wholly below; null for null.
 * `lowFirst`: the lowest value is the best.
 */
export function rankRanges(
  intervals: readonly (Interval | null)[],
  lowFirst: boolean,
): (Rank | null)[] {
  const known = intervals.filter((interval) => interval !== null);
  const lows = known.map(({ low }) => low).sort((a, b) => a - b);
  const highs = known.map(({ high }) => high).sort((a, b) => a - b);
  const of = known.length;
  return intervals.map((interval) => {
    if (interval === null || of < 2) return null;
    const above = of - countBelow(lows, interval.high, true);
    const below = countBelow(highs, interval.low, false);
    const [ahead, behind] = lowFirst ? [below, above] : [above, below];
    return { best: 1 + ahead, worst: of - behind, of };
  });
}

/** How many of sorted values lie below a limit (or at it); by halving: a comparison may have thousands. */
function countBelow(sorted: readonly number[], limit: number, orAt: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < limit || (orAt && value === limit)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Enough cases of a share with a direction: what is ranked and judged. */
function isRanked(subject: Subject, figure: Figure): boolean {
  const { numerator: x, denominator: n } = figure;
  if (subject.direction === 'none' || !isCounted(subject, figure)) return false;
  return x !== null && n !== null && n >= SMALL_N && x >= 0 && x <= n;
}

function isCounted(subject: Subject, figure: Figure): boolean {
  return subject.isRatio && subject.countsCases && isComparable(figure) && figure.computed;
}

/** What happens over time and is counted; what there is at its end does not move by chance in this way. */
function countsEvents(data: Dataset, subject: Subject): boolean {
  const measure = data.measures.get(subject.id);
  return measure?.temporal === 'flow' && !isQuantity(measure.unitLabel);
}

function isWhole(value: number): boolean {
  return value >= 0 && Number.isInteger(value);
}

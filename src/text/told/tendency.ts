/** Whether lines rise or fall beyond chance, in words (docs/methods.md, "Trend"). */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isComparable, isPartial } from '../../model/figure.ts';
import type { Share } from '../../model/statistics/interval.ts';
import {
  TREND_POINTS,
  type TrendVerdict,
  trendVerdict,
} from '../../model/statistics/trend-test.ts';
import { DEFAULT_MIN_GAP } from '../../model/statistics/verdict.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import type { TrendAnswer, TrendSeries } from '../../question/trend.ts';
import { valueText } from '../figure.ts';
import { lowerFirst } from '../letter-case.ts';
import { words } from '../words.ts';

/** Names in one sentence; more are counted. */
export const MOST_NAMES = 3;

export interface LinePoint {
  readonly period: string;
  /** Null of a group's value. */
  readonly figure: Figure | null;
  readonly value: number | null;
  readonly share: Share | null;
  /** Not comparable with those before it. */
  readonly apart: boolean;
}

export function ownPoints({ breaks }: TrendAnswer, { unit, points }: TrendSeries): LinePoint[] {
  const own = new Set(
    breaks.filter((item) => item.cuts && item.unit === unit).map((item) => item.period),
  );
  return points.map((figure) => ({
    period: figure.period,
    figure,
    value: isComparable(figure) && !isPartial(figure) ? figure.value : null,
    share: shareOf(figure.numerator, figure.denominator),
    apart: figure.status === 'B' || own.has(figure.period),
  }));
}

export function groupPoints({ group }: TrendAnswer): LinePoint[] {
  return (group?.points ?? []).map(({ period, total, expected }) => ({
    period,
    figure: null,
    value: total && total.reported >= expected ? total.value : null,
    share: shareOf(total?.numerator ?? null, total?.denominator ?? null),
    apart: false,
  }));
}

function shareOf(x: number | null, n: number | null): Share | null {
  return x !== null && n !== null && n > 0 && x >= 0 && x <= n ? { x, n } : null;
}

/** A line that rises or falls beyond chance. */
export interface Moving extends Tendency {
  readonly line: TrendSeries;
  readonly name: string;
}

/** The direction that calls for attention. */
export const worseDirection = ({ direction }: Subject) => (direction === 'down' ? 'up' : 'down');

/** Lines that rise or fall beyond chance: those that get worse, by how much, then the others. */
export function movingLines(data: Dataset, subject: Subject, answer: TrendAnswer) {
  const found = answer.series.flatMap((line): Moving[] => {
    const known = ownPoints(answer, line).filter((point) => point.value !== null);
    const seen = tendencyOf(data, subject, known);
    const isTrend = seen?.verdict === 'up' || seen?.verdict === 'down';
    return isTrend ? [{ ...seen, line, name: data.units.at(line.unit).name }] : [];
  });
  const change = ({ first, last }: Moving) => Math.abs((last.value ?? 0) - (first.value ?? 0));
  found.sort((a, b) => change(b) - change(a));
  const worse = worseDirection(subject);
  const isBad = ({ verdict }: Moving) => verdict === worse;
  return { bad: found.filter(isBad), good: found.filter((item) => !isBad(item)) };
}

/** Lines that rise or fall beyond chance, the worse direction first and by name. */
export function tendencies(data: Dataset, subject: Subject, answer: TrendAnswer): string {
  const worse = worseDirection(subject);
  const { bad, good } = movingLines(data, subject, answer);
  const others = good.length;
  if (bad.length === 0) return others > 0 ? words.sentence.othersGo(worse, others) : '';
  const value = (point: LinePoint) => valueText(subject, point.value ?? 0);
  const names = bad
    .slice(0, MOST_NAMES)
    .map(({ name, first, last }) => words.sentence.went(worse, name, value(first), value(last)));
  const more = bad.length - names.length;
  const told = names.join(', ') + (more > 0 ? ` ${words.sentence.others(more)}` : '');
  return (
    words.sentence.goes(worse, told) +
    (others > 0 ? `; ${words.sentence.othersGo(worse, others)}` : '')
  );
}

export interface Tendency {
  readonly verdict: TrendVerdict;
  /** The points of one season since the last break: how many, the earliest and the latest. */
  readonly count: number;
  readonly first: LinePoint;
  readonly last: LinePoint;
}

/** The same season of every year since the last break; null where counts say nothing of chance. */
export function tendencyOf(
  data: Dataset,
  subject: Subject,
  known: readonly LinePoint[],
): Tendency | null {
  if (!subject.countsCases || subject.scale !== 100) return null;
  const last = known.at(-1);
  if (!last) return null;
  const broken = known.map((point) => point.apart).lastIndexOf(true);
  const since = known.slice(Math.max(0, broken));
  const season = seasonOf(data, last.period);
  const same = since.filter((point) => seasonOf(data, point.period) === season);
  const shares = same.flatMap((point) => (point.share ? [point.share] : []));
  const minGap = data.indicators.get(subject.id)?.minGap ?? DEFAULT_MIN_GAP;
  const [first] = same;
  if (!first || shares.length < same.length) return null;
  return { verdict: trendVerdict(shares, minGap), count: same.length, first, last };
}

/** In words: the trend, or how many points are wanting. */
export function tendency(data: Dataset, subject: Subject, known: readonly LinePoint[]): string {
  const found = tendencyOf(data, subject, known);
  if (!found) return '';
  const { verdict, count, first } = found;
  if (verdict === 'few') return words.sentence.few(Math.max(1, TREND_POINTS - count));
  if (verdict === 'open') return words.sentence.open(count);
  const from = valueText(subject, first.value ?? 0);
  return words.sentence.trend(verdict, from, periodText(data, first.period), count);
}

/** What a period is within its year: quarters are compared with the same quarter of other years. */
function seasonOf(data: Dataset, code: string): string {
  const period = data.periods.get(code);
  return period ? `${period.grain} ${period.start.slice(5)}` : code;
}

export function periodText(data: Dataset, code: string): string {
  const period = data.periods.get(code);
  return period ? lowerFirst(formatPeriod(period)) : code;
}

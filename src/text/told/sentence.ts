/**
 * What a chart shows, in one Vietnamese sentence from its own numbers: the finding, then how many and when, then
 * the caveat (docs/methods.md, "Sentences from data"). A unit is named as low or high only with a verdict.
 */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isComparable, isWeak } from '../../model/figure.ts';
import { severityOf } from '../../model/issue.ts';
import { verdictsOf } from '../../model/statistics/standing.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { CompareGroup } from '../../question/compare.ts';
import type { TrendAnswer } from '../../question/trend.ts';
import { changeText, countsText, figureText, valueText } from '../figure.ts';
import { upperFirst } from '../letter-case.ts';
import { words } from '../words.ts';
import {
  groupPoints,
  type LinePoint,
  MOST_NAMES,
  ownPoints,
  periodText,
  tendencies,
  tendency,
} from './tendency.ts';

/** Of the first group of a comparison; '' where it has no number. */
export function compareSentence(
  data: Dataset,
  subject: Subject,
  groups: readonly CompareGroup[],
): string {
  const group = groups.find((item) => item.rows.some((row) => row.figure.value !== null));
  if (!group) return '';
  const figures = group.rows.map((row) => row.figure).filter((figure) => figure.value !== null);
  const finding =
    figures.length === 1
      ? oneFigure(data, subject, figures[0] as Figure)
      : groupFinding(data, subject, group, figures);
  return finding && join([finding, groupScope(data, group, figures), caveat(figures)]);
}

function oneFigure(data: Dataset, subject: Subject, figure: Figure): string {
  return words.sentence.one(nameOf(data, figure), figureText(subject, figure), countsText(figure));
}

function groupFinding(
  data: Dataset,
  subject: Subject,
  group: CompareGroup,
  figures: readonly Figure[],
): string {
  const { total } = group;
  if (!subject.isRatio && total) {
    const most = largest(figures);
    const sum = valueText(subject, total.value);
    if (!most) return words.sentence.total(sum);
    return words.sentence.sum(sum, nameOf(data, most), figureText(subject, most));
  }
  if (!total || total.denominator === null || subject.scale !== 100) {
    const fit = figures.filter((figure) => isComparable(figure) && figure.bound === '');
    if (fit.length < 2) return '';
    const [low, high] = extremes(fit).map((value) => valueText(subject, value));
    return low === high
      ? words.sentence.all(low ?? '')
      : words.sentence.range(low ?? '', high ?? '');
  }
  const counts = countsText(total as unknown as Figure);
  const overall = valueText(subject, total.value);
  const found = judged(data, subject, group);
  const lower = named(data, subject, found.lower);
  const higher = named(data, subject, found.higher);
  if (subject.direction === 'none' || !subject.countsCases)
    return words.sentence.overall(overall, counts);
  if (!lower && !higher) return words.sentence.alike(overall, counts);
  const names = { lower, higher };
  const [first, second] = worseFirst(subject).filter((side) => names[side]);
  const other = second ? `; ${words.sentence.also(second, names[second])}` : '';
  return first ? words.sentence.apart(first, overall, counts, names[first]) + other : '';
}

/** The one with most; none where several have as many, or none has any. */
export function largest(figures: readonly Figure[]): Figure | null {
  const fit = figures.filter(isComparable);
  const high = Math.max(0, ...fit.map((figure) => figure.value ?? 0));
  const found = fit.filter((figure) => figure.value === high);
  return high > 0 && found.length === 1 ? (found[0] ?? null) : null;
}

export type Side = 'lower' | 'higher';

/** What calls for attention comes first. */
export function worseFirst({ direction }: Subject): readonly [Side, Side] {
  return direction === 'down' ? ['higher', 'lower'] : ['lower', 'higher'];
}

/** Those that differ from the group's value beyond chance, the furthest first; none where that cannot be told. */
export function judged(
  data: Dataset,
  subject: Subject,
  { rows, total }: CompareGroup,
): Readonly<Record<Side, readonly Figure[]>> {
  const figures = rows.map(({ figure }) => figure);
  const verdicts = verdictsOf(data, subject, figures, total);
  const side = (wanted: Side) => {
    const sign = wanted === 'lower' ? 1 : -1;
    return figures
      .filter((_, at) => verdicts[at] === wanted)
      .sort((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)));
  };
  return { lower: side('lower'), higher: side('higher') };
}

function named(data: Dataset, subject: Subject, figures: readonly Figure[]): string {
  const some = figures.length === MOST_NAMES + 1 ? figures : figures.slice(0, MOST_NAMES); // "and 1 other" hides one
  const names = some.map(
    (figure) => `${nameOf(data, figure)} (${figureText(subject, figure)}, ${countsText(figure)})`,
  );
  const more = figures.length - some.length;
  return names.join(', ') + (more > 0 ? ` ${words.sentence.others(more)}` : '');
}

function groupScope(data: Dataset, group: CompareGroup, figures: readonly Figure[]): string {
  const period = periodText(data, group.period);
  const units = new Set(figures.map((figure) => figure.unit)).size;
  if (units === 1) return upperFirst(period);
  const { reported, of, apart, newer, missing } = reportsOf(group, group.total?.reported ?? units);
  if (newer > 0) return upperFirst(words.place.newer(reported, period, newer, missing));
  if (apart > 0) return upperFirst(words.place.apart(reported, reported + apart, of, period));
  return words.sentence.scope(reported, of, period);
}

/**
 * How many units have said something, of all that a screen shows or that were to report; those that have said
 * something newer, or the same cut off otherwise, are not missing.
 */
export function reportsOf(group: CompareGroup, reported: number) {
  const { rows, expected, apart = 0, newer = 0 } = group;
  const there = rows.map(({ figure }) => figure).filter(({ absence }) => absence !== 'NO_UNIT');
  const units = new Set(there.map(({ unit }) => unit)).size;
  const of = Math.max(expected, units, reported + apart);
  return { reported, of, apart, newer, missing: Math.max(0, of - reported - apart - newer) };
}

/** What should be kept in mind with the figures: doubts first. */
function caveat(figures: readonly Figure[]): string {
  const errors = figures.filter((f) => f.flags.some((code) => severityOf(code) === 'error')).length;
  const weak = figures.filter((figure) => isWeak(figure)).length;
  const small = figures.filter(({ flags }) => flags.includes('SMALL_N')).length;
  const doubts = [
    errors > 0 ? words.sentence.errors(errors) : '',
    weak > 0 ? words.sentence.weak(weak) : '',
    small > 0 ? words.sentence.small(small) : '',
  ].filter(Boolean);
  return doubts.length > 0 ? words.sentence.caveat(doubts.join(', ')) : '';
}

/** Of a line chart: of its one line, of the group's value, or of those lines that rise or fall. */
export function trendSentence(data: Dataset, subject: Subject, answer: TrendAnswer): string {
  const [first, ...others] = answer.series;
  if (!first) return '';
  if (others.length > 0 && !answer.group) {
    const units = new Set(answer.series.map((line) => line.unit)).size;
    return join([
      units === answer.series.length ? tendencies(data, subject, answer) : '',
      words.sentence.lines(units, answer.periods.length),
    ]);
  }
  const line = others.length > 0 ? groupPoints(answer) : ownPoints(answer, first);
  const name =
    others.length > 0
      ? words.trend.group(data.units.at(answer.group?.parent ?? first.unit).name)
      : nameOf(data, first.points[0] as Figure);
  const known = line.filter((point) => point.value !== null);
  const last = known.at(-1);
  if (!last) return '';
  const value = valueText(subject, last.value ?? 0);
  const counts = last.share ? `${formatCount(last.share.x)}/${formatCount(last.share.n)}` : '';
  const now = words.sentence.now(name, value, counts, periodText(data, last.period));
  const yearAgo = yearBeforeCode(data.periods, last.period);
  const before = known.find((point) => point.period === yearAgo);
  const difference = before ? changeBetween(data, known, before, last) : null;
  const change =
    difference === null ? '' : words.sentence.sinceLastYear(changeText(subject, difference));
  return join([
    `${now}${change ? `, ${change}` : ''}`,
    others.length > 0 ? wanting(data, answer) : '',
    tendency(data, subject, known),
    last.figure ? caveat([last.figure]) : '',
  ]);
}

/** How many have reported for the last period, where not all have: its value is not told before. */
function wanting(data: Dataset, { group }: TrendAnswer): string {
  const last = group?.points.at(-1);
  if (!last?.total || last.total.reported >= last.expected) return '';
  return words.sentence.scope(last.total.reported, last.expected, periodText(data, last.period));
}

/** Null where the two are not like with like, or a break lies between them. */
function changeBetween(
  data: Dataset,
  known: readonly LinePoint[],
  before: LinePoint,
  last: LinePoint,
): number | null {
  const between = known.slice(known.indexOf(before) + 1);
  if (between.some((point) => point.apart)) return null;
  if (!last.figure) return (last.value ?? 0) - (before.value ?? 0);
  return changeSince(last.figure, before.figure, data.units, data.periods);
}

function extremes(figures: readonly Figure[]): number[] {
  const values = figures.map((figure) => figure.value ?? 0);
  return [Math.min(...values), Math.max(...values)];
}

export function nameOf(data: Dataset, figure: Figure): string {
  return data.units.at(figure.unit, data.periods.get(figure.period)).name;
}

function join(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ');
}

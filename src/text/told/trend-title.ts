/** The finding of lines over time in a few words, and the sentences that go with it; as text/told/title.ts has it of bars. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { reaches } from '../../model/statistics/reference.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import type { TrendAnswer, TrendSeries } from '../../question/trend.ts';
import { figureText, valueText } from '../figure.ts';
import { lowerFirst } from '../letter-case.ts';
import { periodName } from '../name.ts';
import { words } from '../words.ts';
import { nameOf } from './sentence.ts';
import { type LinePoint, movingLines, ownPoints, tendencyOf } from './tendency.ts';
import { fitting } from './title.ts';

/** Of lines: which of them it speaks of. */
export interface TrendTitle {
  readonly title: string;
  readonly lines: readonly TrendSeries[];
}

/** Lines in a title; more are counted. */
const MOST_LINES = 3;

export function trendTitle(data: Dataset, subject: Subject, answer: TrendAnswer): TrendTitle {
  const about = subject.shortName;
  const [first, ...others] = answer.series;
  if (!first) return { title: '', lines: [] };
  if (others.length === 0) {
    const known = ownPoints(answer, first).filter((point) => point.value !== null);
    const seen = tendencyOf(data, subject, known);
    const name = data.units.at(first.unit).name;
    const from = valueText(subject, seen?.first.value ?? 0);
    const to = valueText(subject, seen?.last.value ?? 0);
    const isTrend = seen?.verdict === 'up' || seen?.verdict === 'down';
    const title = isTrend ? words.title.moved(seen.verdict, name, from, to) : '';
    return { title: fitting(about, [title]), lines: [first] };
  }
  const { bad, good } = movingLines(data, subject, answer);
  const moving = bad.length > 0 ? bad : good;
  const [item] = moving;
  if (!item) return { title: fitting(about, [missedAtLast(data, subject, answer)]), lines: [] };
  if (item.verdict !== 'up' && item.verdict !== 'down') return { title: '', lines: [] };
  const value = (point: typeof item.last) => valueText(subject, point.value ?? 0);
  const alone = words.title.moved(item.verdict, item.name, value(item.first), value(item.last));
  const several = words.title.someMoved(item.verdict, moving.length);
  const texts = moving.length === 1 ? [alone, several] : [several];
  return {
    title: fitting(about, texts),
    lines: moving.slice(0, MOST_LINES).map(({ line }) => line),
  };
}

/** Who is behind the target that holds for all at the last period. */
interface Missed {
  readonly period: string;
  readonly missed: readonly Figure[];
  readonly all: number;
  readonly target: Figure;
}

/** Null where that cannot be said. */
function missedOf(subject: Subject, { series, periods }: TrendAnswer): Missed | null {
  const last = periods.at(-1) ?? '';
  const known = series.flatMap(({ points, targets }) => {
    const figure = points.find((point) => point.period === last && point.value !== null);
    const target = targets.find((point) => point.period === last) ?? null;
    return figure ? [{ figure, target }] : [];
  });
  const [first] = known;
  const met = known.map(({ figure, target }) => reaches(subject, figure, target));
  const isCommon = known.every(({ target }) => target?.value === first?.target?.value);
  if (!first?.target || !isCommon || known.length < 2 || met.includes(null)) return null;
  const missed = known.flatMap(({ figure }, at) => (met[at] === false ? [figure] : []));
  return { period: last, missed, all: known.length, target: first.target };
}

function missedAtLast(data: Dataset, subject: Subject, answer: TrendAnswer): string {
  const found = missedOf(subject, answer);
  if (found?.target.value == null) return '';
  const { missed, all, target } = found;
  const period = lowerFirst(periodName(data, found.period));
  const isOver = subject.direction === 'down';
  const value = valueText(subject, target.value ?? 0);
  return words.title.belowIn(period, missed.length, all, value, isOver);
}

/** Names that a sentence holds; more are counted. */
const MOST_MISSED = 8;

/**
 * Who is meant by "7/13 đơn vị chưa đạt", how many say nothing of that period, and how their parent stands by its own
 * report; '' where the title says something else.
 */
export function missedSentence(
  data: Dataset,
  subject: Subject,
  answer: TrendAnswer,
  withNames = true,
): string {
  const found = missedOf(subject, answer);
  if (!found || trendTitle(data, subject, answer).lines.length > 0) return '';
  const { missed, all, target, period } = found;
  const names = missed.slice(0, MOST_MISSED).map((figure) => nameOf(data, figure));
  const more = missed.length - names.length;
  const own = answer.own?.points.find((point) => point.period === period && point.value !== null);
  const isMet = own ? reaches(subject, own, target) : null;
  const reported = own ? figureText(subject, own) : '';
  const together = togetherText(subject, answer, period);
  const { others, missedOnes, silent, ownStands } = words.sentence;
  return [
    names.length > 0 && withNames
      ? missedOnes(names.join(', ') + (more > 0 ? ` ${others(more)}` : ''))
      : '',
    own && isMet !== null
      ? ownStands(nameOf(data, own), reported, isMet, together === reported ? '' : together)
      : '',
    answer.series.length > all
      ? silent(
          silentNames(data, answer, period) ||
            words.present.unitsCounted(answer.series.length - all),
          lowerFirst(periodName(data, period)),
        )
      : '',
  ]
    .filter(Boolean)
    .map((text) => `${text}.`)
    .join(' ');
}

/** The value of all units of a period together; '' where there is none. */
function togetherText(subject: Subject, { group }: TrendAnswer, period: string): string {
  const total = group?.points.find((point) => point.period === period)?.total ?? null;
  return total && subject.isRatio ? valueText(subject, total.value) : '';
}

/** Those without a number of a period, where they are few; '' of more. */
function silentNames(data: Dataset, { series }: TrendAnswer, period: string): string {
  const isSilent = ({ points }: TrendSeries) =>
    !points.some((point) => point.period === period && point.value !== null);
  const names = series.filter(isSilent).map(({ unit }) => data.units.at(unit).name);
  return names.length <= MOST_LINES ? names.join(', ') : '';
}

/**
 * How many of the lines stand higher, or lower, at the end than at first, in one season and since the last break that
 * most of them have: a count of units, which says nothing of chance. Nothing of fewer than half of them. With what it is
 * counted from, where that is not all of them.
 */
export function eachFinding(data: Dataset, subject: Subject, answer: TrendAnswer): Each {
  const lines = answer.series.map((line) => ownPoints(answer, line));
  const last = answer.periods.at(-1) ?? '';
  const season = (code: string) => data.periods.get(code)?.start.slice(5);
  const breaks = answer.periods.map((_, at) => lines.filter((points) => points[at]?.apart).length);
  const from = breaks.map((count) => count > lines.length / 2).lastIndexOf(true);
  const first = answer.periods
    .slice(Math.max(0, from))
    .find((code) => season(code) === season(last));
  if (!first || first === last) return NOTHING;
  const pairs = lines.flatMap((points) => pairOf(points, first, last));
  const without = (apart: boolean) =>
    answer.series.flatMap(({ unit }, at) => {
      const points = lines[at] ?? [];
      const isLeft =
        pairOf(points, first, last).length === 0 && isApart(points, first, last) === apart;
      return isLeft ? [data.units.at(unit).name] : [];
    });
  const isUp = subject.direction === 'up';
  const moved = pairs.filter(([before, after]) => (isUp ? after > before : after < before));
  if (subject.direction === 'none' || pairs.length < 2 || moved.length <= pairs.length / 2)
    return NOTHING;
  const [since = '', until = ''] = [first, last].map((code) => lowerFirst(periodName(data, code)));
  const direction = isUp ? 'up' : 'down';
  const told = words.title.eachMoved(direction, since, until, moved.length, pairs.length);
  const isAll = pairs.length === lines.length;
  const { pairs: counted } = words.sentence;
  const left = { lacking: someOf(without(false)), apart: someOf(without(true)) };
  const of = isAll ? '' : counted(pairs.length, lines.length, since, until, left);
  const sentence = [turned(data, subject, answer, last), of].filter(Boolean);
  return {
    title: fitting(subject.shortName, [told]),
    sentence: sentence.map((text) => `${text}.`).join(' '),
  };
}

/** Those that went the other way since a year before: what holds over the years need not hold for the last. */
function turned(data: Dataset, subject: Subject, answer: TrendAnswer, last: string): string {
  const before = yearBeforeCode(data.periods, last);
  const isUp = subject.direction === 'up';
  const names = answer.series.flatMap((line) => {
    const [pair] = before ? pairOf(ownPoints(answer, line), before, last) : [];
    if (!pair || (isUp ? pair[1] >= pair[0] : pair[1] <= pair[0])) return [];
    return [data.units.at(line.unit).name];
  });
  if (!before || names.length === 0) return '';
  const when = lowerFirst(periodName(data, before));
  return words.sentence.turnedOnes(isUp ? 'down' : 'up', when, someOf(names));
}

/** The first names, and how many more there are. */
function someOf(names: readonly string[]): string {
  const more = names.length - MOST_TURNED;
  const some = names.slice(0, MOST_TURNED).join(', ');
  return more > 0 ? `${some} ${words.sentence.others(more)}` : some;
}

const MOST_TURNED = 4;

/** The finding about each of many lines. */
interface Each {
  readonly title: string;
  readonly sentence: string;
}

const NOTHING: Each = { title: '', sentence: '' };

/** Whether both values of a line are there, but a break lies between them. */
function isApart(points: readonly LinePoint[], first: string, last: string): boolean {
  const [from, to] = [first, last].map((code) => points.findIndex((p) => p.period === code));
  const has = (at = -1) => points[at]?.value != null;
  return has(from) && has(to) && pairOf(points, first, last).length === 0;
}

/** The values of a line at two periods, unless a break lies between them. */
function pairOf(points: readonly LinePoint[], first: string, last: string) {
  const [from, to] = [first, last].map((code) => points.findIndex((p) => p.period === code));
  const between = points.slice((from ?? 0) + 1, (to ?? 0) + 1);
  const [before, after] = [points[from ?? -1]?.value ?? null, points[to ?? -1]?.value ?? null];
  if (before === null || after === null || between.some(({ apart }) => apart)) return [];
  return [[before, after] as const];
}

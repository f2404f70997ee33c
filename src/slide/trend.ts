/** Lines over time as a line chart: units, the group's value, the parent's report, a target. */

import { drawnSeries, scopeOf } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { isHollow } from '../model/figure.ts';
import { reaches } from '../model/statistics/reference.ts';
import { lineDomain } from '../model/statistics/scale.ts';
import { levelRank } from '../model/unit.ts';
import { formatPeriodShort } from '../model/writing/date.ts';
import type { TrendAnswer, TrendSeries } from '../question/trend.ts';
import { valueText } from '../text/figure.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { partName, periodName, unitName } from '../text/name.ts';
import { shortNames } from '../text/short-name.ts';
import { trendSentence } from '../text/told/sentence.ts';
import { fitting } from '../text/told/title.ts';
import { eachFinding, missedSentence, trendTitle } from '../text/told/trend-title.ts';
import { words } from '../text/words.ts';
import { breakNotes, type Causes, causesOf } from './breaks.ts';
import type { SlideDesk } from './desk.ts';
import { footnotesOf, slideDecimals } from './notes.ts';
import { panelSlides } from './page/panels.ts';
import { ownTargets, sharedLines } from './page/shared.ts';
import type { ChartSlide, Slide, SlideSeries } from './slide.ts';
import { textsOf } from './texts.ts';

export async function trendSlides(desk: SlideDesk, asked: Subject): Promise<Slide[]> {
  const { data } = desk;
  const answer = await desk.ask({ ask: 'trend', subject: asked.id, ...scopeOf(data, desk.state) });
  const subject = subjectOf(data, answer.series[0]?.points[0]?.subject ?? asked.id) ?? asked;
  const { own } = linesOf(desk, subject, answer);
  const chart = trendChart(desk, subject, answer, await causesOf(desk, subject, own));
  return chart ? [chart, ...panelSlides(chart)] : [];
}

/** The lines of an answer; null where none of them has a number. @param causes why they break */
export function trendChart(
  desk: TrendDesk,
  subject: Subject,
  answer: TrendAnswer,
  causes: Causes,
): ChartSlide | null {
  const lines = linesOf(desk, subject, answer);
  return lines.own.length > 0 ? chartOf(desk, subject, answer, lines, causes) : null;
}

/** What a chart is made from that is not asked for. */
type TrendDesk = Pick<SlideDesk, 'data' | 'state'>;

interface Lines {
  /** Those with a number. */
  readonly own: readonly TrendSeries[];
  /** What most of them are parts of, where there are many. */
  readonly above: readonly TrendSeries[];
  readonly peers: readonly TrendSeries[];
  /** Those that stand out. */
  readonly strong: readonly TrendSeries[];
  readonly title: string;
}

function linesOf(desk: TrendDesk, subject: Subject, answer: TrendAnswer): Lines {
  const { data } = desk;
  const hasNumber = ({ points }: TrendSeries) => points.some((point) => point.value !== null);
  const own = drawnSeries(desk, answer).filter(hasNumber);
  const isMany = own.length > MOST_STRONG;
  const above = isMany ? higherOnes(data, own) : [];
  const peers = isMany ? worstFirst(subject, own, above) : own;
  const { title, lines } = trendTitle(data, subject, { ...answer, series: peers });
  const turned = peers.filter((line) => turnedBack(subject, line)).slice(0, MOST_TURNED);
  const some = lines.length > 0 ? lines : [...new Set([...ends(subject, peers), ...turned])];
  return { own: [...peers, ...above], above, peers, strong: isMany ? some : own, title };
}

function chartOf(
  desk: TrendDesk,
  subject: Subject,
  answer: TrendAnswer,
  { own, above, peers, strong, title }: Lines,
  causes: Causes,
): ChartSlide {
  const { data } = desk;
  const told = (values: SlideSeries['values']) =>
    values.map((value) => (value === null ? '' : valueText(subject, value)));
  const shorts = shortNames(data, own);
  const isMany = strong.length < own.length;
  const stretches = own.flatMap((line, at) =>
    stretchesOf(desk, answer, line).map(
      (part): SlideSeries => ({
        ...part,
        short: part.line.replace(unitName(data, line.unit), shorts[at] ?? ''),
        role: above.includes(line) ? 'own' : 'value',
        texts: told(part.values),
        isStrong: strong.includes(line),
        isBehind: missesTarget(subject, line),
        ...(isMany && part.label && turnedBack(subject, line)
          ? { remark: words.present.turned[subject.direction === 'down' ? 'up' : 'down'] }
          : {}),
      }),
    ),
  );
  const shared = sharedLines(data, answer, own).map(
    ({ label, ...line }): SlideSeries => ({
      ...{ ...line, label, texts: told(line.values), isStrong: false, line: line.role },
    }),
  );
  const known = [...stretches, ...shared].flatMap((line) => line.values.filter((v) => v !== null));
  const [least, most] = lineDomain(subject, known);
  const heading = words.trend.title(subject.name, words.grain[answer.grain]);
  const asked = { ...answer, series: peers };
  const missed = missedSentence(data, subject, asked);
  const sentence = trendSentence(data, subject, asked);
  const { major, minor } = breakNotes(desk, own, causes);
  const points = own.flatMap((line) => line.points);
  const texts = textsOf(desk, heading, points, { indicator: [subject.id] });
  return {
    type: 'lines',
    ...texts,
    title: title || onlyPeriod(subject, points) || texts.title,
    sentence: missed || sentence,
    ...(missed ? { lead: missedSentence(data, subject, asked, false) } : {}),
    spoken: [missed && sentence, ...minor].filter(Boolean),
    each: eachFinding(data, subject, asked),
    footnotes: notesOf(desk, subject, own, strong, [
      ...ownTargetNote(data, subject, own, answer),
      ...major,
    ]),
    marked: [],
    categories: answer.periods.map((code) => {
      const period = data.periods.get(code);
      return period ? formatPeriodShort(period) : code;
    }),
    series: [...stretches, ...shared],
    goal: null,
    percent: subject.isRatio && subject.scale === 100,
    decimals: slideDecimals(subject, known),
    least,
    most,
  };
}

function ownTargetNote(
  data: Dataset,
  subject: Subject,
  own: readonly TrendSeries[],
  { periods }: TrendAnswer,
): string[] {
  const told = ownTargets(data, subject, own, periods);
  return told.length > 0 && told.length <= MOST_STRONG
    ? [words.present.ownTarget(told.join(', '))]
    : [];
}

/** Says why there is no line yet. */
function onlyPeriod({ shortName }: Subject, points: TrendSeries['points']): string {
  const known = points.filter(({ value }) => value !== null);
  return known.length === 1 ? fitting(shortName, [words.present.onlyPeriod]) : '';
}

function notesOf(
  desk: TrendDesk,
  subject: Subject,
  own: readonly TrendSeries[],
  strong: readonly TrendSeries[],
  breaks: readonly string[],
): string[] {
  const recent = strong.flatMap((line) =>
    line.points.slice(-8).filter(({ status }) => status !== 'B'),
  );
  const told = footnotesOf(desk.data, recent, true);
  const isPale = own.some((line) => !strong.includes(line) && missesTarget(subject, line));
  const othersNote = isPale ? words.present.paleLines : words.present.greyLines;
  const isSaid = told.length > 0 && told.length <= MOST_TOLD; // then the hollow points are explained one by one
  return [
    ...(isSaid || !strong.some(({ points }) => points.some(isHollow)) ? [] : [words.trend.hollow]),
    ...told.slice(0, MOST_TOLD),
    ...(strong.length < own.length ? [othersNote] : []),
    ...breaks,
  ];
}

/** Footnotes of one slide about single figures. */
const MOST_TOLD = 2;

function missesTarget(subject: Subject, { points, targets }: TrendSeries): boolean {
  const last = points.filter((point) => point.value !== null).at(-1);
  const target = targets.find(({ period }) => period === last?.period) ?? null;
  return last !== undefined && reaches(subject, last, target) === false;
}

/** Lines of those that miss the target and went the wrong way that stand out. */
const MOST_TURNED = 2;

/** Misses the target, and is further from it than in the period before. */
function turnedBack(subject: Subject, line: TrendSeries): boolean {
  const [before, last] = line.points.slice(-2).map(({ value }) => value);
  if (before == null || last == null || !missesTarget(subject, line)) return false;
  if (line.points.at(-1)?.status === 'B') return false;
  return subject.direction === 'down' ? last > before : last < before;
}

type Stretch = Pick<SlideSeries, 'name' | 'values' | 'line' | 'label'> & {
  readonly weak: readonly boolean[];
};

/** Lines that can be told apart by their colours; of more, a few stand out. */
const MOST_STRONG = 4;

/** Lines of a higher level than most: what the others are parts of. */
function higherOnes(data: Dataset, own: readonly TrendSeries[]): TrendSeries[] {
  const rank = ({ unit }: TrendSeries) => levelRank(data.units.at(unit).level);
  const lowest = Math.max(...own.map(rank));
  return own.filter((line) => rank(line) < lowest);
}

/** Those that are not above the others, the last of them at the end first. */
function worstFirst(
  { direction }: Subject,
  own: readonly TrendSeries[],
  above: readonly TrendSeries[],
): TrendSeries[] {
  const sign = direction === 'down' ? -1 : 1;
  const last = ({ points }: TrendSeries) =>
    points.filter(({ value }) => value !== null).at(-1)?.value;
  return own
    .filter((line) => !above.includes(line))
    .sort((a, b) => sign * ((last(a) ?? 0) - (last(b) ?? 0)));
}

/** Where no line moves beyond chance: those that stand last and first at the end. */
function ends({ direction }: Subject, own: readonly TrendSeries[]): TrendSeries[] {
  const at = (line: TrendSeries) => line.points.at(-1)?.value ?? null;
  const known = own.filter((line) => at(line) !== null);
  const rising = known.sort((a, b) => (at(a) ?? 0) - (at(b) ?? 0));
  const [low, high] = [rising[0], rising.at(-1)];
  const behindFirst = direction === 'down' ? [high, low] : [low, high];
  return behindFirst.filter((line) => line !== undefined);
}

/** A line between its breaks: what came before a break is a line of its own. */
function stretchesOf(desk: TrendDesk, { breaks }: TrendAnswer, line: TrendSeries): Stretch[] {
  const own = new Set(
    breaks.filter((item) => item.cuts && item.unit === line.unit).map((item) => item.period),
  );
  const starts = line.points.flatMap((point, at) =>
    at > 0 && (point.status === 'B' || own.has(point.period)) ? [at] : [],
  );
  const name = lineName(desk, line);
  const weak = line.points.map(isHollow);
  return [0, ...starts].flatMap((from, at, all): Stretch[] => {
    const to = all[at + 1] ?? line.points.length;
    const values = line.points.map((point, i) => (i >= from && i < to ? point.value : null));
    if (values.every((value) => value === null)) return [];
    const since = line.points[from]?.period ?? '';
    const part =
      at === 0 ? '' : ` (${words.present.since(lowerFirst(periodName(desk.data, since)))})`;
    const isLast = line.points.slice(to).every((point) => point.value === null);
    return [{ name: name + part, values, weak, line: name, label: isLast ? name : '' }];
  });
}

function lineName({ data }: TrendDesk, line: TrendSeries): string {
  const first = line.points[0];
  const part = first ? partName(data, first) : '';
  return [unitName(data, line.unit), part].filter(Boolean).join(' · ');
}

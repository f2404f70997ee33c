/** Lines over time as a line chart: units, the group's value, the parent's report, a target. */

import { drawnSeries, scopeOf } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { domainOf } from '../model/statistics/scale.ts';
import { levelRank } from '../model/unit.ts';
import { formatPeriodShort } from '../model/writing/date.ts';
import type { TrendAnswer, TrendSeries } from '../question/trend.ts';
import { valueText } from '../text/figure.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { partName, periodName, unitName } from '../text/name.ts';
import { trendSentence } from '../text/sentence.ts';
import { trendTitle } from '../text/title.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { footnotesOf, slideDecimals } from './notes.ts';
import type { Slide, SlideSeries } from './slide.ts';
import { textsOf } from './texts.ts';

export async function trendSlides(desk: SlideDesk, asked: Subject): Promise<Slide[]> {
  const { data } = desk;
  const answer = await desk.ask({
    ask: 'trend',
    subject: asked.id,
    ...scopeOf(data, desk.state),
  });
  const subject = subjectOf(data, answer.series[0]?.points[0]?.subject ?? asked.id) ?? asked;
  const series = drawnSeries(desk, answer);
  const own = series.filter((line) => line.points.some((point) => point.value !== null));
  if (own.length === 0) return [];
  const points = own.flatMap((line) => line.points);
  const percent = subject.isRatio && subject.scale === 100;
  const told = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? '' : valueText(subject, value)));
  const { title, lines } = trendTitle(data, subject, { ...answer, series });
  const above = higherOnes(data, own);
  const peers = own.filter((line) => !above.includes(line));
  const strong = own.length <= MOST_STRONG ? own : lines.length > 0 ? lines : ends(subject, peers);
  const stretches = own.flatMap((line) =>
    stretchesOf(desk, answer, line).map(
      (part): SlideSeries => ({
        ...part,
        role: own.length > MOST_STRONG && above.includes(line) ? 'own' : 'value',
        texts: told(part.values),
        isStrong: strong.includes(line),
      }),
    ),
  );
  const shared: SlideSeries[] = [];
  if (answer.group) {
    const values = answer.group.points.map((point) => point.total?.value ?? null);
    const name = words.trend.group(unitName(data, answer.group.parent));
    shared.push(sharedSeries('group', name, values, told));
  }
  if (answer.own) {
    const values = answer.own.points.map((point) => point.value);
    const name = words.trend.own(unitName(data, answer.own.unit));
    shared.push(sharedSeries('own', name, values, told));
  }
  const target = commonTarget(own, answer.periods);
  if (target) {
    shared.push(sharedSeries('target', words.chart.legendTarget, target, told));
  }
  const known = [...stretches, ...shared].flatMap((line) => line.values.filter((v) => v !== null));
  const [least, most] = domainOf(subject, known);
  const heading = words.trend.title(subject.name, words.grain[answer.grain]);
  const texts = textsOf(desk, heading, points, { indicator: [subject.id] });
  return [
    {
      type: 'lines',
      ...texts,
      title: title || texts.title,
      sentence: trendSentence(data, subject, { ...answer, series }),
      footnotes: [
        ...(strong.length < own.length ? [words.present.greyLines] : []),
        ...breakNotes(desk, own),
        ...footnotesOf(
          data,
          strong.flatMap((line) => line.points.slice(-8).filter(({ status }) => status !== 'B')),
          true,
        ).slice(0, MOST_TOLD),
      ],
      marked: [],
      categories: answer.periods.map((code) => {
        const period = data.periods.get(code);
        return period ? formatPeriodShort(period) : code;
      }),
      series: [...stretches, ...shared],
      percent,
      decimals: slideDecimals(subject, known),
      least,
      most,
    },
  ];
}

/** Footnotes of one slide about single figures. */
const MOST_TOLD = 2;

type Stretch = Pick<SlideSeries, 'name' | 'values' | 'line' | 'label'>;

/** Breaks by the period from which they hold, with how many lines have them. */
function breakNotes({ data }: SlideDesk, lines: readonly TrendSeries[]): string[] {
  const broken = lines.flatMap(({ points }) => points.filter(({ status }) => status === 'B'));
  return [...groupBy(broken, ({ period }) => period)].map(([period, points]) =>
    words.present.breaks(lowerFirst(periodName(data, period)), points.length),
  );
}

function sharedSeries(
  role: 'group' | 'own' | 'target',
  name: string,
  values: SlideSeries['values'],
  told: (values: SlideSeries['values']) => string[],
): SlideSeries {
  return { name, role, values, texts: told(values), isStrong: false, line: role, label: name };
}

/** Lines that can be told apart by their colours; of more, a few stand out. */
const MOST_STRONG = 4;

/** Lines of a higher level than most: what the others are parts of. */
function higherOnes(data: Dataset, own: readonly TrendSeries[]): TrendSeries[] {
  const rank = ({ unit }: TrendSeries) => levelRank(data.units.at(unit).level);
  const lowest = Math.max(...own.map(rank));
  return own.filter((line) => rank(line) < lowest);
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
function stretchesOf(desk: SlideDesk, { breaks }: TrendAnswer, line: TrendSeries): Stretch[] {
  const own = new Set(breaks.filter((item) => item.unit === line.unit).map((item) => item.period));
  const starts = line.points.flatMap((point, at) =>
    at > 0 && (point.status === 'B' || own.has(point.period)) ? [at] : [],
  );
  const name = lineName(desk, line);
  return [0, ...starts].flatMap((from, at, all): Stretch[] => {
    const to = all[at + 1] ?? line.points.length;
    const values = line.points.map((point, i) => (i >= from && i < to ? point.value : null));
    if (values.every((value) => value === null)) return [];
    const since = line.points[from]?.period ?? '';
    const part =
      at === 0 ? '' : ` (${words.present.since(lowerFirst(periodName(desk.data, since)))})`;
    const isLast = line.points.slice(to).every((point) => point.value === null);
    return [{ name: name + part, values, line: name, label: isLast ? name : '' }];
  });
}

function lineName({ data }: SlideDesk, line: TrendSeries): string {
  const first = line.points[0];
  const part = first ? partName(data, first) : '';
  return [unitName(data, line.unit), part].filter(Boolean).join(' · ');
}

/** One line of targets, where all units have the same. */
function commonTarget(
  lines: readonly TrendSeries[],
  periods: readonly string[],
): (number | null)[] | null {
  const values = periods.map((period) => {
    const found = lines.map(
      (line) => line.targets.find((target) => target.period === period)?.value ?? null,
    );
    const distinct = new Set(found);
    return distinct.size === 1 ? (found[0] ?? null) : null;
  });
  return values.some((value) => value !== null) ? values : null;
}

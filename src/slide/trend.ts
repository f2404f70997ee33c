/** Lines over time as a line chart: units, the group's value, the parent's report, a target. */

import { scopeOf } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { subjectOf } from '../model/dataset.ts';
import { domainOf } from '../model/statistics/scale.ts';
import { formatPeriodShort } from '../model/writing/date.ts';
import type { TrendAnswer, TrendSeries } from '../question/trend.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { partName, periodName, unitName } from '../text/name.ts';
import { trendSentence } from '../text/sentence.ts';
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
  const own = answer.series.filter((line) => line.points.some((point) => point.value !== null));
  if (own.length === 0) return [];
  const points = own.flatMap((line) => line.points);
  const percent = subject.isRatio && subject.scale === 100;
  const stretches = own.flatMap((line) => stretchesOf(desk, answer, line));
  const shared: SlideSeries[] = [];
  if (answer.group) {
    shared.push({
      name: words.trend.group(unitName(data, answer.group.parent)),
      role: 'group',
      values: answer.group.points.map((point) => point.total?.value ?? null),
    });
  }
  if (answer.own) {
    shared.push({
      name: words.trend.own(unitName(data, answer.own.unit)),
      role: 'own',
      values: answer.own.points.map((point) => point.value),
    });
  }
  const target = commonTarget(own, answer.periods);
  if (target) shared.push({ name: words.chart.legendTarget, role: 'target', values: target });
  const known = [...stretches, ...shared].flatMap((line) => line.values.filter((v) => v !== null));
  const [least, most] = domainOf(subject, known);
  return [
    {
      type: 'lines',
      ...textsOf(desk, words.trend.title(subject.name, words.grain[answer.grain]), points, {
        indicator: [subject.id],
      }),
      sentence: trendSentence(data, subject, answer),
      footnotes: footnotesOf(
        data,
        own.flatMap((line) => line.points.slice(-8)),
        true,
      ),
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

/** A line between its breaks: what came before a break is a line of its own. */
function stretchesOf(desk: SlideDesk, { breaks }: TrendAnswer, line: TrendSeries): SlideSeries[] {
  const own = new Set(breaks.filter((item) => item.unit === line.unit).map((item) => item.period));
  const starts = line.points.flatMap((point, at) =>
    at > 0 && (point.status === 'B' || own.has(point.period)) ? [at] : [],
  );
  const name = lineName(desk, line);
  return [0, ...starts].flatMap((from, at, all): SlideSeries[] => {
    const to = all[at + 1] ?? line.points.length;
    const values = line.points.map((point, i) => (i >= from && i < to ? point.value : null));
    if (values.every((value) => value === null)) return [];
    const since = line.points[from]?.period ?? '';
    const part =
      at === 0 ? '' : ` (${words.present.since(lowerFirst(periodName(desk.data, since)))})`;
    return [{ name: name + part, role: 'value', values }];
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

/** Lines over time as a line chart: units, the group's value, the parent's report, a target. */
import type { Subject } from '../model/catalogue.ts';
import { categoryName, subjectOf } from '../model/dataset.ts';
import { formatPeriodShort } from '../model/date.ts';
import type { TrendSeries } from '../query/question.ts';
import type { Slide, SlideSeries } from '../share/slides.ts';
import { trendSentence } from '../text/sentence.ts';
import { vi } from '../text/vi.ts';
import type { Desk } from './desk.ts';
import { scopeOf } from './scope.ts';
import { footnotesOf } from './slide-notes.ts';
import { textsOf } from './slide-texts.ts';
import { unitName } from './subject-label.ts';

export async function trendSlides(desk: Desk, asked: Subject): Promise<Slide[]> {
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
  const shared: SlideSeries[] = [];
  if (answer.group) {
    shared.push({
      name: vi.trend.group(unitName(data, answer.group.parent)),
      role: 'group',
      values: answer.group.points.map((point) => point.total?.value ?? null),
    });
  }
  if (answer.own) {
    shared.push({
      name: vi.trend.own(unitName(data, answer.own.unit)),
      role: 'own',
      values: answer.own.points.map((point) => point.value),
    });
  }
  const target = commonTarget(own, answer.periods);
  if (target) shared.push({ name: vi.chart.legendTarget, role: 'target', values: target });
  return [
    {
      type: 'lines',
      ...textsOf(desk, vi.trend.title(subject.name, vi.grain[answer.grain]), points, {
        indicator: [subject.id],
      }),
      sentence: trendSentence(data, subject, answer),
      footnotes: footnotesOf(data, points.slice(-own.length * 4)),
      categories: answer.periods.map((code) => {
        const period = data.periods.get(code);
        return period ? formatPeriodShort(period) : code;
      }),
      series: [
        ...own.map(
          (line): SlideSeries => ({
            name: lineName(desk, line),
            role: 'value',
            values: line.points.map((point) => point.value),
          }),
        ),
        ...shared,
      ],
      percent,
      decimals: subject.isRatio ? subject.decimals : 0,
      most: percent ? 100 : null,
    },
  ];
}

function lineName({ data }: Desk, line: TrendSeries): string {
  const first = line.points[0];
  const category = first?.category ? categoryName(data, first.breakdown, first.category) : '';
  return [unitName(data, line.unit), category].filter(Boolean).join(' · ');
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

/** One unit's indicators over time: a small chart each, on an axis that fits it, what calls for attention first. */

import { LATEST } from '../../address/period-choice.ts';
import type { UrlState } from '../../address/url.ts';
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { reaches } from '../../model/statistics/reference.ts';
import { fittedDomain } from '../../model/statistics/scale.ts';
import { minGapOf } from '../../model/statistics/standing.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { urgency } from '../../model/visit/urgency.ts';
import type { StandingAnswer, StandingRow } from '../../question/standing.ts';
import type { TrendAnswer, TrendQuestion } from '../../question/trend.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { unitName } from '../../text/name.ts';
import { storyText } from '../../text/told/story.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { footnotesOf } from '../notes.ts';
import { hollowNote } from '../page/panels.ts';
import type { ChartSlide, PanelSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';
import { trendChart } from '../trend.ts';

/** An indicator of the unit with figures of two periods or more. */
export interface Multiple extends StandingRow {
  readonly subject: Subject;
  readonly reasons: readonly Reason[];
  /** Against its target; null where that cannot be said. */
  readonly isMet: boolean | null;
}

/** Charts of one slide: with more of them the names have no room. */
const MOST_PANELS = 8;

/** What can be drawn, the strongest alarm first, then in the order of the catalogue. */
export function multiplesOf(data: Dataset, { rows, reasons }: StandingAnswer): Multiple[] {
  const all = rows.flatMap((row): Multiple[] => {
    const { figure, target, past } = row;
    const subject = subjectOf(data, figure.subject);
    const known = past.filter(({ value }) => value !== null).length;
    if (!subject || figure.value === null || known < 2) return [];
    const own = reasons.filter((reason) => reason.subject === subject.id);
    return [{ ...row, subject, reasons: own, isMet: reaches(subject, figure, target) }];
  });
  const of = ({ figure, reasons: own, isMet }: Multiple) => urgency(figure, own, isMet);
  return all.sort((a, b) => of(b) - of(a));
}

/** The past of one indicator as the trend screen asks for it, in periods as long as its latest. */
export function pastOf(
  { data, state }: Pick<SlideDesk, 'data' | 'state'>,
  { figure }: Multiple,
): TrendQuestion {
  return {
    ...{ ask: 'trend', subject: figure.subject, units: [figure.unit], period: LATEST },
    grain: data.periods.get(figure.period)?.grain ?? 'any',
    ...{ breakdown: '', category: '', body: figure.body, level: '', basis: state.basis },
  };
}

/** What opens behind a small chart. */
export function trendOf({ figure }: Multiple): Partial<UrlState> {
  return { view: 'trend', unit: [figure.unit], indicator: [figure.subject] };
}

/** The unit, its target and the group's value on an axis that fits them; null where there is no number. */
export function smallChart(
  { data, state }: Pick<SlideDesk, 'data' | 'state'>,
  { subject, figure, reasons }: Multiple,
  answer: TrendAnswer,
): ChartSlide | null {
  const at = { data, state: { ...state, ...trendOf({ figure } as Multiple), level: '' } };
  const chart = trendChart(at, subject, answer, new Map());
  if (!chart) return null;
  const series = chart.series
    .filter(({ role }) => role !== 'own' && (role !== 'group' || subject.isRatio)) // a sum dwarfs one of its parts
    .map((one) => ({ ...one, label: '', isBehind: false })); // what a chart of its own says in words
  const known = series.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const span = subject.isRatio ? minGapOf(data, subject) : Math.max(1, ...known) / 10;
  const [least, most] = fittedDomain(subject, known, span);
  const isBehind = reasons.some(({ kind }) => kind === 'level');
  const heading = isBehind ? `${subject.shortName} ${words.present.minus}` : subject.shortName;
  return { ...chart, heading, title: heading, sentence: '', footnotes: [], series, least, most };
}

/** All of them, on even pages; none where nothing has a past. */
export async function multiplesSlides(
  desk: SlideDesk,
  unit: string,
  answer: StandingAnswer,
): Promise<PanelSlide[]> {
  const drawn: { readonly item: Multiple; readonly chart: ChartSlide }[] = [];
  for (const item of multiplesOf(desk.data, answer)) {
    const chart = smallChart(desk, item, await desk.ask(pastOf(desk, item)));
    if (chart) drawn.push({ item, chart });
  }
  const count = Math.ceil(drawn.length / MOST_PANELS);
  const size = Math.ceil(drawn.length / Math.max(1, count));
  return Array.from({ length: count }, (_, at): PanelSlide => {
    const shown = drawn.slice(at * size, (at + 1) * size);
    const figures = shown.map(({ item }) => item.figure);
    const charts = shown.map(({ chart }) => chart);
    const name = words.multiples.title(unitName(desk.data, unit));
    const part = count > 1 ? ` (${at + 1}/${count})` : '';
    const left = at === count - 1 ? leftNote(answer, drawn.length) : '';
    return {
      type: 'panels',
      ...textsOf(desk, name + part, figures, { chart: 'multiples' }),
      sentence: at === 0 ? storyText(desk.data, answer) : '',
      footnotes: [
        legendOf(charts),
        words.multiples.axis,
        ...[hollowNote(charts), left, footnotesOf(desk.data, figures)[0] ?? ''].filter(Boolean),
      ],
      panels: charts,
    };
  });
}

/** What has too short a past to be drawn; '' where nothing has. */
export function leftNote({ rows }: StandingAnswer, drawn: number): string {
  const known = rows.filter(({ figure }) => figure.value !== null).length;
  return known > drawn ? words.multiples.left(known - drawn) : '';
}

/** What the lines mean that occur; and the sign behind names. */
export function legendOf(charts: readonly ChartSlide[]): string {
  const has = (role: string) =>
    charts.some(({ series }) => series.some((one) => one.role === role));
  const [own = '', target = '', group = ''] = words.multiples.legend;
  const isMarked = charts.some(({ heading }) => heading.endsWith(words.present.minus));
  const told = [own, has('target') ? target : '', has('group') ? group : ''].filter(Boolean);
  const sign = isMarked ? `${words.present.minus} ${words.comparing.legend.worse}` : '';
  return [told.join('; '), sign].filter(Boolean).map(upperFirst).join('; ');
}

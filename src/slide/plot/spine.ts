/** A unit against its group on all indicators: one row each, on one scale from the worst unit to the best. */
import type { Subject } from '../../model/catalogue.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { commonPeriodOf } from '../../model/statistics/shown.ts';
import { quantile, type SpineRow, spineRow } from '../../model/statistics/spread.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { StandingAnswer, StandingGroup, StandingRow } from '../../question/standing.ts';
import { figureText, valueText } from '../../text/figure.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { footnotesOf } from '../notes.ts';
import type { PlotPoint, PlotSeries, PlotSlide, Slide, TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** An indicator with the unit's place in its group. */
export interface Placed {
  readonly subject: Subject;
  readonly figure: Figure;
  readonly row: SpineRow;
  readonly group: StandingGroup;
  readonly target: Figure | null;
  /** Worse than the group beyond chance. */
  readonly isBehind: boolean;
}

/** Rows of one drawing; a target beyond the group stands this far outside it. */
const MOST_ROWS = 14;
const MOST_NOTES = 4;
const EDGE = 4;

/** The indicators that can be compared fairly, in the order of the catalogue. */
export function spineOf(data: Dataset, { rows, reasons }: StandingAnswer): Placed[] {
  const behind = new Set(
    reasons.flatMap(({ kind, subject }) => (kind === 'level' ? [subject] : [])),
  );
  return rows.flatMap((standing): Placed[] => {
    const subject = subjectOf(data, standing.figure.subject);
    const row = subject && rowOf(subject, standing);
    if (!subject || !row || !standing.group) return [];
    const { figure, group, target } = standing;
    return [{ ...{ subject, figure, row, group, target }, isBehind: behind.has(subject.id) }];
  });
}

function rowOf({ direction }: Subject, { figure, group, target }: StandingRow): SpineRow | null {
  if (!group || figure.value === null) return null;
  return spineRow(group.values, figure.value, target?.value ?? null, direction);
}

/** What a screen, a slide and paper draw of the rows. */
export function spinePlot(
  placed: readonly Placed[],
): Pick<PlotSlide, 'isRows' | 'x' | 'y' | 'series'> {
  const { spine } = words;
  const height = (at: number) => placed.length - 1 - at;
  const ticks = placed.map(({ subject, row }, at) => ({
    at: height(at),
    text: spine.row(subject.shortName, row.units),
  }));
  return {
    isRows: true,
    x: {
      ...{ name: '', least: -EDGE * 1.5, most: 100 + EDGE * 1.5 },
      ticks: [
        { at: 0, text: spine.worst },
        { at: 100, text: spine.best },
      ],
    },
    y: { ...{ name: '', ticks }, least: -0.7, most: placed.length - 0.3 },
    series: seriesOf(placed, height),
  };
}

function seriesOf(placed: readonly Placed[], height: (at: number) => number): PlotSeries[] {
  const { spine } = words;
  const span = (of: (row: SpineRow) => readonly [number, number]) =>
    placed.flatMap(({ row }, at): (PlotPoint | null)[] => [
      ...of(row).map((x) => ({ x, y: height(at), text: '' })),
      null,
    ]);
  const marks = (of: (item: Placed) => number | null) =>
    placed.map((item, at): PlotPoint | null => {
      const x = of(item);
      return x === null ? null : { x: edged(x), y: height(at), text: '' };
    });
  const texts = placed.map(({ subject, figure }, at) => ({
    ...{ x: 100 + EDGE * 1.5, y: height(at) },
    text: figureText(subject, figure),
  }));
  const all: PlotSeries[] = [
    { name: spine.range, look: 'thin', points: span(() => [0, 100]) },
    { name: spine.half, look: 'thick', points: span(({ lower, upper }) => [lower, upper]) },
    { name: spine.median, look: 'mid', points: marks(({ row }) => row.median) },
    { name: spine.target, look: 'tick', points: marks(({ row }) => row.target) },
    {
      name: spine.own,
      look: 'dot',
      points: marks(({ row, isBehind }) => (isBehind ? null : row.own)),
    },
    {
      name: spine.behind,
      look: 'bad',
      points: marks(({ row, isBehind }) => (isBehind ? row.own : null)),
    },
    { name: words.unit.value, look: 'text', points: texts },
  ];
  return all.filter(({ points }) => points.some((point) => point !== null));
}

function edged(place: number): number {
  return Math.max(-EDGE, Math.min(100 + EDGE, place));
}

/** On how many indicators the unit is in the better half; '' where there is none. */
export function spineSentence(data: Dataset, unit: string, placed: readonly Placed[]): string {
  if (placed.length === 0) return '';
  const above = placed.filter(({ row }) => row.own >= row.median).length;
  const period = periodName(data, commonPeriodOf(placed.map(({ figure }) => figure)));
  return `${words.spine.sentence(unitName(data, unit), above, placed.length, period)}.`;
}

/** What is not drawn, and where a target is not where it should be. */
export function spineNotes({ rows }: StandingAnswer, placed: readonly Placed[]): string[] {
  const known = rows.filter(({ figure }) => figure.value !== null).length;
  const isBeyond = placed.some(
    ({ row: { target } }) => target !== null && edged(target) !== target,
  );
  return [
    isBeyond ? words.spine.beyond : '',
    known > placed.length ? words.spine.left(known - placed.length) : '',
  ].filter(Boolean);
}

/** The whole, on one slide or on even parts of it; none where fewer than two indicators can be compared. */
export function spineSlides(desk: SlideDesk, unit: string, answer: StandingAnswer): Slide[] {
  const { data } = desk;
  const placed = spineOf(data, answer);
  if (placed.length < 2) return [];
  const count = Math.ceil(placed.length / MOST_ROWS);
  const size = Math.ceil(placed.length / count);
  return Array.from({ length: count }, (_, at) => {
    const shown = placed.slice(at * size, (at + 1) * size);
    const figures = shown.map(({ figure }) => figure);
    const name = words.spine.title(unitName(data, unit));
    const heading = count > 1 ? `${name} (${at + 1}/${count})` : name;
    return {
      type: 'plot',
      ...textsOf(desk, heading, figures, { chart: 'spine' }),
      ...spinePlot(shown),
      sentence: spineSentence(data, unit, placed),
      footnotes: [
        ...words.spine.legend,
        ...spineNotes(answer, placed),
        ...footnotesOf(data, figures).slice(0, 1),
      ].slice(0, MOST_NOTES),
      table: spineTable(shown),
    };
  });
}

function spineTable(placed: readonly Placed[]): Pick<TableSlide, 'columns' | 'rows'> {
  const { columns } = words.spine;
  const scale = ({ subject, group: { values } }: Placed) => {
    const [least, middle, most] = [0, 0.5, 1].map((share) => quantile(values, share) ?? 0);
    const order = subject.direction === 'down' ? [most, middle, least] : [least, middle, most];
    return order.map((value) => valueText(subject, value ?? 0)).join(' · ');
  };
  return {
    columns: [
      { name: words.column.indicator, number: false },
      { name: words.column.value, number: true },
      { name: columns.group, number: true },
      { name: words.chart.legendTarget, number: true },
      { name: columns.units, number: true },
    ],
    rows: placed.map((item) => [
      { text: item.subject.name },
      { text: figureText(item.subject, item.figure), bold: true },
      { text: scale(item) },
      { text: item.target?.value == null ? '' : valueText(item.subject, item.target.value) },
      { text: formatCount(item.row.units) },
    ]),
  };
}

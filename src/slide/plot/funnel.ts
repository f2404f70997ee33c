/** A group as a funnel: who lies beyond what chance explains, on the screen and on a slide. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import {
  type FunnelLimit,
  funnelCurve,
  funnelDistance,
  funnelPlace,
  hasSize,
} from '../../model/statistics/funnel.ts';
import { fittedTicks } from '../../model/statistics/scale.ts';
import { minGapOf } from '../../model/statistics/standing.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { countsText, figureText, valueText } from '../../text/figure.ts';
import { unitName } from '../../text/name.ts';
import { gapText } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import type { PlotSeries, PlotSlide, SlideText, TableSlide } from '../slide.ts';

/** Names in the drawing; more are counted. */
export const MOST_NAMES = 12;

/** A unit by its size and value. */
export interface Sized {
  readonly figure: Figure;
  readonly name: string;
  readonly size: number;
  /** In scale units. */
  readonly value: number;
  readonly beyond: 'outer' | 'inner' | '';
  readonly isBad: boolean;
  /** In standard deviations of chance. */
  readonly distance: number;
  /** Far enough from the group to mean something. */
  readonly matters: boolean;
}

export interface FunnelShape {
  /** The group's value in scale units. */
  readonly middle: number;
  readonly points: readonly Sized[];
  readonly curve: readonly FunnelLimit[];
  readonly ticks: readonly number[];
  /** Those who are named, the farthest first. */
  readonly named: readonly Sized[];
}

/** Null where there is no value of the group, or fewer than two units with their counts. */
export function funnelOf(
  data: Dataset,
  subject: Subject,
  group: CompareGroup,
  rows: readonly CompareRow[],
): FunnelShape | null {
  const p = groupShare(subject, group);
  const points = p === null ? [] : rows.flatMap((row) => sized(data, subject, row, p));
  if (p === null || points.length < 2) return null;
  const curve = funnelCurve(
    p,
    points.map(({ size }) => size),
  );
  const limits = curve.flatMap(({ outer }) => [outer.low, outer.high]);
  const bounds = [...points.map(({ value }) => value), ...limits.map((at) => at * subject.scale)];
  const ticks = fittedTicks(Math.min(...bounds), Math.max(...bounds));
  const named = outside(points).slice(0, MOST_NAMES);
  return { middle: p * subject.scale, points, curve, ticks, named };
}

/** The group's value as a share of 1; null where there is none. */
export function groupShare(subject: Subject, { total }: CompareGroup): number | null {
  if (!total || total.denominator === null || subject.scale !== 100) return null;
  const p = total.value / subject.scale;
  return subject.countsCases && p >= 0 && p <= 1 ? p : null;
}

function sized(data: Dataset, subject: Subject, { figure }: CompareRow, p: number): Sized[] {
  if (!isComparable(figure) || !figure.computed || !hasSize(figure)) return [];
  const { numerator: x, denominator: n } = figure;
  const place = funnelPlace(p, x, n);
  return [
    {
      ...{ figure, size: n },
      name: unitName(data, figure.unit, figure.period),
      value: (x / n) * subject.scale,
      beyond: place === 'beyond998' ? 'outer' : place === 'beyond95' ? 'inner' : '',
      isBad: subject.direction === (x / n > p ? 'down' : 'up'),
      distance: funnelDistance(p, x, n),
      matters: Math.abs(x / n - p) * subject.scale >= minGapOf(data, subject),
    },
  ];
}

/** Those beyond the outer limits that matter, the farthest first: a unit is named with a verdict only. */
function outside(points: readonly Sized[]): Sized[] {
  return points
    .filter(({ beyond, matters }) => beyond === 'outer' && matters)
    .sort((a, b) => b.distance - a.distance);
}

/** Who lies outside, how many do so by little, and how many are not drawn. */
export function funnelTold(
  data: Dataset,
  subject: Subject,
  { points, named }: FunnelShape,
  rows: readonly CompareRow[],
): string[] {
  const { funnel } = words.comparing;
  const out = outside(points).length;
  const names = named.map(({ name }) => name).join(', ');
  const more = out - named.length;
  const list = more > 0 ? `${names} ${words.sentence.others(more)}` : names;
  const near = points.filter(({ beyond, matters }) => beyond === 'outer' && !matters).length;
  const left = rows.filter(({ figure }) => figure.value !== null).length - points.length;
  return [
    funnel.points(points.length),
    out > 0 ? funnel.outside(list) : near === 0 ? funnel.nobody : '',
    near > 0 ? funnel.near(near, gapText(data, subject)) : '',
    left > 0 ? funnel.left(left) : '',
  ].filter(Boolean);
}

/** The funnel of a group on a slide, under the texts of its comparison; null where it cannot be drawn. */
export function funnelSlide(
  data: Dataset,
  subject: Subject,
  group: CompareGroup,
  texts: SlideText,
): PlotSlide | null {
  const shape = funnelOf(data, subject, group, group.rows);
  if (!shape) return null;
  const { points, ticks } = shape;
  const sizes = fittedTicks(0, Math.max(...points.map(({ size }) => size)));
  return {
    type: 'plot',
    ...texts,
    footnotes: [...funnelTold(data, subject, shape, group.rows), ...texts.footnotes],
    isRows: false,
    x: axisOf(words.comparing.funnel.across, sizes, formatCount),
    y: axisOf('', ticks, (at) => valueText(subject, at, at % 1 === 0 ? 0 : subject.decimals)),
    series: seriesOf(subject, shape),
    table: funnelTable(subject, points),
  };
}

function axisOf(
  name: string,
  ticks: readonly number[],
  text: (at: number) => string,
): PlotSlide['x'] {
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)];
  return { name, least, most, ticks: ticks.map((at) => ({ at, text: text(at) })) };
}

function seriesOf(subject: Subject, shape: FunnelShape): PlotSeries[] {
  const { funnel } = words.comparing;
  const { points, curve, middle, named } = shape;
  const limit = (of: (step: FunnelLimit) => number) =>
    curve.map((step) => ({ x: step.n, y: of(step) * subject.scale, text: '' }));
  const both = (side: 'inner' | 'outer') => [
    ...limit((step) => step[side].low),
    null,
    ...limit((step) => step[side].high),
  ];
  const marks = (keep: (point: Sized) => boolean) =>
    points.filter(keep).map((point) => ({
      ...{ x: point.size, y: point.value },
      text: named.includes(point) ? point.name : '',
    }));
  const isOut = ({ beyond }: Sized) => beyond === 'outer';
  const all: PlotSeries[] = [
    { name: funnel.outer, look: 'thin', points: both('outer') },
    { name: funnel.inner, look: 'dotted', points: both('inner') },
    {
      name: funnel.group,
      look: 'dashed',
      points: curve.map(({ n }) => ({ x: n, y: middle, text: '' })),
    },
    { name: words.control.units, look: 'ring', points: marks((point) => !isOut(point)) },
    { name: funnel.beyond998, look: 'dot', points: marks((p) => isOut(p) && !p.isBad) },
    {
      name: `${funnel.beyond998} (−)`,
      look: 'bad',
      points: marks((point) => isOut(point) && point.isBad),
    },
  ];
  return all.filter(({ points: own }) => own.length > 0);
}

function funnelTable(
  subject: Subject,
  points: readonly Sized[],
): Pick<TableSlide, 'columns' | 'rows'> {
  const { funnel } = words.comparing;
  const said = { outer: funnel.beyond998, inner: funnel.beyond95, '': '' };
  return {
    columns: [
      { name: words.column.unit, number: false },
      { name: words.present.counts, number: true },
      { name: words.column.value, number: true },
      { name: words.present.remark, number: false },
    ],
    rows: points.map(({ name, figure, beyond }) => [
      { text: name },
      { text: countsText(figure) },
      { text: figureText(subject, figure), bold: true },
      { text: said[beyond] },
    ]),
  };
}

/** Two indicators over units: who has both for the same period, where their middles are, who lies outermost. */
import { drawnGroups, scopeOf } from '../../address/scope.ts';
import type { UrlState } from '../../address/url.ts';
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import { fittedTicks } from '../../model/statistics/scale.ts';
import { median } from '../../model/statistics/spread.ts';
import type { CompareAnswer, CompareGroup, CompareQuestion } from '../../question/compare.ts';
import { figureText, valueText } from '../../text/figure.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { footnotesOf } from '../notes.ts';
import type { PlotSeries, PlotSlide, Slide, TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** One across, one up. */
export type Pair = readonly [Subject, Subject];

/** A unit with both figures. */
export interface Both {
  readonly name: string;
  readonly across: Figure;
  readonly up: Figure;
  readonly x: number;
  readonly y: number;
}

export interface Scatter {
  readonly pair: Pair;
  readonly points: readonly Both[];
  readonly medians: readonly [number, number];
  /** Outermost of all, to be named. */
  readonly outer: readonly Both[];
  /** Names of units that are not drawn. */
  readonly left: readonly string[];
  readonly period: string;
  readonly parent: string | null;
}

/** Fewer units are no picture; more names would cover it. */
const FEWEST = 3;
const MOST_NAMES = 6;
const MOST_LEFT = 5;

/** The question of each of the two. */
export function scatterQuestion(
  { data, state }: { readonly data: Dataset; readonly state: UrlState },
  subject: Subject,
): CompareQuestion {
  const { peers, tolerance } = state;
  return { ask: 'compare', subject: subject.id, peers, tolerance, ...scopeOf(data, state) };
}

/** The largest group of the first, with the figures of the second; null of fewer than three units. */
export function scatterOf(
  desk: { readonly data: Dataset; readonly state: UrlState },
  pair: Pair,
  answers: readonly [CompareAnswer, CompareAnswer],
): Scatter | null {
  const { data } = desk;
  const [group] = drawnGroups(desk, answers[0].groups);
  if (!group) return null;
  const { points, left } = paired(data, group, answers[1]);
  const medians = [median(points.map(({ x }) => x)), median(points.map(({ y }) => y))] as const;
  const [across, up] = medians;
  if (points.length < FEWEST || across === null || up === null) return null;
  const { period, parent } = group;
  const outer = outermost(points, [across, up]);
  return { pair, points, medians: [across, up], outer, left, period, parent };
}

function paired(data: Dataset, { rows }: CompareGroup, second: CompareAnswer) {
  const key = ({ unit, body, category, period }: Figure) =>
    [unit, body, category, period].join('~');
  const others = second.groups.flatMap((group) => group.rows.map(({ figure }) => figure));
  const known = new Map(others.map((figure) => [key(figure), figure]));
  const points = rows.flatMap(({ figure }): Both[] => {
    const other = known.get(key(figure));
    if (!other || figure.value === null || other.value === null) return [];
    if (!isComparable(figure) || !isComparable(other) || figure.cutoff !== other.cutoff) return [];
    const name = unitName(data, figure.unit, figure.period);
    return [{ name, across: figure, up: other, x: figure.value, y: other.value }];
  });
  const drawn = new Set(points.map(({ across }) => across.unit));
  const units = [...new Set(rows.map(({ figure }) => figure.unit))];
  const left = units.filter((unit) => !drawn.has(unit)).map((unit) => unitName(data, unit));
  return { points, left };
}

/** Names that stand nearer than these shares of the axes would run into each other. */
const ROOM = { x: 0.2, y: 0.07 };

/** Those farthest from the two medians, by the spread of each axis; of neighbours the farther one. */
function outermost(points: readonly Both[], [mx, my]: readonly [number, number]): Both[] {
  const span = (values: readonly number[]) =>
    Math.max(Math.max(...values) - Math.min(...values), 1e-9);
  const wide = span(points.map(({ x }) => x));
  const high = span(points.map(({ y }) => y));
  const far = ({ x, y }: Both) => Math.hypot((x - mx) / wide, (y - my) / high);
  const touches = (a: Both, b: Both) =>
    Math.abs(a.x - b.x) < wide * ROOM.x && Math.abs(a.y - b.y) < high * ROOM.y;
  const named: Both[] = [];
  for (const point of [...points].sort((a, b) => far(b) - far(a))) {
    if (named.length >= MOST_NAMES) break;
    if (!named.some((other) => touches(point, other))) named.push(point);
  }
  return named;
}

export function scatterTitle(data: Dataset, { pair, period }: Scatter): string {
  const [a, b] = pair;
  return words.scatter.title(a.name, b.name, periodName(data, period));
}

/** How many units, the medians, how many are worse on both: no cause is said, and nobody is named. */
export function scatterSentence(data: Dataset, { pair, points, medians, parent }: Scatter): string {
  const [a, b] = pair;
  const { scatter } = words;
  const [x, y] = medians;
  const place = parent === null ? '' : unitName(data, parent);
  const worse = ({ direction }: Subject, value: number, middle: number) =>
    direction === 'down' ? value > middle : value < middle;
  const both = points.filter((point) => worse(a, point.x, x) && worse(b, point.y, y)).length;
  const isJudged = a.direction !== 'none' && b.direction !== 'none';
  const told = scatter.sentence(points.length, place, valueText(a, x), valueText(b, y));
  return `${[told, isJudged ? scatter.both(both) : ''].filter(Boolean).join('; ')}.`;
}

/** What the lines are, and who is not drawn. */
export function scatterNotes({ left }: Scatter): string[] {
  const { cause, lines } = words.scatter;
  if (left.length === 0) return [cause, lines];
  const more = left.length - MOST_LEFT;
  const names = left.slice(0, MOST_LEFT).join(', ');
  const told = more > 0 ? `${names} ${words.sentence.others(more)}` : names;
  return [cause, lines, words.scatter.left(told)];
}

/** What the screen, a slide and paper draw. */
export function scatterPlot(shape: Scatter): Pick<PlotSlide, 'isRows' | 'x' | 'y' | 'series'> {
  const { pair, points, outer } = shape;
  const [a, b] = pair;
  const x = axisOf(
    a,
    points.map((point) => point.x),
  );
  const y = axisOf(
    b,
    points.map((point) => point.y),
  );
  const marks = points.map((point) => ({
    ...{ x: point.x, y: point.y },
    text: outer.includes(point) ? point.name : '',
  }));
  const units: PlotSeries = { name: words.control.units, look: 'dot', points: marks };
  return { isRows: false, x, y, series: [...medianLines(shape, x, y), units] };
}

function medianLines(
  { pair, medians: [mx, my] }: Scatter,
  x: PlotSlide['x'],
  y: PlotSlide['y'],
): PlotSeries[] {
  const at = (x: number, y: number) => ({ x, y, text: '' });
  const [a, b] = pair.map(({ shortName }) => words.scatter.median(shortName));
  return [
    { name: a ?? '', look: 'dashed', points: [at(mx, y.least), at(mx, y.most)] },
    { name: b ?? '', look: 'dashed', points: [at(x.least, my), at(x.most, my)] },
  ];
}

function axisOf(subject: Subject, values: readonly number[]): PlotSlide['x'] {
  const ticks = fittedTicks(Math.min(...values), Math.max(...values));
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)];
  const text = (at: number) => valueText(subject, at, at % 1 === 0 ? 0 : subject.decimals);
  const unit = subject.isRatio || !subject.unitLabel ? '' : ` (${subject.unitLabel})`;
  const name = `${subject.shortName}${unit}`;
  return { name, least, most, ticks: ticks.map((at) => ({ at, text: text(at) })) };
}

export async function scatterSlides(desk: SlideDesk, pair: Pair): Promise<Slide[]> {
  const { data, ask } = desk;
  const [a, b] = pair;
  const answers = [
    await ask(scatterQuestion(desk, a)),
    await ask(scatterQuestion(desk, b)),
  ] as const;
  const shape = scatterOf(desk, pair, answers);
  if (!shape) return [];
  const figures = shape.points.flatMap(({ across, up }) => [across, up]);
  return [
    {
      type: 'plot',
      ...textsOf(desk, scatterTitle(data, shape), figures, { indicator: [a.id, b.id] }),
      ...scatterPlot(shape),
      sentence: scatterSentence(data, shape),
      footnotes: [...scatterNotes(shape), ...footnotesOf(data, figures).slice(0, 2)],
      table: scatterTable(shape),
    },
  ];
}

function scatterTable({ pair, points }: Scatter): Pick<TableSlide, 'columns' | 'rows'> {
  const [a, b] = pair;
  return {
    columns: [
      { name: words.column.unit, number: false },
      { name: a.shortName, number: true },
      { name: b.shortName, number: true },
    ],
    rows: points.map(({ name, across, up }) => [
      { text: name },
      { text: figureText(a, across) },
      { text: figureText(b, up) },
    ]),
  };
}

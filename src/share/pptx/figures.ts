/** Native charts and tables of a deck, to be edited like any other. */
import type PptxGenJS from 'pptxgenjs';
import { dotsOf, type LineDot } from '../../model/drawing/line.ts';
import { wholeStep } from '../../model/statistics/scale.ts';
import { lineLooks, type Tone } from '../../slide/looks.ts';
import { bodyTop, tableLayout } from '../../slide/page/room.ts';
import type { ChartSlide, Level, SlideSeries, TableSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import {
  ACCENT,
  BEHIND,
  ERROR,
  FONT,
  GREY,
  INK,
  INNER,
  LINE,
  MISSED,
  MUTED,
  PALE,
  type Page,
  ROLE,
  SERIES,
  SIDE,
  SIZE,
  WARNING,
} from './style.ts';
import { bodyEnd } from './text.ts';
import { addTimes } from './times.ts';

/** A series with the look that the library cannot give it (labels.ts). */
export interface Drawn {
  readonly series: SlideSeries;
  readonly colour: string;
  /** Colours of single points that differ from it, by position. */
  readonly points: ReadonlyMap<number, string>;
  /** Which points carry their text: every one, the last with the name of its line, or none. */
  readonly labels: 'all' | 'last' | 'none';
  readonly isThin: boolean;
  readonly isDashed: boolean;
  /** Of a line the points that have a dot; without it all of them. */
  readonly dots?: readonly LineDot[];
  /** Of a bar: filled unless said otherwise; not drawn at all, so that it only keeps room or carries a text. */
  readonly fill?: 'hollow' | 'none';
}

/** Periods whose names the axis itself writes beside each other; those of more stand under it as texts. */
const MOST_TIMES = 10;

/** Inches that one bar takes at most: few bars do not become blocks. */
const MOST_BAR = 0.62;

/** Shares of the chart's frame that its plot takes: beside the names, above the periods, below the target's name. */
const PLOT = {
  bars: { x: 0.31, y: 0.06, w: 0.58, h: 0.93 },
  lines: { x: 0.06, y: 0.04, w: 0.7, h: 0.85 },
};

/** Names of many periods, and the names of two bars, need room under the plot. */
function plotOf({ type, categories, series, goal }: ChartSlide) {
  if (type === 'bars' && goal === null && series.length > 1) return { ...PLOT.bars, h: 0.83 };
  return hasTimes({ type, categories }) ? { ...PLOT.lines, h: 0.82 } : PLOT[type];
}

function hasTimes({ type, categories }: Pick<ChartSlide, 'type' | 'categories'>): boolean {
  return type === 'lines' && categories.length > MOST_TIMES;
}

/** The value axis: its ends, and which share of the chart's height the plot takes. */
export interface Axis {
  readonly least: number;
  readonly most: number;
  readonly plot: number;
}

export function axisOf(slide: ChartSlide): Axis {
  return { least: slide.least, most: slide.most, plot: plotOf(slide).h };
}

/** @returns the series as drawn */
export function addChart(file: PptxGenJS, page: Page, slide: ChartSlide): readonly Drawn[] {
  const bars = slide.type === 'bars';
  const { goal } = slide;
  const shown = drawn(slide, goal !== null);
  const data = shown.map(({ series }) => ({
    name: series.name,
    labels: [...slide.categories],
    values: series.values as number[],
  }));
  const top = bodyTop(slide);
  const whole = bodyEnd(slide) - top - 0.05;
  const wanted = bars ? slide.categories.length * MOST_BAR * shown.length + 0.3 : whole;
  const frame = { x: SIDE, y: top, w: INNER, h: Math.min(whole, wanted) };
  page.addChart(bars ? file.ChartType.bar : file.ChartType.line, data, {
    ...frame,
    layout: plotOf(slide),
    altText: [slide.heading, slide.sentence].filter(Boolean).join('. '),
    barDir: 'bar',
    barGapWidthPct: 45,
    chartColors: shown.map(({ colour }) => colour),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: SIZE.label,
    catAxisLabelColor: INK,
    catAxisOrientation: (bars ? 'maxMin' : 'minMax') as 'minMax', // the types know only one of the two
    ...(hasTimes(slide) ? { catAxisLabelPos: 'none' as const } : {}),
    catAxisLineShow: true,
    valAxisHidden: bars,
    valAxisLineShow: false,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: SIZE.label,
    valAxisLabelColor: MUTED,
    valAxisLabelFormatCode: slide.percent ? '0"%"' : '0', // whole numbers have no sign that languages write differently
    valAxisMinVal: slide.least,
    valAxisMaxVal: slide.most,
    valAxisMajorUnit: wholeStep(slide.least, slide.most),
    valGridLine: bars ? { style: 'none' } : { color: LINE, size: 0.75 },
    catGridLine: { style: 'none' },
    displayBlanksAs: 'gap',
    lineDataSymbolSize: 6,
    lineSize: 2.5,
    showLegend: bars && shown.length > 1,
    legendPos: 'b',
    legendFontFace: FONT,
    legendFontSize: SIZE.label,
    legendColor: INK,
  });
  addLevels(page, slide, frame);
  if (hasTimes(slide)) {
    const { x, y, w, h } = plotOf(slide);
    const plot = { x: frame.x + frame.w * x, y: frame.y + frame.h * y };
    addTimes(page, slide.categories, { ...plot, w: frame.w * w, h: frame.h * h });
  }
  return shown;
}

/** Where the name of a level stands: over its line, or to one side of it where two lines have names. */
type Side = 'over' | 'before' | 'behind';

/** A value as a line across all bars: what ends left of it has not reached it. The target is dashed. */
function addLevel(
  page: Page,
  slide: ChartSlide,
  { value, text }: Level,
  frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  side: Side,
): void {
  const plot = PLOT.bars;
  const share = (value - slide.least) / (slide.most - slide.least || 1);
  const x = frame.x + frame.w * (plot.x + plot.w * share);
  page.addShape('line', {
    ...{ x, y: frame.y + frame.h * plot.y - 0.04, w: 0, h: frame.h * plot.h + 0.04 },
    line: { color: INK, width: 1.25, dashType: value === slide.goal?.value ? 'dash' : 'solid' },
  });
  const w = 3;
  const from = { over: x - w / 2, before: x - w - 0.06, behind: x + 0.06 }[side];
  const align = ({ over: 'center', before: 'right', behind: 'left' } as const)[side];
  page.addText(text, {
    ...{ x: from, y: frame.y - 0.08, w, h: 0.3, margin: 0 },
    ...{ fontFace: FONT, fontSize: SIZE.label, color: INK, align, valign: 'middle' },
  });
}

/** The lines across bars, each with its name where the other's is not. */
function addLevels(page: Page, slide: ChartSlide, frame: Parameters<typeof addLevel>[3]): void {
  const { goal, overall } = slide;
  const isBefore = (overall?.value ?? 0) < (goal?.value ?? 0);
  const { overallOf, targetOf } = words.present;
  if (overall) {
    const side = !goal ? 'over' : isBefore ? 'before' : 'behind';
    addLevel(page, slide, { ...overall, text: overallOf(overall.text) }, frame, side);
  }
  if (goal) {
    const side = !overall ? 'over' : isBefore ? 'behind' : 'before';
    addLevel(page, slide, { ...goal, text: targetOf(goal.text) }, frame, side);
  }
}

/** What is drawn, and how: of many lines only some have a colour and a name. */
export function drawn(slide: ChartSlide, isTargetApart: boolean): Drawn[] {
  if (slide.type === 'bars') {
    const some = slide.marked.length > 0;
    return slide.series
      .filter(({ role }) => role === 'value' || !isTargetApart)
      .map((series) => ({
        series,
        colour: series.role === 'value' ? (some ? PALE : ACCENT) : ROLE[roleOf(series)],
        points: new Map(
          series.role === 'value'
            ? slide.marked.map((at) => [at, slide.isAlarm ? ERROR : ACCENT])
            : [],
        ),
        labels: 'all',
        isThin: false,
        isDashed: false,
      }));
  }
  return lineLooks(slide).map(({ series, tone, isThick, isNamed }) => ({
    series,
    colour: colourOf(tone),
    points: new Map(),
    labels: isNamed ? 'last' : 'none',
    isThin: !isThick,
    isDashed: tone === 'target',
    ...(isThick ? { dots: dotsOf(series.values, series.weak) } : {}),
  }));
}

function colourOf(tone: Tone): string {
  if (typeof tone === 'number') return SERIES[tone % SERIES.length] ?? GREY;
  const { group, own } = ROLE;
  return { grey: GREY, pale: MISSED, behind: ERROR, target: INK, group, own }[tone];
}

const roleOf = ({ role }: SlideSeries) => (role === 'value' ? 'own' : role);

const TONES = { error: ERROR, warning: WARNING, behind: INK } as const;

/** Rules instead of boxes: a line under the head, thin ones between rows. */
const RULE = { type: 'solid', pt: 0.75, color: LINE } as const;
const HEAD_RULE = { type: 'solid', pt: 1.5, color: ACCENT } as const;
const NO_RULE = { type: 'none' } as const;

export function addTable(page: Page, slide: TableSlide): void {
  const { columns, rows } = slide;
  const { type, widths, heights } = tableLayout(slide);
  const head = columns.map(({ name, number }) => ({
    text: name,
    options: {
      bold: true,
      color: MUTED,
      align: number ? ('right' as const) : ('left' as const),
      border: [NO_RULE, NO_RULE, HEAD_RULE, NO_RULE] as [
        typeof NO_RULE,
        typeof NO_RULE,
        typeof HEAD_RULE,
        typeof NO_RULE,
      ],
    },
  }));
  const body = rows.map((row) =>
    row.map((cell, at) => ({
      text: cell.text,
      options: {
        bold: cell.bold ?? false,
        color: cell.tone ? TONES[cell.tone] : INK,
        ...(cell.tone === 'behind' ? { fill: { color: BEHIND } } : {}),
        align: columns[at]?.number ? ('right' as const) : ('left' as const),
        border: [NO_RULE, NO_RULE, RULE, NO_RULE] as [
          typeof NO_RULE,
          typeof NO_RULE,
          typeof RULE,
          typeof NO_RULE,
        ],
      },
    })),
  );
  page.addTable([head, ...body], {
    x: SIDE,
    y: bodyTop(slide),
    w: INNER,
    colW: [...widths],
    rowH: [...heights],
    fontFace: FONT,
    fontSize: type,
    margin: [0.02, 0.08, 0.02, 0.08],
    valign: 'middle',
  });
}

/** Native charts and tables of a deck, to be edited like any other. */
import type PptxGenJS from 'pptxgenjs';
import { dotsOf } from '../../model/drawing/line.ts';
import { wholeStep } from '../../model/statistics/scale.ts';
import { lineLooks, type Tone, ticksOf } from '../../slide/looks.ts';
import { bodyTop, CLEAR, isAfterNumber, tableLayout } from '../../slide/page/room.ts';
import type { ChartSlide, SlideSeries, TableSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import type { Axis, Drawn } from './drawn.ts';
import { addLevels, addTicks } from './levels.ts';
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

/** Periods whose names the axis itself writes beside each other; those of more stand under it as texts. */
const MOST_TIMES = 10;

/** Inches that one bar takes at most: few bars do not become blocks. */
const MOST_BAR = 0.62;

/** Shares of the chart's frame that its plot takes: beside the names, above the periods, below the target's name. */
const PLOT = {
  bars: { x: 0.31, y: 0.07, w: 0.53, h: 0.92 },
  lines: { x: 0.06, y: 0.04, w: 0.7, h: 0.85 },
};

/** Names of many periods, and the names of two bars, need room under the plot. */
function plotOf({ type, categories }: ChartSlide) {
  if (type === 'bars') {
    const x = namesShare(categories);
    return { ...PLOT.bars, x, w: PLOT.bars.x + PLOT.bars.w - x };
  }
  return hasTimes({ type, categories }) ? { ...PLOT.lines, h: 0.82 } : PLOT[type];
}

/** Of the width, what the names of bars take. */
function namesShare(names: readonly string[]): number {
  const longest = Math.max(...names.map((name) => name.length), 1);
  return Math.min(PLOT.bars.x, Math.max(0.14, (longest * LETTER + 0.25) / INNER));
}

/** Inches of a letter of a bar's name. */
const LETTER = 0.135;

function hasTimes({ type, categories }: Pick<ChartSlide, 'type' | 'categories'>): boolean {
  return type === 'lines' && categories.length > MOST_TIMES;
}

export function axisOf(slide: ChartSlide): Axis {
  const levels = [slide.goal, slide.overall].flatMap((level) => level?.value ?? []);
  const { h, w } = plotOf(slide);
  return { least: slide.least, most: slide.most, plot: h, width: w, levels, ticks: ticksOf(slide) };
}

/** @returns the series as drawn */
export function addChart(file: PptxGenJS, page: Page, slide: ChartSlide): readonly Drawn[] {
  const bars = slide.type === 'bars';
  const shown = drawn(slide);
  const data = shown.map(({ series }) => ({
    name: series.name,
    labels: [...slide.categories],
    values: series.values as number[],
  }));
  const top = bodyTop(slide);
  const whole = bodyEnd(slide) - top - 0.05;
  const wanted = bars ? slide.categories.length * MOST_BAR * shown.length + 0.3 : whole;
  const listed = bars ? [] : listedLines(slide);
  const w = listed.length > 0 ? INNER - LIST - 0.3 : INNER;
  const frame = { x: SIDE, y: top, w, h: Math.min(whole, wanted) };
  page.addChart(bars ? file.ChartType.bar : file.ChartType.line, data, {
    ...frame,
    layout: plotOf(slide),
    altText: [slide.heading, slide.sentence].filter(Boolean).join('. '),
    barDir: 'bar',
    barGapWidthPct: 45,
    chartColors: shown.map(({ colour }) => colour),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: SIZE.text,
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
    showLegend: false,
  });
  const share = plotOf(slide);
  const plot = {
    x: frame.x + frame.w * share.x,
    y: frame.y + frame.h * share.y,
    w: frame.w * share.w,
    h: frame.h * share.h,
  };
  if (listed.length > 0) addList(page, listed, { x: SIDE + INNER - LIST, y: top, h: whole });
  if (bars) addLevels(page, slide, axisOf(slide), plot);
  if (bars) addTicks(page, slide, axisOf(slide), plot);
  if (hasTimes(slide)) addTimes(page, slide.categories, plot);
  return shown;
}

/** What is drawn, and how: of many lines only some have a colour and a name. */
export function drawn(slide: ChartSlide): Drawn[] {
  if (slide.type === 'bars') {
    const some = slide.marked.length > 0;
    return slide.series
      .filter(({ role }) => role === 'value')
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
  const listed = listedLines(slide);
  const early = earlyLines(slide);
  return withHoles(
    lineLooks(slide).map(({ series, tone, isThick, isNamed, nameTone }) => ({
      series,
      colour: colourOf(tone),
      nameColour: early.includes(series) ? MUTED : colourOf(nameTone),
      points: new Map(),
      labels:
        (isNamed && (isThick || !listed.includes(series))) || early.includes(series)
          ? 'last'
          : 'none',
      ...(early.includes(series) ? { isEarly: true } : {}),
      isThin: !isThick,
      isDashed: tone === 'target',
      ...(isThick ? { dots: dotsOf(series.values, series.weak) } : {}),
    })),
  );
}

/** Thin lines that end before the last period, where they are few. */
function earlyLines({ series, categories }: ChartSlide): readonly SlideSeries[] {
  const isEarly = ({ role, label, isStrong, values }: SlideSeries) =>
    role === 'value' && label !== '' && !isStrong && values.at(-1) == null;
  const isLater = ({ values }: SlideSeries) =>
    values.map((value) => value !== null).lastIndexOf(true) > categories.length / 3;
  const early = series.filter((one) => isEarly(one) && isLater(one));
  return early.length <= MOST_EARLY ? early : [];
}

/** Names among the lines. */
const MOST_EARLY = 2;

/** Lines that have not reached the target, where more than a few are: read as a list beside the chart. */
function listedLines(slide: ChartSlide): readonly SlideSeries[] {
  const behind = lineLooks(slide).flatMap(({ series, nameTone, isNamed }) =>
    isNamed && nameTone === 'behind' ? [series] : [],
  );
  return behind.length > MOST_AT_ENDS
    ? slide.series.filter((series) => behind.includes(series))
    : [];
}

/** Names in red at the ends of lines. */
const MOST_AT_ENDS = 3;

/** Inches of the list beside a chart, and of a line of it at most. */
const LIST = 3.5;
const LIST_LINE = 0.48;
/** Characters of a name in larger type. */
const MOST_LISTED = 14;

/** The last values by name, as they stand in the chart: what is furthest from the target first. */
function addList(
  page: Page,
  listed: readonly SlideSeries[],
  { x, y, h }: { readonly x: number; readonly y: number; readonly h: number },
): void {
  const row = Math.min(LIST_LINE, h / (listed.length + 1));
  const isShort = listed.every(({ label }) => label.length <= MOST_LISTED);
  const text = (bold: boolean, color: string) => ({ bold, color, fontFace: FONT });
  const rule = { type: 'solid', pt: 0.75, color: LINE } as const;
  const head = [
    { text: words.present.legend.missed, options: { ...text(true, ERROR), colspan: 2 } },
  ];
  const rows = listed.map(({ label, texts }) => [
    { text: label, options: text(false, INK) },
    {
      text: texts.filter(Boolean).at(-1) ?? '',
      options: { ...text(true, ERROR), align: 'right' as const },
    },
  ]);
  page.addTable([head, ...rows], {
    ...{ x, y: y + 0.1, w: LIST, colW: [LIST - 1.05, 1.05], rowH: row },
    ...{ fontSize: row > 0.38 && isShort ? SIZE.under : SIZE.text, valign: 'middle' },
    ...{ margin: [0, 0.04, 0, 0.04], border: [NO_RULE, NO_RULE, rule, NO_RULE] },
  });
}

/**
 * Over each line with weak points a series of small dots in the ground's colour, so that these are hollow: of one dot
 * PowerPoint draws inside and edge in two colours, LibreOffice both in that of the line.
 */
function withHoles(shown: readonly Drawn[]): Drawn[] {
  return shown.flatMap((look) => {
    const weak = look.dots?.filter(({ isWeak }) => isWeak) ?? [];
    if (weak.length === 0) return [look];
    const { series } = look;
    const isOwn = (at: number) => weak.some((dot) => dot.at === at);
    const values = series.values.map((value, at) => (isOwn(at) ? value : null));
    const name = `${series.name} (${words.present.weak})`;
    return [look, { ...look, series: { ...series, name, values }, labels: 'none', areHoles: true }];
  });
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

/** Rows of one unit, of which only the first is named, have no line between them. */
function isParted(rows: TableSlide['rows'], line: number): boolean {
  const next = rows[line + 1]?.[0];
  return next === undefined || next.text !== '';
}

/** A text behind a number, which ends where the text begins, stands clear of it. */
function marginOf(columns: TableSlide['columns'], at: number) {
  const margin: [number, number, number, number] = [0.01, 0.08, 0.01, 0.08 + CLEAR];
  return isAfterNumber(columns, at) ? { margin } : {};
}

export function addTable(page: Page, slide: TableSlide): void {
  const { columns, rows } = slide;
  const { type, widths, heights } = tableLayout(slide);
  const head = columns.map(({ name, number }, at) => ({
    text: name,
    options: {
      bold: true,
      ...marginOf(columns, at),
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
  const body = rows.map((row, line) =>
    row.map((cell, at) => ({
      text: cell.text,
      options: {
        bold: cell.bold ?? false,
        ...marginOf(columns, at),
        color: cell.tone ? TONES[cell.tone] : INK,
        ...(cell.tone === 'behind' ? { fill: { color: BEHIND } } : {}),
        align: columns[at]?.number ? ('right' as const) : ('left' as const),
        border: [NO_RULE, NO_RULE, isParted(rows, line) ? RULE : NO_RULE, NO_RULE] as [
          typeof NO_RULE,
          typeof NO_RULE,
          typeof RULE | typeof NO_RULE,
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
    margin: [0.01, 0.08, 0.01, 0.08],
    valign: 'middle',
  });
}

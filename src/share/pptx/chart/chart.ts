/** Native charts of a deck, to be edited like any other. */
import type PptxGenJS from 'pptxgenjs';
import { wholeStep } from '../../../model/statistics/scale.ts';
import { ticksOf } from '../../../slide/looks.ts';
import { bodyTop } from '../../../slide/page/room.ts';
import type { ChartSlide, SlideSeries } from '../../../slide/slide.ts';
import { words } from '../../../text/words.ts';
import { ERROR, FONT, INK, INNER, LINE, MUTED, NO_RULE, type Page, SIDE, SIZE } from '../style.ts';
import { bodyEnd } from '../text.ts';
import type { Axis, Drawn } from './drawn.ts';
import { addLevels, addTicks } from './levels.ts';
import { drawn, listedLines } from './series.ts';
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
  const rows = listed.map((series) => [
    { text: series.label, options: text(false, INK) },
    {
      text: series.texts.filter(Boolean).at(-1) ?? '',
      options: { ...text(true, ERROR), align: 'right' as const },
    },
  ]);
  page.addTable([head, ...rows], {
    ...{ x, y: y + 0.1, w: LIST, colW: [LIST - 1.3, 1.3], rowH: row },
    ...{ fontSize: row > 0.38 && isShort ? SIZE.under : SIZE.text, valign: 'middle' },
    ...{ margin: [0, 0.04, 0, 0.04], border: [NO_RULE, NO_RULE, rule, NO_RULE] },
  });
}

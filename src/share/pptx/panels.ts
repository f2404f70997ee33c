/** Pages of a deck that are made of several parts: small charts on one axis, single numbers. */
import type PptxGenJS from 'pptxgenjs';
import { fewDots } from '../../model/drawing/line.ts';
import { cut } from '../../model/writing/outside.ts';
import { lastText } from '../../slide/looks.ts';
import { FLAG } from '../../slide/notes.ts';
import { TABLE } from '../../slide/page/columns.ts';
import type { StatedNumber, StatementSlide } from '../../slide/page/deck.ts';
import { type PanelFrame, panelFrames } from '../../slide/page/panels.ts';
import { bodyTop } from '../../slide/page/room.ts';
import type { ChartSlide, PanelSlide } from '../../slide/slide.ts';
import type { DrawnChart } from './blanks.ts';
import { drawn } from './chart/series.ts';
import {
  ACCENT,
  ERROR,
  FONT,
  GROUND,
  INK,
  INNER,
  LINE,
  MUTED,
  type Page,
  SIDE,
  SIZE,
  WARNING,
  WIDTH,
} from './style.ts';
import { bodyEnd } from './text.ts';

/** Inches between small charts, of a chart's name above it, and of its first and last period below. */
const GAP = 0.14;
const NAME = 0.28;
const TIMES = 0.22;
/** Of its last value, beside its name. */
const VALUE = 0.78;

/** Shares of a small chart's frame that its plot takes: beside the ends of its axis. */
const PLOT = { x: 0.2, y: 0.1, w: 0.77, h: 0.84 };

/** @returns the charts in the order of their parts */
export function addPanels(file: PptxGenJS, page: Page, slide: PanelSlide): DrawnChart[] {
  const frames = framesOf(slide);
  const low = Math.max(...frames.map(({ y }) => y));
  return slide.panels.map((panel, at) => {
    const frame = frames[at] as PanelFrame;
    const ends = {
      value: !isShared(slide) || frame.x === frames[0]?.x,
      time:
        !isShared(slide) ||
        frame.y === low ||
        !frames.some((f) => f.x === frame.x && f.y > frame.y),
    };
    return addPanel(file, page, panel, frame, ends);
  });
}

/** Whether all have the same axis. */
function isShared({ panels }: PanelSlide): boolean {
  return new Set(panels.map(({ least, most }) => `${least} ${most}`)).size === 1;
}

function framesOf(slide: PanelSlide): PanelFrame[] {
  const top = bodyTop(slide);
  const times = isShared(slide) ? TIMES : 0; // once, under the lowest of them
  const room = { x: SIDE, y: top, w: INNER, h: bodyEnd(slide) - top - times };
  const frames = panelFrames(slide.panels.length, room, { x: GAP, y: 0.06 });
  return frames.map((frame) => ({ ...frame, h: frame.h + times }));
}

/** @param ends which axes say their ends: of many charts on one axis those at the edges */
function addPanel(
  file: PptxGenJS,
  page: Page,
  panel: ChartSlide,
  frame: PanelFrame,
  ends: { readonly value: boolean; readonly time: boolean },
): DrawnChart {
  const { x, y, w, h } = frame;
  const text = { x, y, w, h: NAME, margin: 0, fontFace: FONT, fontSize: SIZE.label };
  const right = { align: 'right', valign: 'middle' } as const;
  const value = { ...text, ...right, x: x + w - VALUE, w: VALUE, bold: true, wrap: false };
  const isBehind = panel.series.some((series) => series.role === 'value' && series.isBehind);
  const name = cut(panel.heading, Math.floor((w - VALUE) / TABLE.character));
  page.addText(name, { ...text, w: w - VALUE, color: INK, valign: 'middle' });
  page.addText(lastText(panel, 'value'), { ...value, color: isBehind ? ERROR : ACCENT });
  const times = { ...text, y: y + h - TIMES, h: TIMES, color: MUTED };
  const [first = '', ...others] = panel.categories;
  if (ends.time) {
    page.addText(first, { ...times, x: x + w * PLOT.x, w: w * 0.4, valign: 'middle' });
    page.addText(others.at(-1) ?? '', { ...times, ...right, x: x + w * 0.55, w: w * 0.45 });
  }
  const shown = drawn(panel).map((one) =>
    one.dots ? { ...one, dots: fewDots(one.series.values, one.series.weak), isSmall: true } : one,
  );
  const data = shown.map(({ series }) => ({
    name: series.name,
    labels: [...panel.categories],
    values: series.values as number[],
  }));
  page.addChart(file.ChartType.line, data, {
    ...{ x, y: y + NAME, w, h: h - NAME - TIMES, layout: PLOT },
    altText: `${panel.heading}: ${panel.categories[0]} – ${panel.categories.at(-1)}`,
    chartColors: shown.map(({ colour }) => colour),
    catAxisLabelFontSize: SIZE.label,
    catAxisLabelPos: 'none',
    valAxisLineShow: false,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: SIZE.label,
    valAxisLabelColor: ends.value ? MUTED : GROUND, // unseen, so that all plots are of one size
    valAxisLabelFormatCode: panel.percent ? '0"%"' : '0',
    valAxisMinVal: panel.least,
    valAxisMaxVal: panel.most,
    valAxisMajorUnit: panel.most - panel.least,
    valGridLine: { color: LINE, size: 0.75 },
    catGridLine: { style: 'none' },
    displayBlanksAs: 'gap',
    lineDataSymbolSize: 5,
    lineSize: 2.5,
    showLegend: false,
  });
  return {
    shown,
    decimals: panel.decimals,
    axis: { least: panel.least, most: panel.most, plot: PLOT.h },
  };
}

/** Points of a single number, by how many stand beside each other. */
const NUMBER = [96, 80, 66, 44];
/** Of what it is about. */
const ABOUT = [24, 24, 22, 18];

/** Single numbers, large, each with what it is about and what must be kept in mind. */
export function addStatements(page: Page, { statements }: StatementSlide): void {
  const count = statements.length;
  const w = (WIDTH - 2 * SIDE - (count - 1) * 0.6) / count;
  for (const [at, statement] of statements.entries()) {
    addStatement(page, statement, SIDE + at * (w + 0.6), w, {
      number: NUMBER[count - 1] ?? 44,
      about: Math.min(ABOUT[count - 1] ?? 18, ...statements.map(({ about }) => sizeFor(about, w))),
    });
  }
}

/** Points in which the longest word stands in one line, as names of units do not break. */
function sizeFor(text: string, width: number): number {
  const longest = Math.max(1, ...text.split(' ').map(({ length }) => length));
  return Math.floor((width * 72) / (longest * 0.7));
}

function addStatement(
  page: Page,
  { text, about, remarks }: StatedNumber,
  x: number,
  w: number,
  size: { readonly number: number; readonly about: number },
): void {
  const base = { x, w, margin: 0, fontFace: FONT };
  page.addText(text, {
    ...base,
    y: 3.0,
    h: 1.1,
    fontSize: size.number,
    bold: true,
    color: remarks.some((one) => one.startsWith(FLAG)) ? WARNING : ACCENT,
  });
  page.addText(about, {
    ...base,
    y: 1.9,
    h: 0.9,
    fontSize: size.about,
    bold: true,
    color: INK,
    valign: 'bottom',
  });
  page.addShape('rect', { x, y: 2.88, w, h: 0.05, fill: { color: ACCENT } });
  page.addText(
    remarks.map((remark) => ({
      text: remark,
      options: {
        breakLine: true,
        color: remark.startsWith(FLAG) ? WARNING : INK,
        paraSpaceAfter: 6,
      },
    })),
    {
      ...base,
      y: 4.25,
      h: 2.25,
      fontSize: size.about > 18 ? SIZE.under : SIZE.text,
      valign: 'top',
      fit: 'shrink',
    },
  );
}

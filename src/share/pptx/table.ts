/** Native tables of a deck, to be edited like any other. */
import { CLEAR, isAfterNumber, sumOf } from '../../slide/page/columns.ts';
import { bodyTop, PARTS, tableLayout, tableTop } from '../../slide/page/room.ts';
import type { SlideCell, TableSlide } from '../../slide/slide.ts';
import type { SlideBar, SlidePart } from '../../slide/table-marks.ts';
import {
  ACCENT,
  BEHIND,
  ERROR,
  FONT,
  INK,
  INNER,
  LINE,
  MISSED_GROUND,
  MUTED,
  mixed,
  NO_RULE,
  PALE,
  type Page,
  SIDE,
  SIZE,
  WARNING,
} from './style.ts';

const TONES = { error: ERROR, warning: WARNING, behind: INK, missed: ERROR } as const;
const GROUNDS = { behind: BEHIND, missed: MISSED_GROUND } as const;

const groundOf = (tone: SlideCell['tone']) =>
  tone === 'behind' || tone === 'missed' ? { fill: { color: GROUNDS[tone] } } : {};

/** Rules instead of boxes: a line under the head, thin ones between rows. */
const RULE = { type: 'solid', pt: 0.75, color: LINE } as const;
const HEAD_RULE = { type: 'solid', pt: 1.5, color: ACCENT } as const;

/** Rows of one unit, of which only the first is named, have no line between them. */
function isParted(rows: TableSlide['rows'], line: number): boolean {
  const next = rows[line + 1]?.[0];
  return next === undefined || next.text !== '';
}

/** A text behind a number, which ends where the text begins, stands clear of it; a head above its bars begins with them. */
function marginOf(columns: TableSlide['columns'], at: number) {
  const left = columns[at]?.isDrawn ? BAR.aside : 0.08 + CLEAR;
  const margin: [number, number, number, number] = [0.01, 0.08, 0.01, left];
  return columns[at]?.isDrawn || isAfterNumber(columns, at) ? { margin } : {};
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
        ...groundOf(cell.tone),
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
    y: tableTop(slide),
    w: INNER,
    colW: [...widths],
    rowH: [...heights],
    fontFace: FONT,
    fontSize: type,
    margin: [0.01, 0.08, 0.01, 0.08],
    valign: 'middle',
  });
  addBars(page, slide, widths, heights);
  if (slide.parts) addParts(page, slide.parts, bodyTop(slide));
}

/** Inches of a bar, of its target's tick, and between a bar and its column's ends. */
const BAR = { h: 0.16, tick: 0.3, line: 0.045, aside: 0.24 };

/** Bars over the cells that are left for them. */
function addBars(
  page: Page,
  slide: TableSlide,
  widths: readonly number[],
  [head = 0, ...heights]: readonly number[],
): void {
  for (const [at, { isDrawn }] of slide.columns.entries()) {
    if (!isDrawn) continue;
    const left = SIDE + sumOf(widths.slice(0, at)) + BAR.aside;
    const room = (widths[at] ?? 0) - 2 * BAR.aside;
    for (const [line, row] of slide.rows.entries()) {
      const middle = tableTop(slide) + head + sumOf(heights.slice(0, line));
      const bar = row[at]?.bar;
      if (bar) addBar(page, bar, { x: left, w: room, y: middle + (heights[line] ?? 0) / 2 });
    }
  }
}

function addBar(
  page: Page,
  { value, target, isMissed }: SlideBar,
  { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
): void {
  const fill = (color: string) => ({ fill: { color } });
  page.addShape('rect', { x, y: y - BAR.h / 2, w, h: BAR.h, ...fill(mixed(LINE, 0.5, 255)) });
  const own = { x, y: y - BAR.h / 2, w: Math.max(0.02, value * w), h: BAR.h };
  page.addShape('rect', { ...own, ...fill(isMissed ? ERROR : PALE) });
  if (target === null) return;
  const at = Math.min(x + w - BAR.line, x + target * w - BAR.line / 2);
  page.addShape('rect', { x: at, y: y - BAR.tick / 2, w: BAR.line, h: BAR.tick, ...fill(INK) });
}

const PART_FILLS = { plain: ACCENT, pale: PALE, warning: WARNING } as const;

/** Parts of a whole beside each other, as wide as there are many, each with its number and name below. */
function addParts(page: Page, parts: readonly SlidePart[], top: number): void {
  const whole = sumOf(parts.map(({ count }) => count));
  let x = SIDE;
  for (const { count, name, tone } of parts) {
    const w = (count / whole) * INNER;
    const color = PART_FILLS[tone];
    page.addShape('rect', { x, y: top, w: w - GAP, h: PARTS.bar, fill: { color } });
    const told = [
      { text: `${count} `, options: { bold: true, color: tone === 'pale' ? INK : color } },
      { text: name, options: { color: INK } },
    ];
    const place = { x, y: top + PARTS.bar, w: Math.max(w, LEAST_NAME), h: PARTS.name };
    page.addText(told, { ...place, margin: 0, fontFace: FONT, fontSize: SIZE.text, fit: 'shrink' });
    x += w;
  }
}

/** Inches between parts, and of a part's name at least. */
const GAP = 0.04;
const LEAST_NAME = 1.6;

/** Native tables of a deck, to be edited like any other. */
import { CLEAR, isAfterNumber } from '../../slide/page/columns.ts';
import { bodyTop, tableLayout } from '../../slide/page/room.ts';
import type { TableSlide } from '../../slide/slide.ts';
import {
  ACCENT,
  BEHIND,
  ERROR,
  FONT,
  INK,
  INNER,
  LINE,
  MUTED,
  NO_RULE,
  type Page,
  SIDE,
  WARNING,
} from './style.ts';

const TONES = { error: ERROR, warning: WARNING, behind: INK } as const;

/** Rules instead of boxes: a line under the head, thin ones between rows. */
const RULE = { type: 'solid', pt: 0.75, color: LINE } as const;
const HEAD_RULE = { type: 'solid', pt: 1.5, color: ACCENT } as const;

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

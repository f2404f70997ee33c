/** Native tables: boxed, the head repeated on every page, rows whole, columns as wide as their texts ask for. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { columnWidths } from '../../slide/page/columns.ts';
import type { SlideCell } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import { INK, mm, run, runs, SIZE, TEXT_WIDTH } from './style.ts';

export interface WordTable {
  readonly columns: readonly { readonly name: string; readonly number: boolean }[];
  readonly rows: readonly (readonly WordCell[])[];
  /** Shares of the width; else by the texts. */
  readonly widths?: readonly number[];
  /** Its end stays with what follows: nobody signs an empty page. */
  readonly isLast?: boolean;
}

/** A cell of one text, or of lines that have a name and a value which stands out. */
export interface WordCell extends SlideCell {
  readonly lines?: readonly { readonly name: string; readonly value: string }[];
}

export function wordTable(table: WordTable): Table {
  const { columns, rows, widths, isLast = false } = table;
  const places =
    widths?.map((share) => share * TEXT_WIDTH) ?? columnWidths(table, TEXT_WIDTH, LETTERS);
  const head = columns.map(({ name }) => ({ text: name, bold: true }));
  const row = (cells: readonly WordCell[], isHead: boolean, keepNext: boolean) =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell, at) => {
        const isNumber = columns[at]?.number ?? false;
        const isMiddle = isHead || columns[at]?.name === words.paper.order;
        const side = isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT;
        const alignment = isMiddle ? AlignmentType.CENTER : side;
        return tableCell(cell, places[at] ?? 0, { alignment, keepNext });
      }),
    });
  return new Table({
    width: { size: mm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: places.map(mm),
    layout: TableLayoutType.FIXED,
    borders: BOX,
    margins: { left: mm(PADDING), right: mm(PADDING), top: 20, bottom: 20 },
    rows: [
      row(head, true, true),
      ...rows.map((cells, at) => row(cells, false, isLast && at >= rows.length - KEPT)),
    ],
  });
}

/** Rows of a last table that stay with the signature. */
const KEPT = 2;
const PADDING = 1.3;
const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK };
const BOX = {
  top: LINE,
  bottom: LINE,
  left: LINE,
  right: LINE,
  insideHorizontal: LINE,
  insideVertical: LINE,
};

function tableCell(
  { text, bold = false, lines }: WordCell,
  width: number,
  look: {
    readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType];
    readonly keepNext: boolean;
  },
): TableCell {
  const size = SIZE.table;
  const paragraphs = lines
    ? lines.map(({ name, value }) => [
        ...(name ? [run(`${name}: `, { size })] : []),
        run(value, { size, bold: true }),
      ])
    : [runs(text, { size, bold })];
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: paragraphs.map((children) => new Paragraph({ children, ...look })),
  });
}

/** Millimetres that letters of 12 pt take, and figures with a percent sign. */
const LETTERS = { character: 2.2, padding: 2 * PADDING + 1.2, bold: 1.08 };

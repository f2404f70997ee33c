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
  const places = widths?.map((share) => share * TEXT_WIDTH) ?? columnWidths(table);
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

/** Millimetres of a character of 12 pt, and how much wider bold words and bold texts are. */
const CHARACTER = 2.15;
/** What a sign wider than figures takes: %. */
const SLACK = 1.6;
const BOLD_WORD = 1.25;
const BOLD = 1.06;
/** Characters beyond which cells may break: of a number with a remark, of a text. */
const MOST_OF_NUMBERS = 16;
const MOST_OF_TEXTS = 60;
/** Characters that the shortest column has room for. */
const LEAST = 4;
/** Millimetres of a column of names, which keeps its width whatever stands beside it; and of the others at least. */
const NAMES = 48;
const TEXTS = 44;

/** Millimetres: numbers and names what they ask for, longer texts the rest. */
export function columnWidths({ columns, rows }: WordTable): number[] {
  const wanted = columns.map(({ name, number }, at) => {
    const cells = rows.map((row) => (row[at]?.text.length ?? 0) * (row[at]?.bold ? BOLD : 1));
    const word = Math.max(...name.split(' ').map((part) => part.length)) * BOLD_WORD;
    const most = number ? MOST_OF_NUMBERS : MOST_OF_TEXTS;
    return (
      Math.max(word, LEAST, Math.min(most, Math.max(0, ...cells))) * CHARACTER + 2 * PADDING + SLACK
    );
  });
  const isText = columns.map(({ number }) => !number);
  const isLong = wanted.map((width, at) => isText[at] && width > NAMES);
  const isLoose = [isLong, isText].find((list) => list.some(Boolean)) ?? wanted.map(() => true);
  const sum = (loose: boolean) =>
    wanted.reduce((all, width, at) => (Boolean(isLoose[at]) === loose ? all + width : all), 0);
  const count = isLoose.filter(Boolean).length;
  const room = Math.max(TEXT_WIDTH - sum(false), Math.min(sum(true), TEXTS * count));
  const kept = Math.min(1, (TEXT_WIDTH - room) / (sum(false) || 1));
  return wanted.map((width, at) => width * (isLoose[at] ? room / sum(true) : kept));
}

/** What a table takes on a slide: its pages, widths of its columns, the type in which it is read best. */
import { headingParts, leadOf, type SlideCell, type SlideText, type TableSlide } from '../slide.ts';
import { CLEAR, columnWidths, isAfterNumber, SLIDE, sumOf, TABLE } from './columns.ts';

/** Where slides are shown: inches of a table's place, at type of 14 pt. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface TableLayout {
  /** Points. */
  readonly type: number;
  /** Inches of the columns, and of the rows with the head before them. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** Points of type in a table: never louder than what is said under the title. */
const TYPES = [18, 16, 14] as const;
const LEAST_TYPE = 14;

/** Inches that a row may gain where there is room to spare. */
const MOST_AIR = 0.3;
/** With less than this between its rows a table is set in smaller type. */
const LEAST_AIR = 0.03;
/** The same where some row has more than two lines: it is a block of text that needs room around it. */
const LEAST_AROUND = 0.09;

/** A table of one page in the largest type that it has room for, its rows as far apart as a row needs at most. */
export function tableLayout(slide: TableSlide): TableLayout {
  const type = typeOf(slide);
  const room = roomOf(type);
  const widths = columnWidths(slide, room.width);
  const bare = heightsOf(slide, widths);
  const spare = airOf(slide, room) * bare.length;
  const heights = evened(bare, spare);
  const left = spare - (sumOf(heights) - sumOf(bare));
  const air = Math.min(MOST_AIR, Math.max(0, left / heights.length - 0.01));
  const scaled = (inches: number) => (inches * type) / LEAST_TYPE;
  return {
    type,
    widths: widths.map(scaled),
    heights: heights.map((height) => scaled(height + air)),
  };
}

/** The largest type that there is room for; a little less where rows are then of one height. */
function typeOf(slide: TableSlide): number {
  const isRoomy = (room: Room) =>
    airOf(slide, room) >= (isCalm(slide, room) ? LEAST_AIR : LEAST_AROUND);
  const largest = TYPES.find((size) => isRoomy(roomOf(size))) ?? LEAST_TYPE;
  const least = Math.max(largest - MOST_LESS, LEAST_EVEN);
  const near = TYPES.filter((size) => size <= largest && size >= least);
  const even = near.filter((size) => isEven(slide, roomOf(size)));
  const calm = (sizes: readonly number[]) => sizes.find((size) => isCalm(slide, roomOf(size)));
  return calm(even) ?? even[0] ?? calm(near) ?? largest;
}

/** Points that even rows are worth, and in which they are read at least. */
const MOST_LESS = 4;
const LEAST_EVEN = 16;

function isEven(slide: TableSlide, room: Room): boolean {
  const bare = heightsOf(slide, columnWidths(slide, room.width));
  const [, ...rows] = evened(bare, airOf(slide, room) * bare.length);
  return rows.every((height) => height === rows[0]);
}

/** Whether no row has more than two lines. */
function isCalm(slide: TableSlide, room: Room): boolean {
  const [, ...rows] = heightsOf(slide, columnWidths(slide, room.width));
  return Math.max(0, ...rows) <= 2 * TABLE.line + TABLE.between;
}

/** Rows below the head of one height, where there is room for that. */
function evened([head = 0, ...rows]: readonly number[], spare: number): number[] {
  const most = Math.max(0, ...rows);
  const isRoomy = (most + LEAST_AIR * 2) * rows.length - sumOf(rows) <= spare;
  return [head, ...(isRoomy ? rows.map(() => most) : rows)];
}

/** Inches that are to spare for each row on one page. */
function airOf(slide: TableSlide, room: Room): number {
  const widths = columnWidths(slide, room.width);
  const heights = heightsOf(slide, widths);
  return (heightFor(slide, room) - sumOf(heights)) / heights.length;
}

/** A slide in inches of one whose type has 14 pt. */
function roomOf(type: number): Room {
  const share = LEAST_TYPE / type;
  return { width: TABLE.width * share, height: TABLE.height * share };
}

/** As many rows as one page has room for, and a note about the others. */
export function firstPage(
  slide: TableSlide,
  left: (shown: number) => string,
  room: Room,
): TableSlide {
  const { left: _, ...whole } = slide;
  if (filled(slide, room).length === 1) return whole;
  const others = slide.footnotes.filter((note) => note !== left(slide.rows.length));
  const [rows = []] = filled({ ...slide, footnotes: [...others, left(0)] }, room);
  return { ...whole, rows, footnotes: [...others, left(rows.length)] };
}

/** Inches from the top of a deck's page to its chart or table: below what is said under the title. */
export function bodyTop(slide: SlideText): number {
  const said = [slide.note, leadOf(slide)].filter(Boolean);
  const lines = said.map((text) => Math.ceil(text.length / PER_LINE));
  const start = hasHeading(slide) ? 1.5 : 1.27;
  return Math.min(LOWEST, start + lines.reduce((sum, count) => sum + count, 0) * 0.33);
}

/** Inches that the parts above a table take, with what parts them from it. */
export const PARTS = { bar: 0.2, name: 0.34, gap: 0.1 } as const;

/** Inches from the top to a table: below its parts, where it has any. */
export function tableTop(slide: TableSlide): number {
  return bodyTop(slide) + (slide.parts ? PARTS.bar + PARTS.name + PARTS.gap : 0);
}

/** Whether the neutral name stands under the title. */
export const hasHeading = (slide: SlideText) => headingParts(slide).length > 0;

/** Where charts and tables begin at the latest; characters of a line under the title. */
const LOWEST = 2.12;
const PER_LINE = 100;

/** Rows in pages, of which the last is not left with a row or two. */
export function pages(slide: TableSlide, room: Room): SlideCell[][][] {
  const cut = filled(slide, room);
  const even = evenly(cut.flat(), cut.length);
  return even.every((rows) => isFitting(slide, rows, room)) ? even : cut;
}

/** Rows in pages that are as full as they may be. */
function filled(slide: TableSlide, room: Room): SlideCell[][][] {
  const cut: SlideCell[][][] = [[]];
  for (const row of slide.rows) {
    const page = cut.at(-1) ?? [];
    if (page.length > 0 && !isFitting(slide, [...page, [...row]], room)) cut.push([[...row]]);
    else page.push([...row]);
  }
  return cut;
}

/** As lines of text are expected to break in the columns that these rows ask for. */
function isFitting(slide: TableSlide, rows: readonly SlideCell[][], room: Room): boolean {
  const widths = columnWidths({ ...slide, rows }, room.width);
  const heights = heightsOf({ ...slide, rows }, widths);
  return sumOf(heights) <= heightFor(slide, room);
}

function evenly<T>(rows: readonly T[], count: number): T[][] {
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

/** What is left for the table above its notes; the less is said under the title, the more. */
function heightFor(slide: TableSlide, room: Room): number {
  const share = room.height / TABLE.height;
  return room.height + (LOWEST - tableTop(slide) - TABLE.note * slide.footnotes.length) * share;
}

function cellsOf({ columns, rows }: TableSlide): (readonly SlideCell[])[] {
  return [columns.map(({ name }) => ({ text: name, bold: true })), ...rows];
}

/** Of the rows with the head before them. */
function heightsOf(slide: TableSlide, widths: readonly number[]): number[] {
  const inside = widths.map((width, at) => width - (isAfterNumber(slide.columns, at) ? CLEAR : 0));
  return cellsOf(slide).map((row) => rowHeight(row, inside));
}

function rowHeight(cells: readonly SlideCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) => {
    const space = (widths[at] ?? 1) - TABLE.padding;
    return linesOf(cell, space / (TABLE.character * (cell.bold ? SLIDE.bold : 1)));
  });
  return Math.max(1, ...lines) * TABLE.line + TABLE.between;
}

/** Lines of a text that breaks between its words, as many characters as given to a line. */
function linesOf({ text }: SlideCell, most: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const next = used === 0 ? word.length : used + 1 + word.length;
    if (next <= most) used = next;
    else {
      lines += (used === 0 ? 0 : 1) + Math.max(0, Math.ceil(word.length / most) - 1);
      used = word.length % most || most;
    }
  }
  return lines;
}

/** What a table takes on a slide: its pages, widths of its columns, the type in which it is read best. */
import type { SlideCell, SlideText, TableSlide } from '../slide.ts';

/** Inches of a table on a slide, of a note under it, and what its text of 14 pt takes. */
export const TABLE = {
  width: 12.13,
  height: 4.75,
  note: 0.27,
  padding: 0.2,
  character: 0.098,
  line: 0.225,
  between: 0.04,
};

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

/** Points of type in a table. */
const TYPES = [20, 18, 16, 14] as const;
const LEAST_TYPE = 14;

/** Inches that a row may gain where there is room to spare. */
const MOST_AIR = 0.16;

/** A table of one page in the largest type that it has room for, its rows as far apart as a row needs at most. */
export function tableLayout(slide: TableSlide): TableLayout {
  const type = TYPES.find((size) => pages(slide, roomOf(size)).length === 1) ?? LEAST_TYPE;
  const room = roomOf(type);
  const widths = columnWidths(slide, room.width);
  const heights = textsOf(slide).map((row) => rowHeight(row, widths));
  const spare = heightFor(slide, room) - heights.reduce((sum, height) => sum + height, 0);
  const air = Math.min(MOST_AIR, Math.max(0, spare / heights.length - 0.01));
  const scaled = (inches: number) => (inches * type) / LEAST_TYPE;
  return {
    type,
    widths: widths.map(scaled),
    heights: heights.map((height) => scaled(height + air)),
  };
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
  if (pages(slide, room).length === 1) return whole;
  const others = slide.footnotes.filter((note) => note !== left(slide.rows.length));
  const [rows = []] = pages({ ...slide, footnotes: [...others, left(0)] }, room);
  return { ...whole, rows, footnotes: [...others, left(rows.length)] };
}

/** Inches from the top of a deck's page to its chart or table: below what is said under the title. */
export function bodyTop({ title, heading, sentence, note }: SlideText): number {
  const lines = [sentence, note].filter(Boolean).map((text) => Math.ceil(text.length / PER_LINE));
  const said = lines.reduce((sum, count) => sum + count, 0) * 0.27 + (heading === title ? 0 : 0.32);
  return Math.min(LOWEST, 1.32 + said);
}

/** Where charts and tables begin at the latest; characters of a line under the title. */
const LOWEST = 2.02;
const PER_LINE = 105;

/** Characters of a column beyond which its cells may break; a number with a remark breaks before it. */
const MOST_OF_TEXTS = 56;
const MOST_OF_NUMBERS = 18;
/** Inches of a column of names, which keeps its width whatever stands beside it. */
const MOST_OF_NAMES = 2.6;
/** And one of short numbers. */
const MOST_OF_SHORT = 1.1;
/** Of what they ask for, what the others must be left with. */
const LEAST_SHARE = 0.45;
/** How much wider a text may be than its letters are on average. */
const SLACK = 1.06;
/** Digits and percent signs are wider than letters: as many more to a number. */
const WIDE = 2;
/** How much wider bold text is. */
const BOLD = 1.2;

/** Widths in inches: what the longest cell asks for, within limits, scaled to the slide. */
export function columnWidths({ columns, rows }: TableSlide, whole = TABLE.width): number[] {
  const wanted = columns.map(({ name, number }, at) => {
    const lengths = rows.map((row) => (row[at]?.text.length ?? 0) * (row[at]?.bold ? BOLD : 1));
    const longest = Math.max(...lengths, 4) + (number ? WIDE : 0);
    const word = Math.max(...name.split(' ').map((part) => part.length));
    const most = number ? MOST_OF_NUMBERS : MOST_OF_TEXTS;
    const length = Math.min(
      most,
      Math.max(longest, word * BOLD, name.length * (number ? 0.62 : 0.5)),
    );
    return length * TABLE.character * SLACK + TABLE.padding;
  });
  const isKept = columns.map(
    ({ number }, at) => (wanted[at] ?? 0) <= (number ? MOST_OF_SHORT : MOST_OF_NAMES),
  );
  const sum = (kept: boolean) =>
    wanted.reduce((all, width, at) => (isKept[at] === kept ? all + width : all), 0);
  const others = (whole - sum(true)) / (sum(false) || 1);
  if (sum(false) === 0 || others < LEAST_SHARE) {
    return wanted.map((width) => (width / (sum(true) + sum(false))) * whole);
  }
  return wanted.map((width, at) => (isKept[at] ? width : width * others));
}

/** Rows in pages, as lines of text are expected to break in the columns that those rows ask for. */
export function pages(slide: TableSlide, room: Room): SlideCell[][][] {
  const height = heightFor(slide, room);
  const fits = (rows: readonly SlideCell[][]) => {
    const widths = columnWidths({ ...slide, rows }, room.width);
    const heights = textsOf({ ...slide, rows }).map((row) => rowHeight(row, widths));
    return heights.reduce((sum, one) => sum + one, 0) <= height;
  };
  const cut: SlideCell[][][] = [[]];
  for (const row of slide.rows) {
    const page = cut.at(-1) ?? [];
    if (page.length > 0 && !fits([...page, [...row]])) cut.push([[...row]]);
    else page.push([...row]);
  }
  return cut;
}

/** What is left for the table above its notes; the less is said under the title, the more. */
function heightFor(slide: TableSlide, room: Room): number {
  const share = room.height / TABLE.height;
  return room.height + (LOWEST - bodyTop(slide) - TABLE.note * slide.footnotes.length) * share;
}

function textsOf({ columns, rows }: TableSlide): string[][] {
  return [columns.map(({ name }) => name), ...rows.map((row) => row.map(({ text }) => text))];
}

function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => {
    const space = (widths[at] ?? 1) - TABLE.padding;
    return Math.ceil((text.length * TABLE.character * SLACK - 0.001) / space);
  });
  return Math.max(1, ...lines) * TABLE.line + TABLE.between;
}

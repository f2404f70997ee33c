/** Slides that are too long for a room, cut into several. */
import type { Slide, SlideCell, SlideSeries, TableSlide } from './slide.ts';

/** What one slide can hold and a room can read. */
const MOST_BARS = 12;
/** With a target beside each bar, so that their labels do not touch. */
const MOST_PAIRS = 6;
export const MOST_LINES = 6;

/** Inches of a table on a slide (`lower`: below a line of text), and what its text of 14 pt takes. */
export const TABLE = {
  width: 12.13,
  height: 4.35,
  lower: 3.6,
  padding: 0.16,
  character: 0.092,
  line: 0.235,
};

/** Cuts a slide that is too long into several, numbered in their headings, values untouched. */
export function fitted(slide: Slide): Slide[] {
  if (slide.type === 'table') {
    return pages(slide).map((rows, at, all) => ({ ...numbered(slide, at, all.length), rows }));
  }
  if (slide.type === 'bars') {
    const most = slide.series.length > 1 ? MOST_PAIRS : MOST_BARS;
    return parts(slide.categories, most).map((categories, at, all) => {
      const from = all.slice(0, at).reduce((sum, part) => sum + part.length, 0);
      const cut = (values: SlideSeries['values']) => values.slice(from, from + categories.length);
      const series = slide.series.map((item) => ({ ...item, values: cut(item.values) }));
      return { ...numbered(slide, at, all.length), categories, series };
    });
  }
  const own = slide.series.filter((item) => item.role === 'value');
  const shared = slide.series.filter((item) => item.role !== 'value');
  return parts(own, MOST_LINES).map((some, at, all) => ({
    ...numbered(slide, at, all.length),
    series: [...some, ...shared],
  }));
}

function numbered<S extends Slide>(slide: S, at: number, all: number): S {
  return all > 1 ? { ...slide, heading: `${slide.heading} (${at + 1}/${all})` } : slide;
}

/** Characters of a column beyond which its cells may break; a number with a remark breaks before it. */
const MOST_OF_TEXTS = 34;
const MOST_OF_NUMBERS = 16;
/** How much wider bold text is. */
const BOLD = 1.15;

/** Widths in inches: what the longest cell asks for, within limits, scaled to the slide. */
export function columnWidths({ columns, rows }: TableSlide): number[] {
  const wanted = columns.map(({ name, number }, at) => {
    const lengths = rows.map((row) => (row[at]?.text.length ?? 0) * (row[at]?.bold ? BOLD : 1));
    const longest = Math.max(...lengths, 4);
    const word = Math.max(...name.split(' ').map((part) => part.length));
    const most = number ? MOST_OF_NUMBERS : MOST_OF_TEXTS;
    const length = Math.min(most, Math.max(longest, word, name.length / 3));
    return length * TABLE.character + TABLE.padding;
  });
  const all = wanted.reduce((sum, width) => sum + width, 0);
  return wanted.map((width) => (width / all) * TABLE.width);
}

/** Rows in pages, as lines of text are expected to break in the columns that those rows ask for. */
function pages(slide: TableSlide): SlideCell[][][] {
  const whole = slide.sentence || slide.note ? TABLE.lower : TABLE.height;
  const head = slide.columns.map((column) => column.name);
  const fits = (rows: readonly SlideCell[][]) => {
    const widths = columnWidths({ ...slide, rows });
    const texts = [head, ...rows.map((row) => row.map((cell) => cell.text))];
    return texts.reduce((sum, row) => sum + rowHeight(row, widths), 0) <= whole;
  };
  const cut: SlideCell[][][] = [[]];
  for (const row of slide.rows) {
    const page = cut.at(-1) ?? [];
    if (page.length > 0 && !fits([...page, [...row]])) cut.push([[...row]]);
    else page.push([...row]);
  }
  return cut;
}

function rowHeight(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => {
    const space = (widths[at] ?? 1) - TABLE.padding;
    return Math.ceil((text.length * TABLE.character * 1.06) / space);
  });
  return Math.max(1, ...lines) * TABLE.line + 0.07;
}

/** Even parts of at most `most`; one empty part for an empty list. */
function parts<T>(list: readonly T[], most: number): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / most));
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}

/** Slides that are too long for a room, cut into several. */
import type { ChartSlide, Slide, SlideCell, TableSlide } from './slide.ts';

/** What one slide can hold and a room can read. */
const MOST_BARS = 16;
/** With a target of its own beside each bar, so that their labels do not touch. */
const MOST_PAIRS = 8;

/** Inches of a table on a slide, of a note under it, and what its text of 14 pt takes. */
export const TABLE = {
  width: 12.13,
  height: 4.75,
  note: 0.27,
  padding: 0.16,
  character: 0.098,
  line: 0.24,
};

/** Where slides are shown: inches of a table's place, at type of 14 pt. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Cuts a slide that is too long into several, numbered in their headings, values untouched. */
export function fitted(slide: Slide, room: Room = TABLE): Slide[] {
  if (slide.type === 'table') {
    return pages(slide, room).map((rows, at, all) => ({
      ...numbered(slide, at, all.length),
      rows,
    }));
  }
  if (slide.type === 'bars') {
    const most = slide.series.length > 1 && slide.goal === null ? MOST_PAIRS : MOST_BARS;
    return parts(slide.categories, most).map((categories, at, all) => {
      const from = all.slice(0, at).reduce((sum, part) => sum + part.length, 0);
      const cut = <T>(list: readonly T[]) => list.slice(from, from + categories.length);
      const series = slide.series.map((item) => ({
        ...item,
        values: cut(item.values),
        texts: cut(item.texts),
      }));
      const marked = slide.marked.map((mark) => mark - from).filter((m) => categories[m]);
      return { ...numbered(slide, at, all.length), categories, series, marked };
    });
  }
  return [slide];
}

/** Whether a slide is drawn as bars or lines of series. */
export function isChart(slide: Slide): slide is ChartSlide {
  return slide.type === 'bars' || slide.type === 'lines';
}

/** One number alone is read, not drawn: its text and what it is about; null where there are several. */
export function onlyValue({
  type,
  categories,
  series,
}: ChartSlide): { readonly text: string; readonly about: string } | null {
  const own = series.filter(({ role }) => role === 'value');
  const known = own.flatMap(({ name, values, texts }) =>
    values.flatMap((value, at) =>
      value === null ? [] : [{ text: texts[at] ?? '', name, category: categories[at] ?? '' }],
    ),
  );
  const [only] = known;
  if (!only || known.length > 1) return null;
  return {
    text: only.text,
    about: type === 'bars' ? only.category : `${only.name}, ${only.category}`,
  };
}

function numbered<S extends Slide>(slide: S, at: number, all: number): S {
  if (all === 1) return slide;
  const heading = `${slide.heading} (${at + 1}/${all})`;
  const isFinding = at === 0 && slide.title !== slide.heading; // later pages may not show what it speaks of
  return { ...slide, heading, title: isFinding ? slide.title : heading };
}

/** Characters of a column beyond which its cells may break; a number with a remark breaks before it. */
const MOST_OF_TEXTS = 56;
const MOST_OF_NUMBERS = 18;
/** Inches of a column of names, which keeps its width whatever stands beside it. */
const MOST_OF_NAMES = 2.6;
/** How much wider bold text is. */
const BOLD = 1.15;

/** Widths in inches: what the longest cell asks for, within limits, scaled to the slide. */
export function columnWidths({ columns, rows }: TableSlide, whole = TABLE.width): number[] {
  const wanted = columns.map(({ name, number }, at) => {
    const lengths = rows.map((row) => (row[at]?.text.length ?? 0) * (row[at]?.bold ? BOLD : 1));
    const longest = Math.max(...lengths, 4);
    const word = Math.max(...name.split(' ').map((part) => part.length));
    const most = number ? MOST_OF_NUMBERS : MOST_OF_TEXTS;
    const length = Math.min(
      most,
      Math.max(longest, word, number ? name.length * BOLD : name.length / 2),
    );
    return length * TABLE.character + TABLE.padding;
  });
  const isKept = columns.map(({ number }, at) => !number && (wanted[at] ?? 0) <= MOST_OF_NAMES);
  const sum = (kept: boolean) =>
    wanted.reduce((all, width, at) => (isKept[at] === kept ? all + width : all), 0);
  const others = (whole - sum(true)) / (sum(false) || 1);
  if (sum(false) === 0) return wanted.map((width) => (width / sum(true)) * whole);
  return wanted.map((width, at) => (isKept[at] ? width : width * others));
}

/** Rows in pages, as lines of text are expected to break in the columns that those rows ask for. */
function pages(slide: TableSlide, room: Room): SlideCell[][][] {
  const head = slide.columns.map((column) => column.name);
  const fits = (rows: readonly SlideCell[][]) => {
    const widths = columnWidths({ ...slide, rows }, room.width);
    const texts = [head, ...rows.map((row) => row.map((cell) => cell.text))];
    const height = room.height - TABLE.note * slide.footnotes.length;
    return texts.reduce((sum, row) => sum + rowHeight(row, widths), 0) <= height;
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

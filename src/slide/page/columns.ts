/** The columns of a table: their widths, and what lies between two of them. */
import type { SlideCell, TableSlide } from '../slide.ts';

/** Inches of a table on a slide, of a note under it, and what its text of 14 pt takes. */
export const TABLE = {
  width: 12.13,
  height: 4.75,
  note: 0.27,
  padding: 0.2,
  character: 0.105,
  line: 0.225,
  between: 0.03,
};

/** Characters whose room a column of bars takes. */
const DRAWN = 8;

/** How much more than its own padding lies between a number and a text behind it. */
const CLEAR_OF = 1.5;
/** The same in inches. */
export const CLEAR = 0.3;

/** Whether a text begins where a number ends. */
export const isAfterNumber = (columns: TableSlide['columns'], at: number) =>
  columns[at - 1]?.number === true && columns[at]?.number === false && !columns[at]?.isDrawn;

/** How wide texts are on a page, in its unit. */
export interface Letters {
  /** A character, on average. */
  readonly character: number;
  /** On both sides of a text together. */
  readonly padding: number;
  /** How much wider bold text is. */
  readonly bold: number;
}

/** On slides: of 14 pt, a little wider than its letters are on average. */
export const SLIDE: Letters = {
  character: TABLE.character * 1.11,
  padding: TABLE.padding,
  bold: 1.15,
};

/** Characters of a column beyond which its cells may break; a number with a remark breaks before it. */
const MOST_OF_TEXTS = 140;
const MOST_OF_NUMBERS = 26;
/** Characters that a line of texts has at least: of less a word stands under a word. */
const LEAST_OF_TEXTS = 13;
/** Characters of a column of names, which keeps its width whatever stands beside it, and of one of short numbers. */
const MOST_OF_NAMES = 21;
const MOST_OF_SHORT = 8;
/** Characters of the head of a column that does not break. */
const MOST_OF_HEAD = 8;
/** Characters of a text that never breaks: a year, a quarter, a number; a name before a row. */
const MOST_UNBROKEN = 12;
const MOST_OF_NAME = 20;
/** Digits and percent signs are wider than letters: as many more to a number. */
const WIDE = 1;

/**
 * Widths of columns: what the longest cell asks for, within limits. Room to spare goes to columns of long texts; where
 * there is too little each column keeps its longest word, and the rest is shared by what is asked for.
 *
 * @param whole of the table, in the unit of the letters
 */
export function columnWidths(
  slide: Pick<TableSlide, 'columns' | 'rows'>,
  whole: number = TABLE.width,
  letters: Letters = SLIDE,
): number[] {
  const widths = sharedWidths(slide, whole, letters);
  const isEven = (at: number) => slide.columns[at]?.isEven === true;
  const even = widths.filter((_, at) => isEven(at));
  return widths.map((width, at) => (isEven(at) ? sumOf(even) / even.length : width));
}

function sharedWidths(
  { columns, rows }: Pick<TableSlide, 'columns' | 'rows'>,
  whole: number,
  letters: Letters,
): number[] {
  const inUnit = (characters: number) => characters * letters.character + letters.padding;
  const wanted = columns.map((column, at) =>
    sumOf([
      inUnit(wantedLength(column, cellsAt(rows, at), letters)),
      isAfterNumber(columns, at) ? letters.padding * CLEAR_OF : 0,
    ]),
  );
  const least = columns.map(({ name, number, isDrawn }, at) => {
    const cells = [{ text: name, bold: true }, ...cellsAt(rows, at)];
    const word = inUnit(wordLength(cells, letters, at === 0 ? MOST_OF_NAME : MOST_UNBROKEN));
    const text = number ? 0 : inUnit(LEAST_OF_TEXTS);
    return isDrawn ? inUnit(DRAWN) : Math.min(wanted[at] ?? 0, Math.max(word, text));
  });
  if (sumOf(wanted) > whole) return squeezed(wanted, least, whole);
  const isKept = columns.map(({ number, isDrawn }, at) => {
    return isDrawn || (wanted[at] ?? 0) <= inUnit(number ? MOST_OF_SHORT : MOST_OF_NAMES);
  });
  return stretched(wanted, isKept, whole);
}

function squeezed(wanted: readonly number[], least: readonly number[], whole: number): number[] {
  const spare = whole - sumOf(least);
  if (spare <= 0) return least.map((width) => (width / sumOf(least)) * whole);
  const share = spare / (sumOf(wanted) - sumOf(least));
  return least.map((width, at) => width + ((wanted[at] ?? 0) - width) * share);
}

function stretched(wanted: readonly number[], isKept: readonly boolean[], whole: number): number[] {
  const all = sumOf(wanted);
  const kept = sumOf(wanted.filter((_, at) => isKept[at]));
  if (kept === all) return wanted.map((width) => (width / all) * whole);
  return wanted.map((width, at) => (isKept[at] ? width : (width * (whole - kept)) / (all - kept)));
}

export const sumOf = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0);

type Cell = Pick<SlideCell, 'text' | 'bold'>;

function cellsAt(rows: readonly (readonly Cell[])[], at: number): Cell[] {
  return rows.flatMap((row) => row[at] ?? []);
}

/** Characters. */
function wantedLength(
  { name, number, isDrawn, most }: TableSlide['columns'][number],
  cells: readonly Cell[],
  letters: Letters,
): number {
  if (isDrawn) return DRAWN;
  const lengths = cells.map(({ text, bold }) => text.length * (bold ? letters.bold : 1));
  const longest = Math.max(...lengths, 4) + (number ? WIDE : 0);
  const word = Math.max(...name.split(' ').map((part) => part.length));
  const whole = name.length <= MOST_OF_HEAD ? letters.bold : number ? 0.62 : 0.5;
  const head = Math.max(word * letters.bold, name.length * whole);
  return Math.min(most ?? (number ? MOST_OF_NUMBERS : MOST_OF_TEXTS), Math.max(longest, head));
}

/** Characters of the longest word; a text that never breaks is one word. */
function wordLength(cells: readonly Cell[], letters: Letters, unbroken: number): number {
  const lengths = cells.flatMap(({ text, bold }) =>
    (text.length <= unbroken ? [text] : text.split(' ')).map(
      (word) => word.length * (bold ? letters.bold : 1),
    ),
  );
  return Math.max(...lengths, 4) + 0.5;
}

/** What the screens show of a table of figures: its guesses, its first rows, its columns with an example each. */

import { cut } from '../../model/writing/outside.ts';
import type { DecimalSign } from '../../model/writing/said-number.ts';
import type { Meaning } from '../recognise/place.ts';
import type { DayOrder } from '../shape/days.ts';
import type { PassedRow } from '../shape/draft.ts';
import { type CellValue, rowNumber, type Sheet, textOf } from '../sheet.ts';
import type { Understood } from '../understand.ts';

/** A cell as it may be drawn: numbers are written in the reader's language there. */
export type CellShown = string | number;

export type Shape = 'long' | 'wide' | 'categories' | 'units' | 'periods';

/** What a whole table speaks of; `given` is null where its rows or headings say it. */
export interface Common {
  readonly given: string | null;
  /** What all figures have in common; '' where they differ. */
  readonly only: string;
  /** The heading of the column that says it row by row; '' where none does. */
  readonly column: string;
}

export interface ColumnShown {
  readonly at: number;
  readonly label: string;
  /** What an answer about it is kept by. */
  readonly key: string;
  readonly meaning: Meaning | null;
  readonly sign: DecimalSign | null;
  readonly example: CellShown;
}

export interface SheetShown {
  readonly sheet: Pick<Sheet, 'file' | 'name' | 'encoding' | 'delimiter'>;
  readonly title: readonly string[];
  /** What stands below the table, and the lines in which it does. */
  readonly foot: readonly string[];
  readonly footLines: Lines;
  /** Rows of the header by position, and their lines as people count. */
  readonly header: Lines;
  readonly headerLines: Lines;
  /** Headers that may be chosen instead: id ("3-4") and lines. */
  readonly headers: readonly (readonly [id: string, lines: Lines])[];
  readonly shape: Shape;
  readonly period: Common;
  readonly unit: Common;
  /** In which order its days are written; null where none is. */
  readonly days: DayOrder | null;
  readonly figures: number;
  readonly preview: Preview;
  readonly columns: readonly ColumnShown[];
  /** Columns beyond those that are shown. */
  readonly moreColumns: number;
  readonly passed: readonly PassedShown[];
  readonly passedCount: number;
  /** Rows "Tổng cộng" that are the unit's own figures, beside those of its categories. */
  readonly totals: readonly PassedShown[];
}

export interface PassedShown {
  readonly row: number;
  readonly text: string;
  /** Of a total: what it says, and the answer by which it is taken as figures after all; '' of a heading. */
  readonly values: readonly string[];
  readonly key: string;
}

type Lines = readonly [first: number, last: number];

export interface Preview {
  readonly columns: readonly number[];
  readonly rows: readonly {
    readonly line: number;
    readonly isHeading: boolean;
    readonly cells: readonly CellShown[];
  }[];
  /** Rows below them. */
  readonly left: number;
}

const TITLES = 4;
const FEET = 8;
const PASSED = 40;
const COLUMNS = 200;
const LENGTH = 400;

export function showSheet(found: Understood): SheetShown {
  const { sheet, layout, shaped } = found;
  const { file, name, encoding, delimiter } = sheet;
  const { header, body, columns, title, foot } = layout;
  const lines = (first: number, last: number): Lines => [
    rowNumber(sheet, first),
    rowNumber(sheet, last),
  ];
  return {
    sheet: { file, name, encoding, delimiter },
    title: title.slice(0, TITLES).map(short),
    foot: foot.slice(0, FEET).map(short),
    footLines: lines(body.last + 1, sheet.rows.length - 1),
    header: [header.first, header.last],
    headerLines: lines(header.first, header.last),
    headers: headersIn(sheet).map(([first, last]) => [
      `${first + 1}-${last + 1}`,
      lines(first, last),
    ]),
    shape: shapeOf(found),
    period: commonOf(found, 'period'),
    unit: commonOf(found, 'unit'),
    days: found.days?.order ?? null,
    figures: shaped.drafts.length,
    preview: previewOf(found),
    columns: columns.slice(0, COLUMNS).map((column) => showColumn(found, column)),
    moreColumns: Math.max(0, columns.length - COLUMNS),
    passed: shaped.passed.slice(0, PASSED).map(showPassed),
    passedCount: shaped.passed.length,
    totals: shaped.totals.slice(0, PASSED).map(showPassed),
  };
}

export function showPassed({ row, text, values = [], key = '' }: PassedRow): PassedShown {
  return { row, text: short(text), values: values.map(short), key };
}

const short = (text: string) => cut(text, LENGTH);

const HEADERS = 12;

/** One row, or up to three, of the first ones. */
function headersIn({ rows }: Sheet): Lines[] {
  const starts = Array.from({ length: Math.min(HEADERS, rows.length - 1) }, (_, first) => first);
  return starts.flatMap((first) =>
    [first, first + 1, first + 2]
      .filter((last) => last < rows.length - 1)
      .map((last): Lines => [first, last]),
  );
}

function showColumn(found: Understood, { at, label }: { at: number; label: string }): ColumnShown {
  return {
    at,
    label: short(label),
    key: found.keys.get(at) ?? '',
    meaning: found.meanings.get(at) ?? null,
    sign: found.signs.get(at) ?? null,
    example: exampleOf(found, at),
  };
}

function exampleOf({ sheet, layout }: Understood, at: number): CellShown {
  for (let row = layout.body.first; row <= layout.body.last; row += 1) {
    const value = sheet.rows[row]?.[at];
    if (textOf(value) !== '') return showCell(value);
  }
  return '';
}

const CELL = 200;

export function showCell(value: CellValue | undefined): CellShown {
  return typeof value === 'number' ? value : cut(textOf(value), CELL);
}

const PREVIEW_ROWS = 6;
const PREVIEW_COLUMNS = 14;

function previewOf({ sheet, layout }: Understood): Preview {
  const { header, body } = layout;
  const last = Math.min(body.last, header.last + PREVIEW_ROWS);
  const columns = layout.columns.slice(0, PREVIEW_COLUMNS).map(({ at }) => at);
  const rows = Array.from({ length: last - header.first + 1 }, (_, at) => header.first + at);
  return {
    columns,
    rows: rows.map((row) => ({
      line: rowNumber(sheet, row),
      isHeading: row <= header.last,
      cells: columns.map((at) => showCell(sheet.rows[row]?.[at])),
    })),
    left: body.last - last,
  };
}

/** What runs across: units, periods, or measures; long tables name everything in the row. */
function shapeOf({ layout, meanings }: Understood): Shape {
  const all = layout.columns.flatMap(({ at }) => meanings.get(at) ?? []);
  if (all.some((meaning) => meaning.kind === 'labels' && meaning.role === 'value')) return 'long';
  const places = all.flatMap((meaning) => (meaning.kind === 'figures' ? [meaning.place] : []));
  if (places.length > 0 && places.every(({ unit }) => unit)) return 'units';
  if (places.length > 0 && places.every(({ period }) => period)) return 'periods';
  const has = (role: string) => all.some((item) => item.kind === 'labels' && item.role === role);
  return has('category') && !has('unit') ? 'categories' : 'wide';
}

function commonOf(found: Understood, what: 'unit' | 'period'): Common {
  const [first, ...rest] = new Set(found.shaped.drafts.map((draft) => draft[what]));
  return {
    given: namesItself(found, what) ? null : (found.given[what] ?? null),
    only: rest.length === 0 ? (first ?? '') : '',
    column: short(columnOf(found, what)),
  };
}

function columnOf({ layout, meanings }: Understood, what: 'unit' | 'period'): string {
  const roles: readonly string[] = what === 'unit' ? ['unit'] : ['period', 'part', 'year'];
  const columns = layout.columns.filter(({ at }) => {
    const meaning = meanings.get(at);
    return meaning?.kind === 'labels' && roles.includes(meaning.role);
  });
  return columns.map(({ label }) => label).find(Boolean) ?? '';
}

/** Whether rows or headings say it, so that title and answers need not. */
function namesItself({ layout, meanings }: Understood, what: 'unit' | 'period'): boolean {
  return layout.columns.some(({ at }) => {
    const meaning = meanings.get(at);
    if (meaning?.kind === 'labels')
      return meaning.role === what || (what === 'period' && meaning.role === 'part');
    return meaning?.kind === 'figures' && meaning.place[what] !== undefined;
  });
}

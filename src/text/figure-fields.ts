/**
 * Every field of a figure, declared once: the data table, CSV, Excel and slides take from here what they show,
 * search and sort.
 */
import { TABLE_COLUMNS, type TableColumn } from '../address/url.ts';
import { bodyName, categoryName, type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { compareNames, matchesSearch } from '../model/writing/fold.ts';
import { codeName } from './issue.ts';
import { breakdownName, periodName, unitName } from './name.ts';
import { documentName } from './source.ts';
import { words } from './words.ts';

export interface FigureField {
  /** Column of exports, as the contract names it; '' where they have none. */
  readonly csv: string;
  /** Column of the data table, as addresses name it; null where it has none. */
  readonly column: TableColumn | null;
  readonly heading: () => string;
  /** What is exported: ids and codes, numbers unrounded. */
  readonly raw: (figure: Figure, data: Dataset) => string | number | null;
  /** What people read; of a number nothing, it is written by its subject. */
  readonly word: (figure: Figure, data: Dataset) => string;
  /** Orders texts otherwise than by their words. */
  readonly key?: (figure: Figure, data: Dataset) => string;
  /** Written in the units of its subject, or in points of them. */
  readonly number?: 'value' | 'count' | 'points';
  /** What a projector has room for: the other columns are a click away. */
  readonly shown?: true;
  /** The data table can be grouped by it. */
  readonly groups?: true;
  /** Of a column in Excel, in characters. */
  readonly width?: number;
}

export const FIGURE_FIELDS: readonly FigureField[] = [
  { csv: 'unit', column: null, heading: () => words.exportColumn.unit, ...code((f) => f.unit) },
  {
    csv: 'unit_name',
    column: 'unit',
    heading: () => words.column.unit,
    ...name((f, data) => unitName(data, f.unit, f.period)),
    shown: true,
    groups: true,
    width: 28,
  },
  {
    csv: 'body',
    column: 'body',
    heading: () => words.column.body,
    raw: (f) => f.body,
    word: (f, data) => (f.body ? bodyName(data, f.body) : ''),
  },
  {
    csv: 'period',
    column: 'period',
    heading: () => words.column.period,
    raw: (f) => f.period,
    word: (f, data) => periodName(data, f.period),
    key: timeKey,
    shown: true,
    groups: true,
  },
  {
    csv: 'indicator',
    column: null,
    heading: () => words.exportColumn.indicator,
    ...code((f) => f.subject),
  },
  {
    csv: 'indicator_name',
    column: 'indicator',
    heading: () => words.column.indicator,
    ...name((f, data) => subjectOf(data, f.subject)?.name ?? f.subject),
    shown: true,
    groups: true,
    width: 48,
  },
  {
    csv: '',
    column: 'group',
    heading: () => words.column.group,
    ...name((f, data) => subjectOf(data, f.subject)?.group ?? ''),
    groups: true,
  },
  {
    csv: 'breakdown',
    column: 'breakdown',
    heading: () => words.column.breakdown,
    raw: (f) => f.breakdown,
    word: (f, data) => (f.breakdown ? breakdownName(data, f.breakdown) : ''),
  },
  {
    csv: 'category',
    column: 'category',
    heading: () => words.column.category,
    raw: (f) => f.category,
    word: (f, data) => (f.category ? categoryName(data, f.breakdown, f.category) : ''),
    shown: true,
  },
  {
    csv: 'kind',
    column: 'kind',
    heading: () => words.column.kind,
    raw: (f) => f.kind,
    word: (f) => (f.kind ? words.kind[f.kind] : ''),
    shown: true,
    groups: true,
  },
  number('value'),
  number('numerator'),
  number('denominator'),
  number('reported'),
  { csv: 'bound', column: null, heading: () => words.exportColumn.bound, ...code((f) => f.bound) },
  {
    csv: 'status',
    column: 'status',
    heading: () => words.column.status,
    raw: (f) => f.status,
    word: (f) => (f.status === 'A' ? '' : words.status[f.status]),
  },
  { csv: 'as_of', column: null, heading: () => words.column.asOf, ...code((f) => f.asOf) },
  {
    csv: 'flags',
    column: 'flags',
    heading: () => words.column.flags,
    raw: (f) => flagsOf(f).join(' '),
    word: (f) => f.flags.map(codeName).join('; '),
    shown: true,
    width: 32,
  },
  {
    csv: 'source',
    column: 'source',
    heading: () => words.column.source,
    raw: (f) => f.sources.join('|'),
    word: (f, data) => f.sources.map((id) => documentName(data, id)).join('; '),
    shown: true,
    groups: true,
    width: 28,
  },
  {
    csv: 'locator',
    column: 'locator',
    heading: () => words.column.locator,
    raw: (f) => f.locators.join('|'),
    word: (f) => f.locators.join('; '),
    width: 16,
  },
];

/** The field of a column of the data table. */
export function fieldOf(column: TableColumn): FigureField {
  const field = FIGURE_FIELDS.find((candidate) => candidate.column === column);
  if (!field) throw new RangeError(`no field for column: ${JSON.stringify(column)}`);
  return field;
}

/** Columns of the data table that fit a test, in the table's order. */
export function columnsThat(test: (field: FigureField) => boolean): TableColumn[] {
  return TABLE_COLUMNS.filter((column) => test(fieldOf(column)));
}

/** A figure with the words of its columns, made once per answer. */
export interface FigureRow {
  readonly figure: Figure;
  readonly words: Readonly<Record<TableColumn, string>>;
  /** Orders rows by a column whose words do not. */
  readonly keys: Readonly<Partial<Record<TableColumn, string>>>;
}

export function figureRow(data: Dataset, figure: Figure): FigureRow {
  const each = <T>(of: (field: FigureField) => T) =>
    Object.fromEntries(TABLE_COLUMNS.map((column) => [column, of(fieldOf(column))]));
  return {
    figure,
    words: each((field) => field.word(figure, data)) as Record<TableColumn, string>,
    keys: each((field) => field.key?.(figure, data)),
  };
}

/** Every word of the search in any column, without diacritics. */
export function rowMatches({ words }: FigureRow, query: string): boolean {
  return matchesSearch(query, Object.values(words));
}

/** Numbers by size with absences as the least, texts in the order of names, periods in time. */
export function compareRows(column: TableColumn): (a: FigureRow, b: FigureRow) => number {
  if (isNumberColumn(column)) {
    const value = ({ figure }: FigureRow) => figure[column] ?? Number.NEGATIVE_INFINITY;
    return (a, b) => (value(a) === value(b) ? 0 : value(a) - value(b));
  }
  const key = (row: FigureRow) => row.keys[column] ?? row.words[column];
  return (a, b) => compareNames(key(a), key(b));
}

/** Rows in the order that an address asks for ("-value"); as they are for ''. */
export function sortedRows(rows: readonly FigureRow[], sort: string): FigureRow[] {
  const column = TABLE_COLUMNS.find((id) => id === sort.replace(/^-/, ''));
  if (!column) return [...rows];
  const compare = compareRows(column);
  const sign = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b));
}

export type NumberColumn = 'value' | 'numerator' | 'denominator' | 'reported';

export function isNumberColumn(column: string): column is NumberColumn {
  return ['value', 'numerator', 'denominator', 'reported'].includes(column);
}

/** Issue codes and the kind of absence, sorted. */
function flagsOf(figure: Figure): string[] {
  return figure.absence ? [...figure.flags, figure.absence].sort() : [...figure.flags];
}

/** What only machines read. */
function code(of: (figure: Figure) => string): Pick<FigureField, 'raw' | 'word'> {
  return { raw: of, word: of };
}

/** What is exported as it is read. */
function name(of: (figure: Figure, data: Dataset) => string): Pick<FigureField, 'raw' | 'word'> {
  return { raw: of, word: of };
}

function number(id: NumberColumn): FigureField {
  return {
    csv: id,
    column: id,
    heading: () => words.column[id],
    raw: (figure) => figure[id],
    word: () => '',
    number: id === 'value' || id === 'reported' ? 'value' : 'count',
    shown: true,
  };
}

function timeKey({ period }: Figure, data: Dataset): string {
  const { end = '', start = '' } = data.periods.get(period) ?? {};
  return `${end} ${start}`;
}

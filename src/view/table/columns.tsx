/** Columns of the data table: declared once, outside the component. */
import {
  type ColumnDef,
  columnFilteringFeature,
  columnGroupingFeature,
  columnVisibilityFeature,
  createExpandedRowModel,
  createFilteredRowModel,
  createGroupedRowModel,
  createSortedRowModel,
  globalFilteringFeature,
  rowExpandingFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { TABLE_COLUMNS } from '../../address/url.ts';
import type { Figure } from '../../model/figure.ts';
import { compareNames, matchesSearch } from '../../model/writing/fold.ts';
import { vi } from '../../text/vi/words.ts';

/** A figure with the words that its cells show, made once per answer. */
export interface TableRow {
  readonly figure: Figure;
  readonly unit: string;
  readonly body: string;
  readonly indicator: string;
  readonly group: string;
  readonly period: string;
  /** Orders periods by time. */
  readonly periodKey: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: string;
  readonly status: string;
  readonly flags: string;
  readonly source: string;
  readonly locator: string;
}

export const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  columnGroupingFeature,
  columnVisibilityFeature,
  rowExpandingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  groupedRowModel: createGroupedRowModel(),
  expandedRowModel: createExpandedRowModel(),
});

type Column = ColumnDef<typeof features, TableRow>;

/** Texts in Vietnamese order; numbers with absences last. */
const byName = (pick: (row: TableRow) => string): NonNullable<Column['sortFn']> =>
  ((a: { original: TableRow }, b: { original: TableRow }) =>
    compareNames(pick(a.original), pick(b.original))) as NonNullable<Column['sortFn']>;

const byNumber = (pick: (figure: Figure) => number | null): NonNullable<Column['sortFn']> =>
  ((a: { original: TableRow }, b: { original: TableRow }) =>
    (pick(a.original.figure) ?? Number.NEGATIVE_INFINITY) -
    (pick(b.original.figure) ?? Number.NEGATIVE_INFINITY)) as NonNullable<Column['sortFn']>;

function textColumn(id: keyof TableRow & string, header: string): Column {
  return {
    id,
    header,
    accessorFn: (row) => String(row[id]),
    sortFn: byName((row) => (id === 'period' ? row.periodKey : String(row[id]))),
  };
}

function numberColumn(
  id: 'value' | 'numerator' | 'denominator' | 'reported',
  header: string,
): Column {
  return {
    id,
    header,
    accessorFn: (row) => row.figure[id],
    sortFn: byNumber((figure) => figure[id]),
    enableGrouping: false,
  };
}

export const COLUMNS: readonly Column[] = [
  textColumn('unit', vi.column.unit),
  textColumn('body', vi.column.body),
  textColumn('group', vi.column.group),
  textColumn('indicator', vi.column.indicator),
  textColumn('period', vi.column.period),
  textColumn('breakdown', vi.column.breakdown),
  textColumn('category', vi.column.category),
  textColumn('kind', vi.column.kind),
  numberColumn('value', vi.column.value),
  numberColumn('numerator', vi.column.numerator),
  numberColumn('denominator', vi.column.denominator),
  numberColumn('reported', vi.column.reported),
  textColumn('status', vi.column.status),
  textColumn('flags', vi.column.flags),
  textColumn('source', vi.column.source),
  textColumn('locator', vi.column.locator),
];

export const COLUMN_IDS: readonly string[] = TABLE_COLUMNS;

/** What a projector has room for; the rest is a click away. */
export const SHOWN_COLUMNS: readonly string[] = [
  'unit',
  'indicator',
  'period',
  'category',
  'kind',
  'value',
  'numerator',
  'denominator',
  'reported',
  'flags',
  'source',
];

export const GROUPINGS: readonly string[] = [
  'unit',
  'group',
  'indicator',
  'period',
  'kind',
  'source',
];

/** Every word of the search in any column, without diacritics. */
export function rowMatches(row: TableRow, query: string): boolean {
  const { unit, body, indicator, group, period, category, kind, status, flags, source, locator } =
    row;
  return matchesSearch(query, [
    unit,
    body,
    indicator,
    group,
    period,
    category,
    kind,
    status,
    flags,
    source,
    locator,
  ]);
}

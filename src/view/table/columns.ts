/** Columns of the data table for TanStack Table, from the fields of a figure. */
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
import { TABLE_COLUMNS, type TableColumn } from '../../address/url.ts';
import {
  columnsThat,
  compareRows,
  type FigureRow,
  fieldOf,
  isNumberColumn,
} from '../../text/figure-fields.ts';

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

type Column = ColumnDef<typeof features, FigureRow>;
type Sort = NonNullable<Column['sortFn']>;

/** The columns with their headings in the chosen language. */
export function tableColumns(): Column[] {
  return TABLE_COLUMNS.map((id) => ({
    id,
    header: fieldOf(id).heading(),
    accessorFn: ({ figure, words }) => (isNumberColumn(id) ? figure[id] : words[id]),
    sortFn: sortBy(id),
    enableGrouping: fieldOf(id).groups === true,
  }));
}

/** Shown unless the address asks for others. */
export const SHOWN_COLUMNS: readonly TableColumn[] = columnsThat((field) => field.shown === true);
export const GROUPINGS: readonly TableColumn[] = columnsThat((field) => field.groups === true);

function sortBy(id: TableColumn): Sort {
  const compare = compareRows(id);
  return ((a: { original: FigureRow }, b: { original: FigureRow }) =>
    compare(a.original, b.original)) as Sort;
}

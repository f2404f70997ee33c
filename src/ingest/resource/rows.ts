/** Rows of a checked table, one by one. */
import type { ProblemLog } from '../problems.ts';
import type { Table } from '../table.ts';

export interface Row {
  readonly at: number;
  readonly table: Table;
  readonly text: (column: string) => string;
  readonly number: (column: string) => number | null;
  /** Whether its file has the column at all. */
  readonly has: (column: string) => boolean;
  /** What stood in a cell that could not be used; '' for all others. */
  readonly refused: (column: string) => string;
}

export function rowsOf(table: Table | undefined): Row[] {
  if (!table) return [];
  return Array.from({ length: table.rowCount }, (_, at) => ({
    at,
    table,
    text: (column: string) => String(table.column(column)[at] ?? ''),
    number: (column: string) => {
      const value = table.column(column)[at];
      return typeof value === 'number' ? value : null;
    },
    has: (column: string) => table.has(column, at),
    refused: (column: string) => table.refused(at, column),
  }));
}

/** Items by key; a second row with the same key is set aside. */
export function unique<T>(
  table: Table | undefined,
  key: (item: T) => string,
  make: (row: Row) => T | null,
  problems: ProblemLog,
): Map<string, T> {
  const items = new Map<string, T>();
  for (const row of rowsOf(table)) {
    const item = make(row);
    if (item === null) continue;
    const id = key(item);
    if (items.has(id)) {
      problems.add({
        code: 'duplicate-id',
        effect: 'row',
        ...row.table.place(row.at),
        value: id.replace('~', ', '),
      });
    } else {
      items.set(id, item);
    }
  }
  return items;
}

/** Tells of a reference that leads nowhere. */
export function addUnknown(
  row: Row,
  column: string,
  effect: 'row' | 'cell',
  problems: ProblemLog,
): void {
  const value = row.text(column);
  problems.add({ code: 'reference-unknown', effect, ...row.table.place(row.at), column, value });
}

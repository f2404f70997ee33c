/** Where a cell stands, as people find it: the file, the sheet, the row and the column. */
import { cut } from '../../model/writing/outside.ts';
import { columnLetter, sheetTitle } from '../sheet.ts';
import { tableAt, type Understanding } from '../understand.ts';

export interface CellPlace {
  readonly file: string;
  /** The file and, of a workbook, the sheet. */
  readonly title: string;
  /** The row as people count; 0 for what stands for several rows. */
  readonly line: number;
  readonly letter: string;
  /** The heading of the column; '' where it has none. */
  readonly label: string;
}

const LABEL = 200;

/** Null for a table that is not there. */
export function placeOf(
  understanding: Understanding,
  cell: { readonly sheet: number; readonly row: number; readonly column: number },
): CellPlace | null {
  const table = tableAt(understanding, cell.sheet);
  if (!table) return null;
  const label = table.columns.find(({ at }) => at === cell.column)?.label ?? '';
  return {
    file: table.sheet.file,
    title: sheetTitle(table.sheet),
    line: cell.row < 0 ? 0 : table.lineOf(cell.row),
    letter: columnLetter(cell.column),
    label: cut(label, LABEL),
  };
}

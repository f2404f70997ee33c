/** CSV for spreadsheets and scripts: BOM, comma, CRLF, decimal dot, unrounded; no cell can become a formula. */
import Papa from 'papaparse';

type Cell = string | number | null;

const BOM = '\uFEFF';
const NEW_LINE = '\r\n';

/** Writes rows under their columns; texts that begin with = + - @ get an apostrophe in front. */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column])));
  const text = Papa.unparse({ fields: [...columns], data: lines }, { newline: NEW_LINE });
  return `${BOM}${text}${NEW_LINE}`; // ended, so that nobody takes it for cut
}

/** Numbers as they are (a negative one is a number, not a formula), texts neutralised. */
function cellText(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

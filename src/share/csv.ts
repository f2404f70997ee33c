/** CSV for spreadsheets and scripts: BOM, comma, CRLF, decimal dot, unrounded; no cell can become a formula. */

type Cell = string | number | null;

const BOM = '\uFEFF';
const NEW_LINE = '\r\n';

/** Writes rows under their columns; texts that begin with = + - @ get an apostrophe in front. */
export function csvText<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, Cell>>[],
): string {
  const cells = rows.map((row) => columns.map((column) => cellText(row[column])));
  const lines = [columns, ...cells].map((line) => line.map(quoted).join(','));
  return BOM + lines.map((line) => line + NEW_LINE).join(''); // ended, so that nobody takes it for cut
}

/** Quotes around what a reader of CSV would take apart or trim. */
function quoted(text: string): string {
  return /[",\r\n\uFEFF]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers as they are (a negative one is a number, not a formula), texts neutralised. */
function cellText(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** Tables of a package as CSV: UTF-8, comma, dot decimals, one header, ended lines (docs/package.md). */
import Papa from 'papaparse';

export type Cells = Readonly<Record<string, string | number | null | undefined>>;

export function packageCsv(columns: readonly string[], rows: readonly Cells[]): Uint8Array {
  const data = rows.map((row) => columns.map((column) => String(row[column] ?? '')));
  const text = Papa.unparse({ fields: [...columns], data }, { newline: '\n' });
  return new TextEncoder().encode(`${text}\n`);
}

/** Excel workbooks with native numbers, made in the browser. */
import type { ExportColumn, ExportRow } from './rows.ts';
import { EXPORT_COLUMNS } from './rows.ts';

export interface Workbook {
  /** Headings of the columns, for people. */
  readonly headings: Readonly<Record<ExportColumn, string>>;
  readonly rows: readonly ExportRow[];
  /** Lines under the table: source, data date, "Số liệu mô phỏng". */
  readonly remarks: readonly string[];
  readonly sheet: string;
}

const WIDTHS: Partial<Record<ExportColumn, number>> = {
  unit_name: 28,
  indicator_name: 48,
  flags: 32,
  source: 28,
  locator: 16,
};

/** A workbook of one sheet; numbers are numbers, texts are texts (never formulas). */
export async function excelFile(book: Workbook): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const header = EXPORT_COLUMNS.map((column) => ({
    value: book.headings[column],
    fontWeight: 'bold' as const,
  }));
  const body = book.rows.map((row) => EXPORT_COLUMNS.map((column) => cellOf(row[column])));
  const remarks = book.remarks.map((text) => [{ value: text, type: String }]);
  const sheet = {
    sheet: book.sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: EXPORT_COLUMNS.map((column) => ({ width: WIDTHS[column] ?? 14 })),
    stickyRowsCount: 1,
  };
  const file = writeExcelFile([header, ...body, [], ...remarks], sheet, { fontFamily: 'Arial' });
  return file.toBlob();
}

function cellOf(value: string | number | null) {
  if (value === null || value === '') return null;
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

/** Fetches the library ahead of need. */
export async function preloadExcel(): Promise<void> {
  await import('write-excel-file/browser');
}

/** Excel workbooks with native numbers, made in the browser. */
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { EXPORT_FIELDS } from './rows.ts';

export interface Workbook {
  readonly data: Dataset;
  readonly figures: readonly Figure[];
  /** Lines under the table: source, data date, "Số liệu mô phỏng". */
  readonly remarks: readonly string[];
  readonly sheet: string;
}

const WIDTH = 14;

/** A workbook of one sheet; numbers are numbers, texts are texts (never formulas). */
export async function excelFile({ data, figures, remarks, sheet }: Workbook): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const header = EXPORT_FIELDS.map((field) => ({
    value: field.heading(),
    fontWeight: 'bold' as const,
  }));
  const body = figures.map((figure) => EXPORT_FIELDS.map(({ raw }) => cellOf(raw(figure, data))));
  const foot = remarks.map((text) => [{ value: text, type: String }]);
  const options = {
    sheet: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: EXPORT_FIELDS.map(({ width = WIDTH }) => ({ width })),
    stickyRowsCount: 1,
  };
  const file = writeExcelFile([header, ...body, [], ...foot], options, { fontFamily: 'Arial' });
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

/** The figures of a card as CSV and Excel files. */
import type { Figure } from '../../model/figure.ts';
import { csvText } from '../../share/csv.ts';
import { excelFile } from '../../share/excel/workbook.ts';
import { EXPORT_COLUMNS, exportRows } from '../../share/rows.ts';
import type { Desk } from '../part/desk.ts';

export function csvBlob({ data }: Desk, figures: readonly Figure[]): Blob {
  const text = csvText(EXPORT_COLUMNS, exportRows(data, figures));
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

export function excelBlob(
  { data }: Desk,
  title: string,
  figures: readonly Figure[],
): Promise<Blob> {
  return excelFile({ data, sheets: [{ title, figures, remarks: [] }] });
}

/** The figures of a card as CSV and Excel files. */
import type { Figure } from '../../model/figure.ts';
import { csvText } from '../../share/csv.ts';
import { EXPORT_COLUMNS, exportRows } from '../../share/rows.ts';
import type { FigureField } from '../../text/figure-fields.ts';
import type { Desk } from '../part/desk.ts';

/** @param more fields that the view adds to each figure */
export function csvBlob(
  { data }: Desk,
  figures: readonly Figure[],
  more: readonly FigureField[],
): Blob {
  const columns = [...EXPORT_COLUMNS, ...more.map(({ csv }) => csv)];
  const text = csvText(columns, exportRows(data, figures, more));
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

/** The script that writes workbooks comes when one is asked for. */
export async function excelBlob(
  { data }: Desk,
  title: string,
  figures: readonly Figure[],
  more: readonly FigureField[],
): Promise<Blob> {
  const { excelFile } = await import('../../share/excel/workbook.ts');
  return excelFile({ data, sheets: [{ title, figures, more, remarks: [] }] });
}

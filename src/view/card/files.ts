/** The figures of a card as CSV and Excel files. */
import type { Figure } from '../../model/figure.ts';
import { formatDayOrMonth } from '../../model/writing/date.ts';
import { csvText } from '../../share/csv.ts';
import { excelFile } from '../../share/excel.ts';
import { EXPORT_COLUMNS, exportRows } from '../../share/rows.ts';
import { words } from '../../text/words.ts';
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
  const created = data.created ? words.app.created(formatDayOrMonth(data.created)) : '';
  const remarks = [data.synthetic ? words.app.syntheticNote : '', data.title, created].filter(
    Boolean,
  );
  return excelFile({ data, figures, remarks, sheet: title });
}

/** The figures of a card as CSV and Excel files. */

import type { Figure } from '../../model/figure.ts';
import { formatDayOrMonth } from '../../model/writing/date.ts';
import { csvText } from '../../share/csv.ts';
import { excelFile } from '../../share/excel.ts';
import { EXPORT_COLUMNS, type ExportColumn, exportRows } from '../../share/rows.ts';
import { vi } from '../../text/vi/words.ts';
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
  const created = data.created ? vi.app.created(formatDayOrMonth(data.created)) : '';
  const remarks = [data.synthetic ? vi.app.syntheticNote : '', data.title, created].filter(Boolean);
  const column = vi.column;
  const headings: Record<ExportColumn, string> = {
    unit: vi.exportColumn.unit,
    unit_name: column.unit,
    body: column.body,
    period: column.period,
    indicator: vi.exportColumn.indicator,
    indicator_name: column.indicator,
    breakdown: column.breakdown,
    category: column.category,
    kind: column.kind,
    value: column.value,
    numerator: column.numerator,
    denominator: column.denominator,
    reported: column.reported,
    bound: vi.exportColumn.bound,
    status: column.status,
    as_of: column.asOf,
    flags: column.flags,
    source: column.source,
    locator: column.locator,
  };
  return excelFile({ headings, rows: exportRows(data, figures), remarks, sheet: title });
}

/** Figures as the rows of an export: fixed columns, unrounded values, every flag. */
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { FIGURE_FIELDS, type FigureField } from '../text/figure-fields.ts';

export type ExportRow = Readonly<Record<string, string | number | null>>;

/** Fields that exports have, in the order of the contract. */
export const EXPORT_FIELDS = FIGURE_FIELDS.filter((field) => field.csv !== '');
export const EXPORT_COLUMNS = EXPORT_FIELDS.map((field) => field.csv);

/** One row per figure; an absence stands among the flags. @param more fields that the view adds */
export function exportRows(
  data: Dataset,
  figures: readonly Figure[],
  more: readonly FigureField[] = [],
): ExportRow[] {
  const fields = [...EXPORT_FIELDS, ...more];
  return figures.map((figure) =>
    Object.fromEntries(fields.map(({ csv, raw }) => [csv, raw(figure, data)])),
  );
}

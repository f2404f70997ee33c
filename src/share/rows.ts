/** Figures as the rows of an export: fixed columns, unrounded values, every flag. */
import { bodyName, type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';

export const EXPORT_COLUMNS = [
  'unit',
  'unit_name',
  'body',
  'period',
  'indicator',
  'indicator_name',
  'breakdown',
  'category',
  'kind',
  'value',
  'numerator',
  'denominator',
  'reported',
  'bound',
  'status',
  'as_of',
  'flags',
  'source',
  'locator',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
export type ExportRow = Readonly<Record<ExportColumn, string | number | null>>;

/** One row per figure; an absence stands among the flags. */
export function exportRows(data: Dataset, figures: readonly Figure[]): ExportRow[] {
  return figures.map((figure) => ({
    unit: figure.unit,
    unit_name: data.units.at(figure.unit, data.periods.get(figure.period)).name,
    body: figure.body,
    period: figure.period,
    indicator: figure.subject,
    indicator_name: subjectOf(data, figure.subject)?.name ?? figure.subject,
    breakdown: figure.breakdown,
    category: figure.category,
    kind: figure.kind,
    value: figure.value,
    numerator: figure.numerator,
    denominator: figure.denominator,
    reported: figure.reported,
    bound: figure.bound,
    status: figure.status,
    as_of: figure.asOf,
    flags: flagsOf(figure).join(' '),
    source: figure.sources.join('|'),
    locator: figure.locators.join('|'),
  }));
}

/** Issue codes and the kind of absence, sorted. */
export function flagsOf(figure: Figure): string[] {
  return figure.absence ? [...figure.flags, figure.absence].sort() : [...figure.flags];
}

/** Name of a body for people; the export keeps the id. */
export function bodyLabel(data: Dataset, figure: Figure): string {
  return figure.body ? bodyName(data, figure.body) : '';
}

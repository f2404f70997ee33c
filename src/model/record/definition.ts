/**
 * Records: one row per dossier, petition, visit or model, as offices export them. What the columns are and what is
 * counted of them is data (docs/package.md, "Records"); nothing in the code knows a kind of record by name.
 */

export const RECORD_COLUMN_TYPES = [
  'key',
  'unit',
  'day',
  'category',
  'flag',
  'number',
  'text',
] as const;
export type RecordColumnType = (typeof RECORD_COLUMN_TYPES)[number];

export interface RecordColumn {
  readonly column: string;
  /** `key` tells one record from another; `flag` is yes or no; `day` an ISO date. */
  readonly type: RecordColumnType;
  /** Of a category: the breakdown whose categories stand in it. */
  readonly breakdown: string;
  readonly name: string;
  readonly nameEn: string;
  /** Further headings under which it is known. */
  readonly words: readonly string[];
}

/** One condition of a filter; all of them must hold. */
export interface Condition {
  readonly column: string;
  readonly test: ConditionTest;
  /**
   * Another column, the last day of the period (`end`; of an opening the day before it), or else values of the column;
   * `missing` among them lets records through that leave the column empty.
   */
  readonly to: readonly string[];
}

export const CONDITION_TESTS = ['=', '<>', '<=', '<', '>=', '>', 'given', 'missing'] as const;
export type ConditionTest = (typeof CONDITION_TESTS)[number];

export interface RecordMeasure {
  readonly measure: string;
  /** The day by which a record falls into a period. */
  readonly event: string;
  /** The day on which it ends to stand, for stocks, openings and loads; '' for none. */
  readonly until: string;
  readonly filter: readonly Condition[];
  /** The category column whose categories are counted apart as well; '' for none. */
  readonly breakdown: string;
  /** The number that is added up; '' where records are counted. */
  readonly value: string;
}

export interface RecordDefinition {
  readonly record: string;
  readonly name: string;
  readonly nameEn: string;
  readonly columns: readonly RecordColumn[];
  readonly measures: readonly RecordMeasure[];
}

/** Columns that a measure needs; without one of them it is not counted. */
export function columnsNeeded(
  { event, until, filter, value }: RecordMeasure,
  columns: readonly Pick<RecordColumn, 'column'>[],
): string[] {
  const known = new Set(columns.map(({ column }) => column));
  const compared = filter.flatMap(({ column, to }) => [column, ...to.filter((t) => known.has(t))]);
  return [...new Set([event, until, value, ...compared].filter((column) => column !== ''))];
}

/** The records behind one statement that was counted from them. */

export interface RecordsQuestion {
  readonly ask: 'records';
  /** The document that was counted; `records` of it names their file. */
  readonly source: string;
  readonly measure: string;
  readonly unit: string;
  readonly period: string;
  /** '' for all of them together. */
  readonly category: string;
  readonly limit: number;
}

export interface RecordsAnswer {
  /** The kind of records; '' where the package comes without them. */
  readonly record: string;
  /** How many there are, of which `rows` may be the first. */
  readonly total: number;
  readonly columns: readonly string[];
  /** Ids of units and categories, ISO days, texts. */
  readonly rows: readonly (readonly string[])[];
}

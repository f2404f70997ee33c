/** A file as read, before anything about it is believed. */

export type RawValue = string | number | boolean | null;

export interface RawColumn {
  readonly name: string;
  /** `text` from CSV; from Parquet what the file declares, `other` for types a package may not use. */
  readonly kind: 'text' | 'number' | 'boolean' | 'other';
  readonly values: ArrayLike<RawValue>;
}

export interface RawTable {
  /** As told to people: with its folder where that is not the package's own. */
  readonly file: string;
  readonly rowCount: number;
  readonly columns: readonly RawColumn[];
  /** Whether the file declares the types of its columns: CSV does not. */
  readonly isTyped?: boolean;
  /** Line of a row with the header as line 1 (of Parquet: the row number plus one). */
  readonly lineOf: (row: number) => number;
  /** How many lines a row takes; 1 where this is left out. */
  readonly linesOf?: (row: number) => number;
  /** The columns of some rows, in rising order, where that is less work than all of them. */
  readonly pick?: (rows: readonly number[]) => readonly RawColumn[];
}

/** A table in a sheet: where its header and its body lie, and what stands over each column. */

/** Rows by position from 0, both ends inside. */
export interface Layout {
  readonly header: { readonly first: number; readonly last: number };
  readonly body: { readonly first: number; readonly last: number };
  /** Where another table begins below this one; null where none does. */
  readonly second: number | null;
  /** The column at which another table begins beside this one; null where none does. */
  readonly beside: number | null;
  /** What stands above the table, from top to bottom. */
  readonly title: readonly string[];
  /** What stands below it: footnotes, signatures. */
  readonly foot: readonly string[];
  readonly columns: readonly Column[];
}

export interface Column {
  readonly at: number;
  /** Its headings from top to bottom, a merged one over each of its columns. */
  readonly labels: readonly string[];
  /** The headings as one text: what a mapping is kept by. */
  readonly label: string;
}

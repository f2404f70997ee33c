/**
 * Packages of other domains, written from the contract alone (docs), with what each figure must
 * come out as. Everything here is stated by hand; nothing was copied from a run of the app.
 */
export interface Fixture {
  /** The folder as a publisher delivers it: path inside the package → text. */
  files: Record<string, string>;
  /** CSV files among `files` that are delivered as Parquet of the same rows instead. */
  parquet?: string[];
  expected: Expected[];
  /** What is said at the door; nothing unless said otherwise. */
  problems?: string[];
}

/** One row of the figure CSV (docs/figures.md). A field left out is not asserted; `null` means "empty". */
export interface Expected {
  /** `unit period indicator`, then any of `breakdown=category`, `@body`, `:kind`. */
  at: string;
  value?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  reported?: number | null;
  bound?: string;
  status?: string;
  /** All flags of the row, sorted. */
  flags?: string;
  /** Flags that must be among them; `A|B` accepts either. */
  has?: string;
  /** Flags that must not be among them. */
  lacks?: string;
  source?: string;
  /** The sentence of the contract (docs) that this follows from, in short. */
  why: string;
}

interface Resource {
  name: string;
  path: string | string[];
  format?: 'csv' | 'parquet';
}

export function descriptor(name: string, title: string, resources: Resource[]): string {
  const full = resources.map((resource) => ({ format: 'csv', ...resource }));
  return JSON.stringify({ name, title, created: '2026-01-15', resources: full }, null, 2);
}

/** Trims the indentation of a template literal, so that tables can stand inside functions. */
export function table(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

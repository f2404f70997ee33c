/** What was wrong with outside data, told so that a person can find and mend it. */

export type ProblemCode =
  | 'package-not-found'
  | 'catalogue-not-found'
  | 'package-not-json'
  | 'package-invalid'
  | 'package-too-large'
  | 'package-memory'
  | 'resource-missing'
  | 'path-twice'
  | 'resource-unknown'
  | 'resource-format'
  | 'file-not-found'
  | 'file-page'
  | 'file-login'
  | 'file-forbidden'
  | 'file-server'
  | 'file-network'
  | 'file-size'
  | 'file-hash'
  | 'hash-unknown'
  | 'file-encoding'
  | 'file-delimiter'
  | 'file-empty'
  | 'file-unended'
  | 'cell-rows'
  | 'file-kind'
  | 'file-broken'
  | 'file-decoder'
  | 'units-none'
  | 'file-too-large'
  | 'quote-broken'
  | 'quote-inside'
  | 'column-missing'
  | 'column-duplicate'
  | 'column-unknown'
  | 'column-type'
  | 'column-unfit'
  | 'row-fields'
  | 'value-required'
  | 'value-id'
  | 'value-number'
  | 'value-digits'
  | 'value-grouped'
  | 'value-long'
  | 'text-long'
  | 'text-damaged'
  | 'text-control'
  | 'file-rows'
  | 'header-rows'
  | 'value-range'
  | 'value-date'
  | 'value-period'
  | 'value-vocabulary'
  | 'value-formula'
  | 'value-absent'
  | 'reference-unknown'
  | 'duplicate-id'
  | 'overlapping-validity'
  | 'parent-cycle'
  | 'parent-unknown'
  | 'tile-taken'
  | 'change-cycle'
  | 'change-share'
  | 'change-overlap'
  | 'change-alone'
  | 'unit-ended'
  | 'engine-restarted';

/**
 * `stop`: the package cannot be shown. `row`: the row was set aside. `cell`: the row counts, the cell was
 * left empty. `warning`: figures may be wrong, said at the top of the page. `note`: nothing was lost.
 */
export type ProblemEffect = 'stop' | 'row' | 'cell' | 'warning' | 'note';

export interface Problem {
  readonly code: ProblemCode;
  readonly effect: ProblemEffect;
  /** Path as in `datapackage.json`; with its folder where that is not the package's own. */
  readonly file: string;
  /** Line with the header as line 1; of a Parquet file the row number plus one. */
  readonly line?: number;
  /** Lines of the file set aside with it, where that is not one (0: they were counted before). */
  readonly lines?: number;
  readonly column?: string;
  /** The offending value, cut to a readable length. */
  readonly value?: string;
  /** What was expected, in data terms (an id list, a size, a pattern). */
  readonly expected?: string;
  /** Set on a summary: so many more of the same kind, not listed one by one. */
  readonly count?: number;
}

/** A package that cannot be shown; `problems` say why. */
export class PackageError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((p) => `${p.code}: ${p.file} ${p.expected ?? p.value ?? ''}`).join('; '));
    this.name = 'PackageError';
    this.problems = problems;
  }
}

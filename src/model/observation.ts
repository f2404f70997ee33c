/** The vocabularies of a statement of a value (docs/package.md, "Observations"). */

/** SDMX observation status; a derived figure takes its worst input in this order. */
export const STATUSES = ['Q', 'M', 'O', 'U', 'D', 'B', 'E', 'P', 'A'] as const;
export type Status = (typeof STATUSES)[number];

/** Shown and checked, but never aggregated, ranked or judged. */
export const UNFIT_STATUSES: readonly Status[] = ['U', 'D'];

/** Statuses of a statement without a value. */
export const ABSENT_STATUSES: readonly Status[] = ['O', 'M', 'Q'];

export const KINDS = ['', 'target', 'registered', 'norm'] as const;
export type Kind = (typeof KINDS)[number];

export const BOUNDS = ['', '>', '>=', '<', '<=', '~'] as const;
export type Bound = (typeof BOUNDS)[number];

/** The ways in which there is no number; each has its own glyph and words. */
export const ABSENCES = [
  'NOT_REPORTED',
  'NOT_APPLICABLE',
  'SUPPRESSED',
  'NOTHING_AROSE',
  'NO_UNIT',
  'NOT_COMPUTABLE',
  'NO_DATA',
] as const;
export type Absence = (typeof ABSENCES)[number];

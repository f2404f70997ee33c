/** Codes of what a check, or a reader, found, and how serious each is (docs/figures.md, "Issue codes"). */
import type { Statement } from './statement.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type IssueCode =
  | 'SUM_MISMATCH'
  | 'PCT_MISMATCH'
  | 'LIST_COUNT_MISMATCH'
  | 'INTERNAL_CONFLICT'
  | 'BAD_DATE'
  | 'DOUBLE_LISTED'
  | 'PART_EXCEEDS_TOTAL'
  | 'NEGATIVE'
  | 'OPENING_MISMATCH'
  | 'CUMULATIVE_FALLS'
  | 'RECORDS_DIFFER'
  | 'OVER_100'
  | 'STALE_COPY'
  | 'MISLABELLED'
  | 'TARGET_NOT_ACTUAL'
  | 'FUTURE_REFERENCE'
  | 'PERIOD_INCOMPLETE'
  | 'UNIT_NAME_OCR'
  | 'PCT_TRUNCATED'
  | 'DUPLICATE_STATEMENT'
  | 'REVISED'
  | 'PART_MISSING'
  | 'DERIVED'
  | 'NO_DENOMINATOR'
  | 'SMALL_N'
  | 'NEAR_NAME';

interface CodeFacts {
  readonly severity: Severity;
  /** What other figures say about it: `sums` around it, or several `places` that state one figure. */
  readonly by?: 'sums' | 'places';
}

/** Everything that is known of a code; its words stand in `text`. The most serious first. */
const CODES: Readonly<Record<IssueCode, CodeFacts>> = {
  SUM_MISMATCH: { severity: 'error', by: 'sums' },
  PCT_MISMATCH: { severity: 'error' },
  LIST_COUNT_MISMATCH: { severity: 'error', by: 'places' },
  INTERNAL_CONFLICT: { severity: 'error', by: 'places' },
  BAD_DATE: { severity: 'error' },
  DOUBLE_LISTED: { severity: 'error' },
  PART_EXCEEDS_TOTAL: { severity: 'error', by: 'sums' },
  NEGATIVE: { severity: 'error', by: 'sums' },
  OPENING_MISMATCH: { severity: 'error', by: 'sums' },
  CUMULATIVE_FALLS: { severity: 'error', by: 'sums' },
  RECORDS_DIFFER: { severity: 'warning', by: 'places' },
  OVER_100: { severity: 'warning' },
  STALE_COPY: { severity: 'warning' },
  MISLABELLED: { severity: 'warning' },
  TARGET_NOT_ACTUAL: { severity: 'warning' },
  FUTURE_REFERENCE: { severity: 'warning' },
  PERIOD_INCOMPLETE: { severity: 'warning' },
  UNIT_NAME_OCR: { severity: 'warning' },
  PCT_TRUNCATED: { severity: 'info' },
  DUPLICATE_STATEMENT: { severity: 'info' },
  REVISED: { severity: 'info', by: 'places' },
  PART_MISSING: { severity: 'info' },
  DERIVED: { severity: 'info' },
  NO_DENOMINATOR: { severity: 'info' },
  SMALL_N: { severity: 'info' },
  NEAR_NAME: { severity: 'info' },
};

/** All known codes, the most serious first. */
export const ISSUE_CODES = Object.keys(CODES) as readonly IssueCode[];

/** Whether this version knows a code; packages may bring others. */
export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(CODES, code);
}

/** Whether a sum found it, so that sums may say what was meant. */
export function bySums(code: string): boolean {
  return isIssueCode(code) && CODES[code].by === 'sums';
}

/** Whether several statements of one figure disagree, so that the sums may tell which of them fits. */
export function byPlaces(code: string): boolean {
  return isIssueCode(code) && CODES[code].by === 'places';
}

/** Severity of a code; a code this version does not know is a warning, never silence. */
export function severityOf(code: string): Severity {
  return isIssueCode(code) ? CODES[code].severity : 'warning';
}

/** The most serious severity among flags, or null where there are none. */
export function worstSeverity(flags: readonly string[]): Severity | null {
  const found = new Set(flags.map(severityOf));
  return SEVERITIES.find((severity) => found.has(severity)) ?? null;
}

/** Orders codes by severity, then by name. */
export function compareCodes(a: string, b: string): number {
  const rank = (code: string) => SEVERITIES.indexOf(severityOf(code));
  return rank(a) - rank(b) || a.localeCompare(b);
}

/** One thing that a check, or a reader, found. */
export interface Issue {
  readonly id: string;
  readonly code: string;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly subject: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: string;
  readonly source: string;
  readonly locator: string;
  /** What the other statements give, and what stands there; of a sum: its total and its parts. */
  readonly expected: number | null;
  readonly found: number | null;
  readonly decimals: number | null;
  /** Identity id, tiling of periods, or "finding". */
  readonly about: string;
  readonly note: string;
  readonly statements: readonly Statement[];
}

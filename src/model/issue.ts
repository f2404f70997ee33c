/** Codes of what a check, or a reader, found, and how serious each is (DESIGN, "Issue codes"). */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

const BY_SEVERITY: Record<Severity, readonly string[]> = {
  error: [
    'SUM_MISMATCH',
    'PCT_MISMATCH',
    'LIST_COUNT_MISMATCH',
    'INTERNAL_CONFLICT',
    'BAD_DATE',
    'DOUBLE_LISTED',
    'PART_EXCEEDS_TOTAL',
    'NEGATIVE',
    'OPENING_MISMATCH',
    'CUMULATIVE_FALLS',
  ],
  warning: [
    'OVER_100',
    'STALE_COPY',
    'MISLABELLED',
    'TARGET_NOT_ACTUAL',
    'FUTURE_REFERENCE',
    'PERIOD_INCOMPLETE',
    'UNIT_NAME_OCR',
  ],
  info: [
    'PCT_TRUNCATED',
    'DUPLICATE_STATEMENT',
    'REVISED',
    'PART_MISSING',
    'DERIVED',
    'NO_DENOMINATOR',
    'SMALL_N',
    'NEAR_NAME',
  ],
};

const severities = new Map(
  SEVERITIES.flatMap((severity) => BY_SEVERITY[severity].map((code) => [code, severity] as const)),
);

/** All known codes, the most serious first. */
export const ISSUE_CODES: readonly string[] = [...severities.keys()];

/** Severity of a code; a code this version does not know is a warning, never silence. */
export function severityOf(code: string): Severity {
  return severities.get(code) ?? 'warning';
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

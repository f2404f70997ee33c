/** A figure: one value of an indicator or measure, with everything needed to show and to doubt it. */
import { severityOf, worstSeverity } from './issue.ts';
import type { Absence, Bound, Kind, Status } from './observation.ts';
import { UNFIT_STATUSES } from './observation.ts';

/** Why a unit is not in a sum although it was to be. */
export type LeftOut = 'missing' | 'hidden' | 'conflict' | 'unfit' | 'counts' | 'cutoff' | 'share';

/** What one unit gives to a sum over units. */
export interface SumPart {
  readonly unit: string;
  /** How much of the unit is meant: 1 for all of it, null where nobody said. */
  readonly share: number | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** '' where it is in the sum, or has nothing to give. */
  readonly left: LeftOut | '';
}

/** Of a figure that was added up from other units: whose it was. */
export interface FigureSum {
  /** From the units below it, or from those it was made of. */
  readonly of: 'below' | 'before';
  readonly parts: readonly SumPart[];
  /** Units that reported, of those that were expected to. */
  readonly reported: number;
  readonly expected: number;
}

export interface Figure {
  /** Indicator or measure id. */
  readonly subject: string;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: Kind;
  /** The figure shown, in scale units: recomputed where counts allow, else reported; null with an absence. */
  readonly value: number | null;
  /** Upper end of a range ("3–5 ngày"), of which `value` is the lower. */
  readonly high: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** What was printed as a rate, and its decimal places. */
  readonly reported: number | null;
  readonly reportedDecimals: number | null;
  /** Belongs to `reported`; of a measure, to its value. */
  readonly bound: Bound;
  readonly status: Status;
  readonly asOf: string;
  readonly absence: Absence | '';
  /** Issue codes, sorted. */
  readonly flags: readonly string[];
  readonly sources: readonly string[];
  readonly locators: readonly string[];
  /** The value was recomputed from counts. */
  readonly computed: boolean;
  /** Some part was added up or subtracted rather than stated. */
  readonly derived: boolean;
  /** Some statement of it is contradicted in its own document. */
  readonly conflict: boolean;
  /** Only the denominator is defined otherwise (status D comes from it alone). */
  readonly unfitBelow: boolean;
  /** The convention of its sources; "mixed" where its parts follow different ones. */
  readonly cutoff: 'calendar' | 'day14' | 'mixed';
  /** Added up from other units; without it, what the unit itself reports. */
  readonly sum?: FigureSum;
}

/** A figure may enter sums, ranks and verdicts: it is a result with a value, fit, agreed and exact. */
export function isComparable(figure: Figure): boolean {
  return (
    figure.kind === '' &&
    figure.value !== null &&
    !figure.conflict &&
    !UNFIT_STATUSES.includes(figure.status)
  );
}

/** Reported and recomputed differ at the printed precision, so both are shown. */
export function showsReported(figure: Figure): boolean {
  if (figure.reported === null || !figure.computed) return false;
  return figure.flags.includes('PCT_MISMATCH') || figure.flags.includes('PCT_TRUNCATED');
}

/** To be drawn lighter: provisional, counted by a reader, of another definition, unreliable, in conflict, or not whole. */
export function isWeak(figure: Figure): boolean {
  return figure.status !== 'A' || figure.conflict || isPartial(figure);
}

/** A point of a line that has the sign of what is weak, or was not stated for this period. */
export function isHollow(figure: Figure): boolean {
  return figure.value !== null && (isWeak(figure) || figure.derived);
}

/** Some unit is in it with a stated share only. */
export function isEstimate({ sum }: Figure): boolean {
  return sum?.parts.some(({ share, left }) => left === '' && share !== 1) ?? false;
}

/** A sum of which some reports have not come. */
export function isPartial({ sum, value }: Figure): boolean {
  return sum !== undefined && value !== null && sum.reported < sum.expected;
}

/** Key of a figure within a subject. */
export function figureKey(figure: Figure): string {
  return [
    figure.unit,
    figure.body,
    figure.period,
    figure.breakdown,
    figure.category,
    figure.kind,
    ...(figure.sum ? [figure.sum.of] : []),
  ].join('~');
}

/** A value that was not stated by anybody, for a unit and a period. */
export function absentFigure(
  place: Pick<Figure, 'subject' | 'unit' | 'period' | 'breakdown' | 'category'>,
  absence: Absence,
): Figure {
  const { subject, unit, period, breakdown, category } = place;
  return {
    subject,
    unit,
    period,
    breakdown,
    category,
    body: '',
    kind: '',
    value: null,
    high: null,
    numerator: null,
    denominator: null,
    reported: null,
    reportedDecimals: null,
    bound: '',
    status: 'A',
    asOf: '',
    absence,
    flags: [],
    sources: [],
    locators: [],
    computed: false,
    derived: false,
    conflict: false,
    unfitBelow: false,
    cutoff: 'calendar',
  };
}

/** Codes that the number's own words already say. */
const SAID_ELSEWHERE = ['DERIVED', 'NO_DENOMINATOR', 'DUPLICATE_STATEMENT'];

/** Tone of the flag beside a number: only what must be checked or kept in mind gets one. */
export function flagTone(figure: Figure): 'error' | 'warning' | null {
  const worst = worstSeverity(figure.flags.filter((code) => !SAID_ELSEWHERE.includes(code)));
  return worst === 'info' ? null : worst;
}

/** Whether some issue of it must be checked. */
export function isFlagged(figure: Figure): boolean {
  return figure.flags.some((code) => severityOf(code) === 'error');
}

/** Where one unit stands on every indicator. */
import type { Figure } from '../model/figure.ts';
import type { Reason } from '../model/visit/reason.ts';

export interface StandingQuestion {
  readonly ask: 'standing';
  readonly unit: string;
  /** Ids of issues that nobody needs to look at any more. */
  readonly without: readonly string[];
}

export interface StandingAnswer {
  readonly rows: readonly StandingRow[];
  readonly reasons: readonly Reason[];
  /** Of how many indicators better and worse than the group could be told. */
  readonly judged: number;
}

export interface StandingRow {
  /** The latest result. */
  readonly figure: Figure;
  /** The same a year earlier. */
  readonly before: Figure | null;
  readonly target: Figure | null;
  /** Units of the same place and period; null where there are too few, or none that can be compared. */
  readonly group: StandingGroup | null;
  /** Results of the same length over time, oldest first. */
  readonly past: readonly { readonly period: string; readonly value: number | null }[];
}

export interface StandingGroup {
  /** Σ numerator ÷ Σ denominator, in scale units. */
  readonly value: number;
  /** Values of the units, its own among them. */
  readonly values: readonly number[];
  /** Best and worst rank it may have; null where too few cases make none. */
  readonly rank: readonly [number, number] | null;
}

/** Where one unit stands on every indicator; results with every target that holds for them. */
import type { Figure } from '../model/figure.ts';
import type { Rank } from '../model/statistics/standing.ts';
import type { Prospect } from '../model/target/outlook.ts';
import type { Grain } from '../model/time/period.ts';
import type { Reason } from '../model/visit/reason.ts';
import type { PeriodChoice } from './scope.ts';

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
  /** Among those with enough cases; null where too few make none. */
  readonly rank: Rank | null;
}

export interface TargetsQuestion {
  readonly ask: 'targets';
  readonly units: readonly string[] | null;
  /** Only these; null = every indicator. */
  readonly subjects: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
}

/** Latest results that have a target, by unit, then in the order of the catalogue. */
export interface TargetsAnswer {
  readonly rows: readonly TargetRow[];
}

export interface TargetRow extends Prospect {
  /** Its own, then those of the units above it, then what it registered: each said by who holds it (`unit`). */
  readonly targets: readonly Figure[];
}

/** One subject across units. */
import type { Figure } from '../model/figure.ts';
import type { Base } from '../model/time/base.ts';
import type { Scope } from './scope.ts';

export interface CompareQuestion extends Scope {
  readonly ask: 'compare';
  readonly subject: string;
  /** Units that the reader wants side by side whatever their parent and level. */
  readonly peers: readonly string[];
  /** Periods of the same length back from which a missing figure may be filled. */
  readonly tolerance?: number;
  /** What changes are told against where it is not the year before (model/time/base.ts). */
  readonly base?: Base;
}

/** Units that may be looked at together: one period, one level, one parent, or the reader's own choice. */
export interface CompareGroup {
  readonly period: string;
  readonly level: string;
  readonly parent: string | null;
  readonly cutoff: Figure['cutoff'];
  /** Set where latest figures are asked for and the others of this place are in a later period: which. */
  readonly behind?: string;
  /** The same where the others are in an earlier one. */
  readonly ahead?: string;
  /** Where latest figures are asked for: units of this place that have reported since, and stand in such a group. */
  readonly newer?: number;
  /** Units of this place that have reported the period as well, cut off otherwise, and stand in another group. */
  readonly apart?: number;
  readonly rows: readonly CompareRow[];
  /** Σ numerator ÷ Σ denominator (of a count: Σ) over the comparable rows; null where there are fewer than two. */
  readonly total: GroupTotal | null;
  /** How many units were to report for the period. */
  readonly expected: number;
  /** What the parent itself reports: a figure of its own, never merged with the total. */
  readonly own: Figure | null;
}

export interface GroupTotal {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Units in the sum, and units that reported (a suppressed count was reported too). */
  readonly units: number;
  readonly reported: number;
}

export interface CompareRow {
  readonly figure: Figure;
  /** The period it stands for; another than the figure's own where it was filled from an earlier one. */
  readonly period: string;
  /** The same figure a year earlier. */
  readonly before: Figure | null;
  /** The same figure at another base, where the question names one. */
  readonly base?: Figure | null;
  /** Target, registered and norm figures that hold for this unit and period. */
  readonly references: readonly Figure[];
  /** Of a chosen level: the unit's own report beside the sum of those below it, or the sum beside its report. */
  readonly beside?: Figure | null;
}

export interface CompareAnswer {
  readonly groups: readonly CompareGroup[];
  /** Units that report nothing themselves although units below them do. */
  readonly below: readonly string[];
}

/** The part of a question that picks units, periods, breakdown and body. */
import type { Grain } from '../model/time/period.ts';
import type { Basis } from '../model/tree/lineage.ts';

/** A period code, the latest of each unit, or the codes between two (both inside). */
export type PeriodChoice =
  | { readonly type: 'latest' }
  | { readonly type: 'one'; readonly code: string }
  | { readonly type: 'range'; readonly from: string; readonly to: string }
  | { readonly type: 'several'; readonly codes: readonly string[] };

export interface Scope {
  /** Only these units; null = all. */
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
  readonly breakdown: string;
  readonly category: string;
  /** null = the empty body, else each by itself. */
  readonly body: string | null;
  /** Units of this level, each by what the units below it add up to; '' or nothing: units as they report. */
  readonly level?: string;
  /** On the boundaries of today, or (without it) of the time of each report. */
  readonly basis?: Basis;
}

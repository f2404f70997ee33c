/** One subject over time. */
import type { Figure } from '../model/figure.ts';
import type { Grain } from '../model/time/period.ts';
import type { GroupTotal } from './compare.ts';
import type { Scope } from './scope.ts';

export interface TrendQuestion extends Scope {
  readonly ask: 'trend';
  readonly subject: string;
}

export interface TrendAnswer {
  readonly grain: Grain | 'any';
  /** Codes on the axis, in time order. */
  readonly periods: readonly string[];
  readonly series: readonly TrendSeries[];
  /** Σ over Σ of all units under the one parent of the shown ones. */
  readonly group: {
    readonly parent: string;
    readonly points: readonly TrendTotal[];
  } | null;
  /** What that parent reports itself. */
  readonly own: TrendSeries | null;
  readonly breaks: readonly TrendBreak[];
}

export interface TrendTotal {
  readonly period: string;
  readonly total: GroupTotal | null;
  readonly expected: number;
}

/** A unit's new name, status or boundaries (with their day), or a stated break of the series (both texts empty). */
export interface TrendBreak {
  readonly unit: string;
  readonly period: string;
  readonly name: string;
  readonly date: string;
  /** What came before cannot be compared: the line begins anew. */
  readonly cuts: boolean;
}

export interface TrendSeries {
  readonly unit: string;
  readonly body: string;
  readonly category: string;
  /** One figure per axis period; absent ones carry their absence. */
  readonly points: readonly Figure[];
  readonly targets: readonly Figure[];
  /** Of a chosen level: as `beside` of a comparison, where there is any; one for each axis period. */
  readonly beside?: readonly Figure[];
}

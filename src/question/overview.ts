/** The first screen. */
import type { Figure } from '../model/figure.ts';
import type { Grain } from '../model/time/period.ts';
import type { Basis } from '../model/tree/lineage.ts';
import type { PeriodChoice } from './scope.ts';

export interface OverviewQuestion {
  readonly ask: 'overview';
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
  /** As of a scope. */
  readonly level?: string;
  readonly basis?: Basis;
}

/** The latest result of every unit and indicator, without breakdown. */
export interface OverviewAnswer {
  readonly figures: readonly Figure[];
  /** The same figures a year earlier, where they exist. */
  readonly before: readonly Figure[];
  /** Results of the shown units and indicators over time, oldest first, for sparklines. */
  readonly history: readonly Figure[];
  /** Of a chosen level: what the units report themselves beside the sums, or the sums beside it. */
  readonly beside?: readonly Figure[];
  readonly tiles: readonly OverviewTile[];
  readonly errors: readonly { readonly unit: string; readonly count: number }[];
  readonly figureCount: number;
}

/** One thing to attend to: how much of it, over how many units, and where most of it is. */
export interface OverviewTile {
  readonly subject: string;
  readonly period: string;
  readonly value: number;
  readonly units: number;
  readonly expected: number;
  /** Units of the same place that have a figure of a later period, where there are any. */
  readonly newer?: number;
  /** Units with the most, largest first. */
  readonly most: readonly { readonly unit: string; readonly value: number }[];
}

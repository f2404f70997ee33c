/** The flat list of all figures. */
import type { Figure } from '../model/figure.ts';
import type { Grain } from '../model/time/period.ts';
import type { Basis } from '../model/tree/lineage.ts';
import type { PeriodChoice } from './scope.ts';

export interface FiguresQuestion {
  readonly ask: 'figures';
  readonly subjects: readonly string[] | null;
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
  readonly breakdown: string;
  readonly category: string;
  readonly body: string | null;
  readonly source: string;
  readonly codes: readonly string[];
  readonly limit: number;
  /** As of a scope: units of this level, their own figures and the sums of those below them. */
  readonly level?: string;
  readonly basis?: Basis;
}

export interface FiguresAnswer {
  readonly figures: readonly Figure[];
  /** How many there are in all; more than `figures` holds when the limit was reached. */
  readonly total: number;
  /** There are too many figures below to add them all up: only what the units report themselves is here. */
  readonly unsummed?: boolean;
}

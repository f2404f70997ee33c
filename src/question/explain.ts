/** Why a rate of one unit differs from its own a year before, or from that of its group. */
import type { Figure } from '../model/figure.ts';
import type { Against, Contribution } from '../model/statistics/decomposition.ts';
import type { Basis } from '../model/tree/lineage.ts';

export interface ExplainQuestion {
  readonly ask: 'explain';
  readonly subject: string;
  readonly unit: string;
  /** A code; '' for the unit's latest. */
  readonly period: string;
  readonly against: Against;
  /** By which parts: a breakdown; '' for the first that is complete, units below before categories. */
  readonly breakdown: string;
  /** On the boundaries of today, or (without it) of the time of each report. */
  readonly basis?: Basis;
}

/** Why nothing can be explained. */
export type ExplainFault =
  | 'noFigure'
  | 'noCounts'
  | 'unfit'
  | 'noYear'
  | 'unlike'
  | 'noGroup'
  | Unbuilt;

/** On today's boundaries: units of former times lack counts, or nobody said how they were divided. */
export type Unbuilt = 'rebuilt' | 'split';

/** Why one way of taking the whole apart gives no explanation. */
export type WayFault = 'missing' | 'unfit' | 'sum' | 'moved' | Unbuilt;

/** A way of taking the whole apart. */
export interface ExplainWay {
  /** '' for the units below. */
  readonly breakdown: string;
  readonly fault: WayFault | '';
  /** Units whose parts are at fault. */
  readonly units: readonly string[];
}

/** A category, or a unit below, with what it gives to the difference (shares of 1). */
export interface ExplainPart extends Contribution {
  /** Against last year what opens; null of a part that has no figure of its own now. */
  readonly figure: Figure | null;
}

export interface ExplainAnswer {
  readonly figure: Figure | null;
  /** What it is held against: in scale units, with its counts. */
  readonly base: ExplainBase | null;
  readonly fault: ExplainFault | '';
  /** Units that are at fault. */
  readonly units: readonly string[];
  readonly ways: readonly ExplainWay[];
  /** The way that was gone; null where none can be. */
  readonly breakdown: string | null;
  readonly parts: readonly ExplainPart[];
  /** Everything that takes part: the wholes, then the parts. */
  readonly figures: readonly Figure[];
}

export interface ExplainBase {
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
  /** Of the unit's own year before; that of the figure where it is the group's. */
  readonly period: string;
  /** Units in it; 1 of a year before. */
  readonly units: number;
}

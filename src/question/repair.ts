/** What was probably meant. */

import type { RepairKind } from '../model/repair/repair.ts';
import type { Statement } from '../model/statement.ts';

export interface RepairQuestion {
  readonly ask: 'repair';
  readonly issue: string;
}

/** What was probably meant: hypotheses, the most plausible first. */
export interface RepairAnswer {
  /** Whether the issue is one that sums can say anything about. */
  readonly applies: boolean;
  readonly hypotheses: readonly RepairHypothesis[];
  readonly total: number;
}

export interface RepairHypothesis {
  readonly kind: RepairKind;
  /** 0 for the most plausible; several of one rank cannot be told apart by the figures. */
  readonly rank: number;
  readonly changes: readonly {
    readonly statement: Statement;
    readonly from: number;
    readonly to: number;
  }[];
  /** No sum asks for this very value: others would do as well. */
  readonly free: boolean;
  /** Sums that it would make hold, and sums around these figures that would still not. */
  readonly mended: number;
  readonly failing: number;
  readonly consequences: readonly RepairConsequence[];
}

/** Another place that states the old value, or a printed percentage that would come to fit, or to differ. */
export type RepairConsequence =
  | { readonly type: 'place'; readonly statement: Statement }
  | {
      readonly type: 'rate';
      readonly statement: Statement;
      readonly computed: number;
      readonly agrees: boolean;
    };

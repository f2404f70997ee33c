/** Everything about one unit. */
import type { Figure } from '../model/figure.ts';
import type { Issue } from '../model/issue.ts';
import type { Statement } from '../model/statement.ts';

export interface ProfileQuestion {
  readonly ask: 'profile';
  readonly unit: string;
  readonly body: string | null;
}

export interface ProfileAnswer {
  /** All figures of the unit, the latest period first. */
  readonly figures: readonly Figure[];
  readonly statements: readonly Statement[];
  readonly issues: readonly Issue[];
}

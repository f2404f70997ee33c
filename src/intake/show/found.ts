/** What the screens show of the checks of a planned package: what they find in the new figures. */
import type { Dataset } from '../../model/dataset.ts';
import type { Issue } from '../../model/issue.ts';

export interface FoundShown {
  readonly data: Dataset;
  /** The most serious first, up to `MOST_SHOWN`; how many there are in all. */
  readonly issues: readonly Issue[];
  readonly issueCount: number;
}

export const MOST_SHOWN = 12;

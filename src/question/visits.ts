/** Which units need a visit, and why. */

import type { Grain } from '../model/time/period.ts';
import type { Reason } from '../model/visit/reason.ts';
import type { PeriodChoice } from './scope.ts';

export interface VisitsQuestion {
  readonly ask: 'visits';
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
  /** Ids of issues that nobody needs to look at any more. */
  readonly without: readonly string[];
}

export interface VisitsAnswer {
  /** Everything that stands apart, in no order: who comes first is the reader's choice. */
  readonly reasons: readonly Reason[];
  /** Where units were held against each other; none where they cannot be. */
  readonly places: readonly VisitPlace[];
  /** How many indicators were looked through. */
  readonly subjects: number;
  /** Where nothing can be compared: what is there instead. */
  readonly documents: readonly DocumentUse[];
}

export interface VisitPlace {
  readonly level: string;
  readonly parent: string | null;
  /** The period of most of what was held against each other. */
  readonly period: string;
  readonly units: readonly string[];
  /** How many of them have a result of that period among those compared. */
  readonly reporting: number;
}

/** How many figures a document states, and how many issues about it are to be checked. */
export interface DocumentUse {
  readonly source: string;
  readonly figures: number;
  readonly errors: number;
}

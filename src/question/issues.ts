/** The worklist. */
import type { Issue, Severity } from '../model/issue.ts';
import type { OverruledAnswer } from '../model/statement.ts';

export type { OverruledAnswer };

export interface IssuesQuestion {
  readonly ask: 'issues';
  readonly units: readonly string[] | null;
  readonly severities: readonly Severity[];
  readonly codes: readonly string[];
  /** '' for all. */
  readonly source: string;
  /** Of these documents, or about a statement of theirs; none given: of all. */
  readonly sources?: readonly string[];
  readonly period: string;
  /** Ids of issues that are left out. */
  readonly without?: readonly string[];
  readonly limit: number;
  /** False: without `matters`, for which repairs are searched. */
  readonly grouped?: boolean;
}

export interface IssuesAnswer {
  /** The most serious first, up to the limit. */
  readonly issues: readonly Issue[];
  /** Ids of those issues, those that are traces of one slip together: the most telling first. */
  readonly matters: readonly (readonly string[])[];
  /** How many there are in all, and how many of each unit and code. */
  readonly total: number;
  readonly tally: readonly IssueTally[];
}

export interface IssueTally {
  readonly unit: string;
  readonly code: string;
  readonly count: number;
}

/** What documents state and is not shown, for another one's statement stands. */
export interface OverruledQuestion {
  readonly ask: 'overruled';
  readonly sources: readonly string[];
  readonly limit: number;
}

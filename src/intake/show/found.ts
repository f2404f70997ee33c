/** What the screens show of the checks of a planned package: what they find in the new figures. */
import type { Dataset } from '../../model/dataset.ts';
import { type Issue, severityOf } from '../../model/issue.ts';

export interface FoundShown {
  readonly data: Dataset;
  readonly issues: readonly Issue[];
  readonly issueCount: number;
}

const SHOWN = 12;

/** @param sources documents that are new; null: all are */
export function showFound(
  { data, issues }: { readonly data: Dataset; readonly issues: readonly Issue[] },
  sources: readonly string[] | null,
): FoundShown {
  const isNew = (issue: Issue) =>
    sources === null ||
    sources.includes(issue.source) ||
    issue.statements.some(({ source }) => sources.includes(source));
  const own = issues.filter((issue) => severityOf(issue.code) !== 'info' && isNew(issue));
  return { data, issues: own.slice(0, SHOWN), issueCount: own.length };
}

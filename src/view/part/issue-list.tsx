/** Issues as a list: what was found, in words and numbers, and where. */

import type { ReactNode } from 'react';
import { LATEST } from '../../address/period-choice.ts';
import { FlagIcon } from '../../chart/mark.tsx';
import type { Dataset } from '../../model/dataset.ts';
import { refOf } from '../../model/figure-ref.ts';
import type { Issue } from '../../model/issue.ts';
import { severityOf } from '../../model/issue.ts';
import { readRefusedDate } from '../../model/time/refused-date.ts';
import { aboutName, codeName, issueText, ruleText } from '../../text/issue.ts';
import { placeText } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { useDesk } from './desk.ts';
import { Link } from './link.tsx';

export function IssueList({ issues }: { readonly issues: readonly Issue[] }) {
  const { data } = useDesk();
  return (
    <ul className="issue-list">
      {issues.map((issue) => (
        <IssueItem key={issue.id} {...{ data, issue }} />
      ))}
    </ul>
  );
}

function IssueItem({ data, issue }: { readonly data: Dataset; readonly issue: Issue }) {
  const severity = severityOf(issue.code);
  const rule = ruleText(data, issue);
  return (
    <li className={`issue ${severity}`}>
      <IssueMark issue={issue} />
      <IssueFigures data={data} issues={[issue]} />
      <div>{issueText(data, issue)}</div>
      {rule && <div className="small muted">{rule}</div>}
      <div className="small muted">{placeText(data, issue)}</div>
      <div className="small no-print">
        <Link to={{ ...CLEARED, unit: issue.unit ? [issue.unit] : [], code: [issue.code] }}>
          {words.checks.toList}
        </Link>
      </div>
    </li>
  );
}

/** Severity, name of the code, whether a reader noted it; then what the list has to add. */
export function IssueMark({
  issue,
  children,
}: {
  readonly issue: Issue;
  readonly children?: ReactNode;
}) {
  const severity = severityOf(issue.code);
  return (
    <div className={`mark ${severity}`}>
      {severity !== 'info' && <FlagIcon tone={severity} />}
      <span className="visually-hidden">{words.severity[severity]}: </span>
      {codeName(issue.code)}
      {issue.about === 'finding' && !readRefusedDate(issue.note) && (
        <span className="muted"> · {words.issue.reader}</span>
      )}
      {children}
    </div>
  );
}

/** Links to the origins of the figures that issues are about. */
export function IssueFigures({
  data,
  issues,
}: {
  readonly data: Dataset;
  readonly issues: readonly Issue[];
}) {
  const named = issues.filter((issue) => aboutName(data, issue) && data.units.has(issue.unit));
  if (named.length === 0) return null;
  return (
    <ul className="crumbs">
      {named.map((issue) => (
        <li key={issue.id} data-trace={issue === issues[0] ? undefined : issue.id}>
          <Link to={{ open: refOf(issue) }}>{aboutName(data, issue)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** The worklist without what the screen before was narrowed to. */
const CLEARED = {
  view: 'checks',
  severity: [],
  source: '',
  period: LATEST,
  open: null,
} as const;

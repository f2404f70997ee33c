/** One matter of the worklist: what and where; opened: its details. */

import { useState } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import { severityOf } from '../../model/issue.ts';
import { formatDay } from '../../model/writing/date.ts';
import type { DecisionKind } from '../../share/decisions.ts';
import { type Matter, remarksOf } from '../../slide/paper/matter.ts';
import { aboutName, codeName, issueText, ruleText } from '../../text/issue.ts';
import { placeText } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import type { Decisions } from '../part/decisions.ts';
import type { Desk } from '../part/desk.ts';
import { IssueFigures, IssueMark } from '../part/issue-list.tsx';
import { Details } from './details.tsx';

export function CheckItem({
  desk: { data },
  matter,
  decisions,
}: {
  readonly desk: Desk;
  readonly matter: Matter;
  readonly decisions: Decisions;
}) {
  const [open, setOpen] = useState(false);
  const [told, ...traces] = remarksOf(matter);
  const issue = told?.[0];
  if (!issue) return null;
  const severity = severityOf(issue.code);
  const rule = ruleText(data, issue);
  return (
    <li
      className={`issue ${severity}`}
      data-issue={issue.id}
      data-code={issue.code}
      data-severity={severity}
      data-unit={issue.unit}
      data-period={issue.period}
      data-indicator={issue.subject}
      data-category={issue.category}
    >
      <IssueMark issue={issue}>
        <Decided decision={decisions.byIssue.get(issue.id)} />
      </IssueMark>
      <IssueFigures data={data} issues={told} />
      <div>{issueText(data, issue)}</div>
      {rule && <div className="small muted">{rule}</div>}
      <div className="small muted">{placeText(data, issue)}</div>
      {traces.length > 0 && <Traces data={data} traces={traces} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="no-print">
        <summary className="small">{words.checks.details}</summary>
        {open && <Details data={data} matter={matter} decisions={decisions} />}
      </details>
    </li>
  );
}

/** What was done about it, and when. */
function Decided({
  decision,
}: {
  readonly decision: { readonly decision: string; readonly on: string } | undefined;
}) {
  if (!decision) return null;
  return (
    <span className="muted">
      {' · '}
      {words.decision[decision.decision as DecisionKind]}{' '}
      {decision.on && words.decision.on(formatDay(decision.on))}
    </span>
  );
}

/** The other places where the same slip shows. */
function Traces({ data, traces }: { readonly data: Dataset; readonly traces: readonly Matter[] }) {
  return (
    <div className="small">
      <p className="muted">{words.checks.traces(traces.length)}</p>
      <ul className="traces">
        {traces.map((told) => (
          <Trace key={told[0]?.id} data={data} told={told} />
        ))}
      </ul>
    </div>
  );
}

function Trace({ data, told }: { readonly data: Dataset; readonly told: Matter }) {
  const [issue, ...others] = told;
  if (!issue) return null;
  const name = aboutName(data, issue);
  const what = issue.about === 'finding' ? words.issue.reader : codeName(issue.code);
  return (
    <li data-trace={issue.id} data-code={issue.code}>
      {name}
      {others.map((other) => (
        <span key={other.id} data-trace={other.id}>
          , {aboutName(data, other)}
        </span>
      ))}
      {name && ': '}
      {what}. {issueText(data, issue)} <span className="muted">{placeText(data, issue)}</span>
    </li>
  );
}

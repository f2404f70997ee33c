/** "Kiểm tra số liệu": what does not hold, by unit; what was probably meant; what was done about it. */

import { useState } from 'react';
import { issuesQuestion } from '../../address/scope.ts';
import { groupBy } from '../../model/group.ts';
import { severityOf } from '../../model/issue.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { IssuesAnswer } from '../../question/issues.ts';
import { type Matter, mattersOf } from '../../slide/paper/matter.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { type Decisions, useDecisions } from '../part/decisions.ts';
import { type Desk, useAnswer, useDesk } from '../part/desk.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { ChecksFilters } from './filters.tsx';
import { ChecksHead } from './head.tsx';
import { CheckItem } from './item.tsx';
import { Letter } from './letter.tsx';

/** Progress is counted over what is loaded: more than anybody works off in a sitting. */
const PAGE = 500;

export function ChecksView() {
  const desk = useDesk();
  const { state } = desk;
  const [limit, setLimit] = useState(PAGE);
  const query = useAnswer(issuesQuestion(desk, limit));
  const decisions = useDecisions();
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data) return <Waiting />;
  if (state.note && state.unit.length === 1) {
    return <Letter unit={state.unit[0] ?? ''} decisions={decisions} />;
  }
  const { issues, total } = query.data;
  return (
    <>
      <ChecksFilters desk={desk} answer={query.data} />
      <section className="card" aria-label={words.checks.title}>
        <ChecksHead desk={desk} answer={query.data} decisions={decisions} />
        {!desk.checked && <p role="status">{words.checks.running}</p>}
        {issues.length === 0 && <p className="muted">{words.checks.none}</p>}
        <IssueGroups desk={desk} answer={query.data} decisions={decisions} />
        {total > issues.length && (
          <button type="button" className="button" onClick={() => setLimit(limit + PAGE)}>
            {words.checks.more(total - issues.length)}
          </button>
        )}
      </section>
    </>
  );
}

/** Matters by unit: what is one slip is one item. */
function IssueGroups({ desk, answer, decisions }: Omit<ItemsProps, 'matters'> & Shown) {
  const groups = [...groupBy(mattersOf(answer), ([issue]) => issue?.unit ?? '')];
  return groups.map(([unit, members]) => (
    <section key={unit || '-'} className="check-group">
      <h2>{desk.data.units.has(unit) ? unitName(desk.data, unit) : words.checks.noUnit}</h2>
      <Items {...{ desk, decisions }} matters={members.filter((matter) => !isInfo(matter))} />
      <InfoItems {...{ desk, decisions }} matters={members.filter(isInfo)} />
    </section>
  ));
}

const isInfo = (matter: Matter) => matter.every((issue) => severityOf(issue.code) === 'info');

interface Shown {
  readonly answer: IssuesAnswer;
}

interface ItemsProps {
  readonly desk: Desk;
  readonly matters: readonly Matter[];
  readonly decisions: Decisions;
}

function Items({ matters, ...shared }: ItemsProps) {
  return (
    <ul className="issue-list">
      {matters.map((matter) => (
        <CheckItem key={matter[0]?.id} matter={matter} {...shared} />
      ))}
    </ul>
  );
}

/** What is only good to know stays folded, unless it was asked for. */
function InfoItems({ matters, ...shared }: ItemsProps) {
  const { severity, code } = shared.desk.state;
  if (matters.length === 0) return null;
  return (
    <details open={severity.includes('info') || code.length > 0}>
      <summary>
        {words.checks.severityName.info} ({formatCount(matters.length)})
      </summary>
      <Items matters={matters} {...shared} />
    </details>
  );
}

/** One matter of the worklist: what and where; opened: its statements, hypotheses, charts, and what was done. */

import { useId, useState } from 'react';
import { LATEST, onePeriod } from '../../address/period-choice.ts';
import { FlagIcon } from '../../chart/mark.tsx';
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import { refOf } from '../../model/figure-ref.ts';
import type { Issue } from '../../model/issue.ts';
import { severityOf } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import { readRefusedDate } from '../../model/time/refused-date.ts';
import { today } from '../../model/time/today.ts';
import { formatDay } from '../../model/writing/date.ts';
import { DECISIONS, type DecisionKind } from '../../share/decisions.ts';
import { codeName, issueText, ruleText } from '../../text/issue.ts';
import { repairLines } from '../../text/repair.ts';
import { words } from '../../text/words.ts';
import type { Decisions } from '../part/decisions.ts';
import { type Desk, useAnswer } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { placeText } from '../part/issue-list.tsx';
import { Link } from '../part/link.tsx';
import { StatementTable } from '../part/statement-table.tsx';
import { type Matter, statementsOf } from './matter.ts';

interface ItemProps {
  readonly desk: Desk;
  readonly matter: Matter;
  readonly decisions: Decisions;
}

/** Charts named beside an issue; a count takes part in few. */
const MOST_CHARTS = 8;

export function CheckItem({ desk, matter, decisions }: ItemProps) {
  const { data } = desk;
  const [open, setOpen] = useState(false);
  const [issue, ...traces] = matter;
  if (!issue) return null;
  const severity = severityOf(issue.code);
  const subject = issue.subject ? subjectOf(data, issue.subject) : null;
  const category = issue.category ? categoryName(data, issue.breakdown, issue.category) : '';
  const rule = ruleText(data, issue);
  const decided = decisions.byIssue.get(issue.id);
  const statements = statementsOf(matter);
  const origin = refOf(issue);
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
      <div className={`mark ${severity}`}>
        {severity !== 'info' && <FlagIcon tone={severity} />}
        <span className="visually-hidden">{words.severity[severity]}: </span>
        {codeName(issue.code)}
        {issue.about === 'finding' && !readRefusedDate(issue.note) && (
          <span className="muted"> · {words.issue.reader}</span>
        )}
        {decided && (
          <span className="muted">
            {' · '}
            {words.decision[decided.decision as DecisionKind]}{' '}
            {decided.on && words.decision.on(formatDay(decided.on))}
          </span>
        )}
      </div>
      {subject && data.units.has(issue.unit) && (
        <div>
          <Link to={{ open: origin }}>{[subject.name, category].filter(Boolean).join(': ')}</Link>
        </div>
      )}
      <div>{issueText(data, issue)}</div>
      {rule && <div className="small muted">{rule}</div>}
      <div className="small muted">{placeText(data, issue)}</div>
      {traces.length > 0 && <Traces data={data} traces={traces} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="no-print">
        <summary className="small">{words.checks.details}</summary>
        {open && (
          <div className="stack check-details">
            {statements.length > 0 && (
              <section>
                <h3>{words.checks.statements}</h3>
                <StatementTable statements={statements} caption={words.checks.statements} named />
              </section>
            )}
            <Repairs data={data} issue={issue} />
            <Touches data={data} issue={issue} statements={statements} />
            <Decide matter={matter} decisions={decisions} />
          </div>
        )}
      </details>
    </li>
  );
}

/** The other places where the same slip shows. */
function Traces({ data, traces }: { readonly data: Dataset; readonly traces: Matter }) {
  return (
    <div className="small">
      <p className="muted">{words.checks.traces(traces.length)}</p>
      <ul className="traces">
        {traces.map((issue) => (
          <li key={issue.id} data-trace={issue.id} data-code={issue.code}>
            {[
              subjectOf(data, issue.subject)?.name,
              issue.about === 'finding' ? words.issue.reader : codeName(issue.code),
            ]
              .filter(Boolean)
              .join(': ')}
            . {issueText(data, issue)} <span className="muted">{placeText(data, issue)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Repairs({ data, issue }: { readonly data: Dataset; readonly issue: Issue }) {
  const query = useAnswer({ ask: 'repair', issue: issue.id });
  if (query.isError || (query.data && !query.data.applies)) return null;
  if (!query.data || query.isPlaceholderData) {
    return <p className="small muted">{words.repair.searching}</p>;
  }
  const { hypotheses, total } = query.data;
  const lines = repairLines(data, hypotheses);
  const ties = lines.filter((line) => line.rank === 0).length;
  return (
    <section className="repairs">
      <h3>{words.repair.heading}</h3>
      {lines.length === 0 && <p>{words.repair.none}</p>}
      {ties > 1 && <p className="small muted">{words.repair.tie(ties)}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            {line.text}
            {line.consequences.length > 0 && (
              <div className="small muted">{line.consequences.join('; ')}</div>
            )}
          </li>
        ))}
      </ul>
      {total > hypotheses.length && <p>{words.repair.more(total - hypotheses.length)}</p>}
    </section>
  );
}

/** The charts in which a figure of the issue takes part. */
function Touches({
  data,
  issue,
  statements,
}: {
  readonly data: Dataset;
  readonly issue: Issue;
  readonly statements: readonly Statement[];
}) {
  const measures = new Set([issue.subject, ...statements.map((s) => s.measure)]);
  const ids = [...data.indicators.values()]
    .filter(({ indicator, numerator, denominator }) =>
      [{ measure: indicator }, ...numerator, ...denominator].some((o) => measures.has(o.measure)),
    )
    .map((item) => item.indicator);
  if (ids.length === 0 || !data.units.has(issue.unit)) return null;
  const period = data.periods.has(issue.period) ? onePeriod(issue.period) : LATEST;
  return (
    <section>
      <h3>{words.checks.touches}</h3>
      <ul className="crumbs">
        {ids.slice(0, MOST_CHARTS).map((id) => (
          <li key={id}>
            <Link
              to={{ view: 'compare', indicator: [id], unit: [], period, code: [], severity: [] }}
            >
              {subjectOf(data, id)?.name ?? id}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decide({ matter, decisions }: Omit<ItemProps, 'desk'>) {
  const decided = decisions.byIssue.get(matter[0]?.id ?? '');
  const id = useId();
  const decide = (decision: string, note: string, on = decision ? today() : '') => {
    for (const { id: issue } of matter) decisions.decide({ issue, decision, on, note });
  };
  return (
    <section className="decide">
      <Choice
        label={words.decision.heading}
        value={decided?.decision ?? 'none'}
        options={[
          { id: 'none', name: words.decision.none },
          ...DECISIONS.map((kind) => ({ id: kind, name: words.decision[kind] })),
        ]}
        onChange={(kind) => decide(kind === 'none' ? '' : kind, decided?.note ?? '')}
      />
      <div className="field wide">
        <label htmlFor={id}>{words.decision.note}</label>
        <div className="field-box">
          <input
            id={id}
            defaultValue={decided?.note ?? ''}
            disabled={!decided}
            onBlur={({ currentTarget: { value } }) => {
              if (decided && value !== decided.note) decide(decided.decision, value, decided.on);
            }}
          />
        </div>
      </div>
    </section>
  );
}

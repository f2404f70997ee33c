/** One issue of the worklist: what and where; opened: its statements, hypotheses, charts, and what was done. */
import { useId, useState } from 'react';
import { FlagIcon } from '../chart/mark.tsx';
import { categoryName, type Dataset, subjectOf } from '../model/dataset.ts';
import { formatDay } from '../model/date.ts';
import { severityOf } from '../model/issue.ts';
import { readRefusedDate } from '../model/refused-date.ts';
import type { Issue } from '../query/question.ts';
import { DECISIONS, type DecisionKind } from '../share/decisions.ts';
import { issueText } from '../text/issue.ts';
import { repairLines } from '../text/repair.ts';
import { vi } from '../text/vi.ts';
import type { Decisions } from './decisions.ts';
import { type Desk, useAnswer } from './desk.ts';
import { Choice } from './fields.tsx';
import { placeText } from './issue-list.tsx';
import { Link } from './link.tsx';
import { codeName } from './marks.tsx';
import { StatementTable } from './statement-table.tsx';
import { today } from './today.ts';

interface ItemProps {
  readonly desk: Desk;
  readonly issue: Issue;
  readonly decisions: Decisions;
}

/** Charts named beside an issue; a count takes part in few. */
const MOST_CHARTS = 8;

export function CheckItem({ desk, issue, decisions }: ItemProps) {
  const { data } = desk;
  const [open, setOpen] = useState(false);
  const severity = severityOf(issue.code);
  const subject = issue.subject ? subjectOf(data, issue.subject) : null;
  const category = issue.category ? categoryName(data, issue.breakdown, issue.category) : '';
  const identity = data.identities.find((item) => item.identity === issue.about);
  const decided = decisions.byIssue.get(issue.id);
  const origin = [issue.unit, issue.period, issue.subject, issue.category].join('~');
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
        <span className="visually-hidden">{vi.severity[severity]}: </span>
        {codeName(issue.code)}
        {issue.about === 'finding' && !readRefusedDate(issue.note) && (
          <span className="muted"> · {vi.issue.reader}</span>
        )}
        {decided && (
          <span className="muted">
            {' · '}
            {vi.decision[decided.decision as DecisionKind]}{' '}
            {decided.on && vi.decision.on(formatDay(decided.on))}
          </span>
        )}
      </div>
      {subject && data.units.has(issue.unit) && (
        <div>
          <Link to={{ open: origin }}>{[subject.name, category].filter(Boolean).join(': ')}</Link>
        </div>
      )}
      <div>{issueText(data, issue)}</div>
      {identity?.remark && <div className="small muted">{vi.issue.identity(identity.remark)}</div>}
      <div className="small muted">{placeText(data, issue)}</div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)} className="no-print">
        <summary className="small">{vi.checks.details}</summary>
        {open && (
          <div className="stack check-details">
            {issue.statements.length > 0 && (
              <section>
                <h3>{vi.checks.statements}</h3>
                <StatementTable
                  statements={issue.statements}
                  caption={vi.checks.statements}
                  named
                />
              </section>
            )}
            <Repairs data={data} issue={issue} />
            <Touches data={data} issue={issue} />
            <Decide issue={issue} decisions={decisions} />
          </div>
        )}
      </details>
    </li>
  );
}

function Repairs({ data, issue }: { readonly data: Dataset; readonly issue: Issue }) {
  const query = useAnswer({ ask: 'repair', issue: issue.id });
  if (query.isError || (query.data && !query.data.applies)) return null;
  if (!query.data || query.isPlaceholderData) {
    return <p className="small muted">{vi.repair.searching}</p>;
  }
  const { hypotheses, total } = query.data;
  const lines = repairLines(data, hypotheses);
  return (
    <section className="repairs">
      <h3>{vi.repair.heading}</h3>
      {lines.length === 0 && <p>{vi.repair.none}</p>}
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
      {total > hypotheses.length && <p>{vi.repair.more(total - hypotheses.length)}</p>}
    </section>
  );
}

/** The charts in which a figure of the issue takes part. */
function Touches({ data, issue }: { readonly data: Dataset; readonly issue: Issue }) {
  const measures = new Set([issue.subject, ...issue.statements.map((s) => s.measure)]);
  const ids = [...data.indicators.values()]
    .filter(({ indicator, numerator, denominator }) =>
      [{ measure: indicator }, ...numerator, ...denominator].some((o) => measures.has(o.measure)),
    )
    .map((item) => item.indicator);
  if (ids.length === 0 || !data.units.has(issue.unit)) return null;
  const period = issue.period && data.periods.has(issue.period) ? issue.period : 'latest';
  return (
    <section>
      <h3>{vi.checks.touches}</h3>
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

function Decide({ issue, decisions }: Omit<ItemProps, 'desk'>) {
  const decided = decisions.byIssue.get(issue.id);
  const id = useId();
  const decide = (decision: string, note: string) =>
    decisions.decide({ issue: issue.id, decision, on: decision ? today() : '', note });
  return (
    <section className="decide">
      <Choice
        label={vi.decision.heading}
        value={decided?.decision ?? 'none'}
        options={[
          { id: 'none', name: vi.decision.none },
          ...DECISIONS.map((kind) => ({ id: kind, name: vi.decision[kind] })),
        ]}
        onChange={(kind) => decide(kind === 'none' ? '' : kind, decided?.note ?? '')}
      />
      <div className="field wide">
        <label htmlFor={id}>{vi.decision.note}</label>
        <div className="field-box">
          <input
            id={id}
            defaultValue={decided?.note ?? ''}
            disabled={!decided}
            onBlur={({ currentTarget: { value } }) => {
              if (decided && value !== decided.note) decisions.decide({ ...decided, note: value });
            }}
          />
        </div>
      </div>
    </section>
  );
}

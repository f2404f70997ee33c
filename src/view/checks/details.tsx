/** A matter opened: its statements, what was probably meant, the charts it stands in, and what was done. */
import { useId } from 'react';
import { LATEST, onePeriod } from '../../address/period-choice.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Issue } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import { today } from '../../model/time/today.ts';
import { DECISIONS } from '../../share/decisions.ts';
import { type Matter, statementsOf } from '../../slide/paper/matter.ts';
import { repairLines } from '../../text/repair.ts';
import { words } from '../../text/words.ts';
import type { Decisions } from '../part/decisions.ts';
import { useAnswer } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { Link } from '../part/link.tsx';
import { StatementTable } from '../part/statement/table.tsx';

/** Charts named beside an issue; a count takes part in few. */
const MOST_CHARTS = 8;

export function Details({
  data,
  matter,
  decisions,
}: {
  readonly data: Dataset;
  readonly matter: Matter;
  readonly decisions: Decisions;
}) {
  const [issue] = matter;
  const statements = statementsOf(matter);
  if (!issue) return null;
  return (
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

function Decide({ matter, decisions }: { readonly matter: Matter; readonly decisions: Decisions }) {
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

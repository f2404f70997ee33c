/** "Hồ sơ đơn vị": one unit, its figures by group, what its documents say, its issues. */

import { firstReporting } from '../../address/defaults.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { Statement } from '../../model/statement.ts';
import { formatDay, formatDayOrMonth } from '../../model/writing/date.ts';
import type { ProfileAnswer } from '../../question/profile.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Picker } from '../part/fields.tsx';
import { IssueList } from '../part/issue-list.tsx';
import { unitOptions } from '../part/options.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { StatementTable } from '../part/statement/table.tsx';
import { FigureGroups } from './figures.tsx';
import { UnitHeader } from './header.tsx';
import { UnitSheet } from './sheet.tsx';

/** A longer profile leaves the categories to the origin panel, and older documents to the data table. */
const MOST_ROWS = 140;
const MOST_DOCUMENTS = 24;

export function UnitView() {
  const { data, state, change } = useDesk();
  const unit = state.unit[0] ?? firstReporting(data);
  return (
    <>
      <div className="controls">
        <Picker
          label={words.control.unit}
          value={unit}
          options={unitOptions(data)}
          onChange={(id) => change({ unit: [id] })}
        />
      </div>
      {unit ? <Profile key={unit} unit={unit} /> : <p>{words.unit.pick}</p>}
    </>
  );
}

function Profile({ unit }: { readonly unit: string }) {
  const { data, state } = useDesk();
  const query = useAnswer({ ask: 'profile', unit, body: state.body });
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data || query.isPlaceholderData) return <Waiting />;
  const latest = latestOfEach(query.data.figures);
  const shown =
    latest.length > MOST_ROWS ? latest.filter((figure) => figure.breakdown === '') : latest;
  return (
    <Card
      title={unitName(data, unit)}
      address={{ unit: [unit] }}
      lead={<UnitHeader unit={unit} />}
      figures={query.data.figures}
    >
      <UnitSheet
        data={data}
        figures={latest}
        past={query.data.figures}
        issues={query.data.issues}
      />
      <div className="two-columns no-print">
        <div className="stack">
          {shown.length === 0 && <p className="muted">{words.unit.noFigures}</p>}
          <FigureGroups data={data} figures={shown} past={query.data.figures} />
        </div>
        <div className="stack">
          <Issues answer={query.data} />
          <Documents statements={query.data.statements} />
        </div>
      </div>
    </Card>
  );
}

/** Per subject, breakdown, category, body and kind the first: figures come latest first. */
function latestOfEach(figures: readonly Figure[]): Figure[] {
  const key = (f: Figure) => [f.subject, f.breakdown, f.category, f.body, f.kind].join('~');
  const said = figures.filter(
    (figure) => figure.absence !== 'NOT_COMPUTABLE' || figure.flags.length > 0,
  );
  return [...groupBy(said, key).values()].flatMap((same) => same[0] ?? []);
}

function Issues({ answer }: { readonly answer: ProfileAnswer }) {
  const { checked } = useDesk();
  const serious = answer.issues.filter((issue) => issue.code !== 'DUPLICATE_STATEMENT');
  return (
    <section>
      <h2>{words.unit.issues}</h2>
      {!checked && <p role="status">{words.checks.running}</p>}
      {serious.length === 0 ? (
        checked && <p className="muted">{words.unit.noIssues}</p>
      ) : (
        <IssueList issues={serious} />
      )}
    </section>
  );
}

function Documents({ statements }: { readonly statements: readonly Statement[] }) {
  const { data } = useDesk();
  const signed = (id: string) => data.sources.get(id)?.signedOn ?? '';
  const bySource = [...groupBy(statements, (statement) => statement.source)].sort((a, b) =>
    signed(b[0]).localeCompare(signed(a[0])),
  );
  if (bySource.length === 0) return null;
  return (
    <section>
      <h2>
        {words.unit.documents} ({bySource.length})
      </h2>
      {bySource.slice(0, MOST_DOCUMENTS).map(([id, rows]) => {
        const source = data.sources.get(id);
        const signed = source?.signedOn
          ? words.origin.signed(formatDayOrMonth(source.signedOn))
          : words.origin.unsigned;
        return (
          <details key={id}>
            <summary>
              {source?.title ?? id}{' '}
              <span className="muted">· {words.unit.documentSays(rows.length)}</span>
            </summary>
            <p className="small muted">
              {[
                source?.number,
                source?.issuer,
                signed,
                source?.receivedOn && formatDay(source.receivedOn),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <StatementTable statements={rows} caption={source?.title ?? id} named />
          </details>
        );
      })}
    </section>
  );
}

/** What the officer works with: every figure, what is to be kept in mind, the documents; one click away. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { Statement } from '../../model/statement.ts';
import { formatDay, formatDayOrMonth } from '../../model/writing/date.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { ProfileAnswer } from '../../question/profile.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { IssueList } from '../part/issue-list.tsx';
import { StatementTable } from '../part/statement/table.tsx';
import { FigureGroups } from './figures.tsx';

/** A longer profile leaves the categories to the origin panel, and older documents to the data table. */
const MOST_ROWS = 140;
const MOST_DOCUMENTS = 24;

interface EverythingProps {
  readonly data: Dataset;
  readonly answer: ProfileAnswer;
  /** The last figure of each. */
  readonly latest: readonly Figure[];
  /** Unfolded from the start: there is nothing above it. */
  readonly isOpen: boolean;
}

export function Everything({ data, answer, latest, isOpen }: EverythingProps) {
  const shown =
    latest.length > MOST_ROWS ? latest.filter((figure) => figure.breakdown === '') : latest;
  const documents = new Set(answer.statements.map(({ source }) => source)).size;
  const counts = words.standing.everythingCounts(
    formatCount(latest.length),
    seriousOf(answer).length,
    documents,
  );
  return (
    <details className="everything no-print" open={isOpen}>
      <summary>
        <h2>{words.standing.everything}</h2> <span className="small muted">{counts}</span>
      </summary>
      <div className="two-columns">
        <div className="stack">
          {shown.length === 0 && <p className="muted">{words.unit.noFigures}</p>}
          <FigureGroups data={data} figures={shown} past={answer.figures} />
        </div>
        <div className="stack">
          <Issues answer={answer} />
          <Documents statements={answer.statements} />
        </div>
      </div>
    </details>
  );
}

function Issues({ answer }: { readonly answer: ProfileAnswer }) {
  const { checked } = useDesk();
  const serious = seriousOf(answer);
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

function seriousOf({ issues }: ProfileAnswer) {
  return issues.filter((issue) => issue.code !== 'DUPLICATE_STATEMENT');
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
        {words.unit.documents} ({formatCount(bySource.length)})
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

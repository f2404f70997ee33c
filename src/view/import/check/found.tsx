/** What the worklist's checks find in the new figures, before anything is kept. */
import { type Issue, severityOf } from '../../../model/issue.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { issueText } from '../../../text/issue.ts';
import { periodName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { IssueMark } from '../../part/issue-list.tsx';
import type { Checked } from '../bring.ts';

const SHOWN = 12;

export function Found({
  checked,
  sources,
}: {
  readonly checked: Checked;
  readonly sources: readonly string[] | null;
}) {
  const { data, issues } = checked;
  const isNew = (issue: Issue) =>
    sources === null ||
    sources.includes(issue.source) ||
    issue.statements.some(({ source }) => sources.includes(source));
  const own = issues.issues.filter((issue) => severityOf(issue.code) !== 'info' && isNew(issue));
  return (
    <section className="import-found" data-issues={own.length}>
      <h2>{words.import.issues}</h2>
      {own.length === 0 && <p>{words.import.noIssues}</p>}
      <ul className="issue-list">
        {own.slice(0, SHOWN).map((issue) => (
          <li key={issue.id} className={`issue ${severityOf(issue.code)}`}>
            <IssueMark issue={issue} />
            <div>
              {[
                issue.unit && data.units.at(issue.unit).name,
                issue.period && periodName(data, issue.period),
              ]
                .filter(Boolean)
                .join(', ')}
            </div>
            <div>{issueText(data, issue)}</div>
          </li>
        ))}
      </ul>
      {own.length > SHOWN && (
        <p className="small muted">{words.import.more(formatCount(own.length - SHOWN))}</p>
      )}
    </section>
  );
}

/** What the worklist's checks find in the new figures, before anything is kept. */
import type { FoundShown } from '../../../intake/show/found.ts';
import { severityOf } from '../../../model/issue.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { issueText } from '../../../text/issue.ts';
import { periodName } from '../../../text/name.ts';
import { words } from '../../../text/words.ts';
import { IssueMark } from '../../part/issue-list.tsx';

export function Found({ found }: { readonly found: FoundShown }) {
  const { data, issues, issueCount } = found;
  return (
    <section className="import-found" data-issues={issueCount}>
      <h2>{words.import.issues}</h2>
      {issueCount === 0 && <p>{words.import.noIssues}</p>}
      <ul className="issue-list">
        {issues.map((issue) => (
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
      {issueCount > issues.length && (
        <p className="small muted">{words.import.more(formatCount(issueCount - issues.length))}</p>
      )}
    </section>
  );
}

/** The profile on one sheet of paper: every indicator's latest value, its change, and what is to be checked. */

import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { isFlagged } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import { severityOf } from '../../model/issue.ts';
import { changeSince } from '../../model/time/comparison.ts';
import { yearBeforeIn } from '../../model/time/year-before.ts';
import { FLAG } from '../../slide/notes.ts';
import { changeText, countsText, figureText } from '../../text/figure.ts';
import { codeName, issueText } from '../../text/issue.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { isSettled, useDecisions } from '../part/decisions.ts';

/** What one page of A4 holds. */
const MOST_FIGURES = 44;
const MOST_ISSUES = 6;

export function UnitSheet({
  data,
  figures,
  past,
  issues,
}: {
  readonly data: Dataset;
  readonly figures: readonly Figure[];
  readonly past: readonly Figure[];
  readonly issues: readonly Issue[];
}) {
  const order = [...data.indicators.keys()];
  const shown = figures
    .filter((f) => f.breakdown === '' && f.kind === '' && f.value !== null)
    .filter((f) => !subjectOf(data, f.subject)?.isMeasure)
    .sort((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject))
    .slice(0, MOST_FIGURES);
  const groups = groupBy(shown, (figure) => subjectOf(data, figure.subject)?.group ?? '');
  const before = yearBeforeIn(data.periods, past);
  const { byIssue } = useDecisions();
  const serious = issues.filter(
    (issue) => severityOf(issue.code) === 'error' && !isSettled(byIssue.get(issue.id)),
  );
  return (
    <div className="sheet" aria-hidden="true">
      <div className="sheet-figures">
        {[...groups].map(([group, members]) => (
          <table key={group}>
            <caption>{group}</caption>
            <tbody>
              {members.map((figure) => (
                <SheetRow
                  key={`${figure.subject}~${figure.body}`}
                  {...{ data, figure }}
                  before={before(figure)}
                />
              ))}
            </tbody>
          </table>
        ))}
      </div>
      {serious.length > 0 && (
        <>
          <h2>{words.present.closing}</h2>
          <ul>
            {serious.slice(0, MOST_ISSUES).map((issue) => (
              <li key={issue.id}>
                {subjectOf(data, issue.subject)?.name ?? codeName(issue.code)}:{' '}
                {issueText(data, issue)}
              </li>
            ))}
            {serious.length > MOST_ISSUES && (
              <li>{words.present.moreNotes(serious.length - MOST_ISSUES)}</li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}

function SheetRow({
  data,
  figure,
  before,
}: {
  readonly data: Dataset;
  readonly figure: Figure;
  readonly before: Figure | null;
}) {
  const subject = subjectOf(data, figure.subject);
  if (!subject) return null;
  const change = changeSince(figure, before, data.units, data.periods);
  return (
    <tr>
      <th scope="row">
        {subject.shortName}
        {isFlagged(figure) ? ` ${FLAG}` : ''}
      </th>
      <td className="number">{figureText(subject, figure)}</td>
      <td className="small">{countsText(figure)}</td>
      <td className="small">{change === null ? '' : changeText(subject, change)}</td>
      <td className="small">{periodName(data, figure.period)}</td>
    </tr>
  );
}

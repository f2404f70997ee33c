/** What a unit is asked, as a table: one row a matter. */
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Issue } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import { aboutName, codeName, expectedText, issueText } from '../../text/issue.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { words } from '../../text/words.ts';
import { placeText } from '../part/issue-list.tsx';
import { statementValue } from '../part/statement/table.tsx';
import { type Matter, remarksOf, statementsOf } from './matter.ts';

/** Widths of the columns, as shares of the page. */
const WIDTHS = ['5%', '24%', '23%', '23.5%', '8.5%', '16%'];
const MOST_STATEMENTS = 12;

/** One row a matter: what one slip has broken is asked once. */
export function IssueTable({
  data,
  matters,
}: {
  readonly data: Dataset;
  readonly matters: readonly Matter[];
}) {
  const { columns } = words.letter;
  return (
    <table>
      <colgroup>
        {WIDTHS.map((width) => (
          <col key={width} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matters.map((matter, at) => (
          <MatterRow key={matter[0]?.id} data={data} matter={matter} at={at} />
        ))}
      </tbody>
    </table>
  );
}

function MatterRow({
  data,
  matter,
  at,
}: {
  readonly data: Dataset;
  readonly matter: Matter;
  readonly at: number;
}) {
  const [issue] = matter;
  if (!issue) return null;
  return (
    <tr data-issue={issue.id} data-code={issue.code}>
      <td>{at + 1}</td>
      <td>
        {subjectText(data, issue)}
        <div className="place">{placeText(data, issue)}</div>
      </td>
      <td>
        {statementsOf(matter)
          .slice(0, MOST_STATEMENTS)
          .map((statement) => (
            <div key={statement.row}>
              {nameIn(data, issue, statement)}
              <strong>{statement.printed || statementValue(data, statement)}</strong>
            </div>
          ))}
      </td>
      <td>
        {remarksOf(matter).map((told) => (
          <div key={told[0]?.id}>{wrongText(data, issue, told)}</div>
        ))}
      </td>
      <td>{expectedText(data, issue)}</td>
      <td className="answer">{words.letter.answer}</td>
    </tr>
  );
}

/** A trace about other figures says which. */
function wrongText(data: Dataset, issue: Issue, told: Matter): string {
  const [trace] = told;
  if (!trace) return '';
  const text = issueText(data, trace) || codeName(trace.code);
  const isKnown = trace.about === 'finding' || trace.subject === issue.subject;
  if (told.length === 1 && isKnown) return text;
  return `${told.map((one) => subjectText(data, one)).join(', ')}: ${text}`;
}

/** What a statement is about, as far as the issue has not said it. */
function nameIn(data: Dataset, issue: Issue, statement: Statement): string {
  const { measure, breakdown, category } = statement;
  const name = measure === issue.subject ? '' : (subjectOf(data, measure)?.name ?? measure);
  const part =
    category && category !== issue.category ? categoryName(data, breakdown, category) : '';
  const text = [name, part].filter(Boolean).join(': ');
  return text && `${text}: `;
}

function subjectText(data: Dataset, issue: Issue): string {
  return aboutName(data, issue) || upperFirst(codeName(issue.code));
}

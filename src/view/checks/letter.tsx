/** The note to a unit: what it is asked to check and confirm, for print on A4 and as a file. */
import { useRef } from 'react';
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Issue } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { letterFile } from '../../share/letter.ts';
import letterStyle from '../../style/letter.css?inline';
import { codeName, expectedText, issueText } from '../../text/issue.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import type { Decisions } from '../part/decisions.ts';
import { useAnswer, useDesk } from '../part/desk.ts';
import { placeText } from '../part/issue-list.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { statementValue } from '../part/statement-table.tsx';
import { type Matter, mattersOf, statementsOf } from './matter.ts';

/** Widths of the columns of the table, as shares of the page. */
const WIDTHS = ['5%', '24%', '23%', '23.5%', '8.5%', '16%'];
const MOST = 500;
/** A name that was misread in reading the document is nothing that its unit could mend. */
const OURS = 'UNIT_NAME_OCR';
const MOST_STATEMENTS = 12;

export function Letter({
  unit,
  decisions,
}: {
  readonly unit: string;
  readonly decisions: Decisions;
}) {
  const { data, state, change, organisation } = useDesk();
  const paper = useRef<HTMLElement>(null);
  const query = useAnswer({
    ask: 'issues',
    units: [unit],
    severities: state.severity.length > 0 ? state.severity : ['error', 'warning'],
    codes: state.code,
    source: state.source,
    period: '',
    limit: MOST,
  });
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data || query.isPlaceholderData) return <Waiting />;
  const settled = (issue: Issue) =>
    ['corrected', 'accepted'].includes(decisions.byIssue.get(issue.id)?.decision ?? '');
  const open = query.data.issues.filter((issue) => !settled(issue) && issue.code !== OURS);
  const matters = mattersOf({ issues: open, matters: query.data.matters });
  const name = unitName(data, unit);
  const save = () => {
    if (!paper.current) return;
    const html = letterFile(
      `${words.letter.title} ${words.letter.subtitle}`,
      letterStyle,
      paper.current.outerHTML,
    );
    saveFile(fileName(words.letter.file(name), 'html'), new Blob([html], { type: 'text/html' }));
  };
  return (
    <>
      <div className="card-actions no-print">
        <button type="button" className="button" onClick={() => change({ note: false })}>
          {words.letter.close}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {words.letter.print}
        </button>
        <button type="button" className="button" onClick={save}>
          {words.letter.download}
        </button>
      </div>
      <article className="letter" ref={paper}>
        <div className="letter-head">
          <p>
            <strong>{organisation}</strong>
            <br />
            {words.letter.number}
          </p>
          <p>{words.letter.dateLine}</p>
        </div>
        <h1>
          {words.letter.title}
          <br />
          <small>{words.letter.subtitle}</small>
        </h1>
        {data.synthetic && <p>{words.app.syntheticNote}</p>}
        <p className="letter-to">{words.letter.to(name)}</p>
        {open.length === 0 ? (
          <p>{words.letter.nothing}</p>
        ) : (
          <>
            <p>{words.letter.intro(documentsText(data, open))}</p>
            <IssueTable data={data} matters={matters} />
            <p>{words.letter.closing}</p>
          </>
        )}
        <div className="letter-head letter-sign">
          <p>
            <strong>{words.letter.signUnit}</strong>
            <br />
            {words.letter.signHint}
          </p>
          <p>
            <strong>{words.letter.signOfficer}</strong>
            <br />
            {words.letter.signHint}
          </p>
        </div>
      </article>
    </>
  );
}

function documentsText(data: Dataset, issues: readonly Issue[]): string {
  const ids = new Set(issues.flatMap((issue) => issue.source.split('|').filter(Boolean)));
  const names = [...ids].map((id) => data.sources.get(id)?.number || data.sources.get(id)?.title);
  const known = names.filter(Boolean);
  return known.length > 0 && known.length <= 4
    ? words.letter.documents(known.join('; '))
    : words.letter.someDocuments;
}

/** One row a matter: what one slip has broken is asked once. */
function IssueTable({
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
        {matter.map((trace) => (
          <div key={trace.id}>{wrongText(data, issue, trace)}</div>
        ))}
      </td>
      <td>{expectedText(data, issue)}</td>
      <td className="answer">{words.letter.answer}</td>
    </tr>
  );
}

/** A trace about another figure says which. */
function wrongText(data: Dataset, issue: Issue, trace: Issue): string {
  const text = issueText(data, trace) || codeName(trace.code);
  const about = trace.about === 'finding' || trace.subject === issue.subject;
  return about ? text : `${subjectText(data, trace)}: ${text}`;
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
  const subject = issue.subject ? subjectOf(data, issue.subject)?.name : '';
  const category = issue.category ? categoryName(data, issue.breakdown, issue.category) : '';
  return [subject, category].filter(Boolean).join(': ') || upperFirst(codeName(issue.code));
}

/** The note to a unit: what it is asked to check and confirm, for print on A4 and as a file. */
import { type RefObject, useRef } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { Issue } from '../../model/issue.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { letterFile } from '../../share/letter.ts';
import letterStyle from '../../style/letter.css?inline';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import type { Decisions } from '../part/decisions.ts';
import { useAnswer, useDesk } from '../part/desk.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { IssueTable } from './letter-table.tsx';
import { type Matter, mattersOf } from './matter.ts';

const MOST = 500;
/** A name that was misread in reading the document is nothing that its unit could mend. */
const OURS = 'UNIT_NAME_OCR';

export function Letter({
  unit,
  decisions,
}: {
  readonly unit: string;
  readonly decisions: Decisions;
}) {
  const { state } = useDesk();
  const query = useAnswer({
    ask: 'issues',
    units: [unit],
    severities: state.severity.length > 0 ? state.severity : ['error', 'warning'],
    codes: state.code,
    source: state.source,
    period: '',
    limit: MOST,
  });
  const paper = useRef<HTMLElement>(null);
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data || query.isPlaceholderData) return <Waiting />;
  const settled = (issue: Issue) =>
    ['corrected', 'accepted'].includes(decisions.byIssue.get(issue.id)?.decision ?? '');
  const issues = query.data.issues.filter((issue) => !settled(issue) && issue.code !== OURS);
  return (
    <>
      <Actions unit={unit} paper={paper} />
      <article className="letter" ref={paper}>
        <Heading unit={unit} />
        <Body issues={issues} matters={mattersOf({ issues, matters: query.data.matters })} />
        <Signatures />
      </article>
    </>
  );
}

function Actions({
  unit,
  paper,
}: {
  readonly unit: string;
  readonly paper: RefObject<HTMLElement | null>;
}) {
  const { data, change } = useDesk();
  const save = () => {
    if (!paper.current) return;
    const title = `${words.letter.title} ${words.letter.subtitle}`;
    const html = letterFile(title, letterStyle, paper.current.outerHTML);
    const name = fileName(words.letter.file(unitName(data, unit)), 'html');
    saveFile(name, new Blob([html], { type: 'text/html' }));
  };
  return (
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
  );
}

function Heading({ unit }: { readonly unit: string }) {
  const { data, organisation } = useDesk();
  return (
    <>
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
      <p className="letter-to">{words.letter.to(unitName(data, unit))}</p>
    </>
  );
}

function Body({
  issues,
  matters,
}: {
  readonly issues: readonly Issue[];
  readonly matters: readonly Matter[];
}) {
  const { data } = useDesk();
  if (issues.length === 0) return <p>{words.letter.nothing}</p>;
  return (
    <>
      <p>{words.letter.intro(documentsText(data, issues))}</p>
      <IssueTable data={data} matters={matters} />
      <p>{words.letter.closing}</p>
    </>
  );
}

function Signatures() {
  return (
    <div className="letter-head letter-sign">
      {[words.letter.signUnit, words.letter.signOfficer].map((who) => (
        <p key={who}>
          <strong>{who}</strong>
          <br />
          {words.letter.signHint}
        </p>
      ))}
    </div>
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

/** The note to a unit: what it is asked to check and confirm, for print on A4 and as a Word file. */
import { useState } from 'react';
import type { Issue } from '../../model/issue.ts';
import { makeLetter } from '../../share/docx/docx.ts';
import { fileName, saveFile } from '../../share/download.ts';
import { type Letter as LetterText, letterOf, letterQuestion } from '../../slide/paper/letter.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { Actions } from '../part/actions.tsx';
import { useCheckedDesk } from '../part/checked.ts';
import type { Decisions } from '../part/decisions.ts';
import { useAnswer, useDesk } from '../part/desk.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { IssueTable } from './letter-table.tsx';

interface LetterProps {
  readonly unit: string;
  readonly decisions: Decisions;
}

export function Letter({ unit, decisions }: LetterProps) {
  const desk = useDesk();
  const query = useAnswer(letterQuestion(desk));
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  if (!query.data || query.isPlaceholderData) return <Waiting />;
  const letter = letterOf(desk.data, unit, query.data, settledBy(decisions));
  return (
    <>
      <LetterActions unit={unit} decisions={decisions} />
      {!desk.checked && (
        <p role="status" className="no-print">
          {words.checks.running}
        </p>
      )}
      <article className="letter">
        <Heading letter={letter} organisation={desk.organisation} />
        <Body letter={letter} />
        <Signatures />
      </article>
    </>
  );
}

function settledBy({ byIssue }: Decisions): (issue: Issue) => boolean {
  return ({ id }) => ['corrected', 'accepted'].includes(byIssue.get(id)?.decision ?? '');
}

/** The file is made of the finished list: it waits for the checks. */
function LetterActions({ unit, decisions }: LetterProps) {
  const { change, checked } = useDesk();
  const checkedDesk = useCheckedDesk();
  const [said, setSaid] = useState('');
  const save = async () => {
    setSaid(checked ? words.paper.making : words.present.waiting);
    const desk = await checkedDesk();
    const answer = await desk.ask(letterQuestion(desk));
    const letter = letterOf(desk.data, unit, answer, settledBy(decisions));
    const name = fileName(words.letter.file(unitName(desk.data, unit)), 'docx');
    saveFile(name, await makeLetter(letter, desk.organisation));
    setSaid(words.letter.saved(name));
  };
  return (
    <>
      <div className="card-actions no-print">
        <Actions
          actions={[
            { id: 'close', label: words.letter.close, run: () => change({ note: false }) },
            { id: 'print', label: words.letter.print, run: () => print() },
            {
              id: 'word',
              label: words.letter.download,
              run: () => void save().catch(() => setSaid(words.letter.failed)),
            },
          ]}
        />
      </div>
      <p role="status" className="no-print">
        {said}
      </p>
    </>
  );
}

interface Shown {
  readonly letter: LetterText;
}

function Heading({ letter, organisation }: Shown & { readonly organisation: string }) {
  const { motto, letterNumber, dateLine } = words.paper;
  return (
    <>
      <div className="letter-head">
        <p>
          <strong>{organisation}</strong>
          <br />
          {letterNumber}
        </p>
        <p>
          <strong>{motto.country}</strong>
          <br />
          <strong>{motto.words}</strong>
          <br />
          <em>{dateLine}</em>
        </p>
      </div>
      <h1>
        {words.letter.title}
        <br />
        <small>{words.letter.subtitle}</small>
      </h1>
      {letter.synthetic && <p>{letter.synthetic}</p>}
      <p className="letter-to">{words.letter.to(letter.to)}</p>
    </>
  );
}

function Body({ letter: { rows, documents, left } }: Shown) {
  if (rows.length === 0) return <p>{words.letter.nothing}</p>;
  return (
    <>
      <p>{words.letter.intro(documents)}</p>
      <IssueTable rows={rows} />
      {left > 0 && <p>{words.paper.moreMatters(left)}</p>}
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

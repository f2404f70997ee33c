/** Cells that cannot be taken as they are: mended in place, or left out knowingly. */
import { useState } from 'react';
import type { CellProblem } from '../../../intake/shape/draft.ts';
import { columnLetter, sheetTitle } from '../../../intake/sheet.ts';
import { type ImportedTable, tableAt } from '../../../intake/understand.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { csvText } from '../../../share/csv.ts';
import { fileName, saveFile } from '../../../share/download.ts';
import { words } from '../../../text/words.ts';
import { TextField } from '../../part/fields.tsx';
import type { Import } from '../use-import.ts';
import { fixed, openProblems, problemKey, skippedProblems, skipping, unskipped } from '../work.ts';

/** Drawn at once; the rest follows as these are settled. */
const SHOWN = 50;

export function Problems({ state }: { readonly state: Import }) {
  const { understanding, work } = state;
  if (!understanding) return null;
  const open = openProblems(understanding, work);
  const notes = understanding.problems.filter(({ effect }) => effect === 'note');
  return (
    <section className="import-problems">
      <p role="status">
        {open.length === 0
          ? work.skipped.size > 0
            ? ''
            : words.import.noProblems
          : words.import.problems(formatCount(open.length))}
      </p>
      {open.length > 1 && (
        <button
          type="button"
          className="button"
          data-skip-all
          onClick={() => state.change((now) => skipping(now, open))}
        >
          {words.import.skipAll(formatCount(open.length))}
        </button>
      )}
      {[...open, ...notes].slice(0, SHOWN).map((problem) => (
        <ProblemItem
          key={problemKey(problem)}
          {...{ state, problem }}
          table={tableAt(understanding, problem.sheet)}
        />
      ))}
      {open.length + notes.length > SHOWN && (
        <p className="small muted">
          {words.import.more(formatCount(open.length + notes.length - SHOWN))}
        </p>
      )}
      <Skipped state={state} />
    </section>
  );
}

function ProblemItem({
  state,
  problem,
  table,
}: {
  readonly state: Import;
  readonly problem: CellProblem;
  readonly table: ImportedTable | null;
}) {
  const [text, setText] = useState('');
  if (!table) return null;
  const { sheet, columns } = table;
  const isRest = problem.row < 0;
  const row = isRest ? 0 : table.lineOf(problem.row);
  const letter = columnLetter(problem.column);
  const label = columns.find(({ at }) => at === problem.column)?.label ?? '';
  const column = label ? `${letter} (${visible(cut(label, 60))})` : letter;
  const apply = () => state.change((now) => fixed(now, problem, text));
  return (
    <div
      className={problem.effect === 'note' ? 'import-problem note' : 'import-problem'}
      data-problem={problem.code}
      data-file={sheet.file}
      data-row={row}
      data-column={letter}
    >
      <p>
        <strong>
          {isRest
            ? words.import.moreRows(formatCount(Number(problem.text)))
            : visible(words.import.cell(sheetTitle(sheet), row, column))}
        </strong>
        {isRest ? '' : `: “${visible(cut(problem.text, 80))}”`}.{' '}
        {words.import.problem[problem.code](problem.expected)}
      </p>
      {problem.effect === 'cell' && (
        <form
          className="import-choices"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) apply();
          }}
        >
          {!isRest && (
            <TextField label={words.import.fix} value={text} onChange={setText} size="" />
          )}
          {!isRest && (
            <button type="submit" className="button" data-fix disabled={text.trim() === ''}>
              {words.import.apply}
            </button>
          )}
          <button
            type="button"
            className="button"
            data-skip
            onClick={() => state.change((now) => skipping(now, [problem]))}
          >
            {words.import.skip}
          </button>
        </form>
      )}
    </div>
  );
}

function Skipped({ state }: { readonly state: Import }) {
  const { understanding, work } = state;
  const skipped = skippedProblems(understanding, work);
  if (skipped.length === 0 || !understanding) return null;
  const save = () => {
    const rows = skipped.map(({ sheet: at, row, column, text, code }) => {
      const table = tableAt(understanding, at);
      const place = table
        ? { file: sheetTitle(table.sheet), row: row < 0 ? 0 : table.lineOf(row) }
        : { file: '', row: 0 };
      return { ...place, column: columnLetter(column), text, reason: code };
    });
    const csv = csvText(['file', 'row', 'column', 'text', 'reason'], rows);
    saveFile(fileName(words.import.skippedFile, 'csv'), new Blob([csv], { type: 'text/csv' }));
  };
  return (
    <p className="import-choices" data-skipped={skipped.length}>
      {words.import.skipped(formatCount(skipped.length))}{' '}
      <button type="button" className="button" onClick={() => state.change(unskipped)}>
        {words.import.unskip}
      </button>
      <button type="button" className="button" onClick={save}>
        {words.import.skippedFile}
      </button>
    </p>
  );
}

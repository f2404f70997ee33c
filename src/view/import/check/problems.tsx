/** Cells that cannot be taken as they are: mended in place, or left out knowingly. */
import type { ProblemShown } from '../../../intake/show/problems.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { csvText } from '../../../share/csv.ts';
import { fileName, saveFile } from '../../../share/download.ts';
import { words } from '../../../text/words.ts';
import type { Import } from '../use-import.ts';
import { fixed } from '../work.ts';
import { CellFix } from './cell-fix.tsx';
import { placeName } from './place-name.ts';

/** The first ones are drawn; the rest follows as these are settled. */
export function Problems({ state }: { readonly state: Import }) {
  if (!state.shown) return null;
  const { open, notes, skipped, leftRows, first } = state.shown.problems;
  return (
    <section className="import-problems">
      <p role="status">
        {open === 0
          ? skipped + leftRows > 0
            ? ''
            : words.import.noProblems
          : words.import.problems(formatCount(open))}
      </p>
      {open > 1 && (
        <button type="button" className="button" data-skip-all onClick={() => state.skip(null)}>
          {words.import.skipAll(formatCount(open))}
        </button>
      )}
      {first.map((problem) => (
        <ProblemItem key={problem.key} {...{ state, problem }} />
      ))}
      {open + notes > first.length && (
        <p className="small muted">{words.import.more(formatCount(open + notes - first.length))}</p>
      )}
      <Skipped {...{ state, skipped, leftRows }} />
    </section>
  );
}

function ProblemItem({
  state,
  problem,
}: {
  readonly state: Import;
  readonly problem: ProblemShown;
}) {
  const { file, line, letter } = problem;
  const isRest = problem.row < 0;
  const apply = (text: string) => state.change((now) => fixed(now, problem, text));
  return (
    <div
      className={problem.effect === 'note' ? 'import-problem note' : 'import-problem'}
      data-problem={problem.code}
      data-file={file}
      data-row={line}
      data-column={letter}
    >
      <p>
        <strong>
          {isRest ? words.import.moreRows(formatCount(Number(problem.text))) : placeName(problem)}
        </strong>
        {isRest ? '' : `: “${ownText(problem)}”`}.{' '}
        {words.import.problem[problem.code](problem.expected)}
      </p>
      {['total-differs', 'other-sign'].includes(problem.code) && !isRest && (
        <div className="import-choices">
          <CellFix start={problem.text} onFix={apply} />
        </div>
      )}
      {problem.effect === 'cell' && (
        <div className="import-choices">
          {!isRest && <CellFix start="" onFix={apply} />}
          <button
            type="button"
            className="button"
            data-skip
            onClick={() => state.skip([problem.key])}
          >
            {words.import.skip}
          </button>
        </div>
      )}
    </div>
  );
}

/** As it stands; a plain number as the page writes numbers. */
function ownText({ text }: ProblemShown): string {
  return /^\d{4,15}$/.test(text) ? formatCount(Number(text)) : visible(cut(text, 80));
}

function Skipped({
  state,
  skipped,
  leftRows,
}: {
  readonly state: Import;
  readonly skipped: number;
  readonly leftRows: number;
}) {
  if (skipped + leftRows === 0) return null;
  const save = async () => {
    const columns = ['file', 'row', 'column', 'text', 'reason'];
    const csv = csvText(
      columns,
      (await state.leftOut()).map((row) => ({ ...row })),
    );
    saveFile(fileName(words.import.skippedFile, 'csv'), new Blob([csv], { type: 'text/csv' }));
  };
  return (
    <p className="import-choices" data-skipped={skipped} data-left-rows={leftRows}>
      {skipped > 0 && words.import.skipped(formatCount(skipped))}{' '}
      {leftRows > 0 && words.import.leftRows(formatCount(leftRows))}{' '}
      {skipped > 0 && (
        <button type="button" className="button" onClick={state.unskip}>
          {words.import.unskip}
        </button>
      )}
      <button type="button" className="button" onClick={() => void save()}>
        {words.import.skippedFile}
      </button>
    </p>
  );
}

/** Parts of a long list of rows, one shown at a time: the page stays light, and every row can be reached. */
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../model/writing/number.ts';
import { words } from '../../text/words.ts';
import { useOnPaper } from './on-paper.ts';

/** Rows of one part. */
const MOST = 200;

/** What is shown, and the way to the others; on paper all of them. */
export function useTurning<T>(rows: readonly T[]): {
  readonly shown: readonly T[];
  readonly turning: ReactNode;
} {
  const [wanted, setWanted] = useState(0);
  const onPaper = useOnPaper();
  const last = Math.max(0, Math.ceil(rows.length / MOST) - 1);
  const at = Math.min(wanted, last);
  if (onPaper || last === 0) return { shown: rows, turning: null };
  const [from, to] = [at * MOST, Math.min(rows.length, (at + 1) * MOST)];
  const { rows: told, rowsBefore, rowsAfter } = words.chart;
  const turning = (
    <p className="row-of-buttons turning">
      <button
        type="button"
        className="button"
        disabled={at === 0}
        onClick={() => setWanted(at - 1)}
      >
        {rowsBefore}
      </button>
      <span role="status">
        {told(formatCount(from + 1), formatCount(to), formatCount(rows.length))}
      </span>
      <button
        type="button"
        className="button"
        disabled={at === last}
        onClick={() => setWanted(at + 1)}
      >
        {rowsAfter}
      </button>
    </p>
  );
  return { shown: rows.slice(from, to), turning };
}

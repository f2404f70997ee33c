/** Rows of totals that were not taken: each with its figures, and one action to take it after all. */
import { TAKEN } from '../../../intake/shape/total.ts';
import type { PassedShown } from '../../../intake/show/sheet.ts';
import type { Shown } from '../../../intake/show/show.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';

/** @param state to take a row after all; without it they are told only */
export function PassedSums({
  shown,
  state,
}: {
  readonly shown: Shown;
  readonly state?: Import | undefined;
}) {
  const { sums, sumCount } = shown;
  if (sumCount === 0) return null;
  return (
    <section className="import-sums" data-sums={sumCount}>
      <p>{words.import.sums(formatCount(sumCount))}</p>
      <ul>
        {sums.map((sum) => (
          <li key={`${sum.title} ${sum.row}`}>
            {visible(words.import.line(sum.title, sum.row))} <PassedText {...{ state }} row={sum} />
          </li>
        ))}
        {sumCount > sums.length && (
          <li>{words.import.moreSums(formatCount(sumCount - sums.length))}</li>
        )}
      </ul>
    </section>
  );
}

/** Its label and figures; of a total, the way to take it. */
export function PassedText({
  row: { text, values, key },
  state,
}: {
  readonly row: PassedShown;
  readonly state?: Import | undefined;
}) {
  return (
    <>
      {`“${visible(cut(text, 80))}”${values.length > 0 ? `: ${values.map(visible).join('; ')}` : ''}`}{' '}
      {state && key !== '' && (
        <button
          type="button"
          className="plain-button link"
          data-take-row
          onClick={() => state.change((work) => answered(work, key, TAKEN))}
        >
          {words.import.takeRow}
        </button>
      )}
    </>
  );
}

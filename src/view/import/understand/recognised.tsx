/** The second step: how each table was read, with a preview; every guess can be corrected. */

import { sheetTitle } from '../../../intake/sheet.ts';
import type { SheetShown } from '../../../intake/show/sheet.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { PassedText } from '../check/sums.tsx';
import type { Import } from '../use-import.ts';
import { openQuestions } from '../work.ts';
import { Guesses } from './guesses.tsx';
import { Preview } from './preview.tsx';
import { Questions } from './question.tsx';
import { RecordsCard } from './records.tsx';

/** More sheets than these are listed, not drawn. */
const DRAWN = 12;

export function RecognisedStep({ state }: { readonly state: Import }) {
  const { shown, work } = state;
  if (!shown) return null;
  const { sheets, records, empty, figures } = shown;
  return (
    <>
      <p role="status">
        {sheets.length > 0 && words.import.found(sheets.length, formatCount(figures))}{' '}
        {work.mapping && words.import.mappingUsed(work.mapping.name)}{' '}
        {empty.length > 0 && words.import.noTable(empty.join(', '))}
      </p>
      <Questions state={state} questions={openQuestions(shown, 'recognised')} />
      {sheets.slice(0, DRAWN).map((found) => (
        <SheetCard key={sheetTitle(found.sheet)} state={state} found={found} />
      ))}
      {records.map((found) => (
        <RecordsCard key={found.at} {...{ state, found }} />
      ))}
    </>
  );
}

function SheetCard({ state, found }: { readonly state: Import; readonly found: SheetShown }) {
  const { sheet, title, foot, passed, passedCount } = found;
  return (
    <section className="import-sheet" aria-label={sheetTitle(sheet)}>
      <h2>{visible(sheetTitle(sheet))}</h2>
      {title.length > 0 && <p className="muted small">{title.map(visible).join(' · ')}</p>}
      <Guesses state={state} found={found} />
      <Preview found={found} />
      {passedCount > 0 && (
        <details>
          <summary>
            {words.import.passed} ({formatCount(passedCount)})
          </summary>
          <ul>
            {passed.map((item) => (
              <li key={item.row}>
                {item.row}: <PassedText {...{ state }} row={item} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {foot.length > 0 && (
        <details>
          <summary>{words.import.foot}</summary>
          <p className="small">{foot.map(visible).join(' · ')}</p>
          <p className="small muted">{words.import.rows(...found.footLines)}</p>
        </details>
      )}
    </section>
  );
}

/** The second step: how each table was read, with a preview; every guess can be corrected. */

import { rowNumber, sheetTitle } from '../../../intake/sheet.ts';
import type { Understood } from '../../../intake/understand.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import type { Import } from '../use-import.ts';
import { openQuestions } from '../work.ts';
import { Guesses } from './guesses.tsx';
import { Preview } from './preview.tsx';
import { Questions } from './question.tsx';
import { RecordsCard } from './records.tsx';

/** More sheets than these are listed, not drawn. */
const DRAWN = 12;

export function RecognisedStep({ state }: { readonly state: Import }) {
  const { understanding, work } = state;
  if (!understanding) return null;
  const { sheets, records, empty, drafts } = understanding;
  return (
    <>
      <p role="status">
        {sheets.length > 0 && words.import.found(sheets.length, formatCount(drafts.length))}{' '}
        {work.mapping && words.import.mappingUsed(work.mapping.name)}{' '}
        {empty.length > 0 && words.import.noTable(empty.map(sheetTitle).join(', '))}
      </p>
      <Questions state={state} questions={openQuestions(understanding, 'recognised')} />
      {sheets.slice(0, DRAWN).map((found) => (
        <SheetCard key={sheetTitle(found.sheet)} state={state} found={found} />
      ))}
      {records.map((found) => (
        <RecordsCard key={found.at} {...{ state, found }} />
      ))}
    </>
  );
}

function SheetCard({ state, found }: { readonly state: Import; readonly found: Understood }) {
  const { sheet, layout, shaped } = found;
  return (
    <section className="import-sheet" aria-label={sheetTitle(sheet)}>
      <h2>{visible(sheetTitle(sheet))}</h2>
      {layout.title.length > 0 && (
        <p className="muted small">{layout.title.slice(0, 4).map(visible).join(' · ')}</p>
      )}
      <Guesses state={state} found={found} />
      <Preview found={found} />
      {shaped.passed.length > 0 && (
        <details>
          <summary>
            {words.import.passed} ({shaped.passed.length})
          </summary>
          <ul>
            {shaped.passed.slice(0, 40).map(({ row, text }) => (
              <li key={row}>
                {row}: {visible(text)}
              </li>
            ))}
          </ul>
        </details>
      )}
      {layout.foot.length > 0 && (
        <details>
          <summary>{words.import.foot}</summary>
          <p className="small">{layout.foot.slice(0, 8).map(visible).join(' · ')}</p>
          <p className="small muted">
            {words.import.rows(
              rowNumber(sheet, layout.body.last + 1),
              rowNumber(sheet, sheet.rows.length - 1),
            )}
          </p>
        </details>
      )}
    </section>
  );
}

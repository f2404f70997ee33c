/** The first rows of a sheet as they stand in the file, the header marked. */

import { columnLetter, rowNumber, textOf } from '../../../intake/sheet.ts';
import type { Understood } from '../../../intake/understand.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';

const ROWS = 6;
const COLUMNS = 14;
const LENGTH = 40;

export function Preview({ found: { sheet, layout } }: { readonly found: Understood }) {
  const { header, body } = layout;
  const last = Math.min(body.last, header.last + ROWS);
  const rows = Array.from({ length: last - header.first + 1 }, (_, at) => header.first + at);
  const columns = layout.columns.slice(0, COLUMNS);
  const left = body.last - last;
  return (
    <div className="scroll-x">
      <table className="import-preview">
        <caption className="visually-hidden">{words.import.preview}</caption>
        <thead>
          <tr>
            <th scope="col" />
            {columns.map(({ at }) => (
              <th key={at} scope="col">
                {columnLetter(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className={row <= header.last ? 'heading' : ''}>
              <th scope="row">{rowNumber(sheet, row)}</th>
              {columns.map(({ at }) => (
                <td key={at}>{visible(cut(shownText(sheet.rows[row]?.[at]), LENGTH))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="small muted">{words.import.previewMore(formatCount(left))}</p>}
    </div>
  );
}

function shownText(value: Parameters<typeof textOf>[0]): string {
  return typeof value === 'number' ? formatCount(value) : textOf(value);
}

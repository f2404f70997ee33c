/** The first rows of a sheet as they stand in the file, the header marked. */

import { columnLetter } from '../../../intake/sheet.ts';
import type { CellShown, SheetShown } from '../../../intake/show/sheet.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';

const LENGTH = 40;

export function Preview({ found: { preview } }: { readonly found: SheetShown }) {
  const { columns, rows, left } = preview;
  return (
    <div className="scroll-x">
      <table className="import-preview">
        <caption className="visually-hidden">{words.import.preview}</caption>
        <thead>
          <tr>
            <th scope="col" />
            {columns.map((at) => (
              <th key={at} scope="col">
                {columnLetter(at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, isHeading, cells }) => (
            <tr key={line} className={isHeading ? 'heading' : ''}>
              <th scope="row">{line}</th>
              {columns.map((at, place) => (
                <td key={at}>{cellText(cells[place] ?? '', LENGTH)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && <p className="small muted">{words.import.previewMore(formatCount(left))}</p>}
    </div>
  );
}

/** A cell of a file as it may be drawn. */
export function cellText(value: CellShown, length: number): string {
  return visible(cut(typeof value === 'number' ? formatCount(value) : value, length));
}

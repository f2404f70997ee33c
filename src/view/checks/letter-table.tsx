/** What a unit is asked, as a table: one row a matter, so that what one slip has broken is asked once. */
import type { LetterRow } from '../../slide/paper/letter.ts';
import { words } from '../../text/words.ts';

/** Widths of the columns, as shares of the page. */
const WIDTHS = ['5%', '26%', '25%', '27%', '17%'];

export function IssueTable({ rows }: { readonly rows: readonly LetterRow[] }) {
  return (
    <table>
      <colgroup>
        {WIDTHS.map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          <col key={at} style={{ width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {Object.values(words.letter.columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <MatterRow key={row.issue} row={row} at={at} />
        ))}
      </tbody>
    </table>
  );
}

function MatterRow({
  row: { issue, code, what, place, stated, wrong },
  at,
}: {
  readonly row: LetterRow;
  readonly at: number;
}) {
  return (
    <tr data-issue={issue} data-code={code}>
      <td>{at + 1}</td>
      <td>
        {what}
        <div className="place">{place}</div>
      </td>
      <td>
        {stated.length === 0 && words.paper.unlisted}
        {stated.map(({ name, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <div key={index}>
            {name && `${name}: `}
            <strong>{value}</strong>
          </div>
        ))}
      </td>
      <td>
        {wrong.map((text) => (
          <div key={text}>{text}</div>
        ))}
      </td>
      <td className="answer">{words.letter.answer}</td>
    </tr>
  );
}

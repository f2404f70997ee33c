/** What each part gives, in numbers. */
import type { Subject } from '../../model/catalogue.ts';
import type { ExplainAnswer } from '../../question/explain.ts';
import { partsTable } from '../../slide/explain/steps.ts';
import { wayName } from '../../text/told/explain.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';

export function PartsTable({
  subject,
  answer,
}: {
  readonly subject: Subject;
  readonly answer: ExplainAnswer;
}) {
  const { data, state } = useDesk();
  const { columns, rows } = partsTable(data, subject, answer, state.against);
  const caption = words.explaining.caption(wayName(data, answer.breakdown ?? ''));
  return (
    <div className="scroll-x">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, number }) => (
              <th key={name} scope="col" className={number ? 'number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]?.text}>
              {row.map((cell, at) =>
                at === 0 ? (
                  <th key={columns[at]?.name} scope="row">
                    {cell.text}
                  </th>
                ) : (
                  <td key={columns[at]?.name} className="number">
                    {cell.bold ? <strong>{cell.text}</strong> : cell.text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

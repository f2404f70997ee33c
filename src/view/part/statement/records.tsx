/** The records behind a statement that was counted from them: asked for only when somebody opens the list. */
import { useState } from 'react';
import { categoryName, type Dataset, recordColumnName } from '../../../model/dataset.ts';
import type { RecordColumn } from '../../../model/record/definition.ts';
import type { Statement } from '../../../model/statement.ts';
import { isDay } from '../../../model/time/period.ts';
import { formatDay } from '../../../model/writing/date.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { visible } from '../../../model/writing/outside.ts';
import type { RecordsAnswer } from '../../../question/records.ts';
import { countingText } from '../../../text/counting.ts';
import { words } from '../../../text/words.ts';
import { useAnswer, useDesk } from '../desk.ts';

const FIRST = 50;
const MORE = 500;

/** What was counted, and its records where the package has them; nothing for what a document states. */
export function RecordList({ statement }: { readonly statement: Statement }) {
  const { data } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const records = data.sources.get(statement.source)?.records ?? '';
  if (records === '' || statement.value === null) return null; // not known: nothing was counted
  return (
    <>
      <p className="small" data-counting={statement.measure}>
        {countingText(data, statement.measure)}
      </p>
      {data.recordFiles.has(records) ? (
        <details className="records" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.import.records.showAny}</summary>
          {isOpen && <Listed statement={statement} />}
        </details>
      ) : (
        <p className="small muted">{words.import.records.gone}</p>
      )}
    </>
  );
}

function Listed({ statement }: { readonly statement: Statement }) {
  const { data } = useDesk();
  const [limit, setLimit] = useState(FIRST);
  const { source, measure, unit, period, category } = statement;
  const question = { ask: 'records', source, measure, unit, period, category, limit } as const;
  const { data: answer, error } = useAnswer(question);
  if (error) return <p role="alert">{error.message}</p>;
  if (!answer) return <p role="status">{words.import.reading}</p>;
  if (answer.total === 0) return <p>{words.import.records.none}</p>;
  return (
    <div className="scroll-x" data-records={answer.total}>
      <p className="small muted">
        {words.import.records.shown(formatCount(answer.rows.length), formatCount(answer.total))}
      </p>
      <RecordTable {...{ data, answer }} />
      {answer.rows.length < answer.total && limit < MORE && (
        <button type="button" className="button" onClick={() => setLimit(MORE)}>
          {words.import.records.next}
        </button>
      )}
    </div>
  );
}

function RecordTable({ data, answer }: { readonly data: Dataset; readonly answer: RecordsAnswer }) {
  const known = data.records.get(answer.record)?.columns ?? [];
  const columns = answer.columns.map((id) => known.find(({ column }) => column === id) ?? null);
  return (
    <table>
      <caption className="visually-hidden">{words.import.records.showAny}</caption>
      <thead>
        <tr>
          {answer.columns.map((id, at) => (
            <th key={id} scope="col">
              {columns[at] ? recordColumnName(columns[at]) : visible(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: records may be alike, and their order is all there is
          <tr key={line}>
            {row.map((text, at) => (
              <td key={answer.columns[at]} {...(isWhole(columns[at]?.type, text) ? WHOLE : {})}>
                {cellText(data, columns[at] ?? null, text)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const WHOLE = { className: 'whole' };

/** Days and codes are one word: "05/01/2024" must not end in the next line. */
function isWhole(type: RecordColumn['type'] | undefined, text: string): boolean {
  return type === 'key' || isDay(text) || (text.length <= 24 && !/\s/u.test(text));
}

function cellText(data: Dataset, column: RecordColumn | null, text: string): string {
  if (text === '') return '';
  if (column?.type === 'category') return categoryName(data, column.breakdown, text);
  if (column?.type === 'flag') return words.import.records.flag[text] ?? text;
  return isDay(text) ? formatDay(text) : visible(text);
}

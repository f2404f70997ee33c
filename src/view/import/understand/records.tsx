/** A file of records: how it was read, and what each of its columns is. */
import { IGNORE } from '../../../intake/answers.ts';
import { KEEP } from '../../../intake/records/match.ts';
import { columnLetter, sheetTitle } from '../../../intake/sheet.ts';
import type { RecordsShown } from '../../../intake/show/records.ts';
import { recordColumnName, recordName } from '../../../model/dataset.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { Choice } from '../../part/fields.tsx';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';
import { ColumnTable } from './column-table.tsx';
import { DaysGuess, Guess, ReadGuesses } from './guesses.tsx';

interface RecordsProps {
  readonly state: Import;
  readonly found: RecordsShown;
}

export function RecordsCard({ state, found }: RecordsProps) {
  const { sheet, definition, header, rows, isMonthFirst } = found;
  const name = recordName(definition);
  const asFigures = () => {
    const choices = new Map(state.work.choices);
    choices.set(sheet.file, { ...choices.get(sheet.file), as: 'figures' });
    state.take(state.work.handed, choices);
  };
  return (
    <section className="import-sheet" aria-label={sheetTitle(sheet)}>
      <h2>{visible(sheetTitle(sheet))}</h2>
      <p>{words.import.records.found(formatCount(rows), name)}</p>
      <dl className="import-guesses">
        <ReadGuesses {...{ state, found: { sheet } }} />
        <Guess
          name="header"
          value={`${header}-${header}`}
          shown={words.import.rows(header, header)}
        />
        <DaysGuess
          order={isMonthFirst ? 'month' : 'day'}
          onChange={(id) => state.change((work) => answered(work, `days ${sheetTitle(sheet)}`, id))}
        />
        <Guess
          name="layout"
          value={`records:${definition.record}`}
          shown={words.import.records.layout(name)}
        >
          <button type="button" className="button" onClick={asFigures}>
            {words.import.records.asFigures}
          </button>
        </Guess>
      </dl>
    </section>
  );
}

/** Columns with what they are taken as; what is not taken stays in the file. */
export function RecordColumns({ state, found }: RecordsProps) {
  return (
    <ColumnTable>
      {found.columns.map((item) => (
        <ColumnRow key={item.at} {...{ state, found }} heading={item} />
      ))}
    </ColumnTable>
  );
}

function ColumnRow({
  state,
  found,
  heading,
}: RecordsProps & { readonly heading: RecordsShown['columns'][number] }) {
  const { at, label, column, isKept, example } = heading;
  const { dropped, keep } = words.import.records;
  const options = [
    { id: IGNORE, name: dropped },
    { id: KEEP, name: keep },
    ...found.definition.columns.map((item) => ({
      id: item.column,
      name: recordColumnName(item),
    })),
  ];
  return (
    <tr data-guess="measure" data-value={column}>
      <td>{columnLetter(at)}</td>
      <th scope="row">{visible(cut(label, 80))}</th>
      <td>{visible(cut(example, 40))}</td>
      <td>
        <Choice
          label={words.import.meaning}
          value={isKept ? KEEP : column || IGNORE}
          options={options}
          onChange={(id) => state.change((work) => answered(work, `column ${label}`, id))}
        />
      </td>
    </tr>
  );
}

/** A file of records: how it was read, and what each of its columns is. */
import { IGNORE } from '../../../intake/answers.ts';
import { KEEP, type RecordHeading } from '../../../intake/records/match.ts';
import { columnLetter, sheetTitle, textOf } from '../../../intake/sheet.ts';
import type { UnderstoodRecords } from '../../../intake/understand.ts';
import { recordColumnName, recordName } from '../../../model/dataset.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { Choice } from '../../part/fields.tsx';
import type { Import } from '../use-import.ts';
import { answered } from '../work.ts';
import { ColumnTable } from './column-table.tsx';
import { Guess, ReadGuesses } from './guesses.tsx';

interface RecordsProps {
  readonly state: Import;
  readonly found: UnderstoodRecords;
}

export function RecordsCard({ state, found }: RecordsProps) {
  const { reading, layout } = found;
  const { sheet } = reading.file;
  const { definition, header } = layout;
  const name = recordName(definition);
  const asFigures = () => {
    const choices = new Map(state.work.choices);
    choices.set(sheet.file, { ...choices.get(sheet.file), as: 'figures' });
    state.take(state.work.dropped, choices);
  };
  return (
    <section className="import-sheet" aria-label={sheetTitle(sheet)}>
      <h2>{visible(sheetTitle(sheet))}</h2>
      <p>{words.import.records.found(formatCount(reading.profile.rows), name)}</p>
      <dl className="import-guesses">
        <ReadGuesses {...{ state, found: { sheet } }} />
        <Guess
          name="header"
          value={`${header + 1}-${header + 1}`}
          shown={words.import.rows(header + 1, header + 1)}
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
      {found.layout.columns.map((item) => (
        <ColumnRow key={item.at} {...{ state, found }} heading={item} />
      ))}
    </ColumnTable>
  );
}

function ColumnRow({ state, found, heading }: RecordsProps & { readonly heading: RecordHeading }) {
  const { at, label, column, isKept } = heading;
  const { layout, reading } = found;
  const { rows } = reading.file.sheet;
  const example = rows
    .slice(layout.header + 1)
    .map((row) => textOf(row[at]))
    .find((text) => text !== '');
  const { dropped, keep } = words.import.records;
  const options = [
    { id: IGNORE, name: dropped },
    { id: KEEP, name: keep },
    ...layout.definition.columns.map((item) => ({
      id: item.column,
      name: recordColumnName(item),
    })),
  ];
  return (
    <tr data-guess="measure" data-value={column}>
      <td>{columnLetter(at)}</td>
      <th scope="row">{visible(cut(label, 80))}</th>
      <td>{visible(cut(example ?? '', 40))}</td>
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

/** The third step: what each column means, and what only a person can say. */
import { IGNORE } from '../../../intake/answers.ts';
import type { Meaning } from '../../../intake/recognise/place.ts';
import type { Column } from '../../../intake/recognise/table.ts';
import { columnLetter, sheetTitle, textOf } from '../../../intake/sheet.ts';
import type { Understood } from '../../../intake/understand.ts';
import { categoryName, type Dataset, subjectOf } from '../../../model/dataset.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriodShort } from '../../../model/writing/date.ts';
import { formatCount } from '../../../model/writing/number.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import { Picker } from '../../part/fields.tsx';
import { subjectOptions } from '../../part/options.ts';
import type { Import } from '../use-import.ts';
import { answered, openQuestions } from '../work.ts';
import { ColumnTable } from './column-table.tsx';
import { Questions } from './question.tsx';
import { RecordColumns } from './records.tsx';

export function MappedStep({ state }: { readonly state: Import }) {
  const { understanding } = state;
  if (!understanding) return null;
  return (
    <>
      <Questions state={state} questions={openQuestions(understanding, 'mapped')} />
      {understanding.sheets.map((found) => (
        <section key={sheetTitle(found.sheet)} className="import-sheet">
          <h2>
            {words.import.columnsTitle}: {visible(sheetTitle(found.sheet))}
          </h2>
          <Columns state={state} found={found} />
        </section>
      ))}
      {understanding.records.map((found) => (
        <section key={found.at} className="import-sheet">
          <h2>
            {words.import.columnsTitle}: {visible(sheetTitle(found.reading.file.sheet))}
          </h2>
          <RecordColumns {...{ state, found }} />
        </section>
      ))}
    </>
  );
}

function Columns({ state, found }: { readonly state: Import; readonly found: Understood }) {
  return (
    <ColumnTable more={[words.import.guess.decimal]}>
      {found.layout.columns.map((item) => (
        <ColumnRow key={item.at} {...{ state, found }} column={item} />
      ))}
    </ColumnTable>
  );
}

function ColumnRow({
  state,
  found,
  column,
}: {
  readonly state: Import;
  readonly found: Understood;
  readonly column: Column;
}) {
  const { data } = useDesk();
  const meaning = found.meanings.get(column.at);
  const isFigures = meaning?.kind === 'figures' || meaning?.kind === 'unknown';
  const sign = isFigures ? found.signOf(column.at) : null;
  const measure = meaning?.kind === 'figures' ? (meaning.place.measure ?? '') : '';
  return (
    <tr data-guess="measure" data-value={measure || roleIn(meaning)}>
      <th scope="row">{columnLetter(column.at)}</th>
      <td>{visible(cut(column.label, 120))}</td>
      <td className="muted">{visible(cut(exampleOf(found, column), 40))}</td>
      <td>
        <MeaningChoice
          {...{ state, measure }}
          answerKey={found.keyOf(column.label)}
          shown={meaningText(data, meaning)}
        />
      </td>
      <td
        {...(sign ? { 'data-guess': 'decimal', 'data-value': sign === 'comma' ? ',' : '.' } : {})}
      >
        {sign ? words.import.decimal[sign] : ''}
      </td>
    </tr>
  );
}

function MeaningChoice({
  state,
  answerKey,
  measure,
  shown,
}: {
  readonly state: Import;
  readonly answerKey: string;
  readonly measure: string;
  readonly shown: string;
}) {
  const { data } = useDesk();
  const roles = ['unit', 'period', 'subject', 'category', 'value', 'note', IGNORE];
  const roleName = (id: string) => words.import.role[id === IGNORE ? 'ignored' : id] ?? id;
  const options = [
    ...roles.map((id) => ({ id, name: roleName(id), group: words.import.meaning })),
    ...subjectOptions(data, undefined),
  ];
  return (
    <details>
      <summary>{shown}</summary>
      <Picker
        label={words.import.meaning}
        value={measure}
        options={options}
        onChange={(id) => state.change((work) => answered(work, answerKey, id))}
      />
    </details>
  );
}

function roleIn(meaning: Meaning | undefined): string {
  return meaning?.kind === 'labels' ? meaning.role : (meaning?.kind ?? '');
}

function meaningText(data: Dataset, meaning: Meaning | undefined): string {
  if (!meaning || meaning.kind === 'unknown') return words.import.unknownYet;
  if (meaning.kind === 'total') return words.import.role.total ?? '';
  if (meaning.kind === 'labels') return words.import.role[meaning.role] ?? meaning.role;
  const { unit, period, measure, breakdown, category } = meaning.place;
  const parts = [
    measure ? (subjectOf(data, measure)?.name ?? measure) : words.import.figures,
    breakdown && category ? categoryName(data, breakdown, category) : '',
    unit && data.units.has(unit) ? data.units.at(unit).name : '',
    period ? formatPeriodShort(parsePeriod(period)) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function exampleOf({ sheet, layout }: Understood, { at }: Column): string {
  for (let row = layout.body.first; row <= layout.body.last; row += 1) {
    const value = sheet.rows[row]?.[at];
    if (textOf(value) !== '') return typeof value === 'number' ? formatCount(value) : textOf(value);
  }
  return '';
}

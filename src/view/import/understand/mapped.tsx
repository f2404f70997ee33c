/** The third step: what each column means, and what only a person can say. */
import { IGNORE } from '../../../intake/answers.ts';
import type { Meaning } from '../../../intake/recognise/place.ts';
import { columnLetter, sheetTitle } from '../../../intake/sheet.ts';
import type { ColumnShown, SheetShown } from '../../../intake/show/sheet.ts';
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
import { cellText } from './preview.tsx';
import { Questions } from './question.tsx';
import { RecordColumns } from './records.tsx';

export function MappedStep({ state }: { readonly state: Import }) {
  const { shown } = state;
  if (!shown) return null;
  return (
    <>
      <Questions state={state} questions={openQuestions(shown, 'mapped')} />
      {shown.sheets.map((found) => (
        <section key={sheetTitle(found.sheet)} className="import-sheet">
          <h2>
            {words.import.columnsTitle}: {visible(sheetTitle(found.sheet))}
          </h2>
          <Columns state={state} found={found} />
        </section>
      ))}
      {shown.records.map((found) => (
        <section key={found.at} className="import-sheet">
          <h2>
            {words.import.columnsTitle}: {visible(sheetTitle(found.sheet))}
          </h2>
          <RecordColumns {...{ state, found }} />
        </section>
      ))}
    </>
  );
}

function Columns({ state, found }: { readonly state: Import; readonly found: SheetShown }) {
  return (
    <>
      <ColumnTable more={[words.import.guess.decimal]}>
        {found.columns.map((item) => (
          <ColumnRow key={item.at} {...{ state }} column={item} />
        ))}
      </ColumnTable>
      {found.totals.map(({ row, text }) => (
        <p key={row} className="small" data-own-total={row}>
          {words.import.ownTotal(visible(cut(text, 80)), row)}
        </p>
      ))}
      {found.moreColumns > 0 && (
        <p className="small muted">{words.import.moreColumns(formatCount(found.moreColumns))}</p>
      )}
    </>
  );
}

function ColumnRow({ state, column }: { readonly state: Import; readonly column: ColumnShown }) {
  const { data } = useDesk();
  const { meaning, sign } = column;
  const measure = meaning?.kind === 'figures' ? (meaning.place.measure ?? '') : '';
  return (
    <tr data-guess="measure" data-value={measure || roleIn(meaning)}>
      <th scope="row">{columnLetter(column.at)}</th>
      <td>{visible(cut(column.label, 120))}</td>
      <td className="muted">{cellText(column.example, 40)}</td>
      <td>
        <MeaningChoice
          {...{ state, measure }}
          answerKey={column.key}
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

function roleIn(meaning: Meaning | null): string {
  return meaning?.kind === 'labels' ? meaning.role : (meaning?.kind ?? '');
}

function meaningText(data: Dataset, meaning: Meaning | null): string {
  if (!meaning || meaning.kind === 'unknown') return words.import.unknownYet;
  if (meaning.kind === 'total') return words.import.role.total ?? '';
  if (meaning.kind === 'labels') return words.import.role[meaning.role] ?? meaning.role;
  const { unit, period, measure, breakdown, category, status } = meaning.place;
  const parts = [
    measure ? (subjectOf(data, measure)?.name ?? measure) : words.import.figures,
    breakdown && category ? categoryName(data, breakdown, category) : '',
    unit && data.units.has(unit) ? data.units.at(unit).name : '',
    period ? formatPeriodShort(parsePeriod(period)) : '',
    status === 'P' ? words.import.estimated : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

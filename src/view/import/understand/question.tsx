/** One open question: its choices as buttons, a picker for the rest, and a form where something new is declared. */
import { useState } from 'react';
import { IGNORE } from '../../../intake/answers.ts';
import type { Question } from '../../../intake/shape/draft.ts';
import { columnLetter, sheetTitle } from '../../../intake/sheet.ts';
import { categoryName, type Dataset, subjectOf } from '../../../model/dataset.ts';
import { parsePeriod } from '../../../model/time/period.ts';
import { formatPeriod } from '../../../model/writing/date.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../../part/desk.ts';
import { Picker } from '../../part/fields.tsx';
import { subjectOptions, unitOptions } from '../../part/options.ts';
import type { Import } from '../use-import.ts';
import { answered, declaredUnits } from '../work.ts';
import { DeclareMeasure, DeclareUnit } from './declare.tsx';
import { PeriodPicker } from './period-picker.tsx';

export function Questions({
  state,
  questions,
}: {
  readonly state: Import;
  readonly questions: readonly Question[];
}) {
  if (questions.length === 0) return null;
  const suggested = questions.filter(isSuggested);
  const acceptAll = () =>
    state.change((work) =>
      suggested.reduce((next, { key, ids }) => answered(next, key, ids[0] ?? ''), work),
    );
  return (
    <div className="import-questions">
      <h2>{words.import.questions}</h2>
      {suggested.length > 1 && (
        <button type="button" className="button" onClick={acceptAll}>
          {words.import.acceptAll(suggested.length)}
        </button>
      )}
      {questions.map((question) => (
        <QuestionItem key={question.key} {...{ state, question }} />
      ))}
    </div>
  );
}

/** What only resembles a name is looked at one by one: Ba Tơ and Ba Tô are two communes. */
function isSuggested({ ids, kind, isLikened }: Question): boolean {
  return ids.length > 0 && !isLikened && kind !== 'name' && !hasOwnWords(kind);
}

function QuestionItem({
  state,
  question,
}: {
  readonly state: Import;
  readonly question: Question;
}) {
  const [declares, setDeclares] = useState(false);
  const answer = (value: string) => state.change((work) => answered(work, question.key, value));
  const isUnit = question.kind === 'name' || question.kind === 'unit';
  const isSubject = question.kind === 'column' || question.kind === 'subject';
  return (
    <div className="import-question" data-question={question.kind} data-value={question.text}>
      <p>
        {questionText(question, state)} <Where {...{ question, state }} />
      </p>
      <div className="import-choices">
        <Choices {...{ question, answer }} />
        {question.kind === 'period' && <PeriodPicker onChange={answer} />}
        {question.kind === 'column' && (
          <Plain label={words.import.ignoreColumn} onClick={() => answer(IGNORE)} />
        )}
        {question.kind === 'category' && (
          <Plain label={words.import.records.leaveCategory} onClick={() => answer(IGNORE)} />
        )}
        {['name', 'subject'].includes(question.kind) && (
          <Plain label={words.import.ignoreRows} onClick={() => answer(IGNORE)} />
        )}
        {isUnit && (
          <Plain label={words.import.declareUnit} onClick={() => setDeclares(!declares)} />
        )}
        {isSubject && (
          <Plain label={words.import.declareMeasure} onClick={() => setDeclares(!declares)} />
        )}
        <Others {...{ question, answer, state }} />
      </div>
      {declares && isUnit && <DeclareUnit {...{ state, question }} />}
      {declares && isSubject && <DeclareMeasure {...{ state, question }} />}
    </div>
  );
}

/** The file and sheet, where there are several: a row's number alone would be anyone's. */
function Where({ question, state }: { readonly question: Question; readonly state: Import }) {
  const { sheets = [], records = [] } = state.shown ?? {};
  const own = sheets[question.sheet] ?? records.find(({ at }) => at === question.sheet);
  const isSaid = ['period', 'unit', 'days'].includes(question.kind);
  if (!own || isSaid || sheets.length + records.length < 2) return null;
  return (
    <span className="small muted" data-where>
      {visible(cut(sheetTitle(own.sheet), 120))}
    </span>
  );
}

function Plain({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="button" onClick={onClick}>
      {label}
    </button>
  );
}

/** What fits, the likeliest first. */
function Choices({
  question,
  answer,
}: {
  readonly question: Question;
  readonly answer: (value: string) => void;
}) {
  const { data } = useDesk();
  const nameOf = (id: string) => {
    if (hasOwnWords(question.kind)) return ownWord(question.kind, id);
    if (question.kind === 'period') return formatPeriod(parsePeriod(id));
    if (question.kind === 'category') return categoryText(data, question, id);
    return data.units.has(id) ? data.units.at(id).name : (subjectOf(data, id)?.name ?? id);
  };
  return question.ids.map((id, at) => (
    <button
      key={id}
      type="button"
      className={at === 0 && !hasOwnWords(question.kind) ? 'button suggested' : 'button'}
      data-choice={id}
      onClick={() => answer(id)}
    >
      {nameOf(id)}
    </button>
  ));
}

/** The breakdowns of the package by the column of records that a question is about. */
function breakdownOf(data: Dataset, { key }: Question): string {
  const column = key.split(' ')[1];
  const all = [...data.records.values()].flatMap(({ columns }) => columns);
  return all.find((item) => item.column === column && item.breakdown !== '')?.breakdown ?? '';
}

function categoryText(data: Dataset, question: Question, id: string): string {
  return id.startsWith('+')
    ? words.import.records.newCategory(visible(cut(question.text, 60)))
    : categoryName(data, breakdownOf(data, question), id);
}

/** Readings of what stands there, of which none is likelier. */
type OwnWords = 'decimal' | 'scale' | 'days';

function hasOwnWords(kind: Question['kind']): kind is OwnWords {
  return kind === 'decimal' || kind === 'scale' || kind === 'days';
}

function ownWord(kind: OwnWords, id: string): string {
  return (words.import[kind] as Readonly<Record<string, string>>)[id] ?? id;
}

function Others({
  state,
  question,
  answer,
}: {
  readonly state: Import;
  readonly question: Question;
  readonly answer: (value: string) => void;
}) {
  const { data } = useDesk();
  if (question.kind === 'category') {
    const breakdown = breakdownOf(data, question);
    const own = data.categories.filter((item) => item.breakdown === breakdown);
    return (
      <Picker
        label={words.import.records.pickCategory}
        value=""
        options={own.map(({ category }) => ({
          id: category,
          name: categoryName(data, breakdown, category),
        }))}
        onChange={answer}
      />
    );
  }
  if (question.kind === 'name' || question.kind === 'unit') {
    return (
      <Picker
        label={words.import.pickUnit}
        value=""
        options={[...declaredUnits(state.work), ...unitOptions(data)]}
        onChange={answer}
      />
    );
  }
  if (question.kind === 'column' || question.kind === 'subject') {
    return (
      <Picker
        label={words.import.pickSubject}
        value=""
        options={subjectOptions(data, undefined)}
        onChange={answer}
      />
    );
  }
  return null;
}

function questionText(question: Question, { shown }: Import): string {
  const { kind, sheet, rows } = question;
  const text = visible(cut(question.text, 120));
  const place = rows.join(', ');
  if (kind === 'name' || kind === 'subject' || kind === 'category')
    return words.import.question[kind](text, place);
  if (kind === 'decimal')
    return words.import.question.decimal(text, question.key.slice('decimal '.length));
  const letter = columnOf(shown?.sheets[sheet]?.columns, question.text);
  return words.import.question[kind](kind === 'column' && letter ? `${letter}: ${text}` : text);
}

function columnOf(
  columns: readonly { readonly at: number; readonly label: string }[] | undefined,
  label: string,
): string {
  const found = columns?.find((column) => column.label === label);
  return found ? columnLetter(found.at) : '';
}

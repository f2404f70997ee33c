/** All sheets that were handed over, understood together: the same input and answers give the same figures. */

import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import type { DecimalSign } from '../model/writing/said-number.ts';
import { type Answers, lasting, type Mapping, TABLES_APART } from './answers.ts';
import { findLayout } from './recognise/layout.ts';
import { columnKey, meaningsOf } from './recognise/meaning.ts';
import type { Meaning, Place } from './recognise/place.ts';
import type { Layout } from './recognise/table.ts';
import { type Vocabulary, vocabularyOf } from './recognise/vocabulary.ts';
import { type RecordsUnderstood, understandRecords } from './records/ask.ts';
import type { RecordReading } from './records/reading.ts';
import type { Reckoned } from './records/reckon.ts';
import { type Days, daysOf } from './shape/days.ts';
import { shownSigns } from './shape/decimal.ts';
import {
  type CellProblem,
  type Draft,
  draftKey,
  type Question,
  type Shaped,
} from './shape/draft.ts';
import { givenFor } from './shape/given.ts';
import { shapeSheet } from './shape/shape.ts';
import { type Reading, sheetKey } from './shape/work.ts';
import { columnLetter, Refusal, rowNumber, type Sheet, sheetTitle } from './sheet.ts';

/** One sheet with what is known of it. */
export interface Understood {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly given: Place;
  /** The sign of decimals that a column's own texts give away, by the column's position. */
  readonly signs: ReadonlyMap<number, DecimalSign>;
  /** What an answer about a column is kept by, by the column's position. */
  readonly keys: ReadonlyMap<number, string>;
  /** The order of its days; null where none is written in numbers. */
  readonly days: Days | null;
  readonly shaped: Shaped;
}

/** One file of records with what is known of it. */
export interface UnderstoodRecords extends RecordsUnderstood {
  readonly reading: RecordReading;
  /** Position among all tables: the sheets come first. */
  readonly at: number;
}

export interface Understanding {
  readonly sheets: readonly Understood[];
  /** Their figures and problems come with `withReckoned`: an engine has to count. */
  readonly records: readonly UnderstoodRecords[];
  /** Sheets of a workbook without any table: passed over, and said. */
  readonly empty: readonly Sheet[];
  readonly drafts: readonly Draft[];
  readonly questions: readonly Question[];
  readonly problems: readonly CellProblem[];
}

/** What a person said so far. */
export interface Said {
  readonly answers: Answers;
  /** Per sheet position, texts in place of cells' own by `cellKey`. */
  readonly fixes: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

const NO_FIXES: ReadonlyMap<string, string> = new Map();

/** @throws {Refusal} `no-table` when none of the sheets holds figures, and none records */
export function understand(
  sheets: readonly Sheet[],
  data: Dataset,
  said: Said,
  recordReadings: readonly RecordReading[] = [],
): Understanding {
  const vocabulary = vocabularyOf(data);
  const empty: Sheet[] = [];
  const readings: Reading[] = [];
  for (const sheet of sheets) {
    const layout = findLayout(sheet, headerIn(said.answers[`header ${sheetKey(sheet)}`]));
    if (layout) readings.push(readingOf(sheet, readings.length, layout, vocabulary, said));
    else empty.push(sheet);
  }
  const files = groupBy(readings, ({ sheet }) => sheet.file);
  const days = new Map([...files].map(([file, own]) => [file, daysOf(own)]));
  const found = readings.map((reading) =>
    understood(reading, days.get(reading.sheet.file) ?? null),
  );
  if (found.length + recordReadings.length === 0)
    throw new Refusal('no-table', sheets[0]?.file ?? '');
  const records = recordReadings.map((reading, index) => {
    const at = found.length + index;
    return { reading, at, ...understandRecords(reading, at, vocabulary, said.answers) };
  });
  return {
    sheets: found,
    records,
    empty,
    drafts: found.flatMap(({ shaped }) => shaped.drafts),
    questions: mergedQuestions([
      ...found.flatMap(({ shaped }) => shaped.questions),
      ...records.flatMap(({ questions }) => questions),
    ]),
    problems: [...found.flatMap(({ shaped }) => shaped.problems), ...betweenSheets(found)],
  };
}

function readingOf(
  sheet: Sheet,
  at: number,
  layout: Layout,
  vocabulary: Vocabulary,
  { answers, fixes }: Said,
): Reading {
  const meanings = meaningsOf(sheet, layout, vocabulary, answers);
  return {
    ...{ sheet, at, layout, meanings, vocabulary, answers },
    fixes: fixes.get(at) ?? NO_FIXES,
  };
}

function understood(reading: Reading, days: Days | null): Understood {
  const { sheet, layout, meanings } = reading;
  return {
    ...{ sheet, layout, meanings, days },
    given: givenFor(reading),
    signs: shownSigns(reading),
    keys: new Map(layout.columns.map(({ at, label }) => [at, columnKey(label, reading)])),
    shaped: shapeSheet(reading, days),
  };
}

/** What the engine counted joins what was read. */
export function withReckoned(
  understanding: Understanding,
  reckoned: readonly Reckoned[],
): Understanding {
  if (reckoned.length === 0) return understanding;
  return {
    ...understanding,
    drafts: [...understanding.drafts, ...reckoned.flatMap(({ drafts }) => drafts)],
    problems: [...understanding.problems, ...reckoned.flatMap(({ problems }) => problems)],
  };
}

/** A table of an import by its position: what it is called, its headings, and how its rows are counted. */
export function tableAt(understanding: Understanding, at: number): ImportedTable | null {
  const found = understanding.sheets[at];
  if (found) {
    const { sheet, layout } = found;
    return { sheet, columns: layout.columns, lineOf: (row) => rowNumber(sheet, row) };
  }
  const records = understanding.records.find((item) => item.at === at);
  if (!records) return null;
  const { sheet, layout } = records.reading.file;
  return { sheet, columns: layout.columns, lineOf: (row) => row };
}

export interface ImportedTable {
  readonly sheet: Sheet;
  readonly columns: readonly { readonly at: number; readonly label: string }[];
  /** The row of a problem as people count. */
  readonly lineOf: (row: number) => number;
}

/** One figure that two tables state differently: both are kept, each as its own document's, and it is said. */
function betweenSheets(sheets: readonly Understood[]): CellProblem[] {
  const first = new Map<string, Draft>();
  const problems: CellProblem[] = [];
  for (const draft of sheets.flatMap(({ shaped }) => shaped.drafts)) {
    const key = draftKey(draft);
    const known = first.get(key);
    if (!known) first.set(key, draft);
    else if (known.value !== draft.value) {
      const other = sheets[known.sheet]?.sheet;
      const { sheet, row, column } = draft;
      const place = other
        ? `${sheetTitle(other)} ${columnLetter(known.column)}${rowNumber(other, known.row)}`
        : '';
      const text = draft.printed || String(draft.value ?? '');
      problems.push({
        code: 'contradiction',
        effect: 'note',
        sheet,
        row,
        column,
        text,
        expected: place,
      });
    }
  }
  return problems;
}

/** The same question of several sheets is asked once. */
function mergedQuestions(questions: readonly Question[]): Question[] {
  const first = new Map<string, Question>();
  for (const question of questions) if (!first.has(question.key)) first.set(question.key, question);
  return [...first.values()];
}

/** "3-4" → rows 3 to 4 as people count them. */
function headerIn(answer: string | undefined): { first: number; last: number } | undefined {
  const found = /^(\d+)-(\d+)$/.exec(answer ?? '');
  return found ? { first: Number(found[1]) - 1, last: Number(found[2]) - 1 } : undefined;
}

/** The headings of all tables: files with the same ones are read by the same mapping. */
export function layoutKey({
  sheets,
  records,
}: Pick<Understanding, 'records'> & { sheets: readonly Pick<Understood, 'layout'>[] }): string {
  return [
    ...sheets.map(({ layout }) => layout),
    ...records.map(({ reading }) => reading.file.layout),
  ]
    .map((layout) => layout.columns.map(({ label }) => withoutTimes(label)).join(' | '))
    .sort()
    .join(TABLES_APART);
}

/** A heading that names a period names another one next time. */
function withoutTimes(label: string): string {
  return label.replace(/(19|20)\d{2}/g, '····');
}

/** The mapping that these answers are, to be kept for the next file of the same layout. */
export function mappingOf(
  name: string,
  understanding: Understanding,
  answers: Answers,
  declared: Mapping['declared'],
): Mapping {
  return {
    version: 1,
    name,
    layout: layoutKey(understanding),
    answers: lasting(answers),
    declared,
  };
}

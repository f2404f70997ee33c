/** What only a person can say about a file of records: names of units, and what its categories are. */
import type { Dataset } from '../../model/dataset.ts';
import type { RecordColumn, RecordDefinition } from '../../model/record/definition.ts';
import { foldForSearch, nameKey, sharedWords, wordsOf } from '../../model/writing/fold.ts';
import { type Answers, IGNORE, type Row } from '../answers.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import type { Question } from '../shape/draft.ts';
import { sheetTitle } from '../sheet.ts';
import { headingsOf, type RecordLayout } from './match.ts';
import type { RecordReading, Said } from './reading.ts';

/** Begins the id of a category that the file brings along. */
const NEW = '+';

export interface RecordsUnderstood {
  /** What each column is, after what a person said. */
  readonly layout: RecordLayout;
  /** Ids by column of the definition and by text, as far as they are known. */
  readonly ids: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Category columns of which some texts were left out: nothing is counted by them. */
  readonly partly: ReadonlySet<string>;
  /** Days are written month first: by the file's own values, or because somebody said so. */
  readonly isMonthFirst: boolean;
  /** The unit of all records, where no column says it. */
  readonly unit: string;
  readonly questions: readonly Question[];
}

/** Ids for the texts of units and categories, and questions for those that are not sure. */
export function understandRecords(
  { file, profile }: RecordReading,
  at: number,
  vocabulary: Vocabulary,
  answers: Answers,
): RecordsUnderstood {
  const layout = relaid(file, answers);
  const { definition, columns } = layout;
  const ids = new Map<string, ReadonlyMap<string, string>>();
  const partly = new Set<string>();
  const questions: Question[] = [];
  for (const heading of columns) {
    const column = definition.columns.find((item) => item.column === heading.column);
    const said = profile.said.get(heading.at);
    if (!column || !['unit', 'category'].includes(column.type)) continue;
    const read = said
      ? namesIn(said, column, { at, definition, vocabulary, answers })
      : tooMany(column, heading.label, at);
    ids.set(column.column, read.ids);
    if (column.type === 'category' && read.ids.size < (said?.length ?? 1))
      partly.add(column.column);
    questions.push(...read.questions);
  }
  const { unit, asked } = unitOf(layout, sheetTitle(file.sheet), at, answers);
  const said = answers[`days ${sheetTitle(file.sheet)}`];
  const isMonthFirst = said === undefined ? profile.isMonthFirst : said === 'month';
  return { layout, ids, partly, isMonthFirst, unit, questions: [...asked, ...questions] };
}

/** The headings after what a person said of them. */
function relaid({ layout }: RecordReading['file'], answers: Answers): RecordLayout {
  const labels = layout.columns.map(({ label }) => label);
  return { ...layout, columns: headingsOf(labels, layout.definition, answers) };
}

/** Without a column of units they are asked for once. */
function unitOf(
  { definition, columns }: RecordLayout,
  text: string,
  sheet: number,
  answers: Answers,
) {
  const own = definition.columns.find(({ type }) => type === 'unit')?.column;
  if (columns.some(({ column }) => column === own)) return { unit: '', asked: [] };
  const key = `unit ${text}`;
  const unit = answers[key] ?? '';
  const question: Question = { key, kind: 'unit', sheet, text, ids: [], rows: [] };
  return { unit, asked: unit === '' ? [question] : [] };
}

interface Naming {
  readonly at: number;
  readonly definition: RecordDefinition;
  readonly vocabulary: Vocabulary;
  readonly answers: Answers;
}

function namesIn(said: readonly Said[], column: RecordColumn, naming: Naming): Read {
  const { at, definition, vocabulary, answers } = naming;
  if (column.type === 'unit') return unitIds(said, at, vocabulary, answers);
  return categoryIds(
    said,
    at,
    column,
    isSplit(definition.measures, column),
    vocabulary.data,
    answers,
  );
}

/** What holds thousands of different texts is no column of units. */
function tooMany({ type }: RecordColumn, text: string, sheet: number): Read {
  const question: Question = {
    key: `column ${text}`,
    kind: 'column',
    sheet,
    text,
    ids: [],
    rows: [],
  };
  return { ids: new Map(), questions: type === 'unit' ? [question] : [] };
}

interface Read {
  readonly ids: ReadonlyMap<string, string>;
  readonly questions: readonly Question[];
}

function unitIds(
  said: readonly Said[],
  sheet: number,
  vocabulary: Vocabulary,
  answers: Answers,
): Read {
  const ids = new Map<string, string>();
  const questions = new Map<string, Question>();
  for (const { text, row } of said) {
    const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const key = `name ${name}`;
    const answer = answers[key];
    const match = vocabulary.unit(name);
    if (answer !== undefined) {
      if (answer !== IGNORE) ids.set(text, answer);
    } else if (match.kind === 'sure') ids.set(text, match.id);
    else {
      const likely = match.kind === 'doubtful' ? match.ids : [];
      questions.set(key, { key, kind: 'name', sheet, text: name, ids: likely, rows: [row] });
    }
  }
  return { ids, questions: [...questions.values()] };
}

/** Whether figures are split by it: then a category of the file's own may join the package's. */
function isSplit(
  measures: readonly { readonly breakdown: string }[],
  { column }: RecordColumn,
): boolean {
  return measures.some(({ breakdown }) => breakdown === column);
}

function categoryIds(
  said: readonly Said[],
  sheet: number,
  { column, breakdown }: RecordColumn,
  maybeNew: boolean,
  data: Dataset,
  answers: Answers,
): Read {
  const known = data.categories.filter((item) => item.breakdown === breakdown);
  const ids = new Map<string, string>();
  const questions = new Map<string, Question>();
  for (const { text, row } of said) {
    const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
    const key = `category ${column} ${name}`;
    const answer = answers[key];
    const names = [nameKey(name), foldForSearch(nameKey(name))];
    const exact = known.filter((item) =>
      [item.category, item.category.replaceAll('_', ' '), item.name, item.nameEn].some(
        (own) =>
          own !== '' && (nameKey(own) === names[0] || foldForSearch(nameKey(own)) === names[0]),
      ),
    );
    if (answer !== undefined) {
      if (answer !== IGNORE) ids.set(text, answer.replace(NEW, ''));
    } else if (exact.length === 1 && exact[0]) ids.set(text, exact[0].category);
    else {
      const near = known.filter((item) =>
        isNear(foldForSearch(nameKey(item.name)), names[1] ?? ''),
      );
      const longest = near
        .sort((a, b) => b.name.length - a.name.length)
        .map((item) => item.category);
      const own = maybeNew ? [NEW + categoryId(name)] : [];
      const liked = longest.length > 0 ? [] : likened(known, names[1] ?? '');
      questions.set(key, {
        ...{ key, kind: 'category', sheet, text: name, rows: [row] },
        ids: [...longest, ...liked, ...own],
        ...(liked.length > 0 ? { isLikened: true as const } : {}),
      });
    }
  }
  return { ids, questions: [...questions.values()] };
}

/** One name within the other, by whole words. */
function isNear(a: string, b: string): boolean {
  return ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}

/** Categories that share two words with a name, or half of both: "Bưu chính công ích" and "Qua bưu chính". */
function likened(known: Dataset['categories'], name: string): string[] {
  const own = wordsOf(name);
  const scores = known.map(({ category, name: other }) => {
    const words = wordsOf(foldForSearch(nameKey(other)));
    const shared = [...words].filter((word) => own.has(word)).length;
    const score = sharedWords(own, words);
    return { category, score: shared > 1 || score >= 0.5 ? score : 0 };
  });
  const found = scores.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return found.slice(0, MOST_LIKENED).map(({ category }) => category);
}

const MOST_LIKENED = 3;

/** "Đất đai - môi trường" → "dat_dai_moi_truong". */
function categoryId(name: string): string {
  const id = foldForSearch(nameKey(name))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(id) ? id.slice(0, 60) : `c_${id}`.slice(0, 60);
}

/** Rows of `categories` for what a person let the file bring along. */
export function newCategories(
  { reading, layout }: Pick<RecordsUnderstood, 'layout'> & { readonly reading: RecordReading },
  answers: Answers,
  data: Dataset,
): Row[] {
  const rows = new Map<string, Row>();
  for (const { at, column } of layout.columns) {
    const breakdown = layout.definition.columns.find((c) => c.column === column)?.breakdown ?? '';
    for (const { text } of breakdown === '' ? [] : (reading.profile.said.get(at) ?? [])) {
      const name = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
      const answer = answers[`category ${column} ${name}`];
      if (!answer?.startsWith(NEW)) continue;
      const category = answer.slice(NEW.length);
      const isKnown = data.categories.some(
        (c) => c.breakdown === breakdown && c.category === category,
      );
      if (!isKnown) rows.set(`${breakdown}~${category}`, { breakdown, category, name });
    }
  }
  return [...rows.values()];
}

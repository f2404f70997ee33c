/** What each column of a table means: labels of a kind, or figures of a unit, period, measure and category. */
import type { Kind } from '../../model/observation.ts';
import { parsePeriod, samePeriodLastYear } from '../../model/time/period.ts';
import { readPartOfYear, readSaidPeriod } from '../../model/time/said-period.ts';
import { type Answers, IGNORE } from '../answers.ts';
import { type Sheet, textOf } from '../sheet.ts';
import { contentsRole, fitsRole, holdsFigures } from './contents.ts';
import { withoutEstimate } from './estimate.ts';
import { subjectIn } from './heading-subject.ts';
import type { Context, Meaning, Place } from './place.ts';
import { isTotalLabel, type Role, roleOf, saysPeriod } from './role.ts';
import type { Column, Layout } from './table.ts';
import { byTopic, withTopics } from './topic.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Meanings of all columns of a table, by the column's position. */
export function meaningsOf(
  sheet: Sheet,
  layout: Layout,
  vocabulary: Vocabulary,
  answers: Answers,
): ReadonlyMap<number, Meaning> {
  const meanings = new Map<number, Meaning>();
  const year = yearIn(layout.title) ?? '';
  const before = yearEarlier(layout.title);
  const titled = withTopics(vocabulary, vocabulary.topics(layout.title.join(' ')));
  for (const column of layout.columns) {
    const context = { sheet, layout, vocabulary: titled, answers, year, before };
    meanings.set(column.at, meaningOf(column, context));
  }
  withIds(meanings, sheet, layout, vocabulary);
  return byTopic(withoutWholes(settled(meanings, layout), layout), layout, vocabulary);
}

/** Of two columns of measures the one with their ids says it: entry forms have names for people and ids to be read. */
function withIds(
  meanings: Map<number, Meaning>,
  { rows }: Sheet,
  { columns, body }: Layout,
  { data }: Vocabulary,
): void {
  const isSubject = (at: number) => {
    const meaning = meanings.get(at);
    return meaning?.kind === 'labels' && meaning.role === 'subject';
  };
  const subjects = columns.filter(({ at }) => isSubject(at));
  const isId = (text: string) => data.measures.has(text) || data.indicators.has(text);
  const ids = subjects.find(({ at }) => {
    const texts = rows.slice(body.first, body.last + 1).map((row) => textOf(row[at]));
    return texts.some(Boolean) && texts.every((text) => text === '' || isId(text));
  });
  if (!ids) return;
  for (const { at } of subjects)
    if (at !== ids.at) meanings.set(at, { kind: 'labels', role: 'ignored' });
}

/** What an answer about a column is kept by: its headings, and the topic that the title says. */
export function columnKey(
  label: string,
  { layout, vocabulary }: Pick<Context, 'layout' | 'vocabulary'>,
): string {
  const topics = [...vocabulary.topics(layout.title.join(' '))].sort();
  return ['column', label, ...(topics.length > 0 ? [`@ ${topics.join(', ')}`] : [])].join(' ');
}

const ROLES: readonly string[] = [
  'unit',
  'period',
  'year',
  'part',
  'subject',
  'category',
  'value',
  'note',
  'order',
] satisfies Role[];

/** Whether an answer about a column says what its cells are, rather than which measure. */
export function isRole(answer: string): answer is Role {
  return ROLES.includes(answer);
}

function meaningOf(column: Column, context: Context): Meaning {
  const { answers, vocabulary } = context;
  const answer = answers[columnKey(column.label, context)];
  if (answer === IGNORE) return { kind: 'labels', role: 'ignored' };
  if (answer && isRole(answer)) return { kind: 'labels', role: answer };
  const read = placeIn(column.labels, context);
  if (answer) return { kind: 'figures', place: { ...read.place, measure: answer } };
  const role = roleOf(column);
  if (role && fitsRole(role, column, context)) return { kind: 'labels', role };
  const contents = contentsRole(column, context);
  if (contents) return { kind: 'labels', role: contents };
  if (!holdsFigures(column, context)) return { kind: 'labels', role: 'ignored' };
  if (column.labels.some(isTotalLabel) && read.rest.every(isTotalLabel) && hasPlace(read.place)) {
    return { kind: 'total' };
  }
  const { place, rest } = read;
  if (rest.length === 0) return { kind: 'figures', place };
  const found = subjectIn(rest, vocabulary);
  if (found.sure) return { kind: 'figures', place: { ...place, ...found.sure } };
  return { kind: 'unknown', place, ids: found.ids, text: column.label, exact: found.exact };
}

const hasPlace = (place: Place) => Object.keys(place).length > 0;

/** Units, periods and kinds in the headings, and the headings that say something else. */
function placeIn(
  labels: readonly string[],
  { vocabulary, year, before }: Context,
): { place: Place; rest: string[] } {
  const place: { -readonly [K in keyof Place]: Place[K] } = {};
  const rest: string[] = [];
  for (const heading of labels) {
    const estimated = withoutEstimate(heading);
    if (estimated !== null) place.status = 'P';
    const label = estimated ?? heading;
    if (label === '') continue;
    const unit = vocabulary.unit(label);
    const kind = kindIn(label);
    if (unit.kind === 'sure' && vocabulary.subject(label).kind !== 'sure') place.unit = unit.id;
    else if (/^cùng kỳ/iu.test(label)) {
      if (before) place.period = before;
      else rest.push(label);
    } else if (saysPeriod(label)) {
      const own = place.period?.slice(0, 4) ?? year;
      const period = readSaidPeriod(label) ?? (own ? readPartOfYear(label, own) : null);
      if (period) place.period = period;
      if (/^(kế hoạch|chỉ tiêu|mục tiêu|kh)\s/iu.test(label)) place.kind = 'target';
    } else if (kind !== null) place.kind = kind;
    else rest.push(label);
  }
  return { place, rest };
}

const KIND_WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(thực hiện|kết quả thực hiện|đạt được|kết quả|số liệu|giá trị)( năm| trong kỳ)?$/iu, ''],
  [/^(kế hoạch|chỉ tiêu|chỉ tiêu giao|mục tiêu|kh)( (năm|giao|trong kỳ))*$/iu, 'target'],
  [/^(đăng ký|số đăng ký)$/iu, 'registered'],
  [/^(định mức|theo quy định)$/iu, 'norm'],
];

function kindIn(label: string): Kind | null {
  return KIND_WORDS.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? null;
}

/** "Tiếp nhận › Tổng số" beside "Trong kỳ" and "Kỳ trước" adds both up: it is not what was received in the period. */
function withoutWholes(meanings: Map<number, Meaning>, { columns }: Layout): Map<number, Meaning> {
  for (const { at, labels } of columns) {
    const parent = labels.slice(0, -1).join('›');
    if (!isTotalLabel(labels.at(-1) ?? '') || parent === '') continue;
    const siblings = columns.filter(
      (other) => other.at !== at && other.labels.slice(0, -1).join('›') === parent,
    );
    if (siblings.some(({ labels: own }) => /kỳ trước|tồn/iu.test(own.at(-1) ?? '')))
      meanings.set(at, { kind: 'total' });
  }
  return meanings;
}

function yearEarlier(title: readonly string[]): string | null {
  const code = title.map(readSaidPeriod).find(Boolean);
  return code ? samePeriodLastYear(parsePeriod(code)).code : null;
}

/** Of two columns of names the first holds the units or measures; a column without a heading of its own may be one. */
function settled(meanings: Map<number, Meaning>, layout: Layout): Map<number, Meaning> {
  const seen = new Set<Role>();
  for (const { at } of layout.columns) {
    const meaning = meanings.get(at);
    if (
      meaning?.kind !== 'labels' ||
      !['unit', 'subject', 'period', 'value'].includes(meaning.role)
    )
      continue;
    if (seen.has(meaning.role))
      meanings.set(at, { kind: 'labels', role: meaning.role === 'value' ? 'value' : 'ignored' });
    seen.add(meaning.role);
  }
  return meanings;
}

/** The one year that the title speaks of. */
export function yearIn(title: readonly string[]): string | null {
  const said = title.map((text) => readSaidPeriod(text)?.slice(0, 4)).find(Boolean);
  if (said) return said;
  const years = new Set(
    title.flatMap((text) => text.match(/(?<![\d/.])(?:19|20)\d{2}(?![\d/])/g) ?? []),
  );
  return years.size === 1 ? ([...years][0] ?? null) : null;
}

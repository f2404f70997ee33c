/** What each column of a table means: labels of a kind, or figures of a unit, period, measure and category. */

import type { Kind } from '../../model/observation.ts';
import { parsePeriod, samePeriodLastYear } from '../../model/time/period.ts';
import { readPartOfYear, readSaidPeriod } from '../../model/time/said-period.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { readSaidNumber } from '../../model/writing/said-number.ts';
import { type Answers, IGNORE } from '../answers.ts';
import { type Sheet, textOf } from '../sheet.ts';
import { type Column, isTotalLabel, type Layout, type Role, roleOf, saysPeriod } from './layout.ts';
import { type Category, groupOf, type Match, type Vocabulary } from './vocabulary.ts';

/** Part of what a figure is about; what is missing the row, the title or a person says. */
export interface Place {
  readonly unit?: string;
  readonly period?: string;
  readonly measure?: string;
  readonly breakdown?: string;
  readonly category?: string;
  readonly kind?: Kind;
}

export type Meaning =
  | { readonly kind: 'labels'; readonly role: Role }
  | { readonly kind: 'figures'; readonly place: Place }
  /** A person must say which measure it is; the likeliest first. */
  | {
      readonly kind: 'unknown';
      readonly place: Place;
      readonly ids: readonly string[];
      readonly text: string;
      readonly exact: boolean;
    }
  | { readonly kind: 'total' };

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
  return byTopic(withoutWholes(settled(meanings, layout), layout), layout, vocabulary);
}

/** What an answer about a column is kept by: its headings, and the topic that the title says. */
export function columnKey(
  label: string,
  { layout, vocabulary }: Pick<Context, 'layout' | 'vocabulary'>,
): string {
  const topics = [...vocabulary.topics(layout.title.join(' '))].sort();
  return ['column', label, ...(topics.length > 0 ? [`@ ${topics.join(', ')}`] : [])].join(' ');
}

interface Context {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly vocabulary: Vocabulary;
  readonly answers: Answers;
  /** Of the title, for headings that say a part of a year. */
  readonly year: string;
  /** The title's period a year earlier, for "Cùng kỳ"; null where the title says none. */
  readonly before: string | null;
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

function meaningOf(column: Column, context: Context): Meaning {
  const { answers, vocabulary } = context;
  const answer = answers[columnKey(column.label, context)];
  if (answer === IGNORE) return { kind: 'labels', role: 'ignored' };
  if (answer && ROLES.includes(answer)) return { kind: 'labels', role: answer as Role };
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
  for (const label of labels) {
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

interface Found {
  readonly sure: Pick<Place, 'measure' | 'breakdown' | 'category'> | null;
  readonly ids: readonly string[];
  /** All of them bear this very heading. */
  readonly exact: boolean;
}

/** The measure that headings over each other name together; every one of them must be explained. */
function subjectIn(labels: readonly string[], vocabulary: Vocabulary): Found {
  const joined = [labels.join(' '), [...labels].reverse().join(' ')].map((text) =>
    vocabulary.subject(text),
  );
  const whole = joined.find((match) => match.kind === 'sure');
  if (whole?.kind === 'sure') return { sure: { measure: whole.id }, ids: [], exact: true };
  const ids = joined.flatMap((match) => (match.kind === 'doubtful' ? match.ids : []));
  const byParts = explained(labels, vocabulary);
  if (byParts) return { sure: byParts, ids: [], exact: true };
  const single = labels.map((label) => vocabulary.subject(label)).reverse();
  const likely = single.flatMap((match) =>
    match.kind === 'sure' ? [match.id] : match.kind === 'doubtful' ? match.ids : [],
  );
  const exact = labels.length === 1 && joined[0]?.kind === 'doubtful' && joined[0].exact;
  const all = [...new Set([...ids, ...likely])];
  const named = labels.flatMap((label) => {
    const match = vocabulary.subject(label);
    return match.kind === 'sure' ? [match.id] : exactIds(match);
  });
  const offered = labels.some(isRateWord)
    ? all.filter((id) => isRatioOf(id, named, vocabulary))
    : all;
  return { sure: null, ids: offered.slice(0, 6), exact };
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

/** Short headings ("Đã giải quyết") mean the measure of the topic that title and other headings are about. */
function byTopic(
  meanings: Map<number, Meaning>,
  { title }: Layout,
  vocabulary: Vocabulary,
): Map<number, Meaning> {
  const said = vocabulary.topics(title.join(' '));
  const around = topicsOf([...meanings.values()], vocabulary);
  for (const [at, meaning] of meanings) {
    if (meaning.kind !== 'unknown' || !meaning.exact) continue;
    const named = vocabulary.named(meaning.text);
    const measure =
      fittingTopic(meaning.ids, said, vocabulary, named) ??
      (said.size === 0 ? fittingTopic(meaning.ids, around, vocabulary, null) : null);
    if (measure) meanings.set(at, { kind: 'figures', place: { ...meaning.place, measure } });
  }
  return meanings;
}

/** Short headings mean the measure of the topic, wherever they stand. */
function withTopics(vocabulary: Vocabulary, topics: ReadonlySet<string>): Vocabulary {
  if (topics.size === 0) return vocabulary;
  return {
    ...vocabulary,
    subject(text) {
      const match = vocabulary.subject(text);
      const id = fittingTopic(exactIds(match), topics, vocabulary, null);
      if (id) return { kind: 'sure', id };
      return isElsewhere(text, match, topics, vocabulary)
        ? { kind: 'doubtful', ids: match.kind === 'sure' ? [match.id] : [], exact: false }
        : match;
    },
  };
}

/** "Vụ việc đang giải quyết" is a petition by its name; under another title nobody knows. */
function isElsewhere(
  text: string,
  match: Match,
  topics: ReadonlySet<string>,
  { data }: Vocabulary,
): boolean {
  return match.kind === 'sure' && /vụ việc/iu.test(text) && !topics.has(groupOf(data, match.id));
}

/** The one of several measures that is of a topic; without any topic the one whose name it is (`named`), or null. */
export function fittingTopic(
  ids: readonly string[],
  topics: ReadonlySet<string>,
  { data }: Vocabulary,
  named: string | null,
): string | null {
  const fitting = ids.filter((id) => topics.has(groupOf(data, id)));
  if (fitting.length === 1) return fitting[0] ?? null;
  return topics.size === 0 ? named : null;
}

function topicsOf(meanings: readonly Meaning[], { data }: Vocabulary): ReadonlySet<string> {
  const known = meanings.flatMap((meaning) =>
    meaning.kind === 'figures' && meaning.place.measure
      ? [groupOf(data, meaning.place.measure)]
      : [],
  );
  return new Set(known.filter(Boolean));
}

/** Of a rate only ratios are offered, and only of what the headings name. */
function isRatioOf(id: string, named: readonly string[], { data }: Vocabulary): boolean {
  const { numerator = [], denominator = [] } = data.indicators.get(id) ?? {};
  const operands = [...numerator, ...denominator].map(({ measure }) => measure);
  return denominator.length > 0 && named.some((measure) => operands.includes(measure));
}

/** One heading names a measure; the others its category, its group, its whole, or its rate. */
function explained(labels: readonly string[], vocabulary: Vocabulary): Found['sure'] {
  for (const [at, label] of [...labels.entries()].reverse()) {
    const match = vocabulary.subject(label);
    const others = labels.filter((_, other) => other !== at);
    if (match.kind === 'sure') {
      const place = explainOthers(match.id, others, vocabulary);
      if (place) return place;
    }
    if (match.kind !== 'doubtful' || !match.exact || others.length === 0) continue;
    const places = match.ids.flatMap((id) => explainOthers(id, others, vocabulary) ?? []);
    if (places.length === 1) return places[0] ?? null;
  }
  return null;
}

function explainOthers(
  measure: string,
  others: readonly string[],
  vocabulary: Vocabulary,
): Found['sure'] {
  let place: NonNullable<Found['sure']> = { measure };
  for (const text of others) {
    if (isTotalLabel(text) || isGroup(text, measure, vocabulary)) continue;
    const category = vocabulary.category(text, measure);
    if (category) {
      place = { ...place, ...joinedWith(place, category) };
      continue;
    }
    const rate = isRateWord(text) ? rateOf(measure, vocabulary) : null;
    if (rate) {
      place = { ...place, measure: rate };
      continue;
    }
    if (isOfPeriod(text, measure, vocabulary)) continue;
    const whole = vocabulary.subject(text);
    const ids = whole.kind === 'sure' ? [whole.id] : exactIds(whole);
    if (!ids.some((id) => isPartOf(measure, id, vocabulary))) return null;
  }
  return place;
}

const exactIds = (match: Match) => (match.kind === 'doubtful' && match.exact ? match.ids : []);

/** "Trong kỳ" under what happens in a period says nothing more; of a load it is another measure. */
function isOfPeriod(text: string, measure: string, { data }: Vocabulary): boolean {
  return (
    /^(trong kỳ|trong quý|trong tháng|kỳ này)$/iu.test(text.trim()) &&
    data.measures.get(measure)?.temporal === 'flow'
  );
}

/** Two breakdowns at once are written as one. */
function joinedWith(place: Place, { breakdown, category }: Category): Category {
  if (!place.breakdown) return { breakdown, category };
  return {
    breakdown: `${place.breakdown}*${breakdown}`,
    category: `${place.category}*${category}`,
  };
}

function isRateWord(text: string): boolean {
  return (
    /^(%|tỷ lệ|tỉ lệ|tỷ lệ %|tỷ lệ \(%\)|đạt tỷ lệ|ty le)/iu.test(text.trim()) && text.length < 16
  );
}

/** The one indicator that divides this measure by another. */
function rateOf(measure: string, { data }: Vocabulary): string | null {
  const rates = [...data.indicators.values()].filter(
    ({ numerator, denominator }) =>
      denominator.length > 0 && numerator.length === 1 && numerator[0]?.measure === measure,
  );
  return rates.length === 1 ? (rates[0]?.indicator ?? null) : null;
}

function isGroup(text: string, id: string, { data }: Vocabulary): boolean {
  const group = data.measures.get(id)?.group ?? data.indicators.get(id)?.group ?? '';
  return group !== '' && nameKey(group) === nameKey(text);
}

/** An identity says so: on time and late are parts of what was resolved. */
function isPartOf(part: string, whole: string, { data }: Vocabulary): boolean {
  return (
    part === whole ||
    data.identities.some(
      ({ total, parts }) =>
        total.some(({ measure }) => measure === whole) &&
        parts.some(({ measure }) => measure === part),
    ) ||
    data.indicators.get(part)?.denominator.some(({ measure }) => measure === whole) === true ||
    data.indicators.get(part)?.numerator.some(({ measure }) => measure === whole) === true
  );
}

/** "Năm" over years, "Quý" over quarters; over other figures they are no labels. */
function fitsRole(role: Role, column: Column, context: Context): boolean {
  const texts = samples(column, context);
  if (role === 'year') return texts.every((text) => /^(năm\s*)?(19|20)\d{2}$/iu.test(text));
  if (role === 'part')
    return texts.every((text) => /^(0?[1-9]|1[0-2])$/.test(text) || saysPeriod(text));
  return true;
}

function yearEarlier(title: readonly string[]): string | null {
  const code = title.map(readSaidPeriod).find(Boolean);
  return code ? samePeriodLastYear(parsePeriod(code)).code : null;
}

/** Rows looked at in order to tell what a column holds. */
const LOOK = 200;

function samples({ at }: Column, { sheet, layout }: Context): string[] {
  const rows = sheet.rows.slice(
    layout.body.first,
    Math.min(layout.body.last + 1, layout.body.first + LOOK),
  );
  return rows.map((row) => textOf(row[at])).filter(Boolean);
}

/** A column whose heading says nothing is told by what stands in it. */
function contentsRole(column: Column, context: Context): Role | null {
  const texts = samples(column, context);
  const most = (test: (text: string) => boolean) =>
    texts.length > 0 && texts.filter(test).length * 2 > texts.length;
  const { vocabulary } = context;
  if (texts.length > 0 && !texts.every((text) => /\p{L}|[/-]/u.test(text)))
    return isOrder(column, texts) ? 'order' : null;
  if (
    most(
      (text) => vocabulary.unit(text).kind !== 'none' && vocabulary.subject(text).kind !== 'sure',
    )
  )
    return 'unit';
  if (most((text) => vocabulary.subject(text).kind === 'sure')) return 'subject';
  if (most(saysPeriod)) return 'period';
  return null;
}

/** "1, 2, 3" or "I, II" without a heading. */
function isOrder({ labels, at }: Column, texts: readonly string[]): boolean {
  return labels.length === 0 && at === 0 && texts.every((text, row) => text === String(row + 1));
}

/** Figures, or only words for none of them under the name of a measure. */
function holdsFigures(column: Column, context: Context): boolean {
  const texts = samples(column, context);
  if (texts.some((text) => /\d/.test(text))) return true;
  if ([...context.sheet.errors.keys()].some((key) => key.endsWith(`:${column.at}`))) return true;
  const absent = texts.some((text) => readSaidNumber(text, null)?.kind === 'absent');
  return absent && column.labels.some((label) => context.vocabulary.subject(label).kind !== 'none');
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

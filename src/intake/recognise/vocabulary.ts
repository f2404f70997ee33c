/** What words in a table may mean: the units, measures, indicators and categories of the package it will join. */
import { categoryName, type Dataset } from '../../model/dataset.ts';
import { foldForSearch, nameKey, sharedWords, wordsOf } from '../../model/writing/fold.ts';
import { remembering } from '../remembering.ts';
import { shortFor, TOPICS, writingsOf } from './synonyms.ts';

/** `sure`: one meaning by its very name. `doubtful`: a person decides, the likeliest first; `exact` where all bear it. */
export type Match =
  | { readonly kind: 'sure'; readonly id: string }
  | { readonly kind: 'doubtful'; readonly ids: readonly string[]; readonly exact: boolean }
  | { readonly kind: 'none' };

export interface Vocabulary {
  readonly data: Dataset;
  unit(text: string): Match;
  /** A measure or an indicator by one label, or by several that stand over each other. */
  subject(text: string): Match;
  /** The measure or indicator whose name in the catalogue is this very text; null for none. */
  named(text: string): string | null;
  /** Groups of measures that a title, or the heading of a section, is about. */
  topics(text: string): ReadonlySet<string>;
  /** "hộ tịch" → procedure_field, ho_tich; of several that of the measure's own parts, else null. */
  category(text: string, measure: string): Category | null;
}

export interface Category {
  readonly breakdown: string;
  readonly category: string;
}

const NONE: Match = { kind: 'none' };

export function vocabularyOf(data: Dataset): Vocabulary {
  const units = unitKeys(data);
  const subjects = subjectKeys(data);
  const categories = categoryKeys(data);
  const names = new Map(
    [...data.indicators.values(), ...data.measures.values()].map((item) => [
      nameKey(item.name),
      'measure' in item ? item.measure : item.indicator,
    ]),
  );
  const splits = new Set(
    data.identities.flatMap(({ total, breakdown }) =>
      total.map(({ measure }) => `${measure}~${breakdown}`),
    ),
  );
  return {
    data,
    unit: remembering((text) => matchUnit(text, units)),
    subject: remembering((text) => matchSubject(text, subjects)),
    named: (text) => names.get(nameKey(text)) ?? null,
    topics: remembering((text) => {
      const said = TOPICS.filter(([pattern]) => pattern.test(text));
      return new Set(said.map(([, id]) => groupOf(data, id)).filter(Boolean));
    }),
    category(text, measure) {
      const found =
        categories.get(nameKey(text)) ?? categories.get(`~${foldForSearch(nameKey(text))}`);
      const all = [...(found ?? [])].map((key) => JSON.parse(key) as Category);
      const own = all.filter(({ breakdown }) => splits.has(`${measure}~${breakdown}`));
      return own[0] ?? (all.length === 1 ? (all[0] ?? null) : null);
    },
  };
}

export const groupOf = (data: Dataset, id: string) =>
  data.measures.get(id)?.group ?? data.indicators.get(id)?.group ?? '';

type Keys = Map<string, Set<string>>;

function add(keys: Keys, key: string, id: string): void {
  if (key === '') return;
  const ids = keys.get(key) ?? new Set();
  keys.set(key, ids.add(id));
}

const matchOf = (ids: ReadonlySet<string> | undefined): Match => {
  const list = [...(ids ?? [])];
  const [only] = list;
  if (only === undefined) return NONE;
  return list.length === 1
    ? { kind: 'sure', id: only }
    : { kind: 'doubtful', ids: list, exact: true };
};

interface UnitKeys {
  /** By the whole name, an alias, the id or the official code. */
  readonly whole: Keys;
  /** By the name without the word for its kind. */
  readonly bare: Keys;
  /** The same without marks: never enough by itself. */
  readonly folded: Keys;
  readonly kinds: readonly string[];
}

const KINDS = [
  'tỉnh',
  'thành phố',
  'thị xã',
  'huyện',
  'quận',
  'thị trấn',
  'phường',
  'xã',
  'đặc khu',
  'thôn',
  'tổ dân phố',
  'khu phố',
  'bản',
  'ấp',
  'buôn',
  'làng',
];
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^p\s*[. ]\s*(?=\p{L})/iu, 'phường '],
  [/^x\s*[. ]\s*(?=\p{L})/iu, 'xã '],
  [/^tt\s*[. ]\s*(?=\p{L})/iu, 'thị trấn '],
  [/^tx\s*[. ]\s*(?=\p{L})/iu, 'thị xã '],
  [/^tp\s*[. ]\s*(?=\p{L})/iu, 'thành phố '],
  [/^h\s*\.\s*(?=\p{L})/iu, 'huyện '],
  [/^tdp\s*[. ]\s*(?=[\p{L}\d])/iu, 'tổ dân phố '],
];
const OFFICES =
  /^(\d{1,3}\s*[.)]\s*)?(ubnd|ủy ban nhân dân|uỷ ban nhân dân|bộ phận (một cửa|tn&tkq|tiếp nhận và trả kết quả)|trung tâm phục vụ hành chính công)?\s*(của\s+)?/iu;

function unitKeys({ units }: Dataset): UnitKeys {
  const keys: UnitKeys = {
    whole: new Map(),
    bare: new Map(),
    folded: new Map(),
    kinds: kindWords(units.ids.flatMap((id) => units.states(id).map((state) => state.kind))),
  };
  for (const id of units.ids) {
    add(keys.whole, nameKey(id), id);
    for (const { name, aliases, code } of units.states(id)) {
      if (code) add(keys.whole, code.toLowerCase(), id);
      for (const text of [name, ...aliases]) {
        const key = nameKey(text);
        add(keys.whole, key, id);
        add(keys.bare, withoutKind(key, keys.kinds), id);
        add(keys.folded, foldForSearch(key), id);
        add(keys.folded, foldForSearch(withoutKind(key, keys.kinds)), id);
      }
    }
  }
  return keys;
}

function kindWords(own: readonly string[]): string[] {
  const words = new Set([...KINDS, ...own.map(nameKey)].filter(Boolean));
  return [...words].sort((a, b) => b.length - a.length);
}

function withoutKind(key: string, kinds: readonly string[]): string {
  const kind = kinds.find((word) => key.startsWith(`${word} `));
  return kind ? key.slice(kind.length + 1) : key;
}

function matchUnit(text: string, keys: UnitKeys): Match {
  const plain = text.normalize('NFC').trim().replace(OFFICES, '');
  if (!/[\p{L}\d]/u.test(plain) || plain.length > 80) return NONE;
  const spelled = SHORT.reduce((name, [short, whole]) => name.replace(short, whole), plain);
  const key = nameKey(spelled);
  const whole = keys.whole.get(key);
  if (whole) return matchOf(whole);
  const hasKind = withoutKind(key, keys.kinds) !== key;
  const bare = keys.bare.get(withoutKind(key, keys.kinds));
  if (bare && !hasKind) return matchOf(bare);
  const near =
    bare ??
    keys.folded.get(foldForSearch(key)) ??
    keys.folded.get(foldForSearch(withoutKind(key, keys.kinds)));
  return near ? { kind: 'doubtful', ids: [...near], exact: false } : NONE;
}

/** A name of a subject as words, and as words without marks. */
interface Writing {
  readonly id: string;
  readonly words: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}

interface SubjectKeys {
  readonly whole: Keys;
  readonly folded: Keys;
  /** Every writing, for what only resembles one. */
  readonly writings: readonly Writing[];
  readonly ids: ReadonlySet<string>;
  /** Indicators: where a measure bears the same name, a count is meant unless a rate is said. */
  readonly rates: ReadonlySet<string>;
}

function subjectKeys({ measures, indicators }: Dataset): SubjectKeys {
  const ids = new Set([...measures.keys(), ...indicators.keys()]);
  const keys = {
    whole: new Map(),
    folded: new Map(),
    writings: [] as Writing[],
    ids,
    rates: new Set(indicators.keys()),
  };
  const all = [...measures.values()].map((m) => ({ id: m.measure, names: [m.name, m.nameEn] }));
  const rates = [...indicators.values()].map((i) => ({
    id: i.indicator,
    names: [i.name, i.nameEn, i.shortName],
  }));
  for (const { id, names } of [...all, ...rates]) {
    add(keys.whole, id, id);
    for (const name of [...names, ...writingsOf(id)]) {
      const key = labelKey(name);
      add(keys.whole, key, id);
      add(keys.folded, foldForSearch(key), id);
      if (key) keys.writings.push({ id, words: wordsOf(key), folded: wordsOf(foldForSearch(key)) });
    }
  }
  return keys;
}

const FILLING =
  /^(tổng số|tổng cộng|tổng|số lượng|số)\s+|\s+(trong kỳ|trong quý|trong tháng|trong năm|tổng số|số lượng)$/gu;

/** A label without what says nothing: its unit in brackets, its number in the form, "Tổng số". */
function labelKey(text: string): string {
  const plain = text
    .replace(/\((?:[^()]*)\)/g, ' ')
    .replace(/^\s*(?:\d+|[IVX]+|[a-z])\s*[.)]\s*/iu, '');
  const key = nameKey(plain.replace(/%/g, ' tỷ lệ ')).replace(/\btỉ lệ/gu, 'tỷ lệ');
  return key.replace(FILLING, '').replace(FILLING, '').trim() || key;
}

const LIKE_ENOUGH = 0.5;
const MOST_OFFERED = 5;

function matchSubject(text: string, keys: SubjectKeys): Match {
  const key = labelKey(text);
  if (key === '' || !/\p{L}/u.test(key)) return NONE;
  const said = shortFor(nameKey(text.replace(/\([^()]*\)/g, ' ')));
  const short = (said.length > 0 ? said : shortFor(key)).filter((id) => keys.ids.has(id));
  const [only, ...more] = short;
  if (only !== undefined) {
    return more.length === 0
      ? { kind: 'sure', id: only }
      : { kind: 'doubtful', ids: short, exact: true };
  }
  const whole = keys.whole.get(text.trim()) ?? keys.whole.get(key);
  if (whole) return matchOf(sameWay(whole, text, keys.rates));
  const isPlain = foldForSearch(key) === key;
  const folded = keys.folded.get(foldForSearch(key));
  if (folded && isPlain) return matchOf(sameWay(folded, text, keys.rates));
  const near = new Map<string, number>();
  const own = wordsOf(key);
  for (const { id, words, folded: plain } of keys.writings) {
    const score = sharedWords(own, isPlain ? plain : words);
    if (score >= LIKE_ENOUGH) near.set(id, Math.max(score, near.get(id) ?? 0));
  }
  const ids = [...near].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return ids.length > 0
    ? { kind: 'doubtful', ids: ids.slice(0, MOST_OFFERED), exact: false }
    : NONE;
}

/** A heading with a percent sign is a rate, one without is a count, where the name fits both. */
function sameWay(
  ids: ReadonlySet<string>,
  text: string,
  rates: ReadonlySet<string>,
): ReadonlySet<string> {
  if (ids.size < 2) return ids;
  const isRate = /%|tỷ lệ|tỉ lệ/iu.test(text);
  const fitting = [...ids].filter((id) => rates.has(id) === isRate);
  return fitting.length > 0 ? new Set(fitting) : ids;
}

function categoryKeys(data: Dataset): Keys {
  const keys: Keys = new Map();
  for (const { breakdown, category } of data.categories) {
    if (['breakdown', 'group', 'unit_label', 'body'].includes(breakdown)) continue;
    const id = JSON.stringify({ breakdown, category });
    const name = nameKey(categoryName(data, breakdown, category));
    add(keys, name, id);
    add(keys, nameKey(category), id);
    add(keys, `~${foldForSearch(name)}`, id);
  }
  return keys;
}

/** Both languages say everything, each in its own words, and the catalogue has a name in both. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../../src/model/problem.ts';
import { counted, noun } from '../../src/text/en/plural.ts';
import { en } from '../../src/text/en/words.ts';
import { vi } from '../../src/text/vi/words.ts';

type Row = Record<string, string>;
type Say = (...given: unknown[]) => string;
interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Letters of Vietnamese alone; é and à occur elsewhere, but no English word here needs them. */
const VIETNAMESE = /[ăâđêôơưàáãèéìíĩòóõùúũýỳ\u1ea0-\u1ef9]|\p{M}/iu;
/** Proper names that stay as they are. */
const PROPER = ['Dân vận khéo', 'Hrê'];
/** Names that are the same in both languages: of techniques, peoples, units of measurement. */
const SAME = ['WebAssembly', 'Kinh', 'Hrê', 'ha', 'km'];

const PROBLEMS: Record<ProblemCode, true> = {
  'package-not-found': true,
  'package-not-json': true,
  'package-invalid': true,
  'resource-missing': true,
  'resource-unknown': true,
  'resource-format': true,
  'file-not-found': true,
  'file-page': true,
  'file-login': true,
  'file-forbidden': true,
  'file-server': true,
  'file-network': true,
  'file-size': true,
  'file-hash': true,
  'hash-unknown': true,
  'file-encoding': true,
  'file-delimiter': true,
  'file-empty': true,
  'file-unended': true,
  'cell-rows': true,
  'file-kind': true,
  'file-broken': true,
  'file-decoder': true,
  'units-none': true,
  'quote-broken': true,
  'quote-inside': true,
  'column-missing': true,
  'column-duplicate': true,
  'column-unknown': true,
  'column-type': true,
  'row-fields': true,
  'value-required': true,
  'value-id': true,
  'value-number': true,
  'value-digits': true,
  'value-long': true,
  'text-long': true,
  'text-damaged': true,
  'text-control': true,
  'file-rows': true,
  'header-rows': true,
  'path-twice': true,
  'value-grouped': true,
  'column-unfit': true,
  'catalogue-not-found': true,
  'value-range': true,
  'value-date': true,
  'value-period': true,
  'value-vocabulary': true,
  'value-formula': true,
  'value-absent': true,
  'reference-unknown': true,
  'duplicate-id': true,
  'overlapping-validity': true,
  'tile-taken': true,
  'change-cycle': true,
  'change-share': true,
  'change-overlap': true,
  'change-alone': true,
  'unit-ended': true,
  'parent-cycle': true,
  'parent-unknown': true,
  'package-too-large': true,
  'package-memory': true,
  'file-too-large': true,
  'engine-restarted': true,
};

/** Nothing but digits, so that every letter of a text is the language's own: few, one, several, none. */
const EVERY = ['7', '1', '0'];
const SIDES = ['lower', 'higher'];
const WAYS = ['up', 'down'];
const TURNS = ['better', 'worse', 'higher', 'lower'];
/** First arguments that decide what is said, and what problems are made of. */
const FIRST: Record<string, readonly unknown[]> = {
  'sentence.apart': SIDES,
  'sentence.also': SIDES,
  'sentence.goes': WAYS,
  'sentence.went': WAYS,
  'sentence.othersGo': WAYS,
  'sentence.trend': WAYS,
  'comparing.change.moved': TURNS,
  'comparing.change.some': TURNS,
  'comparing.change.one': TURNS,
  'issue.badDay.refused': ['period', 'signed_on', 'due_on', 'received_on', '7'],
  'problem.what': problems(),
  'problem.remedy': problems(),
  'control.periodsBack': [0, 1, 7],
};
/** What is written with separators alone has no words to translate. */
const WORDLESS = ['compare.title', 'compare.categoryOf', 'compare.groupHeading', 'show.position'];

const english = leavesOf(en);
const vietnamese = leavesOf(vi);
const told = english.flatMap(({ path, value }) => {
  const other = vietnamese.find((leaf) => leaf.path === path)?.value;
  return textsOf(path, value).map((text, at) => ({ path, text, other: textsOf(path, other)[at] }));
});

test('English has the keys of Vietnamese, each of the same kind', () => {
  const kinds = (leaves: readonly Leaf[]) =>
    Object.fromEntries(leaves.map(({ path, value }) => [path, kindOf(value)]));
  expect(kinds(english)).toEqual(kinds(vietnamese));
});

test('every text says something in both languages', () => {
  // One slip has no name of its own, and a counted summary of nothing is empty.
  const silent = ['repair.slips.value', 'notice.summary'];
  const empty = told.filter(({ text, other }) => !text.trim() || !other?.trim());
  expect(empty.map(({ path }) => path).filter((path) => !silent.includes(path))).toEqual([]);
});

test('no text shows that an argument or a word is missing', () => {
  const broken = /undefined|\bnull\b|NaN|\[object|\(\)|\s{2}|“”/;
  const given = told.filter(({ text }) => broken.test(text));
  expect(given.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

test('no English text has a Vietnamese letter outside proper names', () => {
  const foreign = told.filter(({ text }) => VIETNAMESE.test(withoutNames(text)));
  expect(foreign.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

test('English is not Vietnamese', () => {
  const same = told.filter(
    ({ path, text, other }) =>
      !WORDLESS.includes(path) &&
      text === other &&
      text.length > 3 &&
      /\p{L}/u.test(text) &&
      !SAME.includes(text),
  );
  expect(same.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

test('one thing is singular', () => {
  expect([counted(1, 'unit'), counted(0, 'unit'), counted(12, 'unit')]).toEqual([
    '1 unit',
    '0 units',
    '12 units',
  ]);
  expect([counted('1', 'row'), counted('20', 'row')]).toEqual(['1 row', '20 rows']);
  expect([noun(1, 'does', 'do'), noun(2, 'does', 'do')]).toEqual(['does', 'do']);
  const ones = told.filter(({ text }) =>
    /(?<![\d/.,])1 (units|figures|documents|rows|periods|slides|items|points|sums)\b/.test(text),
  );
  expect(ones.map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

describe('catalogue', () => {
  const measures = rowsOf('measures');
  const indicators = rowsOf('indicators');
  const categories = rowsOf('categories');
  const subjects = [...measures, ...indicators];
  const rows = [...subjects, ...categories];

  test('every measure, indicator and category has an English name', () => {
    const wrong = rows.filter(
      ({ name = '', name_en = '' }) =>
        !name_en.trim() ||
        VIETNAMESE.test(withoutNames(name_en)) ||
        (name_en === name && name.length > 3 && !SAME.includes(name)),
    );
    expect(wrong.map(({ name, name_en }) => `${name}: ${name_en}`)).toEqual([]);
  });

  test('no two measures or indicators have one English name', () => {
    const names = subjects.map((row) => row.name_en);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test.each([
    ['group', subjects],
    ['unit_label', measures],
  ])('every %s is a category with an English name', (column, wanted) => {
    const named = new Set(
      categories.flatMap((row) => (row.breakdown === column && row.name_en ? [row.name] : [])),
    );
    const used = new Set(wanted.map((row) => row[column]));
    expect([...used].filter((text) => !named.has(text))).toEqual([]);
    expect([...named].filter((text) => !used.has(text))).toEqual([]);
  });

  test('every breakdown has a name', () => {
    const named = categories.filter((row) => row.breakdown === 'breakdown');
    const names = named.map((row) => row.category);
    const own = ['breakdown', 'body', 'group', 'unit_label'];
    const used = new Set(categories.map((row) => row.breakdown ?? ''));
    expect([...used].filter((id) => !own.includes(id) && !names.includes(id))).toEqual([]);
  });
});

function leavesOf(words: object, before = ''): Leaf[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${before}${key}.`)
      : [{ path: before + key, value }],
  );
}

function kindOf(value: unknown): string {
  return typeof value === 'function' ? `function of ${value.length}` : typeof value;
}

/** A string as it is; of a function what it says for every sample of arguments. */
function textsOf(path: string, value: unknown): string[] {
  if (typeof value !== 'function') return [String(value)];
  const say = value as Say;
  const firsts = FIRST[path];
  if (firsts) return firsts.map((first) => say(first, ...rest(say.length, '7')));
  return EVERY.map((each) => say(each, ...rest(say.length, each)));
}

function rest(arity: number, each: string): string[] {
  return Array.from({ length: Math.max(0, arity - 1) }, () => each);
}

/** Every code; a status without a value and a tab between columns are told in words of their own. */
function problems(): object[] {
  const given = { effect: 'note', file: '6', column: '9', value: '7', expected: '8' };
  return [
    ...Object.keys(PROBLEMS).map((code) => ({ ...given, code })),
    { ...given, code: 'value-absent', value: 'O' },
    { ...given, code: 'file-delimiter', value: '\t' },
  ];
}

function withoutNames(text: string): string {
  return PROPER.reduce((left, name) => left.replaceAll(name, ''), text.normalize('NFC'));
}

function rowsOf(name: string): Row[] {
  const file = new URL(`../../data/catalogue/${name}.csv`, import.meta.url);
  return Papa.parse<Row>(readFileSync(file, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

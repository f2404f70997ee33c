/** Counting by months in the engine says the same as going through the records one by one, and as listing them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import type { Temporal } from '../../src/model/catalogue.ts';
import type { RecordDefinition } from '../../src/model/record/definition.ts';
import { parseFilter } from '../../src/model/record/filter.ts';
import { parsePeriod } from '../../src/model/time/period.ts';
import { countRecords } from '../../src/record/count.ts';
import { periodsIn } from '../../src/record/coverage.ts';
import type { RecordFigure } from '../../src/record/figures.ts';
import { spanSql } from '../../src/record/span.ts';
import { seededRandom } from '../bench/random.ts';

const column = (id: string, type: RecordDefinition['columns'][number]['type'], breakdown = '') => ({
  ...{ column: id, type, breakdown, name: id, nameEn: id, words: [] },
});
const measure = (
  id: string,
  event: string,
  until: string,
  filter: string,
  split = '',
  value = '',
) => ({
  ...{ measure: id, event, until, filter: parseFilter(filter), breakdown: split, value },
});

/** Every kind of condition over every way in which a measure lives in time. */
const DEFINITION: RecordDefinition = {
  record: 'case',
  name: 'Vụ việc',
  nameEn: 'Cases',
  columns: [
    column('unit', 'unit'),
    column('kind', 'category', 'kinds'),
    column('came_on', 'day'),
    column('due_on', 'day'),
    column('done_on', 'day'),
    column('good', 'flag'),
    column('people', 'number'),
  ],
  measures: [
    measure('came', 'came_on', '', '', 'kind'),
    measure('people_came', 'came_on', '', 'good <> no', 'kind', 'people'),
    measure('done', 'done_on', '', '', 'kind'),
    measure('done_in_time', 'done_on', '', 'done_on <= due_on & kind = a|b'),
    measure('done_good', 'done_on', '', 'good given & kind missing'),
    measure('open', 'came_on', 'done_on', '', 'kind'),
    measure('open_late', 'came_on', 'done_on', 'due_on < end'),
    measure('open_in_time', 'came_on', 'done_on', 'due_on >= end|missing', 'kind'),
    measure('open_strictly', 'came_on', 'done_on', 'due_on > end'),
    measure('ever', 'came_on', '', 'good = yes'),
    measure('brought', 'came_on', 'done_on', 'good <> no', 'kind'),
    measure('load', 'came_on', 'done_on', 'good <> no', 'kind'),
  ],
};
const TEMPORAL: Readonly<Record<string, Temporal>> = {
  ...{ open: 'stock', open_late: 'stock', open_in_time: 'stock', open_strictly: 'stock' },
  ...{ ever: 'stock', brought: 'opening', load: 'load' },
};
const temporalOf = (id: string) => TEMPORAL[id] ?? 'flow';
const COVERAGE = { from: '2023-02', to: '2024-04' };

interface Case {
  readonly unit: string;
  readonly kind: string | null;
  readonly came_on: string | null;
  readonly due_on: string | null;
  readonly done_on: string | null;
  readonly good: string | null;
  readonly people: number | null;
}

const { next: random } = seededRandom(20261122);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const dayAt = (from: number) =>
  new Date(Date.UTC(2022, 10, 1) + Math.floor(from) * 864e5).toISOString().slice(0, 10);

function someCase(): Case {
  const came = random() * 560;
  return {
    unit: pick(['xa-a', 'xa-b', 'xa-c']),
    kind: pick(['a', 'b', 'c', null]),
    came_on: random() < 0.02 ? null : dayAt(came),
    due_on: random() < 0.1 ? null : dayAt(came + random() * 60),
    // some end before they begin, as offices have it
    done_on: random() < 0.25 ? null : dayAt(came - 5 + random() * 90),
    good: pick(['yes', 'no', null]),
    people: pick([1, 2, 5, null]),
  };
}

const CASES = Array.from({ length: 1500 }, someCase);
let engine: Engine;
let counted: readonly RecordFigure[];

beforeAll(async () => {
  engine = await openNodeEngine();
  const texts = ['unit', 'kind', 'came_on', 'due_on', 'done_on', 'good'] as const;
  await engine.insert('said', [
    { name: 'row', type: 'integer', values: CASES.map((_, at) => at) },
    ...texts.map((name) => ({ name, type: 'text' as const, values: CASES.map((c) => c[name]) })),
    { name: 'people', type: 'number', values: CASES.map((c) => c.people) },
  ]);
  await engine.rows(
    'CREATE TABLE cases AS SELECT * REPLACE (came_on::DATE AS came_on, due_on::DATE AS due_on, done_on::DATE AS done_on) FROM said',
  );
  counted = await countRecords(engine, {
    ...{ table: 'cases', definition: DEFINITION, coverage: COVERAGE, hasEarlier: true, temporalOf },
    present: new Set(DEFINITION.columns.map((item) => item.column)),
  });
});

afterAll(() => engine.close());

/** The same measures in plain words. */
function holds(id: string, c: Case, start: string, end: string): boolean {
  const before = new Date(Date.parse(start) - 864e5).toISOString().slice(0, 10);
  const within = (day: string | null) => day !== null && day >= start && day <= end;
  const stands = (day: string) =>
    c.came_on !== null && c.came_on <= day && (c.done_on === null || c.done_on > day);
  switch (id) {
    case 'came':
      return within(c.came_on);
    case 'people_came':
      return within(c.came_on) && c.good !== 'no';
    case 'done':
      return within(c.done_on);
    case 'done_in_time':
      return (
        within(c.done_on) &&
        c.due_on !== null &&
        (c.done_on ?? '') <= c.due_on &&
        (c.kind === 'a' || c.kind === 'b')
      );
    case 'done_good':
      return within(c.done_on) && c.good !== null && c.kind === null;
    case 'open':
      return stands(end);
    case 'open_late':
      return stands(end) && c.due_on !== null && c.due_on < end;
    case 'open_in_time':
      return stands(end) && (c.due_on === null || c.due_on >= end);
    case 'open_strictly':
      return stands(end) && c.due_on !== null && c.due_on > end;
    case 'ever':
      return c.came_on !== null && c.came_on <= end && c.good === 'yes';
    case 'brought':
      return stands(before) && c.good !== 'no';
    default:
      return within(c.came_on) || (stands(before) && c.good !== 'no');
  }
}

describe.each(DEFINITION.measures.map((item) => [item.measure, item] as const))(
  '%s',
  (id, item) => {
    const periods = periodsIn(COVERAGE);

    test('is what going through the records gives, for every unit, period and category', () => {
      const found = new Map(
        counted
          .filter((figure) => figure.measure === id)
          .map((figure) => [`${figure.unit} ${figure.period} ${figure.category}`, figure.value]),
      );
      const categories = item.breakdown === '' ? [''] : ['', 'a', 'b', 'c'];
      const expected = ['xa-a', 'xa-b', 'xa-c'].flatMap((unit) =>
        periods.flatMap(({ code, start, end }) =>
          categories.flatMap((category) => {
            const own = CASES.filter(
              (c) =>
                c.unit === unit &&
                (category === '' || c.kind === category) &&
                holds(id, c, start, end),
            );
            const value =
              item.value === '' ? own.length : own.reduce((sum, c) => sum + (c.people ?? 0), 0);
            return category !== '' && value === 0
              ? []
              : [[`${unit} ${code} ${category}`, value] as const];
          }),
        ),
      );
      expect(expected.length).toBeGreaterThanOrEqual(60);
      expect(found).toEqual(new Map(expected));
    });

    test('lists as many records as it counts', async () => {
      if (item.value !== '') return expect(item.value).toBe('people'); // a sum of a column counts no records
      for (const code of ['2023-M07', '2023-Q4', '2024-Q1']) {
        const span = spanSql(item, temporalOf(id), DEFINITION, parsePeriod(code));
        const listed = await engine.rows<{ unit: string; n: number }>(
          `SELECT unit, count(*) AS n FROM cases WHERE ${span} GROUP BY unit ORDER BY unit`,
        );
        const own = counted
          .filter((f) => f.measure === id && f.period === code && f.category === '' && f.value > 0)
          .map(({ unit, value }) => ({ unit, n: value }));
        expect(listed).toEqual(own);
      }
    });
  },
);

test('periods are those that lie wholly in the coverage', () => {
  const codes = periodsIn({ from: '2023-02', to: '2024-06' }).map(({ code }) => code);
  expect(codes.filter((code) => !code.includes('M'))).toEqual([
    '2023-Q2',
    '2023-Q3',
    '2023-Q4',
    '2023-S2',
    '2024-Q1',
    '2024-Q2',
    '2024-S1',
  ]);
  expect(codes.filter((code) => code.includes('M'))).toHaveLength(17);
});

test('without records from before, the first opening is not told', async () => {
  const figures = await countRecords(engine, {
    ...{
      table: 'cases',
      definition: DEFINITION,
      coverage: COVERAGE,
      hasEarlier: false,
      temporalOf,
    },
    present: new Set(DEFINITION.columns.map((item) => item.column)),
  });
  const openings = figures.filter(
    (figure) => figure.measure === 'brought' && figure.category === '',
  );
  expect(openings.some(({ period }) => period === '2023-M02')).toBe(false);
  expect(openings.some(({ period }) => period === '2023-M03')).toBe(true);
});

test('a filter that is none is told', () => {
  for (const text of ['a', 'a = ', '= b', 'a == b', "a = 'x'", 'a = b or c', 'a given b'])
    expect(() => parseFilter(text)).toThrow('invalid filter');
});

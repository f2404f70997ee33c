import { describe, expect, test } from 'vitest';
import { fromColumns, toColumns } from '../../src/stored/columns.ts';

const back = (value: unknown) => fromColumns(JSON.parse(JSON.stringify(toColumns(value))));
const list = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

describe('long lists of like records come back as they were', () => {
  test.each<[string, unknown]>([
    ['numbers that repeat, differ, and are none', list(20, (at) => ({ a: 1, b: at / 3, c: null }))],
    ['numbers beside no number', list(20, (at) => ({ a: at % 3 ? at : null, b: 0 }))],
    [
      'texts that are the same, few, and many',
      list(20, (n) => ({ a: '', b: `${n % 2}`, c: `${n}` })),
    ],
    ['a text that reads like a number', list(20, (at) => ({ a: at % 2 ? '1' : 1 }))],
    [
      'lists of texts, also empty ones',
      list(20, (at) => ({ a: list(at % 4, (n) => `s${at}${n}`) })),
    ],
    ['lists of records in records', list(20, (at) => ({ rows: list(at, (n) => ({ n, at })) }))],
    ['lists in lists', list(20, (at) => ({ a: [[at], [], [at, [at]]] }))],
    ['records in records', list(20, (at) => ({ of: { unit: `xa-${at}`, value: at } }))],
    ['few records', list(3, (at) => ({ a: at }))],
    ['records that are not alike', list(20, (at) => (at % 2 ? { a: 1 } : { b: 1 }))],
    ['records without fields', list(20, () => ({}))],
    ['records beside other things', [...list(20, (at) => ({ a: at })), null, 'x', [1]]],
    ['fields by the names that columns have', list(20, (at) => ({ same: at, of: [at], at: 'x' }))],
    [
      'a record of long lists',
      { a: list(20, (at) => ({ at })), b: { c: list(9, (at) => ({ at })) } },
    ],
  ])('%s', (_, value) => {
    expect(back(value)).toEqual(value);
  });
});

test('fields stand in their order, for whoever goes through them', () => {
  const records = list(20, (at) => ({ z: at, a: '', m: [at] }));
  expect(Object.keys((back(records) as typeof records)[3] ?? {})).toEqual(['z', 'a', 'm']);
});

test('values that are the same are one value', () => {
  const records = list(20, (at) => ({ sources: [`bc-${at % 2}`] }));
  const [first, , third] = back(records) as typeof records;
  expect(third?.sources).toBe(first?.sources);
});

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
    ['records of two kinds', list(20, (at) => (at % 3 ? { a: at, b: 'x' } : { b: 'y', c: at }))],
    ['texts that begin alike', { a: list(20, (at) => `bc-xã-0001-${at}`), b: list(9, () => '') }],
    ['texts with letters of two units', { a: list(20, (at) => `😀${at % 2 ? '😁' : '😀'}${at}`) }],
    ['records beside no record', list(20, (at) => ({ of: at % 3 ? { at, to: at } : null }))],
    ['only no records', list(20, () => ({ of: null }))],
    ['texts that repeat in steps', list(40, (at) => ({ of: `u${Math.floor(at / 4)}` }))],
    [
      'rates of their counts, of other scales, and some that are told',
      list(40, (at) => ({
        value: at === 7 ? 99.5 : at === 8 ? null : at % 5 ? (at * 100) / 37 : (at * 1000) / 37,
        numerator: at === 8 ? null : at,
        denominator: 37,
      })),
    ],
    [
      'rates without counts, or of nothing',
      list(40, (at) => ({ denominator: 0, value: at / 3, numerator: null })),
    ],
    ['a rate of zero', list(20, (at) => ({ value: 0, numerator: 0, denominator: at + 1 }))],
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

test('a rate stands in its place, whatever is told from what', () => {
  const records = list(20, (at) => ({
    z: 1,
    value: (at * 100) / 7,
    numerator: at,
    denominator: 7,
  }));
  const [, second] = back(records) as typeof records;
  expect(Object.keys(second ?? {})).toEqual(['z', 'value', 'numerator', 'denominator']);
  expect(JSON.stringify(toColumns(records))).not.toContain('14.28'); // told from its counts
});

test('values that are the same are one value', () => {
  const records = list(20, (at) => ({ sources: [`bc-${at % 2}`] }));
  const [first, , third] = back(records) as typeof records;
  expect(third?.sources).toBe(first?.sources);
});

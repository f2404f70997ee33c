import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, SqlValue } from '../../src/engine/engine.ts';
import { bindLiterals, identifier, literal } from '../../src/engine/literal.ts';
import { openNodeEngine } from '../../src/engine/node.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
}, 60_000);

afterAll(() => engine.close());

const values: SqlValue[] = [
  '',
  'Phường Phổ Hòa',
  "it's",
  "''",
  "'; DROP TABLE precious; --",
  "' OR 1=1 --",
  "\\'; DROP TABLE precious; --",
  "\\' || (SELECT 1) || '",
  '"; DROP TABLE precious; --',
  '/* ? */',
  '-- ?',
  '$$ ? $$',
  '$1 ? :name',
  "E'\\x41'",
  'line\nbreak\r\n\ttab',
  '“quotes” ’ʼ´`',
  'no\u00a0break\u3000space\u200bzero',
  '\u0000',
  'a\u0000\u0000b',
  '𝒟 👩‍👩‍👧 e\u0301',
  '$& $1 $`',
  true,
  false,
  null,
  0,
  -3,
  0.1,
  -0.1,
  1e21,
  1e-7,
  -2.5e-10,
  5e-324,
  Number.MAX_VALUE,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 60,
  2147483648,
];

describe('a parameter', () => {
  test.each(values)('%j comes back as it went in', async (value) => {
    expect(await engine.rows('SELECT ? AS value', [value])).toEqual([{ value }]);
  });

  test('cannot do anything but be compared', async () => {
    await engine.insert('precious', [{ name: 'name', type: 'text', values: ['a', 'b'] }]);
    for (const value of values) {
      const rows = await engine.rows('SELECT name FROM precious WHERE name = ?', [`${value}`]);
      expect(rows).toEqual([]);
    }
    expect(await engine.rows('SELECT count(*) AS n FROM precious')).toEqual([{ n: 2 }]);
  });

  test('that is negative does not become a comment', async () => {
    expect(await engine.rows('SELECT 5-? AS n, 5 -? AS m', [-3, -0.5])).toEqual([{ n: 8, m: 5.5 }]);
  });

  test.each([1, 2 ** 40])('%d stays an integer, as LIMIT needs it', async (n) => {
    const [row] = await engine.rows('SELECT typeof(?) AS type FROM range(3) LIMIT ?', [n, n]);
    expect(row?.type).toMatch(/^(INTEGER|BIGINT)$/);
  });

  test('with a fraction is a DOUBLE', async () => {
    expect(await engine.rows('SELECT typeof(?) AS type', [0.5])).toEqual([{ type: 'DOUBLE' }]);
  });
});

describe('a question mark', () => {
  test.each([
    "SELECT '?' AS v, ? AS w",
    "SELECT '''?' AS v, ? AS w",
    'SELECT 1 AS "?", ? AS w',
    'SELECT 1 AS """?", ? AS w',
    'SELECT 1 AS v -- ?\n, ? AS w',
    'SELECT 1 AS v /* ? \n ? */, ? AS w',
    'SELECT $$?$$ AS v, ? AS w',
    "SELECT $tag$ ' ? $$ $tag$ AS v, ? AS w",
    "SELECT E'\\'?' AS v, ? AS w",
  ])('is a placeholder only outside of text, names and comments: %s', async (sql) => {
    const [row] = await engine.rows(sql, ["w'"]);
    expect(row?.w).toBe("w'");
  });

  test('without a value, or a value without one, is refused', () => {
    expect(() => bindLiterals('SELECT ?, ?', ['a'])).toThrow('SELECT ?, ?');
    expect(() => bindLiterals('SELECT 1', ['a'])).toThrow('0 placeholders, 1 parameters');
  });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, new Date(0), {}, 1n])(
  '%s is not a value for SQL',
  (value) => {
    expect(() => literal(value)).toThrow('not a value for SQL');
  },
);

test('names may contain anything', async () => {
  const [row] = await engine.rows(`SELECT 1 AS ${identifier('a"; DROP TABLE "b')}`);
  expect(row).toEqual({ 'a"; DROP TABLE "b': 1 });
});

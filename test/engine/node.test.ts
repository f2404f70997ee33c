import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Column, type Engine, EngineError } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';

const ENDLESS = 'SELECT sum(a.range * b.range) AS s FROM range(1000000) a, range(1000000) b';

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
}, 60_000);

afterAll(() => engine.close());

describe('values', () => {
  test('of 64 bits and more, and decimals, are numbers', async () => {
    const sql = `SELECT count(*) AS count, sum(range) AS huge, sum(range)::BIGINT AS big,
      avg(range) AS mean, 1.25::DECIMAL(10, 2) AS decimal, 12345678901234567890::UBIGINT AS wide,
      170141183460469231731687303715884105727::HUGEINT AS widest FROM range(5)`;
    expect(await engine.rows(sql)).toEqual([
      {
        count: 5,
        huge: 10,
        big: 10,
        mean: 2,
        decimal: 1.25,
        wide: 12345678901234567000,
        widest: 2 ** 127,
      },
    ]);
  });

  test('keep NULL, booleans and Vietnamese text apart from anything else', async () => {
    const sql = `SELECT * FROM (VALUES (1, 'Đức Phổ', true, 0.0), (2, NULL, NULL, NULL), (3, '', false, -1.5))
      AS t (n, name, flag, value) ORDER BY n`;
    expect(await engine.rows(sql)).toEqual([
      { n: 1, name: 'Đức Phổ', flag: true, value: 0 },
      { n: 2, name: null, flag: null, value: null },
      { n: 3, name: '', flag: false, value: -1.5 },
    ]);
  });

  test('of a column that is NULL throughout are null', async () => {
    expect(await engine.rows('SELECT NULL AS a, NULL::BIGINT AS b, NULL::VARCHAR AS c')).toEqual([
      { a: null, b: null, c: null },
    ]);
  });

  test('of ENUM columns arrive as text, in the order of the query', async () => {
    await engine.rows("CREATE TYPE unit AS ENUM ('xa', 'Đức''s', 'phường')");
    await engine.rows(
      "CREATE TABLE units AS SELECT 'phường'::unit AS unit, 'xa'::unit AS old, 1 AS n",
    );
    await engine.rows("INSERT INTO units VALUES ('Đức''s', NULL, 2), ('xa', 'phường', 3)");
    const sql = 'SELECT unit, n, old FROM units WHERE n > ? ORDER BY n DESC;';
    expect(await engine.rows(sql, [0])).toEqual([
      { unit: 'xa', n: 3, old: 'phường' },
      { unit: "Đức's", n: 2, old: null },
      { unit: 'phường', n: 1, old: 'xa' },
    ]);
    expect(await engine.rows(sql, [9])).toEqual([]);
    expect(await engine.rows('SELECT n FROM units WHERE unit = ?', ['no such unit'])).toEqual([]);
  });

  test('of dates leave the engine as ISO text only', async () => {
    const sql = "SELECT DATE '2023-05-26' AS d, TIMESTAMP '2023-05-26 07:08:09' AS t";
    expect(await engine.rows(sql)).toEqual([{ d: '2023-05-26', t: '2023-05-26T07:08:09' }]);
  });

  test('of many batches are complete and in order', async () => {
    const rows = await engine.rows('SELECT range AS n FROM range(10000) ORDER BY range DESC');
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 10_000 }, (_, i) => 9_999 - i));
  });
});

describe('insert', () => {
  const columns = (rows: number): Column[] => [
    { name: 'id', type: 'integer', values: Array.from({ length: rows }, (_, i) => i) },
    { name: 'unit', type: 'text', values: Array.from({ length: rows }, (_, i) => `xã ${i % 60}`) },
    { name: 'note', type: 'text', values: Array.from({ length: rows }, (_, i) => `ghi chú ${i}`) },
    { name: 'value', type: 'number', values: Float64Array.from({ length: rows }, (_, i) => i / 2) },
    { name: 'late', type: 'boolean', values: Array.from({ length: rows }, (_, i) => i % 3 === 0) },
  ];

  test.each([0, 1, 2048, 100_000, 450_001])('of %d rows counts and keeps them', async (rows) => {
    const table = `rows "${rows}"`;
    expect(await engine.insert(table, columns(rows))).toBe(rows);
    const sql = `SELECT count(DISTINCT id) AS ids, count(DISTINCT unit) AS units, sum(value) AS total,
      count(DISTINCT note) AS notes, count(*) FILTER (late) AS late FROM "rows ""${rows}"""`;
    expect(await engine.rows(sql)).toEqual([
      {
        ids: rows,
        units: Math.min(rows, 60),
        total: rows === 0 ? null : (rows * (rows - 1)) / 4,
        notes: rows,
        late: Math.ceil(rows / 3),
      },
    ]);
  });

  test('gives the declared types, even without rows', async () => {
    await engine.insert('empty', columns(0));
    const described = await engine.rows('DESCRIBE empty');
    expect(described.map(({ column_type }) => column_type)).toEqual([
      'INTEGER',
      'VARCHAR',
      'VARCHAR',
      'DOUBLE',
      'BOOLEAN',
    ]);
  });

  test('keeps nulls of every type', async () => {
    const types = ['text', 'number', 'integer', 'boolean'] as const;
    const nulls = types.map((type) => ({ name: type, type, values: [null, null] }));
    await engine.insert('nulls', nulls);
    const row = { text: null, number: null, integer: null, boolean: null };
    expect(await engine.rows('FROM nulls')).toEqual([row, row]);
  });

  test.each<[string, Column[]]>([
    ['no columns', []],
    [
      'another length',
      [
        { name: 'a', type: 'text', values: ['x'] },
        { name: 'b', type: 'text', values: [] },
      ],
    ],
    ['row 1 of bad.a is no integer: 2.5', [{ name: 'a', type: 'integer', values: [1, 2.5] }]],
    ['is no integer: 3000000000', [{ name: 'a', type: 'integer', values: [3e9] }]],
    ['is no number: "1"', [{ name: 'a', type: 'number', values: ['1'] }]],
    ['is no number: null', [{ name: 'a', type: 'number', values: [Number.NaN] }]],
    ['is no text: 1', [{ name: 'a', type: 'text', values: ['x', 1] }]],
  ])('refuses what the table could not hold: %s', async (message, bad) => {
    const error = await failure(engine.insert('bad', bad));
    expect([error.fault, error.message]).toEqual(['insert', expect.stringContaining(message)]);
    expect(await engine.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'bad'")).toEqual([]);
  });

  test('does not touch a table that is already there', async () => {
    await engine.insert('twice', [{ name: 'a', type: 'text', values: ['x'] }]);
    const error = await failure(
      engine.insert('twice', [{ name: 'a', type: 'text', values: ['y'] }]),
    );
    expect(error.fault).toBe('sql');
    expect(await engine.rows('FROM twice')).toEqual([{ a: 'x' }]);
  });
});

describe('an error', () => {
  test.each([
    ['SELEC', 'Parser Error: syntax error at or near "SELEC"'],
    ['FROM nowhere', 'Table with name nowhere does not exist'],
    ["SELECT CAST('x' AS INTEGER)", 'Conversion Error'],
    ["FROM read_parquet('x.parquet')", 'read_parquet'],
    ["SELECT 'a' AS name ORDER BY name COLLATE vi", 'Collation with name'],
    ["FROM 'x.csv'", 'file system operations are disabled'],
    ["FROM read_csv('http://127.0.0.1:1/x.csv')", 'file system operations are disabled'],
    ['LOAD icu', 'disabled'],
    ["SELECT date_trunc('day', TIMESTAMPTZ '2023-01-01 00:00:00+00')", "extension 'icu'"],
    ["SELECT error('stop') FROM range(5000)", 'stop'],
  ])('of %s is a plain one, and the engine goes on', async (sql, message) => {
    const error = await failure(engine.rows(sql));
    expect([error.fault, error.message]).toEqual(['sql', expect.stringContaining(message)]);
    expect(await engine.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('an abort', () => {
  test('stops a running statement, and the next one runs', async () => {
    const abort = new AbortController();
    const running = failure(engine.rows(ENDLESS, [], abort.signal));
    const next = engine.rows('SELECT 1 AS one');
    setTimeout(() => abort.abort(), 50);
    expect((await running).fault).toBe('aborted');
    expect(await next).toEqual([{ one: 1 }]);
  });

  test('drops a statement that has not begun, and only that one', async () => {
    const [first, second] = [new AbortController(), new AbortController()];
    const running = failure(engine.rows(ENDLESS, [], first.signal));
    const waiting = failure(engine.rows('CREATE TABLE never AS SELECT 1', [], second.signal));
    const last = engine.rows(
      "SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = 'never'",
    );
    second.abort();
    expect((await waiting).fault).toBe('aborted');
    first.abort();
    expect((await running).fault).toBe('aborted');
    expect(await last).toEqual([{ n: 0 }]);
  });

  test('before the call means that nothing happens', async () => {
    const error = await failure(engine.rows('SELECT 1', [], AbortSignal.abort()));
    expect(error.fault).toBe('aborted');
  });

  test('after the answer changes nothing', async () => {
    const abort = new AbortController();
    expect(await engine.rows('SELECT 1 AS one', [], abort.signal)).toEqual([{ one: 1 }]);
    abort.abort();
    expect(await engine.rows('SELECT 2 AS two')).toEqual([{ two: 2 }]);
  });
});

test('closing rejects what is pending and what comes later, once and for all', async () => {
  let deaths = 0;
  const other = await openNodeEngine({ onDead: () => deaths++ });
  const pending = [failure(other.rows(ENDLESS)), failure(other.rows('SELECT 1'))];
  await other.close();
  pending.push(failure(other.rows('SELECT 2')), failure(other.insert('t', [])));
  const faults = (await Promise.all(pending)).map(({ fault }) => fault);
  expect(faults).toEqual(['dead', 'dead', 'dead', 'dead']);
  expect(deaths).toBe(0);
  await other.close();
}, 60_000);

async function failure(promise: Promise<unknown>): Promise<EngineError> {
  const error = await promise.then(
    () => null,
    (cause) => cause,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error;
}

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { exportDatabase, openNativeEngine } from '../../src/engine/native.ts';
import { openNodeEngine } from '../../src/engine/node.ts';

let engines: [Engine, Engine];

beforeAll(async () => {
  engines = [await openNodeEngine(), await openNativeEngine()];
  for (const engine of engines) {
    await engine.insert('t', [
      { name: 'unit', type: 'text', values: ['Phường Phổ Hòa', null, 'xã'] },
      { name: 'value', type: 'number', values: Float64Array.of(0.1, 2, -3) },
      { name: 'n', type: 'integer', values: [1, null, 2147483647] },
      { name: 'late', type: 'boolean', values: [true, null, false] },
    ]);
  }
}, 60_000);

afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
});

test.each([
  'FROM t ORDER BY value',
  'SELECT sum(n) AS huge, count(*) AS big, avg(value) AS mean, max(late) AS late FROM t',
  "SELECT 1.25::DECIMAL(9, 2) AS d, NULL AS nothing, 'it''s' AS text, 'b'::ENUM ('a', 'b') AS e",
  "SELECT DATE '2023-05-26' AS d, TIMESTAMP '2023-05-26 07:08:09.5' AS t",
  'SELECT unit FROM t WHERE unit IN (?) AND false',
])('native DuckDB answers as DuckDB-WASM does: %s', async (sql) => {
  const params = sql.includes('?') ? ["x'"] : [];
  const [wasm, native] = await Promise.all(engines.map((engine) => engine.rows(sql, params)));
  expect(native).toEqual(wasm);
});

test('a database file stands behind the own tables, is only read, and goes again', async () => {
  const [, native] = engines;
  const other = await openNativeEngine();
  await other.rows("CREATE TYPE kind AS ENUM ('xã', 'phường')");
  await other.rows("CREATE TABLE attached_only AS SELECT 'xã'::kind AS kind, 0.1 + 0.2 AS value");
  await other.rows('CREATE TABLE t AS SELECT 1 AS one');
  const bytes = await exportDatabase(other);
  await other.close();
  for (const engine of [engines[0], native]) {
    await engine.attach(bytes.slice());
    await engine.attach(bytes.slice()); // in place of the one before
    const rows = await engine.rows("FROM attached_only WHERE kind = 'xã'::kind");
    expect(rows).toEqual([{ kind: 'xã', value: 0.3 }]);
    expect(await engine.rows('SELECT count(*) AS n FROM t')).toEqual([{ n: 3 }]);
    await engine.rows('CREATE TABLE made AS FROM attached_only');
    await engine.rows('DROP TABLE made');
    expect(await engine.rows('DELETE FROM attached_only').catch((e) => e.fault)).toBe('sql');
    await engine.attach(null);
    expect(await engine.rows('FROM attached_only').catch((e) => e.fault)).toBe('sql');
    const noise = new Uint8Array(9000).fill(9);
    expect(await engine.attach(noise).catch((e) => e.fault)).toBe('sql');
    expect(await engine.rows('SELECT count(*) AS n FROM t')).toEqual([{ n: 3 }]);
  }
});

test('native statements can be aborted, and fail with the same fault', async () => {
  const [, native] = engines;
  const abort = new AbortController();
  const sql = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b';
  const running = native.rows(sql, [], abort.signal).catch((error) => error.fault);
  setTimeout(() => abort.abort(), 50);
  expect(await running).toBe('aborted');
  expect(await native.rows('SELEC').catch((error) => error.fault)).toBe('sql');
  expect(await native.rows('SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

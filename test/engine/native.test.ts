import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
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

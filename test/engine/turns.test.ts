import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeAhead, ROWS_PER_STREAM } from '../../src/engine/arrow.ts';
import type { Column, Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { takeTurns } from '../../src/engine/turns.ts';

/** Long enough that everything asked meanwhile has to wait. */
const LONG = 'SELECT sum(sqrt(range)) AS n FROM range(20000000)';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

test('what may wait gives way to what somebody waits for, also between two statements', async () => {
  const { first, second } = takeTurns(engine);
  const order: string[] = [];
  const done = (name: string) => () => order.push(name);
  const question = async () => {
    await first.rows(LONG);
    order.push('statement');
    await new Promise((resolve) => setTimeout(resolve, 10)); // the view thinks, then asks on
    await first.rows('SELECT 1');
    order.push('question');
  };
  const checks = [1, 2].map((at) => second.rows(`SELECT ${at}`).then(done(`check ${at}`)));
  await Promise.all([question(), ...checks]);
  expect(order.slice(0, 2)).toEqual(['statement', 'question']);
  expect(order).toHaveLength(4);
});

test('a question that fails, and one given up, hold nothing up', async () => {
  const { first, second } = takeTurns(engine);
  const stop = new AbortController();
  const failed = first.rows('SELECT nonsense').catch((error) => error.fault);
  const late = first.rows(LONG, [], stop.signal).catch((error) => error.fault);
  const check = second.rows<{ n: number }>('SELECT 7 AS n');
  stop.abort();
  expect([await failed, await late, await check]).toEqual(['sql', 'aborted', [{ n: 7 }]]);
});

test('what may wait can be given up while it waits', async () => {
  const { first, second } = takeTurns(engine);
  const stop = new AbortController();
  const question = first.rows(LONG);
  const check = second.rows('CREATE TABLE never AS SELECT 1 AS n', [], stop.signal);
  stop.abort();
  await expect(check).rejects.toThrow();
  await question;
  const [row] = await engine.rows(
    "SELECT count(*) AS n FROM duckdb_tables() WHERE table_name = 'never'",
  );
  expect(row?.n).toBe(0);
});

test('a list of statements runs to its end, each once, while questions come in between', async () => {
  const { first, second } = takeTurns(engine);
  await engine.rows('CREATE TABLE step (n INTEGER)');
  const steps = Array.from({ length: 40 }, (_, at) => `INSERT INTO step VALUES (${at})`);
  const list = second.run(steps);
  for (let at = 0; at < 3; at += 1) await first.rows('SELECT count(*) FROM step');
  await list;
  const rows = await engine.rows<{ n: number }>('SELECT n FROM step');
  expect(rows.map(({ n }) => n)).toEqual(steps.map((_, at) => at));
});

test('a list ends at the statement that fails, or with the signal', async () => {
  const failing = engine.run(['CREATE TABLE before (n INTEGER)', 'nonsense', 'DROP TABLE before']);
  await expect(failing).rejects.toMatchObject({ fault: 'sql' });
  expect(await engine.rows('SELECT * FROM before')).toEqual([]);
  const stop = new AbortController();
  const given = engine.run([LONG, 'DROP TABLE before'], stop.signal);
  setTimeout(() => stop.abort(), 30);
  await expect(given).rejects.toMatchObject({ fault: 'aborted' });
  expect(await engine.rows('SELECT * FROM before')).toEqual([]);
});

test('rows made ready ahead are followed by those of the next stream', async () => {
  const length = ROWS_PER_STREAM + 3;
  const columns: Column[] = [
    { name: 'n', type: 'integer', values: Array.from({ length }, (_, at) => at) },
    { name: 'text', type: 'text', values: Array.from({ length }, (_, at) => `xã ${at % 5}`) },
  ];
  expect(await engine.insert('ahead', columns, encodeAhead(columns))).toBe(length);
  const [row] = await engine.rows(
    "SELECT count(DISTINCT n) AS n, max(n) AS most, count(*) FILTER (text = 'xã ' || n % 5) AS texts FROM ahead",
  );
  expect(row).toEqual({ n: length, most: length - 1, texts: length });
});

/** Rates and figures of a large package are made slice by slice: the same ones, in the same order. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { createFigures } from '../../src/query/prepare/figures.ts';
import { prepareNumbers } from '../../src/query/prepare/prepare.ts';
import { createRates } from '../../src/query/prepare/rates.ts';
import { slicesOf } from '../../src/query/prepare/slices.ts';
import { repositoryAccess } from '../support/load.ts';

/** Joined texts are taken apart and sorted wherever they are shown: in which order they are joined is open. */
const parts = (name: string) =>
  `array_to_string(list_sort(string_split(${name}, '|')), '|') AS ${name}`;
const FIGURES = `SELECT * EXCLUDE (rate) REPLACE (${parts('sources')}, ${parts('locators')}) FROM figure`;

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
  const { dataset, statements } = await readPackage('data/sample', repositoryAccess());
  await loadStatements(engine, prepareStatements(dataset, statements));
  await prepareNumbers(engine, dataset);
  await engine.rows(`CREATE TABLE whole AS ${FIGURES}`);
});
afterAll(() => engine.close());

async function one(sql: string): Promise<number> {
  const [row] = await engine.rows<{ n: number }>(sql);
  return row?.n ?? Number.NaN;
}

test.each([4000, 20_000])('at most %i rows at once', async (most) => {
  await engine.rows('DROP VIEW all_issue');
  for (const name of ['figure', 'rate_raw', 'rate_part']) await engine.rows(`DROP TABLE ${name}`);
  await createRates(engine, undefined, most);
  await createFigures(engine, undefined, most);
  expect(await one(`SELECT count(*) AS n FROM (FROM whole EXCEPT ALL ${FIGURES})`)).toBe(0);
  expect(await one(`SELECT count(*) AS n FROM (${FIGURES} EXCEPT ALL FROM whole)`)).toBe(0);
  expect(await one('SELECT count(*) AS n FROM figure')).toBe(
    await one('SELECT count(*) AS n FROM whole'),
  );
  expect(
    await one(`SELECT count(*) AS n FROM figure a JOIN figure b ON b.rowid = a.rowid + 1
      WHERE a.subject > b.subject OR a.subject = b.subject AND (a.period > b.period
        OR a.period = b.period AND a.unit > b.unit)`),
  ).toBe(0);
  expect(await one('SELECT count(*) - count(DISTINCT rate) AS n FROM rate_raw')).toBe(0);
});

test('a slice holds no more than it may, and every row is in one', async () => {
  const counted = 'SELECT subject, period FROM whole';
  const all = await one(`SELECT count(*) AS n FROM (${counted})`);
  const slices = await slicesOf(engine, counted, 5000);
  let sum = 0;
  for (const { where, params } of slices) {
    const [row] = await engine.rows<{ n: number }>(
      `SELECT count(*) AS n FROM whole w WHERE ${where('w.subject', 'w.period')}`,
      params,
    );
    expect(row?.n).toBeLessThanOrEqual(5000);
    sum += row?.n ?? 0;
  }
  expect(slices.length).toBeGreaterThan(2);
  expect(sum).toBe(all);
});

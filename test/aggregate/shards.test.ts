/**
 * Two shards of Debian's ClickHouse on this computer (skipped where it is not installed) beside native DuckDB: the same
 * records give the same figures, byte for byte; what breaks is told and mended by running again.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickHouseCommand, type Shards, startShards } from '../../server/clickhouse/shards.mjs';
import type { Warehouse } from '../../src/aggregate/warehouse/warehouse.ts';
import { CLICKHOUSE } from '../../src/record/sql/clickhouse.ts';
import { testSql, valueSql } from '../../src/record/sql/dialect.ts';
import { among, column, text } from '../../src/record/sql/expression.ts';
import { loadPackage } from '../support/load.ts';
import { definitionOf, SMALL_PROVINCE, writeBase, writeRecords } from './generate.ts';
import { clickHouse, duckDb, loadShards, runJob } from './job.ts';

const RECORDS = 60_000;
const isThere = clickHouseCommand() !== null;
if (!isThere) console.warn('ClickHouse is not installed: the tests of shards are skipped');

describe.skipIf(!isThere)('two shards of ClickHouse', () => {
  let folder: string;
  let shards: Shards;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aggregate-'));
    await writeBase(join(folder, 'base'), SMALL_PROVINCE);
    await writeFile(join(folder, 'definition.json'), definitionOf(SMALL_PROVINCE));
    await writeRecords(folder, RECORDS, SMALL_PROVINCE, true);
    shards = await startShards(2);
    await loadShards(shards, folder);
  });

  afterAll(async () => {
    await shards?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Contents by path, of everything but the answer to who counted it. */
  function contents(out: string): Map<string, string> {
    const root = join(folder, out);
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile() && path !== 'aggregate.json')
      .sort();
    return new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  }

  /** Does something before the query with this number goes out. */
  function meddling(at: number, meddle: () => Promise<unknown>) {
    return async (): Promise<Warehouse> => {
      const warehouse = await clickHouse(shards)();
      let asked = 0;
      return {
        ...warehouse,
        async rows(sql) {
          asked += 1;
          if (asked === at) await meddle();
          return warehouse.rows(sql);
        },
      };
    };
  }

  test('hold records on both, and give the package that DuckDB gives', async () => {
    for (const at of [0, 1])
      expect(Number(await shards.run('SELECT count() FROM dossiers_local', at))).toBeGreaterThan(
        RECORDS / 3,
      );
    const { done, lines } = await runJob(folder, 'by-clickhouse', clickHouse(shards));
    const own = await runJob(folder, 'by-duckdb', duckDb(folder));
    expect(done?.areas).toBe(3);
    expect(done?.observations).toBeGreaterThan(20_000);
    expect(contents('by-clickhouse')).toEqual(contents('by-duckdb'));
    const told = (text: string) => text.split('\n').filter((line) => line.startsWith('Note'));
    expect(told(lines[0] ?? '')).toEqual(told(own.lines[0] ?? ''));
    expect(told(lines[0] ?? '').join('\n')).toContain('earlier states of records');
  });

  test('their package opens, and a figure leads to what was counted', async () => {
    const path = join(folder, 'by-clickhouse');
    const files = Object.fromEntries(
      [...contents('by-clickhouse')].map(([name, content]) => [`${path}/${name}`, content]),
    );
    const { engine, data, ask } = await loadPackage(path, files);
    expect(data.problems.filter(({ effect }) => effect !== 'note')).toEqual([]);
    expect(data.synthetic).toBe(true);
    const origin = await ask({
      ...{ ask: 'origin', subject: 'dossiers_on_time_rate', unit: 'xa-0-1', period: '2024-Q2' },
      ...{ breakdown: '', category: '', body: '' },
    } as never);
    expect(JSON.stringify(origin)).toContain('dossiers_resolved_on_time');
    expect([...data.sources.values()].map(({ records }) => records)).toEqual(['records/dossier']);
    expect(
      data.records
        .get('dossier')
        ?.measures.find(({ measure }) => measure === 'dossiers_resolved_on_time')?.event,
    ).toBe('resolved_on');
    await engine.close();
  });

  test('a second run keeps everything, a changed record costs its area only', async () => {
    expect((await runJob(folder, 'by-clickhouse', clickHouse(shards))).done?.kept).toBe(3);
    const row =
      "'H9', '11002', 'Hộ tịch', 'Trực tuyến', '2025-03-04', '2025-03-09', NULL, 'Có', NULL, 11";
    await shards.run(`INSERT INTO dossiers_local VALUES (${row})`);
    const before = contents('by-clickhouse');
    expect((await runJob(folder, 'by-clickhouse', clickHouse(shards))).done?.kept).toBe(2);
    const changed = [...contents('by-clickhouse')].filter(
      ([path, content]) => before.get(path) !== content,
    );
    expect(changed.map(([path]) => path)).toEqual([
      'datapackage.json',
      'observations/huyen-1/2025.csv',
    ]);
    await shards.run("ALTER TABLE dossiers_local DELETE WHERE ma_ho_so = 'H9'");
    const deleting = () => shards.run('SELECT count() FROM system.mutations WHERE NOT is_done');
    await expect.poll(async () => Number(await deleting())).toBe(0); // it goes on behind the answer
  });

  test('a damaged partition is counted again', async () => {
    await runJob(folder, 'damaged', clickHouse(shards));
    const whole = contents('damaged');
    await writeFile(join(folder, 'damaged/observations/huyen-0/2023.csv'), 'unit,period\n');
    expect((await runJob(folder, 'damaged', clickHouse(shards))).done?.kept).toBe(2);
    expect(contents('damaged')).toEqual(whole);
  });

  test('a shard that is killed in the middle: an error, nothing that looks finished, then the same package', async () => {
    await runJob(folder, 'whole', clickHouse(shards));
    const rounds = { mostRows: 1 };
    const killed = runJob(
      folder,
      'killed',
      meddling(16, () => shards.kill(1)),
      rounds,
    );
    await expect(killed).rejects.toMatchObject({
      name: 'AggregationError',
      message: expect.stringMatching(/shard/),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('killed'))).toEqual([
      'killed.part',
    ]);
    // whoever left out the shard that is away would count half
    const again = runJob(folder, 'killed', clickHouse(shards), rounds);
    await expect(again).rejects.toMatchObject({ kind: 'away' });
    await shards.restart(1);
    const { done } = await runJob(folder, 'killed', clickHouse(shards), rounds);
    expect(done?.kept).toBe(1); // finished before the shard went
    expect(contents('killed')).toEqual(contents('whole'));
  });

  test('records that change while they are counted are not mixed', async () => {
    const row =
      "'H8', '11002', 'Hộ tịch', 'Trực tuyến', '2025-03-04', '2025-03-09', NULL, 'Có', NULL, 12";
    const late = meddling(12, () => shards.run(`INSERT INTO dossiers_local VALUES (${row})`));
    await expect(runJob(folder, 'changing', late)).rejects.toMatchObject({ kind: 'changed' });
    const { done } = await runJob(folder, 'changing', clickHouse(shards));
    expect(done?.kept).toBe(2);
  });

  test.each([
    ['table', 'nowhere', {}],
    ['table', 'nowhere.dossiers', {}],
    ['table', 'dossiers; DROP TABLE dossiers', {}],
    ['login', 'dossiers', { user: 'nobody' }],
    ['login', 'dossiers', { password: 'wrong' }],
    ['memory', 'dossiers', { bytes: 100_000 }],
  ])('%s: a message for %s %o', async (kind, table, change) => {
    const { bytes = 8e9, ...who } = change as { bytes?: number };
    const open = clickHouse({ ...shards, ...who }, table, { bytes });
    await expect(runJob(folder, 'never', open)).rejects.toMatchObject({ kind });
    expect(readdirSync(folder).filter((name) => name.startsWith('never.lock'))).toEqual([]);
  });

  test('the user of the job cannot write', async () => {
    const warehouse = await clickHouse(shards)();
    await expect(warehouse.rows('DROP TABLE dossiers_local')).rejects.toThrow();
    expect(warehouse.warning).toBe('');
  });

  test('texts and names go in as they are, whatever signs they hold', async () => {
    const warehouse = await clickHouse(shards)();
    for (const said of [
      "o'b",
      'a\\',
      "\\' OR 1=1 --",
      'x\ny\t',
      '`"',
      '\\n',
      '{a:String}',
      'Đ\u0001',
    ]) {
      const [row] = await warehouse.rows(
        `SELECT ${CLICKHOUSE.text(said)} AS ${CLICKHOUSE.identifier(`${said} `)},
         ${testSql(among(text(said), [text(said)]), CLICKHOUSE)} AS is_same`,
      );
      expect(Object.entries(row ?? {})[0]).toEqual([`${said} `, said]);
      expect(Number(row?.is_same)).toBe(1);
    }
    expect(valueSql(column('a`b\\'), CLICKHOUSE)).toBe('`a\\`b\\\\`');
  });
});

/** What can go wrong with a server, a definition, a folder: told, nothing half made left behind, and a rerun goes on. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openClickHouse } from '../../src/aggregate/warehouse/clickhouse.ts';
import { definitionOf, SMALL_PROVINCE, writeBase, writeRecords } from './generate.ts';
import { duckDb, runJob } from './job.ts';

let folder: string;

const changed = (change: object) => ({
  definition: {
    file: 'd.json',
    text: JSON.stringify({ ...JSON.parse(definitionOf(SMALL_PROVINCE)), ...change }),
  },
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aggregate-'));
  await writeBase(join(folder, 'base'), SMALL_PROVINCE);
  await writeFile(join(folder, 'definition.json'), definitionOf(SMALL_PROVINCE));
  await writeRecords(folder, 5000, SMALL_PROVINCE, false);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a server', () => {
  let server: Server;

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function asked(
    answer: (response: ServerResponse) => void,
    seconds = 600,
  ): Promise<unknown> {
    server = createServer((request, response) => {
      request.resume();
      request.on('end', () => answer(response));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const who = { user: 'reader', password: 'x' };
    return openClickHouse({ ...who, url, table: 'dossiers', seconds, bytes: 1e9 });
  }

  const WHOLE = '{"meta":[{"name":"version"}],"data":[["18"]],"rows":1}';
  const THROWN =
    'Code: 241, e.displayText() = DB::Exception: Memory limit (for query) exceeded, e.what() = DB::Exception';

  test.each([
    [
      'breaks off in the middle of its answer',
      'cut',
      (r: ServerResponse) => {
        r.writeHead(200, { 'content-length': '1000' });
        r.write(WHOLE.slice(0, 20), () => r.destroy());
      },
    ],
    [
      'says it is over with half an answer',
      'cut',
      (r: ServerResponse) => r.end(WHOLE.slice(0, 40)),
    ],
    [
      'gives fewer rows than it counts',
      'cut',
      (r: ServerResponse) => r.end(WHOLE.replace('"rows":1', '"rows":2')),
    ],
    [
      'throws after it began to answer with 200',
      'memory',
      (r: ServerResponse) => r.end(`${WHOLE.slice(0, 30)}${THROWN}`),
    ],
    [
      'ends an answer well with an exception in it',
      'memory',
      (r: ServerResponse) =>
        r.end(WHOLE.replace('"rows":1', `"rows":1,"exception":"Code: 241. DB::Exception: Memory"`)),
    ],
    [
      'answers with an error',
      'server',
      (r: ServerResponse) => {
        r.writeHead(500);
        r.end(
          'Code: 999, e.displayText() = DB::Exception: Something new, e.what() = DB::Exception',
        );
      },
    ],
    ['hangs up', 'cut', (r: ServerResponse) => r.destroy()],
    ['is another kind of server', 'away', (r: ServerResponse) => r.end('<html>Log in</html>')],
  ] as const)('that %s', async (_, kind, answer) => {
    await expect(asked(answer)).rejects.toMatchObject({ name: 'AggregationError', kind });
  });

  test.each([
    ['says nothing', () => {}],
    [
      'begins and says no more',
      (response: ServerResponse) => void response.write(WHOLE.slice(0, 9)),
    ],
  ])('that %s is given up', async (_, answer) => {
    // the server has fifteen seconds more to say so itself
    await expect(asked(answer, -14.8)).rejects.toMatchObject({ kind: 'slow' });
  });

  test('that is not there', async () => {
    await asked((response) => response.end(WHOLE)).catch(() => {});
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const url = `http://127.0.0.1:${port}`;
    const open = openClickHouse({
      url,
      table: 't',
      user: '',
      password: '',
      seconds: 5,
      bytes: 1e9,
    });
    await expect(open).rejects.toMatchObject({
      kind: 'away',
      message: expect.stringMatching(/is the server running/),
    });
  });

  test('whose address holds a password is not asked', async () => {
    const open = openClickHouse({
      ...{ url: 'http://me:secret@127.0.0.1:1', table: 't', user: '', password: '' },
      ...{ seconds: 5, bytes: 1e9 },
    });
    await expect(open).rejects.toMatchObject({
      kind: 'options',
      message: expect.stringMatching(/CLICKHOUSE_PASSWORD/),
    });
    await expect(open).rejects.toMatchObject({ message: expect.not.stringContaining('secret') });
  });
});

describe('a definition', () => {
  test.each([
    [
      'a column that is not in the table',
      { columns: { unit: 'noi_nhan' } },
      'column',
      /"noi_nhan"; it has ma_ho_so/,
    ],
    [
      'a column that holds something else',
      { columns: { received_on: 'lan_cap_nhat', unit: 'don_vi' } },
      'column',
      /INTEGER/,
    ],
    ['no column for the unit', { columns: {} }, 'column', /"unit"/],
    [
      'a column that the records do not have',
      { columns: { unit: 'don_vi', colour: 'mau' } },
      'definition',
      /"colour" is no column/,
    ],
    ['a version that is not in the table', { version: 'sua_luc' }, 'column', /sua_luc/],
    ['a kind of records that nobody knows', { record: 'visit' }, 'definition', /dossier, petition/],
    ['units that nobody knows', { units: {} }, 'unknown', /"Xã Đã Nhập 0" \(\d+ records\)/],
    [
      'a unit that is not in the base',
      { units: { '(không rõ)': 'xa-99' } },
      'unknown',
      /no unit of the base/,
    ],
    ['a category that nobody knows', { values: {} }, 'unknown', /"Qua mạng"/],
    ['a word that it does not have', { colums: {} }, 'definition', /colums/],
    [
      'a whole outside of the site',
      { whole: { package: '../a', title: 'A' } },
      'definition',
      /whole/,
    ],
    ['months that are none', { months: '2024' }, 'definition', /months/],
  ])('with %s', async (_, change, kind, message) => {
    const run = runJob(folder, 'wrong', duckDb(folder), changed(change));
    await expect(run).rejects.toMatchObject({
      name: 'AggregationError',
      kind,
      message: expect.stringMatching(message),
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('wrong'))).toEqual([]);
  });
});

describe('a folder', () => {
  const files = (out: string) =>
    readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' }).sort();

  test('stays as it is on a dry run', async () => {
    const { done, lines } = await runJob(folder, 'dry', duckDb(folder), { isDry: true });
    expect(done).toBeNull();
    expect(lines.join('\n')).toContain('Months  2021-01 to 2025-11');
    expect(readdirSync(folder).filter((name) => name.startsWith('dry'))).toEqual([]);
  });

  test('says of which whole it is a part, and what are its own', async () => {
    const place = {
      parts: [{ unit: 'huyen-1', package: 'data/huyen-1' }],
      whole: { package: 'data/ca-nuoc', title: 'Cả nước' },
    };
    await runJob(folder, 'part', duckDb(folder), changed({}));
    const { done } = await runJob(folder, 'part', duckDb(folder), changed(place));
    expect(done?.kept).toBe(3);
    const described = readFileSync(join(folder, 'part/datapackage.json'), 'utf8');
    expect(JSON.parse(described)).toMatchObject(place);
  });

  test('holds the areas that are wanted, and no others', async () => {
    const { done } = await runJob(folder, 'one', duckDb(folder), { areas: ['huyen-1'] });
    expect(done?.areas).toBe(1);
    expect(readdirSync(join(folder, 'one/observations'))).toEqual(['huyen-1']);
    mkdirSync(join(folder, 'one.part/observations/huyen-2'), { recursive: true });
    await writeFile(join(folder, 'one.part/observations/huyen-2/2023.csv'), 'left behind');
    await runJob(folder, 'one', duckDb(folder), { areas: ['huyen-1'] });
    expect(files('one').filter((name) => name.includes('huyen-2/'))).toEqual([]);
    const unknown = runJob(folder, 'two', duckDb(folder), { areas: ['huyen-9'] });
    await expect(unknown).rejects.toMatchObject({ kind: 'options' });
  });

  test('that somebody else made is not replaced', async () => {
    mkdirSync(join(folder, 'other'));
    await writeFile(join(folder, 'other/letter.txt'), 'mine');
    await expect(runJob(folder, 'other', duckDb(folder))).rejects.toMatchObject({
      kind: 'options',
    });
    expect(files('other')).toEqual(['letter.txt']);
  });

  test('is worked on by one run at a time; what a killed one left behind is no hindrance', async () => {
    const runs = [1, 2].map(() => runJob(folder, 'locked', duckDb(folder)));
    const ends = await Promise.allSettled(runs);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [refused] = ends.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { name: 'AggregationError', kind: 'locked' } });
    const gone = spawnSync('true').pid;
    const lock = hostname();
    await writeFile(join(folder, 'locked.lock'), `${gone} ${lock}`);
    expect((await runJob(folder, 'locked', duckDb(folder))).done?.kept).toBe(3);
    expect(existsSync(join(folder, 'locked.lock'))).toBe(false);
  });

  test('on a full disk: told, and the run goes on when there is room', async (context) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk]);
    if (mounted.status !== 0) return context.skip('no disk of its own can be made here');
    try {
      await expect(runJob(folder, 'disk/out', duckDb(folder))).rejects.toMatchObject({
        kind: 'disk',
        message: expect.stringContaining('the disk is full'),
      });
      expect(readdirSync(disk)).toEqual(['out.part']);
      expect(files('disk/out.part').filter((name) => name.endsWith('.tmp'))).toEqual([]);
      spawnSync('mount', ['-o', 'remount,size=40m', disk]);
      await runJob(folder, 'disk/out', duckDb(folder));
      await runJob(folder, 'undisturbed', duckDb(folder));
      expect(files('disk/out')).toEqual(files('undisturbed'));
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

test('the command says what is missing, and leaves with an error', { timeout: 60_000 }, () => {
  const script = resolve(import.meta.dirname, '../../server/aggregate.mjs');
  const run = (...words: string[]) => spawnSync('node', [script, ...words], { encoding: 'utf8' });
  const nothing = run('--engine', 'duckdb');
  expect(nothing.status).toBe(1);
  expect(nothing.stderr).toContain('--file is missing');
  const definition = join(folder, 'definition.json');
  const places = [
    '--definition',
    definition,
    '--base',
    join(folder, 'base'),
    '--out',
    join(folder, 'away'),
  ];
  const away = run(
    '--engine',
    'clickhouse',
    '--url',
    'http://127.0.0.1:9',
    '--table',
    'dossiers',
    ...places,
  );
  expect(away.status).toBe(1);
  expect(away.stderr).toMatch(/^away: 127\.0\.0\.1:9 does not answer/);
  expect(existsSync(join(folder, 'away.lock'))).toBe(false);
});

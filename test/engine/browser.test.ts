import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine, EngineError } from '../../src/engine/engine.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import type { EngineOptions, EngineProgress } from '../../src/engine/start/boot.ts';
import type { ReadParquet } from '../../src/ingest/parquet/parquet.ts';
import { launchBrowser, QUICK } from '../support/browser.ts';
import { type CannedResponse, type ServeOptions, serveFolder } from '../support/server.ts';

/** What the page puts on its window. */
declare const startEngine: (options: EngineOptions) => Promise<Engine>;
declare const parquetFiles: (baseUrl: string) => { readParquet: ReadParquet };

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = `import { startEngine } from '${ROOT}/src/engine/start/boot.ts';
import { parquetFiles } from '${ROOT}/src/ingest/parquet/parquet.ts';
Object.assign(window, { startEngine, parquetFiles });`;
const HTML = '<!doctype html><title>Start</title><script type="module" src="./page.ts"></script>';

let folder: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-page-'));
  await writeFile(join(folder, 'index.html'), HTML);
  await writeFile(join(folder, 'page.ts'), PAGE);
  const outDir = join(folder, 'dist');
  const configFile = join(ROOT, 'vite.config.ts');
  await build({ root: folder, configFile, logLevel: 'error', build: { outDir } });
  await writeParquet(join(outDir, 'units.parquet'));
  browser = await launchBrowser(QUICK);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

/** Runs `work` in a fresh page of the built site. */
async function inPage<T>(work: () => Promise<T>, options: ServeOptions = {}): Promise<T> {
  const server = await serveFolder(join(folder, 'dist'), {
    prefix: '/cơ quan/dân vận',
    ...options,
  });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    await page.waitForFunction('window.startEngine');
    return await page.evaluate(work);
  } finally {
    await page.close();
    await server.close();
  }
}

/** Answers for one file of `engine/` something else than the file. */
function instead(name: string, canned: CannedResponse): ServeOptions {
  return { override: (url) => (url.includes(`engine/${name}?`) ? canned : undefined) };
}

const fileOf = (name: string) => readFile(join(folder, 'dist/engine', name));

/** Starts the engine and asks it something: the answer, or the fault. */
const startAndAsk = async () => {
  try {
    const engine = await startEngine({ baseUrl: document.baseURI, timeoutMs: 20_000 });
    const rows = await engine.rows('SELECT ? AS place', ['Phổ Hòa']);
    await engine.close();
    return { rows };
  } catch (cause) {
    const { fault, message } = cause as EngineError;
    return { fault, message };
  }
};
const ANSWER = { rows: [{ place: 'Phổ Hòa' }] };

describe('in Chromium, from a sub-folder', { timeout: 60_000 }, () => {
  test('the engine starts, reports its progress, and answers', async () => {
    const seen = await inPage(async () => {
      const progress: EngineProgress[] = [];
      const onProgress = (step: EngineProgress) => progress.push(step);
      const engine = await startEngine({ baseUrl: document.baseURI, onProgress });
      const inserted = await engine.insert('t', [
        { name: 'unit', type: 'text', values: ['xã', 'phường', null] },
        { name: 'value', type: 'number', values: Float64Array.of(1.5, 2, 3) },
      ]);
      await engine.rows("CREATE TYPE kind AS ENUM ('phường', 'xã')");
      const sql =
        'SELECT unit::kind AS kind, value FROM t WHERE unit = ? OR value > ? ORDER BY value';
      const rows = await engine.rows(sql, ['xã', 2.5]);
      return { inserted, rows, first: progress[0], last: progress.at(-1) };
    });
    const size = (await fileOf('duckdb.bin')).length;
    expect(seen.inserted).toBe(3);
    expect(seen.rows).toEqual([
      { kind: 'xã', value: 1.5 },
      { kind: null, value: 3 },
    ]);
    expect(seen.first).toMatchObject({ stage: 'download', total: size });
    expect(seen.last).toEqual({ stage: 'start', loaded: size, total: size });
  });

  test('an abort stops a long statement and those behind it, and the engine goes on', async () => {
    const seen = await inPage(async () => {
      const engine = await startEngine({ baseUrl: document.baseURI });
      const abort = new AbortController();
      const sql = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b';
      const list = ['CREATE TABLE one AS SELECT 1 AS one', sql, 'DROP TABLE one'];
      const endless = engine.run(list, abort.signal).catch((error) => error.fault);
      const next = engine.rows('SELECT one FROM one');
      setTimeout(() => abort.abort(), 100);
      return { endless: await endless, next: await next };
    });
    expect(seen).toEqual({ endless: 'aborted', next: [{ one: 1 }] });
  });

  test('after a trap the engine is dead, and says so once', async () => {
    const seen = await inPage(async () => {
      const deaths: string[] = [];
      const onDead = (error: EngineError) => deaths.push(error.fault);
      const engine = await startEngine({ baseUrl: document.baseURI, onDead });
      const trap = `SELECT ${'abs('.repeat(900)}1${')'.repeat(900)}`; // overflows the worker's stack
      const calls = [engine.rows(trap), engine.rows('SELECT 1')];
      const faults = calls.map((call) => call.catch((error) => error.fault));
      const answers = await Promise.all(faults);
      answers.push(await engine.rows('SELECT 1').catch((error) => error.fault));
      return { answers, deaths };
    });
    expect(seen).toEqual({ answers: ['dead', 'dead', 'dead'], deaths: ['dead'] });
  });

  test('Parquet files are read together, a damaged one and an abort harm no other', async () => {
    const seen = await inPage(async () => {
      const { readParquet: read } = parquetFiles(document.baseURI);
      const bytes = new Uint8Array(await (await fetch('units.parquet')).arrayBuffer());
      const { rowCount, columns } = await read(bytes);
      const last = columns.map(({ name, kind, values }) => [name, kind, values[rowCount - 1]]);
      const whole = bytes.length;
      const broken = bytes.slice().fill(0xaa, whole - 60, whole - 8);
      const stop = new AbortController();
      const said = (error: EngineError) => error.fault ?? error.message;
      const all = [read(bytes), read(broken), read(bytes), read(bytes, stop.signal), read(bytes)];
      stop.abort();
      const together = await Promise.all(all.map((one) => one.then((t) => t.rowCount, said)));
      const late = await read(bytes, AbortSignal.abort()).catch(said);
      return { rowCount, last, together, late };
    });
    expect(seen).toEqual({
      rowCount: 5000,
      last: [
        ['id', 'number', 4999],
        ['unit', 'text', 'xã 4'],
      ],
      together: [5000, expect.stringContaining('damaged Parquet file'), 5000, 'aborted', 5000],
      late: 'aborted',
    });
  });

  test('no address outside of the site is asked, whatever a statement says', async () => {
    const faults = await inPage(async () => {
      const engine = await startEngine({ baseUrl: document.baseURI });
      const statements = [
        "FROM read_csv('http://127.0.0.1:1/x.csv')",
        'LOAD icu',
        "FROM 'x.parquet'",
      ];
      return Promise.all(statements.map((sql) => engine.rows(sql).catch((error) => error.fault)));
    });
    expect(faults).toEqual(['sql', 'sql', 'sql']);
  });
});

describe('the engine starts although the server', { timeout: 60_000 }, () => {
  test('knows no MIME type', async () => {
    expect(await inPage(startAndAsk, { mime: 'octet-stream' })).toEqual(ANSWER);
  });

  test('calls the worker something else and forbids to guess', async () => {
    const headers = { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' };
    const canned = { headers, body: await fileOf('duckdb.worker.js') };
    expect(await inPage(startAndAsk, instead('duckdb.worker.js', canned))).toEqual(ANSWER);
  });

  test('declares the gzip as a Content-Encoding', async () => {
    const canned = { headers: { 'content-encoding': 'gzip' }, body: await fileOf('duckdb.bin') };
    expect(await inPage(startAndAsk, instead('duckdb.bin', canned))).toEqual(ANSWER);
  });

  test('fails once', async () => {
    let failures = 0;
    const override = (url: string) =>
      url.includes('duckdb.bin') && failures++ === 0 ? { status: 503 } : undefined;
    expect(await inPage(startAndAsk, { override })).toEqual(ANSWER);
    expect(failures).toBe(2);
  });
});

describe('the start fails with', { timeout: 60_000 }, () => {
  const page = { headers: { 'content-type': 'text/html' }, body: HTML };

  test.each([
    ['fetch', 'HTTP 404', 'duckdb.bin', { status: 404 }],
    ['fetch', 'HTTP 404', 'duckdb.worker.js', { status: 404 }],
    ['fetch', 'HTTP 503', 'duckdb.bin', { status: 503 }],
    ['fetch', 'is a page', 'duckdb.bin', page],
    ['not-wasm', 'it begins "no module', 'duckdb.bin', { body: 'no module at all' }],
    ['fetch', 'is no script, it begins "<!doctype html>', 'duckdb.worker.js', page],
  ] as const)('%s (%s for %s)', async (fault, message, file, canned) => {
    const answer = await inPage(startAndAsk, instead(file, canned));
    expect(answer).toEqual({ fault, message: expect.stringContaining(message) });
    expect(answer).toEqual({ fault, message: expect.stringContaining(`engine/${file}`) });
  });

  test('not-wasm for a gzip that was cut short', async () => {
    const canned = { body: (await fileOf('duckdb.bin')).subarray(0, 1_000_000) };
    const answer = await inPage(startAndAsk, instead('duckdb.bin', canned));
    expect(answer).toMatchObject({ fault: 'not-wasm' });
  });

  test('instantiate for a module that was cut short, without waiting', async () => {
    const canned = { body: gunzipSync(await fileOf('duckdb.bin')).subarray(0, 1_000_000) };
    const answer = await inPage(startAndAsk, instead('duckdb.bin', canned));
    expect(answer).toEqual({
      fault: 'instantiate',
      message: expect.stringContaining('CompileError'),
    });
  });

  test('instantiate where the content policy forbids WebAssembly', async () => {
    const headers = {
      'content-type': 'text/javascript',
      'content-security-policy': "default-src 'self' blob:",
    };
    const canned = { headers, body: await fileOf('duckdb.worker.js') };
    const answer = await inPage(startAndAsk, instead('duckdb.worker.js', canned));
    expect(answer).toMatchObject({ fault: 'instantiate' });
  });

  test('timeout where the server stays silent, aborted where the caller gives up', async () => {
    const faults = await inPage(
      async () => {
        const fault = (error: EngineError) => error.fault;
        const baseUrl = document.baseURI;
        const abort = new AbortController();
        const given = startEngine({ baseUrl, signal: abort.signal }).then(() => null, fault);
        const silent = startEngine({ baseUrl, timeoutMs: 200 }).then(() => null, fault);
        setTimeout(() => abort.abort(), 100);
        return [await given, await silent];
      },
      { delayMs: 1000 },
    );
    expect(faults).toEqual(['aborted', 'timeout']);
  });

  test('timeout where the module is here and the worker does not come', async () => {
    const fault = await inPage(
      async () => {
        const options = { baseUrl: document.baseURI, timeoutMs: 300 };
        return startEngine(options).then(
          () => null,
          (error: EngineError) => error.fault,
        );
      },
      { delayMs: (url) => (url.includes('duckdb.worker.js') ? 20_000 : 0) },
    );
    expect(fault).toBe('timeout');
  });
});

async function writeParquet(path: string): Promise<void> {
  const engine = await openNativeEngine();
  await engine.rows(
    "CREATE TABLE t AS SELECT range AS id, 'xã ' || range % 5 AS unit FROM range(5000)",
  );
  await exportParquet(engine, 't', path);
  await engine.close();
}

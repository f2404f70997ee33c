/**
 * A million dossiers as CSV (about 100 MB) and as Parquet, taken in by the page: until they are recognised, until they
 * are counted and checked, the longest task of the page's own thread, and memory at the peak; beside them PapaParse
 * alone, native DuckDB and DuckDB-WASM reading the same CSV (`npm run bench`). Nothing is asserted about time.
 * A file is chosen at once when the page stands, or after the time that a person takes to choose one. `times` are those
 * of DuckDB-WASM's own reading in the same run; `load` is that of the machine. A task is measured by
 * the clock, the longest work by processor time.
 */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { launchBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { timed } from './measure.ts';
import { rendererPeakBytes } from './memory.ts';
import { seededRandom } from './random.ts';
import { makeSite, type Site } from './site.ts';
import { watchTasks, watchWork } from './tasks.ts';

const ROWS = 1_000_000;
const LIMIT_MS = 5 * 60_000;
const CHOOSING_MS = 4000;
const RESULTS = resolve(import.meta.dirname, '../../test-results');
const HEADER =
  'Mã hồ sơ,Đơn vị tiếp nhận,Lĩnh vực,Hình thức nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày trả kết quả,Đã số hóa,Thủ tục';
const COLUMNS = `{${[...Array(9).keys()].map((at) => `'c${at}': 'VARCHAR'`).join(', ')}}`;

let folder: string;
let site: Site;
let server: StaticServer;
const lines: Record<string, number | string>[] = [];
let ownReadingMs = 0;

const csvPath = () => join(folder, 'ho-so.csv');
const parquetPath = () => join(folder, 'ho-so.parquet');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dan-van-records-'));
  await writeDossiers(csvPath());
  const native = await openNativeEngine();
  await native.rows(
    `CREATE TABLE dossiers AS SELECT * FROM read_csv('${csvPath()}', header = true, all_varchar = true)`,
  );
  await exportParquet(native, 'dossiers', parquetPath());
  await native.close();
  site = await makeSite([]);
  await mkdir(join(site.folder, 'data'), { recursive: true });
  server = await serveFolder(site.folder);
}, LIMIT_MS);

afterAll(async () => {
  await server?.close();
  await site?.remove();
  await rm(folder, { recursive: true });
  await mkdir(RESULTS, { recursive: true });
  await writeFile(resolve(RESULTS, 'bench-records.json'), JSON.stringify(lines, null, 2));
  process.stdout.write(`\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
});

/** Communes of the reports, dates of 2023 and 2024, one in seventeen still open. */
async function writeDossiers(path: string): Promise<void> {
  const units = (
    await readFile(resolve(import.meta.dirname, '../../data/reports/units.csv'), 'utf8')
  )
    .split('\n')
    .map((line) => line.split(','))
    .filter((cells) => cells[3] === 'commune')
    .map((cells) => cells[1] ?? '')
    .filter((name, _, all) => all.indexOf(name) === all.lastIndexOf(name)); // no question is asked
  const { whole } = seededRandom(12);
  const day = (number: number) => {
    const [year, month, date] = new Date(Date.UTC(2023, 0, 1) + number * 864e5)
      .toISOString()
      .slice(0, 10)
      .split('-');
    return `${date}/${month}/${year}`;
  };
  const out = createWriteStream(path);
  out.write(`${HEADER}\n`);
  for (let row = 0; row < ROWS; row += 1) {
    const received = whole(0, 725);
    const due = received + whole(3, 20);
    const resolved = row % 17 === 0 ? '' : day(due + whole(-6, 4));
    const cells = [
      `H${String(row).padStart(9, '0')}`,
      units[whole(0, units.length - 1)],
      ['Hộ tịch', 'Chứng thực', 'Bảo trợ xã hội'][whole(0, 2)],
      ['Trực tuyến', 'Trực tiếp'][whole(0, 1)],
      ...[day(received), day(due), resolved, whole(0, 2) > 0 ? 'Có' : 'Không'],
      `Thủ tục số ${whole(1, 400)} thuộc thẩm quyền cấp xã`,
    ];
    if (!out.write(`${cells.join(',')}\n`)) await once(out, 'drain');
  }
  await new Promise<void>((done) => out.end(() => done()));
}

test('others reading the same CSV', { timeout: LIMIT_MS }, async () => {
  const bytes = new Uint8Array(await readFile(csvPath()));
  const papa = await timed(async () => {
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes));
    return data.length;
  });
  expect(papa.result).toBeGreaterThan(ROWS);
  const count = `SELECT count(*) AS n FROM raw`;
  const native = await openNativeEngine();
  const nativeRead = await timed(() =>
    native.rows(
      `CREATE TABLE raw AS SELECT * FROM read_csv('${csvPath()}', auto_detect = false, header = true, columns = ${COLUMNS})`,
    ),
  );
  expect(await native.rows(count)).toEqual([{ n: ROWS }]);
  await native.close();
  const wasm = await openNodeEngine();
  const path = await wasm.hand(bytes);
  const wasmRead = await timed(() =>
    wasm.rows(
      `CREATE TABLE raw AS SELECT * FROM read_csv('${path}', auto_detect = false, header = true, columns = ${COLUMNS})`,
    ),
  );
  expect(await wasm.rows(count)).toEqual([{ n: ROWS }]);
  await wasm.close();
  ownReadingMs = wasmRead.ms;
  lines.push({
    what: 'read alone',
    load: load(),
    megabytes: Math.round((await stat(csvPath())).size / 1e6),
    papaMs: Math.round(papa.ms),
    nativeMs: Math.round(nativeRead.ms),
    wasmMs: Math.round(wasmRead.ms),
  });
});

const load = () => Number(loadavg()[0]?.toFixed(1));

test.each([
  ['csv', CHOOSING_MS],
  ['csv', 0],
  ['parquet', CHOOSING_MS],
] as const)(
  'imported as %s, chosen after %i ms',
  { timeout: LIMIT_MS },
  async (format, chosenMs) => {
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(LIMIT_MS);
    const tasks = await watchTasks(page);
    const state = (wanted: string) =>
      page.waitForFunction((name) => document.documentElement.dataset.import === name, wanted);
    try {
      await page.goto(`${server.url}?package=data/reports&view=import`);
      await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
      await page.waitForTimeout(chosenMs);
      await tasks.forget();
      const longestWork = await watchWork(browser);
      const reading = await timed(async () => {
        const path = format === 'csv' ? csvPath() : parquetPath();
        await page.locator('input[type=file][multiple]').setInputFiles(path);
        await state('recognised');
      });
      const readingTask = await tasks.longest();
      await page.locator('[data-import-next]').click();
      await state('mapped');
      await tasks.forget();
      const checking = await timed(async () => {
        await page.locator('[data-import-next]').click();
        await page.waitForSelector('[data-import-next]:not([disabled])');
      });
      lines.push({
        what: `imported as ${format}`,
        ...{ load: load(), chosenMs },
        recognisedMs: Math.round(reading.ms),
        times: Number((reading.ms / ownReadingMs).toFixed(2)),
        longestTaskReadingMs: readingTask,
        checkedMs: Math.round(checking.ms),
        longestTaskCheckingMs: await tasks.longest(),
        longestWorkMs: await longestWork(),
        records: (await page.locator('[data-records]').getAttribute('data-records')) ?? '',
        peakMB: Math.round((rendererPeakBytes() ?? 0) / 1e6),
      });
    } finally {
      await browser.close();
    }
  },
);

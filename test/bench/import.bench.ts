/**
 * Large tables of figures taken in by the page: 100 000 rows of CSV, and a workbook of as many figures. How long until
 * they are recognised, and until they are planned and checked; the longest task of the page's own thread in each.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { longCsv, wideWorkbook } from './figures.ts';
import { timed } from './measure.ts';
import { makeSite, type Site } from './site.ts';
import { watchTasks } from './tasks.ts';

const LIMIT_MS = 10 * 60_000;
const RESULTS = resolve(import.meta.dirname, '../../test-results');

let site: Site;
let server: StaticServer;
const lines: Record<string, number | string>[] = [];

beforeAll(async () => {
  site = await makeSite([]);
  server = await serveFolder(site.folder);
}, LIMIT_MS);

afterAll(async () => {
  await server?.close();
  await site?.remove();
  await mkdir(RESULTS, { recursive: true });
  await writeFile(resolve(RESULTS, 'bench-import.json'), JSON.stringify(lines, null, 2));
  process.stdout.write(`\n${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
});

const FILES = [
  ['figures.csv', () => Buffer.from(longCsv(100_000))],
  ['figures.xlsx', () => Buffer.from(wideWorkbook(4_500))],
] as const;

test.each(FILES)('%s is imported', { timeout: LIMIT_MS }, async (name, bytesOf) => {
  const buffer = bytesOf();
  const path = join(site.folder, name);
  await writeFile(path, buffer); // bytes handed over by the driver would be unpacked by the page's own thread
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(LIMIT_MS);
  const tasks = await watchTasks(page);
  const state = (wanted: string) =>
    page.waitForFunction((step) => document.documentElement.dataset.import === step, wanted);
  try {
    await page.goto(`${server.url}?package=data/reports&view=import`);
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.waitForTimeout(2000); // the other screens' scripts follow
    await tasks.forget();
    const reading = await timed(async () => {
      await page.locator('input[type=file][multiple]').setInputFiles(path);
      await state('recognised');
    });
    const longestReading = await tasks.longest();
    const longWhileReading = await tasks.count();
    await page.locator('[data-import-next]').click();
    await state('mapped');
    await tasks.forget();
    const checking = await timed(async () => {
      await page.locator('[data-import-next]').click();
      await page.waitForSelector('[data-import-next]:not([disabled])');
    });
    const added = await page.locator('[data-change=added]').getAttribute('data-value');
    expect(Number(added)).toBeGreaterThan(50_000);
    lines.push({
      ...{ what: name, kilobytes: Math.round(buffer.length / 1e3), added: added ?? '' },
      recognisedMs: Math.round(reading.ms),
      ...{ longTasksReading: longWhileReading, longestTaskReadingMs: longestReading },
      checkedMs: Math.round(checking.ms),
      longTasksChecking: await tasks.count(),
      longestTaskCheckingMs: await tasks.longest(),
    });
  } finally {
    await browser.close();
  }
});

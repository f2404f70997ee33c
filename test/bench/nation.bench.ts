/**
 * A nation in the browser: 34 provinces, 3 300 communes, 10 years of months, 100 indicators of two measures each. The
 * package of all provinces and those of some provinces (`NATION_PROVINCES`, 1 if not said) are made and published in
 * full: size, time and memory of publishing, first picture, the way from the nation into a province. Figures of all
 * provinces are reckoned from these (`npx vitest run --mode bench nation`). Nothing is asserted about time or memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { watchPage } from './browser.ts';
import { timed } from './measure.ts';
import { rendererBytes, rendererPeakBytes, watchPeak } from './memory.ts';
import { NATION, provincePackage, WHOLE, writeProvince, writeWhole } from './nation.ts';
import { makeSite, type Site } from './site.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RESULTS = join(ROOT, 'test-results');
const MADE = join(ROOT, 'node_modules/.cache/nation');
const PROVINCES = Number(process.env.NATION_PROVINCES ?? 1);
const LIMIT_MS = 20 * 60_000;

type Line = Readonly<Record<string, number | string | null>>;
const lines: Line[] = [];
let site: Site;
let server: StaticServer;

beforeAll(async () => {
  site = await makeSite([]);
  await makePackage(WHOLE, (folder) => writeWhole(NATION, folder));
  for (let at = 0; at < PROVINCES; at += 1)
    await makePackage(provincePackage(at), (folder) => writeProvince(NATION, at, folder));
  server = await serveFolder(site.folder);
});

afterAll(async () => {
  await server?.close();
  await site?.remove();
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, 'bench-nation.json'), JSON.stringify(lines, null, 2));
});

/** Made once and kept, published anew: that is what is measured. */
async function makePackage(path: string, write: (folder: string) => Promise<number>) {
  const kept = join(MADE, path);
  if (!isThere(kept)) {
    await write(`${kept}.part`);
    await rename(`${kept}.part`, kept);
  }
  const folder = join(site.folder, path);
  await cp(kept, folder, { recursive: true });
  const packageMB = megabytes(bytesIn(folder));
  const child = spawn('node', ['server/publish-package.mjs', folder], { cwd: ROOT });
  const peak = watchPeak(child);
  const { ms, result } = await timed(() => once(child, 'exit'));
  expect(result[0]).toBe(0);
  const storedMB = megabytes(bytesIn(join(folder, 'answers')));
  note({ path, packageMB, storedMB, publishS: seconds(ms), publishPeakMB: megabytes(peak()) });
}

function isThere(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false }) !== undefined;
}

test.each([WHOLE, provincePackage(0)])('%s opens', async (path) => {
  await onPage(async (page) => {
    const start = performance.now();
    await page.goto(`${server.url}?package=${path}&view=compare`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.bench?.pictures().length);
    const pictureS = seconds(performance.now() - start);
    await page.waitForFunction(() => !document.querySelector('[data-stored]'));
    const engineS = seconds(performance.now() - start);
    const peakMB = megabytes(rendererPeakBytes() ?? 0);
    note({ path, pictureS, engineS, peakMB, restMB: megabytes(rendererBytes() ?? 0) });
    expect(await page.evaluate(() => document.documentElement.dataset.ready)).toBe('true');
  });
});

test('from the nation into a province', async () => {
  await onPage(async (page) => {
    await page.goto(`${server.url}?package=${WHOLE}&view=compare`, { waitUntil: 'commit' });
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached' });
    await page.waitForFunction(() => !document.querySelector('[data-stored]'));
    const into = page.getByRole('link', { name: 'Tỉnh Mẫu 1', exact: true });
    const { ms } = await timed(async () => {
      await into.click();
      await page.getByRole('link', { name: 'Xã Mẫu 1.1', exact: true }).waitFor();
    });
    note({ path: `${WHOLE} → ${provincePackage(0)}`, pictureS: seconds(ms) });
    expect(page.url()).toContain(provincePackage(0));
  });
});

async function onPage(look: (page: Page) => Promise<void>): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.setDefaultTimeout(LIMIT_MS);
    await page.addInitScript(watchPage);
    await look(page);
  } finally {
    await browser.close();
  }
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

function note(line: Line): void {
  lines.push(line);
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const seconds = (ms: number) => Math.round(ms / 100) / 10;
const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

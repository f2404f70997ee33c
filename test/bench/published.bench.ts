/**
 * What `publish-package` is worth: the first picture, the moment from which the engine answers, bytes and memory, with and
 * without stored answers and prepared tables, for a small package and one of a million statements (`npm run bench`).
 * Nothing is asserted about time or memory.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, statSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { watchPage } from './browser.ts';
import { FIVE_THOUSAND, ONE_MILLION } from './generate.ts';
import { rendererBytes, rendererPeakBytes } from './memory.ts';
import { makeSite, type Site } from './site.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const RESULTS = resolve(ROOT, 'test-results');
const PLANS = [FIVE_THOUSAND, ONE_MILLION];
const PUBLISHED = '-published';
const LIMIT_MS = 15 * 60_000;
const REST_MS = 15_000;

interface Opening {
  readonly name: string;
  readonly pictureMs: number;
  /** Until the engine answers, and every check has run. */
  readonly engineMs: number;
  readonly peak: number | null;
  readonly rest: number | null;
  /** Of the stored files; 0 without them. */
  readonly storedBytes: number;
}

let site: Site;
let server: StaticServer;
const openings: Opening[] = [];

beforeAll(async () => {
  site = await makeSite(PLANS);
  for (const { name } of PLANS) {
    const folder = join(site.folder, 'data', name + PUBLISHED);
    cpSync(join(site.folder, 'data', name), folder, { recursive: true });
    execFileSync('node', ['server/publish-package.mjs', folder], { cwd: ROOT, stdio: 'inherit' });
  }
  server = await serveFolder(site.folder);
});

afterAll(async () => {
  await server?.close();
  await site?.remove();
  await mkdir(RESULTS, { recursive: true });
  await writeFile(resolve(RESULTS, 'bench-published.json'), JSON.stringify(openings, null, 2));
  process.stdout.write(`\n${openings.map(lineOf).join('\n')}\n`);
});

test.each(PLANS.flatMap(({ name }) => [name, name + PUBLISHED]))('%s', async (name) => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.addInitScript(watchPage);
  try {
    const start = performance.now();
    await page.goto(`${server.url}?package=data/${name}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.bench?.pictures().length);
    const pictureMs = performance.now() - start;
    const isPublished = name.endsWith(PUBLISHED);
    const wanted = isPublished || name === FIVE_THOUSAND.name ? 1 : 2; // else drawn again with its flags
    await page.waitForFunction(
      (pictures) =>
        window.bench.pictures().length >= pictures && !document.querySelector('[data-stored]'),
      wanted,
    );
    const engineMs = performance.now() - start;
    await page.waitForTimeout(REST_MS);
    const storedBytes = isPublished ? await bytesIn(join(site.folder, 'data', name, 'answers')) : 0;
    const memory = { peak: rendererPeakBytes(), rest: rendererBytes() };
    openings.push({ name, pictureMs, engineMs, ...memory, storedBytes });
    expect(await page.evaluate(() => document.documentElement.dataset.ready)).toBe('true');
  } finally {
    await browser.close();
  }
});

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder);
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
}

function lineOf({ name, pictureMs, engineMs, peak, rest, storedBytes }: Opening): string {
  const mb = (bytes: number | null) =>
    bytes === null ? '–' : `${(bytes / 2 ** 20).toFixed(1)} MB`;
  const s = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  const first = openings.find((other) => name === other.name + PUBLISHED);
  const ratio = first ? ` (${(pictureMs / first.pictureMs).toFixed(2)} ×)` : '';
  return `${name}: picture ${s(pictureMs)}${ratio}, engine ${s(engineMs)}, peak ${mb(peak)}, rest ${mb(rest)}, stored ${mb(storedBytes)}`;
}

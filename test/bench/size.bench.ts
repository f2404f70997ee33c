/**
 * What a large package costs an office PC: memory of the page's process at its peak and at rest, and the time to
 * the first picture, for one million statements as CSV and as Parquet; and what the page says to three million
 * (`npm run bench`). Nothing is asserted about time or memory.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { watchPage } from './browser.ts';
import { ONE_MILLION, type Plan } from './generate.ts';
import { rendererBytes, rendererPeakBytes } from './memory.ts';
import { makeSite, type Site } from './site.ts';

const RESULTS = resolve(import.meta.dirname, '../../test-results');
const THREE_MILLION = { ...ONE_MILLION, districts: 3 * ONE_MILLION.districts };
const PLANS: readonly Plan[] = [
  { ...ONE_MILLION, name: 'size-1m-csv', format: 'csv' },
  { ...ONE_MILLION, name: 'size-1m-parquet' },
  { ...THREE_MILLION, name: 'size-3m-csv', format: 'csv' },
  { ...THREE_MILLION, name: 'size-3m-parquet' },
];

const LIMIT_MS = 15 * 60_000;
const REST_MS = 15_000;
const EVERY_MS = 100;

interface Opening {
  readonly name: string;
  readonly observations: number;
  readonly outcome: 'picture' | 'message' | 'gone';
  /** Until the first picture, or until the page says why there is none. */
  readonly ms: number;
  readonly peak: number | null;
  /** A while after everything is drawn and checked. */
  readonly rest: number | null;
  readonly said: string;
}

let site: Site;
let server: StaticServer;
const openings: Opening[] = [];

beforeAll(async () => {
  site = await makeSite(PLANS);
  server = await serveFolder(site.folder);
});

afterAll(async () => {
  await server?.close();
  await site?.remove();
  if (openings.length === 0) return;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(resolve(RESULTS, 'bench-size.json'), JSON.stringify(openings, null, 2));
  process.stdout.write(`\n${openings.map(lineOf).join('\n')}\n`);
});

test.each(PLANS)('$name', async (plan) => {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(LIMIT_MS);
  await page.addInitScript(watchPage);
  let highest = 0; // of a process that may be gone at the end
  const look = setInterval(() => {
    highest = Math.max(highest, rendererPeakBytes() ?? 0);
  }, EVERY_MS);
  try {
    const start = performance.now();
    const outcome = await openedAs(page, `${server.url}?package=data/${plan.name}`);
    const ms = performance.now() - start;
    if (outcome === 'picture') await checked(page);
    if (outcome !== 'gone') await page.waitForTimeout(REST_MS);
    const said = outcome === 'message' ? await page.getByRole('alert').innerText() : '';
    openings.push({
      name: plan.name,
      observations: site.counts[plan.name] ?? 0,
      outcome,
      ms,
      peak: highest || null,
      rest: outcome === 'gone' ? null : rendererBytes(),
      said: said.replace(/\s+/g, ' '),
    });
    expect(ms).toBeGreaterThan(0);
  } finally {
    clearInterval(look);
    await browser.close();
  }
});

async function openedAs(page: Page, url: string): Promise<Opening['outcome']> {
  const crashed = new Promise<'gone'>((done) => page.once('crash', () => done('gone')));
  const drawn = async () => {
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    const ready = await page.evaluate(() => document.documentElement.dataset.ready);
    return ready === 'true' ? 'picture' : 'message';
  };
  return Promise.race([crashed, drawn().catch(() => 'gone' as const)]);
}

/** The picture is drawn once more when the checks have added their flags. */
async function checked(page: Page): Promise<void> {
  await page.waitForFunction(() => window.bench.pictures().length > 1).catch(() => {});
}

function lineOf({ name, observations, outcome, ms, peak, rest, said }: Opening): string {
  const mb = (bytes: number | null) => (bytes === null ? '–' : `${Math.round(bytes / 2 ** 20)} MB`);
  const first = openings[0];
  const ratio = peak && first?.peak ? ` (${(peak / first.peak).toFixed(1)} × ${first.name})` : '';
  const memory = `peak ${mb(peak)}${ratio}, rest ${mb(rest)}`;
  return `${name}: ${observations} observations, ${outcome} after ${(ms / 1000).toFixed(1)} s; ${memory} ${said}`;
}

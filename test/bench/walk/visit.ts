/** One page in a browser of its own: opened cold, opened again, walked; its memory and its bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { rendererBytes, rendererPeakBytes } from '../memory.ts';
import type { Sight } from './plan.ts';
import { watchPage } from './watch.ts';

/** A page that is measured. */
export interface Subject {
  /** Address of the server's root. */
  readonly url: string;
  /** What lies behind it, for the size of what was sent. */
  readonly folder: string;
  /** Path and query of what it shows. */
  readonly address: (sight: Sight) => string;
}

const LIMIT_MS = 15 * 60_000;
const REST_MS = 8000;
const SIZE = { width: 1366, height: 768 };

/** From the navigation to the first picture, each time in a profile that has seen nothing. */
export async function openCold(subject: Subject, path: string, times: number): Promise<number[]> {
  return withBrowser(async (browser) => {
    const found: number[] = [];
    for (let at = 0; at < times; at++) {
      const context = await browser.newContext({ viewport: SIZE });
      found.push((await arrive(context, subject.url + path)).ms);
      await context.close();
    }
    return found;
  });
}

/** The second visit of a profile, after the engine has taken over from the first. */
export async function openAgain(subject: Subject, path: string, times: number): Promise<number[]> {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: SIZE });
    const found: number[] = [];
    for (let at = 0; at <= times; at++) {
      const { page, ms } = await arrive(context, subject.url + path);
      await settled(page);
      await page.close();
      if (at > 0) found.push(ms);
    }
    return found;
  });
}

export interface Walked {
  readonly times: readonly number[];
  /** Values of each picture. */
  readonly values: readonly (readonly number[])[];
  /** Of the naive page: its queries alone. */
  readonly queries: readonly number[];
  readonly peak: number | null;
  readonly rest: number | null;
}

/** Opens a page, lets it come to rest, and goes from sight to sight. */
export async function walk(subject: Subject, sights: readonly Sight[]): Promise<Walked> {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: SIZE });
    const [start, ...steps] = sights;
    const { page } = await arrive(context, subject.url + (start ? subject.address(start) : ''));
    await settled(page);
    const changes = [];
    for (const step of steps) {
      const search = `?${subject.address(step).split('?')[1]}`;
      changes.push(await page.evaluate((to) => window.walk.change(to), search));
    }
    await page.waitForTimeout(REST_MS);
    const queries = await page.evaluate(() => (globalThis as { queryMs?: number[] }).queryMs ?? []);
    return {
      times: changes.map(({ ms }) => ms),
      values: changes.map(({ values }) => values),
      ...{ queries, peak: rendererPeakBytes(), rest: rendererBytes() },
    };
  });
}

/** What was asked for before the first picture: path and bytes, gzipped as servers send text. */
export async function bytesBefore(subject: Subject, path: string) {
  return withBrowser(async (browser) => {
    const context = await browser.newContext({ viewport: SIZE });
    const { page, ms } = await arrive(context, subject.url + path);
    const asked = await page.evaluate((at) => window.walk.askedBefore(at), ms);
    const files = [subject.url + path, ...asked].filter((url) => url.startsWith(subject.url));
    const paths = files.map((url) => decodeURIComponent(new URL(url).pathname).slice(1));
    return [...new Set(paths)].map((file) => ({
      file,
      bytes: sentBytes(join(subject.folder, file)),
    }));
  });
}

/** Types that come packed already are sent as they are. */
const PACKED = /\.(bin|woff2?|parquet|png)$/;

function sentBytes(file: string): number {
  const bytes = readFileSync(file);
  return PACKED.test(file) ? bytes.length : gzipSync(bytes).length;
}

async function withBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await launchBrowser();
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

async function arrive(context: BrowserContext, url: string): Promise<{ page: Page; ms: number }> {
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  await page.addInitScript(watchPage);
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.walk?.picture());
  const [ms, ready] = await page.evaluate(() => [
    window.walk.picture() ?? 0,
    document.documentElement.dataset.ready,
  ]);
  if (ready === 'error') throw new Refused(await page.locator('main').innerText());
  return { page, ms: Number(ms) };
}

/** The page says why there is no picture. */
export class Refused extends Error {}

/** The engine has taken over, what was answered is kept, and the other scripts have come. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('[data-stored]'));
  await page.waitForFunction(() => document.documentElement.dataset.checks !== 'running'); // nothing is kept before
  await page.waitForTimeout(2500);
}

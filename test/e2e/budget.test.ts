/** The landing view, its answers stored, asks for little before its first picture: a budget, in bytes as sent. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { copyOfSite } from './package.ts';
import { readiness, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

/** Of everything that is asked for until the picture stands: page, scripts, style, fonts, answers. */
const MOST = 400_000;
/** Sent as they are; all else is text, which servers pack. */
const PACKED = /\.(bin|woff2|parquet)$/;

/** Waits of the page from which on they are pauses. */
const PAUSE_MS = 500;

const PATH = 'data/reports';

beforeAll(() => {
  execFileSync('node', ['server/publish-package.mjs', join(site(), PATH)]);
}, 600_000);

test('the overview stays within its budget', async () => {
  const { page } = await open(`?package=${PATH}`, { dir: site(), prepare: noteReady });
  expect(await readiness(page)).toBe('true');
  const asked = await askedBefore(page);
  expect(asked.filter((file) => file.startsWith('engine/'))).toEqual([]);
  const sizes = asked.map((file) => [sentBytes(join(site(), file)), file] as const);
  const sum = sizes.reduce((all, [bytes]) => all + bytes, 0);
  const told = sizes.sort(([a], [b]) => b - a).map(([bytes, file]) => `${bytes} ${file}`);
  expect(sum, told.join('\n')).toBeLessThan(MOST);
});

/** When the picture was there; what follows it after a pause follows it on the slowest machine, too. */
async function noteReady(page: Page): Promise<void> {
  await page.addInitScript((pause) => {
    const wait = window.setTimeout.bind(window);
    const never = (task: TimerHandler, ms = 0) => (ms < pause ? wait(task, ms) : 0);
    window.setTimeout = never as typeof setTimeout;
    new MutationObserver(() => {
      const root = document.documentElement;
      if (root.dataset.ready) root.dataset.readyAt ??= String(performance.now());
    }).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
  }, PAUSE_MS);
}

/** Paths in the site. */
async function askedBefore(page: Page): Promise<string[]> {
  const urls = await page.evaluate(() => {
    const at = Number(document.documentElement.dataset.readyAt);
    const resources = performance.getEntriesByType('resource');
    return resources.filter(({ startTime }) => startTime < at).map(({ name }) => name);
  });
  const ofSite = urls.filter((url) => url.startsWith('http'));
  const paths = ofSite.map((url) => decodeURIComponent(new URL(url).pathname).slice(1));
  return [...new Set(['index.html', ...paths])];
}

function sentBytes(file: string): number {
  return PACKED.test(file) ? statSync(file).size : gzipSync(readFileSync(file)).length;
}

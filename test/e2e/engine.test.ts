/** An engine that does not come, comes late, or dies: the frame stands, and the reader is told. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { DIST } from '../support/build.ts';
import type { CannedResponse } from '../support/server.ts';
import { drawn, figureButton, go, openDrawn, readiness, siteOpener } from './site.ts';

const open = siteOpener();
const LINK = '?view=compare&indicator=dossiers_online_rate';
const PAGE = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><h1>Start</h1>' };

const FAILURES: readonly [string, string, CannedResponse, string, boolean][] = [
  ['a missing module', 'duckdb.bin', { status: 404 }, vi.failure.engineMissing, true],
  ['a missing worker', 'duckdb.worker.js', { status: 404 }, vi.failure.engineMissing, true],
  ['a module that needs a login', 'duckdb.bin', { status: 401 }, vi.failure.engineLogin, false],
  [
    'a module that may not be read',
    'duckdb.bin',
    { status: 403 },
    vi.failure.engineForbidden,
    false,
  ],
  ['HTML instead of the module', 'duckdb.bin', PAGE, vi.failure.engineMissing, false],
  ['HTML instead of the worker', 'duckdb.worker.js', PAGE, vi.failure.engineMissing, false],
];

test.each(FAILURES)(
  '%s is told in words, and a second try opens the data',
  async (_, file, canned, words, again) => {
    let broken = true;
    const override = (url: string) =>
      broken && url.includes(`engine/${file}`) ? canned : undefined;
    const { page } = await open(LINK, { override });
    expect(await readiness(page)).toBe('error');
    await expectFrame(page);
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain(`engine/${file}: ${words}`);
    expect(await page.getByRole('progressbar').count()).toBe(0);
    const retry = alert.getByRole('button', { name: vi.failure.retry });
    expect(await retry.count()).toBe(1);
    if (!again) return; // what comes then is the same for every answer of the server
    broken = false;
    await retry.click();
    await alert.waitFor({ state: 'detached' });
    await drawn(page);
    expect(await figureButton(page, 'Phường Phổ Hòa').textContent()).toContain('20,9%');
  },
);

test('title, navigation and controls stand before the engine is there', async () => {
  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  const prepare = (page: Page) =>
    page.route('**/engine/duckdb.bin*', async (route) => {
      await released;
      await route.continue();
    });
  const { page } = await open(LINK, { prepare, dir: DIST });
  await page.getByRole('combobox', { name: vi.control.indicator }).waitFor();
  await page.getByLabel(vi.control.searchUnits).waitFor();
  await expectFrame(page);
  await page.getByRole('progressbar').first().waitFor();
  expect(await page.locator('html').getAttribute('data-ready')).toBeNull();
  await page.getByRole('navigation').getByRole('link', { name: vi.view.unit }).click();
  await page.getByRole('combobox', { name: vi.control.unit }).waitFor();
  release();
  await drawn(page);
  await page.getByRole('heading', { name: 'Phường Phổ Hòa' }).waitFor();
});

test('an engine that dies is restarted with a note, and the numbers are shown again', async () => {
  const { page } = await openDrawn(open, LINK, { prepare: keepWorkers, dir: DIST });
  await killEngine(page);
  await page.getByRole('status').filter({ hasText: vi.restarted }).waitFor();
  await drawn(page);
  expect(await figureButton(page, 'Phường Phổ Hòa').textContent()).toContain('20,9%');
  await go(page, 'table');
  await page.locator('main tbody [data-value]').first().waitFor();
});

test('an engine that dies while it starts a package is restarted as well', async () => {
  const { page } = await open(LINK, { prepare: keepWorkers, dir: DIST });
  await page.waitForFunction(() => (window as unknown as Keeper).engines.length > 0);
  await page.getByRole('combobox', { name: vi.control.indicator }).waitFor();
  await killEngine(page);
  expect(['true', 'error']).toContain(await readiness(page));
  const retry = page.getByRole('button', { name: vi.failure.retry });
  if (await retry.isVisible()) await retry.click();
  await figureButton(page, 'Phường Phổ Hòa').waitFor();
  await drawn(page);
});

test('an engine that dies again and again is given up with words and a way to try again', async () => {
  const { page } = await openDrawn(open, LINK, { prepare: keepWorkers, dir: DIST });
  for (const screen of ['unit', 'table'] as const) {
    await killEngine(page);
    await page.getByRole('status').filter({ hasText: vi.restarted }).waitFor();
    await go(page, screen); // a new question: only a living engine answers it
  }
  await killEngine(page);
  await page.getByRole('alert').waitFor();
  expect(await readiness(page)).toBe('error');
  await expectFrame(page);
  expect(await page.getByRole('alert').textContent()).toContain(vi.failure.engineDead);
  await page.getByRole('button', { name: vi.failure.retry }).click();
  await go(page, 'trend');
});

async function expectFrame(page: Page): Promise<void> {
  await page.getByText(vi.app.title).first().waitFor();
  const links = await page.getByRole('navigation').getByRole('link').allTextContents();
  expect(links).toEqual(expect.arrayContaining([vi.view.overview, vi.view.compare, vi.view.table]));
}

interface Keeper {
  engines: Worker[];
}

/** Keeps every engine worker that the page makes, so that a test can end it. */
async function keepWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const keeper = window as unknown as Keeper;
    keeper.engines = [];
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (String(url).includes('duckdb')) keeper.engines.push(this);
      }
    };
  });
}

/** Ends the newest engine the way a browser reports a crashed worker. */
async function killEngine(page: Page): Promise<void> {
  await page.evaluate(() => {
    const engine = (window as unknown as Keeper).engines.at(-1);
    engine?.terminate();
    engine?.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
  });
}

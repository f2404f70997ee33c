/** Pages on a served build: opened, awaited, watched. One browser and two shared pages for all test files of a worker. */
import type { ServerResponse } from 'node:http';
import type { Browser, Locator, Page } from 'playwright-core';
import { type afterAll, afterEach } from 'vitest';
import { en } from '../../src/text/en/words.ts';
import { vi } from '../../src/text/vi/words.ts';
import { ALONE, launchBrowser, QUICK } from '../support/browser.ts';
import { DIST, PUBLISHED } from '../support/build.ts';
import { type ServeOptions, serveFolder } from '../support/server.ts';

export const SCREENS = ['overview', 'compare', 'trend', 'unit', 'table'] as const;
export type Screen = (typeof SCREENS)[number];

export interface VisitOptions extends ServeOptions {
  /** The site's folder; unless said otherwise the published build, on a server with faults the one without stored answers. */
  readonly dir?: string;
  /** The engine never comes: what is drawn is what was stored, and a start costs a tenth. */
  readonly withoutEngine?: boolean;
  /** Runs before the page is asked for: routes, init scripts. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** What is waited for: everything that the page names, unless said otherwise. */
  readonly waitUntil?: 'load' | 'commit';
}

/** An open page and what it did that it should not. */
export interface Visit {
  readonly page: Page;
  /** Address of the site, with a trailing slash. */
  readonly url: string;
  /** Console errors and exceptions that nothing caught. */
  readonly errors: string[];
  /** Requests to another origin; the browser finds no other host. */
  readonly strays: string[];
}

/**
 * Opens `index.html` + `query`. With options (an empty object will do) on a server and in a browser profile of its
 * own, both gone after the test. Without, all tests of a worker share one page a delivered package, from file to file:
 * whoever comes later is led to the address by the page itself, over another language, so that nothing that was drawn
 * stays.
 */
export type OpenSite = (query?: string, options?: VisitOptions) => Promise<Visit>;

/** To be called once at the top of a test file; `after` says when pages of their own go. */
export function siteOpener(after: typeof afterEach | typeof afterAll = afterEach): OpenSite {
  const endings: Endings = [];
  after(() => end(endings));
  afterEach(tidyShared);
  return async (query = '', options) =>
    options ? arrive(query, options, endings) : onSharedPage(query);
}

type Endings = (() => Promise<unknown>)[];

async function end(list: Endings): Promise<void> {
  for (const close of list.splice(0).reverse()) await close();
}

/** The worker's browser; it ends with the worker, which Playwright sees to. */
let browser: Promise<Browser> | null = null;

async function ownBrowser(): Promise<Browser> {
  const known = await browser?.catch(() => null);
  if (known?.isConnected()) return known;
  browser = launchBrowser([...QUICK, ALONE]);
  return browser;
}

interface Shared {
  readonly visit: Visit;
  /** How it is given up. */
  readonly endings: Endings;
  /** The test that runs was led to it. */
  isUsed: boolean;
}

/** Shared pages by package. */
const shared = new Map<string, Shared>();

/** What a test leaves behind on a shared page is taken back; a page with which that fails is given up. */
async function tidyShared(): Promise<void> {
  for (const [key, page] of shared) {
    if (page.isUsed && !(await tidy(page.visit).catch(() => false))) await giveUp(key, page);
    page.isUsed = false;
  }
}

async function giveUp(key: string, { endings }: Shared): Promise<void> {
  shared.delete(key);
  await end(endings).catch(() => {});
}

async function onSharedPage(query: string): Promise<Visit> {
  const key = new URLSearchParams(query).get('package') === SECOND ? SECOND : '';
  const known = shared.get(key);
  if (known && (await again(known.visit, query).catch(() => false))) {
    known.isUsed = true;
    return known.visit;
  }
  if (known) await giveUp(key, known);
  const endings: Endings = [];
  const visit = await arrive(query, {}, endings);
  shared.set(key, { visit, endings, isUsed: true });
  return visit;
}

/** A package that so many tests look at that it has a page of its own: every change of package starts an engine. */
const SECOND = 'data/sample';

const SIZE = { width: 1366, height: 768 };

/** What is waited for on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

async function arrive(
  query: string,
  { prepare, waitUntil = 'load', dir, withoutEngine, ...serving }: VisitOptions,
  endings: Endings,
): Promise<Visit> {
  const isPlain = Object.keys(serving).length > 0 && !withoutEngine;
  const takeOver = withoutEngine
    ? (url: string, response: ServerResponse) =>
        isEngine(url) || (serving.takeOver?.(url, response) ?? false)
    : serving.takeOver;
  const server = await serveFolder(dir ?? (isPlain ? DIST : PUBLISHED), {
    ...serving,
    ...(takeOver && { takeOver }),
  });
  endings.push(server.close);
  const context = await (await ownBrowser()).newContext({
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: SIZE,
  });
  endings.push(() => context.close());
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const visit = { page, url: server.url, errors: [], strays: [] };
  listen(visit);
  await prepare?.(page);
  await page.goto(`${server.url}index.html${query}`, { waitUntil });
  return visit;
}

const isEngine = (url: string) => url.includes('engine/duckdb.bin');

/**
 * The page of an earlier test, as if it had just been opened.
 *
 * @returns false where it broke down: another one is needed
 */
async function again(visit: Visit, query: string): Promise<boolean> {
  const { page, url } = visit;
  if (page.isClosed() || !page.url().startsWith(url)) return false;
  if ((await page.locator('nav').count()) === 0) return false;
  visit.errors.length = 0;
  visit.strays.length = 0;
  await page.setViewportSize(SIZE);
  await page.emulateMedia({ media: null });
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    sessionStorage.clear();
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null }));
  });
  await lead(page, query);
  return true;
}

/** @returns false where the page is gone, or the browser keeps something that later tests would find */
async function tidy(visit: Visit): Promise<boolean> {
  const { page } = visit;
  if (page.isClosed() || (await keepsSomething(page))) return false;
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  await context.setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const event of HEARD) page.removeAllListeners(event);
  listen(visit);
  page.setDefaultTimeout(PATIENCE);
  await page.emulateMedia(PLAIN_MEDIA);
  return true;
}

/** Packages, mappings, templates: all but stored answers, which belong to a second visit. */
function keepsSomething(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all = await indexedDB.databases();
    for (const { name = '' } of all.filter((found) => found.name !== 'dan-van-visits')) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const count = await settled(database.transaction(store).objectStore(store).count());
        if (count > 0) return true;
      }
      database.close();
    }
    return false;
  });
}

/** What tests listen to. */
const HEARD = ['console', 'dialog', 'download', 'pageerror', 'request', 'response', 'websocket'];

const PLAIN_MEDIA = {
  media: null,
  colorScheme: null,
  reducedMotion: null,
  forcedColors: null,
} as const;

/** Puts something into the browser's storage as another tab would. */
export async function keep(page: Page, key: string, text: string): Promise<void> {
  await page.evaluate(
    ([name = '', value = '']) => {
      localStorage.setItem(name, value);
      dispatchEvent(new StorageEvent('storage', { key: name }));
    },
    [key, text],
  );
}

/** Leads the page to an address of its package without loading it again; everything on it is drawn anew. */
export async function lead(page: Page, query: string): Promise<void> {
  const pkg = new URLSearchParams(query).get('package');
  await push(page, `?lang=en${pkg ? `&package=${pkg}` : ''}`);
  await navigation(page, en.view.trend).waitFor();
  await push(page, query);
  await navigation(page, vi.view.trend).waitFor();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

function navigation(page: Page, name: string): Locator {
  return page.getByRole('navigation').getByRole('link', { name, exact: true });
}

async function push(page: Page, query: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `index.html${query}`);
}

/** Requests are told of, not stopped and let go one by one: the browser finds no other host by itself (ALONE). */
function listen({ page, url, errors, strays }: Visit): void {
  const { origin } = new URL(url);
  const leaves = (target: URL) => /^https?:$/.test(target.protocol) && target.origin !== origin;
  page.on('request', (request) => {
    if (leaves(new URL(request.url()))) strays.push(request.url());
  });
  page.on('websocket', (socket) => strays.push(socket.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
}

/** Waits until the view is drawn. @throws Error with the page's own words when it cannot be */
export async function drawn(page: Page): Promise<void> {
  if ((await readiness(page)) === 'true') return;
  const alerts = await page.getByRole('alert').allTextContents();
  throw new Error(`the view could not be drawn: ${alerts.join(' | ')}`);
}

/** Waits until the page has come to an end, good or bad. */
export async function readiness(page: Page): Promise<string> {
  const ready = await page.waitForFunction(() => document.documentElement.dataset.ready ?? '');
  return ready.jsonValue();
}

/** Opens a site and waits for its first picture. */
export async function openDrawn(
  open: OpenSite,
  query?: string,
  options?: VisitOptions,
): Promise<Visit> {
  const visit = await open(query, options);
  await drawn(visit.page);
  return visit;
}

/** Goes to a screen by its link and waits for the picture. */
export async function go(page: Page, screen: Screen): Promise<void> {
  const link = page
    .getByRole('navigation')
    .getByRole('link', { name: vi.view[screen], exact: true });
  await link.click();
  await page.locator('nav a[aria-current=page]', { hasText: vi.view[screen] }).waitFor();
  await page.locator('main h1').waitFor();
  await drawn(page);
}

/** The value of one figure in the drawing or in a table, found by what a screen reader says of it. */
export function figureButton(page: Page, ...said: readonly string[]): Locator {
  const start = page.getByRole('button', { name: said[0] ?? '' });
  return said
    .slice(1)
    .reduce((found, words) => found.and(page.getByRole('button', { name: words })), start);
}

export function panel(page: Page): Locator {
  return page.getByRole('dialog', { name: vi.origin.heading });
}

/** Opens the panel of the first number on the screen, waits for it, closes it. */
export async function peekOrigin(page: Page): Promise<string> {
  await page.locator('main .number-button').first().click();
  await panel(page).locator('[data-value]').first().waitFor();
  await drawn(page);
  const text = await panel(page).textContent();
  await panel(page).getByRole('button', { name: vi.origin.close }).click();
  await panel(page).waitFor({ state: 'detached' });
  return text ?? '';
}

/** All five screens, the origin of a number, a table in place of a chart, both downloads; their headings. */
export async function walk(page: Page): Promise<string[]> {
  const headings: string[] = [];
  for (const screen of SCREENS) {
    await go(page, screen);
    headings.push((await page.locator('main h1').textContent()) ?? '');
    await saved(page, vi.chart.csv);
    await saved(page, vi.chart.excel);
    const toTable = page.getByRole('button', { name: vi.chart.showTable });
    if (await toTable.isVisible()) await toTable.click();
    await peekOrigin(page);
  }
  return headings;
}

/** Presses a download button; the file's path. */
export async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await download).path();
}

/** The query string of the page, readable. */
export function query(page: Page): string {
  return decodeURIComponent(new URL(page.url()).search);
}

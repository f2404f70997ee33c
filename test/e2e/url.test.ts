/** The URL is the state: bad values fall back visibly, history works, defaults stay out of it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { copyOfSite, SMALL, writePackage } from './package.ts';
import {
  drawn,
  figureButton,
  go,
  openDrawn,
  panel,
  query,
  readiness,
  saved,
  siteOpener,
} from './site.ts';
import { readCsvFile, tableRows } from './tables.ts';

const open = siteOpener();
const site = copyOfSite();
const ONLINE = 'view=compare&indicator=dossiers_online_rate';

/** Parameter and a query in which its value cannot be used. */
const BAD: readonly (readonly [string, string])[] = [
  ['package', 'package=../secret'],
  ['package', 'package=https://intranet.example/data'],
  ['view', 'view=nonsense'],
  ['view', 'view=map'],
  ['indicator', 'view=compare&indicator=nonsense'],
  ['unit', `${ONLINE}&unit=nonsense`],
  ['under', `${ONLINE}&under=nonsense`],
  ['period', `${ONLINE}&period=2023-Q5`],
  ['period', `${ONLINE}&period=1999`],
  ['period', `${ONLINE}&period=2023..2024..2025`],
  ['period', `${ONLINE}&period=2024..2023`],
  ['grain', `${ONLINE}&grain=week`],
  ['breakdown', `${ONLINE}&breakdown=nonsense`],
  ['category', `${ONLINE}&breakdown=petition_type&category=nonsense`],
  ['body', `${ONLINE}&body=nonsense`],
  ['peers', `${ONLINE}&peers=nonsense`],
  ['tolerance', `${ONLINE}&tolerance=some`],
  ['open', `${ONLINE}&open=nonsense`],
  ['open', `${ONLINE}&open=nonsense~2023~nonsense~`],
  ['open', `${ONLINE}&open=phuong-pho-hoa~1999~dossiers_online_rate~`],
  ['code', 'view=table&code=NONSENSE'],
  ['severity', 'view=table&severity=terrible'],
  ['source', 'view=table&source=nonsense'],
  ['sort', 'view=table&sort=DROP TABLE'],
  ['sort', 'view=table&sort=nonsense'],
  ['columns', 'view=table&columns=nonsense'],
  ['embed', `${ONLINE}&embed=maybe`],
  ['lang', `${ONLINE}&lang=xx`],
];

test('a bad value of any parameter falls back with a note of its own, and the view is drawn', async () => {
  const { page, errors } = await openDrawn(open);
  const noted: (readonly [string, string])[] = [];
  for (const [, link] of BAD) {
    await follow(page, link);
    const notes = page.locator('[role=status][data-param]');
    const params = await notes.evaluateAll((all) => all.map((note) => note.dataset.param));
    noted.push([params.join(), link]);
  }
  expect(noted).toEqual(BAD);
  expect(errors).toEqual([]);
});

test('a link in which much is bad opens all the same', async () => {
  const link =
    '?view=nonsense&indicator=nonsense&period=2023-Q5&grain=week&open=nonsense&package=..';
  const { page, errors } = await openDrawn(open, link);
  const notes = page.locator('[role=status][data-param]');
  const params = await notes.evaluateAll((all) => all.map((note) => note.dataset.param ?? ''));
  expect(params.sort()).toEqual(['grain', 'indicator', 'open', 'package', 'period', 'view']);
  expect(await notes.first().textContent()).toContain('“');
  expect(await page.locator('main h1').textContent()).toBe(vi.overview.heading);
  expect(errors).toEqual([]);
});

test('what a bad link asks for beside the bad value still holds', async () => {
  const { page } = await openDrawn(open, `?${ONLINE}&unit=nonsense,phuong-pho-hoa&grain=week`);
  expect(await page.locator('[data-param]:not([data-moved])').count()).toBe(2);
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  expect((await tableRows(page)).map((row) => row.unit)).toEqual(['phuong-pho-hoa']);
});

test('back and forward go through screens and the origin panel', async () => {
  const { page } = await openDrawn(open);
  await go(page, 'compare');
  await go(page, 'table');
  await page.locator('main .number-button').first().click();
  await panel(page).waitFor();
  await page.goBack();
  await panel(page).waitFor({ state: 'detached' });
  expect(await screen(page)).toBe(vi.view.table);
  await page.goBack();
  expect(await screen(page)).toBe(vi.view.compare);
  await page.goBack();
  expect(await screen(page)).toBe(vi.view.overview);
  await page.goForward();
  expect(await screen(page)).toBe(vi.view.compare);
  await page.goForward();
  await page.goForward();
  await panel(page).waitFor();
  await drawn(page);
});

test('defaults leave the URL as soon as something is chosen', async () => {
  const defaults = '?view=compare&period=latest&grain=any&tolerance=0&embed=0&lang=vi&q=&unit=';
  const { page } = await openDrawn(open, defaults);
  await go(page, 'trend');
  expect(query(page)).toBe('?view=trend');
  await go(page, 'overview');
  expect(query(page)).toBe('');
});

test('a choice that is taken back leaves nothing in the URL', async () => {
  const { page } = await openDrawn(open, `?${ONLINE}`);
  await choosePeriod(page, '6 tháng đầu năm 2023');
  expect(query(page)).toBe(`?${ONLINE}&period=2023-S1`);
  await choosePeriod(page, vi.control.latest);
  expect(query(page)).toBe(`?${ONLINE}`);
});

test('a range of periods shows what lies in it', async () => {
  const link = '?view=compare&indicator=dossiers_received&period=2024-Q1..2024';
  const { page } = await openDrawn(open, link);
  expect(await page.locator('[data-param]').count()).toBe(0);
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  const rows = (await tableRows(page)).filter((row) => row.value !== '');
  expect(rows).toMatchObject([{ unit: 'phuong-quang-minh', period: '2024-Q1', value: '58' }]);
  await follow(page, 'view=table&period=2024-Q1..2024');
  const { rows: all } = readCsvFile(await saved(page, vi.chart.csv));
  expect(new Set(all.map((row) => row.period))).toEqual(new Set(['2024-Q1', '2024']));
});

test('a link to an open number opens the panel over its view', async () => {
  const link = `?${ONLINE}&open=phuong-pho-hoa~2023-S1~dossiers_online_rate~`;
  const { page } = await openDrawn(open, link);
  await panel(page).getByText('114/545').first().waitFor();
});

test('a package that the configuration does not list opens by its path', async () => {
  writePackage(site(), 'data/unlisted', SMALL);
  const link = `?package=data/unlisted&${ONLINE}`;
  const { page } = await openDrawn(open, link, { dir: site() });
  expect(await figureButton(page, 'Xã C').textContent()).toContain('80/100');
});

test('an unknown package shows a message and a way back', async () => {
  const { page } = await open(`?package=data/none&${ONLINE}`);
  expect(await readiness(page)).toBe('error');
  const failure = page.getByRole('alert');
  expect(await failure.textContent()).toContain('data/none');
  await failure.getByRole('button', { name: vi.failure.openDefault }).click();
  await failure.waitFor({ state: 'detached' });
  await drawn(page);
  expect(query(page)).toBe('?view=compare');
  await page.goBack();
  await page.getByRole('alert').waitFor();
});

/** Goes to another state the way the browser's history does, without loading the page again. */
async function follow(page: Page, link: string): Promise<void> {
  await page.evaluate((target) => {
    history.pushState(null, '', `?${target}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, link);
  await page.locator('main h1').waitFor();
  await drawn(page);
}

async function screen(page: Page): Promise<string | null> {
  await page.locator('main h1').waitFor();
  await drawn(page);
  return page.locator('nav a[aria-current=page]').textContent();
}

async function choosePeriod(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: vi.control.period }).click();
  await page.getByRole('option', { name }).click();
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await drawn(page);
}

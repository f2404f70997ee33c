/** Every view without barriers that axe can find, and usable with the keyboard alone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { drawn, figureButton, openDrawn, panel, query, SCREENS, siteOpener } from './site.ts';

const open = siteOpener();
const ONLINE = '?view=compare&indicator=dossiers_online_rate';
const MOST_TABS = 120;
const WAIT = { timeout: 30_000 };

test.each(SCREENS)(
  'axe finds nothing serious on %s, neither as a chart nor as a table nor with an origin open',
  async (view) => {
    const { page } = await openDrawn(open, `?view=${view}`);
    expect(await seriousFindings(page)).toEqual([]);
    const toTable = page.getByRole('button', { name: vi.chart.showTable });
    if (await toTable.isVisible()) {
      await toTable.click();
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.locator('main .number-button').first().click();
    await panel(page).locator('[data-value]').first().waitFor();
    await drawn(page);
    expect(await seriousFindings(page)).toEqual([]);
  },
);

test.each(SCREENS)(
  'axe finds nothing serious on %s in the dark and in larger type',
  async (view) => {
    const { page } = await openDrawn(open, `?view=${view}&size=large&theme=dark`);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(
      'rgb(255, 255, 255)',
    );
    expect(await seriousFindings(page)).toEqual([]);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWider).toBe(false);
  },
);

test('a table that is wider than the page scrolls inside it', async () => {
  const { page } = await openDrawn(open, '?package=data/sample', {});
  for (const [width, query] of [
    [820, ''],
    [1366, '&size=large'],
  ] as const) {
    await page.setViewportSize({ width, height: 1180 });
    await page.goto(page.url().replace(/\?.*/, `?package=data/sample${query}`));
    await drawn(page);
    const table = page.locator('.scroll-x').first();
    expect(await table.evaluate((own) => own.scrollWidth > own.clientWidth), query).toBe(true);
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(isWider, query).toBe(false);
  }
});

test('axe finds nothing serious on the failure screen and on a page with notes', async () => {
  const failed = await open('?package=data/none');
  await failed.page.getByRole('alert').waitFor();
  expect(await seriousFindings(failed.page)).toEqual([]);
  const noted = await openDrawn(open, '?view=nonsense&grain=week&unit=nonsense');
  expect(await seriousFindings(noted.page)).toEqual([]);
});

test('the first Tab leads past the navigation to the content', async () => {
  const { page } = await openDrawn(open, '', {});
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

test.each(SCREENS)(
  '%s is reached and a number on it opened and closed with the keyboard alone',
  async (view) => {
    const { page } = await openDrawn(open, view === 'overview' ? '?view=table' : '');
    await tabTo(
      page,
      page.getByRole('navigation').getByRole('link', { name: vi.view[view], exact: true }),
    );
    await page.keyboard.press('Enter');
    await page.locator('nav a[aria-current=page]', { hasText: vi.view[view] }).waitFor();
    await drawn(page);
    const number = page.locator('main .number-button, main svg [role=button]').first();
    await tabTo(page, number);
    await page.keyboard.press('Enter');
    await panel(page).locator('[data-value]').first().waitFor();
    await drawn(page);
    expect(await panel(page).evaluate((dialog) => dialog.contains(document.activeElement))).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await expect.poll(() => isFocused(number), WAIT).toBe(true);
  },
);

test('an indicator is chosen by typing its name without diacritics', async () => {
  const { page } = await openDrawn(open, ONLINE);
  await tabTo(page, page.getByRole('combobox', { name: vi.control.indicator }));
  await page.getByRole('option').first().waitFor(); // the list opens on focus; typing narrows an open list
  await page.keyboard.type('giai quyet vu viec khieu nai');
  const option = page.getByRole('option', { name: 'Tỷ lệ giải quyết vụ việc khiếu nại' });
  await option.waitFor();
  await expect.poll(() => page.getByRole('option').count(), WAIT).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await figureButton(page, 'Huyện Bình Sơn', '81,4%').waitFor();
  expect(query(page)).toBe('?view=compare&indicator=petitions_resolved_rate');
});

test('a unit is chosen by typing its name without diacritics', async () => {
  const { page } = await openDrawn(open, '?view=unit');
  await tabTo(page, page.getByRole('combobox', { name: vi.control.unit }));
  await page.getByRole('option').first().waitFor();
  await page.keyboard.type('huyen binh son');
  await page.getByRole('option', { name: 'Huyện Bình Sơn' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Huyện Bình Sơn' }).waitFor();
  expect(query(page)).toBe('?view=unit&unit=huyen-binh-son');
});

test('the table is sorted and a column is taken off and put back with the keyboard', async () => {
  const { page } = await openDrawn(open, '?view=table');
  const heading = page.getByRole('columnheader', { name: vi.column.value });
  await tabTo(page, heading.getByRole('button'));
  for (const [order, sort] of [
    ['ascending', '&sort=value'],
    ['descending', '&sort=-value'],
    ['none', ''],
  ]) {
    await page.keyboard.press('Enter');
    await expect.poll(() => heading.getAttribute('aria-sort'), WAIT).toBe(order);
    expect(query(page)).toBe(`?view=table${sort}`);
  }
  await tabTo(page, page.locator('summary', { hasText: vi.table.columns }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const box = page.getByRole('checkbox', { name: vi.column.numerator, exact: true });
  await tabTo(page, box);
  const column = page.getByRole('columnheader', { name: vi.column.numerator, exact: true });
  await page.keyboard.press('Space');
  await column.waitFor({ state: 'detached' });
  expect(query(page)).toContain('columns=unit,');
  expect(query(page)).not.toContain('numerator');
  await page.keyboard.press('Space');
  await column.waitFor();
  expect(query(page)).toBe('?view=table');
});

test('values sort by size, not as texts', async () => {
  const { page } = await openDrawn(open, '?view=table&sort=-value&unit=phuong-pho-hoa');
  const values = await page
    .locator('main tbody tr[data-unit]')
    .evaluateAll((rows) =>
      rows
        .slice(0, 8)
        .map((row) => Number(row.querySelector('[data-value]')?.getAttribute('data-value'))),
    );
  expect(values.length).toBe(8);
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

/** Presses Tab until the element has the focus. @throws Error when it is never reached */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never reaches ${target}`);
}

/** Does not wait: an open list hides the rest of the page from roles for as long as it is open. */
function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((found) => found.some((element) => element === document.activeElement));
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ rules: { 'label-content-name-mismatch': { enabled: true } } }) // axe holds it back as experimental
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}

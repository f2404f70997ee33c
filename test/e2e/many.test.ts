/** Very many units in one comparison: every row can be reached, few are in the page at once. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { countedFiles } from '../packages/counted.ts';
import { siteOpener } from './site.ts';

const open = siteOpener();

const UNITS = Array.from({ length: 760 }, (_, at) => `xa-${String(at + 1).padStart(3, '0')}`);
const files: Readonly<Record<string, string>> = countedFiles({
  units: [
    { unit: 'tinh', level: 'province', name: 'Tỉnh Lớn' },
    ...UNITS.map((unit) => ({ unit, level: 'commune', parent: 'tinh', name: `Xã ${unit}` })),
  ],
  counts: UNITS.flatMap((unit, at) =>
    ['2023', '2024'].map((period, later) => ({
      ...{ unit, period, received: 40 + ((at * 37) % 500) },
      online: 20 + ((at * 13 + later * 5) % 20),
    })),
  ),
});
const SERVED = {
  override: (url: string) => {
    const body = files[/\/counted\/([^?]+)/.exec(url)?.[1] ?? ''];
    return body === undefined ? undefined : { body };
  },
};
const LINK =
  '?package=packages/counted&view=compare&indicator=dossiers_online_rate&period=2024&under=tinh';

/** Rows in the page, by the figures that they open. */
const rowsIn = (page: Page) =>
  page
    .locator('.compare-drawing [role=button][data-open]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-unit') ?? ''));

test('760 units: each is drawn where the reader is, and no more than some screens of them', async () => {
  const { page, errors } = await open(LINK, SERVED);
  await page.waitForSelector('html[data-ready="true"]', { timeout: 90_000 });
  const [seen, most] = [new Set<string>(), { rows: 0 }];
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < end; top += 500) {
    await page.evaluate((y) => scrollTo(0, y), top);
    await page.waitForTimeout(50);
    const rows = await rowsIn(page);
    most.rows = Math.max(most.rows, rows.length);
    for (const unit of rows) seen.add(unit);
  }
  expect(seen.size).toBe(UNITS.length);
  expect(most.rows).toBeLessThanOrEqual(300);
  expect(errors).toEqual([]);

  await page.evaluate(() => scrollTo(0, 0));
  const stops = page.locator('.compare-drawing [tabindex="0"]');
  await expect.poll(() => stops.count()).toBe(2); // a name and its number
  await stops.last().focus();
  const walked = new Set<string>();
  for (let step = 0; step < 130; step += 1) {
    const unit = await page.evaluate(() => document.activeElement?.getAttribute('data-unit'));
    walked.add(unit ?? '');
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(15);
  }
  expect(walked.size).toBeGreaterThan(120); // beyond the blocks that were there at first

  await page.getByRole('button', { name: vi.chart.showTable }).click();
  const listed = new Set<string>();
  const next = page.getByRole('button', { name: vi.chart.rowsAfter });
  for (;;) {
    const rows = await page
      .locator('main tbody tr[data-unit]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-unit') ?? ''));
    expect(rows.length).toBeLessThanOrEqual(200);
    for (const unit of rows) listed.add(unit);
    if (await next.isDisabled()) break;
    await next.click();
  }
  expect(listed.size).toBe(UNITS.length);
});

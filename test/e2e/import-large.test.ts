/** A large table is read beside the page: it answers meanwhile, and whatever is begun can be given up. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { longCsv } from '../bench/figures.ts';
import { openDrawn, siteOpener } from './site.ts';

const open = siteOpener();

const LARGE = { name: 'lon.csv', mimeType: 'text/csv', buffer: Buffer.from(longCsv(100_000)) };
const SMALL = {
  name: 'nho.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;302\n'),
};

const state = (page: Page) => page.evaluate(() => document.documentElement.dataset.import);
const reading = (page: Page) => page.getByRole('status').filter({ hasText: vi.import.reading });
const choose = (page: Page, file: typeof SMALL) =>
  page.locator('input[type=file][multiple]').setInputFiles(file);

/** Counts the pictures that are drawn while a file is being read. */
function countFrames(page: Page): Promise<void> {
  return page.evaluate((text) => {
    const own = globalThis as unknown as { frames: number };
    own.frames = 0;
    const count = () => {
      if (document.querySelector('main')?.textContent?.includes(text)) own.frames += 1;
      requestAnimationFrame(count);
    };
    count();
  }, vi.import.reading);
}

test('while a table of 100 000 rows is read, the page draws and answers', async () => {
  const { page, errors } = await openDrawn(open, '?view=import', {});
  await countFrames(page);
  await choose(page, LARGE);
  await reading(page).waitFor();
  await page.getByText(vi.import.paste).click();
  await page.getByRole('textbox').fill('vẫn gõ được');
  expect(await state(page)).toBe('idle'); // still being read
  await expect.poll(() => state(page), { timeout: 90_000 }).toBe('recognised');
  const frames = await page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
  expect(frames).toBeGreaterThan(20);
  // beside it the notice about stored answers may still stand
  await page.getByRole('status').filter({ hasText: '100.000' }).first().waitFor();
  expect(errors).toEqual([]);
});

test('reading is given up with one press, and the next file is read as if nothing had been', async () => {
  const { page, errors } = await openDrawn(open, '?view=import', {});
  await choose(page, LARGE);
  await reading(page).waitFor();
  await page.getByRole('button', { name: vi.import.cancel, exact: true }).click();
  await expect.poll(() => reading(page).count()).toBe(0);
  const workers = () => page.workers().filter((worker) => worker.url().includes('clerk.worker'));
  await expect.poll(() => workers().length).toBe(0);
  await choose(page, SMALL);
  await expect.poll(() => state(page), { timeout: 30_000 }).toBe('recognised');
  expect(await page.locator('main').textContent()).toContain('nho.csv');
  expect(errors).toEqual([]);
});

test('a part of the software that does not come is told as such: the file is not at fault', async () => {
  const override = (url: string) => (url.includes('clerk.worker') ? { status: 404 } : undefined);
  const { page } = await openDrawn(open, '?view=import', { override });
  await choose(page, SMALL);
  const refusal = page.locator('[data-problem=software]');
  await refusal.waitFor({ timeout: 30_000 });
  expect(await refusal.textContent()).toContain('assets/clerk.worker');
});

/** The import while the package does not open: it says so, works without one, and nothing that was taken in is lost. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { siteOpener } from './site.ts';

const open = siteOpener();

const FILE = {
  name: 'minh.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nXã Bình Minh;302\n'),
};

const state = (page: Page) => page.evaluate(() => document.documentElement.dataset.import);
const next = (page: Page) => page.locator('[data-import-next]');
const retry = (page: Page) => page.getByRole('button', { name: vi.failure.retry });

const DAMAGED = {
  missing: (url: string) => (url.includes('data/reports/') ? { status: 404 } : undefined),
  damaged: (url: string) =>
    url.includes('reports/observations.csv') ? { body: '<html>' } : undefined,
};

test.each(Object.entries(DAMAGED))(
  'a %s package: figures are kept by themselves',
  async (_, override) => {
    const { page } = await open('?package=data/reports', { override });
    await page.getByRole('button', { name: vi.failure.importAlone }).click();
    await page.locator('[data-without-package]').waitFor();
    expect(await page.getByRole('heading', { name: vi.failure.heading }).count()).toBe(1);
    await page.locator('input[type=file][multiple]').setInputFiles(FILE);
    await expect.poll(() => state(page), { timeout: 30_000 }).toBe('recognised');
    expect(await retry(page).count()).toBe(0); // it would end the work
    await next(page).click();
    const question = page.locator('[data-question=name]');
    await question.getByRole('button', { name: vi.import.declareUnit }).click();
    await question.locator('[data-declare]').click();
    await expect.poll(() => next(page).isEnabled()).toBe(true);
    await next(page).click();
    await expect.poll(() => next(page).isEnabled(), { timeout: 60_000 }).toBe(true);
    expect(await page.locator('input[name=destination]').count()).toBe(1);
    await next(page).click();
    await expect.poll(() => state(page), { timeout: 30_000 }).toBe('kept');
    await next(page).click();
    await expect
      .poll(() => page.evaluate(() => document.documentElement.dataset.ready), { timeout: 60_000 })
      .toBe('true');
    expect(await page.locator('main').textContent()).toContain('Bình Minh');
  },
);

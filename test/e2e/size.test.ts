/** A machine with little memory, and a package that is too large for it: told with numbers, not by dying. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { DIST } from '../support/build.ts';
import { readiness, siteOpener } from './site.ts';

const open = siteOpener();

test('the limit of the machine is told before figures are computed, with what to do', async () => {
  const prepare = (page: Page) =>
    page.addInitScript(() => {
      Object.defineProperty(navigator, 'deviceMemory', { get: () => 0.0001 }); // 45 statements
    });
  const { page, errors } = await open('', { prepare, dir: DIST });
  expect(await readiness(page)).toBe('error');
  const said = await page.getByRole('alert').innerText();
  expect(said).toMatch(/data\/reports: Gói có ít nhất [\d.]+ dòng số liệu, .* 45 dòng/);
  expect(said).toContain('Chia gói theo năm hoặc theo địa bàn');
  await page.getByRole('button', { name: vi.failure.retry }).waitFor();
  expect(await page.getByRole('progressbar').count()).toBe(0);
  expect(errors).toEqual([]);
});

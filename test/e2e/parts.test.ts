/** From the whole into a part and back: what is looked at goes along. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import {
  indicatorId,
  provincePackage,
  SMALL_NATION,
  WHOLE,
  writeProvince,
  writeWhole,
} from '../bench/nation.ts';
import { copyOfSite } from './package.ts';
import { drawn, go, openDrawn, query, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

beforeAll(async () => {
  await writeWhole(SMALL_NATION, join(site(), WHOLE));
  for (let at = 0; at < SMALL_NATION.provinces; at += 1)
    await writeProvince(SMALL_NATION, at, join(site(), provincePackage(at)));
});

test('a province leads into its package with view, indicator and period, and the line above leads back', async () => {
  const kept = `view=compare&indicator=${indicatorId(1)}&period=2024-Q2`;
  const link = `?package=${WHOLE}&${kept}`;
  const { page, errors } = await openDrawn(open, link, { dir: site() });
  await page.getByRole('link', { name: 'Tỉnh Mẫu 2', exact: true }).click();
  await expect.poll(() => query(page)).toBe(`?package=${provincePackage(1)}&${kept}`);
  await page.getByRole('link', { name: 'Xã Mẫu 2.4', exact: true }).waitFor();
  await drawn(page);
  expect(await page.locator('main h1, main h2').first().innerText()).toMatch(/quý II\/2024/i);
  const line = page.getByRole('navigation', { name: vi.place.whole });
  expect(await line.innerText()).toMatch(/Cả nước\s*› Tỉnh Mẫu 2/);
  await line.getByRole('link').click();
  await expect.poll(() => query(page)).toBe(link);
  await page.getByRole('link', { name: 'Tỉnh Mẫu 3', exact: true }).waitFor();
  expect(await line.count()).toBe(0);
  expect(errors).toEqual([]);
});

test('the profile of a province leads to its communes, and that of a commune back to the province', async () => {
  const link = `?package=${WHOLE}&view=unit&unit=tinh-03`;
  const { page, errors } = await openDrawn(open, link, { dir: site() });
  await page.getByRole('link', { name: vi.place.partOf('Tỉnh Mẫu 3') }).click();
  await page.getByRole('link', { name: 'Xã Mẫu 3.1', exact: true }).click();
  await page.waitForFunction(() => location.search.includes('view=unit'));
  await drawn(page);
  await page
    .getByRole('navigation', { name: vi.place.whole })
    .getByRole('link', { name: 'Cả nước' })
    .click();
  await expect.poll(() => query(page)).toBe(`${link}`);
  await go(page, 'overview');
  expect(await page.getByRole('link', { name: 'Tỉnh Mẫu 1', exact: true }).count()).toBeGreaterThan(
    0,
  );
  expect(errors).toEqual([]);
});

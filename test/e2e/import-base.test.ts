/** A package that changes or breaks under an import that joins it: said, nothing kept unseen, nothing lost. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { copyOfSite, SMALL, writePackage } from './package.ts';
import { openDrawn, siteOpener } from './site.ts';

const open = siteOpener();
const site = copyOfSite();
const PACKAGE = 'data/nho';

beforeAll(() => writePackage(site(), PACKAGE, SMALL));

const at = (file: string) => join(site(), PACKAGE, file);
const next = (page: Page) => page.locator('[data-import-next]');
const ready = (page: Page) =>
  expect.poll(() => next(page).isEnabled(), { timeout: 60_000 }).toBe(true);
const step = (page: Page) => page.evaluate(() => document.documentElement.dataset.import);

test('an import into a package that changes, breaks and comes back', async () => {
  const { page, errors } = await openDrawn(open, `?package=${PACKAGE}&view=import`, {
    dir: site(),
  });
  await page.locator('input[type=file][multiple]').setInputFiles({
    ...{ name: 'quy-2.csv', mimeType: 'text/csv' },
    buffer: Buffer.from('Quý II/2024\nĐơn vị;Hồ sơ tiếp nhận\nXã B;302\n'),
  });
  await ready(page);
  await next(page).click();
  await ready(page);
  const figures = SMALL['observations.csv'].replace(
    'bc-c,I.2\n',
    'bc-c,I.2\nxa-c,2024-Q2,dossiers_received,7,bc-c,I.3\n',
  );
  writeFileSync(at('observations.csv'), figures);
  await next(page).click();
  await page.locator('[data-base-newer]').waitFor();
  await ready(page);
  expect(await page.locator('[data-change=added]').getAttribute('data-value')).toBe('1');

  const descriptor = readFileSync(at('datapackage.json'), 'utf8');
  writeFileSync(at('datapackage.json'), descriptor.slice(0, 40));
  await next(page).click();
  await page.locator('[data-problem=package-broken]').waitFor();
  expect([await step(page), await next(page).isEnabled()]).toEqual(['checked', false]);
  expect(await page.locator('.import').innerText()).toContain(vi.import.joined.nothingLost);

  writeFileSync(at('datapackage.json'), descriptor);
  await page.locator('[data-import-again]').click();
  await ready(page);
  writeFileSync(at('observations.csv'), figures.replace(',7,', ',8,')); // and once more before it is kept
  await next(page).click();
  await ready(page);
  expect(await step(page)).toBe('checked');
  await next(page).click();
  await expect.poll(() => step(page), { timeout: 30_000 }).toBe('kept');
  await next(page).click();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
  const kept = await page.evaluate(async () => {
    const request = indexedDB.open('dan-van-packages');
    const store = await new Promise<IDBDatabase>((done) => {
      request.onsuccess = () => done(request.result);
    });
    const all = store.transaction('packages').objectStore('packages').getAll();
    const [versions] = await new Promise<{ now: Map<string, Uint8Array> }[]>((done) => {
      all.onsuccess = () => done(all.result);
    });
    return new TextDecoder().decode(versions?.now.get('observations.csv'));
  });
  expect(kept).toContain('xa-c,2024-Q2,dossiers_received,8');
  expect(errors.filter((text) => !text.includes('datapackage.json'))).toEqual([]);
});

/** Boundaries on the screen: old links that lead on. */
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { countedFiles } from '../packages/counted.ts';
import { REORGANISED } from '../packages/reorganised.ts';
import { drawn, openDrawn, query, siteOpener } from './site.ts';

const open = siteOpener();
const files: Readonly<Record<string, string>> = countedFiles(REORGANISED);
const SERVED = {
  override: (url: string) => {
    const body = files[/\/counted\/([^?]+)/.exec(url)?.[1] ?? ''];
    return body === undefined ? undefined : { body };
  },
};
const PLACE = '?package=packages/counted&indicator=dossiers_online_rate';
const READY = 'html[data-ready="true"]';

test('a link to a unit that was merged tells where it went, and leads there', async () => {
  const { page, errors } = await open(`${PLACE}&view=trend&grain=quarter&unit=xa-dong`, SERVED);
  await page.waitForSelector(READY);
  const note = page.locator('[role=status][data-moved="xa-dong"]');
  expect(await note.innerText()).toContain('Phường Sông');
  await note.getByRole('link').click();
  await page.waitForFunction(() => location.search.includes('basis=now'));
  await page.getByRole('button', { name: 'Xem bảng' }).click();
  const cell = page.locator('tr[data-unit="phuong-song"][data-period="2024-Q1"] td[data-value]');
  expect(Number(await cell.first().getAttribute('data-value'))).toBeCloseTo((230 / 390) * 100, 9);
  expect(errors).toEqual([]);
});

test('the name of a unit leads one level down, without loading the page again, and the path leads back up', async () => {
  const link = '?package=data/sample&view=compare&indicator=dossiers_online_rate&level=district';
  const { page } = await openDrawn(open, link);
  await page.evaluate(() => {
    document.body.dataset.same = 'true';
  });
  await page.getByRole('link', { name: 'Thị xã Lam Khuê', exact: true }).click();
  await expect.poll(() => query(page)).toContain('under=thi-xa-lam-khue');
  expect(query(page)).toContain('level=commune');
  await page.getByRole('link', { name: 'Phường Bích Trạch', exact: true }).waitFor();
  await drawn(page);
  const crumbs = page.getByRole('navigation', { name: vi.place.path });
  expect(await crumbs.innerText()).toContain('Thị xã Lam Khuê');
  await crumbs.getByRole('link').last().click();
  await page.getByRole('link', { name: 'Thị xã Lam Khuê', exact: true }).waitFor();
  await drawn(page);
  expect(query(page)).not.toContain('under=thi-xa-lam-khue');
  expect(await page.evaluate(() => document.body.dataset.same)).toBe('true');
});

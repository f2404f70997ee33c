/** From a rate to what its parts give to its difference, and to a unit's place on all indicators. */
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { siteOpener } from './site.ts';

const open = siteOpener();

const RATE = 'dossiers_online_rate';
const SAMPLE = '?package=data/sample';
const READY = 'html[data-ready="true"]';

test('a figure leads to its explanation by one click; its steps open by keyboard', async () => {
  const { page, errors } = await open(`${SAMPLE}&view=table&open=thi-xa-lam-khue~2024-Q4~${RATE}~`);
  await page.waitForSelector(READY, { timeout: 90_000 });
  await page.getByRole('link', { name: vi.explaining.links.year }).click();
  await page.waitForURL(/view=explain/);
  await page.waitForSelector(READY);
  const steps = page.locator('main svg [role=button]');
  await steps.first().waitFor();
  expect(await page.locator('main tbody tr').count()).toBe(16);
  expect(await page.locator('main .sentence').innerText()).toContain('cao hơn cùng kỳ năm trước');
  await steps.first().focus();
  expect(await page.locator('[role=tooltip]').innerText()).toContain('+3,1 điểm');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(errors).toEqual([]);
});

test('what cannot be taken apart is said', async () => {
  const { page } = await open(
    `${SAMPLE}&view=explain&indicator=poor_household_rate&unit=phuong-van-khue&period=2024`,
  );
  await page.waitForSelector(READY);
  expect(await page.locator('[data-fault]').allInnerTexts()).toEqual([vi.explaining.noWay]);
  expect(await page.locator('main svg [role=button]').count()).toBe(0);
});

test('a profile is drawn as one, and two indicators side by side', async () => {
  const { page, errors } = await open(`${SAMPLE}&view=unit&unit=xa-ninh-hac`);
  await page.getByRole('button', { name: vi.spine.show }).click();
  await page.waitForURL(/chart=spine/);
  const dots = page.locator('main svg.panel [role=button]');
  await dots.first().waitFor();
  await dots.first().focus();
  expect(await page.locator('[role=tooltip]').innerText()).toContain(vi.standing.group);
  const second = await open(
    `${SAMPLE}&view=compare&chart=scatter&indicator=${RATE},dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue`,
  );
  await second.page.waitForSelector(READY);
  await second.page.locator('main svg.panel [role=button]').nth(14).waitFor();
  expect(await second.page.locator('main svg.panel [role=button]').count()).toBe(15);
  expect(errors).toEqual([]);
});

test('each indicator of a unit is a small chart of its own; each leads to its trend by keyboard', async () => {
  const { page, errors } = await open(`${SAMPLE}&view=unit&unit=xa-ninh-hac`);
  await page.waitForSelector(READY);
  await page.getByRole('button', { name: vi.multiples.show }).click();
  await page.waitForURL(/chart=multiples/);
  await page.waitForSelector(READY);
  const charts = page.locator('main .multiples a');
  await expect.poll(() => page.locator('main .multiples svg').count()).toBe(await charts.count());
  expect(await charts.count()).toBeGreaterThan(20);
  const first = await page.locator('main .multiples li').first().getAttribute('data-indicator');
  expect(await charts.first().getAttribute('aria-label')).toContain('chưa đạt chỉ tiêu');
  await charts.first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => {
    const { searchParams: said } = new URL(url);
    return said.get('view') === 'trend' && said.get('indicator') === first;
  });
  await page.waitForSelector(READY);
  expect(new URL(page.url()).searchParams.get('unit')).toBe('xa-ninh-hac');
  expect(errors).toEqual([]);
});

/** The map of tiles on the page: pointed at, pressed, by keys and by touch, printed; without places it is not offered. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { openDrawn, panel, query, siteOpener } from './site.ts';

const open = siteOpener();
const TOWN =
  '?package=data/sample&view=compare&indicator=dossiers_on_time_rate&under=thi-xa-lam-khue&period=2024';

const tiles = (page: Page) => page.locator('.compare-drawing svg [role=button]');

test('every unit is a tile with the value of its bar, and a press opens the figure', async () => {
  const { page } = await openDrawn(open, TOWN);
  const values = async () =>
    (
      await page
        .locator('.compare-drawing svg [role=button]')
        .evaluateAll((all) =>
          all.map(
            (one) => `${(one as HTMLElement).dataset.unit} ${(one as HTMLElement).dataset.value}`,
          ),
        )
    ).sort();
  const bars = await values();
  await page.getByRole('button', { name: vi.comparing.drawing }).click();
  await page.getByRole('option', { name: vi.comparing.charts.map }).click();
  await page.locator('.compare-drawing svg.panel').waitFor();
  expect(query(page)).toContain('chart=map');
  expect(await values()).toEqual(bars);
  await tiles(page).and(page.locator('[data-unit=phuong-bich-trach]')).click();
  await panel(page).waitFor();
  expect(await panel(page).innerText()).toContain('Bích Trạch');
});

test('a tile tells its figure while pointed at, and no tile covers another', async () => {
  const { page } = await openDrawn(open, `${TOWN}&chart=map`);
  const tile = tiles(page).and(page.locator('[data-unit=phuong-bich-trach]'));
  await tile.hover();
  const strip = page.getByRole('tooltip');
  await strip.waitFor();
  expect(await strip.innerText()).toContain('Phường Bích Trạch');
  expect(await strip.getAttribute('data-value')).toBe(await tile.getAttribute('data-value'));
  const boxes = await tiles(page).evaluateAll((all) =>
    all.map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      return { left, top, right, bottom };
    }),
  );
  const covered = boxes.some((a, at) =>
    boxes
      .slice(at + 1)
      .some(
        (b) =>
          a.left < b.right - 1 &&
          b.left < a.right - 1 &&
          a.top < b.bottom - 1 &&
          b.top < a.bottom - 1,
      ),
  );
  expect(boxes).toHaveLength(15);
  expect(covered).toBe(false);
});

test('the keys go from tile to tile and open one', async () => {
  const { page } = await openDrawn(open, `${TOWN}&chart=map`);
  await tiles(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const unit = await page.evaluate(() => (document.activeElement as HTMLElement).dataset.unit);
  expect(unit).toBe('xa-loc-nhan');
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  expect(query(page)).toContain('open=xa-loc-nhan');
});

test('the first screen as a map leads from a tile to its unit', async () => {
  const { page } = await openDrawn(open, '?package=data/sample&chart=map');
  const tile = page.locator('svg.panel [role=button][data-unit=phuong-bich-trach]');
  expect(await tile.getAttribute('aria-label')).toMatch(/Phường Bích Trạch, [1-6]\/[1-6] kém hơn/);
  await tile.click();
  await page.getByRole('heading', { level: 1, name: 'Phường Bích Trạch' }).waitFor();
  expect(query(page)).toContain('view=unit');
});

test('where no unit has a place the choice is missing, and a link says that it fell back', async () => {
  const { page } = await openDrawn(
    open,
    '?package=data/reports&view=compare&indicator=petitions_resolved_rate&chart=map',
  );
  const note = page.locator('[role=status][data-param=chart]');
  await note.waitFor();
  expect(await note.innerText()).toContain('map');
  expect(await page.getByText(vi.comparing.charts.map, { exact: true }).count()).toBe(0);
});

/** A comparison under the pointer, the finger and the keys: what is told, ordered, stepped through, chosen, printed. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { drawn, openDrawn, panel, query, siteOpener } from './site.ts';

const open = siteOpener();
const SAMPLE = '?package=data/sample&view=compare&indicator=dossiers_on_time_rate';
const TOWN = `${SAMPLE}&under=thi-xa-lam-khue`;
const YEAR = `${TOWN}&period=2024`;

const strip = (page: Page) => page.getByRole('tooltip');
const values = (page: Page) => page.locator('.compare-drawing svg [role=button]');
const inOrder = (page: Page) =>
  values(page).evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset.value)));

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not to be seen');
  return box;
}

test('pointing at a bar, its name or its number tells the figure and covers no row', async () => {
  const { page } = await openDrawn(open, YEAR);
  const drawing = await boxOf(page.locator('.compare-drawing svg').first());
  const [first] = await inOrder(page);
  for (const part of ['.bar-row', '.compare-drawing a', '.compare-drawing svg [role=button]']) {
    await page.mouse.move(2, 2);
    await strip(page).waitFor({ state: 'detached' });
    await page.locator(part).first().hover();
    await strip(page).waitFor();
    expect(await strip(page).getAttribute('data-value')).toBe(String(first));
    expect(await strip(page).getAttribute('data-period')).toBe('2024');
    const said = await strip(page).innerText();
    for (const fact of [
      'Phường Bích Trạch',
      'mức chung',
      'chỉ tiêu',
      'cùng kỳ',
      'hạng',
      'dao động',
    ])
      expect(said).toContain(fact);
    expect(said).toMatch(/\d+,\d% · [\d.]+\/[\d.]+/);
    const told = await boxOf(strip(page));
    expect(told.y + told.height).toBeLessThanOrEqual(drawing.y + 1);
  }
  expect(await page.getByRole('tooltip').count()).toBe(1);
});

test('the whole row opens the origin as the number does', async () => {
  const { page } = await openDrawn(open, YEAR);
  const row = await boxOf(page.locator('.bar-row').first());
  await page.mouse.click(row.x + row.width * 0.4, row.y + row.height / 2);
  await panel(page).locator('[data-value]').first().waitFor();
  expect(query(page)).toContain('open=phuong-bich-trach~2024~dossiers_on_time_rate~');
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
});

test('a finger tells first and opens with the second tap', async () => {
  const { page } = await openDrawn(open, YEAR);
  const box = await boxOf(page.locator('.bar-row').nth(2));
  const cdp = await page.context().newCDPSession(page);
  const tap = async () => {
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await tap();
  await strip(page).waitFor();
  expect(await panel(page).count()).toBe(0);
  await tap();
  await panel(page).waitFor();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
});

test('with keys: down to the next unit, right to the next period, each told; Escape ends it', async () => {
  const { page } = await openDrawn(open, YEAR);
  await values(page).first().focus();
  await strip(page).waitFor();
  const unit = () => strip(page).getAttribute('data-unit');
  const first = await unit();
  await page.keyboard.press('ArrowDown');
  await expect.poll(unit).not.toBe(first);
  expect(await values(page).nth(1).getAttribute('data-unit')).toBe(await unit());
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => query(page)).toContain('period=2025');
  await drawn(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => query(page)).toContain('period=2024');
  await page.keyboard.press('Escape');
  await strip(page).waitFor({ state: 'detached' });
});

test('rows stand worst first, or as the address says; whiskers can be left out', async () => {
  const { page } = await openDrawn(open, YEAR);
  const worst = await inOrder(page);
  expect(worst.length).toBeGreaterThan(12);
  expect(worst).toEqual([...worst].sort((a, b) => a - b));
  const whiskers = () =>
    page.locator('.compare-drawing path[stroke-width="1.25"][fill=none]').count();
  expect(await whiskers()).toBe(worst.length);
  await openDrawn(open, `${YEAR}&order=best&intervals=0`);
  expect(await inOrder(page)).toEqual([...worst].reverse());
  expect(await whiskers()).toBe(0);
  await openDrawn(open, `${YEAR}&order=nonsense`);
  expect(await page.locator('[role=status][data-param=order]').count()).toBe(1);
  expect(await inOrder(page)).toEqual(worst);
});

test('fifteen units are on one screen of 1366 by 768', async () => {
  const { page } = await openDrawn(open, `${SAMPLE}&period=2024&grain=year`);
  const rows = page.locator('.compare-drawing').first().locator('.bar-row');
  expect(await rows.count()).toBe(15);
  const last = await boxOf(rows.last());
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(last.y + last.height).toBeLessThanOrEqual(768);
});

test('units are chosen with keys, and their trend opens', async () => {
  const { page } = await openDrawn(open, YEAR);
  await page.getByRole('button', { name: vi.comparing.choose }).click();
  const boxes = page.getByRole('checkbox');
  for (const at of [0, 2]) {
    await boxes.nth(at).focus();
    await page.keyboard.press('Space');
  }
  expect(await boxes.nth(0).getAttribute('aria-checked')).toBe('true');
  expect(await boxes.nth(1).getAttribute('aria-checked')).toBe('false');
  const units = await values(page).evaluateAll((all) =>
    all.map((one) => (one as HTMLElement).dataset.unit),
  );
  await page.getByRole('link', { name: vi.comparing.toTrend }).click();
  await drawn(page);
  expect(query(page)).toContain('view=trend');
  expect(query(page)).toContain(`unit=${units[0]},${units[2]}`);
});

test('playing goes on to the last period and ends, or ends with any key', async () => {
  const { page } = await openDrawn(open, `${TOWN}&period=2024`);
  await page.getByRole('button', { name: vi.comparing.play }).click();
  await page.getByRole('button', { name: vi.comparing.stop }).waitFor();
  await expect.poll(() => query(page), { timeout: 20_000 }).toContain('period=2025');
  await page.getByRole('button', { name: vi.comparing.play }).waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: vi.comparing.play }).click(); // from the first again
  await expect.poll(() => query(page), { timeout: 20_000 }).toContain('period=2021');
  await page.keyboard.press('Shift');
  await page.getByRole('button', { name: vi.comparing.play }).waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openDrawn(open, `${TOWN}&period=2023`);
  expect(await page.getByRole('button', { name: vi.comparing.play }).count()).toBe(0);
  await page.emulateMedia({ reducedMotion: null });
});

test('the funnel is in the address, names who lies outside, and is told and opened like a bar', async () => {
  const { page } = await openDrawn(open, YEAR);
  await page.getByRole('button', { name: vi.comparing.drawing }).click();
  await page.getByRole('option', { name: vi.comparing.charts.funnel }).click();
  expect(query(page)).toContain('chart=funnel');
  const drawing = page.locator('.compare-drawing svg.panel');
  await drawing.waitFor();
  expect(await drawing.locator('[data-limit]').count()).toBe(4);
  expect(await drawing.locator('text', { hasText: 'Phường Bích Trạch' }).count()).toBe(1);
  const point = drawing.locator('[role=button][data-unit=phuong-bich-trach]');
  await point.hover();
  expect(await strip(page).innerText()).toContain(vi.comparing.funnel.beyond998);
  await point.click();
  await panel(page).waitFor();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
});

test('changes are drawn from a base that can be chosen, told by pointing and opened by key', async () => {
  const { page } = await openDrawn(open, YEAR);
  await page.getByRole('button', { name: vi.comparing.drawing }).click();
  await page.getByRole('option', { name: vi.comparing.charts.change }).click();
  await expect.poll(() => query(page)).toContain('chart=change');
  expect(query(page)).toContain('order=change');
  const drawing = page.locator('.compare-drawing').first();
  const row = drawing.locator('[role=button][data-unit=phuong-bich-trach]');
  await row.hover();
  expect(await strip(page).innerText()).toContain(vi.comparing.change.verdict.worse);
  await row.focus();
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  await page.keyboard.press('Escape');
  await panel(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: vi.comparing.base }).click();
  await page.getByRole('option', { name: vi.comparing.since('Năm 2022') }).click();
  await expect.poll(() => query(page)).toContain('base=2022');
  await expect.poll(() => page.locator('h1').first().innerText()).toContain('năm 2022');
});

test('a point of a trend is told with its year before, and its name in the legend marks it', async () => {
  const units = 'unit=phuong-bich-trach,xa-ninh-hac';
  const { page } = await openDrawn(
    open,
    `?package=data/sample&view=trend&indicator=dossiers_on_time_rate&grain=year&${units}`,
  );
  const point = page.locator('main svg [role=button][data-period="2024"]').first();
  await point.focus();
  await strip(page).waitFor();
  const said = await strip(page).innerText();
  for (const fact of ['Phường Bích Trạch, năm 2024', '2.070/2.312', 'cùng kỳ'])
    expect(said).toContain(fact);
  await page.locator('.legend li').first().hover();
  await expect.poll(() => page.locator('main svg path[stroke-width="5"]').count()).toBe(1);
});

test('on paper the bars begin on the first page', async () => {
  const { page } = await openDrawn(open, SAMPLE);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 704, height: 1000 });
  const rows = page.locator('.compare-drawing').first().locator('.bar-row');
  const last = await boxOf(rows.last());
  expect(last.y + last.height).toBeLessThan(960); // A4 between its margins
});

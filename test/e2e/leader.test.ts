/** The ten questions of a leader, each answered in two clicks or fewer from the overview. */
import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { drawn, openDrawn, query, siteOpener } from './site.ts';

const SAMPLE = '?package=data/sample';
const TOWN = 'thi-xa-lam-khue';
const TROUBLED = 'phuong-bich-trach';
/** What every question may cost. */
const MOST_CLICKS = 2;

const open = siteOpener();
let page: Page;
let clicks = 0;

beforeEach(async () => {
  ({ page } = await openDrawn(open, SAMPLE));
  await visits().first().waitFor();
  clicks = 0;
});

const visits = () => page.locator('.visits .visit');
const sentence = () => page.locator('main .sentence').first();
const row = (unit: string) => page.locator(`table.overview tr[data-unit="${unit}"]`);

/** Clicks once more, waits for what comes, and sees that the leader has not run out of patience. */
async function click(target: Locator): Promise<void> {
  clicks += 1;
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  await target.click();
  await page.locator('main h1').waitFor();
  await drawn(page);
}

test('three units to visit, and why: on the screen, each reason with a way to its chart', async () => {
  const units = await visits().evaluateAll((all) =>
    all.map((e) => (e as HTMLElement).dataset.unit),
  );
  expect(units).toHaveLength(3);
  expect(units[0]).toBe(TROUBLED);
  for (const visit of await visits().all())
    expect(await visit.locator('a[data-reason]').count()).toBeGreaterThan(0);
  const reason = visits().first().locator('a[data-reason]').first();
  const indicator = (await reason.getAttribute('data-indicator')) ?? '';
  await click(reason);
  expect(query(page)).toContain(`view=compare&indicator=${indicator}`);
});

test('who is behind now, and by chance or not: the comparison says it', async () => {
  await click(visits().first().locator('a[data-reason=level]').first());
  const said = (await sentence().textContent()) ?? '';
  expect(said).toMatch(/Thấp hơn hẳn mức chung [\d,]+% .*Phường Bích Trạch \(/);
});

test('how the worst developed: its line falls over the years', async () => {
  await click(visits().first().locator('a[data-reason=change]').first());
  expect(query(page)).toMatch(/view=trend.*unit=phuong-bich-trach/);
  expect(await sentence().textContent()).toContain('Phường Bích Trạch');
  expect(await page.locator('main svg.recharts-surface').count()).toBeGreaterThan(0);
});

test('what happened in one ward: its story, its alarms, every indicator in a row', async () => {
  await click(row('phuong-diep-hoa').getByRole('link', { name: 'Phường Diệp Hòa' }).first());
  expect(await page.locator('main h1').textContent()).toBe('Phường Diệp Hòa');
  expect(await sentence().textContent()).toMatch(/\d+ chỉ số so sánh được với các đơn vị cùng cấp/);
  const shown = page.locator('table.standing tr[data-indicator=dossiers_on_time_rate]');
  expect(await shown.locator('[data-value]').textContent()).toContain('98,9%');
  const all = page.locator('table.unit-figures').first();
  expect(await all.isVisible()).toBe(false);
  await click(page.getByText(vi.standing.everything, { exact: true }));
  expect(await all.isVisible()).toBe(true);
});

test('who resolves fewer complaints: one click on the indicator', async () => {
  await click(
    page.locator('table.overview thead').getByRole('link', { name: 'Giải quyết vụ việc' }),
  );
  expect(query(page)).toContain('indicator=petitions_resolved_rate');
  expect(await sentence().textContent()).toMatch(/Thấp hơn hẳn .*: Phường Bích Trạch/);
});

test('which reports are missing: named in the tile, which opens the period without them', async () => {
  const tile = page.locator('.tile', { hasText: vi.overview.notReceived });
  const said = (await tile.textContent()) ?? '';
  expect(said).toContain('Xã Tuy Mạn (quý IV/2025, năm 2025)');
  expect(said).toContain('Phường Mai Huyên (năm 2025)');
  await click(tile.getByRole('link', { name: vi.overview.notReceived }));
  expect(query(page)).toBe(`${SAMPLE}&view=compare&period=2025`);
  expect(await sentence().textContent()).toContain('13/15 đơn vị đã báo cáo, năm 2025');
  expect(await page.locator('main figure').textContent()).toContain('Xã Tuy Mạn');
});

test('who meets the target, and by how much: results beside it in the comparison', async () => {
  await click(page.locator('table.overview thead').getByRole('link', { name: 'Đúng hạn' }).first());
  await click(page.getByRole('button', { name: vi.chart.showTable }));
  const table = page.locator('main table').first();
  const values = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row): [string, number, boolean] => [
        (row as HTMLElement).dataset.unit ?? '',
        Number(row.querySelector<HTMLElement>('[data-value]')?.dataset.value),
        row.textContent?.includes('chỉ tiêu') ?? false,
      ]),
    );
  const target = values.find(([unit, , isTarget]) => isTarget && unit === TOWN)?.[1] ?? 0;
  const own = (unit: string) => values.find(([id, , isTarget]) => id === unit && !isTarget)?.[1];
  expect([target, (own('phuong-cam-lu') ?? 0) - target]).toEqual([98, expect.closeTo(-2.7, 1)]);
  expect((own('phuong-hac-linh') ?? 0) - target).toBeCloseTo(1.3, 1);
});

test('better or worse than last year: beside every result', async () => {
  const cell = row(TROUBLED).locator('td[data-indicator=dossiers_on_time_rate]');
  expect(await cell.textContent()).toContain('−18,2 điểm');
});

test('poverty over five years: the small line opens the large one', async () => {
  await click(
    row('xa-dong-nhan').locator('td[data-indicator=poor_household_rate] a:has(.sparkline)'),
  );
  expect(query(page)).toMatch(/view=trend&indicator=poor_household_rate.*unit=xa-dong-nhan/);
  const drawing = (await page.locator('main').textContent()) ?? '';
  for (const year of ['2021', '2025']) expect(drawing).toContain(year);
});

test('models by field: one click below the table', async () => {
  const models = page.locator('.overview-others li', { hasText: /Dân vận khéo/ }).first();
  await click(models.getByRole('link').nth(1));
  expect(query(page)).toContain('indicator=models_count&breakdown=model_field');
  expect(await page.locator('main').textContent()).toContain('Quốc phòng');
});

test('the order can be another: reports that did not come put their unit first', async () => {
  await page.locator('.visits .select-button').click();
  await page.getByRole('option', { name: vi.visits.weight.reports }).click();
  await page.locator('.visit:first-child[data-unit=xa-tuy-man]').waitFor();
  expect(query(page)).toBe(`${SAMPLE}&visits=reports`);
  await page.getByText(vi.visits.how, { exact: true }).click();
  expect(await page.locator('.visit-rules').textContent()).toContain(vi.visits.rules.verdict);
});

test('the tint is explained, and only what differs beyond chance has one', async () => {
  await page.getByText(vi.visits.tint).waitFor();
  const tinted = await page
    .locator('table.overview td[style*=background]')
    .evaluateAll((cells) =>
      cells.map(
        (cell) => `${cell.closest('tr')?.dataset.unit} ${(cell as HTMLElement).dataset.indicator}`,
      ),
    );
  expect(tinted).toContain(`${TROUBLED} dossiers_on_time_rate`);
  expect(tinted.filter((cell) => cell.startsWith('phuong-diep-hoa'))).toEqual([]);
});

test('every tile opens its chart', async () => {
  const tiles = await page.locator('.tile').all();
  expect(tiles).toHaveLength(5);
  for (const tile of tiles) {
    const link = tile.locator('.tile-name a');
    expect(await link.count()).toBe(1);
    const [box, reach] = [await tile.boundingBox(), await link.evaluate(after)];
    expect(reach.width).toBeCloseTo(box?.width ?? 0, 0);
    expect(reach.height).toBeCloseTo((box?.height ?? 0) - EDGE, 0);
  }
});

/** The line on top of a tile, in pixels. */
const EDGE = 3;

/** Width and height of what a click on the link's own plane reaches. */
function after(link: Element) {
  const { width, height } = getComputedStyle(link, '::after');
  return { width: Number.parseFloat(width), height: Number.parseFloat(height) };
}

test('a package without like units says so, and shows the documents instead of empty cells', async () => {
  ({ page } = await openDrawn(open, '?package=data/reports'));
  await page.locator('[data-documents]').waitFor();
  expect(await page.locator('[data-documents] [role=status]').textContent()).toBe(
    vi.visits.cannot(4, 4, 4),
  );
  expect(await page.locator('table.documents tr[data-source]').count()).toBe(5);
  expect(await page.locator('.visits').count()).toBe(0);
  expect(await page.locator('table.overview').isVisible()).toBe(false);
});

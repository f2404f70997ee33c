/** "So sánh": the figure, its counts, what was reported, the table, and the way down to the document. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { drawn, figureButton, lead, openDrawn, panel, query, siteOpener } from './site.ts';
import { tableRows } from './tables.ts';

const open = siteOpener();
const ONLINE = '?view=compare&indicator=dossiers_online_rate';
const PETITIONS = '?view=compare&indicator=petitions_resolved_rate';
const RATE = (100 * 114) / 545;

test('the rate of phường Phổ Hòa is recomputed, marked, and stands beside the reported one', async () => {
  const { page } = await openDrawn(open, ONLINE);
  const value = figureButton(page, 'Phường Phổ Hòa');
  const label = (await value.getAttribute('aria-label')) ?? '';
  for (const text of [label, (await value.textContent()) ?? '']) {
    expect(text).toContain('20,9%');
    expect(text).toContain('114/545');
    expect(text).toContain('mẫu số khác định nghĩa');
    expect(text).toContain(vi.chart.reported('100%'));
  }
});

test('"Xem bảng" gives a table with the chart’s title and unrounded values', async () => {
  const { page } = await openDrawn(open, ONLINE);
  const title = await page.locator('main h1').textContent();
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  expect(await page.locator('main table caption').textContent()).toBe(title);
  const rows = await tableRows(page);
  const indicator = 'dossiers_online_rate';
  expect(rows).toContainEqual({
    ...{ unit: 'phuong-pho-hoa', period: '2023-S1', indicator, category: '' },
    ...{ value: String(RATE), numerator: '114', denominator: '545', reported: '100' },
  });
  expect(rows).toContainEqual({
    ...{ unit: 'phuong-quang-minh', period: '2024-Q1', indicator, category: '' },
    ...{ value: String((100 * 45) / 58), numerator: '45', denominator: '58', reported: '77.5' },
  });
  await page.getByRole('button', { name: vi.chart.showChart }).click();
  await figureButton(page, 'Phường Phổ Hòa').waitFor();
});

test('units of another period stand apart and say so', async () => {
  const { page } = await openDrawn(open, ONLINE);
  const groups = await page.locator('main section section').allTextContents();
  const holds = (name: string) => groups.findIndex((text) => text.includes(name));
  expect(holds('Phường Phổ Hòa')).not.toBe(holds('Phường Quảng Minh'));
  expect(groups.slice(1).every((text) => text.includes(vi.compare.differsPeriod))).toBe(true);
});

test('petitions of huyện Bình Sơn add up to 35/43 and open into four types', async () => {
  const { page } = await openDrawn(open, PETITIONS);
  const value = figureButton(page, 'Huyện Bình Sơn');
  expect(await value.textContent()).toContain('81,4%');
  expect(await value.textContent()).toContain('35/43');
  await value.click();
  const types = panel(page).locator('tr[data-indicator=petitions_resolved_rate][data-category]');
  await types.first().waitFor();
  expect(await valuesByCategory(types)).toEqual({
    khieu_nai: 800 / 12,
    to_cao: 100,
    tranh_chap_dat_dai: 40,
    phan_anh_kien_nghi: 2000 / 21,
  });
  await types.filter({ hasText: '8/12' }).getByRole('button').click();
  await panel(page).locator('.big-number', { hasText: '66,7%' }).waitFor();
  expect(query(page)).toContain('open=huyen-binh-son~2021~petitions_resolved_rate~khieu_nai');
});

test('what a view is limited to is said, can be taken off, and a profile limits nothing else', async () => {
  const { page } = await openDrawn(open, `${ONLINE}&unit=phuong-pho-hoa`);
  const limits = page.locator('.limits');
  expect(await limits.textContent()).toContain('Chỉ xem: Phường Phổ Hòa');
  await lead(page, '?unit=phuong-pho-hoa');
  await drawn(page);
  expect(await limits.textContent()).toContain('Chỉ xem: Phường Phổ Hòa');
  const shown = await page.locator('table.overview tr[data-unit]').all();
  expect(await Promise.all(shown.map((row) => row.getAttribute('data-unit')))).toEqual([
    'phuong-pho-hoa',
  ]);
  await limits.getByRole('link').click();
  await limits.waitFor({ state: 'detached' });
  expect(query(page)).toBe('');
  await drawn(page);
  await page.locator('table.documents').getByRole('link', { name: 'Phường Quảng Minh' }).click();
  await drawn(page);
  expect(query(page)).toBe('?view=unit&unit=phuong-quang-minh');
  await page.getByRole('navigation').getByRole('link', { name: vi.view.overview }).click();
  await drawn(page);
  expect(query(page)).toBe('');
});

test('a breakdown in the URL compares the four types', async () => {
  const breakdown = '&unit=huyen-binh-son&breakdown=petition_type';
  const { page } = await openDrawn(open, PETITIONS + breakdown);
  await page.getByRole('button', { name: vi.chart.showTable }).click();
  const rows = await tableRows(page);
  const counts = rows.map((row) => `${row.category} ${row.numerator}/${row.denominator}`);
  expect(counts.sort()).toEqual([
    'khieu_nai 8/12',
    'phan_anh_kien_nghi 20/21',
    'to_cao 5/5',
    'tranh_chap_dat_dai 2/5',
  ]);
});

test('a search without diacritics finds phường Phổ Hòa and nothing else', async () => {
  const { page } = await openDrawn(open, ONLINE);
  await figureButton(page, 'Phường Quảng Minh').waitFor();
  await page.getByLabel(vi.control.searchUnits).fill('pho hoa');
  await figureButton(page, 'Phường Quảng Minh').waitFor({ state: 'detached' });
  expect(await figureButton(page, vi.chart.open('')).count()).toBe(1);
  expect(await figureButton(page, 'Phường Phổ Hòa').isVisible()).toBe(true);
  expect(query(page)).toContain('q=pho hoa');
});

const WAYS: readonly [string, (value: Locator, page: Page) => Promise<void>][] = [
  ['a click', (value) => value.click()],
  ['Enter', (value, page) => value.focus().then(() => page.keyboard.press('Enter'))],
];

test.each(WAYS)(
  '%s on a value opens the place in the document, Escape closes it',
  async (_, press) => {
    const { page } = await openDrawn(open, ONLINE);
    await press(figureButton(page, 'Phường Phổ Hòa'), page);
    await panel(page).getByText(vi.origin.section('II.4.1')).first().waitFor();
    await drawn(page);
    expect(query(page)).toContain('open=phuong-pho-hoa~2023-S1~dossiers_online_rate~');
    const said = (await panel(page).textContent()) ?? '';
    expect(said).toContain('167-BC/ĐU');
    expect(said).toContain('“100%”');
    expect(said).toMatch(/observations\.csv, dòng \d+/);
    expect(said).toContain(vi.code.PCT_MISMATCH);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    expect(query(page)).toBe(ONLINE);
  },
);

async function valuesByCategory(rows: Locator): Promise<Record<string, number>> {
  return rows.evaluateAll((all) =>
    Object.fromEntries(
      all.map((row) => [
        (row as HTMLElement).dataset.category ?? '',
        Number(row.querySelector<HTMLElement>('[data-value]')?.dataset.value),
      ]),
    ),
  );
}

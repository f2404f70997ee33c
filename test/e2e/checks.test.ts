/** "Kiểm tra số liệu": from a mark to its issue and back, hypotheses only here, decisions kept, a note to send. */
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { drawn, lead, openDrawn, panel, query, SCREENS, saved, siteOpener } from './site.ts';

const open = siteOpener();
const QUANG_MINH = '?view=checks&unit=phuong-quang-minh';
const items = (page: Page, code: string) => page.locator(`main li[data-code=${code}]`);

/** The opened details of one issue. */
async function opened(page: Page, code: string, at = 0) {
  const item = items(page, code).nth(at);
  await item.locator('summary').click();
  await item.getByRole('heading', { name: vi.checks.statements }).waitFor();
  await drawn(page);
  return item;
}

test('an exchange that mends both sums of Quảng Minh is offered, with what it would contradict', async () => {
  const { page } = await openDrawn(open, QUANG_MINH);
  const item = await opened(page, 'SUM_MISMATCH');
  await item.getByRole('heading', { name: vi.repair.heading }).waitFor();
  const lines = await item.locator('.repairs li').allTextContents();
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).toMatch(
      /^Nếu đổi chỗ (13|06) .* và (13|06) .* thì cả 2 phép cộng đang lệch đều khớp/,
    );
    expect(line).toContain('khác 68,4% đã ghi');
  }
});

test('no screen for leaders shows a hypothesis', async () => {
  const { page } = await openDrawn(open, '?view=unit&unit=phuong-quang-minh');
  for (const screen of SCREENS) {
    await lead(page, `?view=${screen}&unit=phuong-quang-minh&indicator=dossiers_on_time_rate`);
    await drawn(page);
    await page.locator('main .number-button, main svg [role=button]').first().click();
    await panel(page).locator('[data-value]').first().waitFor();
    await drawn(page);
    const words = (await page.locator('body').textContent()) ?? '';
    expect(words).not.toContain(vi.repair.heading);
    expect(words).not.toMatch(/Nếu đổi chỗ/);
  }
});

test('a mark leads to its issue in the worklist, and the issue back to its charts', async () => {
  const { page } = await openDrawn(
    open,
    '?view=compare&indicator=dossiers_online_rate&open=phuong-pho-hoa~2023-S1~dossiers_online_rate~',
  );
  const issue = panel(page)
    .locator('li.issue', { hasText: vi.code.PCT_MISMATCH ?? '' })
    .first();
  await issue.getByRole('link', { name: vi.checks.toList }).click();
  await drawn(page);
  expect(query(page)).toContain('&unit=phuong-pho-hoa&code=PCT_MISMATCH');
  const item = await opened(page, 'PCT_MISMATCH');
  await item.getByRole('link', { name: 'Tỷ lệ hồ sơ tiếp nhận trực tuyến' }).last().click();
  await drawn(page);
  expect(query(page)).toContain('view=compare&indicator=dossiers_online_rate&period=2023-S1');
  await page.locator('main').getByText('20,9%').first().waitFor();
});

test('filters narrow the list by unit, severity, code and document, and the counts follow', async () => {
  const { page } = await openDrawn(open, '?view=checks&severity=error');
  const found = () => page.locator('main :is(li.issue, [data-trace])').count();
  expect(await found()).toBeGreaterThan(15);
  const all = await page.locator('main li.issue').count();
  expect(await page.locator('main li.issue[data-severity=error]').count()).toBe(all);
  const tally = page.locator('main table.tally tr[data-unit=phuong-quang-minh]');
  const errors = Number(await tally.locator('td').first().getAttribute('data-value'));
  await tally.getByRole('link').click();
  await page.locator('main table.tally').waitFor({ state: 'detached' });
  await drawn(page);
  expect(await found()).toBe(errors);
  await lead(page, '?view=checks&unit=huyen-binh-son&severity=error');
  await drawn(page);
  expect(await page.locator('main li.issue').count()).toBe(0);
});

test('a decision is kept over a reload, counted, and goes into decisions.csv', async () => {
  const { page } = await openDrawn(open, `${QUANG_MINH}&code=SUM_MISMATCH`);
  const item = await opened(page, 'SUM_MISMATCH');
  await item.getByRole('button', { name: vi.decision.heading }).click();
  await page.getByRole('option', { name: vi.decision.sent }).click();
  await item.getByLabel(vi.decision.note).fill('Gửi =công văn 12');
  await item.getByLabel(vi.decision.note).blur();
  await page.reload();
  await drawn(page);
  await page.getByText(vi.checks.progress(2, 2)).waitFor(); // two sums that one exchange would mend
  await items(page, 'SUM_MISMATCH').first().getByText(vi.decision.sent).waitFor();
  const text = await readFile(await saved(page, vi.decision.download), 'utf8');
  const [header, row = '', ...others] = text.replace('\uFEFF', '').trim().split('\r\n');
  expect(header).toBe('issue,decision,on,note');
  expect(others).toHaveLength(1);
  for (const line of [row, ...others]) {
    expect(line).toMatch(
      /^SUM_MISMATCH~.*phuong-quang-minh.*,sent,\d{4}-\d\d-\d\d,Gửi =công văn 12$/,
    );
  }
});

test('what another tab decided stays, also after a deck was made here', async () => {
  const { page, url } = await openDrawn(open, '?view=present', {
    prepare: (page) =>
      page.addInitScript(
        (item) =>
          localStorage.setItem(
            'briefing data/reports',
            JSON.stringify({ format: 'dan-van-briefing', title: '', items: [item] }),
          ),
        { query: '?view=compare&indicator=poor_household_rate', name: '', title: 'x', note: '' },
      ),
  });
  await saved(page, vi.present.pptx);
  const other = await page.context().newPage();
  await other.goto(`${url}index.html${QUANG_MINH}&code=SUM_MISMATCH`);
  await drawn(other);
  const decide = async (at: Page) => {
    const item = await opened(at, at === other ? 'SUM_MISMATCH' : 'DOUBLE_LISTED');
    await item.getByRole('button', { name: vi.decision.heading }).click();
    await at.getByRole('option', { name: vi.decision.sent }).click();
  };
  await decide(other);
  await page.getByRole('navigation').getByRole('link', { name: vi.view.checks }).click();
  await drawn(page);
  await decide(page);
  await page.getByText(/^Đã xử lý 3\//).waitFor(); // both sums there, one here
  await other.close();
});

test('the note to a unit lists what is to be confirmed, as printed, without hypotheses, on A4', async () => {
  const { page } = await openDrawn(open, QUANG_MINH);
  await page.getByRole('button', { name: vi.letter.open }).click();
  await page.locator('.letter table').waitFor();
  await drawn(page);
  expect(query(page)).toBe(`${QUANG_MINH}&note=1`);
  const letter = (await page.locator('.letter').textContent()) ?? '';
  expect(letter).toContain('Kính gửi: Phường Quảng Minh');
  expect(letter).toContain('Báo cáo ghi 39, cộng các phần được 32');
  expect(letter).not.toContain('Nếu đổi chỗ');
  const sum = page.locator('.letter tr[data-code=SUM_MISMATCH]').first();
  expect(await sum.locator('strong').allTextContents()).toContain('06');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  const zip = await JSZip.loadAsync(await readFile(await saved(page, vi.letter.download)));
  const file = (await zip.file('word/document.xml')?.async('string')) ?? '';
  expect(file).toContain('Kính gửi: Phường Quảng Minh');
  expect(file).toContain('Báo cáo ghi 39, cộng các phần được 32');
});

test('a chart says what it shows in one sentence, which is also its accessible name', async () => {
  const { page } = await openDrawn(
    open,
    '?package=data/sample&view=compare&indicator=dossiers_on_time_rate&under=thi-xa-lam-khue&period=2025',
  );
  const sentence = (await page.locator('main .sentence').textContent()) ?? '';
  expect(sentence).toMatch(
    /^Thấp hơn hẳn mức chung \d\d,\d% \([\d.]+\/[\d.]+\): Phường Bích Trạch \(/,
  );
  expect(sentence).toMatch(/\d+\/15 đơn vị đã báo cáo, năm 2025/);
  await page.getByRole('figure', { name: sentence }).waitFor();
});

/** From officers' files to a package on a server: the whole way, as a person goes it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../../src/intake/answers.ts';
import { vi } from '../../src/text/vi/words.ts';
import { droppedFile } from '../intake/corpus.ts';
import { copyOfSite } from './package.ts';
import { drawn, lead, openDrawn, saved, siteOpener, type Visit } from './site.ts';

const open = siteOpener();
const site = copyOfSite();

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
const fixture = (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(droppedFile(name).bytes),
});

/** Three wards, three shapes; two cells are wrong. */
const HOA = csv(
  'pho-hoa.csv',
  'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến;Hồ sơ đã giải quyết\nPhường Phổ Hòa;302;21O;298\n',
);
const VAN = csv(
  'pho-van.csv',
  'Đơn vị: Phường Phổ Văn\nQuý I năm 2024\nTT,Chỉ tiêu,Kết quả\n1,Hồ sơ tiếp nhận trong kỳ,1206\n2,Hồ sơ tiếp nhận trực tuyến,900\n3,Hồ sơ đã giải quyết,-1100\n',
);
const AN = csv(
  'pho-an.csv',
  'unit,period,measure,value\nxa-pho-an,2024-Q1,dossiers_received,120\nxa-pho-an,2024-Q1,dossiers_received_online,60\n',
);

const state = (page: Page) => page.evaluate(() => document.documentElement.dataset.import);
const next = (page: Page) => page.locator('[data-import-next]');

async function drop(
  page: Page,
  files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
) {
  await page.locator('input[type=file][multiple]').setInputFiles(files);
  await expect.poll(() => state(page), { timeout: 30_000 }).not.toBe('idle');
}

/** Presses the one way on, once it is free, until the state is the wanted one. */
async function goOn(page: Page, wanted: string): Promise<void> {
  await expect.poll(() => next(page).isEnabled(), { timeout: 60_000 }).toBe(true);
  await next(page).click();
  await expect.poll(() => state(page), { timeout: 60_000 }).toBe(wanted);
}

describe('three wards in three shapes', () => {
  let visit: Visit;
  test('two errors mended, kept, carried to a server: the same numbers; the next quarter asks nothing', async () => {
    visit = await openDrawn(open, '?view=import', {});
    const { page, errors, strays } = visit;
    expect(await state(page)).toBe('idle');
    await drop(page, [HOA, VAN, AN]);
    expect(await state(page)).toBe('recognised');
    expect(
      await page
        .locator('[data-guess=period]')
        .evaluateAll((all) => all.map((item) => item.getAttribute('data-value'))),
    ).toEqual(['2024-Q1', '2024-Q1', '2024-Q1']);
    expect(await page.locator('[data-question]').count()).toBe(0);
    await goOn(page, 'mapped');
    expect(await page.locator('[data-guess=measure][data-value=dossiers_received]').count()).toBe(
      1,
    );
    await goOn(page, 'checked');
    expect(await next(page).isEnabled()).toBe(false);
    const places = await page
      .locator('[data-problem]')
      .evaluateAll((all) =>
        all.map((item) =>
          ['problem', 'file', 'row', 'column']
            .map((name) => item.getAttribute(`data-${name}`))
            .join(' '),
        ),
      );
    expect(places).toEqual(['not-a-number pho-hoa.csv 3 C', 'below-zero pho-van.csv 6 C']);
    for (const right of ['210', '1.100']) {
      const problem = page.locator('[data-problem]').first();
      await problem.getByRole('textbox').fill(right);
      const left = (await page.locator('[data-problem]').count()) - 1;
      await problem.locator('[data-fix]').click();
      await expect.poll(() => page.locator('[data-problem]').count()).toBe(left);
    }
    await page.locator('[data-change=added][data-value="8"]').waitFor({ timeout: 60_000 });
    await goOn(page, 'kept');
    const zip = unzipSync(readFileSync(await saved(page, 'Tải gói dữ liệu')));
    await next(page).click();
    await expect.poll(() => new URL(page.url()).searchParams.has('package')).toBe(true);
    await drawn(page);
    expect(new URL(page.url()).searchParams.get('package')).toMatch(/^local\//);
    expect([errors, strays]).toEqual([[], []]);
    await sameOnAServer(page, zip);
    await nextQuarter(page);
  }, 240_000);

  async function sameOnAServer(page: Page, zip: Record<string, Uint8Array>): Promise<void> {
    const [folder = ''] = Object.keys(zip)[0]?.split('/') ?? [];
    for (const [path, bytes] of Object.entries(zip)) {
      const target = join(site(), 'data', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
    const query = 'view=table&indicator=dossiers_online_rate&period=2024-Q1';
    const local = new URL(page.url()).searchParams.get('package');
    await page.goto(`${visit.url}index.html?package=${local}&${query}`);
    await drawn(page);
    const here = await shown(page);
    const there = await openDrawn(open, `?package=data/${folder}&${query}`, { dir: site() });
    expect(await shown(there.page)).toEqual(here);
    expect(here).toContain(`phuong-pho-hoa ${(100 * 210) / 302}`);
    expect(here.length).toBeGreaterThanOrEqual(3);
    await lead(
      page,
      `?package=${local}&view=table&open=phuong-pho-hoa~2024-Q1~dossiers_received_online~`,
    );
    const mended = page.locator('[data-mended=C3]');
    await mended.waitFor();
    expect(await mended.innerText()).toBe(vi.origin.mended('21O', '210'));
  }

  async function nextQuarter(page: Page): Promise<void> {
    const local = new URL(page.url()).searchParams.get('package');
    await page.goto(`${visit.url}index.html?package=${local}&view=import`);
    await drawn(page);
    const later = (file: { buffer: Buffer }, name: string) =>
      csv(
        name,
        file.buffer
          .toString()
          .replaceAll('Quý I', 'Quý II')
          .replaceAll('2024-Q1', '2024-Q2')
          .replace('21O', '210')
          .replace('-1100', '1100'),
      );
    await drop(page, [later(HOA, 'hoa-2.csv'), later(VAN, 'van-2.csv'), later(AN, 'an-2.csv')]);
    expect(await state(page)).toBe('checked');
    expect(await page.locator('[data-question], [data-problem]').count()).toBe(0);
    await goOn(page, 'kept');
    await expect.poll(() => page.locator('[data-package]').count()).toBe(1); // the list follows what was kept
    // the package was open all the while: what was added is there without loading the page again
    await lead(page, `?package=${local}&view=table&indicator=dossiers_online_rate&period=2024-Q2`);
    await drawn(page);
    await expect.poll(() => shown(page)).toContain(`phuong-pho-hoa ${(100 * 210) / 302}`);
    await lead(page, `?package=${local}&view=import`);
    await drawn(page);
    const [back, redo] = [vi.import.undo, vi.import.redo].map((name) =>
      page.locator('.import-kept').getByRole('button', { name }),
    ) as [Locator, Locator];
    await back.click();
    const asked = page.getByRole('alertdialog');
    expect(await asked.locator('[data-lost]').innerText()).toContain('hoa-2.csv: 3 số liệu');
    await asked.getByRole('button', { name: vi.import.stepBack.leave }).click();
    await asked.waitFor({ state: 'detached' });
    expect(await back.count()).toBe(1);
    await back.click();
    await asked.locator('[data-step-back-sure]').click();
    await expect.poll(() => back.count()).toBe(0);
    await redo.click(); // and forward again
    await expect.poll(() => redo.count()).toBe(0);
    await back.click();
    await asked.locator('[data-step-back-sure]').click();
    await redo.waitFor();
    await drop(page, [later(HOA, 'hoa-2.csv')]);
    await page.locator('[data-issues]').waitFor({ timeout: 60_000 });
    expect(await page.locator('[data-base-newer]').count()).toBe(0); // one's own step is no news
    for (const _ of ['asked', 'sure']) await page.locator('[data-restart]').click();
    await page.getByRole('button', { name: 'Xóa khỏi máy này' }).click();
    await page.getByRole('button', { name: 'Bấm lần nữa để xóa hẳn' }).click();
    await expect.poll(() => page.locator('[data-package]').count()).toBe(0);
  }
});

async function shown(page: Page): Promise<string[]> {
  const cells = await page
    .locator('main [data-value]')
    .evaluateAll((all) =>
      all.map(
        (item) =>
          `${item.closest('[data-unit]')?.getAttribute('data-unit')} ${item.getAttribute('data-value')}`,
      ),
    );
  return [...new Set(cells)].sort();
}

test('whoever leaves by the menu or goes back finds the work as it was; what was kept brings nothing new', async () => {
  const { page, errors } = await openDrawn(open, '?view=import');
  await drop(page, [VAN, AN, csv('trong.csv', '')]);
  expect(await page.locator('[data-problem=empty]').getAttribute('data-file')).toBe('trong.csv');
  await goOn(page, 'mapped');
  await page.getByRole('link', { name: 'So sánh' }).first().click();
  await drawn(page);
  await page.goBack();
  await expect.poll(() => state(page)).toBe('mapped');
  await goOn(page, 'checked');
  await page.locator('[data-problem=below-zero] [data-skip]').click();
  await goOn(page, 'kept');
  await next(page).click();
  await drawn(page);
  const local = new URL(page.url()).searchParams.get('package');
  await lead(page, `?package=${local}&view=import`);
  await drawn(page);
  await drop(page, [AN]);
  if ((await state(page)) === 'recognised') await goOn(page, 'mapped');
  if ((await state(page)) === 'mapped') await goOn(page, 'checked');
  await page.locator('[data-nothing-new]').waitFor({ timeout: 60_000 });
  expect(await next(page).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('an entry form goes straight to the check', async () => {
  const { page } = await openDrawn(open, '?view=import');
  const rows = 'Xã Phổ An,Quý I/2024,Hồ sơ tiếp nhận trong kỳ,hồ sơ,70,dossiers_received\n';
  await drop(page, csv('bieu.csv', `${vi.form.csvColumns.join(',')}\n${rows}`));
  expect(await state(page)).toBe('checked');
  await page.locator('[data-change=added][data-value="1"]').waitFor({ timeout: 60_000 });
});

test('what was dropped stays when somebody goes back to paste more, and goes when it is left', async () => {
  const { page } = await openDrawn(open, '?view=import');
  await drop(page, HOA);
  await page.getByRole('button', { name: vi.import.back }).click();
  await expect.poll(() => page.locator('[data-chosen]').textContent()).toContain('pho-hoa.csv');
  await page.getByText(vi.import.paste, { exact: true }).click();
  await page.locator('.import-paste textarea').fill(AN.buffer.toString());
  await page.getByRole('button', { name: vi.import.pasteUse }).click();
  await expect.poll(() => state(page), { timeout: 30_000 }).not.toBe('idle');
  for (const name of ['pho-hoa.csv', vi.import.pasted])
    await page.getByText(name, { exact: false }).first().waitFor();
  await page.getByRole('button', { name: vi.import.restart }).click();
  expect(await state(page)).toBe('recognised'); // asked once
  await page.getByRole('button', { name: vi.import.restartSure }).click();
  await expect.poll(() => state(page)).toBe('idle');
  expect(await page.locator('[data-chosen]').count()).toBe(0);
});

test('steps behind are buttons, those ahead are words; from the first one the way goes on with what is there', async () => {
  const { page } = await openDrawn(open, '?view=import');
  const steps = page.locator('.import-steps');
  const links = () => steps.getByRole('button').allTextContents();
  expect(await links()).toEqual([]);
  await drop(page, HOA);
  expect(await links()).toEqual([vi.import.steps[0]]);
  await goOn(page, 'mapped');
  await goOn(page, 'checked');
  expect(await links()).toEqual(vi.import.steps.slice(0, 3));
  expect(await steps.locator('[aria-current=step]').textContent()).toBe(vi.import.steps[3]);
  await steps.locator('[data-step=recognised]').click();
  expect(await state(page)).toBe('recognised');
  await steps.locator('[data-step=idle]').click();
  expect(await next(page).textContent()).toBe(vi.import.next.idle);
  await goOn(page, 'recognised');
  await page.getByText('pho-hoa.csv').first().waitFor();
});

test('a sum that fails names its indicator and cells, and is mended where it is told', async () => {
  const { page } = await openDrawn(open, '?view=import');
  const sums =
    'Vụ việc phải giải quyết (gồm kỳ trước chuyển sang);9\nVụ việc kỳ trước chuyển sang;2';
  await drop(
    page,
    csv('don.csv', `Quý I/2024\nNội dung;Phường Phổ Hòa\n${sums}\nVụ việc phát sinh trong kỳ;6\n`),
  );
  await goOn(page, 'mapped');
  await goOn(page, 'checked');
  const found = page.locator('[data-found=SUM_MISMATCH]');
  await found.waitFor();
  const text = await found.innerText();
  for (const part of ['Phường Phổ Hòa', 'quý I/2024', 'don.csv, dòng 3, cột B', '9', '8'])
    expect(text.toLowerCase()).toContain(part.toLowerCase());
  const cells = await found
    .locator('[data-cell]')
    .evaluateAll((all) => all.map((item) => item.getAttribute('data-cell')));
  expect(cells).toEqual(['don.csv B3', 'don.csv B4', 'don.csv B5']);
  const documents = page.locator('.import-document');
  expect(await documents.locator('table').first().isVisible()).toBe(false);
  await documents.first().locator('summary').first().click();
  await documents.locator('[data-measure] summary').first().click();
  expect(await documents.locator('table').first().innerText()).toContain('9');
  await found.locator('[data-mend]').first().click();
  expect(await found.getByRole('textbox').inputValue()).toBe('9');
  await found.getByRole('textbox').fill('8');
  await found.locator('[data-fix]').click();
  await page.locator('[data-issues="0"]').waitFor();
  await expect.poll(() => next(page).isEnabled()).toBe(true);
});

describe('what a person must say', () => {
  test('is asked with choices, and the way on stays closed until it is said', async () => {
    const { page } = await openDrawn(open, '?view=import');
    await drop(page, fixture('near-names.csv'));
    await goOn(page, 'mapped');
    expect(await page.locator('[data-question=name]').count()).toBe(2);
    expect(await next(page).isEnabled()).toBe(false);
    await page.locator('[data-question=name] [data-choice=xa-ba-to]').click();
    await expect.poll(() => page.locator('[data-question=name]').count()).toBe(1);
    await page
      .locator('[data-question=name]')
      .getByRole('button', { name: 'Bỏ qua các dòng này' })
      .click();
    await expect.poll(() => next(page).isEnabled()).toBe(true);
  });

  test('a period that no text says is chosen from a list', async () => {
    const { page } = await openDrawn(open, '?view=import&lang=vi');
    await drop(page, fixture('no-period.csv'));
    expect(await page.locator('[data-question=period]').count()).toBe(1);
    expect(await next(page).isEnabled()).toBe(false);
    await page.locator('[data-question=period] [data-choice=period]').click();
    await expect.poll(() => page.locator('[data-question]').count()).toBe(0);
    await goOn(page, 'mapped');
  });

  test('a new unit and a new measure are declared on the spot', async () => {
    const { page } = await openDrawn(open, '?view=import');
    await drop(page, fixture('new-things.csv'));
    await goOn(page, 'mapped');
    for (const kind of ['column', 'name']) {
      const question = page.locator(`[data-question=${kind}]`);
      await question
        .getByRole('button', { name: /^Khai báo/ })
        .last()
        .click();
      await question.locator('[data-declare]').click();
      await expect.poll(() => question.count()).toBe(0);
    }
    await goOn(page, 'checked');
    await page.locator('[data-change=added][data-value="2"]').waitFor({ timeout: 60_000 });
    await goOn(page, 'kept');
  });
});

test.each([
  ['empty.csv', 'empty'],
  ['picture.csv', 'binary'],
  ['cut.xlsx', 'broken-archive'],
  ['password.xlsx', 'encrypted'],
])('%s is refused with its cause, and nothing is kept', async (name, code) => {
  const { page } = await openDrawn(open, '?view=import');
  await drop(page, fixture(name));
  expect(await state(page)).toBe('refused');
  expect(await page.locator(`[data-problem=${code}]`).getAttribute('data-file')).toBe(name);
  expect(await next(page).count()).toBe(0); // one button to choose files
  expect(await page.locator('input[type=file][multiple]').count()).toBe(1);
});

test('markup in names and cells stays text', async () => {
  const { page, errors } = await openDrawn(open, '?view=import');
  await drop(
    page,
    csv(
      '"<img src=x onerror=alert(1)>.csv',
      'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Ghi chú\nPhường Phổ Hòa;302;<script>alert(1)</script>\n',
    ),
  );
  expect(await page.locator('main img, main script').count()).toBe(0);
  expect(await page.locator('main').textContent()).toContain('<img src=x onerror=alert(1)>.csv');
  expect(errors).toEqual([]);
});

test('a workbook of two sheets, and a table that was pasted', async () => {
  const { page } = await openDrawn(open, '?view=import');
  await drop(page, fixture('two-sheets.xlsx'));
  expect(await page.locator('[data-guess=period]').count()).toBe(2);
  await page.getByRole('button', { name: 'Bỏ, làm lại từ đầu' }).click();
  await page.locator('[data-restart=asked]').click();
  await page.getByText('Dán bảng từ Excel').click();
  await page
    .getByRole('textbox')
    .fill('Quý I/2024\nĐơn vị\tHồ sơ tiếp nhận\nPhường Phổ Hòa\t302\n');
  await page.getByRole('button', { name: 'Dùng bảng đã dán' }).click();
  await expect.poll(() => state(page)).toBe('recognised');
  expect(await page.locator('[data-guess=delimiter]').getAttribute('data-value')).toBe('\t');
});

test('a link to what this browser never imported says so', async () => {
  const { page } = await open('?package=local', {});
  await expect.poll(() => page.getByRole('alert').count(), { timeout: 30_000 }).toBeGreaterThan(0);
  expect(await page.getByRole('alert').first().textContent()).toContain('Nhập số liệu');
});

/** Dossiers of two wards in January and February 2024; one day is none. */
const DOSSIERS = csv(
  'ho-so.csv',
  `Mã hồ sơ;Họ tên;Đơn vị;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả
H1;Nguyễn A;Phường Phổ Hòa;Hộ tịch;Trực tuyến;05/01/2024;10/01/2024;09/01/2024
H2;Trần B;Phường Phổ Hòa;Đất đai;Trực tiếp;15/01/2024;20/01/2024;25/01/2024
H3;Lê C;Phường Phổ Hòa;Hộ tịch;Trực tuyến;02/02/2024;05/02/2024;
H4;Võ D;Xã Phổ An;Chứng thực;Trực tiếp;30/02/2024;05/03/2024;
H5;Võ E;Xã Phổ An;Chứng thực;Trực tiếp;11/02/2024;15/02/2024;12/02/2024
`,
);

test('records: asked, mended, counted, kept; from a figure to the dossiers behind it; the zip leaves without them', async () => {
  const { page, errors } = await openDrawn(open, '?view=import', {});
  await drop(page, [DOSSIERS]);
  expect(await page.locator('[data-guess=layout]').getAttribute('data-value')).toBe(
    'records:dossier',
  );
  await goOn(page, 'mapped');
  expect(await page.locator('[data-question=category]').getAttribute('data-value')).toBe('Đất đai');
  await page.locator('[data-choice="+dat_dai"]').click();
  await goOn(page, 'checked');
  const problem = page.locator('[data-problem=bad-day]');
  await expect.poll(() => problem.getAttribute('data-row'), { timeout: 30_000 }).toBe('5');
  await problem.getByRole('textbox').fill('28/02/2024');
  await problem.locator('[data-fix]').click();
  await expect.poll(() => problem.count()).toBe(0);
  await expect
    .poll(() => page.locator('[data-guess=period]').getAttribute('data-value'))
    .toBe('2024-01/2024-02');
  await goOn(page, 'kept');
  const out = unzipSync(readFileSync(await saved(page, vi.import.packageOut)));
  expect(Object.keys(out).filter((path) => path.endsWith('.parquet'))).toEqual([]);
  const name = await page.locator('[data-package]').first().getAttribute('data-package');
  const figure = 'open=phuong-pho-hoa~2024-M01~dossiers_resolved_late~';
  await page.goto(
    `${page.url().split('?')[0]}?package=local/${name}&view=unit&unit=phuong-pho-hoa&${figure}`,
  );
  await drawn(page);
  await page.locator('details.records:visible summary').first().click();
  const list = page.locator('[data-records="1"]');
  await list.waitFor({ timeout: 30_000 });
  expect(await list.locator('tbody tr').allTextContents()).toEqual([
    'H2Đất đaiTrực tiếp15/01/202420/01/202425/01/2024',
  ]);
  expect(errors).toEqual([]);
});

test('a mapping goes to another computer as a file, and what another tab does to the shelf is said', async () => {
  const { page, url } = await openDrawn(open, '?view=import', {});
  await drop(page, [AN]);
  for (const step of ['mapped', 'checked', 'kept']) await goOn(page, step);
  const buffer = readFileSync(await saved(page, vi.import.mappingOut));
  expect(readMapping(buffer.toString())?.version).toBe(1);

  const tab = await page.context().newPage();
  await tab.goto(`${url}index.html?view=import`);
  await tab.locator('.import-kept').waitFor();
  const gone = async () => tab.getByRole('button', { name: vi.import.remove }).click();
  await gone();
  await tab.getByRole('button', { name: vi.import.removeSure }).click();
  await expect.poll(() => tab.locator('.import-kept').count()).toBe(0);
  expect(await page.locator('.import-kept').count()).toBe(1);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByText(vi.import.anotherTab).waitFor();
  expect(await page.locator('.import-kept').count()).toBe(0);

  const other = await openDrawn(open, '?view=import', {});
  const input = other.page.locator('input[type=file][multiple]');
  await input.setInputFiles([{ name: 'cach-ghep.json', mimeType: 'application/json', buffer }]);
  await other.page.locator('[data-mappings]').waitFor();
  expect(await state(other.page)).toBe('idle'); // it is no table
  await input.setInputFiles([AN]);
  await expect.poll(() => state(other.page), { timeout: 30_000 }).toBe('checked');
});

/** CSV and Excel files hold exactly what the tables show, unrounded, and nothing that a spreadsheet would run. */
import readExcel from 'read-excel-file/node';
import { beforeAll, expect, test } from 'vitest';
import { vi } from '../../src/text/vi/words.ts';
import { copyOfSite, lines, SMALL, writePackage } from './package.ts';
import { openDrawn, saved, siteOpener } from './site.ts';
import { type CsvFile, figureRow, readCsvFile, tableRows } from './tables.ts';

const open = siteOpener();
const site = copyOfSite();
const HEADER =
  'unit,unit_name,body,period,indicator,indicator_name,breakdown,category,kind,value,numerator,' +
  'denominator,reported,bound,status,as_of,flags,source,locator';
const KEY = HEADER.split(',').slice(0, 9);
const NUMBERS = ['value', 'numerator', 'denominator', 'reported'];
const FORMULA = '=HYPERLINK("http://intranet.example","Xã B")';
const DANGEROUS = '?package=data/formulas&view=compare&indicator=dossiers_online_rate';

const VIEWS: readonly [string, string, number][] = [
  ['compare', '?view=compare&indicator=dossiers_online_rate', 2],
  ['trend', '?view=trend&indicator=dossiers_online_rate', 1],
  ['trend by category', '?view=trend&indicator=petitions_received&breakdown=petition_type', 4],
  ['unit', '?view=unit&unit=phuong-pho-hoa', 20],
  ['overview', '', 10],
  ['table', '?view=table', 200],
];

beforeAll(() => writePackage(site(), 'data/formulas', formulaPackage()));

test.each(VIEWS)(
  'the CSV of %s has the columns of the contract and the figures of the table behind it',
  async (_, link, least) => {
    const { page } = await openDrawn(open, link);
    const { text, header, rows } = readCsvFile(await saved(page, vi.chart.csv));
    expect(text.startsWith(`\uFEFF${HEADER}\r\n`)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(header.join()).toBe(HEADER);
    expect(rows.length).toBeGreaterThanOrEqual(least);
    const keys = rows.map((row) => KEY.map((column) => row[column]).join('~'));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    const numbers = rows.flatMap((row) => NUMBERS.map((column) => row[column] ?? ''));
    expect(numbers.filter((cell) => cell !== '' && String(Number(cell)) !== cell)).toEqual([]);
    const toTable = page.getByRole('button', { name: vi.chart.showTable });
    if (!(await toTable.isVisible())) return; // overview and table are tables themselves
    await toTable.click();
    await page.locator('main caption:not(.visually-hidden)').waitFor();
    expect(rows.map(figureRow)).toEqual(await tableRows(page));
  },
);

test('the CSV of the table view holds every row that the screen counts and shows', async () => {
  const { page } = await openDrawn(open, '?view=table&sort=-value');
  const { rows } = readCsvFile(await saved(page, vi.chart.csv));
  const shown = await tableRows(page);
  expect(shown.length).toBeGreaterThan(5);
  const written = new Set(rows.map((row) => JSON.stringify(figureRow(row))));
  expect(shown.filter((row) => !written.has(JSON.stringify(row)))).toEqual([]);
  await page.getByText(vi.table.shown(String(rows.length), String(rows.length))).waitFor();
  const flags = rows.map((row) => row.flags ?? '').filter((text) => text.includes(' '));
  expect(flags.length).toBeGreaterThan(0);
  for (const text of flags) expect(text).toBe(text.split(' ').sort().join(' '));
});

test('a row carries value, counts, reported rate, status, flags, source and place', async () => {
  const { page } = await openDrawn(open, '?view=compare&indicator=dossiers_online_rate');
  const { rows } = readCsvFile(await saved(page, vi.chart.csv));
  expect(rows.find((row) => row.unit === 'phuong-pho-hoa')).toMatchObject({
    unit_name: 'Phường Phổ Hòa',
    period: '2023-S1',
    value: String((100 * 114) / 545),
    numerator: '114',
    denominator: '545',
    reported: '100',
    status: 'D',
    flags: expect.stringContaining('PCT_MISMATCH'),
    source: 'bc-167-pho-hoa-2023-s1',
    locator: 'II.4.1',
  });
});

test('a filter of the table view limits its CSV', async () => {
  const { page } = await openDrawn(open, '?view=table&unit=xa-ba-bich&q=nhiem vu');
  const { rows } = readCsvFile(await saved(page, vi.chart.csv));
  expect(rows.length).toBeGreaterThan(0);
  expect([...new Set(rows.map((row) => row.unit))]).toEqual(['xa-ba-bich']);
});

test('texts that a spreadsheet would take for formulas are neutralised in CSV', async () => {
  const { page } = await openDrawn(open, DANGEROUS, { dir: site() });
  const { rows } = readCsvFile(await saved(page, vi.chart.csv));
  const [b, c] = ['xa-b', 'xa-c'].map((unit) => rows.find((row) => row.unit === unit));
  expect(b).toMatchObject({
    unit_name: `'${FORMULA}`,
    locator: "'+I.1",
    indicator_name: "'-Tỷ lệ",
  });
  expect(c).toMatchObject({ unit_name: "'@Xã C", locator: 'I.2' });
  expect(b?.value).toBe('-25');
});

test.each([
  ['compare', ''],
  ['table', '&view=table'],
])('the Excel file of %s has native numbers and texts that stay texts', async (_, view) => {
  const link = view ? '?package=data/formulas&view=table' : DANGEROUS;
  const { page } = await openDrawn(open, link, { dir: site() });
  const csv = readCsvFile(await saved(page, vi.chart.csv));
  const sheets = await readExcel(await saved(page, vi.chart.excel));
  const [headings = [], ...body] = sheets.at(-1)?.data ?? [];
  expect(headings.join()).toBe(HEADER);
  expect(body).toEqual(expectedCells(csv));
  const words = sheets[0]?.data ?? [];
  const head = words.findIndex((row) => row.includes(vi.column.value));
  expect(head).toBeGreaterThan(3);
  const value = words[head]?.indexOf(vi.column.value) ?? -1;
  const values = words.slice(head + 1).map((row) => row[value] ?? null);
  expect(values).toEqual(expectedCells(csv).map((row) => row[csv.header.indexOf('value')]));
  expect(words.flat()).not.toContain('dossiers_online_rate');
});

/** What Excel should hold: the CSV's cells as numbers and as texts without the apostrophe. */
function expectedCells({ header, rows }: CsvFile): (string | number | null)[][] {
  return rows.map((row) =>
    header.map((column) => {
      const cell = row[column] ?? '';
      if (cell === '') return null;
      return NUMBERS.includes(column) ? Number(cell) : cell.replace(/^'/, '');
    }),
  );
}

/** Names, indicator and place that begin like formulas; a negative rate, which is none. */
function formulaPackage() {
  return {
    ...SMALL,
    'units.csv': SMALL['units.csv']
      .replace('Xã B', `"${FORMULA.replaceAll('"', '""')}"`)
      .replace('Xã C', '@Xã C'),
    'observations.csv': SMALL['observations.csv']
      .replaceAll('I.1', '+I.1')
      .replace(',50,', ',-50,'),
    'indicators.csv': lines(
      'indicator,group,name,numerator,denominator,scale,decimals,direction',
      'dossiers_online_rate,Nhóm,-Tỷ lệ,dossiers_received_online,dossiers_received,100,1,up',
    ),
  };
}

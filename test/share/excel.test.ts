/** Workbooks read back from their files: numbers with their formats, words, codes at the end, names of sheets. */
import JSZip from 'jszip';
import readExcel from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { sheetNames } from '../../src/share/excel/names.ts';
import { excelFile } from '../../src/share/excel/workbook.ts';
import { EXPORT_COLUMNS, exportRows } from '../../src/share/rows.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { sheetsOf } from '../../src/slide/paper/sheets.ts';
import { vi } from '../../src/text/vi/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

let sample: Loaded;
let reports: Loaded;
beforeAll(async () => {
  sample = await loadPackage('data/sample');
  reports = await loadPackage('data/reports');
});
afterAll(() => Promise.all([sample.engine.close(), reports.engine.close()]));

const deskOf = ({ data, ask }: Loaded): SlideDesk => ({
  data,
  ask,
  state: parseUrl(`?package=${data.path}`).state,
  checked: true,
  organisation: '',
  settled: [],
});

async function book(loaded: Loaded, queries: readonly string[], name = '') {
  const items = queries.map((query) => ({ id: query, query, name, title: 'Mục', note: '' }));
  const sheets = await sheetsOf(deskOf(loaded), items);
  const file = await excelFile({ data: loaded.data, sheets });
  const bytes = Buffer.from(await file.arrayBuffer());
  const zip = await JSZip.loadAsync(bytes);
  const xml = async (path: string) => (await zip.file(`xl/${path}.xml`)?.async('string')) ?? '';
  return { sheets, read: await readExcel(bytes), xml };
}

const COMPARE = '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue';

describe('a workbook', () => {
  it('says above its table what it is, of whom, of when, from where, and that it is simulated', async () => {
    const { read } = await book(sample, [COMPARE]);
    const first = read[0]?.data.map((row) => String(row[0] ?? '')) ?? [];
    const { units, unit, period, source } = vi.workbook;
    expect(first[0]).toContain('Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn');
    expect(first).toContain(`${units}: 15 đơn vị`);
    expect(first).toContain(`${unit}: %`);
    expect(first).toContain(`${period}: Năm 2024`);
    expect(first.some((text) => text.startsWith(`${source}: `) && /BC\/ĐU ngày/.test(text))).toBe(
      true,
    );
    expect(first).toContain(vi.app.syntheticNote);
  });

  it('has numbers as numbers, each with the places and the sign of its indicator', async () => {
    const { read, sheets, xml } = await book(sample, [COMPARE]);
    const rows = read[0]?.data ?? [];
    const head = rows.findIndex((row) => row.includes(vi.column.value));
    const at = rows[head]?.indexOf(vi.column.value) ?? -1;
    const values = rows.slice(head + 1).map((row) => row[at]);
    expect(values).toEqual(sheets[0]?.figures.map(({ value }) => value));
    const styles = await xml('styles');
    expect(styles).toContain('formatCode="#,##0.0&quot;%&quot;"');
    expect(styles).toContain('formatCode="#,##0"');
    const sheet = await xml('worksheets/sheet1');
    expect(sheet).toMatch(/<pane [^>]*ySplit="\d+"[^>]*state="frozen"/);
    expect(sheet).toContain(`</sheetData><autoFilter ref="A${head + 1}:`);
    expect(sheet).toMatch(/<cols>.*width="/);
  });

  it('has words and document numbers, and the codes in the last sheet as the CSV has them', async () => {
    const { read, sheets } = await book(reports, ['?view=compare&indicator=dossiers_online_rate']);
    const words = JSON.stringify(read[0]?.data);
    expect(words).toContain('167-BC/ĐU');
    expect(words).toContain('Phường Phổ Hòa');
    expect(words).not.toMatch(/phuong-pho-hoa|dossiers_online_rate|PCT_MISMATCH|bc-167|2023-S1/);
    const last = read.at(-1);
    expect(last?.sheet).toBe(vi.workbook.codes);
    const [head = [], ...body] = last?.data ?? [];
    expect(head).toEqual(EXPORT_COLUMNS);
    const rows = exportRows(reports.data, sheets[0]?.figures ?? []);
    expect(body).toEqual(rows.map((row) => EXPORT_COLUMNS.map((c) => row[c] || null)));
  });

  it('has one sheet for each view of a briefing, the lists of issues too', async () => {
    const queries = ['?view=overview', COMPARE, '?view=unit&unit=xa-sa-khue', '?view=checks'];
    const { read, sheets } = await book(sample, queries);
    expect(read).toHaveLength(queries.length + 1);
    const list = read[3]?.data ?? [];
    const head = list.findIndex((row) => row[0] === vi.column.unit);
    const counts = list.slice(head + 1).map((row) => row[1]);
    expect(counts.length).toBeGreaterThan(2);
    expect(counts.every((count) => typeof count === 'number')).toBe(true);
    const all = sheets.reduce((sum, { figures }) => sum + figures.length, 0);
    expect(read.at(-1)?.data).toHaveLength(all + 1);
    expect(
      new Set(
        read
          .at(-1)
          ?.data.slice(1)
          .map((row) => row[0]),
      ),
    ).toEqual(new Set(read.slice(0, 3).map(({ sheet }) => sheet)));
  });

  it('says where a view has no data, under forty names that Excel takes', async () => {
    const empty = '?view=compare&indicator=poor_household_rate&period=2021';
    const name = 'Một tên rất dài/của một mục: '.repeat(4);
    const { read } = await book(
      reports,
      Array.from({ length: 40 }, () => empty),
      name,
    );
    expect(read).toHaveLength(41);
    expect(new Set(read.map(({ sheet }) => sheet)).size).toBe(41);
    for (const { data } of read.slice(0, 40)) expect(data.flat()).toContain(vi.present.empty);
  });
});

describe('the name of a sheet', () => {
  it('is cut at words and has no sign that is forbidden', () => {
    expect(sheetNames(['Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn'])).toEqual([
      'Tỷ lệ hồ sơ giải quyết trước',
    ]);
    expect(sheetNames(["'a/b: [c]*?\\d'"])).toEqual(['a b c d']);
    expect(sheetNames(['', '  ', 'History'])[0]).toBe(vi.workbook.none);
  });

  it('occurs once, whatever its case, and never has more than 31 characters', () => {
    const names = sheetNames([
      'Xã',
      'xã',
      'XÃ',
      ...Array.from({ length: 40 }, () => 'x'.repeat(120)),
    ]);
    expect(new Set(names.map((name) => name.toLocaleLowerCase('vi'))).size).toBe(43);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(31);
    expect(names.slice(0, 3)).toEqual(['Xã', 'xã (2)', 'XÃ (3)']);
  });
});

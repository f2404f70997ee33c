/** Entry forms: what a unit is asked for, the workbook that another program opens, and the way back in. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { formOf, nextPeriod } from '../../src/intake/form.ts';
import { readBase } from '../../src/intake/keep/base.ts';
import { isOwnForm } from '../../src/intake/show/own.ts';
import type { Understood } from '../../src/intake/understand.ts';
import type { Form } from '../../src/model/intake/form.ts';
import { formCells, formCsv, validation } from '../../src/share/entry-form.ts';
import { repositoryAccess } from '../support/load.ts';
import { reportsData, taken } from './corpus.ts';

let form: Form;
beforeAll(async () => {
  const base = await readBase('data/reports', repositoryAccess(), true);
  form = formOf(base, await reportsData(), 'phuong-quang-minh', '2024-Q2');
});

async function workbook(values: ReadonlyMap<string, number>): Promise<Buffer> {
  const cells = formCells(form, await reportsData(), values);
  return writeExcelFile(cells as never, { sheet: 'Số liệu' }, {
    features: [validation(form)],
  } as never).toBuffer();
}

test('asks for what the unit reported before, each measure once, with its latest figure', () => {
  const online = form.lines.find(({ measure }) => measure === 'dossiers_received_online');
  expect(online).toMatchObject({ before: 45, periodBefore: '2024-Q1', most: null });
  expect(new Set(form.lines.map(({ measure }) => measure)).size).toBe(form.lines.length);
  expect(form.lines.filter(({ most }) => most === 100).length).toBeGreaterThan(0);
});

test('is asked for the period after the latest one of that unit, a quarter beside the quarter before', async () => {
  const base = await readBase('data/reports', repositoryAccess(), true);
  expect(nextPeriod(base, 'phuong-quang-minh')?.code).toBe('2024-Q2');
  expect(nextPeriod(base, 'xa-pho-an')).toBeNull();
  const yearly = formOf(base, await reportsData(), 'phuong-quang-minh', '2025');
  const { measures } = await reportsData();
  const flows = yearly.lines.filter(({ measure }) => measures.get(measure)?.temporal === 'flow');
  expect(form.lines.some(({ periodBefore }) => periodBefore === '2024-Q1')).toBe(true);
  expect(flows.filter(({ periodBefore }) => periodBefore.includes('Q'))).toEqual([]);
});

test('names stand first; the ids by which it is read back are small, and its formulas begin once', async () => {
  const files = unzipSync(new Uint8Array(await workbook(new Map())));
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  expect(sheet).toMatch(/<f>IF\(OR\(C\d+/);
  const [, head] = formCsv(form, await reportsData()).split('\uFEFF');
  expect(head?.split('\r\n')[0]).toBe('Đơn vị,Kỳ báo cáo,Chỉ tiêu,Đơn vị tính,Số liệu,Mã');
});

test('a unit that never reported is asked for what its peers are', async () => {
  const base = await readBase('data/reports', repositoryAccess(), true);
  const fresh = formOf(base, await reportsData(), 'xa-pho-an', '2024-Q2');
  expect(fresh.lines.length).toBeGreaterThan(20);
  expect(fresh.lines.every(({ before }) => before === null)).toBe(true);
});

describe('filled in', () => {
  test('comes back without a question, only with what was filled in', async () => {
    const bytes = await workbook(
      new Map([
        ['dossiers_received', 70],
        ['dossiers_received_online', 61],
      ]),
    );
    const { drafts, questions, problems } = await taken([
      { name: 'bieu.xlsx', bytes: new Uint8Array(bytes) },
    ]);
    expect([questions, problems]).toEqual([[], []]);
    expect(
      drafts.map(({ unit, period, measure, value }) => [unit, period, measure, value]),
    ).toEqual([
      ['phuong-quang-minh', '2024-Q2', 'dossiers_received', 70],
      ['phuong-quang-minh', '2024-Q2', 'dossiers_received_online', 61],
    ]);
  });

  test('in part, its last rows: of the period of the form, whatever stands beside the empty ones', async () => {
    const last = form.lines.filter(({ before }) => before !== null).slice(-12);
    const filled = last.filter((_, at) => at % 3 === 0).map(({ measure }) => measure);
    const bytes = await workbook(new Map(filled.map((measure, at) => [measure, at + 1])));
    const { drafts, questions, sheets } = await taken([
      { name: 'bieu.xlsx', bytes: new Uint8Array(bytes) },
    ]);
    expect(questions).toEqual([]);
    expect(drafts.map(({ measure, period }) => [measure, period])).toEqual(
      filled.map((measure) => [measure, '2024-Q2']),
    );
    expect(sheets[0]?.shaped.passed).toEqual([]);
    expect(isOwnForm(sheets[0] as Understood, await reportsData())).toBe(true);
  });

  test('as CSV too', async () => {
    const text = formCsv(form, await reportsData()).replace(
      ',,dossiers_received\r',
      ',70,dossiers_received\r',
    );
    const { drafts, questions, sheets } = await taken([
      { name: 'bieu.csv', bytes: new TextEncoder().encode(text) },
    ]);
    expect(questions).toEqual([]);
    expect(isOwnForm(sheets[0] as Understood, await reportsData())).toBe(true);
    expect(
      drafts.map(({ unit, period, measure, value }) => [unit, period, measure, value]),
    ).toEqual([['phuong-quang-minh', '2024-Q2', 'dossiers_received', 70]]);
  });
});

test('cells are validated: nothing below zero, no rate above a hundred', async () => {
  const files = unzipSync(new Uint8Array(await workbook(new Map())));
  const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml']);
  const rules = [
    ...sheet.matchAll(/<dataValidation type="decimal" operator="(\w+)"[^>]*sqref="C(\d+)"/g),
  ];
  expect(rules.length).toBe(form.lines.length);
  expect(rules.filter(([, operator]) => operator === 'between').length).toBe(
    form.lines.filter(({ most }) => most).length,
  );
});

const office =
  spawnSync('soffice', ['--version']).status === 0 &&
  spawnSync('sh', ['-c', 'ls /usr/lib/libreoffice/program/libsclo.so']).status === 0;

test.runIf(office)('another program reckons the sums: they fit, or differ by so much', async () => {
  const line = form.lines.find(({ sum }) => sum.length > 0);
  expect(line).toBeDefined();
  const parts = line?.sum.map((part) => form.lines[part.line]?.measure ?? '') ?? [];
  const filled = (total: number) =>
    new Map([[line?.measure ?? '', total], ...parts.map((part): [string, number] => [part, 10])]);
  const right = (line?.sum ?? []).reduce((sum, { sign }) => sum + 10 * sign, 0);
  for (const [total, said] of [
    [right, 'khớp'],
    [right + 3, 'lệch 3'],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'form-'));
    writeFileSync(join(folder, 'bieu.xlsx'), await workbook(filled(total)));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
        '--outdir',
        folder,
        join(folder, 'bieu.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    expect(readFileSync(join(folder, 'bieu.csv'), 'utf8')).toContain(said);
  }
});

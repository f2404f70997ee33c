/** Files with one row a record: recognised, asked about, checked by row, counted, kept, and found again behind figures. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { readParquetNode } from '../../src/ingest/parquet/node.ts';
import { recordTables } from '../../src/ingest/record/tables.ts';
import { withoutRecords } from '../../src/intake/keep/zip.ts';
import { readDropped } from '../../src/intake/read/read.ts';
import { piecesOf } from '../../src/intake/records/pieces.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { askEngine } from '../../src/query/ask.ts';
import { prepareFigures } from '../../src/query/prepare/prepare.ts';
import { repositoryAccess } from '../support/load.ts';
import { EVERY_ISSUE } from '../support/questions.ts';
import { reportsData } from './corpus.ts';
import { type RecordsTaken, takeRecords } from './records.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** Semicolons, a title above, two spellings of a unit, a name of a person, and one fault of each kind. */
const FILE = `DANH SÁCH HỒ SƠ TIẾP NHẬN QUÝ I NĂM 2024;;;;;;;;
;;;;;;;;
Mã hồ sơ;Họ tên người nộp;Đơn vị tiếp nhận;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Đã số hóa
H01;Nguyễn Văn A;Phường Phổ Minh;Hộ tịch;Trực tuyến;05/01/2024;10/01/2024;09/01/2024;Có
H02;Trần Thị B;phường phổ minh;Chứng thực;Trực tiếp;15/01/2024 08:30;20/01/2024;25/01/2024;Không
H03;Lê C;P. Phổ Minh;Đất đai;Trực tuyến;02/02/2024;15/02/2024;;Có
H04;Phạm D;Xã Phổ An;Hộ tịch;Trực tuyến;03/03/2024;31/03/2024;;
H05;"Võ; ""E""";Xã Phổ An;Hộ tịch;Trực tiếp;2024-03-20;2024-04-05;2024-04-01;Có
H05;Võ E;Xã Phổ An;Hộ tịch;Trực tiếp;2024-03-20;2024-04-05;2024-04-01;Có
H06;F;Xã Phổ An;Hộ tịch;Trực tiếp;31/02/2024;05/3/2024;06/3/2024;Có
H07;G;;Hộ tịch;Trực tiếp;01/3/2024;05/3/2024;06/3/2024;Có
H08;I;Xã Phổ An;Hộ tịch;Trực tiếp;10/03/2024;12/03/2024;09/03/2024;có thể
H09;K;Xã Phổ An;Hộ tịch;Trực tiếp;10/03/2024;12/03/2024
H10;L;Xã Phổ An;Hộ tịch;Trực tiếp;10/03/2030;12/03/2030;;Có
`;

let data: Dataset;
const opened: RecordsTaken[] = [];
const take = async (...of: Parameters<typeof takeRecords>) => {
  const taken = await takeRecords(...of);
  opened.push(taken);
  return taken;
};

beforeAll(async () => {
  data = await reportsData();
});
afterEach(async () => {
  for (const { engine } of opened.splice(0)) await engine.close(); // the next test takes it over
});

const ANSWERS = { 'category field Đất đai': '+dat_dai' };

describe('an export of the one-stop system', () => {
  let taken: RecordsTaken;
  beforeAll(async () => {
    taken = await takeRecords({ name: 'ho-so-q1.csv', bytes: bytes(FILE) }, data, ANSWERS);
  });
  afterAll(() => taken.engine.close());
  const value = (unit: string, period: string, measure: string, category = '') =>
    taken.reckoned.drafts.find(
      (d) =>
        d.unit === unit && d.period === period && d.measure === measure && d.category === category,
    )?.value;

  test('is recognised by its headings; what no definition knows stays in the file', () => {
    const [records] = taken.understanding.records;
    expect(records?.layout.definition.record).toBe('dossier');
    expect(records?.layout.columns.map(({ column }) => column)).toEqual(
      'id,,unit,field,channel,received_on,due_on,resolved_on,digitised'.split(','),
    );
    expect(taken.understanding.questions).toEqual([]);
  });

  test('asks only what nobody can know', async () => {
    const { understanding } = await take({ name: 'ho-so-q1.csv', bytes: bytes(FILE) }, data);
    expect(understanding.questions).toMatchObject([
      {
        kind: 'category',
        text: 'Đất đai',
        key: 'category field Đất đai',
        ids: ['+dat_dai'],
        rows: [6],
      },
    ]);
  });

  test('offers what shares words with a category, and marks it as no more than that', async () => {
    const posted = FILE.replace('Trực tiếp', 'Bưu chính công ích');
    const { understanding } = await take({ name: 'ho-so-q1.csv', bytes: bytes(posted) }, data);
    expect(
      understanding.questions.map(({ key, ids, isLikened }) => [key, ids[0], isLikened]),
    ).toEqual([
      ['category field Đất đai', '+dat_dai', undefined],
      ['category channel Bưu chính công ích', 'postal', true],
    ]);
  });

  test('tells every row that cannot be counted, with line, column and text', () => {
    const told = taken.reckoned.problems.map(
      ({ code, effect, row, column, text }) => `${code} ${effect} ${row}:${column} ${text}`,
    );
    expect(told.sort()).toEqual([
      'bad-day cell 10:5 31/02/2024',
      'bad-flag cell 12:8 có thể',
      'day-to-come cell 14:5 10/03/2030',
      'days-reversed note 12:7 09/03/2024',
      'ragged-row cell 13:0 H09',
      'record-twice cell 9:0 H05',
      'record-without-unit cell 11:2 ',
    ]);
  });

  test('counts flows by their day, stocks at the end, and what is overdue against its due day', () => {
    expect(taken.reckoned.coverage).toEqual({ from: '2024-01', to: '2024-03' });
    const minh = 'phuong-pho-minh';
    const found = (period: string) =>
      [
        'received',
        'received_online',
        'resolved',
        'resolved_on_time',
        'resolved_late',
        'in_progress',
        'in_progress_overdue',
        'carried_over',
      ].map((name) => value(minh, period, `dossiers_${name}`) ?? null);
    expect(found('2024-M01')).toEqual([2, 1, 2, 1, 1, 0, 0, null]);
    expect(found('2024-M02')).toEqual([1, 1, 0, 0, 0, 1, 1, 0]);
    expect(found('2024-M03')).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
    expect(found('2024-Q1')).toEqual([3, 2, 2, 1, 1, 1, 1, null]);
    expect(value(minh, '2024-Q1', 'dossiers_received', 'ho_tich')).toBe(1);
    expect(value(minh, '2024-Q1', 'dossiers_received', 'dat_dai')).toBe(1);
    // resolved in April: still in progress at the end of March, and not due
    expect(value('xa-pho-an', '2024-M03', 'dossiers_in_progress')).toBe(2);
    expect(value('xa-pho-an', '2024-M03', 'dossiers_in_progress_overdue')).toBe(0);
    expect(taken.reckoned.drafts.some(({ period }) => period > '2024-S1')).toBe(false);
  });

  test('a cell mended in place counts; its line is no longer told', async () => {
    const fixes = new Map([['10:5', '28/02/2024']]);
    const mended = await take({ name: 'ho-so-q1.csv', bytes: bytes(FILE) }, data, ANSWERS, fixes);
    expect(mended.reckoned.problems.some(({ code }) => code === 'bad-day')).toBe(false);
    const received = mended.reckoned.drafts.find(
      (d) =>
        d.unit === 'xa-pho-an' &&
        d.period === '2024-M02' &&
        d.measure === 'dossiers_received' &&
        !d.category,
    );
    expect(received?.value).toBe(1);
  });

  test('kept, every figure leads to its records; no name of a person is in the package', async () => {
    const { files, sources } = await taken.plan('data/reports', true);
    const under = Object.fromEntries([...files].map(([path, own]) => [`goi/${path}`, own]));
    const access = repositoryAccess(under);
    const { dataset, statements, records } = await readPackage('goi', access);
    expect(dataset.problems).toEqual([]);
    const engine = await openNodeEngine();
    await loadStatements(engine, prepareStatements(dataset, statements));
    await prepareFigures(engine, dataset);
    const open = recordTables({ engine, access, data: dataset, files: records });
    const ask = askEngine(engine, dataset, open);
    const source = sources[0]?.source ?? '';
    const list = (measure: string, period: string, category = '') =>
      ask({
        ask: 'records',
        source,
        measure,
        unit: 'phuong-pho-minh',
        period,
        category,
        limit: 10,
      });
    const late = await list('dossiers_resolved_late', '2024-Q1');
    expect(late).toMatchObject({ record: 'dossier', total: 1 });
    expect(late.columns).toEqual(
      'id,field,channel,received_on,due_on,resolved_on,digitised'.split(','),
    );
    expect(late.rows).toEqual([
      ['H02', 'chung_thuc', 'in_person', '2024-01-15', '2024-01-20', '2024-01-25', 'no'],
    ]);
    expect((await list('dossiers_in_progress', '2024-M02')).rows.map(([id]) => id)).toEqual([
      'H03',
    ]);
    expect((await list('dossiers_received', '2024-Q1', 'dat_dai')).total).toBe(1);
    await engine.close();
    const path = dataset.sources.get(source)?.records ?? '';
    const kept = await readParquetNode((files.get(path) ?? bytes('')).slice());
    const texts = kept.columns.flatMap(({ values }) => Array.from(values, String)).join(' ');
    expect(texts).toContain('H01');
    expect(texts).not.toMatch(/Nguyễn|Trần|Phạm/);
  });

  test('leaves a computer without the records unless they are asked for', async () => {
    const { files } = await taken.plan('data/reports', true);
    const out = withoutRecords(files);
    expect([...files.keys()].filter((path) => !out.has(path))).toEqual([
      'nhap/ho-so-q1-csv.parquet',
    ]);
    const under = Object.fromEntries([...out].map(([path, own]) => [`goi/${path}`, own]));
    const { dataset, records } = await readPackage('goi', repositoryAccess(under));
    expect([dataset.problems, records.size, dataset.recordFiles.size]).toEqual([[], 0, 0]);
    expect(dataset.observationCount).toBeGreaterThan(200);
  });

  /** The package with these records and a further report of the ward. */
  async function askedWith<T>(
    report: string,
    question: (ask: ReturnType<typeof askEngine>) => Promise<T>,
  ) {
    const plan = await taken.plan('data/reports', true);
    const files = new Map(plan.files);
    const text = new TextDecoder().decode(files.get('datapackage.json'));
    const descriptor = JSON.parse(text);
    for (const resource of descriptor.resources) {
      if (!['observations', 'sources'].includes(resource.name)) continue;
      const own = resource.name === 'observations' ? 'them.csv' : 'nguon.csv';
      resource.path = [resource.path, own].flat();
      delete resource.bytes;
      delete resource.hash;
    }
    files.set('datapackage.json', bytes(JSON.stringify(descriptor)));
    files.set('them.csv', bytes(`unit,period,measure,value,source\n${report}`));
    files.set(
      'nguon.csv',
      bytes('source,unit,title,signed_on\nbc-minh,phuong-pho-minh,Báo cáo quý,2024-04-02\n'),
    );
    const under = Object.fromEntries([...files].map(([path, own]) => [`goi/${path}`, own]));
    const { dataset, statements } = await readPackage('goi', repositoryAccess(under));
    const engine = await openNodeEngine();
    await loadStatements(engine, prepareStatements(dataset, statements));
    await prepareFigures(engine, dataset);
    const answer = await question(askEngine(engine, dataset));
    await engine.close();
    return answer;
  }

  test('is compared with what the unit reported', async () => {
    const report =
      'phuong-pho-minh,2024-Q1,dossiers_received,5,bc-minh\nphuong-pho-minh,2024-Q1,dossiers_resolved,2,bc-minh\n';
    const { issues } = await askedWith(report, (ask) => ask(EVERY_ISSUE));
    const between = issues.filter(({ code }) => code === 'RECORDS_DIFFER' || code === 'REVISED');
    const told = between.map(({ code, unit, period, subject, expected, found }) =>
      [code, unit, period, subject, expected, found].join(' '),
    );
    expect(told).toEqual(['RECORDS_DIFFER phuong-pho-minh 2024-Q1 dossiers_received 5 3']);
  });

  test('gives rates on what is counted alone: the stock of another document has no outcome in the file', async () => {
    const rate = (report: string) =>
      askedWith(report, async (ask) => {
        const { groups } = await ask({
          ask: 'compare',
          ...{ subject: 'dossiers_overdue_rate', units: ['phuong-pho-minh'], peers: [] },
          ...{ body: null, grain: 'any', breakdown: '', category: '' },
          period: { type: 'one', code: '2024-Q1' },
        });
        const figure = groups[0]?.rows[0]?.figure;
        return [figure?.numerator, figure?.denominator];
      });
    const before = 'phuong-pho-minh,2023-Q4,dossiers_in_progress,23,bc-minh\n';
    expect(await rate(before)).toEqual([2, 3]);
    const stated = 'phuong-pho-minh,2024-Q1,dossiers_carried_over,1,bc-minh\n';
    expect(await rate(before + stated)).toEqual([2, 4]);
  });
});

test('the same records as Parquet and in UTF-16 count the same', async () => {
  const rows = FILE.split('\n').slice(2, 7);
  const plain = await take({ name: 'a.csv', bytes: bytes(rows.join('\r\n')) }, data, ANSWERS);
  const wide = Uint8Array.from(
    [...`\uFEFF${rows.join('\n')}`].flatMap((letter) => [
      letter.charCodeAt(0) & 255,
      letter.charCodeAt(0) >> 8,
    ]),
  );
  const utf16 = await take({ name: 'a.csv', bytes: wide }, data, ANSWERS);
  const folder = await mkdtemp(join(tmpdir(), 'records-'));
  const native = await openNativeEngine();
  const names = rows[0]?.split(';') ?? [];
  await native.insert(
    'records',
    names.map((name, at) => ({
      name,
      type: 'text' as const,
      values: rows.slice(1).map((row) => row.split(';')[at] ?? ''),
    })),
  );
  const path = join(folder, 'a.parquet');
  await exportParquet(native, 'records', path);
  await native.close();
  const parquet = await take(
    { name: 'a.parquet', bytes: new Uint8Array(await readFile(path)) },
    data,
    ANSWERS,
  );
  await rm(folder, { recursive: true });
  expect(plain.reckoned.drafts.length).toBeGreaterThan(50);
  expect(plain.reckoned.problems).toEqual([]);
  expect(utf16.reckoned.drafts).toEqual(plain.reckoned.drafts);
  expect(parquet.reckoned.drafts).toEqual(plain.reckoned.drafts);
});

test('a package brings a kind of records of its own, as data', async () => {
  const records = new Map(data.records);
  const column = (id: string, type: 'unit' | 'day' | 'key', name: string) => ({
    ...{ column: id, type, breakdown: '', name, nameEn: '', words: [] },
  });
  records.set('lamp', {
    ...{ record: 'lamp', name: 'Đèn đường', nameEn: 'Street lamps' },
    columns: [
      column('unit', 'unit', 'Phường'),
      column('lit_on', 'day', 'Ngày thắp'),
      column('code', 'key', 'Số cột'),
    ],
    measures: [
      {
        measure: 'security_cameras',
        event: 'lit_on',
        until: '',
        filter: [],
        breakdown: '',
        value: '',
      },
    ],
  });
  const text = 'Số cột,Phường,Ngày thắp\n1,Phường Phổ Minh,1/2/2023\n2,Phường Phổ Minh,3/4/2023\n';
  const { reckoned } = await take({ name: 'den.csv', bytes: bytes(text) }, { ...data, records });
  const stock = reckoned.drafts.filter(
    ({ period }) => period === '2023-M03' || period === '2023-M04',
  );
  expect(stock.map(({ measure, value }) => [measure, value])).toEqual([
    ['security_cameras', 1],
    ['security_cameras', 2],
  ]);
});

test('figures typed in a table are not taken for records', async () => {
  const text = 'Đơn vị,Ngày báo cáo,Hồ sơ tiếp nhận trong kỳ\nPhường Phổ Minh,05/04/2024,120\n';
  const definitions = [...data.records.values()];
  const taken = await readDropped([{ name: 'a.csv', bytes: bytes(text) }], {
    ...{ readParquet: readParquetNode, definitions },
  });
  expect([taken.records.length, taken.sheets.length]).toEqual([0, 1]);
});

describe('what offices really export', () => {
  const HEAD = 'Mã hồ sơ;Người nộp;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả';
  const counted = async (text: string, period: string, measure: string) => {
    const taken = await take({ name: 'a.csv', bytes: bytes(text) }, data, {});
    const found = taken.reckoned.drafts.find(
      (d) =>
        d.period === period &&
        d.measure === `dossiers_${measure}` &&
        d.category === '' &&
        d.unit === 'phuong-pho-minh',
    );
    const told = taken.reckoned.problems.map(({ code, row }) => `${code} ${row}`);
    return { value: found?.value, told };
  };
  const row = (...days: string[]) => `H${days.join('')};A;Phường Phổ Minh;${days.join(';')}`;

  test('years of two digits are of this century, impossible ones are told', async () => {
    const text = [
      HEAD,
      row('05/01/24', '10/01/24', '10/01/2024'),
      row('15/01/204', '20/01/2024', ''),
      row('16/01/1024', '', ''),
      '',
    ].join('\n');
    expect(await counted(text, '2024-M01', 'resolved_on_time')).toEqual({
      value: 1,
      told: ['bad-day 3', 'bad-day 4'],
    });
  });

  test('a record without its first day is told', async () => {
    const text = [
      HEAD,
      row('05/01/2024', '10/01/2024', ''),
      row('', '20/01/2024', '22/01/2024'),
      '',
    ].join('\n');
    expect(await counted(text, '2024-M01', 'received')).toEqual({
      value: 1,
      told: ['record-without-day 3'],
    });
  });

  test('totals of days are no records', async () => {
    const text =
      'Ngày tiếp nhận;Đơn vị;Lĩnh vực;Số hồ sơ\n05/01/2024;Phường Phổ Minh;Hộ tịch;12\n06/01/2024;Phường Phổ Minh;Hộ tịch;9\n';
    const definitions = [...data.records.values()];
    const taken = await readDropped([{ name: 'a.csv', bytes: bytes(text) }], {
      readParquet: readParquetNode,
      definitions,
    });
    expect(taken.records).toEqual([]);
  });

  test('of two headings that fit the exact one is meant, wherever it stands', async () => {
    const text =
      'Ngày nộp;Xã;Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày hẹn;Ngày hẹn trả\n01/02/2024;Xã Phổ An;H1;Phường Phổ Minh;05/01/2024;;\n';
    expect((await counted(text, '2024-M01', 'received')).value).toBe(1);
  });

  test('the order of day and month is one for the whole file', async () => {
    const typo = [
      HEAD,
      row('05/01/2024', '20/01/2024', '06/01/2024'),
      row('06/01/2024', '21/01/2024', '02/13/2024'),
      '',
    ].join('\n');
    expect(await counted(typo, '2024-M01', 'resolved')).toEqual({ value: 1, told: ['bad-day 3'] });
    const american = [HEAD, row('1/15/2024', '2/3/2024', '2/4/2024'), ''].join('\n');
    expect((await counted(american, '2024-M02', 'resolved_late')).value).toBeUndefined(); // February is not covered
    const both = [
      HEAD,
      row('1/15/2024', '2/3/2024', '2/4/2024'),
      row('2/20/2024', '2/21/2024', ''),
      '',
    ].join('\n');
    expect((await counted(both, '2024-M02', 'resolved_late')).value).toBe(1);
  });

  test('headings over two rows are read together', async () => {
    const text =
      'Mã hồ sơ;Người nộp;Đơn vị;Thời gian;;\n;;;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả\nH1;A;Phường Phổ Minh;05/01/2024;10/01/2024;\nH2;B;Xã Phổ An;05/01/2024;10/01/2024;\n';
    expect(await counted(text, '2024-M01', 'received')).toEqual({ value: 1, told: [] });
  });

  test('a column of units with nothing in it is told for every row', async () => {
    const text = `${HEAD}\nH1;A;;05/01/2024;;\nH2;A;;06/01/2024;;\n`;
    const { told } = await counted(text, '2024-M01', 'received');
    expect(told).toEqual(['record-without-unit 2', 'record-without-unit 3']);
  });

  test('lines are those of the file, with empty ones and headings over several lines among them', async () => {
    const text = `${HEAD.replace('Ngày tiếp nhận', '"Ngày\ntiếp nhận"')}\r\n\r\n${row('05/01/2024', '', '')}\r\n\r\n\r\n${row('31/02/2024', '', '')}\r\n`;
    expect(await counted(text, '2024-M01', 'received')).toEqual({ value: 1, told: ['bad-day 7'] });
  });

  test('days are read in every form in which offices write them', async () => {
    const days = [
      '2024-01-31T17:30:00Z', // the first of February in Vietnam
      '2024-02-05 16:45:10.000',
      '05/02/2024 8:30:00 AM',
      'Ngày 05 tháng 02 năm 2024',
      '20240205',
      '45327',
      '2024/02/05 08:30',
      '29.02.2024',
    ];
    const text = [HEAD, ...days.map((day) => row(day, '', '')), ''].join('\n');
    expect(await counted(text, '2024-M02', 'received')).toEqual({ value: days.length, told: [] });
  });

  test('the month that still runs is not counted as over', async () => {
    const text = [HEAD, row('05/10/2026', '', ''), row('05/11/2026', '', ''), ''].join('\n');
    const { reckoned } = await take({ name: 'a.csv', bytes: bytes(text) }, data, {});
    expect(reckoned.coverage).toEqual({ from: '2026-10', to: '2026-10' });
  });

  test('rows that are quoted as a whole, and columns at the same places, are records too', async () => {
    const rows = [HEAD, row('05/01/2024', '10/01/2024', ''), row('31/02/2024', '', '')];
    const quoted = rows.map((line) => `"${line}"`).join('\r\n');
    expect(await counted(quoted, '2024-M01', 'received')).toEqual({
      value: 1,
      told: ['bad-day 3'],
    });
    const placed = rows.map((line) =>
      line
        .split(';')
        .map((cell) => cell.padEnd(24))
        .join('')
        .trimEnd(),
    );
    const text = placed.join('\n');
    expect(await counted(text, '2024-M01', 'received')).toEqual({ value: 1, told: ['bad-day 3'] });
  });

  test('rows with nothing in them are no records, whether a column is filled or none is', async () => {
    const rows = async (text: string) => {
      const taken = await take({ name: 'a.csv', bytes: bytes(text) }, data, {});
      return taken.understanding.records[0]?.reading.profile.rows;
    };
    const full = [HEAD, row('05/01/2024', '', ''), row('06/01/2024', '', '')];
    expect(await rows(full.join('\n'))).toBe(2);
    const blank = [...full, '; ;;;;', ';;;;;', ''];
    expect(await rows(blank.join('\n'))).toBe(2);
  });

  test('ids that differ in case alone are one record, and the second is told', async () => {
    const text = `${HEAD}\nH1;A;Phường Phổ Minh;05/01/2024;;\nh1;A;Phường Phổ Minh;06/01/2024;;\n`;
    const { value, told } = await counted(text, '2024-M01', 'received');
    expect([value, told]).toEqual([1, ['record-twice 3']]);
  });

  test('texts that Excel was told to keep are read as what they say', async () => {
    const text = `${HEAD}\n="0017";A;="Phường Phổ Minh";="05/01/2024";;\n`;
    expect(await counted(text, '2024-M01', 'received')).toEqual({ value: 1, told: [] });
  });

  test('which part of a day is the month can be said where the file does not', async () => {
    const text = [HEAD, row('05/01/2024', '', ''), ''].join('\n');
    const dropped = { name: 'a.csv', bytes: bytes(text) };
    const months = async (answers: Record<string, string>) =>
      (await take(dropped, data, answers)).reckoned.coverage?.from;
    expect(await months({})).toBe('2024-01');
    expect(await months({ 'days a.csv': 'month' })).toBe('2024-05');
  });

  test('a signature below the table is not kept', async () => {
    const rows = ['05/01/2024', '06/01/2024', '07/01/2024'].map((day) => row(day, '', ''));
    const text = `${HEAD}\n${rows.join('\n')}\nNGƯỜI LẬP BIỂU;;;KT. CHỦ TỊCH;;\nTrần Thị Lan;;;Lê Văn Tám;;\n`;
    const taken = await take({ name: 'a.csv', bytes: bytes(text) }, data, {});
    const { files } = await taken.plan('data/reports', true);
    const path = [...files.keys()].find((name) => name.endsWith('.parquet')) ?? '';
    const kept = await readParquetNode((files.get(path) ?? bytes('')).slice());
    expect(kept.rowCount).toBe(3);
  });
});

describe('pieces of a text file', () => {
  const pieces = (text: string, size: number, skipped = 0) =>
    [...piecesOf('a.csv', bytes(text), ',', skipped, { rows: 100, bytes: size })].map(
      ({ bytes: own, line }) => [line, new TextDecoder().decode(own)],
    );

  test('are whole rows, with the line in which each begins', () => {
    expect(pieces('a,b\n1,2\n3,4\n5,6', 5, 1)).toEqual([
      [2, '1,2\n3,4\n'],
      [4, '5,6'],
    ]);
    expect(pieces('\uFEFFa\r\n1\r\n2\r\n', 1)).toEqual([
      [1, 'a\r\n'],
      [2, '1\r\n'],
      [3, '2\r\n'],
    ]);
  });

  test('end with so many rows, quoted or not, whatever ends their lines', () => {
    const text = 'a,b\r\n1,2\r\n\r\n3,"x\r\ny"\r\n5,6\r\n7,8';
    const cut = [...piecesOf('a.csv', bytes(text), ',', 1, { rows: 2, bytes: 1e6 })];
    expect(cut.map(({ bytes: own, line }) => [line, new TextDecoder().decode(own)])).toEqual([
      [2, '1,2\r\n,\r\n'],
      [4, '3,"x  y"\r\n5,6\r\n'],
      [7, '7,8'],
    ]);
  });

  test('a line break inside of quotes ends no row; an open quote is told with its line', () => {
    expect(pieces('1,"x\ny"\n2,z\n', 3)).toEqual([
      [1, '1,"x y"\n'],
      [3, '2,z\n'],
    ]);
    expect(() => pieces('1,2\n3,"x\n4,5\n', 100)).toThrow('open-quote: a.csv 2');
  });
});

/** Numbers beyond what can be computed, and what the contract allows: refused or kept, each with its place. */

import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { readRefusedDate } from '../../src/model/time/refused-date.ts';
import { issueText } from '../../src/text/issue.ts';
import { problemText } from '../../src/text/vi/problem.ts';
import { HEADER, ROWS, readSmall, told, UNITS } from './small.ts';

const LARGEST = 9_007_199_254_740_991;

describe('a value in CSV', () => {
  test.each([
    ['9007199254740992', 'value-range'],
    ['9007199254740993', 'value-range'],
    ['-9007199254740992', 'value-range'],
    ['1e300', 'value-range'],
    ['1e400', 'value-range'],
    ['-1e308', 'value-range'],
    ['1e-320', 'value-range'],
    ['1e-999', 'value-range'],
    ['NaN', 'value-number'],
    ['Infinity', 'value-number'],
    ['0x10', 'value-number'],
  ])('%s is refused with row and column, and quoted', async (value, code) => {
    const text = `${ROWS}xa-b,2024-S1,dossiers_received,${value},bc-b\n`;
    const { problems, rows } = await readSmall({ 'observations.csv': text });
    expect(told(problems)).toEqual([`${code} row observations.csv:4 value`]);
    expect(problems[0] && problemText(problems[0])).toContain(value);
    expect(rows).toHaveLength(2);
  });

  test.each([
    ['9007199254740991', LARGEST],
    ['-9007199254740991', -LARGEST],
    ['0', 0],
    ['0e-999', 0],
    ['1e15', 1e15],
    ['0.30000000000000004', 0.30000000000000004],
    ['0.1000000000000000055511151231257827', 0.1],
    ['000123.4500', 123.45],
  ])('%s is taken as it is', async (value, number) => {
    const text = `${HEADER}xa-b,2024-S1,dossiers_received,${value},bc-b\n`;
    const { problems, rows } = await readSmall({ 'observations.csv': text });
    expect(problems).toEqual([]);
    expect(rows).toEqual([`xa-b dossiers_received ${number}`]);
  });

  test('with more places than a number has is rounded, and said to be', async () => {
    const text = `${HEADER}xa-b,2024-S1,dossiers_received,33.333333333333333333,bc-b\n`;
    const { problems, rows } = await readSmall({ 'observations.csv': text });
    expect(rows).toEqual(['xa-b dossiers_received 33.333333333333336']);
    expect(told(problems)).toEqual(['value-digits note observations.csv:2 value']);
  });
});

describe('a value in Parquet', () => {
  let engine: Engine;
  let folder = '';
  beforeAll(async () => {
    engine = await openNativeEngine();
    folder = await mkdtemp(join(tmpdir(), 'values-'));
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  async function observations(value: string, type: string) {
    const path = join(folder, 'observations.parquet');
    await engine.rows(`CREATE OR REPLACE TABLE o AS SELECT 'xa-b' AS unit, '2024-Q1' AS period, measure,
      CAST(text AS ${type}) AS value
      FROM (VALUES ('dossiers_received', '${value}'), ('dossiers_received_online', '50')) v(measure, text)`);
    await exportParquet(engine, 'o', path);
    return readSmall({ 'observations.parquet': new Uint8Array(await readFile(path)) });
  }

  test.each([
    ['NaN', 'DOUBLE', 'value-number'],
    ['Infinity', 'DOUBLE', 'value-number'],
    ['-Infinity', 'DOUBLE', 'value-number'],
    ['NaN', 'FLOAT', 'value-number'],
    ['9007199254740993', 'BIGINT', 'value-range'],
    ['-9223372036854775808', 'BIGINT', 'value-range'],
    ['18446744073709551615', 'UBIGINT', 'value-range'],
    ['9007199254740993', 'DECIMAL(38, 0)', 'value-range'],
    ['1e+300', 'DOUBLE', 'value-range'],
  ])('%s as %s is refused with row and column, and quoted whole', async (value, type, code) => {
    const { problems, rows } = await observations(value, type);
    expect(told(problems)).toEqual([`${code} row observations.parquet:2 value`]);
    expect(problems[0]?.value).toContain(value);
    expect(rows).toEqual(['xa-b dossiers_received_online 50']);
  });

  test.each([
    ['9007199254740991', 'BIGINT'],
    ['200', 'UBIGINT'],
    ['1626.57', 'DECIMAL(18, 2)'],
    ['-0.05', 'DECIMAL(38, 10)'],
    ['2.5', 'FLOAT'],
    ['4777.7', 'FLOAT'],
    ['25.8', 'FLOAT'],
    ['20', 'TINYINT'],
    ['65535', 'USMALLINT'],
  ])('%s as %s is taken as it is', async (value, type) => {
    const { problems, rows } = await observations(value, type);
    expect(problems).toEqual([]);
    expect(rows).toEqual([`xa-b dossiers_received ${value}`, 'xa-b dossiers_received_online 50']);
  });

  test('a decimal of more digits than a number has is rounded, and said to be', async () => {
    const { problems, rows } = await observations('123456789012.1234567', 'DECIMAL(38, 7)');
    expect(rows[0]).toBe('xa-b dossiers_received 123456789012.12346');
    expect(told(problems)).toEqual(['value-digits note observations.parquet:2 value']);
  });
});

describe('a column of a Parquet file', () => {
  let engine: Engine;
  let folder = '';
  beforeAll(async () => {
    engine = await openNativeEngine();
    folder = await mkdtemp(join(tmpdir(), 'types-'));
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true });
  });

  async function observations(changed: Readonly<Record<string, string>>) {
    const path = join(folder, 'observations.parquet');
    const columns = { ...PLAIN, ...changed };
    const list = Object.entries(columns).map(([name, sql]) => `${sql} AS "${name}"`);
    await engine.rows(`CREATE OR REPLACE TABLE o AS SELECT ${list.join(', ')}`);
    await exportParquet(engine, 'o', path);
    return readSmall({ 'observations.parquet': new Uint8Array(await readFile(path)) });
  }

  test.each([
    ['period as a date', { period: "DATE '2024-03-31'" }, 'period'],
    ['unit as bytes', { unit: "'xa-b'::BLOB" }, 'unit'],
    ['value as text', { value: "'200'" }, 'value'],
    ['a note as a list', { note: "['a', 'b']" }, 'note'],
    ['a note that is yes or no', { note: 'true' }, 'note'],
    ['a year as a number', { period: '2024' }, 'period'],
  ])('%s is read and noted once', async (_, changed, column) => {
    const { problems, rows } = await observations(changed as Record<string, string>);
    expect(told(problems)).toEqual([`column-type note observations.parquet:1 ${column}`]);
    expect(rows).toEqual(['xa-b dossiers_received 200']);
  });

  test('values that are times of day are refused', async () => {
    const { problems, opened } = await observations({ value: "TIME '10:00:00'" });
    expect(opened).toBeNull();
    expect(told(problems)).toEqual(['column-unfit stop observations.parquet:1 value']);
  });

  test.each([
    ['days as dates', { as_of: "DATE '2024-03-31'" }],
    ['a column without a value', { note: 'NULL', as_of: 'NULL::DOUBLE' }],
    ['whole numbers', { value: '200::INTEGER' }],
  ])('%s is as it should be', async (_, changed) => {
    const { problems } = await observations(changed as Record<string, string>);
    expect(problems).toEqual([]);
  });
});

const PLAIN = {
  unit: "'xa-b'",
  period: "'2024-Q1'",
  measure: "'dossiers_received'",
  value: '200.0::DOUBLE',
};

describe('text that is not as it was', () => {
  test.each([
    ['signs that were lost', 'Xã B\ufffdnh'],
    [
      'UTF-8 that was taken for windows-1252',
      Buffer.from('Xã Đức Phổ ưu', 'utf8')
        .toString('latin1')
        .replace(/[\x80-\x9f]/g, ''),
    ],
    ['the same with marks of the upper half', 'Phá»• HÃ²a'],
    ['letters in the upper half of another encoding', 'NghÄ©a'],
    ['TCVN3 that was never converted', 'B×nh S¬n'],
    ['letters that became question marks', 'Đ?ng Hòa'],
    ['entities of a page', 'X&atilde; B'],
    ['a soft hyphen', 'Xã B\u00adình'],
  ])('%s are noted with row and column, and kept', async (_, name) => {
    const units = UNITS.replace('Xã B', name);
    const { problems, rows } = await readSmall({ 'units.csv': units });
    expect(told(problems)).toEqual(['text-damaged note units.csv:3 name']);
    expect(rows).toHaveLength(2);
  });

  test.each([
    'Xã Ã',
    'ĐÃ XONG',
    '“má»',
    'Äpfel',
    'Bình Á',
    'SÃO PAULO',
    'Ai? Ở đâu?',
    'A & B; C',
    'Khu 1·2',
    '“ĐÃ”',
  ])('%s is plain', async (name) => {
    const { problems } = await readSmall({ 'units.csv': UNITS.replace('Xã B', name) });
    expect(problems).toEqual([]);
  });

  test('more than the contract allows as printed is kept and noted', async () => {
    const printed = 'x'.repeat(41);
    const text = `unit,period,measure,value,source,printed\nxa-b,2024-Q1,dossiers_received,200,bc-b,${printed}\n`;
    const { problems, opened } = await readSmall({ 'observations.csv': text });
    expect(told(problems)).toEqual(['text-long note observations.csv:2 printed']);
    expect(opened?.statements.texts.printed).toEqual([printed]);
    const fitting = await readSmall({
      'observations.csv': text.replace('x'.repeat(41), 'x'.repeat(40)),
    });
    expect(fitting.problems).toEqual([]);
  });
});

describe('what a package leaves out of the catalogue', () => {
  test('stays as the catalogue has it: a stock stays a stock', async () => {
    const { opened } = await readSmall({ 'measures.csv': 'measure,name\nhouseholds,Số hộ dân\n' });
    const known = opened?.dataset.measures.get('households');
    expect(known).toMatchObject({ name: 'Số hộ dân', temporal: 'stock' });
    expect(known?.unitLabel).not.toBe('');
  });

  test('is emptied by an empty cell', async () => {
    const { opened } = await readSmall({
      'measures.csv': 'measure,temporal,unit_label\nhouseholds,flow,\n',
    });
    expect(opened?.dataset.measures.get('households')).toMatchObject({
      temporal: 'flow',
      unitLabel: '',
    });
  });
});

describe('a descriptor', () => {
  const resources = ['units', 'sources', 'observations'].map((name) => ({
    name,
    path: `${name}.csv`,
  }));
  const readWith = (more: object) =>
    readSmall({ 'datapackage.json': JSON.stringify({ resources, ...more }) });

  test.each([['synthetic'], [['Synthetic']], ['a, Synthetic']])(
    'with the keywords %j is of simulated data',
    async (keywords) => {
      const { opened } = await readWith({ keywords });
      expect(opened?.dataset.synthetic).toBe(true);
    },
  );

  test.each(['hôm qua', '2024-13-45', 'x'.repeat(10_000), '\u202e2024'])(
    'made on %s says no day',
    async (created) => {
      const { opened } = await readWith({ created });
      expect(opened?.dataset.created).toBe('');
    },
  );

  test.each([
    ['a size without end', { bytes: null }],
    ['a path of half a letter', { path: 'a\ud800.csv' }],
    ['no path', { path: [] }],
  ])('with %s is told as wrong there', async (_, patch) => {
    const [units, sources, observations] = resources;
    const text = JSON.stringify({ resources: [units, sources, { ...observations, ...patch }] });
    const { problems, opened } = await readSmall({
      'datapackage.json': text.replace('null', '1e999'),
    });
    expect(opened).toBeNull();
    expect(problems[0]).toMatchObject({ code: 'package-invalid', file: 'pkg/datapackage.json' });
  });

  test('with another spelling of a table says what it has', async () => {
    const named = resources.map((r) =>
      r.name === 'observations' ? { ...r, name: 'Observations' } : r,
    );
    const { problems } = await readSmall({
      'datapackage.json': JSON.stringify({ resources: named }),
    });
    const missing = problems.find(({ code }) => code === 'resource-missing');
    expect(missing && problemText(missing)).toContain('Observations');
  });

  test('in UTF-16 is told as that', async () => {
    const text = new Uint8Array(Buffer.from(`\ufeff${JSON.stringify({ resources })}`, 'utf16le'));
    const { problems } = await readSmall({ 'datapackage.json': text });
    expect(problems[0]).toMatchObject({ code: 'file-encoding', value: 'UTF-16' });
  });

  test('with an empty checksum is not verified, and says so', async () => {
    const [units, ...rest] = resources;
    const { problems } = await readSmall({
      'datapackage.json': JSON.stringify({ resources: [{ ...units, hash: '' }, ...rest] }),
    });
    expect(told(problems)).toEqual(['hash-unknown warning pkg/datapackage.json units.hash']);
  });
});

test.each([
  ['indicators', 'indicator,decimals\ni,2.5\n', 'decimals'],
  ['indicators', 'indicator,decimals\ni,10\n', 'decimals'],
  ['measures', 'measure,min_count\nm,4.5\n', 'min_count'],
  ['unit_changes', 'date,from_unit,to_unit,share\n2024-01-01,xa-b,xa-b,1.5\n', 'share'],
])('%s: %j is told, and stands for nothing', async (name, text, column) => {
  const { problems } = await readSmall({ [`${name}.csv`]: text });
  expect(told(problems)).toEqual([`value-range cell ${name}.csv:2 ${column}`]);
});

test('a count with three digits behind the point is read, and asked about', async () => {
  const { problems, rows } = await readSmall({
    'observations.csv': ROWS.replace('200', '200.000'),
  });
  expect(rows[0]).toBe('xa-b dossiers_received 200');
  expect(told(problems)).toEqual(['value-grouped note observations.csv:2 value']);
});

describe('a file that a table names twice', () => {
  test.each([['observations.csv'], ['./observations.csv']])(
    'as %s is read once, and said to be',
    async (second) => {
      const resources = [
        { name: 'units', path: 'units.csv' },
        { name: 'sources', path: 'sources.csv' },
        { name: 'observations', path: ['observations.csv', second] },
      ];
      const descriptor = JSON.stringify({ resources });
      const { problems, rows } = await readSmall({ 'datapackage.json': descriptor });
      expect(told(problems)).toEqual(['path-twice warning pkg/datapackage.json observations']);
      expect(rows).toHaveLength(2);
    },
  );
});

describe('what the contract does not forbid is not set aside', () => {
  test.each([
    ['identity ids with a hyphen', 'identities', 'identity,total,parts\ntong-so-1,a,b + c\n'],
    ['identity ids with an underline', 'identities', 'identity,total,parts\ntong_so,a,b + c\n'],
    ['a category of two breakdowns', 'categories', 'breakdown,category,name\na*b,x*y,Tên\n'],
    [
      'changes without kind or share',
      'unit_changes',
      'date,from_unit,to_unit\n2024-01-01,xa-b,xa-b\n',
    ],
    ['findings with nothing but a code', 'findings', 'code\nSTALE_COPY\n'],
    ['decisions with nothing but an issue', 'decisions', 'issue\nx\n'],
    ['measures with nothing but an id', 'measures', 'measure\nm\n'],
    ['an indicator known only as reported', 'indicators', 'indicator\ni\n'],
    ['sources with nothing but an id', 'sources', 'source\n9-bc\n'],
  ])('%s', async (_, name, text) => {
    const measures = 'measure\na\nb\nc\nm\n';
    const files = { 'measures.csv': measures, [`${name}.csv`]: text };
    const used = name === 'sources' ? ROWS.replaceAll('bc-b', '9-bc') : ROWS;
    const { problems } = await readSmall({ ...files, 'observations.csv': used });
    expect(problems).toEqual([]);
  });

  test.each([
    ['findings', 'source\nbc-b\n', 'code'],
    ['unit_changes', 'from_unit,to_unit\nxa-b,xa-b\n', 'date'],
    ['unit_changes', 'date,to_unit\n2024-01-01,xa-b\n', 'from_unit'],
    ['identities', 'identity,parts\nx,dossiers_received\n', 'total'],
  ])('%s without a column that is no id lose rows, not the package', async (name, text, column) => {
    const { problems, opened } = await readSmall({ [`${name}.csv`]: text });
    expect(told(problems)).toEqual([`value-required row ${name}.csv:2 ${column}`]);
    expect(opened?.dataset.observationCount).toBe(2);
  });

  test('resources that carry their data inside, and keywords of another shape', async () => {
    const resources = [
      { name: 'units', path: 'units.csv' },
      { name: 'observations', path: 'observations.csv' },
      { name: 'extra', data: [1, 2] },
    ];
    const descriptor = JSON.stringify({ keywords: 'a, b', resources });
    const { problems, opened } = await readSmall({ 'datapackage.json': `\ufeff${descriptor}` });
    expect(told(problems)).toEqual(['resource-unknown note pkg/datapackage.json']);
    expect(opened?.dataset.observationCount).toBe(2);
  });
});

describe('a document with an impossible', () => {
  const CASES = [
    ['signed_on', '2024-02-30', 'value-date'],
    ['signed_on', '31/04/2024', 'value-date'],
    ['due_on', 'required', 'value-date'],
    ['received_on', '2023-13-01', 'value-date'],
    ['period', '2024-Q7', 'value-period'],
  ] as const;

  test.each(CASES)(
    '%s of %s stays in the list, and has its finding',
    async (column, text, code) => {
      const row = {
        source: 'bc-b',
        unit: 'xa-b',
        title: 'Báo cáo',
        signed_on: '',
        due_on: '',
        received_on: '',
        period: '2024-Q1',
      };
      const whole = { ...row, [column]: text };
      const { problems, opened } = await readSmall({
        'sources.csv': `${Object.keys(whole)}\n${Object.values(whole)}\n`,
      });
      expect(told(problems)).toEqual([`${code} cell sources.csv:2 ${column}`]);
      const data = opened?.dataset;
      expect(data?.sources.get('bc-b')?.title).toBe('Báo cáo');
      expect(data?.findings).toMatchObject([{ code: 'BAD_DATE', source: 'bc-b', unit: 'xa-b' }]);
      const { note = '' } = data?.findings[0] ?? {};
      expect(readRefusedDate(note)).toEqual({ column, text });
      const numbers = {
        expected: null,
        found: null,
        decimals: null,
        unit: '',
        subject: '',
        about: 'finding',
      };
      const words = data && issueText(data, { code: 'BAD_DATE', note, ...numbers });
      expect(words).toContain(`“${text}”`);
      expect(words).toContain(`“${column}”`);
    },
  );

  test('an unknown unit or a bad id: the document goes only where it has no id', async () => {
    const { problems, opened } = await readSmall({
      'sources.csv': 'source,unit,signed_on\nbc-b,xa-z,2024-02-30\nBC 7,xa-b,2024-02-30\n',
    });
    expect([...(opened?.dataset.sources.keys() ?? [])]).toEqual(['bc-b']);
    expect(opened?.dataset.findings).toMatchObject([{ source: 'bc-b', unit: '' }]);
    expect(told(problems)).toEqual([
      'value-id row sources.csv:3 source',
      'value-date cell sources.csv:2 signed_on',
      'value-date cell sources.csv:3 signed_on',
      'reference-unknown cell sources.csv:2 unit',
    ]);
  });
});

describe('a checksum', () => {
  const of = (name: string) => createHash(name).update(ROWS).digest('hex');
  test.each([
    ['sha256', `sha256:${of('sha256')}`],
    ['SHA-256 in capitals', `SHA-256:${of('sha256').toUpperCase()}`],
    ['sha512', `sha512:${of('sha512')}`],
    ['sha1', `sha1:${of('sha1')}`],
    ['md5', `md5:${of('md5')}`],
    ['md5 without a prefix', of('md5')],
  ])('of %s is checked', async (_, hash) => {
    const right = await readSmall({}, { hash });
    expect(right.problems).toEqual([]);
    const wrong = await readSmall({ 'observations.csv': ROWS.replace('200', '201') }, { hash });
    expect(told(wrong.problems)).toEqual(['file-hash stop observations.csv']);
  });

  test.each(['crc32:0a1b2c3d', 'md5:abc', 'sha256', 'sha256:xyz', 'blake3:00'])(
    'that says %s cannot be: a warning, not a note',
    async (hash) => {
      const { problems, rows } = await readSmall({}, { hash });
      expect(told(problems)).toEqual([
        'hash-unknown warning pkg/datapackage.json observations.hash',
      ]);
      expect(problems[0] && problemText(problems[0])).toContain(`“${hash}”`);
      expect(rows).toHaveLength(2);
    },
  );
});

test('a name longer than a heading is cut with a note that names its place', async () => {
  const name = `Xã ${'dài '.repeat(5000)}`;
  const { problems, opened } = await readSmall({ 'units.csv': UNITS.replace('Xã B', name) });
  expect(opened?.dataset.units.at('xa-b').name.length).toBeLessThanOrEqual(300);
  expect(told(problems)).toEqual(['value-long note units.csv:3 name']);
});

/** What a package leaves out says nothing: the catalogue's own columns stay, whatever file a row stands in. */
import { describe, expect, test } from 'vitest';
import { countRows } from '../../src/ingest/limit.ts';
import { HEADER, ROWS, readSmall, told, UNITS } from './small.ts';

const descriptor = (resources: readonly object[]) =>
  JSON.stringify({ name: 'small', created: '2024-04-10', resources });
const OWN = [
  { name: 'units', path: 'units.csv', format: 'csv' },
  { name: 'sources', path: 'sources.csv', format: 'csv' },
  { name: 'observations', path: 'observations.csv', format: 'csv' },
];

test('a measure in one file keeps what only another file has a column for', async () => {
  const { opened, problems } = await readSmall({
    'datapackage.json': descriptor([
      ...OWN,
      { name: 'measures', path: ['m1.csv', 'm2.csv'], format: 'csv' },
    ]),
    'm1.csv': 'measure,name,temporal\nnew_x,Mới,flow\n',
    'm2.csv': 'measure,min_count\nhouseholds,5\n',
  });
  const households = opened?.dataset.measures.get('households');
  expect(households).toMatchObject({ temporal: 'stock', minCount: 5, name: 'Tổng số hộ' });
  expect(problems).toEqual([]);
});

test('an indicator in one file keeps its formula', async () => {
  const { opened } = await readSmall({
    'datapackage.json': descriptor([
      ...OWN,
      { name: 'indicators', path: ['a.csv', 'b.csv'], format: 'csv' },
    ]),
    'a.csv':
      'indicator,numerator,denominator,scale\nx_rate,dossiers_resolved,dossiers_received,100\n',
    'b.csv': 'indicator,direction\ndossiers_online_rate,down\n',
  });
  const rate = opened?.dataset.indicators.get('dossiers_online_rate');
  expect(rate).toMatchObject({ direction: 'down', scale: 100 });
  expect(rate?.numerator).toEqual([
    { measure: 'dossiers_received_online', sign: 1, optional: false },
  ]);
});

describe('an identity of the catalogue', () => {
  test.each([
    [
      'keeps its relation',
      'identity,total,parts\ndossiers_online_within_received,dossiers_received,dossiers_received_online\n',
      'dossiers_online_within_received',
      { relation: '<=' },
    ],
    [
      'keeps its use',
      'identity,total,breakdown\npetitions_received_by_type,petitions_received,petition_type\n',
      'petitions_received_by_type',
      { use: 'derive' },
    ],
    [
      'keeps its formula',
      'identity,remark\ndossiers_balance,Khác\n',
      'dossiers_balance',
      { remark: 'Khác', relation: '=' },
    ],
  ])('%s', async (_, identities, id, expected) => {
    const { opened, problems } = await readSmall({ 'identities.csv': identities });
    const found = opened?.dataset.identities.find(({ identity }) => identity === id);
    expect(found).toMatchObject(expected);
    expect(found?.total.length).toBeGreaterThan(0);
    expect(found).not.toHaveProperty('row');
    expect(problems).toEqual([]);
  });

  test('of the package alone needs its total', async () => {
    const { problems } = await readSmall({ 'identities.csv': 'identity,remark\nown,Khác\n' });
    expect(told(problems)).toEqual(['value-required row identities.csv:2 total']);
  });

  test('with a breakdown that no row can have is set aside', async () => {
    const { problems } = await readSmall({
      'identities.csv': 'identity,total,breakdown\nown,dossiers_received,Lĩnh vực\n',
    });
    expect(told(problems)).toEqual(['value-id row identities.csv:2 breakdown']);
  });
});

describe('rows inside an open quote are told, whatever column comes first', () => {
  test.each([
    [
      'a period',
      'period,unit,measure,value,note',
      '2024-Q1,xa-b,dossiers_received,1,"mở\n2024-Q2,xa-b,dossiers_received,2,b\n2024-S1,xa-b,dossiers_received,3,"',
    ],
    [
      'an empty cell',
      'body,unit,period,measure,value,note',
      ',xa-b,2024-Q1,dossiers_received,1,"mở\n,xa-b,2024-Q2,dossiers_received,2,b\n,xa-b,2024-S1,dossiers_received,3,"',
    ],
    [
      'a number',
      'value,unit,period,measure,note',
      '1,xa-b,2024-Q1,dossiers_received,"mở\n-2.5,xa-b,2024-Q2,dossiers_received,b\n.5,xa-b,2024-S1,dossiers_received,"',
    ],
  ])('%s', async (_, header, rows) => {
    const { problems } = await readSmall({ 'observations.csv': `${header}\n${rows}\n` });
    expect(told(problems)).toContain('cell-rows warning observations.csv:2');
  });
});

test('other systems’ line breaks count although one ordinary one ends the file', async () => {
  const rows = ROWS.trimEnd().replaceAll('\n', '\u2028');
  const { rows: read } = await readSmall({ 'observations.csv': `${rows}\n` });
  expect(read).toEqual(['xa-b dossiers_received 200', 'xa-b dossiers_received_online 50']);
});

test('a unit from the last year that can be written is no overlap', async () => {
  const units = `${UNITS.replace('parent', 'parent,valid_from').replace('district,', 'district,,').replace('huyen-a\n', 'huyen-a,9999-06-01\n')}`;
  const { problems, opened } = await readSmall({ 'units.csv': units });
  expect(opened?.dataset.units.has('xa-b')).toBe(true);
  expect(told(problems)).toEqual([]);
});

test('an invisible mark inside a cell costs the row, not the figure’s truth', async () => {
  const { rows, problems } = await readSmall({
    'observations.csv': `${HEADER}xa-b,2024-Q1,dossiers_received,2\ufeff00,bc-b\n`,
  });
  expect(rows).toEqual([]);
  expect(told(problems)).toEqual(['value-number row observations.csv:2 value']);
});

test('one NUL near the start costs one row, as one further down does', async () => {
  const { rows, opened } = await readSmall({
    'observations.csv': `${HEADER}xa-b,2024-Q1,dossiers_received\0,1,bc-b\n${ROWS.slice(HEADER.length)}`,
  });
  expect(opened).not.toBeNull();
  expect(rows).toHaveLength(2);
});

describe('rows are counted as they are read', () => {
  test.each([
    ['LF', 'a\nb\nc\n'],
    ['CR', 'a\rb\rc\r'],
    ['CRLF', 'a\r\nb\r\nc\r\n'],
    ['without an end', 'a\nb\nc'],
    ['with inches', 'a,x\n5" ống,1\nc,2\n'],
    ['with breaks inside quotes', 'a,x\n"b\nb",1\nc,2\n'],
    ['with doubled quotes', 'a,x\n"b ""b""\n",1\nc,2\n'],
  ])('%s', (_, text) => expect(countRows(new TextEncoder().encode(text))).toBe(2));
});

test('of a list of hashes the element at fault is named', async () => {
  const { problems } = await readSmall({}, { path: ['observations.csv'], hash: [null] });
  const [problem] = problems;
  expect(problem).toMatchObject({ code: 'package-invalid', value: 'null' });
  expect(problem?.column).toMatch(/^resources\.2\.hash/);
});

describe('a single row inside an open quote is told as well, where the first column holds the quote', () => {
  test.each([
    [
      'units.csv',
      'name,unit,level,parent\nHuyện A,huyen-a,district,\n"Xã C,xa-c,commune,huyen-a\nXã B",xa-b,commune,huyen-a\n',
      'cell-rows warning units.csv:3',
    ],
    [
      'observations.csv',
      'note,unit,period,measure,value,source\n"ghi chú,xa-b,2024-Q1,dossiers_received,200,bc-b\nkhác",xa-b,2024-Q1,dossiers_received_online,50,bc-b\n',
      'cell-rows warning observations.csv:2',
    ],
  ])('%s', async (file, text, expected) => {
    expect(told((await readSmall({ [file]: text })).problems)).toContain(expected);
  });

  test('prose over two lines in the first cell is no row', async () => {
    const text =
      'note,unit,period,measure,value\n"Theo báo cáo,\nđã rà soát",xa-b,2024-Q1,dossiers_received,1\n';
    expect(told((await readSmall({ 'observations.csv': text })).problems)).toEqual([]);
  });
});

test.each([
  ['lost', 'unit,period,measure,value,sourcexa-b,2024-Q1,dossiers_received,200,bc-b\n'],
  ['a blank', 'unit,period,measure,value,source xa-b,2024-Q1,dossiers_received,200,bc-b\n'],
])('a header with the figures in it, its line breaks %s, stops the package', async (_, text) => {
  const { opened, problems } = await readSmall({ 'observations.csv': text });
  expect(opened).toBeNull();
  expect(told(problems)).toEqual(['header-rows stop observations.csv']);
});

test('a file that ends in another system’s line break is not cut', async () => {
  const { rows, problems } = await readSmall({
    'observations.csv': ROWS.replaceAll('\n', '\u0085'),
  });
  expect(rows).toHaveLength(2);
  expect(told(problems)).toEqual([]);
});

test('a mark that turns the order of letters is told as one, not as a wrong encoding', async () => {
  const { problems } = await readSmall({
    'units.csv': UNITS.replace('Xã B', 'Xã \u202eB'),
  });
  expect(told(problems)).toEqual(['text-control note units.csv:3 name']);
});

test('a last line break that became another sign is a cut file', async () => {
  const { problems } = await readSmall({ 'observations.csv': ROWS.replace(/\n$/, '\v') });
  expect(told(problems)).toContain('file-unended warning observations.csv:3');
});

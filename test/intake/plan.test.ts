/** What is kept: a valid package that says the same wherever it is opened; what changes is told before. */
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPackage } from '../../src/ingest/package.ts';
import { readParquetNode } from '../../src/ingest/parquet/node.ts';
import type { Declared } from '../../src/intake/answers.ts';
import { type Answers, NOTHING_DECLARED, readMapping } from '../../src/intake/answers.ts';
import { readBase } from '../../src/intake/keep/base.ts';
import { cutOut, unitsUnder } from '../../src/intake/keep/cut.ts';
import { stepBack } from '../../src/intake/keep/step-back.ts';
import { zipPackage } from '../../src/intake/keep/zip.ts';
import { type Plan, planOf } from '../../src/intake/plan.ts';
import { type PackageFiles, readDropped } from '../../src/intake/read/read.ts';
import type { Dropped } from '../../src/intake/sheet.ts';
import { layoutKey, mappingOf } from '../../src/intake/understand.ts';
import { loadPackage, repositoryAccess } from '../support/load.ts';
import { reportsData, taken } from './corpus.ts';

const csv = (name: string, text: string): Dropped => ({
  name,
  bytes: new TextEncoder().encode(text),
});
const QUARTER = csv(
  'mot-cua-quy-1.csv',
  'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến\nPhường Phổ Hòa;302;210\nPhường Quảng Minh;59;45\n',
);

interface Wish {
  readonly joins?: boolean;
  readonly answers?: Answers;
  readonly declared?: Declared;
  readonly base?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

async function plan(files: readonly Dropped[], wish: Wish = {}): Promise<Plan> {
  const { joins = true, answers = {}, declared = NOTHING_DECLARED } = wish;
  const understanding = await taken(files, answers);
  const base = await readBase(wish.base ?? 'data/reports', repositoryAccess(wish.files), joins);
  const mapping = mappingOf('Quý', understanding, answers, declared);
  return planOf(understanding, base, {
    name: 'goi',
    title: base.title || 'Gói mới',
    today: '2026-11-21',
    declared,
    mappings: [mapping],
  });
}

const at = (folder: string, files: PackageFiles) =>
  Object.fromEntries([...files].map(([path, bytes]) => [`${folder}/${path}`, bytes]));

test('what is known, what is new and what differs is told with both documents', async () => {
  const { changes, sources } = await plan([QUARTER]);
  expect(sources.map(({ source, period, file }) => [source, period, file])).toEqual([
    ['mot-cua-quy-1-csv', '2024-Q1', 'mot-cua-quy-1.csv'],
  ]);
  const said = changes.map(({ kind, unit, measure, before, sourceBefore, after }) =>
    [kind, unit, measure, before, sourceBefore, after].join(' '),
  );
  expect(said).toEqual([
    'added phuong-pho-hoa dossiers_received   302',
    'added phuong-pho-hoa dossiers_received_online   210',
    'changed phuong-quang-minh dossiers_received 58 bc-quang-minh-2024-q1 59',
    'unchanged phuong-quang-minh dossiers_received_online 45 bc-quang-minh-2024-q1 45',
  ]);
});

describe('the package that is kept', () => {
  let files: PackageFiles;
  beforeAll(async () => {
    files = (await plan([QUARTER])).files;
  });

  test('opens without a word, with every figure of before', async () => {
    const { dataset } = await readPackage('kept', repositoryAccess(at('kept', files)));
    const before = await reportsData();
    expect(dataset.problems).toEqual(before.problems);
    expect(dataset.observationCount).toBe(before.observationCount + 4);
    expect(dataset.sources.get('mot-cua-quy-1-csv')).toMatchObject({
      period: '2024-Q1',
      receivedOn: '2026-11-21',
    });
  });

  test('shows what was typed, from its document and cell', async () => {
    const loaded = await loadPackage('kept', at('kept', files));
    const { parts } = await loaded.ask({
      ...{ ask: 'origin', subject: 'dossiers_online_rate', unit: 'phuong-pho-hoa' },
      ...{ period: '2024-Q1', category: '', breakdown: '', body: null },
    } as const);
    const places = parts.flatMap(({ statements }) =>
      statements.map(({ source, locator, value }) => `${source} ${locator} ${value}`),
    );
    expect(places.sort()).toEqual(['mot-cua-quy-1-csv B3 302', 'mot-cua-quy-1-csv C3 210']);
    await loaded.engine.close();
  });

  test('says the same elsewhere: unzipped on a server with another catalogue, or opened again', async () => {
    const zip = new Uint8Array(await (await zipPackage('goi', files)).arrayBuffer());
    const unzipped = unzipSync(zip);
    expect(Object.keys(unzipped).sort()).toEqual(
      [...files.keys()].map((path) => `goi/${path}`).sort(),
    );
    const { packages } = await readDropped([{ name: 'goi.zip', bytes: zip }], {
      readParquet: readParquetNode,
    });
    for (const [path, bytes] of packages[0]?.files ?? []) expect(bytes).toEqual(files.get(path));
    expect(packages[0]?.files.size).toBe(files.size);
    const empty = {
      'data/catalogue/datapackage.json': JSON.stringify({ name: 'none', resources: [] }),
    };
    const there = await readPackage('goi', repositoryAccess({ ...unzipped, ...empty } as never));
    const here = await readPackage('goi', repositoryAccess(unzipped));
    expect([...there.dataset.measures.keys()].sort()).toEqual(
      [...here.dataset.measures.keys()].sort(),
    );
    expect(there.dataset.indicators.get('dossiers_online_rate')).toEqual(
      here.dataset.indicators.get('dossiers_online_rate'),
    );
    expect(there.statements).toEqual(here.statements);
  });

  test('carries the mapping that the next quarter needs', async () => {
    const text = new TextDecoder().decode(files.get('nhap/anh-xa-1.json'));
    const mapping = readMapping(text);
    const next = await taken([
      csv(
        'mot-cua-quy-2.csv',
        'Quý II/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến\nPhường Phổ Hòa;310;250\n',
      ),
    ]);
    expect(mapping?.layout).toBe(layoutKey(next));
    expect(readMapping(`${text}x`)).toBeNull();
    expect(readMapping('{"version":2}')).toBeNull();
  });
});

test('a file of the same name that tells of another quarter is another document: nothing is withdrawn', async () => {
  const first = await plan([QUARTER]);
  const next = csv(
    QUARTER.name,
    'Quý II/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến\nPhường Phổ Hòa;310;250\n',
  );
  const second = await plan([next], { base: 'kept', files: at('kept', first.files) });
  expect(second.changes.map(({ kind, after }) => [kind, after])).toEqual([
    ['added', 310],
    ['added', 250],
  ]);
  // handed over once more it is the second document again, and the first one stays
  const third = await plan([next], { base: 'kept', files: at('kept', second.files) });
  expect(third.changes.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged']);
  const { statements } = await readPackage('kept', repositoryAccess(at('kept', third.files)));
  const known = new Set(statements.value);
  for (const value of [302, 210, 59, 45, 310, 250]) expect(known.has(value)).toBe(true);
});

test('the same file again replaces itself: changed, withdrawn and unchanged figures are told', async () => {
  const first = await plan([QUARTER]);
  const again = csv(
    QUARTER.name,
    'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến\nPhường Phổ Hòa;303;210\n',
  );
  const second = await plan([again], { base: 'kept', files: at('kept', first.files) });
  expect(
    second.changes.map(({ kind, measure, before, after }) => [kind, measure, before, after]),
  ).toEqual([
    ['changed', 'dossiers_received', 302, 303],
    ['unchanged', 'dossiers_received_online', 210, 210],
    ['withdrawn', 'dossiers_received', 59, null],
    ['withdrawn', 'dossiers_received_online', 45, null],
  ]);
  const { dataset, statements } = await readPackage(
    'kept',
    repositoryAccess(at('kept', second.files)),
  );
  expect(dataset.problems.filter(({ code }) => code === 'duplicate-id')).toEqual([]);
  expect(dataset.observationCount).toBe((await reportsData()).observationCount + 2);
  expect([...statements.value]).toContain(303);
});

test('a second file of another quarter joins the first', async () => {
  const first = await plan([QUARTER]);
  const next = csv(
    'mot-cua-quy-2.csv',
    'Quý II/2024\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;310\n',
  );
  const second = await plan([next], { base: 'kept', files: at('kept', first.files) });
  const { dataset } = await readPackage('kept', repositoryAccess(at('kept', second.files)));
  expect(dataset.problems).toEqual((await reportsData()).problems);
  expect([...dataset.sources.keys()]).toEqual(
    expect.arrayContaining(['mot-cua-quy-1-csv', 'mot-cua-quy-2-csv']),
  );
});

test('a package of its own has the units and nothing but the new figures', async () => {
  const { files, changes } = await plan([QUARTER], { joins: false });
  const { dataset } = await readPackage('own', repositoryAccess(at('own', files)));
  expect(changes.map(({ kind }) => kind)).toEqual(['added', 'added', 'added', 'added']);
  expect([dataset.observationCount, dataset.findings.length, dataset.decisions.length]).toEqual([
    4, 0, 0,
  ]);
  expect(dataset.problems).toEqual([]);
});

test('units and measures that were declared travel with the package', async () => {
  const file = csv('zalo.csv', 'Năm 2023;\nĐơn vị;Số tổ Zalo cộng đồng\nXã Hành Thịnh;12\n');
  const { files } = await plan([file], {
    answers: {
      'column Số tổ Zalo cộng đồng': 'zalo_groups',
      'name xã hành thịnh': 'xa-hanh-thinh',
    },
    declared: {
      ...NOTHING_DECLARED,
      units: [
        {
          unit: 'xa-hanh-thinh',
          name: 'Xã Hành Thịnh',
          level: 'commune',
          parent: 'huyen-binh-son',
        },
      ],
      measures: [
        { measure: 'zalo_groups', name: 'Tổ Zalo cộng đồng', unit_label: 'tổ', temporal: 'stock' },
      ],
    },
  });
  const { dataset, statements } = await readPackage('kept', repositoryAccess(at('kept', files)));
  expect(dataset.units.at('xa-hanh-thinh')).toMatchObject({
    name: 'Xã Hành Thịnh',
    parent: 'huyen-binh-son',
  });
  expect(dataset.measures.get('zalo_groups')).toMatchObject({ temporal: 'stock', unitLabel: 'tổ' });
  expect(statements.texts.measure).toContain('zalo_groups');
  expect(dataset.problems).toEqual((await reportsData()).problems);
});

test('a base in Parquet is joined by CSV beside it', async () => {
  const file = csv(
    'q1.csv',
    'unit,period,measure,value\nphuong-truc-lang,2026-Q1,dossiers_received,302\n',
  );
  const understanding = await taken([file], { 'name phuong truc lang': 'phuong-truc-lang' });
  const base = await readBase('data/sample', repositoryAccess(), true);
  const wish = { name: 'goi', title: base.title, today: '2026-11-21', declared: NOTHING_DECLARED };
  const { files } = planOf(understanding, base, { ...wish, mappings: [] });
  const { dataset } = await readPackage('kept', repositoryAccess(at('kept', files)));
  const before = await readPackage('data/sample', repositoryAccess());
  expect(dataset.problems).toEqual(before.dataset.problems);
  expect(dataset.observationCount).toBe(before.dataset.observationCount + 1);
});

test('a package of one district holds its units’ figures and no others', async () => {
  const base = await readBase('data/reports', repositoryAccess(), true);
  const data = await reportsData();
  const about = { name: 'duc-pho', title: 'Đức Phổ', created: '2026-11-21' };
  const files = cutOut(base, data, 'thi-xa-duc-pho', about);
  const { dataset, statements } = await readPackage('cut', repositoryAccess(at('cut', files)));
  const before = await readPackage('data/reports', repositoryAccess());
  const inside = unitsUnder(data, 'thi-xa-duc-pho');
  const expected = [...before.statements.texts.unit].filter((unit) => inside.has(unit));
  expect([...statements.texts.unit]).toEqual(expected);
  expect(new Set(statements.texts.unit)).toEqual(
    new Set(['phuong-pho-hoa', 'thi-xa-duc-pho'].filter((unit) => expected.includes(unit))),
  );
  expect(dataset.problems).toEqual([]);
  expect(dataset.units.ancestors('phuong-pho-hoa')).toEqual(['thi-xa-duc-pho', 'tinh-quang-ngai']);
  expect(dataset.units.has('xa-ba-bich')).toBe(false);
});

test('replacing a document leaves the others of its list whole, whatever their columns and line breaks', async () => {
  const first = await plan([QUARTER]);
  const list = [...first.files.keys()].find((path) => path.startsWith('nhap/sources')) ?? '';
  const other =
    'title,source,file\n"Báo cáo\nhai dòng",bc-khac,khac.csv\nQuý I,mot-cua-quy-1-csv,mot-cua-quy-1.csv\n';
  const files = new Map(first.files).set(list, new TextEncoder().encode(other));
  const descriptor = JSON.parse(new TextDecoder().decode(files.get('datapackage.json')));
  for (const resource of descriptor.resources) delete resource.hash;
  for (const resource of descriptor.resources) delete resource.bytes;
  files.set('datapackage.json', new TextEncoder().encode(JSON.stringify(descriptor)));
  const second = await plan([QUARTER], { base: 'kept', files: at('kept', files) });
  const { dataset } = await readPackage('kept', repositoryAccess(at('kept', second.files)));
  expect(dataset.sources.get('bc-khac')?.title).toBe('Báo cáo\nhai dòng');
  expect(dataset.problems.filter(({ code }) => code === 'duplicate-id')).toEqual([]);
});

test('a step back says whose figures go, and whose come back', async () => {
  const first = (await plan([QUARTER])).files;
  const more = csv('don.csv', 'Quý I/2024\nĐơn vị;Hồ sơ đã giải quyết\nPhường Phổ Hòa;300\n');
  const text = new TextDecoder().decode(QUARTER.bytes);
  const again = csv(
    QUARTER.name,
    text.replace('302', '303').replace('Phường Quảng Minh;59;45\n', ''),
  );
  const second = (await plan([again, more], { base: 'local/q', files: at('local/q', first) }))
    .files;
  expect(stepBack(second, first)).toEqual({
    lost: [
      { name: 'mot-cua-quy-1.csv', figures: 1 },
      { name: 'don.csv', figures: 1 },
    ],
    regained: [{ name: 'mot-cua-quy-1.csv', figures: 3 }],
  });
  expect(stepBack(second, second)).toEqual({ lost: [], regained: [] });
});

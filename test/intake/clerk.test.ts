/** What crosses from the import's worker to the page: plain, short however long the tables, and all that is needed. */
import { afterEach, describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/app/check-files.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { readCatalogueAlone, readPackage } from '../../src/ingest/package.ts';
import { IGNORE, lasting, NOTHING_DECLARED } from '../../src/intake/answers.ts';
import { type Clerk, type ClerkSources, createClerk } from '../../src/intake/clerk.ts';
import type { Change, ChangeKind } from '../../src/intake/keep/merge.ts';
import { signingDays } from '../../src/intake/keep/signed.ts';
import { answersKnown } from '../../src/intake/known.ts';
import { TAKEN } from '../../src/intake/shape/total.ts';
import { cellKey } from '../../src/intake/sheet.ts';
import { showChanges } from '../../src/intake/show/changes.ts';
import { memoryAccess } from '../packages/load.ts';
import { repositoryAccess } from '../support/load.ts';
import { droppedFile, reportsData } from './corpus.ts';

const WANTED = { joins: true, title: '', declared: NOTHING_DECLARED };
const NO_FIXES = new Map<number, ReadonlyMap<string, string>>();

let clerk: Clerk | null = null;
afterEach(() => clerk?.end());

async function clerkOf(): Promise<Clerk> {
  const access = repositoryAccess();
  clerk = createClerk({
    ...{ data: await reportsData(), path: 'data/reports', access, boot: () => openNodeEngine() },
    check: (files, sources, signal) =>
      checkFiles(files, sources, access, () => openNodeEngine(), signal),
  });
  return clerk;
}

/** On a package of these files, which may change under it, with what is handed over taken in. */
async function clerkOn(files: Record<string, string>, handed: Parameters<Clerk['take']>[0]) {
  const access = memoryAccess(files);
  const boot = () => openNodeEngine();
  const { dataset: data } = await readPackage('pkg', access);
  const check: ClerkSources['check'] = (planned, sources, signal) =>
    checkFiles(planned, sources, access, boot, signal);
  const own = createClerk({ data, path: 'pkg', access, boot, check });
  clerk = own;
  await own.take(handed, new Map(), () => {});
  return own;
}

const handed = (name: string, text: string) => ({ name, file: new Blob([text]) });
const fixture = (name: string) => ({ name, file: new Blob([droppedFile(name).bytes.slice()]) });
const crossing = <T>(value: T): T => structuredClone(value);

/** A figure a month for one ward, on and on; every hundredth cannot be read. */
function manyRows(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const period = `${1000 + Math.floor(at / 12)}-M${String((at % 12) + 1).padStart(2, '0')}`;
    return `phuong-pho-hoa,${period},dossiers_received,${at % 100 === 99 ? '3O2' : at}`;
  });
  return `unit,period,measure,value\n${rows.join('\n')}\n`;
}

describe('what the page is shown', () => {
  test('stays short for a table of 20 000 rows, with the numbers of all', async () => {
    const own = await clerkOf();
    const { shown } = crossing(
      await own.take([handed('dai.csv', manyRows(20_000))], new Map(), () => {}),
    );
    expect(JSON.stringify(shown).length).toBeLessThan(600_000);
    expect(shown?.figures).toBe(19_800);
    expect(shown?.problems).toMatchObject({ open: 200, skipped: 0 });
    expect(shown?.problems.first[0]).toMatchObject({
      ...{ file: 'dai.csv', line: 101, letter: 'D', text: '3O2' },
    });
    const left = crossing(await own.skip(null));
    expect(left?.problems).toMatchObject({ open: 0, skipped: 200 });
    expect((await own.leftOut())[199]).toMatchObject({ row: 20_001, column: 'D', text: '3O2' });
    expect((await own.unskip())?.problems.open).toBe(200);
  });

  test('follows what is said, and forgets what was reckoned before', async () => {
    const own = await clerkOf();
    const before = await own.take([fixture('near-names.csv')], new Map(), () => {});
    const asked = before.shown?.questions.find(({ key }) => key === 'name xã ba tô');
    expect(asked?.kind).toBe('name');
    const answers = { 'name xã ba tô': 'xa-ba-to' };
    const after = crossing(await own.say({ answers, fixes: NO_FIXES }));
    expect(after?.questionCount).toBe((before.shown?.questionCount ?? 0) - 1);
    expect(after?.firstFigures.map(({ unit }) => unit)).toContain('xa-ba-to');
  });
});

test('plans, checks and hands out the files of the package', async () => {
  const own = await clerkOf();
  const text = 'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ đã giải quyết\nPhường Phổ Hòa;302;310\n';
  await own.take([handed('hoa.csv', text)], new Map(), () => {});
  const planned = crossing(await own.plan(WANTED));
  expect(planned.changes?.counts).toEqual({ added: 2, changed: 0, unchanged: 0, withdrawn: 0 });
  expect(planned.mapping?.layout).toBe('Đơn vị | Hồ sơ tiếp nhận | Hồ sơ đã giải quyết');
  const found = await own.check();
  expect(found.data.observationCount).toBeGreaterThan(2);
  expect([...(await own.files()).keys()]).toContain('datapackage.json');
});

/** A sum that fails (9 against 2 + 6) in the second file, a rate that fails in the first. */
const RATES = handed(
  'tthc.csv',
  'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ tiếp nhận trực tuyến;Tỷ lệ hồ sơ tiếp nhận trực tuyến (%)\nPhường Phổ Hòa;300;210;80,0\nXã Phổ An;100;120;\n',
);
const SUMS = handed(
  'don-thu.csv',
  'Quý I/2024;;\nNội dung;Phường Phổ Hòa;Xã Phổ An\nVụ việc phải giải quyết (gồm kỳ trước chuyển sang);9;5\nVụ việc kỳ trước chuyển sang;2;1\nVụ việc phát sinh trong kỳ;6;4\n',
);

describe('what does not add up', () => {
  test('names the indicator and every cell that takes part, as it stands after it was mended', async () => {
    const own = await clerkOf();
    await own.take([RATES, SUMS], new Map(), () => {});
    const planned = await own.plan(WANTED);
    expect(planned.unknown).toEqual([]);
    const online = ['PCT_MISMATCH', 'dossiers_online_rate', 'phuong-pho-hoa', '2024-Q1'];
    const exceeds = ['PART_EXCEEDS_TOTAL', 'dossiers_received', 'xa-pho-an', '2024-Q1'];
    const sum = ['SUM_MISMATCH', 'petitions_received', 'phuong-pho-hoa', '2024-Q1'];
    expect(await toldBy(own)).toEqual([
      [...exceeds, 'tthc.csv 4B 100', 'tthc.csv 4C 120'],
      [...online, 'tthc.csv 3B 300', 'tthc.csv 3C 210', 'tthc.csv 3D 80,0'],
      [...sum, 'don-thu.csv 3B 9', 'don-thu.csv 4B 2', 'don-thu.csv 5B 6'],
    ]);
    const fixes = new Map([
      [0, new Map([[cellKey(2, 3), '75']])],
      [1, new Map([[cellKey(2, 1), '8']])],
    ]);
    await own.say({ answers: {}, fixes });
    await own.plan(WANTED);
    expect(await toldBy(own)).toEqual([
      [...exceeds, 'tthc.csv 4B 100', 'tthc.csv 4C 120'],
      [...online, 'tthc.csv 3B 300', 'tthc.csv 3C 210', 'tthc.csv 3D 75'],
    ]);
  });

  async function toldBy(own: Clerk) {
    const { data: _, ...found } = await own.check();
    const { issues, parts } = crossing(found);
    return issues.map(({ id, code, subject, unit, period }) => [
      ...[code, subject, unit, period],
      ...(parts.get(id) ?? []).map(
        ({ cell }) => cell && `${cell.file} ${cell.line}${cell.letter} ${cell.text}`,
      ),
    ]);
  }
});

test('two rules that find the same of the same cells are told once', async () => {
  const own = await clerkOf();
  const text =
    'Quý I/2024\nĐơn vị;Hồ sơ đã giải quyết;Hồ sơ giải quyết trước hạn và đúng hạn\nPhường Phổ Hòa;300;310\n';
  await own.take([handed('hoa.csv', text)], new Map(), () => {});
  await own.plan(WANTED);
  const { issues, issueCount } = await own.check();
  expect([issues.map(({ code }) => code), issueCount]).toEqual([['PART_EXCEEDS_TOTAL'], 1]);
});

test('what changes is told by document and indicator, with what is lost first', async () => {
  const own = await clerkOf();
  const text = (rows: string) => `Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận;Hồ sơ đã giải quyết\n${rows}`;
  const files = [handed('a.csv', text('Phường Phổ Hòa;302;310\nXã Phổ An;1;\n')), SUMS];
  await own.take(files, new Map(), () => {});
  const { changes } = crossing(await own.plan(WANTED));
  expect(changes?.documents.map(({ source, counts }) => [source, counts.added])).toEqual([
    ['a-csv', 3],
    ['don-thu-csv', 6],
  ]);
  expect(changes?.names.get('a-csv')).toBe('a.csv');
  expect(
    changes?.documents[0]?.measures.map(({ measure, toldCount, told }) => [
      ...[measure, toldCount],
      ...told.map(({ unit, after }) => `${unit} ${after}`),
    ]),
  ).toEqual([
    ['dossiers_received', 2, 'phuong-pho-hoa 302', 'xa-pho-an 1'],
    ['dossiers_resolved', 1, 'phuong-pho-hoa 310'],
  ]);
  const change = (kind: ChangeKind, source: string, measure = 'm'): Change => ({
    ...{
      kind,
      key: measure,
      unit: 'a',
      period: '2024',
      measure,
      category: '',
      before: 1,
      after: 2,
    },
    ...{ sourceBefore: source, sourceAfter: kind === 'withdrawn' ? '' : source },
  });
  const told = showChanges(
    [
      change('added', 'new', 'x'),
      ...Array.from({ length: 40 }, () => change('unchanged', 'old', 'y')),
      ...Array.from({ length: 40 }, () => change('changed', 'old', 'z')),
      change('withdrawn', 'old', 'z'),
    ],
    [],
  );
  expect(told.counts).toEqual({ added: 1, changed: 40, unchanged: 40, withdrawn: 1 });
  expect(told.documents.map(({ source }) => source)).toEqual(['old', 'new']);
  const [first, second] = told.documents[0]?.measures ?? [];
  expect([first?.measure, first?.toldCount, first?.told[0]?.kind]).toEqual(['z', 41, 'withdrawn']);
  expect([second?.measure, second?.told.length]).toEqual(['y', 0]);
});

test('a plan that is given up says so, and what is said next is planned anew', async () => {
  const own = await clerkOf();
  const text = 'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;302\n';
  await own.take([handed('hoa.csv', text)], new Map(), () => {});
  const run = new AbortController();
  const planned = own.plan(WANTED, run.signal);
  run.abort();
  await expect(planned).rejects.toThrow();
  expect((await own.plan(WANTED)).changes?.counts.added).toBe(1);
});

test('records that are being counted and given up are counted afresh, in the same engine', async () => {
  const access = repositoryAccess();
  let run = new AbortController();
  let givenUpAt = /^CREATE TABLE said_/;
  const boot = async (): Promise<Engine> => {
    const engine = await openNodeEngine();
    const rows: Engine['rows'] = async (sql, params, signal) => {
      const found = await engine.rows(sql, params, signal);
      if (givenUpAt.test(sql)) run.abort();
      return found as never;
    };
    return Object.assign(Object.create(engine), {
      rows,
      insert: engine.insert.bind(engine),
      stream: engine.stream.bind(engine),
      append: engine.append.bind(engine),
      hand: engine.hand.bind(engine),
      close: engine.close.bind(engine),
    });
  };
  clerk = createClerk({
    ...{ data: await reportsData(), path: 'data/reports', access, boot },
    check: () => Promise.reject(new Error('not asked')),
  });
  const head =
    'Mã hồ sơ;Đơn vị;Lĩnh vực;Hình thức nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả';
  const row = 'H01;Phường Phổ Minh;Hộ tịch;Trực tuyến;05/01/2024;10/01/2024;09/01/2024';
  await clerk.take([handed('ho-so.csv', `${head}\n${row}\n`)], new Map(), () => {});
  const left = clerk.plan(WANTED, run.signal);
  await expect(left).rejects.toMatchObject({ fault: 'aborted' });
  givenUpAt = /^never$/;
  run = new AbortController();
  const again = clerk.plan(WANTED, run.signal);
  run.abort(); // left at once, and looked at again
  const last = clerk.plan(WANTED);
  await expect(again).rejects.toMatchObject({ fault: 'aborted' });
  expect((await last).changes?.counts.added).toBeGreaterThan(0);
});

test('without any package figures are planned and checked by themselves, their units declared', async () => {
  const access = repositoryAccess();
  clerk = createClerk({
    ...{ data: await readCatalogueAlone(access), path: '', access, boot: () => openNodeEngine() },
    check: (files, sources, signal) =>
      checkFiles(files, sources, access, () => openNodeEngine(), signal),
  });
  const text = 'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nXã Bình Minh;302\n';
  const { shown } = await clerk.take([handed('minh.csv', text)], new Map(), () => {});
  const asked = shown?.questions.map(({ key }) => key);
  expect(asked).toEqual(['name xã bình minh']);
  await clerk.say({ answers: { 'name xã bình minh': 'xa-binh-minh' }, fixes: NO_FIXES });
  const units = [{ unit: 'xa-binh-minh', name: 'Xã Bình Minh', level: 'commune', parent: '' }];
  const declared = { ...NOTHING_DECLARED, units };
  const planned = await clerk.plan({ joins: false, title: 'Quý I', declared });
  expect(planned.changes?.counts).toMatchObject({ added: 1 });
  const found = await clerk.check();
  expect([found.data.title, found.data.units.ids]).toEqual(['Quý I', ['xa-binh-minh']]);
  expect([found.data.observationCount, found.issueCount]).toEqual([1, 0]);
});

test('what is no table is refused by its name', async () => {
  const own = await clerkOf();
  await expect(own.take([fixture('picture.csv')], new Map(), () => {})).rejects.toMatchObject({
    ...{ code: 'binary', file: 'picture.csv' },
  });
});

describe('a package that is not what was opened any more', () => {
  const UNITS = 'unit,name,level\nxa-mot,Xã Một,commune\nxa-hai,Xã Hai,commune\n';
  const figures = (value: number) =>
    `unit,period,measure,value\nxa-mot,2024-Q1,dossiers_received,${value}\n`;
  const FILE = handed('quy-1.csv', 'Quý I/2024\nĐơn vị;Hồ sơ tiếp nhận\nXã Hai;12\n');
  const DESCRIPTOR = JSON.stringify({
    ...{ name: 'goi', title: 'Gói' },
    resources: ['units', 'observations'].map((name) => ({ name, path: `${name}.csv` })),
  });

  /** A clerk with the file taken in, and the package's files, which may change under it. */
  async function begun() {
    const files: Record<string, string> = {
      ...{ 'datapackage.json': DESCRIPTOR, 'units.csv': UNITS, 'observations.csv': figures(5) },
    };
    const own = await clerkOn(files, [FILE]);
    return { own, files };
  }

  test('before it is planned with: said, and what is there now is joined', async () => {
    const { own, files } = await begun();
    expect((await own.plan(WANTED)).isNewer).toBe(false);
    files['observations.csv'] = figures(6);
    const planned = crossing(await own.plan(WANTED));
    expect([planned.isNewer, planned.unknown]).toEqual([true, []]);
    const kept = [...(await own.files()).values()].map((bytes) => new TextDecoder().decode(bytes));
    expect(kept).toContain(figures(6));
    expect((await own.check()).data.observationCount).toBe(2);
  });

  test('before it is kept: what was planned is out of date, until it is planned anew', async () => {
    const { own, files } = await begun();
    await own.plan(WANTED);
    expect(await own.isStill()).toBe(true);
    files['observations.csv'] = figures(6);
    expect(await own.isStill()).toBe(false);
    await own.plan({ ...WANTED, joins: false, title: 'Riêng' });
    expect(await own.isStill()).toBe(true); // its figures join nothing
    await own.plan(WANTED);
    expect(await own.isStill()).toBe(true);
  });

  test('whose title says fewer years: the title is made true, and another one can be typed', async () => {
    const { own, files } = await begun();
    expect((await own.plan(WANTED)).title).toBe('Gói');
    files['datapackage.json'] = DESCRIPTOR.replace('"Gói"', '"Gói, 2022–2023"');
    expect((await own.plan(WANTED)).title).toBe('Gói, 2022–2024');
    const titleOf = async (typed?: string) => {
      const kept = await own.files(typed);
      const { dataset } = await readPackage('pkg', memoryAccess(Object.fromEntries(kept)));
      return [dataset.name, dataset.title, dataset.problems.length, dataset.observationCount];
    };
    expect(await titleOf()).toEqual(['goi-2022-2024', 'Gói, 2022–2024', 0, 2]);
    expect(await titleOf('Tên khác')).toEqual(['ten-khac', 'Tên khác', 0, 2]);
  });

  test('without a unit that the figures name: it is named, for its figures would be set aside', async () => {
    const { own, files } = await begun();
    files['units.csv'] = UNITS.replace('xa-hai', 'xa-ba');
    expect((await own.plan(WANTED)).unknown).toEqual(['xa-hai']);
    expect((await own.plan({ ...WANTED, joins: false, title: 'Riêng' })).unknown).toEqual([
      'xa-hai',
    ]);
  });

  test('broken: an error that names the file, and the work goes on once it is mended', async () => {
    const { own, files } = await begun();
    const { shown } = await own.plan(WANTED);
    files['datapackage.json'] = DESCRIPTOR.slice(0, 60);
    const broken = { problems: [expect.objectContaining({ file: 'pkg/datapackage.json' })] };
    await expect(own.isStill()).rejects.toMatchObject(broken);
    await expect(own.plan(WANTED)).rejects.toMatchObject(broken);
    files['datapackage.json'] = DESCRIPTOR;
    expect((await own.plan(WANTED)).shown).toEqual(shown);
    expect(await own.isStill()).toBe(true);
  });
});

test('answers kept of another package: what names nothing in this one is asked again', async () => {
  const data = await reportsData();
  const answers = {
    ...{ 'name xã một': 'xa-mot', 'name phố hòa': 'phuong-pho-hoa', 'name tổng': IGNORE },
    ...{ 'column Hồ sơ': 'dossiers_received', 'column Lạ': 'khong_co', 'column Xã': 'unit' },
    ...{ 'column Mã': 'resolved_on', 'decimal Tỷ lệ': 'comma', 'name xã mới': 'xa-moi' },
  };
  const units = [{ unit: 'xa-moi', name: 'Xã Mới' }];
  const declared = { ...NOTHING_DECLARED, units };
  const kept = answersKnown({ version: 1, name: '', layout: '', answers, declared }, data);
  expect(Object.keys(answers).filter((key) => !(key in kept))).toEqual([
    'name xã một',
    'column Lạ',
  ]);
});

describe('a row "Tổng cộng"', () => {
  const PAGE = 'Phường Phổ Hòa;;\nQuý I/2024;;\n';

  test('under categories of one unit is its own figure, and is checked against them', async () => {
    const own = await clerkOf();
    const text = `${PAGE}Lĩnh vực;Hồ sơ tiếp nhận;Đã giải quyết\nHộ tịch;112;110\nChứng thực;221;219\nBảo trợ xã hội;49;50\nTổng cộng;392;379\n`;
    const { shown } = await own.take([handed('hoa.csv', text)], new Map(), () => {});
    expect(shown?.sheets[0]?.totals).toMatchObject([{ row: 7, text: 'Tổng cộng' }]);
    expect(shown?.sheets[0]?.shape).toBe('categories');
    expect([shown?.sumCount, shown?.problems.notes]).toEqual([0, 0]);
    await own.plan(WANTED);
    const { issues, parts } = await own.check();
    expect(
      issues.map(({ code, subject, found, expected }) => [code, subject, found, expected]),
    ).toEqual([['SUM_MISMATCH', 'dossiers_received', 382, 392]]);
    const cells = parts.get(issues[0]?.id ?? '')?.map(({ cell }) => `${cell?.letter}${cell?.line}`);
    expect(cells?.sort()).toEqual(['B4', 'B5', 'B6', 'B7']);
  });

  test('over units is told with its figures, and is taken where somebody says so', async () => {
    const own = await clerkOf();
    const text =
      'Quý I/2024;\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;3\nXã Phổ An;4\nTổng cộng;9\n';
    const { shown } = await own.take([handed('hai.csv', text)], new Map(), () => {});
    const [sum] = shown?.sums ?? [];
    expect(sum).toMatchObject({ title: 'hai.csv', row: 5, text: 'Tổng cộng', values: ['9'] });
    const answers = { [sum?.key ?? '']: TAKEN };
    const after = await own.say({ answers, fixes: NO_FIXES });
    expect([after?.sumCount, after?.questions.map(({ key }) => key)]).toEqual([
      ...[0, ['name tổng cộng']],
    ]);
    expect(lasting(answers)).toEqual(answers);
  });
});

test('unit and period that rows name are told by their columns, also while a name is still asked', async () => {
  const own = await clerkOf();
  const text = 'Đơn vị;Kỳ báo cáo;Chỉ tiêu;Số liệu\nPhường Lạ Hòa;Quý I/2024;Hộ nghèo;57\n';
  const { shown } = await own.take([handed('la.csv', text)], new Map(), () => {});
  const [sheet] = shown?.sheets ?? [];
  expect([sheet?.unit.column, sheet?.period.column]).toEqual(['Đơn vị', 'Kỳ báo cáo']);
  expect(shown?.questions.map(({ kind }) => kind)).toEqual(['name']);
});

test('figures that stand in the package already as they are bring nothing new', async () => {
  const access = memoryAccess({
    'datapackage.json': JSON.stringify({
      ...{ name: 'goi', title: 'Gói' },
      resources: ['units', 'observations'].map((name) => ({ name, path: `${name}.csv` })),
    }),
    'units.csv': 'unit,name,level\nxa-mot,Xã Một,commune\n',
    'observations.csv':
      'unit,period,measure,value,status\nxa-mot,2024-Q1,dossiers_received,12,A\nxa-mot,2024-Q2,dossiers_received,9,P\n',
  });
  const boot = () => openNodeEngine();
  const { dataset: data } = await readPackage('pkg', access);
  const check: ClerkSources['check'] = (files, sources, signal) =>
    checkFiles(files, sources, access, boot, signal);
  const own = createClerk({ data, path: 'pkg', access, boot, check });
  clerk = own;
  const isNothing = async (quarter: string, value: number, wanted = WANTED) => {
    const text = `Quý ${quarter}/2024\nĐơn vị;Hồ sơ tiếp nhận\nXã Một;${value}\n`;
    await own.take([handed(`${quarter}.csv`, text)], new Map(), () => {});
    return (await own.plan(wanted)).isNothingNew;
  };
  expect(await isNothing('I', 12)).toBe(true);
  expect(await isNothing('I', 13)).toBe(false);
  expect(await isNothing('III', 12)).toBe(false);
  expect(await isNothing('II', 9)).toBe(false); // provisional before, final now
  expect(await isNothing('I', 12, { ...WANTED, joins: false })).toBe(false);
});

test('a document is called by its table, and says what was mended in it', async () => {
  const own = await clerkOf();
  const text = [
    'ỦY BAN NHÂN DÂN PHƯỜNG PHỔ HÒA;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Số: 125/BC-UBND;Độc lập - Tự do - Hạnh phúc',
    ';Phổ Hòa, ngày 05 tháng 4 năm 2024',
    'KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUÝ I NĂM 2024;',
    'Đơn vị;Hồ sơ tiếp nhận',
    'Phường Phổ Hòa;3O2',
    'Phường Phổ Minh;210',
  ].join('\n');
  await own.take([handed('hoa.csv', text)], new Map(), () => {});
  await own.say({ answers: {}, fixes: new Map([[0, new Map([[cellKey(5, 1), '302']])]]) });
  await own.plan(WANTED);
  const source = (await own.check()).data.sources.get('hoa-csv');
  expect(source).toMatchObject({
    title: 'KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH QUÝ I NĂM 2024',
    remark: 'Sửa khi nhập: B6 “3O2” → “302”',
  });
});

test('a total that does not fit is counted apart, and fits once it is mended', async () => {
  const own = await clerkOf();
  const text =
    'Quý I/2024;\nĐơn vị;Hồ sơ tiếp nhận\nPhường Phổ Hòa;600\nXã Phổ An;840\nTổng cộng;1450\n';
  const { shown } = await own.take([handed('hai.csv', text)], new Map(), () => {});
  expect(shown?.problems).toMatchObject({ totals: 1, open: 0 });
  const fixes = new Map([[0, new Map([[cellKey(4, 1), '1.440']])]]);
  expect((await own.say({ answers: {}, fixes }))?.problems).toMatchObject({ totals: 0, notes: 0 });
});

describe('a figure that two documents state', () => {
  const BASE = {
    'datapackage.json': JSON.stringify({
      ...{ name: 'goi', title: 'Gói' },
      resources: ['units', 'sources', 'observations'].map((name) => ({
        name,
        path: `${name}.csv`,
      })),
    }),
    'units.csv': 'unit,name,level\nxa-mot,Xã Một,commune\n',
    'sources.csv': 'source,unit,signed_on\ncu,xa-mot,2024-04-05\n',
    'observations.csv': 'unit,period,measure,value,source\nxa-mot,2024-Q1,dossiers_received,9,cu\n',
  };
  const table = (day: string, value: number) =>
    `Một${day}\nKết quả quý I/2024 của Xã Một\nChỉ tiêu;Số liệu\nHồ sơ tiếp nhận trong kỳ;${value}\nHồ sơ đã giải quyết;3\n`;

  async function begun(...files: Parameters<Clerk['take']>[0]) {
    return clerkOn(BASE, files);
  }

  async function overruled(own: Clerk) {
    const { changes } = crossing(await own.plan(WANTED));
    const { overruled, data } = await own.check();
    const told = overruled.statements.map(
      ({ measure, value, shown, shownSource }) => `${measure} ${value}: ${shown} of ${shownSource}`,
    );
    const days = [...(changes?.signedKeys ?? [])].map(([source, key]) => [
      ...[source, key, data.sources.get(source)?.signedOn],
    ]);
    return { told, days, changed: changes?.counts.changed };
  }

  test('the new one has no date: the old value stands, until its day is told', async () => {
    const own = await begun(handed('moi.csv', table('', 8)));
    const kept = ['dossiers_received 8: 9 of cu'];
    const days = [['moi-csv', 'signed moi.csv', '']];
    expect(await overruled(own)).toEqual({ told: kept, days, changed: 1 });
    await own.say({ answers: { 'signed moi.csv': '2024-04-04' }, fixes: NO_FIXES });
    expect((await overruled(own)).told).toEqual(kept);
    await own.say({ answers: { 'signed moi.csv': '2024-04-06' }, fixes: NO_FIXES });
    expect((await overruled(own)).told).toEqual([]);
  });

  test('the new one has a later date: it stands', async () => {
    const own = await begun(handed('moi.csv', table(', ngày 6 tháng 4 năm 2024', 8)));
    expect(await overruled(own)).toMatchObject({ told: [], changed: 1 });
  });
});

test('sheets of one file share the day that one of them says, unless they say their own', () => {
  const sheet = (file: string, ...title: string[]) => ({ sheet: { file }, layout: { title } });
  const sheets = [
    sheet('a.xlsx', 'Hạc Lĩnh, ngày 5 tháng 4 năm 2026', 'BIỂU SỐ 01'),
    sheet('a.xlsx', 'BIỂU SỐ 02'),
    sheet('b.xlsx', 'ngày 1/4/2026'),
    sheet('b.xlsx', 'ngày 2/4/2026'),
    sheet('b.xlsx', 'BIỂU SỐ 03'),
  ];
  const days = ['2026-04-05', '2026-04-05', '2026-04-01', '2026-04-02', ''];
  expect(signingDays(sheets, {}, '2026-05-01')).toEqual(days);
  expect(signingDays(sheets, { 'signed a.xlsx': '2026-04-09' }, '2026-05-01').slice(0, 2)).toEqual([
    '2026-04-09',
    '2026-04-09',
  ]);
});

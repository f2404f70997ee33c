/** What crosses from the import's worker to the page: plain, short however long the tables, and all that is needed. */
import { afterEach, describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/app/check-files.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { readCatalogueAlone } from '../../src/ingest/package.ts';
import { NOTHING_DECLARED } from '../../src/intake/answers.ts';
import { type Clerk, createClerk } from '../../src/intake/clerk.ts';
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

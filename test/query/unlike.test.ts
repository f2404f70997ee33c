/** What must not be held against an earlier period, each for its own reason: a package written for it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { subjectOf } from '../../src/model/dataset.ts';
import { type Change, changesOf } from '../../src/model/statistics/change.ts';
import { heldIn, ownerText } from '../../src/text/told/target.ts';
import { descriptor, table } from '../packages/fixture.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';

const UNITS = ['binh', 'chot', 'dinh', 'gia', 'moi', 'thieu'];
const sources = UNITS.flatMap((unit) => [
  `${unit}-23,${unit},2023,${unit === 'chot' ? 'day14' : 'calendar'},`,
  `${unit}-24,${unit},2024,calendar,`,
]);
const rows = UNITS.flatMap((unit) => [
  ...(unit === 'thieu' ? [] : counts(unit, '2023', 50, unit === 'dinh' ? 'D' : '')),
  ...counts(unit, '2024', 80, ''),
]);

function counts(unit: string, period: string, online: number, status: string): string[] {
  const source = `${unit}-${period.slice(2)}`;
  return [
    `${unit},${period},dossiers_received,,100,,${source}`,
    `${unit},${period},dossiers_received_online,,${online},${status},${source}`,
  ];
}

let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadFixture({
    files: {
      'datapackage.json': descriptor('unlike', 'Sáu xã', [
        { name: 'units', path: 'units.csv' },
        { name: 'unit_changes', path: 'unit_changes.csv' },
        { name: 'sources', path: 'sources.csv' },
        { name: 'observations', path: 'observations.csv' },
      ]),
      'units.csv': table(`
        unit,name,kind,level,parent
        huyen,Huyện A,huyện,district,
        ${UNITS.map((unit) => `${unit},Xã ${unit},xã,commune,huyen`).join('\n')}`),
      'unit_changes.csv': table(`
        date,kind,from_unit,to_unit,share
        2024-03-01,transfer,moi,gia,`),
      'sources.csv': table(`
        source,unit,period,cutoff,issuer
        ke-hoach,huyen,2024,calendar,Huyện ủy A
        rieng,binh,2024,calendar,Đảng ủy xã Bình
        ${sources.join('\n')}`),
      'observations.csv': table(`
        unit,period,measure,kind,value,status,source
        huyen,2024,dossiers_online_rate,target,75,,ke-hoach
        binh,2024,dossiers_online_rate,target,90,,rieng
        ${rows.join('\n')}`),
    },
  });
});
afterAll(() => loaded.engine.close());

async function changes(base?: string): Promise<ReadonlyMap<string, Change>> {
  const { data, ask } = loaded;
  const { groups } = await ask({
    ask: 'compare',
    ...{ subject: 'dossiers_online_rate', units: UNITS, peers: [], body: null, grain: 'any' },
    ...{ breakdown: '', category: '', period: { type: 'one', code: '2024' } },
    ...(base === undefined ? {} : { base }),
  });
  const subject = subjectOf(data, 'dossiers_online_rate');
  if (!subject) throw new Error('no subject');
  const told = groups.flatMap((group) => [...changesOf(data, subject, group.rows).values()]);
  return new Map(told.map((change) => [change.figure.unit, change]));
}

it('what is like is compared, beyond chance, and better', async () => {
  const found = (await changes()).get('binh');
  expect(found).toMatchObject({ by: 30, reason: '', verdict: 'higher', meaning: 'better' });
});

it.each([
  ['chot', 'unlike', 'another cut-off'],
  ['dinh', 'unlike', 'another definition'],
  ['gia', 'unlike', 'land was gained'],
  ['moi', 'unlike', 'land was given away'],
  ['thieu', 'base', 'nothing at the base'],
])('%s is not: %s, %s', async (unit, reason) => {
  expect((await changes()).get(unit)).toMatchObject({ by: null, reason, verdict: null });
});

it('nor is anything against a period that is not earlier', async () => {
  const told = [...(await changes('2024')).values()];
  expect(told.length).toBe(UNITS.length);
  expect(told.every(({ by }) => by === null)).toBe(true);
});

it('two targets stay apart, each by who set it', async () => {
  const { data, ask } = loaded;
  const { rows: found } = await ask({
    ask: 'targets',
    ...{ units: ['binh'], subjects: null, grain: 'any', period: { type: 'latest' } },
  });
  const [row] = found;
  const subject = subjectOf(data, 'dossiers_online_rate');
  if (!row || !subject) throw new Error('no targets');
  const told = heldIn(data, subject, row).map(({ target, outlook }) => [
    target.value,
    ownerText(data, row.figure, target),
    outlook,
  ]);
  expect(told).toEqual([
    [90, 'của Đảng ủy xã Bình', 'hard'],
    [75, 'của Huyện A', 'reached'],
  ]);
});

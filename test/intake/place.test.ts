/** A package that stands among others, after an import joined it and after a unit was cut out of it. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type LoadedPackage, readPackage } from '../../src/ingest/package.ts';
import { readParquetNode } from '../../src/ingest/parquet/node.ts';
import { NOTHING_DECLARED } from '../../src/intake/answers.ts';
import { readBase } from '../../src/intake/keep/base.ts';
import { cutOut } from '../../src/intake/keep/cut.ts';
import { withoutRecords, zipPackage } from '../../src/intake/keep/zip.ts';
import { planOf } from '../../src/intake/plan.ts';
import { type PackageFiles, readDropped } from '../../src/intake/read/read.ts';
import { understand } from '../../src/intake/understand.ts';
import { memoryAccess } from '../packages/load.ts';

const PARTS = ['a', 'b'].map((name) => ({ unit: `tinh-${name}`, package: `data/tinh-${name}` }));
const WHOLE = { package: 'data/ca-nuoc', title: 'Cả nước' };

const nation = packageOf(['tinh-a,Tỉnh A,province,', 'tinh-b,Tỉnh B,province,'], { parts: PARTS });
const province = packageOf(
  ['tinh-a,Tỉnh A,province,', 'xa-1,Xã Một,commune,tinh-a', 'xa-2,Xã Hai,commune,tinh-a'],
  { whole: WHOLE },
);

function packageOf(units: readonly string[], more: object): Record<string, string> {
  const resources = ['units', 'observations'].map((name) => ({ name, path: `${name}.csv` }));
  const about = { name: 'goi', title: 'Gói', keywords: ['synthetic'], resources, ...more };
  const [unit] = units.at(-1)?.split(',') ?? [];
  return {
    'datapackage.json': JSON.stringify(about),
    'units.csv': ['unit,name,level,parent', ...units, ''].join('\n'),
    'observations.csv': `unit,period,measure,value\n${unit},2023,dossiers_received,5\n`,
  };
}

type Files = Parameters<typeof memoryAccess>[0];
const open = (files: Files) => readPackage('pkg', memoryAccess(files));

/** Joins one figure of a unit, with units declared for it. */
async function joined(
  files: Files,
  unit: string,
  declared: readonly string[][] = [],
  joins = true,
) {
  const { dataset } = await open(files);
  const text = `unit,period,measure,value\n${unit},2024,dossiers_received,7\n`;
  const dropped = { name: 'nam-2024.csv', bytes: new TextEncoder().encode(text) };
  const { sheets } = await readDropped([dropped], { readParquet: readParquetNode });
  const units = declared.map(([id = '', name = '', level = '', parent = '']) => ({
    ...{ unit: id, name, level, parent },
  }));
  const said = { answers: { [`name ${unit.replace('-', ' ')}`]: unit }, fixes: new Map() };
  const base = await readBase('pkg', memoryAccess(files), joins);
  return planOf(understand(sheets, dataset, said), base, {
    ...{ name: 'goi', title: 'Gói', today: '2026-11-22', mappings: [] },
    declared: { ...NOTHING_DECLARED, units },
  });
}

/** As the file that is handed on says it. */
async function carried(files: PackageFiles): Promise<LoadedPackage['dataset']> {
  const zip = await zipPackage('pkg', withoutRecords(files));
  const unzipped = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const entries = Object.entries(unzipped).map(([path, bytes]) => [path.slice(4), bytes]);
  return (await open(Object.fromEntries(entries))).dataset;
}

test('figures that join a whole leave it the whole of its parts, and simulated', async () => {
  const { files, lost } = await joined(nation, 'tinh-a');
  const data = await carried(files);
  expect(lost).toEqual([]);
  expect(data).toMatchObject({ parts: PARTS, whole: null, synthetic: true, observationCount: 2 });
  expect(data.problems).toEqual([]);
});

test('figures that join a part leave it a part', async () => {
  const { files, lost } = await joined(province, 'xa-1');
  const again = await joined(Object.fromEntries(files), 'xa-2');
  expect([...lost, ...again.lost]).toEqual([]);
  expect(await carried(again.files)).toMatchObject({ parts: [], whole: WHOLE });
});

test('a unit declared below a province ends the way into its part, at whatever depth, and says so', async () => {
  const declared = [
    ['thon-1', 'Thôn Một', 'neighbourhood', 'xa-9'],
    ['xa-9', 'Xã Chín', 'commune', 'tinh-b'],
  ];
  const { files, lost } = await joined(nation, 'tinh-a', declared);
  expect(lost).toEqual([{ why: 'below', unit: 'tinh-b', title: '' }]);
  expect((await carried(files)).parts).toEqual([PARTS[0]]);
});

test('a unit declared beside them ends nothing, and one that a part waited for completes it', async () => {
  const waiting = packageOf(['tinh-a,Tỉnh A,province,'], { parts: PARTS });
  const before = await joined(waiting, 'tinh-a');
  expect(before.lost).toEqual([{ why: 'unknown', unit: 'tinh-b', title: '' }]);
  expect((await carried(before.files)).problems).toEqual([]);
  const after = await joined(waiting, 'tinh-a', [['tinh-b', 'Tỉnh B', 'province', '']]);
  expect(after.lost).toEqual([]);
  expect((await carried(after.files)).parts).toEqual(PARTS);
});

test('figures that join nothing stand by themselves, which is said', async () => {
  const { files, lost } = await joined(nation, 'tinh-a', [], false);
  expect(lost.map(({ why, unit }) => `${why} ${unit}`)).toEqual(['alone tinh-a', 'alone tinh-b']);
  expect(await carried(files)).toMatchObject({ parts: [], whole: null, synthetic: false });
  const part = await joined(province, 'xa-1', [], false);
  expect(part.lost).toEqual([{ why: 'alone', unit: '', title: 'Cả nước' }]);
});

test('what is cut out takes its own parts along, and the whole only where it is all of a part', async () => {
  const about = { name: 'tach', title: 'Tách', created: '2026-11-22' };
  const cut = async (files: Files, unit: string) => {
    const base = await readBase('pkg', memoryAccess(files), true);
    return carried(cutOut(base, (await open(files)).dataset, unit, about));
  };
  expect(await cut(nation, 'tinh-b')).toMatchObject({ parts: [PARTS[1]], whole: null });
  expect(await cut(province, 'tinh-a')).toMatchObject({ parts: [], whole: WHOLE, synthetic: true });
  expect(await cut(province, 'xa-2')).toMatchObject({ parts: [], whole: null, synthetic: true });
});

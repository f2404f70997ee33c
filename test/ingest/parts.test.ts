/** A whole and its parts: packages that share their ids, told of one another by their descriptors. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPackage } from '../../src/ingest/package.ts';
import { packageBelow } from '../../src/model/dataset.ts';
import type { CompareAnswer, CompareQuestion } from '../../src/question/compare.ts';
import { tieOf } from '../../src/stored/tie.ts';
import {
  communesOf,
  indicatorId,
  provinceId,
  provincePackage,
  SMALL_NATION,
  WHOLE,
  writeProvince,
  writeWhole,
} from '../bench/nation.ts';
import { memoryAccess } from '../packages/load.ts';
import { loadPackage } from '../support/load.ts';

const QUESTION: CompareQuestion = {
  ...{ ask: 'compare', subject: indicatorId(1), peers: [], units: null, body: null },
  ...{ breakdown: '', category: '', grain: 'any', level: '', basis: 'then' },
  period: { type: 'one', code: '2024-Q2' },
};

let site: string;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'nation-'));
  await writeWhole(SMALL_NATION, join(site, WHOLE));
  for (let at = 0; at < SMALL_NATION.provinces; at += 1)
    await writeProvince(SMALL_NATION, at, join(site, provincePackage(at)));
});

afterAll(() => rmSync(site, { recursive: true, force: true }));

describe('a nation', () => {
  test('names the package of every province, and they name the whole', async () => {
    const whole = await loadPackage(join(site, WHOLE));
    const part = await loadPackage(join(site, provincePackage(2)));
    expect(whole.data.problems).toEqual([]);
    expect(part.data.problems).toEqual([]);
    expect(whole.data.units.ids.map((unit) => packageBelow(whole.data, unit))).toEqual(
      [0, 1, 2].map(provincePackage),
    );
    expect(whole.data.whole).toBeNull();
    expect(part.data.parts).toEqual([]);
    expect(part.data.whole).toEqual({ package: WHOLE, title: 'Cả nước' });
    await Promise.all([whole.engine.close(), part.engine.close()]);
  });

  test('a province has in the whole what its communes add up to in its part', async () => {
    const whole = await loadPackage(join(site, WHOLE));
    const provinces = rowsOf(await whole.ask(QUESTION));
    await whole.engine.close();
    expect(provinces.size).toBe(3);
    for (let at = 0; at < SMALL_NATION.provinces; at += 1) {
      const part = await loadPackage(join(site, provincePackage(at)));
      const sums = rowsOf(await part.ask({ ...QUESTION, level: 'province' }));
      const communes = rowsOf(await part.ask(QUESTION));
      await part.engine.close();
      expect(communes.size).toBe(communesOf(SMALL_NATION, at));
      expect(sums.get(provinceId(at))).toBeGreaterThan(50);
      expect(sums.get(provinceId(at))).toBe(provinces.get(provinceId(at)));
    }
  });
});

const rowsOf = ({ groups }: CompareAnswer) =>
  new Map(groups.flatMap(({ rows }) => rows.map(({ figure }) => [figure.unit, figure.value])));

const SMALL = {
  'units.csv': 'unit,name,level\ntinh-a,Tỉnh A,province\n',
  'observations.csv': 'unit,period,measure,value\ntinh-a,2024,dossiers_received,5\n',
};

function described(more: object): string {
  const resources = ['units', 'observations'].map((name) => ({
    ...{ name, path: `${name}.csv`, format: 'csv', hash: '00' },
  }));
  return JSON.stringify({ name: 'a', title: 'A', resources, ...more });
}

const read = (more: object) => {
  const text = described(more).replaceAll(',"hash":"00"', '');
  return readPackage('pkg', memoryAccess({ ...SMALL, 'datapackage.json': text }));
};

describe('a descriptor', () => {
  test.each([
    ['parts.0.package', { parts: [{ unit: 'tinh-a', package: '../elsewhere' }] }],
    ['parts.0.package', { parts: [{ unit: 'tinh-a', package: 'https://example.org/a' }] }],
    ['whole.package', { whole: { package: '/etc', title: 'A' } }],
    ['parts.0.package', { parts: [{ unit: 'tinh-a' }] }],
    ['whole.title', { whole: { package: 'data/a' } }],
  ])('that leads out of the site, or nowhere, is refused: %s', async (column, more) => {
    await expect(read(more)).rejects.toMatchObject({
      problems: [expect.objectContaining({ code: 'package-invalid', effect: 'stop', column })],
    });
  });

  test('that names a part of a unit it does not have says so, and opens', async () => {
    const known = { unit: 'tinh-a', package: 'data/a' };
    const { dataset } = await read({ parts: [{ unit: 'tinh-b', package: 'data/b' }, known] });
    expect(dataset.parts).toEqual([known]);
    expect(dataset.problems).toEqual([
      expect.objectContaining({ code: 'reference-unknown', effect: 'note', value: 'tinh-b' }),
    ]);
  });

  test('with other parts has other stored answers', () => {
    const tie = (more: object) => tieOf(described(more), described({}), 'code');
    const [one, other] = ['data/a', 'data/b'].map((path) => [{ unit: 'tinh-a', package: path }]);
    expect(tie({ parts: one })).toBe(tie({ parts: one }));
    expect(new Set([tie({}), tie({ parts: one }), tie({ parts: other })]).size).toBe(3);
    expect(tie({ whole: { package: 'data/a', title: 'A' } })).not.toBe(tie({}));
  });
});

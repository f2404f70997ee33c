/**
 * The synthetic package is what its generator makes, is labelled as synthetic, and is right but for what was
 * planted. What must hold is written in `proof.ts` from the contract (docs) alone, without engine or queries.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { PLANTED } from '../data/sample/generate/planted.ts';
import { failuresOf } from '../data/sample/generate/proof.ts';
import { wordsOf } from '../data/sample/generate/proof-facts.ts';
import type { Row } from '../data/sample/generate/row.ts';
import { makeSample, type Sample } from '../data/sample/generate/sample.ts';
import { deliveredPackage, textOf } from './support/delivered.ts';

const { manifest, sizes, readTable, readObservations, filled } = deliveredPackage('data/sample');

let made: Sample;
let right: Sample;
let committed: Row[];

beforeAll(async () => {
  made = makeSample();
  right = makeSample({ planted: false });
  committed = await readObservations();
});

describe('the package', () => {
  test('says in title and keywords that it is synthetic', () => {
    expect(manifest.name).toBe('sample');
    expect(manifest.title).toMatch(/^Số liệu mô phỏng: thị xã /);
    expect(manifest.keywords).toEqual(['synthetic']);
  });

  test('is what the generator makes, row by row', () => {
    const inOrder = [2021, 2022, 2023, 2024, 2025].flatMap((year) =>
      made.observations.filter((row) => row.period.startsWith(`${year}`)),
    );
    const strangers = committed.filter((row, at) => textOf(row) !== textOf(inOrder[at]));
    expect(committed.length).toBe(made.observations.length);
    expect(strangers.slice(0, 5)).toEqual([]);
    expect(readTable('units')).toEqual(filled('units', made.units));
    expect(readTable('unit_changes')).toEqual(filled('unit_changes', made.unitChanges));
    expect(readTable('sources')).toEqual(filled('sources', made.sources));
    expect(readTable('findings')).toEqual(filled('findings', made.findings));
  });

  test('comes out the same every time', () => {
    const again = makeSample();
    expect(
      again.observations.findIndex((row, at) => textOf(row) !== textOf(made.observations[at])),
    ).toBe(-1);
    expect({ ...again, observations: [] }).toEqual({ ...made, observations: [] });
  });

  test('stays below a megabyte, no file above 400 kB', () => {
    expect(Math.max(...sizes())).toBeLessThan(400_000);
    expect(sizes().reduce((sum, size) => sum + size, 0)).toBeLessThan(1_000_000);
  });
});

describe('the figures', () => {
  test('without what was planted, nothing fails', () => {
    expect(failuresOf(right).map(wordsOf)).toEqual([]);
  });

  test('differ from the right ones only where something was planted', () => {
    const before = new Set(right.observations.map(textOf));
    const after = new Set(made.observations.map(textOf));
    const changed = [
      ...made.observations.filter((row) => !before.has(textOf(row))),
      ...right.observations.filter((row) => !after.has(textOf(row))),
    ];
    const strangers = changed.filter((row) => !isPlanted(row.unit, row.period, row.measure));
    expect(strangers.map(textOf)).toEqual([]);
  });

  test('fail only checks in which a planted figure takes part', () => {
    const strangers = failuresOf(made).filter(
      ({ keys }) => !keys.some((key) => isPlanted(...(key.split('~') as [string, string, string]))),
    );
    expect(strangers.map(wordsOf)).toEqual([]);
  });

  test.each(PLANTED)('$code of $unit, $period $measure is there', (item) => {
    const { code, unit, period, measure = '', category = '' } = item;
    if (item.finding) {
      const { source } = item.finding;
      const fits = made.findings.filter((f) => f.code === code && f.source === source);
      expect(fits).toHaveLength(1);
      expect(made.sources.some((s) => s.source === source && s.unit === unit)).toBe(true);
      return;
    }
    const key = `${unit}~${period}~${measure}~${category}`;
    const found = failuresOf(made).filter((f) => f.code === code && f.keys.includes(key));
    expect(found.length).toBeGreaterThan(0);
  });
});

function isPlanted(unit: string, period: string, measure: string): boolean {
  return PLANTED.some(
    (item) =>
      item.unit === unit &&
      item.period === period &&
      (item.measure === measure || (item.change.do === 'swap' && item.change.with === measure)),
  );
}

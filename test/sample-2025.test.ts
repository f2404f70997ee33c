/**
 * The package after the reorganisation is what its generator makes, tells until the middle of 2025 what the first one
 * does, and is right but for what was planted.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { PLANTED_AFTER } from '../data/sample/generate/after/planted.ts';
import { makeReorganised } from '../data/sample/generate/after/reorganised.ts';
import { LAST_DAY, NEW_DAY } from '../data/sample/generate/after/successors.ts';
import { PLANTED } from '../data/sample/generate/planted.ts';
import { failuresOf } from '../data/sample/generate/proof.ts';
import { wordsOf } from '../data/sample/generate/proof-facts.ts';
import type { Row } from '../data/sample/generate/row.ts';
import { makeSample, type Sample } from '../data/sample/generate/sample.ts';
import { readPackage } from '../src/ingest/package.ts';
import { parsePeriod } from '../src/model/time/period.ts';
import { deliveredPackage, textOf } from './support/delivered.ts';
import { repositoryAccess } from './support/load.ts';

const { manifest, sizes, readTable, readObservations, filled } =
  deliveredPackage('data/sample-2025');

let made: Sample;
let right: Sample;
let first: Sample;
let committed: Row[];

beforeAll(async () => {
  made = makeReorganised();
  right = makeReorganised({ planted: false });
  first = makeSample();
  committed = await readObservations();
});

const endOf = ({ period }: Row) => parsePeriod(period).end;

describe('the package', () => {
  test('says in title and keywords that it is simulated', () => {
    expect(manifest.name).toBe('sample-2025');
    expect(manifest.title).toMatch(/^Số liệu mô phỏng: /);
    expect(manifest.keywords).toEqual(['synthetic']);
  });

  test('is what the generator makes, row by row', () => {
    const inOrder = [2023, 2024, 2025].flatMap((year) =>
      made.observations.filter((row) => row.period.startsWith(`${year}`)),
    );
    expect(committed.length).toBe(made.observations.length);
    const strangers = committed.filter((row, at) => textOf(row) !== textOf(inOrder[at]));
    expect(strangers.slice(0, 5)).toEqual([]);
    expect(readTable('units')).toEqual(filled('units', made.units));
    expect(readTable('unit_changes')).toEqual(filled('unit_changes', made.unitChanges));
    expect(readTable('sources')).toEqual(filled('sources', made.sources));
    expect(readTable('findings')).toEqual(filled('findings', made.findings));
  });

  test('is read without a word: ends, shares and successors all fit', async () => {
    const { dataset } = await readPackage('data/sample-2025', repositoryAccess());
    expect(dataset.problems).toEqual([]);
  });

  test('stays small', () => {
    expect(sizes().reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });
});

describe('the figures', () => {
  test('of periods before the reorganisation are those of the first package', () => {
    const known = new Set(first.observations.map(textOf));
    const before = made.observations.filter((row) => endOf(row) <= LAST_DAY);
    expect(before.length).toBeGreaterThan(10_000);
    expect(before.filter((row) => !known.has(textOf(row))).slice(0, 5)).toEqual([]);
  });

  test('leave out nothing of what the first package says of these measures until then', () => {
    const measures = new Set(made.observations.map((row) => row.measure));
    const own = new Set(made.observations.map(textOf));
    const fits = (row: Row) =>
      measures.has(row.measure) &&
      row.period >= '2023' &&
      endOf(row) <= LAST_DAY &&
      !row.source.startsWith('ht-'); // the months of the dossier system were exported after the year's end
    const missing = first.observations.filter((row) => fits(row) && !own.has(textOf(row)));
    expect(missing.slice(0, 5).map(textOf)).toEqual([]);
  });

  test('of the new units alone are told afterwards', () => {
    const today = new Set(made.units.filter((row) => row.valid_to === '').map((row) => row.unit));
    const after = made.observations.filter((row) => parsePeriod(row.period).start >= NEW_DAY);
    expect(after.length).toBeGreaterThan(500);
    expect(after.filter((row) => !today.has(row.unit)).map(textOf)).toEqual([]);
  });

  test('without what was planted, fail no check', () => {
    expect(failuresOf(right).map(wordsOf)).toEqual([]);
  });

  test('fail only checks in which a planted figure takes part', () => {
    const planted = [...PLANTED, ...PLANTED_AFTER];
    const isPlanted = (key: string) =>
      planted.some(
        ({ unit, period, measure = '', change }) =>
          key.startsWith(`${unit}~${period}~${measure}~`) ||
          (change.do === 'swap' && key.startsWith(`${unit}~${period}~${change.with}~`)),
      );
    const strangers = failuresOf(made).filter(({ keys }) => !keys.some(isPlanted));
    expect(strangers.map(wordsOf)).toEqual([]);
    const found = failuresOf(made).filter(({ code, keys }) =>
      PLANTED_AFTER.some(
        (item) =>
          item.code === code && keys.some((key) => key.startsWith(`${item.unit}~${item.period}~`)),
      ),
    );
    expect(found.map(({ code }) => code)).toEqual(['PCT_MISMATCH']);
  });
});

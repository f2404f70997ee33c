/** Explanations on today's boundaries: counts of those that merged are added up part by part, or it is said whose are missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { given } from '../../src/model/statistics/decomposition.ts';
import type { ExplainAnswer, ExplainQuestion } from '../../src/question/explain.ts';
import { explainFaults, rebuiltNote } from '../../src/text/told/explain.ts';
import { vi } from '../../src/text/vi/words.ts';
import { type CountedPackage, countedFiles } from '../packages/counted.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';

const RATE = 'dossiers_online_rate';
const FIELDS = ['ho_tich', 'chung_thuc'];

const commune = (unit: string, when: object) => ({
  ...{ unit, level: 'commune', parent: 'tinh' },
  ...when,
});
const OLD = { to: '2025-06-30' };
const NEW = { from: '2025-07-01' };

/** Three mergers: one whole, one of which a predecessor has no parts, one of which a predecessor is silent. */
const PACKAGE: CountedPackage = {
  units: [
    { unit: 'tinh', level: 'province' },
    ...['a', 'b', 'd', 'e', 'g', 'h'].map((unit) => commune(unit, OLD)),
    ...['c', 'f', 'k'].map((unit) => commune(unit, NEW)),
    commune('m', {}),
  ],
  changes: ['a c', 'b c', 'd f', 'e f', 'g k', 'h k'].map((pair) => `2025-07-01 merge ${pair} 1`),
  counts: [],
};

type Row = readonly [unit: string, period: string, ...counts: [number, number][]];

/** Online of received in each field; one pair alone is the whole without its parts. */
const ROWS: readonly Row[] = [
  ['a', '2024-Q3', [10, 40], [30, 40]],
  ['b', '2024-Q3', [5, 20], [60, 100]],
  ['c', '2025-Q3', [60, 90], [70, 90]],
  ['d', '2024-Q3', [10, 40], [30, 40]],
  ['e', '2024-Q3', [50, 80]],
  ['f', '2025-Q3', [60, 90], [70, 90]],
  ['g', '2024-Q3', [10, 40], [30, 40]],
  ['k', '2025-Q3', [60, 90], [70, 90]],
  ['m', '2024-Q3', [40, 50], [40, 50]],
  ['m', '2025-Q3', [45, 50], [40, 50]],
];

function statements([unit, period, ...parts]: Row): string[] {
  const sum = (of: 0 | 1) => parts.reduce((all, part) => all + part[of], 0);
  const measures = ['dossiers_received_online', 'dossiers_received'];
  return measures.flatMap((measure, of) => [
    [unit, period, measure, '', '', sum(of as 0)].join(','),
    ...(parts.length < 2 ? [] : parts).map((part, at) =>
      [unit, period, measure, 'procedure_field', FIELDS[at], part[of]].join(','),
    ),
  ]);
}

let loaded: Loaded;
beforeAll(async () => {
  const rows = ['unit,period,measure,breakdown,category,value', ...ROWS.flatMap(statements)];
  const files = { ...countedFiles(PACKAGE), 'observations.csv': `${rows.join('\n')}\n` };
  loaded = await loadFixture({ files });
});
afterAll(() => loaded.engine.close());

function explain(unit: string, more: Partial<ExplainQuestion> = {}): Promise<ExplainAnswer> {
  const asked = { subject: RATE, unit, period: '2025-Q3', against: 'year', breakdown: '' } as const;
  return loaded.ask({ ask: 'explain', ...asked, basis: 'now', ...more });
}

describe('an explanation on today’s boundaries', () => {
  it('adds up the counts of those that merged, part by part, and the parts to the difference', async () => {
    const answer = await explain('c');
    expect(answer.fault).toBe('');
    expect(answer.base).toMatchObject({ numerator: 105, denominator: 200, period: '2024-Q3' });
    expect(answer.breakdown).toBe('procedure_field');
    expect(rebuiltNote(answer)).toContain(vi.place.rebuilt(2));
    expect(rebuiltNote(await explain('m'))).toBe('');
    const before = new Map(answer.parts.map((part) => [part.id, part.before]));
    expect(before.get('ho_tich')).toEqual({ x: 15, n: 60 });
    expect(before.get('chung_thuc')).toEqual({ x: 90, n: 140 });
    const sum = answer.parts.reduce((all, part) => all + given(part) * 100, 0);
    expect(sum).toBeCloseTo((100 * 130) / 180 - (100 * 105) / 200, 10);
  });

  it('says whose parts are missing, or whose whole report', async () => {
    const parts = await explain('f');
    expect(parts.base).toMatchObject({ numerator: 90, denominator: 160 });
    expect(parts.parts).toEqual([]);
    expect(parts.ways).toEqual([{ breakdown: 'procedure_field', fault: 'rebuilt', units: ['e'] }]);
    expect(explainFaults(loaded.data, parts)[0]).toContain('(e)');
    const silent = await explain('k');
    expect([silent.fault, silent.units]).toEqual(['rebuilt', ['h']]);
    expect(explainFaults(loaded.data, silent)).toEqual([`${vi.explaining.fault.rebuilt} (h)`]);
  });

  it('is not given as reported: the year before was of other units', async () => {
    const then = await explain('c', { basis: 'then' });
    expect(then.fault).toBe('noYear');
    const stands = await explain('m', { basis: 'then' });
    expect(await explain('m')).toEqual(stands);
    expect(stands.parts).toHaveLength(2);
  });

  it('holds against the group of today', async () => {
    const answer = await explain('c', { against: 'group' });
    expect(answer.fault).toBe('');
    expect(answer.base?.units).toBe(4);
    const sum = answer.parts.reduce((all, part) => all + given(part) * 100, 0);
    expect(sum).toBeCloseTo((answer.figure?.value ?? 0) - (answer.base?.value ?? 0), 10);
  });

  it('of a past period explains what would have been', async () => {
    const rows = await explain('c', { period: '2024-Q3', against: 'group' });
    expect(rows.figure).toMatchObject({ numerator: 105, denominator: 200 });
    expect(rows.base?.units).toBe(3); // k cannot be rebuilt
  });
});

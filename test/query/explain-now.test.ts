/** Explanations on today's boundaries: counts of those that merged are added up part by part, or it is said whose are missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { given } from '../../src/model/statistics/decomposition.ts';
import type { ExplainAnswer, ExplainQuestion } from '../../src/question/explain.ts';
import { unitName } from '../../src/text/name.ts';
import { explainFaults, rebuiltNotes } from '../../src/text/told/explain.ts';
import { vi } from '../../src/text/vi/words.ts';
import { type Counted, type CountedPackage, countedFiles } from '../packages/counted.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';
import { REORGANISED } from '../packages/reorganised.ts';
import { PERIODS, world } from '../packages/worlds.ts';

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
    expect(rebuiltNotes(loaded.data, answer)).toEqual([
      vi.explaining.rebuiltBase(vi.place.rebuilt(2)),
    ]);
    expect(rebuiltNotes(loaded.data, await explain('m'))).toEqual([]);
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

const PROVINCE = 'tinh-song';
const END = '2025-Q4';

/** What each unit of today was made of. */
const SUCCESSORS: Readonly<Record<string, readonly (readonly [unit: string, share: number])[]>> = {
  'phuong-song': [
    ['phuong-ben', 1],
    ['phuong-cho', 1],
    ['xa-dong', 1],
  ],
  'xa-ha-lam': [
    ['xa-ha', 1],
    ['xa-lam', 1],
  ],
  'xa-mo-moi': [['xa-mo', 0.4]],
  'xa-mo-trung': [['xa-mo', 0.6]],
  'xa-non': [['xa-non', 1]],
};

/** The same counts in a province whose units of today had existed all along. */
function alwaysThere({ counts }: CountedPackage): CountedPackage {
  const of = (unit: string, period: string, key: 'online' | 'received') =>
    counts.find((row) => row.unit === unit && row.period === period)?.[key] ?? 0;
  const periods = [...new Set(counts.map(({ period }) => period))];
  const rows = periods.flatMap((period) =>
    Object.entries(SUCCESSORS).map(([unit, parts]): Counted => {
      const sum = (key: 'online' | 'received') =>
        of(unit, period, key) ||
        parts.reduce((all, [from, share]) => all + share * of(from, period, key), 0);
      return { unit, period, online: sum('online'), received: sum('received') };
    }),
  );
  const under = { level: 'commune', parent: PROVINCE };
  return {
    units: [
      { unit: PROVINCE, level: 'province' },
      ...Object.keys(SUCCESSORS).map((unit) => ({ unit, ...under })),
    ],
    counts: rows,
  };
}

const unshared: CountedPackage = {
  ...REORGANISED,
  changes: REORGANISED.changes?.map((line) => line.replace(/ 0\.[46]$/, ' ')) ?? [],
};

describe('an explanation by the units below, on today’s boundaries', () => {
  let now: Loaded;
  let always: Loaded;
  let divided: Loaded;
  beforeAll(async () => {
    now = await loadFixture({ files: countedFiles(REORGANISED) });
    always = await loadFixture({ files: countedFiles(alwaysThere(REORGANISED)) });
    divided = await loadFixture({ files: countedFiles(unshared) });
  });
  afterAll(() => Promise.all([now, always, divided].map(({ engine }) => engine.close())));

  const asked = (pack: Loaded, more: Partial<ExplainQuestion> = {}): Promise<ExplainAnswer> => {
    const question = { subject: RATE, unit: PROVINCE, period: END, against: 'year' } as const;
    return pack.ask({ ask: 'explain', breakdown: '', basis: 'now', ...question, ...more });
  };

  it('gives what it would, had the units of today existed all along', async () => {
    const answer = await asked(now);
    const there = await asked(always, { basis: 'then' });
    expect(answer).toMatchObject({ fault: '', breakdown: '', base: { period: '2024-Q4' } });
    expect(answer.parts.map(({ id }) => id).sort()).toEqual(Object.keys(SUCCESSORS).sort());
    for (const part of answer.parts) {
      const other = there.parts.find(({ id }) => id === part.id);
      for (const key of ['mix', 'rate'] as const)
        expect(part[key], `${part.id} ${key}`).toBeCloseTo(other?.[key] ?? Number.NaN, 12);
      expect(part.before.n).toBeCloseTo(other?.before.n ?? Number.NaN, 9);
    }
    const sum = answer.parts.reduce((all, part) => all + given(part) * 100, 0);
    expect(sum).toBeCloseTo((answer.figure?.value ?? 0) - (answer.base?.value ?? 0), 10);
  });

  it('says which parts were added up, which are estimates, and opens to whose they were', async () => {
    const answer = await asked(now);
    const note = rebuiltNotes(now.data, answer);
    const name = (unit: string) => unitName(now.data, unit);
    expect(note).toContain(
      vi.explaining.rebuiltParts(['phuong-song', 'xa-ha-lam'].map(name).join(', ')),
    );
    expect(note).toContain(
      vi.explaining.estimatedParts(['xa-mo-moi', 'xa-mo-trung'].map(name).join(', ')),
    );
    const before = answer.figures.find(
      (one) => one.unit === 'phuong-song' && one.period === '2024-Q4',
    );
    expect(before?.sum?.parts.map(({ unit }) => unit).sort()).toEqual([
      'phuong-ben',
      'phuong-cho',
      'xa-dong',
    ]);
    expect(rebuiltNotes(always.data, await asked(always))).toEqual([]);
  });

  it('is refused where a unit of former times did not report, and names it', async () => {
    const answer = await asked(now, { period: '2025-Q3' });
    expect(answer).toMatchObject({ fault: '', breakdown: null, parts: [] });
    expect(answer.ways).toEqual([{ breakdown: '', fault: 'rebuilt', units: ['xa-dong'] }]);
    expect(explainFaults(now.data, answer)[0]).toContain('(Xã Đông)');
  });

  it('is refused where nobody said how a unit was divided, although the whole is known', async () => {
    const answer = await asked(divided);
    expect(answer.base).toMatchObject({ numerator: (await asked(now)).base?.numerator });
    expect(answer.ways).toEqual([{ breakdown: '', fault: 'split', units: ['xa-mo'] }]);
    const [told = ''] = explainFaults(divided.data, answer);
    expect(told).toContain(vi.explaining.why.split);
    const own = await asked(divided, { unit: 'xa-mo-moi' });
    expect([own.fault, own.units]).toEqual(['split', ['xa-mo']]);
    expect(explainFaults(divided.data, own)).toEqual([`${vi.explaining.fault.split} (Xã Mỏ)`]);
  });

  it('as reported is refused: other units were below a year before', async () => {
    const answer = await asked(now, { basis: 'then' });
    expect(answer.ways).toMatchObject([{ breakdown: '', fault: 'moved' }]);
  });
});

describe('provinces that are reorganised twice by chance', () => {
  const worlds = [3, 7, 11, 42].map(world);
  const all = worlds.map(({ made }) => made);
  let many: Loaded;
  beforeAll(async () => {
    const units = all.flatMap((one) => one.units);
    const changes = all.flatMap((one) => one.changes ?? []);
    many = await loadFixture({
      files: countedFiles({ units, changes, counts: all.flatMap((one) => one.counts) }),
    });
  });
  afterAll(() => many.engine.close());

  it.each(worlds.map((one) => [one.province, one] as const))(
    'have the parts of one whose units had existed all along, nothing and one case among them: %s',
    async (unit, { always }) => {
      for (const [before = '', now = ''] of [PERIODS.slice(0, 2), PERIODS.slice(1)]) {
        const asked = { subject: RATE, unit, period: now, against: 'year', breakdown: '' } as const;
        const answer = await many.ask({ ask: 'explain', ...asked, basis: 'now' });
        expect(answer.ways).toEqual([{ breakdown: '', fault: '', units: [] }]);
        for (const part of answer.parts) {
          for (const [state, period] of [
            [part.before, before],
            [part.now, now],
          ] as const) {
            const there = always.get(`${part.id} ${period}`) ?? { online: 0, received: 0 };
            expect(state.x, `${part.id} ${period}`).toBeCloseTo(there.online, 6);
            expect(state.n, `${part.id} ${period}`).toBeCloseTo(there.received, 6);
          }
        }
        const units = new Set([...always.keys()].map((key) => key.split(' ')[0]));
        expect(answer.parts).toHaveLength(units.size);
        const sum = answer.parts.reduce((total, part) => total + given(part) * 100, 0);
        expect(sum).toBeCloseTo((answer.figure?.value ?? 0) - (answer.base?.value ?? 0), 9);
      }
    },
  );
});

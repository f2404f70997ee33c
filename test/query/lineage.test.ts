/** Units that merge, split and change status: their history on today's boundaries, and as it was reported. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import type { Scope } from '../../src/question/scope.ts';
import type { TrendAnswer } from '../../src/question/trend.ts';
import { type Counted, type CountedPackage, countedFiles } from '../packages/counted.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';
import { REORGANISED } from '../packages/reorganised.ts';

const RATE = 'dossiers_online_rate';

/** Communes that merge by chance in 2023 and again in 2025, and what each was made of. */
const MERGING = mergedBy(7);

function mergedBy(seed: number): CountedPackage & { madeOf: ReadonlyMap<string, string[]> } {
  const pick = randomly(seed);
  const first = Array.from({ length: 18 }, (_, at) => `m0-${at}`);
  const second = groupedBy(pick, first, 'm1', 9);
  const third = groupedBy(pick, [...second.keys()], 'm2', 4);
  const parts = (unit: string) => (third.get(unit) ?? []).flatMap((old) => second.get(old) ?? []);
  const row = (unit: string, period: string): Counted => {
    const received = 20 + pick(180);
    return { unit, period, received, online: pick(received + 1) };
  };
  const within = (unit: string) => ({ unit, level: 'commune', parent: 'tinh-gop' });
  return {
    units: [
      { unit: 'tinh-gop', level: 'province' },
      ...first.map((unit) => ({ ...within(unit), to: '2022-12-31' })),
      ...[...second.keys()].map((unit) => ({
        ...within(unit),
        from: '2023-01-01',
        to: '2025-06-30',
      })),
      ...[...third.keys()].map((unit) => ({ ...within(unit), from: '2025-07-01' })),
    ],
    changes: [...changesOf('2023-01-01', second), ...changesOf('2025-07-01', third)],
    counts: [
      ...first.map((unit) => row(unit, '2022-Q1')),
      ...[...second.keys()].map((unit) => row(unit, '2024-Q1')),
      ...[...third.keys()].map((unit) => row(unit, '2025-Q3')),
    ],
    madeOf: new Map(
      [...third.keys()].map((unit) => [unit, [unit, ...(third.get(unit) ?? []), ...parts(unit)]]),
    ),
  };
}

function groupedBy(pick: (below: number) => number, units: string[], name: string, count: number) {
  const groups = new Map<string, string[]>();
  for (const [at, unit] of units.entries()) {
    const into = `${name}-${at < count ? at : pick(count)}`;
    groups.set(into, [...(groups.get(into) ?? []), unit]);
  }
  return groups;
}

function changesOf(date: string, groups: ReadonlyMap<string, string[]>): string[] {
  return [...groups].flatMap(([into, from]) =>
    from.map((unit) => `${date} merge ${unit} ${into} 1`),
  );
}

function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** The same numbers in a province whose units of today had existed all along. */
function alwaysThere(): CountedPackage {
  const units = [...MERGING.madeOf.keys()].map((unit) => `always-${unit}`);
  const owner = new Map(
    [...MERGING.madeOf].flatMap(([unit, parts]) => parts.map((p) => [p, unit])),
  );
  const counts = new Map<string, Counted>();
  for (const { unit, period, online, received } of MERGING.counts) {
    const key = `always-${owner.get(unit)}`;
    const known = counts.get(`${key} ${period}`) ?? { unit: key, period, online: 0, received: 0 };
    counts.set(`${key} ${period}`, {
      ...known,
      online: known.online + online,
      received: known.received + received,
    });
  }
  return {
    units: [
      { unit: 'tinh-cu', level: 'province' },
      ...units.map((unit) => ({ unit, level: 'commune', parent: 'tinh-cu' })),
    ],
    counts: [...counts.values()],
  };
}

let loaded: Loaded;
beforeAll(async () => {
  const all: CountedPackage[] = [REORGANISED, MERGING, alwaysThere()];
  const more = [
    ...['phuong-ben', 'phuong-cho', 'xa-dong'].flatMap((unit) => [
      `${unit} 2024 households 1000`,
      `${unit} 2024 households_poor 50`,
    ]),
    ...['phuong-song 2025 households 3100', 'phuong-song 2025 households_poor 90'],
  ];
  loaded = await loadFixture({
    files: countedFiles({
      units: all.flatMap(({ units }) => units),
      changes: all.flatMap(({ changes = [] }) => changes),
      counts: all.flatMap(({ counts }) => counts),
      more,
    }),
  });
});
afterAll(() => loaded?.engine.close());

const SCOPE: Omit<Scope, 'period' | 'units'> = {
  grain: 'quarter',
  breakdown: '',
  category: '',
  body: null,
};

function trend(units: string[], basis: 'now' | 'then', more = {}): Promise<TrendAnswer> {
  const period = { type: 'latest' } as const;
  return loaded.ask({ ask: 'trend', subject: RATE, ...SCOPE, units, basis, period, ...more });
}

async function pointOf(unit: string, period: string, basis: 'now' | 'then' = 'now') {
  const { series } = await trend([unit], basis);
  return series[0]?.points.find((point) => point.period === period);
}

const counts = (figure: Figure | undefined) => [figure?.numerator, figure?.denominator];

describe('the history of a merged unit', () => {
  test('equals that of one which had existed all along', async () => {
    const today = [...MERGING.madeOf.keys()];
    expect(today.length).toBe(4);
    for (const period of ['2022-Q1', '2024-Q1', '2025-Q3']) {
      for (const unit of today) {
        const rebuilt = await pointOf(unit, period);
        const there = await pointOf(`always-${unit}`, period, 'then');
        expect(counts(rebuilt), `${unit} ${period}`).toEqual(counts(there));
        expect(rebuilt?.value).toBeCloseTo(there?.value ?? Number.NaN, 9);
      }
    }
  });

  test('is one of counts: the mean of the rates is another number', async () => {
    const point = await pointOf('phuong-song', '2024-Q1');
    expect(point).toMatchObject({
      numerator: 230,
      denominator: 390,
      status: 'A',
      sum: { of: 'before' },
    });
    expect(point?.sum?.parts.map((part) => part.unit).sort()).toEqual([
      'phuong-ben',
      'phuong-cho',
      'xa-dong',
    ]);
  });

  test('breaks where one of them did not report, and says which', async () => {
    const point = await pointOf('phuong-song', '2024-Q3');
    expect(point).toMatchObject({ value: null, absence: 'NOT_COMPUTABLE' });
    expect(point?.sum?.parts.filter((part) => part.left)).toMatchObject([
      { unit: 'xa-dong', left: 'missing' },
    ]);
  });

  test('is not drawn on the boundaries of the reports', async () => {
    const { series, periods } = await trend(['phuong-song', 'phuong-ben'], 'then');
    const known = (unit: string) =>
      series.find((line) => line.unit === unit)?.points.filter((point) => point.value !== null)
        .length;
    expect(periods.length).toBe(8);
    expect([known('phuong-song'), known('phuong-ben')]).toEqual([2, 6]);
  });

  test('is what a link to one of its predecessors leads to', async () => {
    const { series } = await trend(['phuong-ben', 'xa-dong'], 'now');
    expect(series.map((line) => line.unit)).toEqual(['phuong-song']);
  });
});

describe('the boundaries of reports', () => {
  test('cut the line of a unit that goes on, not that of one that ends', async () => {
    expect((await trend(['phuong-ben'], 'then')).breaks).toEqual([]);
  });
});

describe('a split', () => {
  test('is an estimate where shares are stated, and its parts make up the whole', async () => {
    const [moi, trung] = [
      await pointOf('xa-mo-moi', '2024-Q1'),
      await pointOf('xa-mo-trung', '2024-Q1'),
    ];
    expect(moi?.status).toBe('E');
    expect(moi?.numerator).toBeCloseTo(12 * 0.4, 9);
    expect((moi?.denominator ?? 0) + (trung?.denominator ?? 0)).toBeCloseTo(40, 9);
  });
});

describe('a total', () => {
  test.each(['2024-Q1', '2025-Q2', '2025-Q3'])(
    'of a province is the same on both bases (%s)',
    async (code) => {
      const ask = (basis: 'now' | 'then') =>
        loaded.ask({
          ...{ ask: 'compare', subject: RATE, peers: [], ...SCOPE, basis, level: 'province' },
          units: ['tinh-song'],
          period: { type: 'one', code },
        });
      const [then, now] = [await ask('then'), await ask('now')].map(
        ({ groups }) => groups[0]?.rows[0]?.figure,
      );
      expect(then?.value).not.toBeNull();
      expect(counts(now)).toEqual(counts(then));
    },
  );
});

describe('a change of status', () => {
  test('cuts lines that are defined by it, and no others', async () => {
    const breaks = async (subject: string, grain: 'year' | 'quarter') =>
      (await trend(['phuong-song'], 'now', { subject, grain })).breaks.map((item) => item.cuts);
    expect(await breaks('poor_household_rate', 'year')).toEqual([true]);
    expect(await breaks(RATE, 'quarter')).toEqual([false]);
  });

  test('and a rename leave the line whole, with a mark', async () => {
    const { breaks } = await trend(['xa-ha'], 'then');
    expect(breaks).toMatchObject([{ period: '2024-Q2', name: 'Xã Hạ', cuts: false }]);
  });
});

describe('comparing on today’s boundaries', () => {
  test('has the units of today in a period before they were, each with whose it was', async () => {
    const { groups } = await loaded.ask({
      ...{ ask: 'compare', subject: RATE, peers: [], ...SCOPE, basis: 'now' },
      units: null,
      period: { type: 'one', code: '2024-Q1' },
    });
    const rows = groups.find((group) => group.parent === 'tinh-song')?.rows ?? [];
    expect(rows.map(({ figure }) => figure.unit).sort()).toEqual([
      'phuong-song',
      'xa-ha-lam',
      'xa-mo-moi',
      'xa-mo-trung',
      'xa-non',
    ]);
    const [row] = rows.filter(({ figure }) => figure.unit === 'xa-ha-lam');
    expect(counts(row?.figure)).toEqual([75, 150]);
    const origin = await loaded.ask({
      ...{ ask: 'origin', subject: RATE, unit: 'xa-ha-lam', period: '2024-Q1' },
      ...{ category: '', breakdown: '', body: null },
    });
    expect(origin.sums[0]?.sum?.parts.map((part) => part.unit)).toEqual(['xa-ha', 'xa-lam']);
  });
});

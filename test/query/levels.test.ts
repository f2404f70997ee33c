/** Units of a level by what the units below them add up to, beside what they report themselves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import type { CompareAnswer } from '../../src/question/compare.ts';
import type { Scope } from '../../src/question/scope.ts';
import { type CountedPackage, countedFiles } from '../packages/counted.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';

const RATE = 'dossiers_online_rate';

const SCOPE: Omit<Scope, 'period'> = {
  units: null,
  grain: 'any',
  breakdown: '',
  category: '',
  body: null,
};

function compare(
  level: string,
  code: string,
  more: Partial<Scope> & { subject?: string } = {},
): Promise<CompareAnswer> {
  const period = code === 'latest' ? { type: 'latest' as const } : { type: 'one' as const, code };
  return loaded.ask({ ask: 'compare', subject: RATE, peers: [], ...SCOPE, level, period, ...more });
}

const rowsOf = ({ groups }: CompareAnswer) => groups.flatMap((group) => group.rows);

/** "unit online/received k/N" of each row. */
function told(answer: CompareAnswer): string[] {
  const text = ({ unit, numerator, denominator, absence, sum }: Figure) =>
    `${unit} ${absence || `${numerator}/${denominator}`}${sum ? ` ${sum.reported}/${sum.expected}` : ''}`;
  return rowsOf(answer).map(({ figure }) => text(figure));
}

function leftOut(figure: Figure | undefined): string[] | undefined {
  return figure?.sum?.parts.flatMap(({ unit, left }) => (left ? [`${unit} ${left}`] : []));
}

const region = (unit: string, level: string, parent = '') => ({ unit, level, parent });

/** Two districts and a third whose commune says nothing; every period is a case of its own. */
const COUNTY: CountedPackage = {
  units: [
    region('tinh', 'province'),
    ...['bac', 'nam', 'tay'].map((unit) => region(unit, 'district', 'tinh')),
    ...['b1', 'b2', 'b3'].map((unit) => region(unit, 'commune', 'bac')),
    ...['n1', 'n2'].map((unit) => region(unit, 'commune', 'nam')),
    region('t1', 'commune', 'tay'),
  ],
  sources: [
    ...['s1 b1', 's2 b2', 's4 n1', 's5 n2'].map((report) => `${report} 2023-Q2 calendar`),
    's3 b3 2023-Q2 day14',
  ],
  counts: [
    { unit: 'b1', period: '2024-Q1', online: 10, received: 100 },
    { unit: 'b2', period: '2024-Q1', online: 90, received: 100 },
    { unit: 'n1', period: '2024-Q1', online: 30, received: 40 },
    { unit: 'n2', period: '2024-Q1', online: 0, received: 60 },
    { unit: 'nam', period: '2024-Q1', online: 50, received: 100 },
    { unit: 'b1', period: '2024-Q2', online: 50, received: 100 },
    { unit: 'b2', period: '2024-Q2', online: 70, received: 100 },
    { unit: 'b3', period: '2024-Q2', online: 30, received: 100 },
    { unit: 'b1', period: '2023-Q2', online: 10, received: 100, source: 's1' },
    { unit: 'b2', period: '2023-Q2', online: 5, received: 50, source: 's2' },
    { unit: 'b3', period: '2023-Q2', online: 9, received: 10, source: 's3' },
    { unit: 'n1', period: '2023-Q2', online: 1, received: 10, status: 'U', source: 's4' },
    { unit: 'n2', period: '2023-Q2', online: 2, received: 10, status: 'E', source: 's5' },
  ],
  more: [
    `b1 2022 ${RATE} 80`,
    'b1 2022 reception_sessions 5',
    'b2 2022 reception_sessions 0',
    'b1 2022 natural_area 7',
  ],
};

/** Three tiers up to the middle of 2025, two from then on. */
const TIERS: CountedPackage = {
  units: [
    region('que', 'province'),
    { ...region('dong', 'district', 'que'), to: '2025-06-30' },
    { ...region('d1', 'commune', 'dong'), to: '2025-06-30' },
    { ...region('d2', 'commune', 'dong'), to: '2025-06-30' },
    { ...region('moi', 'commune', 'que'), from: '2025-07-01' },
    { ...region('khac', 'commune', 'que'), from: '2025-07-01' },
  ],
  counts: [
    { unit: 'd1', period: '2025-Q2', online: 10, received: 20 },
    { unit: 'd2', period: '2025-Q2', online: 10, received: 20 },
    { unit: 'moi', period: '2025-Q3', online: 30, received: 40 },
    { unit: 'khac', period: '2025-Q3', online: 20, received: 60 },
  ],
};

/** The same 24 communes in provinces that are divided into 1, 3 and 7 districts by chance. */
const GROUPED = [1, 3, 7].map((districts) => groupedBy(districts));

function groupedBy(districts: number): CountedPackage {
  const pick = randomly(districts);
  const counted = randomly(99);
  const name = (unit: string) => `p${districts}-${unit}`;
  const communes = Array.from({ length: 24 }, (_, at) => name(`xa-${at}`));
  return {
    units: [
      region(name('tinh'), 'province'),
      ...Array.from({ length: districts }, (_, at) =>
        region(name(`huyen-${at}`), 'district', name('tinh')),
      ),
      ...communes.map((unit) => region(unit, 'commune', name(`huyen-${pick(districts)}`))),
    ],
    counts: communes.flatMap((unit) => {
      const [received, isSilent] = [counted(200), counted(5) === 0];
      const online = counted(received + 1);
      return isSilent ? [] : [{ unit, period: '2024', online, received }];
    }),
  };
}

/** The same numbers at every run. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

let loaded: Loaded;
beforeAll(async () => {
  const all = [COUNTY, TIERS, ...GROUPED];
  const joined = {
    units: all.flatMap(({ units }) => units),
    sources: all.flatMap(({ sources = [] }) => sources),
    counts: all.flatMap(({ counts }) => counts),
    more: all.flatMap(({ more = [] }) => more),
  };
  loaded = await loadFixture({ files: countedFiles(joined) });
});
afterAll(() => loaded?.engine.close());

describe('a chosen level', () => {
  test('gives each unit Σ ÷ Σ of those below it with how many reported, beside its own report', async () => {
    const answer = await compare('district', '2024-Q1', { units: ['tinh'] });
    expect(told(answer)).toEqual(['bac 100/200 2/3', 'nam 30/100 2/2', 'tay NO_DATA 0/1']);
    const [bac, nam] = rowsOf(answer);
    expect(bac?.figure).toMatchObject({ value: 50, derived: true, absence: '' });
    expect(bac?.figure.flags).toEqual(['DERIVED', 'PART_MISSING']);
    expect(leftOut(bac?.figure)).toEqual(['b3 missing']);
    expect(bac?.beside).toBeNull();
    expect(nam?.figure.value).toBe(30);
    expect(nam?.beside).toMatchObject({ unit: 'nam', value: 50 });
    expect(nam?.beside?.sum).toBeUndefined();
    expect(answer.groups[0]).toMatchObject({ expected: 6, total: { reported: 4, value: 130 / 3 } });
  });

  test('adds the same units up whatever stands between', async () => {
    expect(told(await compare('province', '2024-Q1', { units: ['tinh'] }))).toEqual([
      'tinh 130/300 4/6',
    ]);
    expect(told(await compare('commune', '2024-Q1', { units: ['nam'] }))).toEqual([
      'n1 30/40',
      'n2 0/60',
    ]);
    expect(told(await compare('district', '2024-Q1', { units: ['b1'] }))).toEqual([
      'bac 100/200 2/3',
    ]);
  });

  test('leaves out what is defined otherwise, in doubt, or closed on another day', async () => {
    const answer = await compare('district', '2023-Q2', { units: ['bac', 'nam'] });
    const [nam, bac] = rowsOf(answer).map(({ figure }) => figure);
    expect(told(answer)).toEqual(['nam 2/10 2/2', 'bac 15/150 3/3']);
    expect(leftOut(bac)).toEqual(['b3 cutoff']);
    expect(leftOut(nam)).toEqual(['n1 unfit']);
    expect(nam?.status).toBe('E');
  });

  test('has a rate without counts in no sum, and says so', async () => {
    const [bac] = rowsOf(await compare('district', '2022', { units: ['tinh'] }));
    expect(bac?.figure).toMatchObject({ value: null, absence: 'NOT_COMPUTABLE' });
    expect(leftOut(bac?.figure)).toEqual(['b1 counts', 'b2 missing', 'b3 missing']);
  });

  test('keeps a sum of counts a sum, with zero as a number', async () => {
    const subject = 'reception_sessions';
    const [bac] = rowsOf(await compare('district', '2022', { units: ['tinh'], subject }));
    expect(bac?.figure).toMatchObject({ value: 5, numerator: null, sum: { reported: 2 } });
  });

  test('lets lines run over every period, with the report of the unit beside', async () => {
    const answer = await loaded.ask({
      ...{ ask: 'trend', subject: RATE, ...SCOPE, grain: 'quarter', level: 'district' },
      units: ['tinh'],
      period: { type: 'several', codes: ['2024-Q1', '2024-Q2'] },
    });
    const lines = answer.series.map(({ unit, points }) => [unit, ...points.map((p) => p.value)]);
    expect(lines).toEqual([
      ['bac', 50, 50],
      ['nam', 30, null],
    ]);
    expect(answer.series[1]?.beside?.map((figure) => figure.value)).toEqual([50, null]);
    expect(answer.group?.points.map(({ total, expected }) => [total?.reported, expected])).toEqual([
      [4, 5],
      [undefined, 5],
    ]);
  });

  test('fills the overview and the table: sums and reports, each by itself', async () => {
    const period = { type: 'one', code: '2024-Q1' } as const;
    const scope = { units: ['tinh'], period, grain: 'any', level: 'district' } as const;
    const overview = await loaded.ask({ ask: 'overview', ...scope });
    const values = (figures: readonly Figure[] = []) =>
      figures.filter((f) => f.subject === RATE).map((f) => `${f.unit} ${f.value ?? f.absence}`);
    expect(values(overview.figures)).toEqual(['bac 50', 'nam 30']);
    expect(values(overview.beside)).toEqual(['nam 50']);
    const rest = { breakdown: '', category: '', body: null, source: '', codes: [], limit: 100 };
    const table = await loaded.ask({ ask: 'figures', subjects: [RATE], ...scope, ...rest });
    expect(values(table.figures)).toEqual(['bac 50', 'nam 50', 'nam 30']);
  });
});

describe('two tiers', () => {
  test('add up to the province before and after; the district is not missed afterwards', async () => {
    const inside = { units: ['que'] };
    expect(told(await compare('province', '2025-Q2', inside))).toEqual(['que 20/40 2/2']);
    expect(told(await compare('province', 'latest', inside))).toEqual(['que 50/100 2/2']);
    expect(told(await compare('district', '2025-Q2', inside))).toEqual(['dong 20/40 2/2']);
    expect(told(await compare('district', '2025-Q3', inside))).toEqual([]);
    expect(told(await compare('commune', '2025-Q3', inside))).toEqual(['moi 30/40', 'khac 20/60']);
  });
});

describe('a total', () => {
  test.each([1, 3, 7])(
    'is the sum of its parts in %i districts as in any number',
    async (districts) => {
      const units = [`p${districts}-tinh`];
      const [whole] = rowsOf(await compare('province', '2024', { units }));
      const parts = rowsOf(await compare('district', '2024', { units })).map(
        ({ figure }) => figure,
      );
      const add = (of: 'numerator' | 'denominator') =>
        parts.reduce((sum, part) => sum + (part[of] ?? 0), 0);
      const counts = GROUPED[0]?.counts ?? [];
      const online = counts.reduce((sum, row) => sum + row.online, 0);
      const received = counts.reduce((sum, row) => sum + row.received, 0);
      expect(whole?.figure).toMatchObject({ numerator: online, denominator: received });
      expect([add('numerator'), add('denominator')]).toEqual([online, received]);
      expect(whole?.figure.sum).toMatchObject({ reported: counts.length, expected: 24 });
    },
  );
});

/**
 * A province written against the rules: circles, shares that are too much, reports from beyond the end, successors
 * without a past, nothing and one of one, more than all. Whatever is asked of it, it is said, and no number is none.
 */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import type { Figure } from '../../src/model/figure.ts';
import { changeFrom } from '../../src/model/statistics/change.ts';
import { BASES } from '../../src/model/tree/lineage.ts';
import type { Question } from '../../src/question/ask.ts';
import { chartDrawing } from '../../src/share/picture/chart/chart.ts';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import { deckOf } from '../../src/slide/deck.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { tablesOf } from '../../src/slide/paper/tables.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { standingsIn } from '../../src/text/told/standing.ts';
import { words } from '../../src/text/words.ts';
import { type Counted, type CountedPackage, countedFiles } from '../packages/counted.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';
import { faultsOf } from '../support/powerpoint.ts';

const ONLINE = 'dossiers_online_rate';
const POOR = 'poor_household_rate';
const OLD = { to: '2025-06-30' };
const NEW = { from: '2025-07-01' };

const commune = (unit: string, kind: string, parent: string, when: object) => ({
  ...{ unit, kind, parent, level: 'commune' },
  ...when,
});

const ALPHA = ['phuong-an', 'xa-binh', 'xa-chau', 'xa-dinh', 'xa-giang'];
const BETA = ['xa-hoa', 'xa-khe', 'xa-long'];

/** Two districts end; what is left of them stands under the province, in two tiers. */
const PACKAGE: CountedPackage = {
  units: [
    { unit: 'tinh-x', name: 'Tỉnh X', kind: 'tỉnh', level: 'province' },
    ...['alpha', 'beta', 'gamma'].map((id) => ({
      ...{ unit: `huyen-${id}`, kind: 'huyện', level: 'district', parent: 'tinh-x' },
      ...OLD,
    })),
    ...ALPHA.map((unit) =>
      commune(unit, unit.startsWith('phuong') ? 'phường' : 'xã', 'huyen-alpha', OLD),
    ),
    ...BETA.map((unit) => commune(unit, 'xã', 'huyen-beta', OLD)),
    commune('xa-mot-minh', 'xã', 'huyen-gamma', OLD), // the only one of its district
    commune('xa-mot-minh', 'xã', 'tinh-x', NEW),
    commune('phuong-moi', 'phường', 'tinh-x', NEW), // phuong-an and xa-binh: another kind among them
    commune('xa-tach-1', 'xã', 'tinh-x', NEW), // halves of xa-chau, one and a half in all
    commune('xa-tach-2', 'xã', 'tinh-x', NEW),
    commune('xa-nhan', 'xã', 'tinh-x', NEW), // xa-hoa and part of xa-khe
    commune('xa-khe', 'xã', 'tinh-x', NEW), // what is left of itself
    commune('xa-tay-trang', 'xã', 'tinh-x', NEW), // of xa-long, which never reported
    commune('xa-vong-1', 'xã', 'tinh-x', NEW), // a circle of two
    commune('xa-vong-2', 'xã', 'tinh-x', NEW),
  ],
  changes: [
    '2025-07-01 merge phuong-an phuong-moi 1',
    '2025-07-01 merge xa-binh phuong-moi 1',
    '2025-07-01 merge xa-dinh phuong-moi 1',
    '2025-07-01 merge xa-giang xa-nhan 1',
    '2025-07-01 split xa-chau xa-tach-1 0.9',
    '2025-07-01 split xa-chau xa-tach-2 0.6',
    '2025-07-01 merge xa-hoa xa-nhan 1',
    '2025-07-01 transfer xa-khe xa-nhan 0.25',
    '2025-07-01 merge xa-long xa-tay-trang 1',
    '2025-07-01 merge xa-vong-1 xa-vong-2 1',
    '2025-07-01 merge xa-vong-2 xa-vong-1 1',
    '2025-07-01 merge xa-vong-1 xa-vong-1 1',
    ...['alpha', 'beta', 'gamma'].map((id) => `2025-07-01 abolish huyen-${id}  `),
  ],
  counts: [
    ...reports('phuong-an', 100, 200),
    ...reports('xa-binh', 40, 80),
    ...reports('xa-chau', 30, 90),
    ...reports('xa-dinh', 0, 0), // nothing arose, all the time
    ...reports('xa-giang', 1, 1),
    ...reports('xa-hoa', 50, 100),
    ...reports('xa-khe', 40, 160),
    ...reports('xa-mot-minh', 20, 60),
    { unit: 'xa-binh', period: '2025-Q3', online: 44, received: 88 }, // has ended
    ...['2025-Q3', '2025-Q4'].flatMap((period): Counted[] => [
      { unit: 'phuong-moi', period, online: 150, received: 290 },
      { unit: 'xa-tach-1', period, online: 70, received: 50 }, // more than all
      { unit: 'xa-tach-2', period, online: 0, received: 0 },
      { unit: 'xa-nhan', period, online: 1, received: 1 },
      { unit: 'xa-khe', period, online: 30, received: 120 },
      { unit: 'xa-tay-trang', period, online: 20, received: 40 },
      { unit: 'xa-vong-1', period, online: 20, received: 40 },
      { unit: 'xa-vong-2', period, online: 0, received: 1 },
      { unit: 'xa-mot-minh', period, online: 25, received: 60 },
    ]),
  ],
  more: [
    ...poor('phuong-an', 2024, 20),
    ...poor('xa-binh', 2024, 60),
    ...poor('xa-dinh', 2024, 10),
    ...poor('phuong-moi', 2025, 70),
    `tinh-x 2025 ${ONLINE} 80`,
  ],
};

function reports(unit: string, online: number, received: number): Counted[] {
  const periods = [1, 2, 3, 4].map((quarter) => `2024-Q${quarter}`);
  return [...periods, '2025-Q1', '2025-Q2'].map((period) => ({ unit, period, online, received }));
}

function poor(unit: string, year: number, households: number): string[] {
  return [`${unit} ${year} households_poor ${households}`, `${unit} ${year} households 1000`];
}

let loaded: Loaded;
let desk: SlideDesk;
beforeAll(async () => {
  loaded = await loadFixture({ files: countedFiles(PACKAGE) });
  const { data, ask } = loaded;
  const state = parseUrl('?package=pkg').state;
  desk = { data, ask, state, checked: true, organisation: '', settled: [] };
});
afterAll(() => loaded.engine.close());

/** Numbers that are none, by where they stand. */
function unsound(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value === 'string')
    return /NaN|Infinity|undefined/.test(value) ? [`${path}: ${value}`] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => unsound(part, `${path}/${key}`));
}

const line = async (unit: string, basis: 'then' | 'now', subject = ONLINE) => {
  const scope = { breakdown: '', category: '', body: null, level: '', basis } as const;
  const grain = subject === POOR ? 'year' : 'quarter';
  const { series, breaks } = await loaded.ask({
    ...{ ask: 'trend', subject, units: [unit], period: { type: 'latest' }, grain, ...scope },
  });
  const points = series.find((one) => one.unit === unit)?.points ?? [];
  return { at: new Map(points.map((one) => [one.period, one])), breaks };
};

const counts = (figure: Figure | undefined) => [figure?.numerator, figure?.denominator];

describe('at the door', () => {
  it('every fault is told with its place', () => {
    const told = loaded.data.problems.map(({ code, value }) => `${code} ${value}`.trim());
    const has = (start: string) => told.filter((one) => one.startsWith(start));
    expect(has('change-cycle')).toEqual(['change-cycle xa-vong-1']);
    expect(has('change-share')).toEqual(['change-share 1.5', 'change-share 1.5']);
    expect(has('unit-ended')).toEqual(['unit-ended xa-binh 2025-Q3']);
    expect(has('change-alone')).toEqual(['change-alone xa-tay-trang']);
  });
});

describe('histories', () => {
  it('add up counts of all that merged; nothing of nothing takes no part, and names no break in it', async () => {
    const { at } = await line('phuong-moi', 'now');
    expect(counts(at.get('2024-Q3'))).toEqual([140, 280]);
    expect(at.get('2024-Q3')?.value).toBe(50);
  });

  it('are not apportioned where shares are too much, nor rebuilt where nobody told anything', async () => {
    for (const unit of ['xa-tach-1', 'xa-tach-2', 'xa-tay-trang']) {
      const { at } = await line(unit, 'now');
      const past = [...at.values()].filter(({ period }) => period < '2025-Q3');
      expect(past.every(({ value }) => value === null)).toBe(true);
    }
  });

  it('take the stated part of a unit, as an estimate, and leave it the rest', async () => {
    const taken = (await line('xa-nhan', 'now')).at.get('2024-Q3');
    expect(counts(taken)).toEqual([1 + 50 + 10, 1 + 100 + 40]);
    expect(taken?.status).toBe('E');
    expect(counts((await line('xa-khe', 'now')).at.get('2024-Q3'))).toEqual([30, 120]);
  });

  it('a report from beyond the end stays with who made it', async () => {
    const now = (await line('phuong-moi', 'now')).at.get('2025-Q3');
    expect(counts(now)).toEqual([150, 290]);
    const own = (await line('xa-binh', 'then')).at.get('2025-Q3');
    expect(counts(own)).toEqual([44, 88]);
  });

  it('no change is told of poverty where xã became part of a phường', async () => {
    const asked = {
      subject: POOR,
      peers: [],
      units: null,
      breakdown: '',
      category: '',
      body: null,
    };
    const { groups } = await loaded.ask({
      ...{ ask: 'compare', ...asked, grain: 'any', basis: 'now' },
      period: { type: 'one', code: '2025' },
    });
    const row = groups
      .flatMap(({ rows }) => rows)
      .find(({ figure }) => figure.unit === 'phuong-moi');
    const subject = loaded.data.indicators.get(POOR);
    if (!row || !subject) throw new Error('no row');
    expect(row.before?.numerator).toBe(90);
    expect(changeFrom(loaded.data, row.figure, row.before)).toBeNull();
  });

  it('a circle is left out: both go on with what they report', async () => {
    for (const unit of ['xa-vong-1', 'xa-vong-2'])
      expect((await line(unit, 'then')).at.get('2025-Q3')?.denominator).toBeGreaterThan(0);
  });
});

describe('more than all, nothing and one', () => {
  it('is marked and judged by no verdict, rank or change', async () => {
    const { groups } = await loaded.ask({
      ...{ ask: 'compare', subject: ONLINE, peers: [], units: null, grain: 'any', breakdown: '' },
      ...{ category: '', body: null, period: { type: 'one', code: '2025-Q3' } },
    });
    const standings = standingsIn(loaded.data, subjectOf(loaded.data, ONLINE) as never, groups);
    const of = (unit: string) =>
      [...standings].find(([figure]) => figure.unit === unit && figure.period === '2025-Q3');
    const [figure, standing] = of('xa-tach-1') ?? [];
    expect(figure?.flags.length).toBeGreaterThan(0);
    expect(standing).toMatchObject({ verdict: null, rank: null });
    expect(of('xa-nhan')?.[1]).toMatchObject({ verdict: null, rank: null });
    const none = groups.flatMap(({ rows }) => rows).find((row) => row.figure.unit === 'xa-tach-2');
    expect(none?.figure).toMatchObject({ value: null, absence: 'NOTHING_AROSE' });
  });
});

/** Every question about every unit and level. */
function questions(): Question[] {
  const { data } = loaded;
  const plain = { breakdown: '', category: '', body: null } as const;
  const latest = { type: 'latest' } as const;
  const places = data.units.ids.flatMap((unit): Question[] => [
    { ask: 'standing', unit, without: [] },
    { ask: 'profile', unit, body: null },
    ...(['year', 'group'] as const).flatMap((against) =>
      BASES.map((basis): Question => {
        return { ask: 'explain', subject: ONLINE, unit, period: '', against, breakdown: '', basis };
      }),
    ),
  ]);
  const levels = ['', 'province', 'district', 'commune'];
  const scopes = levels.flatMap((level) => BASES.map((basis) => ({ level, basis })));
  const views = scopes.flatMap(({ level, basis }) =>
    [latest, { type: 'one', code: '2025-Q3' } as const].flatMap((period): Question[] => {
      const scope = { ...plain, units: null, grain: 'any', level, basis, period } as const;
      return [
        { ask: 'compare', subject: ONLINE, peers: [], ...scope, base: 'previous' },
        { ask: 'trend', subject: ONLINE, ...scope },
        { ask: 'overview', units: null, grain: 'any', level, basis, period },
        { ask: 'visits', units: null, grain: 'any', period, without: [] },
        { ask: 'targets', units: null, subjects: null, grain: 'any', period },
      ];
    }),
  );
  return [...places, ...views];
}

test('no question about it fails, and no answer has a number that is none', async () => {
  for (const question of questions()) {
    const answer = await loaded.ask(question);
    expect(unsound(answer), JSON.stringify(question)).toEqual([]);
  }
});

const VIEWS = [
  ...['bars', 'funnel', 'change'].flatMap((chart) =>
    ['', '&base=previous', '&basis=now', '&level=district', '&level=commune&basis=now'].map(
      (more) => `view=compare&indicator=${ONLINE}&chart=${chart}${more}`,
    ),
  ),
  `view=compare&indicator=${ONLINE},${POOR}&chart=scatter`,
  `view=compare&indicator=${ONLINE}&chart=funnel&under=huyen-gamma&period=2025-Q1`,
  ...['', '&basis=now'].map((more) => `view=trend&indicator=${ONLINE}${more}`),
  ...['xa-tach-1', 'xa-mot-minh', 'phuong-moi', 'tinh-x', 'xa-dinh', 'xa-tay-trang'].flatMap(
    (unit) => [
      `view=unit&unit=${unit}`,
      ...['spine', 'multiples'].map((chart) => `view=unit&unit=${unit}&chart=${chart}&basis=now`),
      ...['year', 'group'].map(
        (against) => `view=explain&indicator=${ONLINE}&unit=${unit}&against=${against}&basis=now`,
      ),
    ],
  ),
  'view=overview',
  'view=overview&basis=now',
  'view=overview&show=targets',
];

test('every drawing of it can be made, on a slide and on paper, and says no number that is none', async () => {
  const items = VIEWS.map((view) => ({
    id: view,
    query: `?${view}`,
    name: '',
    title: view,
    note: '',
  }));
  let drawn = 0;
  for (const item of items) {
    const { slides } = await slidesOf(desk, item);
    for (const slide of slides) {
      expect(unsound({ ...slide, fields: [] }), item.id).toEqual([]);
      expect(unsound(tablesOf(loaded.data, slide)), item.id).toEqual([]);
      if (slide.type === 'table' || slide.type === 'cards') continue;
      drawn += 1;
      expect(chartDrawing(slide).svg, item.id).not.toMatch(/NaN|Infinity|undefined/);
    }
  }
  expect(drawn).toBeGreaterThan(20);
  const { deck } = await deckOf(desk, '', items, '1/3/2026');
  const bytes = await makeDeck(deck, words.present, { href: () => null, qr: () => '' });
  expect(await faultsOf(bytes)).toEqual([]);
});

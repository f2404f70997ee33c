/** The simulated town after the reorganisation, asked as the screens ask: whose history is whose. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUCCESSORS } from '../../data/sample/generate/after/successors.ts';
import type { Figure } from '../../src/model/figure.ts';
import { childrenOf } from '../../src/model/tree/children.ts';
import { type Basis, lineageOf } from '../../src/model/tree/lineage.ts';
import type { Scope } from '../../src/question/scope.ts';
import { commonSumText } from '../../src/text/note.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const ONLINE = 'dossiers_online_rate';
const SCOPE: Omit<Scope, 'period' | 'units'> = {
  grain: 'quarter',
  breakdown: '',
  category: '',
  body: null,
};

let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadPackage('data/sample-2025');
});
afterAll(() => loaded?.engine.close());

function trend(units: readonly string[], basis: Basis, more = {}) {
  const period = { type: 'latest' } as const;
  return loaded.ask({ ask: 'trend', subject: ONLINE, ...SCOPE, units, basis, period, ...more });
}

async function lineOf(unit: string, basis: Basis, more = {}) {
  const { series } = await trend([unit], basis, more);
  const points = series.find((line) => line.unit === unit)?.points ?? [];
  return new Map(points.map((point) => [point.period, point]));
}

function compare(level: string, code: string, basis: Basis) {
  return loaded.ask({
    ...{ ask: 'compare', subject: ONLINE, peers: [], ...SCOPE, grain: 'any', level, basis },
    units: null,
    period: { type: 'one', code },
  });
}

const WHOLE = SUCCESSORS.filter(({ pieces }) => pieces.every(({ share }) => share === 1));
const MERGED = WHOLE.filter(({ pieces }) => pieces.length > 1);
const WITH_PART = SUCCESSORS.filter(({ pieces }) => pieces.some(({ share }) => share < 1));

describe('the history of a merged unit', () => {
  test.each(MERGED.map(({ place, pieces }) => ({ unit: place.unit, pieces })))(
    'of $unit is the sum of its predecessors, or absent where one is',
    async ({ unit, pieces }) => {
      const own = await lineOf(unit, 'now');
      const parts = await Promise.all(pieces.map(({ from }) => lineOf(from, 'then')));
      const codes = [...own.keys()].filter((code) => code < '2025-Q3');
      const complete = codes.filter((code) => parts.every((part) => part.get(code)?.denominator));
      expect(complete.length).toBeGreaterThan(5);
      for (const code of codes) {
        const sum = (of: 'numerator' | 'denominator') =>
          parts.reduce((all, part) => all + (part.get(code)?.[of] ?? 0), 0);
        const told = own.get(code);
        if (complete.includes(code)) {
          expect(told, code).toMatchObject({
            numerator: sum('numerator'),
            denominator: sum('denominator'),
          });
          expect(told?.value).toBeCloseTo((sum('numerator') / sum('denominator')) * 100, 9);
        } else expect(told?.value ?? null, code).toBeNull();
      }
    },
  );

  test('runs on into what it reports itself', async () => {
    const own = await lineOf('phuong-lam-khue', 'now');
    expect(own.get('2025-Q2')?.sum?.parts.length).toBe(3);
    expect(own.get('2025-Q3')).toMatchObject({ absence: '', status: 'A' });
    expect(own.get('2025-Q3')?.sum).toBeUndefined();
  });

  test('is none where one of them told its offices only, or closed on another day, and says whose', async () => {
    const gap = async (unit: string, subject: string, period: string) => {
      const place = { subject, unit, period, category: '', breakdown: '', body: null };
      const [point] = (await loaded.ask({ ask: 'origin', ...place })).sums;
      expect(point).toMatchObject({ value: null, absence: 'NOT_COMPUTABLE' });
      return point?.sum?.parts.flatMap(({ unit: from, left }) => (left ? `${from} ${left}` : []));
    };
    expect(await gap('phuong-lam-khue', 'dialogue_answered_rate', '2024')).toEqual([
      'phuong-van-khue missing',
    ]);
    const [part] = (await gap('phuong-bich-dam', 'petitions_resolved_rate', '2024-Q1')) ?? [];
    expect(part).toMatch(/ cutoff$/);
  });
});

describe('a commune that was divided', () => {
  test.each(WITH_PART.map(({ place, pieces }) => ({ unit: place.unit, pieces })))(
    'gives $unit an estimate, marked as one',
    async ({ unit, pieces }) => {
      const own = await lineOf(unit, 'now');
      const parts = await Promise.all(pieces.map(({ from }) => lineOf(from, 'then')));
      const point = own.get('2024-Q1');
      const dossiers = pieces.reduce(
        (all, { share }, at) => all + share * (parts[at]?.get('2024-Q1')?.denominator ?? 0),
        0,
      );
      expect(point?.status).toBe('E');
      expect(point?.denominator).toBeCloseTo(dossiers, 6);
      expect(own.get('2025-Q3')?.status).toBe('A');
    },
  );

  test('is itself again where both parts are added up: the province needs no share', async () => {
    const told = async (basis: Basis) => {
      const { groups } = await compare('province', '2024-Q1', basis);
      const figure = groups[0]?.rows[0]?.figure;
      return [figure?.numerator, figure?.denominator, figure?.status];
    };
    const then = await told('then');
    expect(then[1]).toBeGreaterThan(1_000);
    expect(await told('now')).toEqual(then);
  });
});

describe('xã Thạch Diệp that became a phường', () => {
  const breaks = async (subject: string, grain: 'year' | 'quarter') =>
    (await trend(['phuong-thach-diep'], 'now', { subject, grain })).breaks;

  test('is cut where poverty is measured by another line, and nowhere else', async () => {
    expect(await breaks('poor_household_rate', 'year')).toMatchObject([
      { period: '2025', cuts: true },
    ]);
    for (const subject of [ONLINE, 'satisfaction_rate'])
      expect(await breaks(subject, 'quarter')).toMatchObject([{ period: '2025-Q3', cuts: false }]);
  });

  test('has more poor households by that line than xã Thạch Diệp would have had', async () => {
    const line = await lineOf('phuong-thach-diep', 'now', {
      subject: 'poor_household_rate',
      grain: 'year',
    });
    const [before, after] = ['2024', '2025'].map((code) => line.get(code)?.value ?? Number.NaN);
    expect(after).toBeGreaterThan(before ?? Number.NaN);
  });

  test('and a merger of wards cuts no poverty', async () => {
    const { breaks: none } = await trend(['phuong-bich-dam'], 'now', {
      subject: 'poor_household_rate',
      grain: 'year',
    });
    expect(none.filter((item) => item.cuts && item.period === '2025')).toEqual([]);
  });
});

describe('units that go on', () => {
  test.each(['then', 'now'] as const)('have one line on either base (%s)', async (basis) => {
    for (const unit of ['phuong-hac-linh', 'xa-ninh-hac']) {
      const { breaks } = await trend([unit], basis);
      const marks = unit === 'xa-ninh-hac' ? ['Xã Ninh Giang'] : []; // another unit above is no mark
      expect(breaks.map(({ name, cuts }) => (cuts ? `${name} cut` : name))).toEqual(marks);
      const line = [...(await lineOf(unit, basis)).values()].filter((p) => p.value !== null);
      expect(line.length).toBeGreaterThan(8);
    }
  });
});

test('the overview on today’s boundaries has units of today only, also for what is to be checked', async () => {
  const period = { type: 'latest' } as const;
  const ask = { ask: 'overview', units: null, period, grain: 'any', basis: 'now' } as const;
  const { figures, errors } = await loaded.ask(ask);
  const ended = (unit: string) => loaded.data.units.at(unit).validTo !== null;
  const units = new Set([...figures, ...errors].map(({ unit }) => unit));
  expect(errors.length).toBeGreaterThan(3);
  expect([...units].filter(ended)).toEqual([]);
});

describe('two tiers', () => {
  const units = (figures: readonly Figure[]) => figures.map((figure) => figure.unit).sort();
  const rows = async (level: string, code: string, basis: Basis = 'then') =>
    (await compare(level, code, basis)).groups.flatMap((group) => group.rows.map((r) => r.figure));

  test('have no district afterwards, nine units under the province, and fifteen before', async () => {
    expect(units(await rows('district', '2025-Q2'))).toEqual(['thi-xa-lam-khue']);
    expect(units(await rows('district', '2025-Q3'))).toEqual([]);
    expect(await rows('commune', '2025-Q2')).toHaveLength(15);
    const today = SUCCESSORS.map(({ place }) => place.unit).sort();
    expect(units(await rows('commune', '2025-Q3'))).toEqual(today);
    expect(units(await rows('commune', '2025-Q2', 'now'))).toEqual(today);
  });

  test('count the report that never came', async () => {
    const [province] = await rows('province', '2025');
    expect(province?.sum).toMatchObject({ reported: 8, expected: 9 });
  });
});

describe('what is latest is said by the units that stand', () => {
  const period = { type: 'latest' } as const;
  const ended = (unit: string) => loaded.data.units.at(unit).validTo !== null;

  test('in the overview, among the units to visit and in a comparison', async () => {
    const scope = { units: null, period, grain: 'any' } as const;
    const { figures, tiles } = await loaded.ask({ ask: 'overview', ...scope });
    const { places } = await loaded.ask({ ask: 'visits', ...scope, without: [] });
    const asked = { ask: 'compare', subject: ONLINE, peers: [], ...SCOPE, units: null } as const;
    const { groups } = await loaded.ask({ ...asked, grain: 'any', period });
    const told = [
      ...figures.map(({ unit }) => unit),
      ...tiles.flatMap(({ most }) => most.map(({ unit }) => unit)),
      ...places.flatMap(({ units }) => units),
      ...groups.flatMap(({ rows }) => rows.map(({ figure }) => figure.unit)),
    ];
    expect(told.length).toBeGreaterThan(30);
    // the town went into nothing: its last report stands, apart
    expect([...new Set(told)].filter(ended)).toEqual(['thi-xa-lam-khue']);
    expect(new Set(tiles.map(({ period: code }) => code))).toEqual(new Set(['2025']));
  });

  test('and by one that has ended where somebody asks for it', async () => {
    const [old = ''] = MERGED[0]?.pieces.map(({ from }) => from) ?? [];
    const { figures } = await loaded.ask({ ask: 'overview', units: [old], period, grain: 'any' });
    expect(new Set(figures.map(({ unit }) => unit))).toEqual(new Set([old]));
  });
});

describe('what is said once', () => {
  test('by the name of a merged unit in the overview, where all of its figures are rebuilt', async () => {
    const { figures } = await loaded.ask({
      ...{ ask: 'overview', units: null, grain: 'any', level: '', basis: 'now' },
      period: { type: 'one', code: '2024' },
    });
    const told = (unit: string) => commonSumText(figures.filter((one) => one.unit === unit));
    for (const { place, pieces } of MERGED) {
      const own = figures.filter((one) => one.unit === place.unit && one.value !== null);
      const isAll = own.length > 1 && own.every(({ sum }) => sum?.of === 'before');
      expect(told(place.unit)).toBe(isAll ? words.place.rebuilt(pieces.length) : '');
    }
    expect(MERGED.some(({ place }) => told(place.unit) !== '')).toBe(true);
    expect(commonSumText(figures.filter(({ sum }) => sum === undefined))).toBe('');
  });

  test('of the units under a province: those that stand, and apart those that have ended', () => {
    const { data } = loaded;
    const { isCurrent } = lineageOf(data);
    const [province = ''] = data.units.roots();
    const { standing, gone } = childrenOf(data, province);
    expect([...standing, ...gone].sort()).toEqual([...data.units.children(province)].sort());
    expect(standing.length).toBeGreaterThan(3);
    expect(standing.every(isCurrent)).toBe(true);
    expect(gone.some(isCurrent)).toBe(false);
    expect(gone).toContain('thi-xa-lam-khue');
    const town = childrenOf(data, 'thi-xa-lam-khue'); // which has ended: its last units stood with it
    expect(town.standing.length).toBeGreaterThan(3);
    expect(town.gone).toEqual([]);
  });
});

/** A whole town over time: groups, parents, targets, gaps, tolerance, on the simulated package. */
import { beforeAll, describe, expect, it } from 'vitest';
import { isComparable } from '../../src/model/figure.ts';
import { groupBy } from '../../src/model/group.ts';
import { changeSince } from '../../src/model/time/comparison.ts';
import type { CompareAnswer, CompareGroup } from '../../src/question/compare.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const TOWN = 'thi-xa-lam-khue';
let loaded: Loaded;
beforeAll(async () => {
  loaded = await loadPackage('data/sample');
});

const scope = { units: null, grain: 'any', breakdown: '', category: '', body: null } as const;
const compare = (subject: string, period: string, more: object = {}): Promise<CompareAnswer> =>
  loaded.ask({
    ask: 'compare',
    subject,
    peers: [],
    period: { type: 'one', code: period },
    ...scope,
    ...more,
  });
const communes = (answer: CompareAnswer) =>
  answer.groups.find((group) => group.parent === TOWN && group.level === 'commune') as CompareGroup;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('a group', () => {
  it('of units that are behind has no value: the others have reported that period too', async () => {
    const answer = await compare('dossiers_online_rate', '', { period: { type: 'latest' } });
    const groups = answer.groups.filter((g) => g.parent === TOWN && g.level === 'commune');
    const [main, ...behind] = groups;
    expect([main?.period, main?.behind, main?.total?.reported]).toEqual(['2025', undefined, 13]);
    expect(behind.map(({ period, behind: of, total }) => [period, of, total])).toEqual([
      ['2025-01-01/P9M', '2025', null],
    ]);
    const asked = communes(await compare('dossiers_online_rate', '2025-01-01/P9M'));
    expect([asked.behind, asked.total?.reported]).toEqual([undefined, 15]);
  });

  it('has Σ numerator ÷ Σ denominator of its comparable units, and says how many reported', async () => {
    const group = communes(await compare('dossiers_on_time_rate', '2025-Q2'));
    const fit = group.rows.map((row) => row.figure).filter(isComparable);
    const numerator = sum(fit.map((figure) => figure.numerator ?? 0));
    const denominator = sum(fit.map((figure) => figure.denominator ?? 0));
    expect(group.total).toMatchObject({
      numerator,
      denominator,
      value: (numerator * 100) / denominator,
    });
    const mean = sum(fit.map((figure) => figure.value ?? 0)) / fit.length;
    expect(group.total?.value).not.toBeCloseTo(mean, 3);
    expect(group.total?.reported).toBeLessThanOrEqual(group.expected);
    expect(group.expected).toBe(15);
  });

  it('stands beside what the town itself reports, never merged with it', async () => {
    const group = communes(await compare('petitions_received', '2024'));
    expect(group.own).toMatchObject({ unit: TOWN, period: '2024' });
    expect(group.own?.value).not.toBe(group.total?.value);
    expect(group.rows.some((row) => row.figure.unit === TOWN)).toBe(false);
  });

  it('adds up the same whether by unit or by category', async () => {
    const subject = 'dossiers_received';
    const whole = communes(await compare(subject, '2024-Q2'));
    const split = (await compare(subject, '2024-Q2', { breakdown: 'procedure_field' })).groups
      .flatMap((group) => group.rows)
      .map((row) => row.figure);
    const byUnit = groupBy(split, (figure) => figure.unit);
    for (const { figure } of whole.rows) {
      const parts = byUnit.get(figure.unit) ?? [];
      if (figure.value === null || parts.length === 0 || figure.flags.includes('SUM_MISMATCH'))
        continue;
      expect(sum(parts.map((part) => part.value ?? 0)), figure.unit).toBe(figure.value);
    }
  });

  it('keeps other cut-offs apart', async () => {
    const { groups } = await compare('petitions_resolved_rate', '2025-S1');
    const here = groups.filter((group) => group.parent === TOWN && group.level === 'commune');
    expect(new Set(here.map((group) => group.cutoff)).size).toBeGreaterThan(1);
    for (const group of here) {
      const cutoffs = group.rows
        .filter((r) => r.figure.sources.length > 0)
        .map((r) => r.figure.cutoff);
      expect(new Set(cutoffs).size).toBeLessThanOrEqual(1);
    }
  });
});

describe('the count of reports', () => {
  it('holds those that are due and did not come, and those that follow from cumulative reports', async () => {
    const group = communes(await compare('dossiers_on_time_rate', '2025-Q4'));
    expect(group.expected).toBeGreaterThan(group.total?.reported ?? 0);
  });
});

describe('units without a number', () => {
  it('are told apart: not reported is not the same as no data', async () => {
    const group = communes(await compare('dossiers_on_time_rate', '2025-Q4'));
    const late = group.rows.find((row) => row.figure.unit === 'xa-tuy-man');
    expect(late?.figure).toMatchObject({ value: null, absence: 'NOT_REPORTED' });
  });

  it('are filled from earlier periods only when asked, and only backwards', async () => {
    const plain = communes(await compare('dossiers_on_time_rate', '2025-Q4'));
    const filled = communes(await compare('dossiers_on_time_rate', '2025-Q4', { tolerance: 2 }));
    const row = filled.rows.find((item) => item.figure.unit === 'xa-tuy-man');
    expect(row).toMatchObject({ period: '2025-Q4', figure: { period: '2025-Q3' } });
    const known = plain.rows.filter((item) => item.figure.value !== null);
    for (const item of known) {
      const same = filled.rows.find((other) => other.figure.unit === item.figure.unit);
      expect(same?.figure).toEqual(item.figure);
    }
  });
});

describe('a year before', () => {
  it('is the same period, and no change is told across a change of status or a break', async () => {
    const { groups } = await compare('poor_household_rate', '2024');
    const rows = groups.flatMap((group) => group.rows).filter((row) => row.before);
    expect(rows.every((row) => row.before?.period === '2023')).toBe(true);
    const change = (unit: string) => {
      const row = rows.find((item) => item.figure.unit === unit);
      return row && changeSince(row.figure, row.before, loaded.data.units, loaded.data.periods);
    };
    expect(change('phuong-cam-lu')).toBeNull();
    expect(change('phuong-truc-lang')).toBeTypeOf('number');
  });
});

describe('a trend', () => {
  const trend = (subject: string, units: string | string[], grain: 'quarter' | 'year') =>
    loaded.ask({
      ask: 'trend',
      subject,
      period: { type: 'latest' },
      ...scope,
      units: [units].flat(),
      grain,
    });

  it('has every quarter on its axis, derived ones marked, with the group and the targets', async () => {
    const answer = await trend('dossiers_on_time_rate', 'phuong-mai-huyen', 'quarter');
    expect(answer.periods.slice(0, 4)).toEqual(['2021-Q1', '2021-Q2', '2021-Q3', '2021-Q4']);
    const [line] = answer.series;
    expect(line?.points.find((point) => point.period === '2022-Q2')?.derived).toBe(true);
    expect(line?.points.find((point) => point.period === '2022-Q1')?.derived).toBe(false);
    expect(line?.targets.length).toBeGreaterThan(10);
    expect(answer.group?.parent).toBe(TOWN);
    expect(answer.own?.unit).toBe(TOWN);
  });

  it('breaks where the unit changed its status and where a break is stated', async () => {
    const answer = await trend('poor_household_rate', 'phuong-cam-lu', 'year');
    expect(answer.breaks.map((item) => item.period).sort()).toEqual(['2022', '2024']);
    expect(answer.breaks.find((item) => item.period === '2024')?.date).toBe('2024-04-01');
  });

  it('says why a period has no number', async () => {
    const units = ['xa-tuy-man', 'phuong-truc-lang'];
    const answer = await trend('dossiers_on_time_rate', units, 'quarter');
    const line = answer.series.find((series) => series.unit === 'xa-tuy-man');
    const gap = line?.points.find((point) => point.period === '2025-Q4');
    expect(gap).toMatchObject({ value: null, absence: 'NOT_REPORTED' });
  });

  it('refuses to derive across a change of cut-off', async () => {
    const answer = await trend('petitions_new', 'xa-loc-nhan', 'quarter');
    const points = answer.series[0]?.points ?? [];
    expect(points.find((point) => point.period === '2023-Q2')?.value ?? null).toBeNull();
  });
});

describe('the overview', () => {
  it('puts the unit in trouble first and counts only what is overdue', async () => {
    const answer = await loaded.ask({
      ask: 'overview',
      units: null,
      period: { type: 'latest' },
      grain: 'quarter',
    });
    const tile = answer.tiles.find((item) => item.subject === 'dossiers_in_progress_overdue');
    expect(tile?.most[0]?.unit).toBe('phuong-bich-trach');
    expect(answer.figures.length).toBeGreaterThan(100);
    expect(answer.before.every((old) => old.value !== undefined)).toBe(true);
  });
});

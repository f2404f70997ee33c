/** Changes since a base, on the simulated town and on packages written for what must not be compared. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import { changeFrom, changesOf } from '../../src/model/statistics/change.ts';
import { differenceInterval, zAmong } from '../../src/model/statistics/interval.ts';
import { orderedRows } from '../../src/model/statistics/order.ts';
import type { CompareGroup } from '../../src/question/compare.ts';
import { changeNotes, changeSentence, changeTitle, pairText } from '../../src/text/told/change.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

let town: Loaded;
beforeAll(async () => {
  town = await loadPackage('data/sample');
});
afterAll(() => town.engine.close());

interface Asked {
  readonly subject?: string;
  readonly period: string;
  readonly base?: string;
  readonly level?: string;
}

async function groupOf({ period, level = '', ...asked }: Asked): Promise<CompareGroup> {
  const { groups } = await town.ask({
    ask: 'compare',
    ...{ subject: 'dossiers_on_time_rate', body: null, peers: [], ...asked },
    units: level ? null : town.data.units.children('thi-xa-lam-khue'),
    ...{ period: parseUrl(`?period=${period}`).state.period, grain: 'any', level },
    ...{ breakdown: '', category: '', tolerance: 0 },
  });
  const [first] = groups;
  if (!first) throw new Error(`nothing in ${period}`);
  return first;
}

const subjectNamed = (id = 'dossiers_on_time_rate') => {
  const subject = subjectOf(town.data, id);
  if (!subject) throw new Error(id);
  return subject;
};

describe('the base of a change', () => {
  it('is the same period of the year before where nothing is said', async () => {
    const { rows } = await groupOf({ period: '2024-Q4' });
    expect(rows.every(({ base }) => base === undefined)).toBe(true);
    const told = [...changesOf(town.data, subjectNamed(), rows).values()];
    expect(told.filter(({ by }) => by !== null).length).toBeGreaterThan(10);
    expect(new Set(told.flatMap(({ base }) => base?.period ?? []))).toEqual(new Set(['2023-Q4']));
  });

  it('is the period before, across the turn of the year, or any chosen one', async () => {
    const periods = async (asked: Asked) => {
      const { rows } = await groupOf(asked);
      return new Set(rows.flatMap(({ base }) => base?.period ?? []));
    };
    expect(await periods({ period: '2024-Q1', base: 'previous' })).toEqual(new Set(['2023-Q4']));
    expect(await periods({ period: '2024-Q4', base: '2022-Q2' })).toEqual(new Set(['2022-Q2']));
  });

  it('orders the rows by the change since it, who lost most first', async () => {
    const { rows } = await groupOf({ period: '2024-Q4', base: '2022-Q2' });
    const sorted = orderedRows(town.data, rows, 'change').map(({ figure, base = null }) =>
      changeFrom(town.data, figure, base),
    );
    const known = sorted.filter((by) => by !== null);
    expect(known.length).toBeGreaterThan(8);
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(sorted.slice(known.length).every((by) => by === null)).toBe(true);
  });

  it('of another length, or not earlier, is not compared', async () => {
    for (const base of ['2023', '2025-Q1', '2024-Q4']) {
      const { rows } = await groupOf({ period: '2024-Q4', base });
      const told = [...changesOf(town.data, subjectNamed(), rows).values()];
      expect(told.every(({ by }) => by === null)).toBe(true);
      expect(told.some(({ reason }) => reason === 'unlike')).toBe(true);
      expect(
        changeSentence(town.data, subjectNamed(), await groupOf({ period: '2024-Q4', base }), base),
      ).toBe('');
    }
  });

  it('works for a level by what is below', async () => {
    const { rows } = await groupOf({ period: '2024-Q4', base: 'previous', level: 'district' });
    const [row] = rows;
    expect(row?.figure.sum?.of).toBe('below');
    expect(row?.base === null || row?.base?.period === '2024-Q3').toBe(true);
  });
});

describe('a change', () => {
  it('is beyond chance by its interval among so many and by its size', async () => {
    const { rows } = await groupOf({ period: '2024' });
    const told = [...changesOf(town.data, subjectNamed(), rows).values()];
    const judged = told.filter(({ verdict }) => verdict !== null);
    const z = zAmong(judged.length);
    for (const { figure, base, by, verdict } of judged) {
      const share = ({
        numerator,
        denominator,
      }: {
        numerator: number | null;
        denominator: number | null;
      }) => ({
        x: numerator ?? 0,
        n: denominator ?? 1,
      });
      if (!base) throw new Error('no base');
      const { low, high } = differenceInterval(share(figure), share(base), z);
      const isClear = Math.abs(by ?? 0) >= 5 && (high < 0 || low > 0);
      expect(verdict !== 'similar').toBe(isClear);
    }
    expect(judged.some(({ verdict }) => verdict === 'lower')).toBe(true);
  });

  it('of less where less is better is good news', async () => {
    const id = 'dossiers_late_rate';
    const { rows } = await groupOf({ subject: id, period: '2024' });
    const told = [...changesOf(town.data, subjectNamed(id), rows).values()];
    const rising = told.filter(({ verdict }) => verdict === 'higher');
    expect(rising.length).toBeGreaterThan(0);
    expect(rising.every(({ meaning }) => meaning === 'worse')).toBe(true);
  });

  it('is told with both values; title and sentence name only who moved beyond chance', async () => {
    const group = await groupOf({ period: '2024' });
    const subject = subjectNamed();
    const changes = [...changesOf(town.data, subject, group.rows).values()];
    const moved = changes.filter(({ meaning }) => meaning === 'worse');
    const sentence = changeSentence(town.data, subject, group, 'year');
    const [first] = moved.sort((a, b) => (a.by ?? 0) - (b.by ?? 0));
    expect(first && sentence.includes(pairText(subject, first))).toBe(true);
    expect(sentence).toContain('năm 2023');
    expect(changeTitle(town.data, subject, group).named.size).toBe(moved.length);
    expect(changeNotes(town.data, subject, changes, 'year').join()).toContain('Bonferroni');
  });

  it('without a value at the base is a reason, not a zero', async () => {
    const { rows } = await groupOf({ period: '2021-Q1' });
    const told = [...changesOf(town.data, subjectNamed(), rows).values()];
    expect(told.every(({ by }) => by === null)).toBe(true);
    expect(new Set(told.map(({ reason }) => reason))).not.toContain('');
  });
});

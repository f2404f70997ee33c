/** Orders, verdicts, ranks and what is told of a row, on the comparison of the simulated town. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import { aheadOfTarget, type Order, orderedRows } from '../../src/model/statistics/order.ts';
import { changeSince } from '../../src/model/time/comparison.ts';
import { compareNames } from '../../src/model/writing/fold.ts';
import type { CompareGroup } from '../../src/question/compare.ts';
import { unitName } from '../../src/text/name.ts';
import { judged } from '../../src/text/told/sentence.ts';
import { explanations, rowFacts, standingsIn, verdictWords } from '../../src/text/told/standing.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

let town: Loaded;
beforeAll(async () => {
  town = await loadPackage('data/sample');
});
afterAll(() => town.engine.close());

async function groupOf(subject: string, period: string): Promise<CompareGroup> {
  const { groups } = await town.ask({
    ask: 'compare',
    ...{ subject, units: town.data.units.children('thi-xa-lam-khue'), body: null, peers: [] },
    ...{ period: parseUrl(`?period=${period}`).state.period, grain: 'any' },
    ...{ breakdown: '', category: '', tolerance: 0 },
  });
  const [first] = groups;
  if (!first) throw new Error(`nothing of ${subject} in ${period}`);
  return first;
}

const subjectNamed = (id: string) => {
  const subject = subjectOf(town.data, id);
  if (!subject) throw new Error(id);
  return subject;
};

const rising = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null);
  expect(known.length).toBeGreaterThan(5);
  expect(known).toEqual([...known].sort((a, b) => a - b));
  expect(values.slice(known.length).every((value) => value === null)).toBe(true); // what has none stands last
};

describe('the order of a comparison', () => {
  const values = (group: CompareGroup, order: Order) =>
    orderedRows(town.data, group.rows, order).map(({ figure }) => figure.value);

  it('has the worst first, which of poverty is the most', async () => {
    rising(values(await groupOf('dossiers_on_time_rate', '2025'), 'worst'));
    rising(values(await groupOf('poor_household_rate', '2024'), 'best'));
  });

  it('by change has first who lost most, by target who is furthest behind', async () => {
    const group = await groupOf('dossiers_on_time_rate', '2024');
    const { units, periods } = town.data;
    rising(
      orderedRows(town.data, group.rows, 'change').map(({ figure, before }) =>
        changeSince(figure, before, units, periods),
      ),
    );
    rising(
      orderedRows(town.data, group.rows, 'target').map((row) => aheadOfTarget(town.data, row)),
    );
  });

  it('by name is that of a Vietnamese register, also where more is neither good nor bad', async () => {
    const named = (group: CompareGroup, order: Order) =>
      orderedRows(town.data, group.rows, order).map(({ figure }) =>
        unitName(town.data, figure.unit, figure.period),
      );
    const group = await groupOf('dossiers_received', '2024');
    const names = named(group, 'name');
    expect(names).toEqual([...names].sort(compareNames));
    expect(named(group, 'worst')).toEqual(names);
    expect(named(group, 'target')).toEqual(names);
  });
});

describe('what is told of a row', () => {
  it('is a verdict where the sentence names the unit, and nowhere else', async () => {
    for (const [id, period] of [
      ['dossiers_on_time_rate', '2025'],
      ['poor_household_rate', '2024'],
      ['dossiers_online_rate', '2024-Q4'],
    ] as const) {
      const subject = subjectNamed(id);
      const group = await groupOf(id, period);
      const standings = standingsIn(town.data, subject, [group]);
      const { lower, higher } = judged(town.data, subject, group);
      for (const { figure } of group.rows) {
        const standing = standings.get(figure);
        const found = standing && verdictWords(subject, figure, standing, group);
        const isNamed = lower.includes(figure) || higher.includes(figure);
        expect(found?.tone === 'worse' || found?.tone === 'better').toBe(isNamed);
        if (!standing?.rank) continue;
        expect(standing.rank.best).toBeLessThanOrEqual(standing.rank.worst);
        expect(standing.rank.worst).toBeLessThanOrEqual(standing.rank.of);
      }
    }
  });

  it('says how far the target is, and that it is just reached only where both read alike', async () => {
    const subject = subjectNamed('dossiers_on_time_rate');
    const group = await groupOf('dossiers_on_time_rate', '2024');
    const standings = standingsIn(town.data, subject, [group]);
    const told = (unit: string) => {
      const row = group.rows.find(({ figure }) => figure.unit === unit);
      const standing = row && standings.get(row.figure);
      return row && standing ? rowFacts(town.data, subject, row, group, standing).join(' | ') : '';
    };
    expect(told('xa-ninh-hac')).toContain('97,5% · 866/888');
    expect(told('xa-ninh-hac')).toContain('chỉ tiêu 98%, còn cách 0,5 điểm');
    expect(told('xa-ninh-hac')).toContain(
      'còn thiếu 5 hồ sơ giải quyết trước hạn và đúng hạn để đạt 98%',
    );
    expect(told('xa-sa-khue')).toContain('chỉ tiêu 98%, vượt 0,3 điểm');
    expect(told('xa-sa-khue')).toContain('cùng kỳ 98,9% (−0,6 điểm)');
    expect(told('phuong-bich-trach')).toContain('thấp hơn mức chung 97,3%');
    expect(told('phuong-bich-trach')).toContain('hạng 15 trong 15');
  });

  it('is explained: the gap, how many are compared at once, what a range is', async () => {
    const subject = subjectNamed('dossiers_on_time_rate');
    const group = await groupOf('dossiers_on_time_rate', '2024');
    const standings = [...standingsIn(town.data, subject, [group]).values()];
    const said = explanations(town.data, subject, group, standings).join(' ');
    expect(said).toContain('từ 5 điểm trở lên');
    expect(said).toContain('so 15 đơn vị cùng một lúc');
    expect(said).toContain(words.comparing.explainRank);
    expect(said).toContain(words.comparing.explainInterval);
    const counts = subjectNamed('dossiers_received');
    const other = await groupOf('dossiers_received', '2024');
    const found = standingsIn(town.data, counts, [other]);
    expect(explanations(town.data, counts, other, [...found.values()])).toEqual([
      words.comparing.explainInterval,
    ]);
  });
});

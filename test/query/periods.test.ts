/** Cumulative reports of an unseen package: the right quarters, and none where there must be none. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../src/model/figure.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { EVERY_FIGURE } from '../support/questions.ts';

const units = `unit,name,kind,level,parent
county,Huyện A,huyện,district,
good,Xã Tốt,xã,commune,county
mixed,Xã Lẫn,xã,commune,county
early,Xã Sớm,xã,commune,county
fallen,Xã Giảm,xã,commune,county
stocky,Xã Tồn,xã,commune,county
`;
const sources = `source,unit,period,cutoff,signed_on
good-q1,good,2024-Q1,calendar,2024-04-02
good-s1,good,2024-S1,calendar,2024-07-03
good-9m,good,2024-01-01/P9M,calendar,2024-10-02
good-y,good,2024,calendar,2025-01-05
mixed-q1,mixed,2024-Q1,day14,2024-03-20
mixed-s1,mixed,2024-S1,calendar,2024-07-03
early-q1,early,2024-Q1,calendar,2024-04-02
early-s1,early,2024-S1,calendar,2024-05-26
fallen-q1,fallen,2024-Q1,calendar,2024-04-02
fallen-s1,fallen,2024-S1,calendar,2024-07-03
stocky-q1,stocky,2024-Q1,calendar,2024-04-02
stocky-s1,stocky,2024-S1,calendar,2024-07-03
`;
const measures = `measure,name,temporal,opens,unit_label
cases_received,Vụ phải xử lý,load,,vụ
cases_new,Vụ mới,flow,,vụ
cases_carried,Vụ chuyển sang,opening,cases_open,vụ
cases_open,Vụ còn lại,stock,,vụ
cases_done,Vụ xong,flow,,vụ
fee,Mức thu,none,,đồng
`;
const indicators = `indicator,name,numerator,denominator,scale,decimals,direction
done_rate,Tỷ lệ xong,cases_done,cases_received,100,1,up
settled_rate,Tỷ lệ xong trong số đã rõ,cases_done,cases_new - cases_open?,100,1,
`;
const identities = `identity,total,relation,parts,use
load_rule,cases_received,=,cases_new + cases_carried,check
`;
const rows = [
  // Cumulative flows of one cut-off: 10, 25, 45, 70.
  ...[
    ['2024-Q1', 'q1', 10, 8],
    ['2024-S1', 's1', 25, 20],
    ['2024-01-01/P9M', '9m', 45, 38],
    ['2024', 'y', 70, 60],
  ].flatMap(([period, key, fresh, done]) => [
    `good,${period},cases_new,${fresh},good-${key}`,
    `good,${period},cases_done,${done},good-${key}`,
  ]),
  'good,2024-Q1,cases_carried,5,good-q1',
  'good,2024-Q1,cases_open,7,good-q1',
  'good,2024-S1,cases_open,10,good-s1',
  'good,2024,cases_open,15,good-y',
  'good,2024-Q1,fee,3000,good-q1',
  'good,2024-S1,fee,3000,good-s1',
  // Day 15 to day 14 in the first quarter, calendar in the half year.
  'mixed,2024-Q1,cases_new,10,mixed-q1',
  'mixed,2024-S1,cases_new,25,mixed-s1',
  // The half-year report was signed on 26 May: it does not reach the end of June.
  'early,2024-Q1,cases_new,10,early-q1',
  'early,2024-S1,cases_new,25,early-s1',
  // A cumulative figure that falls.
  'fallen,2024-Q1,cases_new,30,fallen-q1',
  'fallen,2024-S1,cases_new,25,fallen-s1',
  // Stocks at two ends: nothing to subtract.
  'stocky,2024-Q1,cases_open,4,stocky-q1',
  'stocky,2024-S1,cases_open,9,stocky-s1',
  'stocky,2024-Q1,cases_received,12,stocky-q1',
  'stocky,2024-S1,cases_received,20,stocky-s1',
];
const path = 'packages/cumulative';
const resource = (name: string) => ({ name, path: `${name}.csv`, format: 'csv' });
const names = ['units', 'sources', 'measures', 'indicators', 'identities', 'observations'];
const files = {
  [`${path}/datapackage.json`]: JSON.stringify({
    name: 'cumulative',
    resources: names.map(resource),
  }),
  [`${path}/units.csv`]: units,
  [`${path}/sources.csv`]: sources,
  [`${path}/measures.csv`]: measures,
  [`${path}/indicators.csv`]: indicators,
  [`${path}/identities.csv`]: identities,
  [`${path}/observations.csv`]: `unit,period,measure,value,source\n${rows.join('\n')}\n`,
};

let loaded: Loaded;
let figures: readonly Figure[];
beforeAll(async () => {
  loaded = await loadPackage(path, files);
  const answer = await loaded.ask(EVERY_FIGURE);
  figures = answer.figures;
});

const value = (unit: string, subject: string, period: string) =>
  figures.find((f) => f.unit === unit && f.subject === subject && f.period === period)?.value ??
  null;

describe('cumulative reports', () => {
  it.each([
    ['2024-Q1', 10],
    ['2024-Q2', 15],
    ['2024-Q3', 20],
    ['2024-Q4', 25],
    ['2024-S2', 45],
    ['2024', 70],
  ])('give %s as %d, marked as derived unless it was stated', (period, expected) => {
    const figure = figures.find(
      (f) => f.unit === 'good' && f.subject === 'cases_new' && f.period === period,
    );
    expect(figure?.value).toBe(expected);
    const stated = ['2024-Q1', '2024'].includes(period);
    expect(figure?.flags.includes('DERIVED')).toBe(!stated);
  });

  it('add back to what was stated', () => {
    for (const subject of ['cases_new', 'cases_done']) {
      const quarters = [1, 2, 3, 4].map(
        (quarter) => value('good', subject, `2024-Q${quarter}`) ?? Number.NaN,
      );
      expect(quarters.reduce((a, b) => a + b)).toBe(value('good', subject, '2024'));
      expect((quarters[0] ?? 0) + (quarters[1] ?? 0)).toBe(value('good', subject, '2024-S1'));
    }
  });

  it('carry openings from the closing before and make loads of opening and new, never of loads', () => {
    expect(value('good', 'cases_carried', '2024-Q2')).toBe(7);
    expect(value('good', 'cases_received', '2024-Q2')).toBe(22);
    expect(value('good', 'cases_carried', '2024')).toBe(5);
    expect(value('good', 'cases_received', '2024-S1')).toBe(30);
    expect(value('good', 'done_rate', '2024-Q2')).toBeCloseTo((12 / 22) * 100, 9);
    expect(value('stocky', 'cases_received', '2024-Q2')).toBeNull();
  });

  it('never subtract stocks or things that do not add over time', () => {
    expect(value('good', 'cases_open', '2024-Q2')).toBe(10);
    expect(value('stocky', 'cases_open', '2024-S1')).toBe(9);
    expect(value('good', 'fee', '2024-Q2')).toBeNull();
  });

  it('leave an optional stock of another period out, and say that it is missing', async () => {
    const ofThird = { unit: 'good', subject: 'settled_rate', period: '2024-Q3' };
    expect(
      figures.find((f) => Object.entries(ofThird).every(([k, v]) => f[k as 'unit'] === v)),
    ).toMatchObject({
      ...{ value: 90, numerator: 18, denominator: 20 },
      flags: expect.arrayContaining(['PART_MISSING']),
    });
    expect(value('good', 'settled_rate', '2024')).toBeCloseTo((60 / 55) * 100, 9);
    const question = { ask: 'origin', ...ofThird, breakdown: '', category: '', body: '' } as const;
    const { parts } = await loaded.ask(question);
    expect(parts.find(({ measure }) => measure === 'cases_open')?.value).toBeNull();
  });

  it('derive nothing across different cut-offs', () => {
    expect(value('mixed', 'cases_new', '2024-Q2')).toBeNull();
  });

  it('never call what ends on 26 May the second quarter', () => {
    expect(value('early', 'cases_new', '2024-Q2')).toBeNull();
    expect(figures.find((f) => f.unit === 'early' && f.period === '2024-S1')?.status).toBe('P');
  });

  it('raise an issue instead of a negative count where a cumulative figure falls', async () => {
    expect(value('fallen', 'cases_new', '2024-Q2')).toBeNull();
    const { issues } = await loaded.ask({
      ask: 'issues',
      units: ['fallen'],
      severities: [],
      codes: ['CUMULATIVE_FALLS'],
      source: '',
      period: '',
      limit: 100,
    });
    expect(issues.map((issue) => [issue.period, issue.found])).toEqual([['2024-S1', 25]]);
    expect(figures.find((f) => f.unit === 'fallen' && f.period === '2024-S1')?.flags).toContain(
      'CUMULATIVE_FALLS',
    );
  });
});

/** Small counts of neighbourhoods: hidden everywhere, and nothing gives them away. */
import { beforeAll, describe, expect, it } from 'vitest';
import { subjectOf } from '../../src/model/dataset.ts';
import type { Figure } from '../../src/model/figure.ts';
import { figureText } from '../../src/text/figure.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { EVERY_FIGURE } from '../support/questions.ts';

const path = 'packages/small';
const csv = (name: string, text: string) => ({ [`${path}/${name}.csv`]: text });
const files = {
  [`${path}/datapackage.json`]: JSON.stringify({
    name: 'small',
    resources: ['units', 'measures', 'indicators', 'categories', 'identities', 'observations'].map(
      (name) => ({
        name,
        path: `${name}.csv`,
        format: 'csv',
      }),
    ),
  }),
  ...csv(
    'units',
    `unit,name,level,parent
ward,Phường Mẫu,commune,
north,Tổ Bắc,neighbourhood,ward
south,Tổ Nam,neighbourhood,ward
east,Tổ Đông,neighbourhood,ward
class-a,Lớp A,class,ward
`,
  ),
  ...csv(
    'measures',
    `measure,name,temporal,min_count
poor,Hộ nghèo,stock,5
homes,Số hộ,stock,
visits,Lượt,flow,5
`,
  ),
  ...csv(
    'indicators',
    'indicator,name,numerator,denominator,scale\npoor_rate,Tỷ lệ hộ nghèo,poor,homes,100\n',
  ),
  ...csv('categories', 'breakdown,category,name\nsex,male,Nam\nsex,female,Nữ\n'),
  ...csv('identities', 'identity,total,relation,parts,breakdown,use\nby_sex,visits,=,,sex,check\n'),
  ...csv(
    'observations',
    `unit,period,measure,breakdown,category,value,printed
ward,2024,poor,,,30,30 hộ
ward,2024,homes,,,400,
north,2024,poor,,,3,03 hộ
north,2024,homes,,,100,
north,2024,poor_rate,,,3,"3,0%"
south,2024,poor,,,9,
south,2024,homes,,,150,
east,2024,poor,,,18,
east,2024,homes,,,150,
east,2024,poor_rate,,,12,
class-a,2024,visits,,,20,
class-a,2024,visits,sex,male,2,02 lượt
class-a,2024,visits,sex,female,18,
class-a,2024-Q1,visits,,,4,
class-a,2024-Q2,visits,,,6,
class-a,2024-S1,visits,,,10,
ward,2024-Q1,visits,,,3,
south,2023,poor,,,0,
`,
  ),
};

let loaded: Loaded;
let figures: readonly Figure[];
beforeAll(async () => {
  loaded = await loadPackage(path, files);
  figures = (await loaded.ask(EVERY_FIGURE)).figures;
});
const figure = (unit: string, subject: string, period = '2024', category = '') =>
  figures.find(
    (f) =>
      f.unit === unit && f.subject === subject && f.period === period && f.category === category,
  );
const words = (found: Figure | undefined) => {
  const subject = found && subjectOf(loaded.data, found.subject);
  return found && subject ? figureText(subject, found) : undefined;
};

describe('small counts', () => {
  it('of neighbourhoods are shown as fewer than the limit; zero stays zero', () => {
    expect(figure('north', 'poor')).toMatchObject({ value: null, absence: 'SUPPRESSED' });
    expect(words(figure('north', 'poor'))).toBe('ít hơn 5');
    expect(figure('south', 'poor', '2023')?.value).toBe(0);
  });

  it('take the smallest sibling with them, because the ward’s total is published', () => {
    expect(words(figure('south', 'poor'))).toBe('không công bố');
    expect(figure('east', 'poor')?.value).toBe(18);
    expect(figure('ward', 'poor')?.value).toBe(30);
  });

  it('hide the rate that would give them away, computed or reported', () => {
    expect(figure('north', 'poor_rate')).toMatchObject({
      value: null,
      reported: null,
      absence: 'SUPPRESSED',
    });
    expect(figure('east', 'poor_rate')?.value).toBe(12);
  });

  it('of a category take another category or the total with them', () => {
    const open = [
      figure('class-a', 'visits'),
      figure('class-a', 'visits', '2024', 'male'),
      figure('class-a', 'visits', '2024', 'female'),
    ];
    expect(open.filter((f) => f?.value === null)).toHaveLength(2);
    expect(open[1]?.value).toBeNull();
  });

  it('of a quarter cannot be found by subtracting the other from the half year', () => {
    const open = ['2024-Q1', '2024-Q2', '2024-S1'].map(
      (period) => figure('class-a', 'visits', period)?.value ?? null,
    );
    expect(open.filter((value) => value === null)).toHaveLength(2);
    expect(open[0]).toBeNull();
  });

  it('of a commune are published', () => {
    expect(figure('ward', 'visits', '2024-Q1')?.value).toBe(3);
  });

  it('do not stand in the statements behind a number either', async () => {
    const { statements } = await loaded.ask({ ask: 'profile', unit: 'north', body: null });
    const poor = statements.filter((s) => s.measure === 'poor' || s.measure === 'poor_rate');
    expect(poor.map((s) => [s.value, s.printed, s.status])).toEqual([
      [null, '', 'Q'],
      [null, '', 'Q'],
    ]);
  });
});

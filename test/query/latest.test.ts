/** Each unit's latest figure: most units are at one year, some have reported since, one never got so far. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { subjectOf } from '../../src/model/dataset.ts';
import type { PeriodChoice } from '../../src/question/scope.ts';
import { compareSentence } from '../../src/text/told/sentence.ts';
import { besidePeriods } from '../../src/view/compare/neighbours.ts';
import { descriptor, table } from '../packages/fixture.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';

const REPORTED = {
  ...{ an: ['2025'], ba: ['2025'], ca: ['2025'], da: ['2025', '2026-Q1'], em: ['2025', '2026-Q1'] },
  ...{ gam: ['2025', '2026-Q1'], giang: ['2024'] }, // of 'gam' the newer rate cannot be computed
};

let loaded: Loaded;
beforeAll(async () => {
  const units = Object.keys(REPORTED).map((unit) => `${unit},Xã ${unit},commune,huyen`);
  const rows = Object.entries(REPORTED).flatMap(([unit, periods]) =>
    periods.flatMap((period) => [
      ...(unit === 'gam' && period === '2026-Q1'
        ? []
        : [`${unit},${period},dossiers_received,100`]),
      `${unit},${period},dossiers_received_online,60`,
      `${unit},${period},dossiers_in_progress_overdue,1`,
    ]),
  );
  loaded = await loadFixture({
    files: {
      'datapackage.json': descriptor('latest', 'Bảy xã', [
        { name: 'units', path: 'units.csv' },
        { name: 'observations', path: 'observations.csv' },
      ]),
      'units.csv': table(`
        unit,name,level,parent
        huyen,Huyện A,district,
        ${units.join('\n')}`),
      'observations.csv': table(`
        unit,period,measure,value
        ${rows.join('\n')}`),
    },
  });
});
afterAll(() => loaded.engine.close());

it('units that have reported since are ahead of the others, and have a value of their own period', async () => {
  const { groups } = await loaded.ask({
    ask: 'compare',
    ...{ subject: 'dossiers_online_rate', units: null, peers: [], body: null, grain: 'any' },
    ...{ breakdown: '', category: '', period: { type: 'latest' } },
  });
  const told = groups.map(({ period, rows, ahead, behind, total }) => [
    ...[period, rows.map(({ figure }) => figure.unit).join(' ')],
    ...[ahead ?? '', behind ?? '', total?.value ?? null],
  ]);
  expect(told).toEqual([
    ['2025', 'an ba ca', '', '', 60],
    ['2026-Q1', 'da em gam', '2025', '', 60],
    ['2024', 'giang', '', '2025', null],
  ]);
});

it('a step beyond the last year leads to the quarter after it, and back', async () => {
  const { data, ask } = loaded;
  const uses = await ask({ ask: 'subjects' });
  const use = uses.find(({ subject }) => subject === 'dossiers_online_rate');
  expect(besidePeriods(data, use, '2024')).toEqual({ before: undefined, after: '2025' });
  expect(besidePeriods(data, use, '2025')).toEqual({ before: '2024', after: '2026-Q1' });
  expect(besidePeriods(data, use, '2026-Q1')).toEqual({ before: '2025', after: undefined });
});

it('units that are ahead are told as newer, not as missing; the whole of one period counts all that are shown', async () => {
  const { data, ask } = loaded;
  const subject = subjectOf(data, 'dossiers_online_rate');
  if (!subject) throw new Error('no subject');
  const told = async (period: PeriodChoice) => {
    const { groups } = await ask({
      ask: 'compare',
      ...{ subject: 'dossiers_online_rate', units: null, peers: [], body: null, grain: 'any' },
      ...{ breakdown: '', category: '', period },
    });
    return compareSentence(data, subject, groups).split('. ').at(1)?.replace(/\.$/, '');
  };
  const latest = await told({ type: 'latest' });
  expect(latest).toBe(
    '3 đơn vị ở năm 2025; 3 đơn vị đã có số liệu mới hơn; 1 đơn vị chưa có số liệu kỳ này',
  );
  expect(await told({ type: 'one', code: '2025' })).toBe('6/7 đơn vị đã báo cáo, năm 2025');
  expect(await told({ type: 'one', code: '2026-Q1' })).toBe('2/7 đơn vị đã báo cáo, quý I/2026');
});

it('a tile of the overview tells the same', async () => {
  const { tiles } = await loaded.ask({
    ask: 'overview',
    ...{ units: null, period: { type: 'latest' }, grain: 'any' },
  });
  expect(
    tiles.map(({ subject, period, units, newer, expected }) => [
      ...[subject, period, units, newer, expected],
    ]),
  ).toEqual([['dossiers_in_progress_overdue', '2025', 3, 3, 7]]);
});

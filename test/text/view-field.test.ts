/** What files say of a change and of an explanation: the numbers of the drawing, unrounded, one row a figure. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { workbookSheets } from '../../src/share/excel/workbook.ts';
import { exportRows } from '../../src/share/rows.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { type BriefingSheet, sheetsOf } from '../../src/slide/paper/sheets.ts';
import { vi } from '../../src/text/vi/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const CHANGE =
  '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue&chart=change';
const EXPLAIN =
  '?view=explain&indicator=dossiers_online_rate&unit=thi-xa-lam-khue&period=2024-Q4&against=year';

let town: Loaded;
let desk: SlideDesk;
beforeAll(async () => {
  town = await loadPackage('data/sample');
  const { data, ask } = town;
  const state = parseUrl(`?package=${data.path}`).state;
  desk = { data, ask, state, checked: true, organisation: '', settled: [] };
});
afterAll(() => town.engine.close());

async function sheetAt(query: string): Promise<BriefingSheet> {
  const [sheet] = await sheetsOf(desk, [{ id: '', query, name: '', title: 'x', note: '' }]);
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** Rows of the export with numbers where they have some. */
async function rowsAt(query: string) {
  const { figures, more } = await sheetAt(query);
  const rows = exportRows(town.data, figures, more);
  return rows.map((row) => ({ row, number: (column: string) => Number(row[column]) }));
}

it('each unit has its value at the base, the change, how far chance reaches, and the verdict', async () => {
  const all = await rowsAt(CHANGE);
  const changed = all.filter(({ row }) => row.change !== null);
  expect(changed.length).toBeGreaterThan(10);
  for (const { row, number } of changed) {
    const then = all.find((one) => one.row.unit === row.unit && one.row.period === row.base_period);
    expect(row.base_period).toBe('2023');
    expect(number('base_value')).toBe(then?.number('value'));
    expect(number('change')).toBeCloseTo(number('value') - number('base_value'), 10);
    expect(number('change_low')).toBeLessThan(number('change'));
    expect(number('change_high')).toBeGreaterThan(number('change'));
    const isClear = ['better', 'worse'].includes(String(row.change_verdict));
    if (isClear) expect(number('change_low') * number('change_high')).toBeGreaterThan(0);
  }
  expect(changed.filter(({ row }) => row.change_verdict === 'worse')).toHaveLength(1);
  const bases = all.filter(({ row }) => row.period === '2023');
  expect(bases.every(({ row }) => row.change === null && row.change_verdict === null)).toBe(true);
});

it('what parts give stands with each part, adds up, and is the difference of the whole', async () => {
  const all = await rowsAt(EXPLAIN);
  const given = all.filter(({ row }) => row.effect !== null);
  const whole = given.filter(
    ({ row }) => row.unit === 'thi-xa-lam-khue' && row.period === '2024-Q4' && !row.category,
  );
  const parts = given.filter((one) => !whole.includes(one));
  expect(whole).toHaveLength(1);
  expect(parts.length).toBeGreaterThan(3);
  for (const { number } of given)
    expect(number('rate_effect') + number('mix_effect')).toBeCloseTo(number('effect'), 10);
  const sum = parts.reduce((total, { number }) => total + number('effect'), 0);
  expect(sum).toBeCloseTo(whole[0]?.number('effect') ?? 0, 10);
  const before = all.find(
    ({ row }) => row.unit === 'thi-xa-lam-khue' && row.period === '2023-Q4' && !row.category,
  );
  const difference = (whole[0]?.number('value') ?? 0) - (before?.number('value') ?? 0);
  expect(sum).toBeCloseTo(difference, 8);
});

it('a workbook has them as numbers in words, and again beside the codes', async () => {
  const sheet = await sheetAt(CHANGE);
  const { sheets } = workbookSheets({ data: town.data, sheets: [sheet] });
  const [shown = [], codes = []] = sheets.map(({ data }) => data);
  const inCell = (cell: unknown) => (cell as { value?: unknown } | null)?.value;
  const head = shown.findIndex((row) => row.some((cell) => inCell(cell) === vi.column.value));
  const at = shown[head]?.findIndex((cell) => inCell(cell) === vi.comparing.change.columns.change);
  const changes = shown.slice(head + 1).map((row) => inCell(row[at ?? -1]));
  const rows = exportRows(town.data, sheet.figures, sheet.more);
  expect(changes.map((value) => value ?? null)).toEqual(rows.map(({ change }) => change));
  const column = codes[0]?.findIndex((cell) => inCell(cell) === 'change') ?? -1;
  expect(codes.slice(1).map((row) => inCell(row[column]) ?? null)).toEqual(
    rows.map(({ change }) => change),
  );
});

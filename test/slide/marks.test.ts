/** What is drawn in tables: bars towards targets, parts of a whole, lists where a board has no place. */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { columnWidths } from '../../src/slide/page/columns.ts';
import type { TableSlide } from '../../src/slide/slide.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

let sample: Loaded;
let reports: Loaded;

beforeAll(async () => {
  [sample, reports] = await Promise.all([loadPackage('data/sample'), loadPackage('data/reports')]);
});

async function tables({ data, ask }: Loaded, query: string): Promise<TableSlide[]> {
  const { state } = parseUrl(`?package=${data.path}`);
  const desk = { data, ask, state, checked: true, organisation: '', settled: [] };
  const { slides } = await slidesOf(desk, { query, note: '' });
  return slides.filter((slide) => slide.type === 'table');
}

describe('bars towards targets', () => {
  it('end short of the tick, or beyond it where less is better, wherever a target is missed', async () => {
    const [page] = await tables(sample, '?view=unit&unit=phuong-bich-trach');
    const at = page?.columns.findIndex(({ isDrawn }) => isDrawn) ?? -1;
    const drawn = page?.rows.flatMap((row) => {
      const bar = row[at]?.bar;
      return bar ? [{ ...bar, isRed: row[at - 1]?.tone === 'error', goal: row[at + 1]?.text }] : [];
    });
    expect(drawn?.length).toBeGreaterThan(4);
    for (const { value, target, isMissed, isRed, goal = '' } of drawn ?? []) {
      expect(isMissed).toBe(isRed);
      expect(goal.startsWith('≤') ? value > (target ?? 0) : value < (target ?? 0)).toBe(isMissed);
      expect(Math.max(value, target ?? 0)).toBeLessThanOrEqual(1);
    }
    expect(new Set(drawn?.map(({ goal = '' }) => goal.startsWith('≤'))).size).toBe(2); // both were tried
  });

  it('stand for the numbers beside them', async () => {
    const [page] = await tables(sample, '?view=unit&unit=phuong-bich-trach');
    const at = page?.columns.findIndex(({ isDrawn }) => isDrawn) ?? -1;
    const numberIn = (text = '') => Number(/[\d,]+/.exec(text)?.[0].replace(',', '.'));
    for (const row of page?.rows ?? []) {
      const bar = row[at]?.bar;
      if (!bar) continue;
      const [value, goal] = [numberIn(row[at - 1]?.text), numberIn(row[at + 1]?.text)];
      expect((bar.value / (bar.target ?? 1)) * goal).toBeCloseTo(value, 0);
    }
  });

  it('have no column where nothing has a target, and nothing is stated against its counts', async () => {
    const [page] = await tables(reports, '?view=unit&unit=huyen-binh-son');
    expect(page?.rows.length).toBeGreaterThan(0);
    expect(page?.columns.some(({ isDrawn }) => isDrawn)).toBe(false);
  });
});

describe('without targets', () => {
  it('a tick stands where the report states another rate than its counts give, and only there', async () => {
    const [page] = await tables(reports, '?view=unit&unit=phuong-pho-hoa');
    const at = page?.columns.findIndex(({ isDrawn }) => isDrawn) ?? -1;
    const bars = page?.rows.flatMap((row) => {
      const bar = row[at]?.bar;
      return bar ? [{ ...bar, text: row[at - 1]?.text ?? '', note: row[at + 1]?.text ?? '' }] : [];
    });
    const ticked = bars?.filter(({ target }) => target !== null) ?? [];
    expect(ticked.map(({ text, target }) => [text, target])).toEqual([['20,9%*', 1]]);
    expect(ticked[0]?.note).toContain('100%');
    expect(ticked[0]?.value).toBeCloseTo(114 / 545, 8);
    expect(bars?.length).toBeGreaterThan(2);
    const handful = page?.rows.filter((row) => row[at - 1]?.text.includes('/')) ?? [];
    expect(handful.length).toBeGreaterThan(0);
    for (const row of handful) expect(row[at]?.bar).toBeUndefined(); // "1/1": no share of it is read
    expect(page?.footnotes).toContain(words.present.statedTicks);
  });

  it('what may be used is said to be, and stands before what is for reference', async () => {
    const [page] = await tables(reports, '?view=unit&unit=phuong-pho-hoa');
    const notes = page?.rows.map((row) => row.at(-1)?.text ?? '') ?? [];
    const { canBeUsed } = words.present.uses;
    const usable = page?.rows.filter((row) => row.at(-1)?.text === canBeUsed) ?? [];
    expect(usable.map(([name]) => /\(\d+\/\d+\)$/.exec(name?.text ?? '')?.[0]).sort()).toEqual([
      '(134/144)',
      '(45/302)',
    ]);
    const last = notes.lastIndexOf(canBeUsed);
    const isDoubted = (page?.rows ?? []).map((row) => row.at(-1)?.tone === 'warning');
    const doubted = isDoubted.lastIndexOf(true);
    expect(doubted).toBeGreaterThanOrEqual(0);
    expect(doubted).toBeLessThan(notes.indexOf(canBeUsed));
    expect(notes.slice(last + 1).every((note) => !note.includes(canBeUsed))).toBe(true);
  });
});

describe('changes against the year before', () => {
  const change = words.present.yearBefore;

  it('have their unit in the head where all have one, and none there where a count stands among them', async () => {
    const [page] = await tables(sample, '?view=unit&unit=phuong-bich-trach');
    expect(page?.columns.map(({ name }) => name)).toContain(`${change} (điểm %)`);
    const whole = page?.whole;
    const at = whole?.columns.findIndex(({ name }) => name.startsWith(change)) ?? -1;
    const told =
      whole?.rows.map((row) => row[at]?.text ?? '').filter((text) => /\d/.test(text)) ?? [];
    const bare = told.filter((text) => !text.includes('điểm'));
    expect(bare.length).toBeGreaterThan(0); // of models, for one
    expect(bare.length).toBeLessThan(told.length);
    expect(whole?.columns[at]?.name).toBe(change);
  });
});

describe('parts of a whole', () => {
  it('are what the title counts, and add up to all', async () => {
    const [page] = await tables(reports, '?view=overview');
    const [, usable, all, open] =
      /(\d+)\/(\d+) tỷ lệ dùng được; (\d+) /.exec(page?.title ?? '') ?? [];
    const counts = page?.parts?.map(({ count }) => count) ?? [];
    expect(counts[0]).toBe(Number(usable));
    expect(counts.at(-1)).toBe(Number(open));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(Number(all));
  });
});

describe('targets that are missed', () => {
  it('are listed by indicator where a board has too few units', async () => {
    const pair = '?view=overview&unit=phuong-bich-trach,xa-ninh-hac';
    const found = (await tables(sample, pair)).find(({ columns }) =>
      columns.some(({ name }) => name === words.present.missedCount),
    );
    const at = found?.columns.findIndex(({ name }) => name === words.present.missedCount) ?? -1;
    expect(found?.rows.length).toBeGreaterThan(2);
    for (const row of found?.rows ?? []) {
      const [missed = 0, all = 0] = (row[at]?.text ?? '').split('/').map(Number);
      expect(missed).toBeGreaterThan(0);
      expect(all).toBeLessThanOrEqual(2);
      expect(row.at(-1)?.text.split(', ')).toHaveLength(missed);
    }
  });

  it('stand in columns of one width on a board', async () => {
    const board = (await tables(sample, '?view=overview')).find(({ columns }) =>
      columns.some(({ isEven }) => isEven),
    );
    if (!board) throw new Error('no board');
    const widths = columnWidths(board);
    const even = widths.filter((_, at) => board.columns[at]?.isEven);
    expect(even.length).toBeGreaterThan(2);
    for (const width of even) expect(width).toBeCloseTo(even[0] ?? 0, 6);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(
      columnWidths({ columns: board.columns, rows: [] }).reduce((a, b) => a + b, 0),
      6,
    );
  });
});

/** The page that a meeting fills in: what it proposes is what the figures say, for the overview's scope. */
import { beforeAll, describe, expect, test } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { formatCount } from '../../src/model/writing/number.ts';
import { deckOf } from '../../src/slide/deck.ts';
import { proposalsSlide } from '../../src/slide/overview/proposals.ts';
import { unitName } from '../../src/text/name.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { EVERY_ISSUE } from '../support/questions.ts';

let town: Loaded;
let reports: Loaded;

beforeAll(async () => {
  town = await loadPackage('data/sample');
  reports = await loadPackage('data/reports');
});

const deskOf = ({ data, ask }: Loaded, query: string) => ({
  ...{ data, ask, checked: true, organisation: '', settled: [] },
  state: parseUrl(query).state,
});
const item = (query: string) => ({ id: query, query, name: '', title: '', note: '' });

describe('proposals', () => {
  test('name the units to be visited, what is overdue with its sum, and who corrects most', async () => {
    const slide = await proposalsSlide(deskOf(town, '?view=overview'));
    const [tasks, units] = [0, 1].map((at) => slide?.rows.map((row) => row[at]?.text ?? ''));
    const visit = words.proposals.reach('');
    const places = tasks?.flatMap((task, at) => (task.startsWith(visit) ? units?.[at] : []));
    expect(places).toEqual(['Phường Bích Trạch', 'Xã Đông Nhạn', 'Xã Ninh Hạc']);
    const { tiles } = await town.ask({
      ...{ ask: 'overview', units: null, period: { type: 'latest' }, grain: 'any' },
    });
    const [first] = tiles;
    const [most] = first?.most ?? [];
    const counts = [...(units?.[0] ?? '').matchAll(/\((\d+)\)/g)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(first?.value); // nobody is left out
    expect(units?.[0]).toContain(`(${formatCount(most?.value ?? -1)})`);
  });

  test('where nothing can be compared each unit has its own row, with what the worklist counts', async () => {
    const slide = await proposalsSlide(deskOf(reports, '?view=overview'));
    const { tally } = await reports.ask({ ...EVERY_ISSUE, severities: ['error'] });
    const unit = 'phuong-pho-hoa';
    const own = tally.filter((one) => one.unit === unit).reduce((sum, { count }) => sum + count, 0);
    const row = slide?.rows.find(
      ([task, units]) =>
        units?.text === unitName(reports.data, unit) &&
        task?.text.startsWith(words.proposals.correct(own)),
    );
    expect(own).toBeGreaterThan(0);
    expect(row).toBeDefined();
  });

  test('say what is to be reached beside what is there now', async () => {
    const slide = await proposalsSlide(deskOf(town, '?view=overview'));
    const tasks = slide?.rows.map(([task]) => task?.text ?? '') ?? [];
    const own = tasks.find((task) => task.startsWith(words.proposals.reach('')));
    expect(own?.replaceAll('\u00a0', ' ')).toContain('trả lời đối thoại ≥ 90,0% (hiện 38,5%)');
  });

  test('ask for the reports that have not come', async () => {
    const { reasons } = await town.ask({
      ...{ ask: 'visits', units: null, period: { type: 'latest' }, grain: 'any', without: [] },
    });
    const late = reasons.filter(({ kind }) => kind === 'reports');
    const slide = await proposalsSlide(deskOf(town, '?view=overview'));
    const row = slide?.rows.find(([task]) => task?.text === words.proposals.send);
    expect(row !== undefined).toBe(late.length > 0);
    for (const { unit } of late.slice(0, 1))
      expect(row?.[1]?.text).toContain(unitName(town.data, unit));
  });

  test('who and until when are left open', async () => {
    const slide = await proposalsSlide(deskOf(town, '?view=overview'));
    for (const row of slide?.rows ?? [])
      for (const cell of row.slice(2)) expect(cell.text).toMatch(/^\.+$/);
  });

  test('close a briefing that has an overview, and no other', async () => {
    const closing = async (query: string) => {
      const { deck } = await deckOf(deskOf(town, '?'), 'x', [item(query)], '1/1/2026');
      return deck.closing.map(({ heading }) => heading);
    };
    expect(await closing('?view=overview')).toContain(words.proposals.heading);
    expect(await closing('?view=compare')).not.toContain(words.proposals.heading);
    expect(await closing('?view=overview&show=targets')).not.toContain(words.proposals.heading);
  });
});

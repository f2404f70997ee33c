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
    const visit = words.proposals.clarify('');
    const places = tasks?.flatMap((task, at) => (task.startsWith(visit) ? units?.[at] : []));
    expect(places).toEqual(['Phường Bích Trạch', 'Xã Đông Nhạn', 'Xã Ninh Hạc']);
    const { tiles } = await town.ask({
      ...{ ask: 'overview', units: null, period: { type: 'latest' }, grain: 'any' },
    });
    const [first] = tiles;
    const [most] = first?.most ?? [];
    expect(tasks?.[0]).toContain(formatCount(first?.value ?? -1));
    expect(units?.[0]).toContain(`(${formatCount(most?.value ?? -1)})`);
  });

  test('where nothing can be compared each unit has its own row, with what the worklist counts', async () => {
    const slide = await proposalsSlide(deskOf(reports, '?view=overview'));
    const { tally } = await reports.ask({ ...EVERY_ISSUE, severities: ['error'] });
    const unit = 'phuong-pho-hoa';
    const own = tally.filter((one) => one.unit === unit).reduce((sum, { count }) => sum + count, 0);
    const row = slide?.rows.find(
      ([task, units]) =>
        units?.text === unitName(reports.data, unit) && task?.text === words.proposals.correct(own),
    );
    expect(own).toBeGreaterThan(0);
    expect(row).toBeDefined();
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

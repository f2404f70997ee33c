/** The page that a meeting fills in: what it proposes is what the figures say, for the overview's scope. */
import { beforeAll, describe, expect, test } from 'vitest';
import { overviewQuestion } from '../../src/address/scope.ts';
import { parseUrl } from '../../src/address/url.ts';
import { formatCount } from '../../src/model/writing/number.ts';
import { deckOf } from '../../src/slide/deck.ts';
import { proposalsSlide } from '../../src/slide/overview/proposals.ts';
import { usesIn } from '../../src/slide/overview/use.ts';
import { lowerFirst, upperFirst } from '../../src/text/letter-case.ts';
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

/** The page, with the numbers of its tasks seen and taken off. */
async function numbered(...of: Parameters<typeof proposalsSlide>) {
  const slide = await proposalsSlide(...of);
  const rows = slide?.rows.map(([task, ...others], at) => {
    const [number, ...words] = (task?.text ?? '').split(' ');
    expect(number).toBe(`${at + 1}.`);
    return [{ ...task, text: words.join(' ') }, ...others];
  });
  return slide && { ...slide, rows: rows ?? [] };
}

describe('proposals', () => {
  test('name the units to be visited, what is overdue with its sum, and who corrects most', async () => {
    const slide = await numbered(deskOf(town, '?view=overview'));
    const [tasks, units] = [0, 1].map((at) => slide?.rows.map((row) => row[at]?.text ?? ''));
    const at = tasks?.indexOf(words.proposals.visit(3)) ?? -1;
    expect(units?.[at]?.split('; ')).toEqual([
      'Bích Trạch: trả lời đối thoại, giải quyết vụ việc', // each with what stands first on the page of visits
      'Đông Nhạn, Ninh Hạc: hồ sơ trực tuyến, hộ nghèo',
    ]);
    const { tiles } = await town.ask({
      ...{ ask: 'overview', units: null, period: { type: 'latest' }, grain: 'any' },
    });
    const [first] = tiles;
    const [most] = first?.most ?? [];
    const late = tasks?.findIndex((task) => task.startsWith('Xử lý xong')) ?? -1;
    const counts = [...(units?.[late] ?? '').matchAll(/\((\d+)\)/g)].map(([, count]) =>
      Number(count),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(first?.value); // nobody is left out
    expect(units?.[late]).toContain(`(${formatCount(most?.value ?? -1)})`);
  });

  test('who corrects is counted as the page of what is to be checked counts: the town is none of its wards', async () => {
    const slide = await numbered(deskOf(town, '?view=overview'));
    const { tally } = await town.ask({ ...EVERY_ISSUE, severities: ['error'] });
    const all = new Set(tally.map(({ unit }) => unit).filter((unit) => town.data.units.has(unit)));
    const row = slide?.rows.find(([task]) => task?.text.startsWith('Đối chiếu'));
    const [first, others] = (row?.[1]?.text ?? '').split(' và ');
    expect(first).toContain(`${lowerFirst(unitName(town.data, 'thi-xa-lam-khue'))} (`);
    expect(others).toBe(`${all.size - 2} đơn vị`);
  });

  test('where nothing can be compared each unit has its own row, with what the worklist counts', async () => {
    const slide = await numbered(deskOf(reports, '?view=overview'));
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
    expect(row?.[0]?.text).toContain(words.proposals.first(2)); // a rate as stated, and the cases of another
  });

  test('hold every indicator that is off in one row, those of the deck first', async () => {
    const slide = await numbered(deskOf(town, '?view=overview'), ['poor_household_rate']);
    const rows = slide?.rows.filter(([task]) => task?.text.startsWith('Đạt chỉ tiêu')) ?? [];
    expect(rows[0]?.[0]?.text.replaceAll('\u00a0', ' ')).toBe(
      'Đạt chỉ tiêu hộ nghèo (năm 2025: ≤ 2,80%)',
    );
    const missed = rows[0]?.[1]?.text.replaceAll('\u00a0', ' ').split(', ');
    expect(missed).toHaveLength(7);
    expect(missed?.slice(0, 2)).toEqual(['Đông Nhạn', 'Ninh Hạc']); // 5,74% and 4,51%, the furthest from 2,80%
    expect(slide?.rows.length).toBeLessThanOrEqual(7);
    const later = await numbered(deskOf(town, '?view=overview'), [], '2026-01-15');
    expect(later?.sentence).toContain('Chưa có chỉ tiêu năm 2026: tạm nêu mức năm 2025');
  });

  test('say of a number that is in question that it is being checked, after the task to check it', async () => {
    const slide = await numbered(deskOf(reports, '?view=overview'));
    const tasks = slide?.rows.map(([task]) => task?.text ?? '') ?? [];
    const late = tasks.findIndex((task) => task.endsWith(words.proposals.disputed));
    const check = tasks.findIndex((task) => task.startsWith(words.proposals.correct(3)));
    expect(check).toBeGreaterThanOrEqual(0);
    expect(late).toBeGreaterThan(check);
  });

  test('ask for the reports that have not come', async () => {
    const { reasons } = await town.ask({
      ...{ ask: 'visits', units: null, period: { type: 'latest' }, grain: 'any', without: [] },
    });
    const late = reasons.filter(({ kind }) => kind === 'reports');
    const count = late.reduce((sum, one) => sum + one.count, 0);
    const slide = await numbered(deskOf(town, '?view=overview'));
    const row = slide?.rows.find(([task]) => task?.text === words.proposals.send(count));
    expect(row !== undefined).toBe(late.length > 0);
    for (const { unit } of late.slice(0, 1))
      expect(row?.[1]?.text.toLowerCase()).toContain(unitName(town.data, unit).toLowerCase());
  });

  test('propose days for what is to be done, and the next report that is not over for targets', async () => {
    const due = async (day: string) => {
      const slide = await numbered(deskOf(town, '?view=overview'), [], day);
      return [...new Set(slide?.rows.map((row) => row[3]?.text.replaceAll('\u00a0', ' ')))];
    };
    expect(await due('2026-01-15')).toEqual([
      'Trước 22/01/2026', // reports that are missing
      'Trước 30/01/2026', // figures to be corrected
      'Trước 13/02/2026', // on the spot, and what is late: the Friday before a Saturday
      'Tiến độ 30/6/2026, đạt 31/12/2026', // targets
    ]);
    expect(await due('2027-03-01')).toContain('Tiến độ 30/6/2027, đạt 31/12/2027');
    expect(await due('2026-08-03')).toContain('Đạt trước 31/12/2026'); // half of the year is over
  });

  test('ask the own area for newer figures, and only tell others what is theirs', async () => {
    const desk = { ...deskOf(reports, '?view=overview'), organisation: 'Thị ủy Đức Phổ' };
    const slide = await numbered(desk, [], '2026-01-15');
    const rows = slide?.rows.map((row) => row.map(({ text }) => text)) ?? [];
    const newer = rows.find(([task]) => task?.startsWith('Gửi số liệu năm 2025'));
    expect(newer?.[0]).toContain('6 tháng đầu năm 2023');
    const others = rows.filter(([task]) => task?.startsWith('Đề nghị'));
    const { tally } = await reports.ask({ ...EVERY_ISSUE, severities: ['error'] });
    const countIn = (unit: string) =>
      tally.filter((one) => one.unit === unit).reduce((sum, { count }) => sum + count, 0);
    const [many, few] = [countIn('xa-ba-bich'), countIn('phuong-quang-minh')];
    expect(others.map((row) => row.slice(0, 3))).toEqual([
      [
        words.proposals.inform(
          lowerFirst(words.proposals.correct(many + few) + words.proposals.meanwhile),
        ),
        `Xã Ba Bích (${many}), phường Quảng Minh (${few})`,
        words.proposals.office, // it is the office that writes to them
      ],
    ]);
    for (const [, , , time] of others) {
      expect(time).toContain('22/01/2026'); // on which the office writes
      expect(time).toContain('30/01/2026'); // and is answered
    }
    const { usable, reference, open } = usesIn(
      desk,
      (await reports.ask(overviewQuestion(desk))).figures,
      reports.data.units.ids,
    );
    expect([usable, open]).toEqual([2, 2]);
    const [use, not] = [
      'phiếu khảo sát 14,9%, tham gia học tập 93,1%',
      'hồ sơ trực tuyến 20,9%, giải quyết vụ việc (Cấp ủy) 1/1\u00a0vụ',
    ];
    expect(rows[0]).toEqual([
      words.proposals.adoptThese(use, reference, not),
      words.proposals.allUnits,
      'Thị ủy Đức Phổ', // the meeting's own
      words.proposals.now,
    ]);
    const own = await numbered(deskOf(reports, '?view=overview'), [], '2026-01-15');
    expect(own?.rows.some(([task]) => task?.text.startsWith('Đề nghị'))).toBe(false); // no office, no area
  });

  test('of the one unit of the own area each rate has a row, by how it may be used', async () => {
    const desk = { ...deskOf(reports, '?view=overview'), organisation: 'Thị ủy Đức Phổ' };
    const { deck } = await deckOf(desk, 'x', [item('?view=overview')], '15/01/2026', '2026-01-15');
    const [page, others] = deck.slides;
    if (page?.type !== 'table' || others?.type !== 'table') throw new Error('other pages');
    const { figures } = await reports.ask(overviewQuestion(desk));
    const { usable, reference, open } = usesIn(desk, figures, reports.data.units.ids);
    expect(page.rows).toHaveLength(usable + reference + open);
    const kinds = page.rows.map(([kind]) => kind?.text ?? '');
    const { parts } = words.present.uses;
    expect(kinds.filter(Boolean).map(lowerFirst)).toEqual(parts);
    expect(kinds.indexOf(upperFirst(parts[1] ?? ''))).toBe(usable);
    expect(kinds.indexOf(upperFirst(parts[2] ?? ''))).toBe(usable + reference);
    const doubtful = page.rows.filter((row) => row.some(({ tone }) => tone === 'warning'));
    expect(doubtful).toHaveLength(open);
    for (const row of page.rows) expect(row.at(-1)?.text).not.toBe(''); // counts, or why there are none
    const named = others.rows.map(([unit]) => unit?.text).filter(Boolean);
    expect(named).toHaveLength(3);
    expect(named).not.toContain('Phường Phổ Hòa'); // it had its page
  });

  test('the draft is on the deck with all its rows; other offices come behind what the deck is about', async () => {
    const desk = { ...deskOf(town, '?view=overview'), organisation: 'Thị ủy Lam Khuê' };
    const { deck } = await deckOf(desk, 'x', [item('?view=overview')], '15/01/2026', '2026-01-15');
    const made = await proposalsSlide(desk, [], '2026-01-15');
    const drafts = deck.closing.filter(({ heading }) =>
      heading.startsWith(words.proposals.heading),
    );
    const rows = drafts.flatMap((page) => page.rows.map(([task]) => task?.text.slice(0, 2)));
    expect(rows).toEqual(made?.rows.map(([task]) => task?.text.slice(0, 2)));
    const own = { ...deskOf(reports, '?view=overview'), organisation: 'Thị ủy Đức Phổ' };
    const views = ['?view=overview', '?view=compare', '?view=unit&unit=phuong-pho-hoa'];
    const several = await deckOf(own, 'x', views.map(item), '15/01/2026', '2026-01-15');
    const headings = several.deck.slides.map(({ heading }) => heading);
    expect(headings.indexOf(words.present.outsideUnits)).toBe(headings.length - 1);
    const agenda = several.deck.agenda.map(({ slide }) => several.deck.slides[slide]?.heading);
    expect(agenda[1]).toContain('khiếu nại'); // the page moved behind it counts no longer before it
    const ward = several.deck.slides[several.deck.agenda[2]?.slide ?? -1];
    if (ward?.type !== 'table') throw new Error('another page');
    const { tally } = await reports.ask({ ...EVERY_ISSUE, severities: ['error'] });
    const sum = tally
      .filter(({ unit }) => unit === 'phuong-pho-hoa')
      .reduce((all, { count }) => all + count, 0);
    expect(ward.title.replaceAll('\u00a0', ' ')).toBe(
      words.present.openTitle('Phường Phổ Hòa', sum),
    ); // its rates have a page of their own
    expect(ward.rows).toHaveLength(sum);
    const changing = ward.rows.filter(([point]) => point?.bold);
    expect(changing).toEqual(ward.rows.slice(0, 2));
    expect(changing[0]?.[0]?.text).toContain('20,9%');
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

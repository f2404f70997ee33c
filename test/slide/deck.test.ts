/** What a page says and where its marks stand, so that a room reads it without an explanation. */
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { overviewQuestion, visitsQuestion } from '../../src/address/scope.ts';
import { parseUrl } from '../../src/address/url.ts';
import { rankVisits } from '../../src/model/visit/ranking.ts';
import type { Reason } from '../../src/model/visit/reason.ts';
import type { Axis } from '../../src/share/pptx/chart/drawn.ts';
import { labelShift, spread } from '../../src/share/pptx/chart/label-place.ts';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import { deckOf } from '../../src/slide/deck.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { lineLooks, ticksOf } from '../../src/slide/looks.ts';
import { visitSlide } from '../../src/slide/overview/visits.ts';
import { type CardsSlide, type ChartSlide, type TableSlide, uncut } from '../../src/slide/slide.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { upperFirst } from '../../src/text/letter-case.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

let sample: Loaded;
let reports: Loaded;
beforeAll(async () => {
  sample = await loadPackage('data/sample');
  reports = await loadPackage('data/reports');
});

const deskOf = ({ data, ask }: Loaded): SlideDesk => ({
  ...{ data, ask, state: parseUrl(`?package=${data.path}`).state },
  ...{ checked: true, organisation: '', settled: [] },
});
const item = (query: string) => ({ id: query, query, name: '', title: query, note: '' });
const slides = async (loaded: Loaded, query: string) =>
  (await slidesOf(deskOf(loaded), item(query))).slides;

const ONLINE = '?view=compare&indicator=dossiers_online_rate&period=2025-Q1&under=thi-xa-lam-khue';

/** "73,7%" → 73.7 */
const numberOf = (text = '') => Number(/[\d.]+(,\d+)?/.exec(text)?.[0].replace(',', '.'));

describe('a value beside its bar', () => {
  const axis: Axis = { least: 0, most: 100, plot: 1, levels: [98] };

  it('stands behind the bar, and behind a stroke that would go through it there', () => {
    expect(labelShift(50, '50,0%', axis, 0)).toBe(0);
    const near = labelShift(95, '95,0%', axis, 0);
    expect(near).toBeGreaterThan(0.03); // beyond the level at 98
    expect(near).toBeLessThan(0.05);
    expect(labelShift(98.5, '98,5%', axis, 0)).toBe(0);
    const own: Axis = { ...axis, levels: [], ticks: [52, null] };
    expect(labelShift(50, '50,0%', own, 0)).toBeGreaterThan(0.02);
    expect(labelShift(50, '50,0%', own, 1)).toBe(0); // that bar has no target
  });

  it('has its own target beside it where targets differ, and one line where all have one', async () => {
    const [bars] = (await slides(sample, ONLINE)) as ChartSlide[];
    const targets = bars?.series.find(({ role }) => role === 'target')?.values ?? [];
    expect(new Set(targets).size).toBeGreaterThan(1);
    expect(bars?.goal).toBeNull();
    expect(bars && ticksOf(bars)).toEqual(targets);
    expect(bars?.footnotes).toContain(words.present.ownTicksMet('35%, 75%, 90%'));
    const poor = '?view=compare&indicator=poor_household_rate&period=2025&under=thi-xa-lam-khue';
    const [same] = (await slides(sample, poor)) as ChartSlide[];
    expect(same?.goal?.text).toBe('2,80%');
    expect(same && ticksOf(same)).toEqual([]);
  });
});

describe('names at the ends of lines', () => {
  it('stay inside the plot', () => {
    const ends = [100, 99.9, 99.8, 1, 0.5, 0];
    const axis = { least: 0, most: 100, plot: 0.85 };
    const places = spread(ends, axis).map(
      (shift, at) => (1 - (ends[at] ?? 0) / 100) * 0.85 + shift,
    );
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(0.85);
    for (const [at, place] of places.entries())
      expect(place - (places[at - 1] ?? -1)).toBeGreaterThan(0.05);
  });

  it('name every line that has not reached the target, and a few such lines by colours of their own', async () => {
    const query = '?view=trend&indicator=poor_household_rate&under=thi-xa-lam-khue&grain=year';
    const [lines] = (await slides(sample, query)) as ChartSlide[];
    const [missed = ''] = /\d+(?=\/\d+ đơn vị)/.exec(lines?.title ?? '') ?? [];
    const looks = lineLooks(lines ?? { series: [] });
    const red = looks.filter(({ nameTone, isNamed }) => nameTone === 'behind' && isNamed);
    expect(red).toHaveLength(Number(missed));
    const two =
      '?view=trend&indicator=dossiers_online_rate&unit=xa-sa-khue,xa-ninh-hac&grain=quarter';
    const [pair] = (await slides(sample, two)) as ChartSlide[];
    const own = lineLooks(pair ?? { series: [] }).filter(({ series }) => series.role === 'value');
    expect(own.every(({ series }) => series.isBehind)).toBe(true);
    expect(new Set(own.map(({ tone }) => tone)).size).toBe(2);
  });
});

describe('a page', () => {
  it('of a unit names what is met, as many as the title leaves, and all that is missed, in rows or below them', async () => {
    const query = '?view=unit&unit=phuong-bich-trach';
    const [page] = (await slides(sample, query)) as TableSlide[];
    const [, missed = '', all = ''] =
      /(\d+)\/(\d+) chỉ tiêu chưa đạt/.exec(page?.title ?? '') ?? [];
    const [, met = '', names = ''] =
      /Đạt (\d+)\/\d+ chỉ tiêu: ([^.]*)\./.exec(page?.sentence ?? '') ?? [];
    expect(Number(met)).toBe(Number(all) - Number(missed));
    expect(names.split(', ')).toHaveLength(Number(met));
    const shown = page?.rows.filter((row) => row.some(({ tone }) => tone === 'error')) ?? [];
    const [below = ''] = page?.footnotes ?? [];
    expect(below).toContain(words.present.missedToo(''));
    const left = below.replace(words.present.missedToo(''), '').split(/, (?=\D)/);
    expect(shown.length + left.length).toBe(Number(missed));
    const all9 = page?.whole?.rows.filter((row) => row.some(({ tone }) => tone === 'error'));
    expect(all9).toHaveLength(Number(missed));
    expect(page?.columns.some(({ isDrawn }) => isDrawn)).toBe(true);
    expect(page?.whole?.columns.some(({ isDrawn }) => isDrawn)).toBe(false); // paper has the numbers alone
  });

  it('of all units has their value together before what the town reports', async () => {
    const page = (await slides(sample, '?view=overview')).at(-1) as TableSlide;
    const table = uncut(page); // on paper
    expect(table.footnotes.join(' ')).toContain(words.present.signs); // with what its marks mean
    const names = table.rows.map(([name]) => name?.text);
    expect(names.slice(-2)).toEqual([words.present.groupRow, words.present.ownReport('Thị xã')]);
    const units = new Set(sample.data.units.children('thi-xa-lam-khue'));
    const [first] = table.figures;
    const same = table.figures.filter(
      ({ subject, unit, period }) =>
        subject === first?.subject && units.has(unit) && period === '2025',
    );
    const sum = (of: 'numerator' | 'denominator') =>
      same.reduce((all, one) => all + (one[of] ?? 0), 0);
    expect(same.length).toBeGreaterThan(10);
    const at = table.columns.findIndex(
      ({ name }) => name === sample.data.indicators.get(first?.subject ?? '')?.shortName,
    );
    const told = numberOf(table.rows.at(-2)?.[at]?.text);
    expect(told).toBeCloseTo((100 * sum('numerator')) / sum('denominator'), 1);
  });

  it('of what cannot be compared tells it unit by unit, with what a report says instead', async () => {
    const [, page] = (await slides(reports, '?view=overview')) as [TableSlide, CardsSlide];
    const cards = page?.cards ?? [];
    const doubted = cards.filter(({ items }) => items.some(({ tone }) => tone === 'warning'));
    expect(page?.title).toBe(words.present.statedFlagged(doubted.length, cards.length));
    const periods = new Set(cards.map(({ under }) => under)).size;
    expect(page?.lead).toBe(words.present.unlike(cards.length, periods));
    const item = cards.flatMap(({ items }) => items).find(({ value }) => value.startsWith('20,9%'));
    expect(item).toMatchObject({ tone: 'warning', remark: '114/545; báo cáo ghi 100%' });
    const row = page?.table.rows.find((cells) => cells.some(({ text }) => /^20,9%/.test(text)));
    expect(row?.at(-1)?.text).toBe('100%');
  });

  it('divides the rates of what cannot be compared into those to be used, for reference, and not yet', async () => {
    const [page] = (await slides(reports, '?view=overview')) as [TableSlide];
    const { columns } = words.present.uses;
    expect(page.columns.slice(1).map(({ name }) => name)).toEqual(columns);
    const ward = page.rows.find(([name]) => name?.text.startsWith('Phường Phổ Hòa'));
    const [, usable, few, open] = ward?.map(({ text }) => text.toLowerCase()) ?? [];
    expect(open).toContain('hồ sơ trực tuyến 20,9%'); // its report says 100%
    expect(few).toContain('91,7%'); // of 12 cases
    expect(usable).not.toContain('20,9%');
    const all = page.rows.flatMap((row) => row.slice(1).map(({ text }) => text));
    const listed = all.filter(Boolean).flatMap((text) => text.split('; ')).length;
    const left = all.reduce(
      (sum, text) => sum + Number(/ và (\d+) tỷ lệ khác$/.exec(text)?.[1] ?? 0),
      0,
    );
    expect(page.title).toContain(`/${listed + left} `); // nothing is left out
  });

  it('says who does well beside who does not, with the counts of their own pages', async () => {
    const made = (await slides(sample, '?view=overview')) as TableSlide[];
    const page = made.find(({ title }) => title.startsWith('Chưa đạt nhiều chỉ tiêu nhất'));
    const told = (text = '') => /: (.+) \((\d+)\/(\d+)\)\.?$/.exec(text) ?? [];
    const titleOf = async (name: string) => {
      const id = sample.data.units.ids.find((one) => sample.data.units.at(one).name === name);
      return (await slides(sample, `?view=unit&unit=${id}`))[0]?.title;
    };
    const [, first = '', missed, of] = told(page?.title);
    const worst = upperFirst(first);
    expect(await titleOf(worst)).toBe(words.title.missed(worst, Number(missed), Number(of)));
    const [, second = '', left, all] = told(page?.lead);
    const best = upperFirst(second);
    expect(await titleOf(best)).toBe(words.title.missed(best, Number(left), Number(all)));
  });

  it('of units to be visited says of a number of another period of which it is', async () => {
    const desk = deskOf(sample);
    const answer = await sample.ask(overviewQuestion(desk));
    const { reasons } = await sample.ask(visitsQuestion(desk, []));
    const [visit, ...next] = rankVisits(reasons, 'all');
    if (!visit) throw new Error('nobody to be visited');
    const before = (reason: Reason): Reason =>
      reason.figure ? { ...reason, figure: { ...reason.figure, period: '2024' } } : reason;
    const [first = [], ...others] = visit.matters;
    const told = { ...visit, matters: [first.map(before), ...others] };
    const { cards } = visitSlide(desk, answer, [told, ...next.slice(0, 2)], {
      next: [],
      targets: [],
    });
    const remarks = cards.flatMap(({ items }) => items.map(({ remark }) => remark));
    expect(remarks.filter((remark) => remark.includes('năm 2024'))).toEqual([remarks[0]]);
  });

  it('has one line of notes, and gives the others to the speaker', async () => {
    const query = '?view=trend&indicator=poor_household_rate&under=thi-xa-lam-khue&grain=year';
    const [lines] = (await slides(sample, query)) as ChartSlide[];
    const { deck } = await deckOf(deskOf(sample), '', [item(query)], '1/1/2026');
    const [page] = deck.slides;
    expect(lines?.footnotes.length).toBeGreaterThan(2);
    expect(page?.footnotes).toHaveLength(1);
    const plain = page?.spoken?.map((text) => text.replaceAll('\u00a0', ' '));
    expect(plain).toEqual(expect.arrayContaining([...(lines?.footnotes ?? [])]));
  });

  it('of another period than the deck says so, and no other page does', async () => {
    const views = ['?view=overview', '?view=unit&unit=phuong-bich-trach', ONLINE];
    const { deck } = await deckOf(deskOf(sample), '', views.map(item), '1/1/2026');
    const told = deck.slides.filter(({ period }) => period);
    expect(told.map(({ type, period }) => [type, period])).toEqual([['bars', 'Quý I/2025']]);
  });

  it('has red for a target that is missed and for nothing else', async () => {
    const [own] = (await slides(sample, ONLINE)) as ChartSlide[];
    const targets = own?.series.find(({ role }) => role === 'target')?.values ?? [];
    const missed = own?.figures.flatMap(({ value }, at) =>
      (value ?? 0) < (targets[at] ?? 0) ? [at] : [],
    );
    expect(new Set(targets).size).toBeGreaterThan(1); // each is held against its own
    expect(own?.marked).toEqual(missed);
    expect(own?.isAlarm).toBe(true);
    const uses = await sample.ask({ ask: 'subjects' });
    expect(uses.length).toBeGreaterThan(10);
    const made = await Promise.all(
      uses.map(({ subject }) =>
        slides(sample, `?view=compare&indicator=${subject}&under=thi-xa-lam-khue`),
      ),
    );
    const bars = made.flat().filter(({ type }) => type === 'bars') as ChartSlide[];
    const aside = bars.filter(({ series }) => !series.some(({ role }) => role === 'target'));
    expect(aside.some(({ marked, overall }) => marked.length > 0 && overall)).toBe(true);
    expect(aside.every(({ isAlarm }) => !isAlarm)).toBe(true);
  });

  it('of the cover says how many units and documents it is made from, and the latest period', async () => {
    const views = [item('?view=overview')];
    const { deck } = await deckOf(deskOf(reports), '', views, '1/1/2026', '2026-01-01');
    const [page] = deck.slides;
    const units = new Set(page?.figures.map(({ unit }) => unit)).size;
    const all = [...reports.data.sources.values()].filter(({ unit, period }) => unit && period);
    const [first, second, third] = deck.facts.map(({ value }) => value);
    expect(first).toBe(`${units}`);
    expect(second).toMatch(new RegExp(`^4/${all.length}`)); // and which are not used
    expect(third).toBe(words.present.oldFigures('quý I/2024', 21)); // months before that day
  });
});

describe('a deck', () => {
  it('is the same whatever was made before it', async () => {
    const made = async (loaded: Loaded) => {
      const { deck } = await deckOf(deskOf(loaded), 'x', [item('?view=overview')], '15/01/2026');
      const links = { href: () => null, qr: () => '' };
      const zip = await JSZip.loadAsync(await makeDeck(deck, words.present, links));
      const pages = Object.keys(zip.files).filter((name) => /slides\/slide\d+\.xml$/.test(name));
      return Promise.all(pages.sort().map((name) => zip.file(name)?.async('string')));
    };
    const first = await made(sample);
    await made(reports);
    expect(first.length).toBeGreaterThan(2);
    expect(await made(sample)).toEqual(first);
  });
});

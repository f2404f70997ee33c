/** Slides say what the screens of the same links say; made here without a browser. */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { targetsQuestion, visitsQuestion } from '../../src/address/scope.ts';
import { parseUrl } from '../../src/address/url.ts';
import { groupBy } from '../../src/model/group.ts';
import { severityOf } from '../../src/model/issue.ts';
import { rankVisits } from '../../src/model/visit/ranking.ts';
import { foldForSearch } from '../../src/model/writing/fold.ts';
import type { TargetRow } from '../../src/question/standing.ts';
import { spread } from '../../src/share/pptx/chart/label-place.ts';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import { deckOf } from '../../src/slide/deck.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { isChart } from '../../src/slide/fitted.ts';
import { lineLooks } from '../../src/slide/looks.ts';
import type {
  CardsSlide,
  ChartSlide,
  PanelSlide,
  PlotSlide,
  Slide,
  TableSlide,
} from '../../src/slide/slide.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { codeName } from '../../src/text/issue.ts';
import { lowerFirst, upperFirst } from '../../src/text/letter-case.ts';
import { unitName } from '../../src/text/name.ts';
import { MOST_TITLE } from '../../src/text/told/title.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { faultsOf, outsideOf } from '../support/powerpoint.ts';

const OUTPUT = resolve(import.meta.dirname, '../output');

let sample: Loaded;
let reports: Loaded;
beforeAll(async () => {
  sample = await loadPackage('data/sample');
  reports = await loadPackage('data/reports');
});
afterAll(() => Promise.all([sample.engine.close(), reports.engine.close()]));

const deskOf = ({ data, ask }: Loaded, more: Partial<SlideDesk> = {}): SlideDesk => ({
  data,
  ask,
  state: parseUrl(`?package=${data.path}`).state,
  checked: true,
  organisation: 'Thị ủy Lam Khuê',
  settled: [],
  ...more,
});

const item = (query: string) => ({ id: query, query, name: '', title: query, note: '' });

async function slides(loaded: Loaded, query: string): Promise<readonly Slide[]> {
  return (await slidesOf(deskOf(loaded), item(query))).slides;
}

/** The tables of an item; of a profile its place in the group follows as plots. */
async function tables(loaded: Loaded, query: string): Promise<TableSlide[]> {
  const made = await slides(loaded, query);
  const found = made.filter((slide) => slide.type === 'table');
  const rest = made.slice(found.length);
  expect(rest.every(({ type }) => type === 'plot' && query.includes('view=unit'))).toBe(true);
  return found;
}

const column = (pages: readonly TableSlide[], name: string) => {
  const at = pages[0]?.columns.findIndex((one) => one.name === name) ?? -1;
  return pages.flatMap((page) => page.rows.map((row) => row[at]?.text ?? ''));
};

/** "1.234,5%" → 1234.5 */
const numberOf = (text: string) =>
  Number(/-?[\d.]+(,\d+)?/.exec(text)?.[0].replaceAll('.', '').replace(',', '.'));

const rising = (values: readonly number[]) => [...values].sort((a, b) => a - b);

describe('the slides of a table', () => {
  const TABLE = '?view=table&indicator=dossiers_online_rate&period=2024-Q4&under=thi-xa-lam-khue';

  it('stand in the order of the link', async () => {
    const up = column(await tables(sample, `${TABLE}&sort=value`), words.column.value).map(
      numberOf,
    );
    const down = column(await tables(sample, `${TABLE}&sort=-value`), words.column.value).map(
      numberOf,
    );
    expect(up.length).toBeGreaterThan(5);
    expect(up).toEqual(rising(up));
    expect(down).toEqual([...up].reverse());
  });

  it('hold what is searched for, without diacritics too, and nothing else', async () => {
    const all = column(await tables(sample, TABLE), words.column.unit);
    const found = column(await tables(sample, `${TABLE}&q=Ninh hac`), words.column.unit);
    const expected = all.filter((name) => foldForSearch(name).includes('ninh hac'));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    expect([...found].sort()).toEqual([...expected].sort());
  });

  it('hold the units of the link only', async () => {
    const made = await tables(sample, `${TABLE}&unit=xa-sa-khue,xa-ninh-hac`);
    expect(new Set(column(made, words.column.unit))).toEqual(
      new Set(['Xã Sa Khuê', 'Xã Ninh Hạc']),
    );
  });
});

describe('the slides of a comparison', () => {
  const NO_TARGET = 'online_public_service_rate';
  const COMPARE = '?view=compare&indicator=dossiers_online_rate&period=2024&under=thi-xa-lam-khue';

  it('have the values of the answer, worst first where the title is about the behind, or in the order of the link', async () => {
    const charts = (await slides(sample, COMPARE)) as ChartSlide[];
    const { groups } = await sample.ask({
      ask: 'compare',
      subject: 'dossiers_online_rate',
      units: sample.data.units.children('thi-xa-lam-khue'),
      period: parseUrl(COMPARE).state.period,
      grain: 'any',
      breakdown: '',
      category: '',
      body: null,
      peers: [],
      tolerance: 0,
    });
    const rows = [...(groups[0]?.rows ?? [])];
    expect(rows.length).toBeGreaterThan(5);
    const values = charts.flatMap((chart) => chart.series[0]?.values ?? []);
    expect(charts[0]?.title).toMatch(/chưa đạt chỉ tiêu/);
    rows.reverse();
    expect(values).toEqual(rows.map(({ figure }) => figure.value));
    const names = charts.flatMap((chart) => chart.categories);
    expect(names.map((name) => name.split(' (')[0])).toEqual(
      rows.map(({ figure }) => unitName(sample.data, figure.unit, figure.period)),
    );
    const best = (await slides(sample, `${COMPARE}&order=best`)) as ChartSlide[];
    expect(best.flatMap((chart) => chart.series[0]?.values ?? [])).toEqual([...values].reverse());
  });

  it('mark by a sign who is behind or ahead beyond chance, and give the rank of the named as a range', async () => {
    const query = COMPARE.replace('dossiers_online_rate', NO_TARGET);
    const [slide] = (await slides(sample, query)) as ChartSlide[];
    const behind = slide?.categories.filter((name) => name.endsWith('(−)')) ?? [];
    expect(behind.length).toBeGreaterThan(0);
    expect(slide?.categories.slice(0, behind.length)).toEqual(behind);
    expect(slide?.footnotes.join(' ')).toContain(`(−) ${words.present.sides.worse}`);
    expect(slide?.spoken?.join(' ')).toMatch(/hạng \d+(–\d+)? trong 15/);
  });

  it('draw the value of all where the title holds units against it', async () => {
    const query = COMPARE.replace('dossiers_online_rate', NO_TARGET);
    const [slide] = (await slides(sample, query)) as ChartSlide[];
    if (!slide?.overall) throw new Error('no value of all');
    expect(slide.title).toContain(slide.overall.text);
    const sums = slide.figures.reduce(
      ({ x, n }, one) => ({ x: x + (one.numerator ?? 0), n: n + (one.denominator ?? 0) }),
      { x: 0, n: 0 },
    );
    expect(slide.overall.value).toBeCloseTo((100 * sums.x) / sums.n, 9);
  });

  it('say nothing of a selection that the screen says nothing of', async () => {
    const [whole] = await slides(sample, COMPARE);
    const [part] = (await slides(sample, `${COMPARE}&q=ninh hac`)) as ChartSlide[];
    expect(whole?.sentence).not.toBe('');
    expect(part?.sentence).toBe('');
    expect(part?.categories).toHaveLength(1);
  });
});

describe('a title', () => {
  const titles = async (loaded: Loaded, view: string) => {
    const uses = await loaded.ask({ ask: 'subjects' });
    const made = await Promise.all(
      uses.map(({ subject }) => slides(loaded, `?view=${view}&indicator=${subject}`)),
    );
    return made.flat();
  };

  it.each(['compare', 'trend'])(
    'of %s fits one line, and the units it names are there',
    async (view) => {
      let found = 0;
      for (const loaded of [sample, reports]) {
        const names = loaded.data.units.ids.map((id) => loaded.data.units.at(id).name);
        for (const slide of await titles(loaded, view)) {
          if (slide.title === slide.heading || !isChart(slide)) continue;
          found += 1;
          expect(slide.title.length).toBeLessThanOrEqual(MOST_TITLE);
          const named = names.filter((name) => slide.title.includes(name));
          const shown = [...slide.categories, ...slide.series.map((series) => series.name)].join(
            ' | ',
          );
          for (const name of named) expect(shown).toContain(name);
        }
      }
      expect(found).toBeGreaterThan(5);
    },
  );

  it('about a target counts those behind it as they are shown, and marks their bars', async () => {
    const query = '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue';
    const [slide] = (await slides(sample, query)) as ChartSlide[];
    const [values, targets] = slide?.series ?? [];
    const target = numberOf(targets?.texts[0] ?? '');
    const behind = (values?.texts ?? []).flatMap((text, at) =>
      numberOf(text) < target ? [at] : [],
    );
    expect(behind.length).toBeGreaterThan(1);
    expect(slide?.marked).toEqual(behind);
    expect(slide?.title).toContain(`${behind.length}/15 đơn vị chưa đạt chỉ tiêu`);
  });
});

describe('drawings of many marks', () => {
  const plot = async (query: string) => {
    const made = await slides(sample, query);
    return made.find((slide) => slide.type === 'plot') as PlotSlide;
  };
  const marks = ({ series }: PlotSlide, ...looks: string[]) =>
    series
      .filter(({ look }) => looks.includes(look))
      .flatMap(({ points }) => points.flatMap((point) => point ?? []));

  it('put a unit on every indicator between the worst and the best of its group, the right always better', async () => {
    const made = await slides(sample, '?view=unit&unit=xa-ninh-hac&chart=spine');
    const slide = made[0] as PlotSlide;
    const { rows } = await sample.ask({ ask: 'standing', unit: 'xa-ninh-hac', without: [] });
    const own = marks(slide, 'dot', 'bad');
    expect(own).toHaveLength(slide.y.ticks.length);
    let turned = 0;
    for (const [at, figure] of slide.figures.entries()) {
      const row = rows.find((one) => one.figure.subject === figure.subject);
      const values = row?.group?.values ?? [];
      const place = own.find(({ y }) => y === slide.y.ticks[at]?.at)?.x ?? -1;
      const isLess = sample.data.indicators.get(figure.subject)?.direction === 'down';
      const best = isLess ? Math.min(...values) : Math.max(...values);
      turned += Number(isLess);
      expect(place === 100).toBe(figure.value === best);
      expect(slide.y.ticks[at]?.text).toContain(`(${values.length})`);
    }
    expect(turned).toBeGreaterThan(0);
    const whole = await slides(sample, '?view=unit&unit=xa-ninh-hac');
    expect(whole.map(({ type }) => type)).toEqual(['table']); // a profile is one slide
  });

  it('draw each indicator of a unit over time on an axis of its own, alarms first, and keep every value', async () => {
    const query = '?view=unit&unit=xa-ninh-hac&chart=multiples';
    const made = (await slides(sample, query)) as PanelSlide[];
    expect(made.every(({ type }) => type === 'panels')).toBe(true);
    const { rows, reasons } = await sample.ask({
      ask: 'standing',
      ...{ unit: 'xa-ninh-hac', without: [] },
    });
    const drawn = made.flatMap(({ figures, panels }) =>
      panels.map((panel, at) => [figures[at], panel] as const),
    );
    expect(drawn).toHaveLength(rows.filter(({ past }) => past.length > 1).length);
    const strongest = [...reasons].sort((a, b) => b.points - a.points)[0];
    expect(drawn[0]?.[0]?.subject).toBe(strongest?.subject);
    for (const [figure, panel] of drawn) {
      const row = rows.find((one) => one.figure.subject === figure?.subject);
      const own = panel.series.filter(({ role }) => role === 'value');
      const values = panel.categories.map((_, at) => own.find((one) => one.values[at] !== null));
      const past = values.flatMap((one, at) => one?.values[at] ?? []);
      expect(past).toEqual(row?.past.flatMap(({ value }) => value ?? []));
      const all = panel.series.flatMap((one) => one.values.flatMap((value) => value ?? []));
      expect(Math.min(...all)).toBeGreaterThanOrEqual(panel.least);
      expect(Math.max(...all)).toBeLessThanOrEqual(panel.most);
      expect([panel.least, panel.most].every(Number.isInteger)).toBe(true);
    }
    const axes = new Set(drawn.map(([, { least, most }]) => `${least} ${most}`));
    expect(axes.size).toBeGreaterThan(3);
    const { deck } = await deckOf(deskOf(sample), '', [item(query)], '1/3/2026');
    const bytes = await makeDeck(deck, words.present, { href: () => null, qr: () => '' });
    expect(await faultsOf(bytes)).toEqual([]);
    const zip = await JSZip.loadAsync(bytes);
    const charts = Object.keys(zip.files).filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(drawn.length);
  });

  it('make a funnel of a comparison that is one on the screen: the same units, named where a verdict names them', async () => {
    const query = '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue';
    const slide = await plot(`${query}&chart=funnel`);
    const [bars] = (await slides(sample, query)) as ChartSlide[];
    const units = marks(slide, 'ring', 'dot', 'bad');
    const rising = (values: readonly (number | null)[]) =>
      [...values].sort((a, b) => Number(a) - Number(b));
    expect(rising(units.map(({ y }) => y))).toEqual(
      rising(bars?.series[0]?.values ?? []).map((value) => expect.closeTo(value ?? 0, 8)),
    );
    expect(marks(slide, 'ring').every(({ text }) => text === '')).toBe(true);
    expect(slide.title).toBe(bars?.title);
    expect(marks(slide, 'thin').length).toBeGreaterThan(50);
  });

  it('put two indicators of the same units and period side by side, without a cause', async () => {
    const slide = await plot(
      '?view=compare&chart=scatter&indicator=dossiers_online_rate,dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue',
    );
    const units = marks(slide, 'dot');
    expect(units).toHaveLength(15);
    expect(slide.figures).toHaveLength(30);
    expect(new Set(slide.figures.map(({ period }) => period))).toEqual(new Set(['2024']));
    for (const [at, point] of units.entries()) {
      expect(point.x).toBe(slide.figures[2 * at]?.value);
      expect(point.y).toBe(slide.figures[2 * at + 1]?.value);
    }
    const named = units.filter(({ text }) => text !== '').length;
    expect(named).toBeGreaterThan(2);
    expect(named).toBeLessThan(units.length);
    expect(slide.sentence).toMatch(/^15 đơn vị có cả hai chỉ số/);
    expect(slide.footnotes[0]).toBe(words.scatter.cause);
  });

  it('say who has only one of the two', async () => {
    const query =
      '?view=compare&chart=scatter&indicator=dossiers_online_rate,petitions_resolved_rate&period=2025-Q4&under=thi-xa-lam-khue';
    const slide = await plot(query);
    const named = slide.footnotes.find((note) => note.startsWith('Không vẽ'));
    const drawn = marks(slide, 'dot').length;
    expect(drawn).toBeLessThan(15);
    expect(named).toBeDefined();
  });
});

describe('a short deck', () => {
  it('takes three views of the town in three slides', async () => {
    const queries = [
      '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue',
      '?view=trend&indicator=poor_household_rate',
      '?view=unit&unit=xa-sa-khue',
    ];
    const { deck } = await deckOf(deskOf(sample), 'x', queries.map(item), '1/1/2026');
    expect(deck.slides.map(({ type }) => type)).toEqual(['bars', 'lines', 'table']);
    expect(deck.agenda.map(({ slide }) => slide)).toEqual([0, 1, 2]);
    const [, lines] = deck.slides as ChartSlide[];
    expect(lines?.series.filter(({ isStrong }) => isStrong).length).toBeLessThan(8);
    expect(lines?.most).toBeLessThanOrEqual(12);
  });

  it('shows every unit over five years on one axis, the worst first, and counts who stands lower', async () => {
    const query = '?view=trend&indicator=poor_household_rate&under=thi-xa-lam-khue&grain=year';
    const [lines, page] = await slides(sample, query); // on screens and paper: a deck has the lines alone
    if (lines?.type !== 'lines' || page?.type !== 'panels') throw new Error('other slides');
    expect(page.panels).toHaveLength(15);
    expect(new Set(page.panels.map(({ least, most }) => `${least}–${most}`)).size).toBe(1);
    const ends = page.panels.map(({ series }) => {
      const own = series.filter(({ role }) => role === 'value');
      const last =
        own.flatMap(({ values }) => values.filter((value) => value !== null)).at(-1) ?? 0;
      return { last, isNew: own.some(({ values }) => values.at(-1) != null) };
    });
    const count = ends.filter(({ isNew }) => isNew).length;
    const [current, old] = [ends.slice(0, count), ends.slice(count)]; // those of an earlier year stand apart
    expect(old.every(({ isNew }) => !isNew)).toBe(true);
    for (const part of [current, old]) {
      const values = part.map(({ last }) => last);
      expect(values).toEqual(rising(values).reverse());
    }
    const moved = page.panels.flatMap(({ series }) => {
      const last = series.filter(({ role }) => role === 'value').at(-1)?.values ?? [];
      const [from, to] = [last[1] ?? null, last[4] ?? null]; // the line begins anew in 2022
      return from === null || to === null ? [] : [to < from];
    });
    expect(page.title).toContain(`${moved.filter(Boolean).length}/${moved.length} đơn vị`);
    expect(page.footnotes.join(' ')).toMatch(
      /Từ năm 2022 không so sánh với các kỳ trước: chuẩn nghèo mới/,
    );
  });

  it('names below a title of a period who is meant, and leaves a period not all have reported out of the value of all', async () => {
    const query = '?view=trend&indicator=poor_household_rate&under=thi-xa-lam-khue&grain=year';
    const [lines] = (await slides(sample, query)) as ChartSlide[];
    const [, missed = '', all = ''] = /(\d+)\/(\d+) đơn vị/.exec(lines?.title ?? '') ?? [];
    expect(Number(all)).toBeGreaterThan(Number(missed));
    const names = /Chưa đạt: ([^.]*)\./.exec(lines?.sentence ?? '')?.[1]?.split(', ') ?? [];
    expect(names).toHaveLength(Number(missed));
    const ends = lines?.series.filter(({ role }) => role === 'value') ?? [];
    const reported = ends.filter(({ values }) => values.at(-1) != null);
    expect(reported).toHaveLength(Number(all));
    const red = lineLooks(lines ?? { series: [] }).filter(
      ({ tone }) => tone === 'behind' || tone === 'pale',
    );
    const redNow = red.filter(({ series }) => series.values.at(-1) != null);
    expect(redNow).toHaveLength(Number(missed)); // as many as the title counts
    expect(red.filter(({ tone }) => tone === 'pale').length).toBeLessThanOrEqual(Number(missed));
    const group = lines?.series.find(({ role }) => role === 'group');
    expect(group?.values.at(-1) ?? null).toBeNull();
    const shared = lines?.series.filter(({ role }) => role !== 'value') ?? [];
    expect(shared.length).toBeGreaterThan(0);
    for (const { values } of shared) expect(values[0] ?? null).toBeNull(); // 2021 is of another standard
  });

  it('puts single numbers that nothing compares on one page', async () => {
    const query = '?view=compare&indicator=dossiers_online_rate';
    const { deck } = await deckOf(deskOf(reports), 'x', [item(query)], '1/1/2026');
    const [page, ...others] = deck.slides;
    expect(others).toEqual([]);
    if (page?.type !== 'table') throw new Error('another slide');
    expect(column([page], words.column.value)).toEqual(['77,6%', '20,9%']);
    const doubts = column([page], words.present.doubt);
    expect(doubts[1]).toMatch(/^.*Báo cáo ghi 100%$/); // its unit stands in front of it
    expect(page.rows[1]?.at(-1)?.tone).toBe('warning');
  });

  it('says which units to visit and why, in the order of the screen', async () => {
    const [visits, table] = (await slides(sample, '?view=overview')) as [CardsSlide, TableSlide];
    const { reasons } = await sample.ask(visitsQuestion(deskOf(sample), []));
    const first = rankVisits(reasons, 'all').slice(0, 3);
    const named = visits.cards.map(({ name }) => name);
    expect(named).toEqual(first.map(({ unit }) => unitName(sample.data, unit)));
    expect(visits?.title).toContain(lowerFirst(named[0] ?? '?')); // inside a sentence
    const items = visits.cards.flatMap(({ items }) => items);
    expect(items.every(({ value, remark }) => value !== '' && remark !== '')).toBe(true);
    expect(visits.table.rows).toHaveLength(items.length); // paper has them all
    for (const [at, { unit, matters }] of first.entries())
      for (const [row, reasons] of matters.entries()) {
        const isMissed = reasons.some(({ kind }) => kind === 'target');
        expect(visits.cards[at]?.items[row]?.tone === 'error', unit).toBe(isMissed);
      }
    const whole = table.whole?.rows ?? [];
    expect(whole[0]?.filter(({ text }) => text.includes('(−)')).length).toBeGreaterThan(2);
    const { rows } = await sample.ask(targetsQuestion(deskOf(sample)));
    const units = table.rows.slice(1, -1); // between the targets and the value of all
    expect(units).toHaveLength(13);
    for (const [at, { name, isEven }] of table.columns.entries()) {
      if (!isEven) continue;
      const about = [...sample.data.indicators.values()].find(
        ({ shortName }) => shortName === name,
      );
      const worst = (a: TargetRow, b: TargetRow) =>
        ((a.figure.value ?? 0) - (b.figure.value ?? 0)) * (about?.direction === 'down' ? -1 : 1);
      const known = rows.filter(
        ({ figure }) =>
          figure.subject === about?.indicator &&
          figure.period === '2025' &&
          figure.value !== null &&
          sample.data.units.at(figure.unit).parent === 'thi-xa-lam-khue',
      );
      const held = [...groupBy(known, ({ figure }) => figure.unit).values()].flatMap(
        (same) => same.find(({ figure }) => figure.body === '') ?? same.sort(worst)[0] ?? [], // of bodies the worse one
      );
      const isMissed = ({ figure, targets }: (typeof rows)[number]) => {
        const [goal] = targets;
        const [own, least] = [figure.value ?? 0, goal?.value ?? 0];
        return about?.direction === 'down' ? own > least : own < least;
      };
      const shown = units.filter((row) => row[at]?.text !== words.present.nothing);
      expect(shown).toHaveLength(held.length); // each against its own target, wherever one is missed
      const red = units.filter((row) => row[at]?.tone === 'missed');
      expect(red.map(([unit]) => unit?.text).sort()).toEqual(
        held
          .filter(isMissed)
          .map(({ figure }) => unitName(sample.data, figure.unit).replace(/^(Xã|Phường) /, ''))
          .sort(),
      );
      expect(red.length).toBeGreaterThan(0);
    }
    const missed = column([table], words.present.missedOf).slice(1, -1).map(numberOf);
    expect(missed.length).toBeGreaterThan(5);
    expect(missed).toEqual(rising(missed).reverse()); // as the title counts
  });

  it('says of a change beyond chance whether it is for the better, and of others nothing', async () => {
    const unit = 'phuong-bich-trach';
    const [page] = await tables(sample, `?view=unit&unit=${unit}`);
    const { reasons } = await sample.ask({ ask: 'standing', unit, without: [] });
    const clear = reasons.filter(({ kind }) => kind === 'change').map(({ subject }) => subject);
    expect(clear.length).toBeGreaterThan(0);
    const at =
      page?.columns.findIndex(({ name }) => name.startsWith(words.present.yearBefore)) ?? -1;
    const cells = page?.rows.map((row) => row[at]?.text ?? '') ?? [];
    const told = cells.filter((text) => text.endsWith(words.present.worseBy('')));
    expect(told.length).toBeGreaterThan(0);
    expect(told.length).toBeLessThanOrEqual(clear.length); // the slide has no room for all indicators
    const { unclearBy } = words.present;
    const unclear = cells.filter((text) => text.endsWith(unclearBy('')));
    expect(unclear.length).toBeGreaterThan(1);
    for (const text of unclear) expect(text).toMatch(/^[+−]?[\d,]+ \(tham\u00a0khảo\)$/);
  });

  it('lets names at the ends of lines give way, and no further than they must', () => {
    const height = (value: number, shift: number) => (1 - value / 100) * 0.85 + shift;
    const ends = [50, 50.5, 51, 90];
    const shifts = spread(ends, { least: 0, most: 100, plot: 0.85 });
    const places = ends.map((end, at) => height(end, shifts[at] ?? 0));
    expect(places[0] ?? 0).toBeGreaterThan((places[1] ?? 0) + 0.05);
    expect(places[1] ?? 0).toBeGreaterThan((places[2] ?? 0) + 0.05);
    expect(shifts[3]).toBe(0);
  });
});

/** To count everything that must be checked. */
const EVERY_ERROR = {
  ...{ ask: 'issues' as const, severities: ['error' as const], codes: [], source: '', period: '' },
  ...{ limit: 1, without: [], grouped: false },
};

describe('the slide of the worklist', () => {
  const counts = async (loaded: Loaded, query: string) => {
    const made = await tables(loaded, query);
    return { made, units: column(made, words.column.unit) };
  };

  it('counts what its filters let through', async () => {
    const { made } = await counts(reports, '?view=checks&severity=error&unit=phuong-pho-hoa');
    const { total } = await reports.ask({
      ask: 'issues',
      units: ['phuong-pho-hoa'],
      severities: ['error'],
      codes: [],
      source: '',
      period: '',
      limit: 0,
    });
    expect(total).toBeGreaterThan(0);
    expect(made[0]?.columns.map(({ name }) => name)).not.toContain(
      words.checks.severityName.warning,
    );
    const told = column(made, words.present.points).filter(Boolean);
    expect(told.map(numberOf)).toEqual([total]);
    expect(made[0]?.title).toContain(`${total} nội dung`);
  });

  it('is about one kind of issue where the link is', async () => {
    const { made } = await counts(reports, '?view=checks&code=PCT_MISMATCH');
    expect(severityOf('PCT_MISMATCH')).toBe('error');
    expect(made[0]?.heading).toContain(codeName('PCT_MISMATCH'));
    const whole = made.map((one) => ({ ...one, ...one.whole }));
    expect(column(whole, words.checks.severityName.warning ?? '').map(numberOf)).toEqual(
      whole[0]?.rows.map(() => 0),
    );
  });

  it('has as many points in its rows as its title says, whatever has no row of its own', async () => {
    const all = async ({ ask }: Loaded) => {
      const { tally } = await ask({ ...EVERY_ERROR, units: null });
      return [...new Set(tally.map(({ unit }) => unit))].filter(Boolean);
    };
    const few = [1, 2, 3, 4, 6].flatMap((count) =>
      [sample, reports].map((loaded) => [loaded, count] as const),
    );
    for (const [loaded, count] of [[sample, 0] as const, [reports, 0] as const, ...few]) {
      const units = count > 0 ? (await all(loaded)).slice(0, count) : null;
      const { made } = await counts(loaded, `?view=checks${units ? `&unit=${units}` : ''}`);
      expect(made).toHaveLength(1); // what a page has no room for is told, not on another
      const [, sum = '', named = ''] = /(\d+) nội dung ở (\d+)/.exec(made[0]?.title ?? '') ?? [];
      const own = column(made, words.present.points).filter(Boolean).map(numberOf);
      const left = made[0]?.footnotes.find((note) => note.startsWith('Còn lại')) ?? '';
      const [, several = '', single = ''] = /: (.*?)(?:;? ?mỗi nơi 1: (.*))?$/.exec(left) ?? [];
      const unnamed = Number(/và (\d+) đơn vị/.exec(single)?.[1] ?? 0);
      const ones = single
        ? single
            .replace(/ và \d+ đơn vị/, '')
            .split(', ')
            .map(() => 1)
        : [];
      const others = [
        ...[...several.matchAll(/\((\d+)\)/g)].map(([, count]) => Number(count)),
        ...ones,
        ...Array.from({ length: unnamed }, () => 1),
      ];
      const rows = [...own, ...others].reduce((whole, one) => whole + one, 0);
      const { tally } = await loaded.ask({ ...EVERY_ERROR, units });
      expect(tally.reduce((whole, { count }) => whole + count, 0)).toBe(Number(sum));
      expect(rows).toBe(Number(sum));
      const told = column(made, words.column.unit);
      const isAbove = (name: string) =>
        loaded.data.units.ids.some(
          (id) =>
            unitName(loaded.data, id) === name &&
            loaded.data.units
              .children(id)
              .some((child) => told.includes(unitName(loaded.data, child))),
        );
      const above = upperFirst(/đơn vị và (.+)$/.exec(made[0]?.title ?? '')?.[1] ?? '');
      if (above) expect(isAbove(above)).toBe(true); // it is none of its own units
      const listed = told.filter((name) => name && name !== above).length;
      expect(listed + others.length).toBe(Number(named));
      for (const text of made.flatMap(({ rows }) => rows.flat()))
        expect(text.text).not.toMatch(/…/);
    }
  });

  it('closes a deck with the whole package, whatever was filtered', async () => {
    const closing = async (query: string) =>
      (await deckOf(deskOf(reports), 'x', [item(query)], '1/1/2026')).deck.closing;
    const [filtered] = await closing('?view=checks&severity=error&unit=phuong-pho-hoa');
    expect(filtered).toEqual((await closing('?view=overview'))[0]);
    expect(filtered?.rows.length).toBeGreaterThan(2);
  });

  it('leaves out what is settled', async () => {
    const { issues } = await reports.ask({
      ask: 'issues',
      units: null,
      severities: ['error', 'warning'],
      codes: [],
      source: '',
      period: '',
      limit: 1000,
    });
    const settled = issues.map(({ id }) => id);
    const { slides: none, remarks } = await slidesOf(
      deskOf(reports, { settled }),
      item('?view=checks'),
    );
    expect(none).toEqual([]);
    expect(remarks).toEqual([words.present.empty]);
  });
});

describe('an item of a briefing', () => {
  it('names what the package no longer has', async () => {
    const { slides: made, remarks } = await slidesOf(
      deskOf(sample),
      item('?view=compare&indicator=dossiers_online_rate,gone&unit=xa-sa-khue,nowhere'),
    );
    expect(made.length).toBeGreaterThan(0);
    expect(remarks).toEqual([
      words.present.gone('indicator', 'gone'),
      words.present.gone('unit', 'nowhere'),
    ]);
  });

  it('of another package says so', async () => {
    const { remarks } = await slidesOf(deskOf(sample), item('?package=data/other&view=overview'));
    expect(remarks).toEqual([words.present.otherPackage('data/other')]);
  });
});

it('a deck of every screen, to be opened: test/output/deck.pptx', async () => {
  const queries = [
    '?view=overview&under=thi-xa-lam-khue',
    '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue',
    '?view=trend&indicator=dossiers_online_rate&unit=xa-sa-khue,xa-ninh-hac&grain=quarter',
    '?view=unit&unit=xa-sa-khue',
    '?view=compare&chart=funnel&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue',
    '?view=compare&chart=scatter&indicator=dossiers_online_rate,dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue',
    '?view=explain&indicator=dossiers_online_rate&unit=thi-xa-lam-khue&period=2024-Q4',
    '?view=table&indicator=dossiers_online_rate&unit=xa-sa-khue&sort=-period',
    '?view=checks&severity=error',
  ];
  const { deck, remarks } = await deckOf(
    deskOf(sample),
    'Họp giao ban',
    queries.map(item),
    '21/11/2026',
  );
  expect(remarks).toEqual([]);
  expect(deck.agenda).toHaveLength(queries.length);
  const links = { href: (query: string) => `http://may-chu/${query}`, qr: () => PIXEL };
  const bytes = await makeDeck(deck, words.present, links);
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(resolve(OUTPUT, 'deck.pptx'), bytes);
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files);
  const pages = parts.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const charts = parts.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
  expect(pages.length).toBeGreaterThanOrEqual(queries.length + 2);
  const drawn = deck.slides.map((slide) =>
    slide.type === 'panels'
      ? slide.panels.length
      : Number(/bars|lines|steps|plot/.test(slide.type)),
  );
  expect(charts.length).toBe(drawn.reduce((sum, count) => sum + count, 0));
  expect(await faultsOf(bytes)).toEqual([]);
  expect(await outsideOf(bytes)).toEqual([]);
  const texts = await Promise.all(pages.map((name) => zip.file(name)?.async('string')));
  for (const slide of deck.slides) {
    expect(texts.some((xml) => xml?.includes(escaped(slide.heading)))).toBe(true);
  }
  const codes = texts.flatMap((xml = '') => {
    const table = boxesIn(xml, 'graphicFrame').find(({ xml: own }) => own.includes('<a:tbl>'));
    return boxesIn(xml, 'pic').map((code) => ({ code, table }));
  });
  const above = codes.filter(({ code, table }) => table && code.y < table.y);
  expect(above.length).toBeGreaterThan(1);
  for (const { code, table } of above) expect(code.y + code.h).toBeLessThanOrEqual(table?.y ?? 0); // it covers no head
});

/** A picture of one point. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Shapes of a kind on a page, with their places in EMU. */
const boxesIn = (xml: string, kind: string) =>
  [...xml.matchAll(new RegExp(`<p:${kind}>[\\s\\S]*?</p:${kind}>`, 'g'))].map(([own]) => {
    const [, y = '', h = ''] =
      /<a:off x="-?\d+" y="(\d+)"\s*\/>\s*<a:ext cx="\d+" cy="(\d+)"/.exec(own) ?? [];
    return { xml: own, y: Number(y), h: Number(h) };
  });

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Changes and targets on slides, and what is asked for them: on the simulated town, in the real engine. */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { subjectOf } from '../../src/model/dataset.ts';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import { deckOf } from '../../src/slide/deck.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { tablesOf } from '../../src/slide/paper/tables.ts';
import type { PlotSlide, TableSlide } from '../../src/slide/slide.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { heldIn, ownerText, paceText } from '../../src/text/told/target.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const OUTPUT = resolve(import.meta.dirname, '../output');
const CHANGE =
  '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue&chart=change&order=change';
const TARGETS = '?view=overview&show=targets&period=2024-Q3&under=thi-xa-lam-khue';

let town: Loaded;
let desk: SlideDesk;
beforeAll(async () => {
  town = await loadPackage('data/sample');
  const { data, ask } = town;
  const state = parseUrl(`?package=${data.path}`).state;
  desk = { data, ask, state, checked: true, organisation: 'Thị ủy Lam Khuê', settled: [] };
});
afterAll(() => town.engine.close());

const item = (query: string) => ({ id: query, query, name: '', title: query, note: '' });
const slidesAt = async (query: string) =>
  (await slidesOf(desk, item(query), (slide) => [slide])).slides;

/** Where a unit's marks of these looks stand, by its row. */
const placesOf = ({ series }: PlotSlide, ...looks: readonly string[]) =>
  new Map(
    series
      .filter(({ look }) => looks.includes(look))
      .flatMap(({ points }) => points.flatMap((point) => (point ? [[point.y, point]] : []))),
  );

it('a change goes from then to now in one row, with both values and the verdict, the largest fall first', async () => {
  const [slide] = (await slidesAt(CHANGE)) as PlotSlide[];
  if (slide?.type !== 'plot') throw new Error('no plot');
  const [now, then] = [placesOf(slide, 'dot', 'bad'), placesOf(slide, 'ring')];
  const rows = slide.y.ticks.map(({ at }) => at);
  expect(rows).toHaveLength(slide.figures.length);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.map((at) => now.get(at)?.x)).toEqual(slide.figures.map(({ value }) => value));
  expect(rows.map((at) => then.get(at)?.x)).toEqual(slide.beside?.map(({ value }) => value));
  const by = rows.map((at) => (now.get(at)?.x ?? 0) - (then.get(at)?.x ?? 0));
  expect(by).toEqual([...by].sort((a, b) => a - b));
  const texts = placesOf(slide, 'text');
  expect(texts.get(rows[0] ?? -1)?.text).toBe('99,2% → 89,5%, −9,7 điểm, kém đi rõ');
  expect([...placesOf(slide, 'bad').keys()]).toEqual([rows[0]]); // said by its shape, too
  expect(slide.title).toContain('kém đi rõ');
  const ticks = slide.x.ticks.map(({ at }) => at);
  const steps = new Set(ticks.slice(1).map((at, before) => at - (ticks[before] ?? 0)));
  expect(steps.size).toBe(1);
  expect([ticks[0], ticks.at(-1)]).toEqual([slide.x.least, slide.x.most]);
});

it('on paper then and now stand in one row', async () => {
  const [slide] = (await slidesAt(CHANGE)) as PlotSlide[];
  if (!slide) throw new Error('no slide');
  const [table] = tablesOf(town.data, slide).tables;
  expect(table?.columns.map(({ name }) => name)).toContain('Giá trị năm 2023');
  expect(table?.rows).toHaveLength(slide.figures.length);
  expect(table?.rows[0]?.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['99,2%', '−9,7 điểm', 'kém đi rõ']),
  );
});

it('without anything at the base there is no chart', async () => {
  expect(await slidesAt(CHANGE.replace('period=2024', 'period=2021'))).toEqual([]);
});

it('a unit with a target of its own has those above it too, each by who holds it', async () => {
  const { rows } = await town.ask({
    ask: 'targets',
    ...{ units: ['phuong-diep-hoa'], subjects: ['dossiers_online_rate'], grain: 'any' },
    period: { type: 'one', code: '2024-Q3' },
  });
  const [row] = rows;
  if (!row) throw new Error('no targets');
  expect(row.targets.map(({ value }) => value)).toEqual([80, 65]);
  const owners = row.targets.map((target) => ownerText(town.data, row.figure, target));
  expect(owners[1]).toBe('của Thị xã Lam Khuê');
  expect(owners[0]).not.toBe(owners[1]);
});

it('within the year a yearly target has a pace, from the counts since January', async () => {
  const { rows } = await town.ask({
    ask: 'targets',
    ...{ units: null, subjects: ['dossiers_on_time_rate'], grain: 'any' },
    period: { type: 'one', code: '2024-Q3' },
  });
  const subject = subjectOf(town.data, 'dossiers_on_time_rate');
  const row = rows.find(({ figure }) => figure.unit === 'phuong-bich-trach');
  if (!row?.year || !subject) throw new Error('no pace');
  const { data } = town;
  expect(data.periods.get(row.year.period)?.end).toBe('2024-09-30');
  expect(row.year.n).toBeGreaterThan(row.figure.denominator ?? 0);
  const [target] = row.targets;
  if (!target) throw new Error('no target');
  expect(paceText(data, subject, row, target)).toMatch(/quý IV|cả năm/);
  expect(heldIn(data, subject, row)[0]?.outlook).toBe('hard');
});

it('a result of the whole year has none, and no year is over its own end', async () => {
  const { rows } = await town.ask({
    ask: 'targets',
    ...{ units: null, subjects: null, grain: 'any' },
    period: { type: 'one', code: '2024' },
  });
  expect(rows.length).toBeGreaterThan(50);
  expect(rows.every(({ year }) => year === null)).toBe(true);
});

it('the table of targets says of every cell how it stands, and why in the notes', async () => {
  const made = (await slidesAt(TARGETS)) as TableSlide[];
  expect(made.length).toBeGreaterThan(1);
  const cells = made.flatMap(({ rows }) => rows.flatMap(([, ...own]) => own));
  const { reached, near, hard } = words.targets.outlook;
  for (const word of [reached, near, hard])
    expect(cells.some(({ text }) => text.includes(word))).toBe(true);
  expect(made.flatMap(({ spoken = [] }) => spoken).some((note) => note.includes('cần '))).toBe(
    true,
  );
});

it('both are native in the file', async () => {
  const { deck } = await deckOf(
    desk,
    'Thay đổi và chỉ tiêu',
    [item(CHANGE), item(TARGETS)],
    '1/3/2026',
  );
  const links = { href: () => null, qr: () => '' };
  const bytes = await makeDeck(deck, words.present, links);
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(resolve(OUTPUT, 'progress.pptx'), bytes);
  const zip = await JSZip.loadAsync(bytes);
  const charts = Object.keys(zip.files).filter((name) => /charts\/chart\d+\.xml$/.test(name));
  expect(charts.length).toBe(deck.slides.filter(({ type }) => type === 'plot').length);
  const xml = (await zip.file(charts[0] ?? '')?.async('string')) ?? '';
  expect(xml).toContain('<c:scatterChart>');
  expect(xml).toContain('99,2% → 89,5%');
});

/** Maps of tiles on slides: the same values as the bars, as shapes that can be edited; without places the bars. */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolveUrl } from '../../src/address/resolve.ts';
import { parseUrl } from '../../src/address/url.ts';
import { chartDrawing } from '../../src/share/picture/chart/chart.ts';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import { deckOf } from '../../src/slide/deck.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { tablesOf } from '../../src/slide/paper/tables.ts';
import type { ChartSlide, TilesSlide } from '../../src/slide/slide.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { words } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';
import { faultsOf, outsideOf } from '../support/powerpoint.ts';

const OUTPUT = resolve(import.meta.dirname, '../output');
const BARS =
  '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue&chart=bars';
const MAP = BARS.replace('bars', 'map');
const OVERVIEW = '?view=overview&chart=map';

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
const slidesAt = async (query: string) => (await slidesOf(desk, item(query))).slides;
const tilesOf = ({ grid }: TilesSlide) => [...grid.placed.map(({ item }) => item), ...grid.apart];

it('a map has the values of the bars, one tile a unit, the named ones marked', async () => {
  const [bars] = (await slidesAt(BARS)) as ChartSlide[];
  const [map] = (await slidesAt(MAP)) as TilesSlide[];
  if (!bars || map?.type !== 'tiles') throw new Error('other slides');
  expect(map.title).toBe(bars.title);
  expect(map.grid.placed).toHaveLength(15);
  expect(map.grid.apart).toEqual([]);
  const texts = (list: readonly string[]) => [...list].sort();
  expect(texts(tilesOf(map).map(({ text }) => text))).toEqual(texts(bars.series[0]?.texts ?? []));
  const marked = tilesOf(map).filter(({ isMarked }) => isMarked);
  expect(marked).toHaveLength(bars.marked.length);
  expect(marked.map(({ name }) => name)).toContain('Bích Trạch');
  expect(tilesOf(map).find(({ name }) => name === 'Bích Trạch')?.sign).toBe('worse');
  expect(tablesOf(town.data, map).tables[0]?.rows).toHaveLength(15);
});

it('wards lie in the middle, and who are neighbours stay so', async () => {
  const [map] = (await slidesAt(MAP)) as TilesSlide[];
  const at = (name: string) => map?.grid.placed.find(({ item }) => item.name === name)?.tile;
  expect(at('Diệp Hòa')).toEqual({ row: 2, column: 2 });
  expect(at('Trúc Lăng')).toEqual({ row: 1, column: 2 });
  expect(at('Sa Khuê')).toEqual({ row: 0, column: 2 });
});

it('the first screen is a map of how many indicators each unit is behind on, with a title of its own', async () => {
  const map = (await slidesAt(OVERVIEW)).at(-1);
  if (map?.type !== 'tiles') throw new Error('no map');
  expect(map.title).toContain('Phường Bích Trạch: ');
  const worst = tilesOf(map).find(({ name }) => name === 'Bích Trạch');
  expect(worst?.sign).toBe('worse');
  expect(worst?.text).toMatch(/^[1-6]\/[1-6]$/);
  expect(map.title).toContain(worst?.text);
});

it('without places the link falls back, and says so', async () => {
  const reports = await loadPackage('data/reports');
  try {
    const found = resolveUrl(parseUrl('?view=compare&chart=map'), reports.data);
    expect(found.state.chart).toBe('bars');
    expect(found.unknown).toEqual([{ param: 'chart', value: 'map' }]);
  } finally {
    await reports.engine.close();
  }
});

it('units of a group without places are bars, with the reason on the slide', async () => {
  const query =
    '?view=compare&indicator=poor_household_rate&level=&under=phuong-diep-hoa&chart=map';
  const slides = await slidesAt(query);
  for (const slide of slides) {
    expect(slide.type).not.toBe('tiles');
    expect(slide.footnotes).toContain(words.comparing.map.none);
  }
  expect(slides.length).toBeGreaterThan(0);
});

it('the deck has shapes with text inside their page, and is sound', async () => {
  const { deck } = await deckOf(desk, 'Bản đồ', [item(MAP), item(OVERVIEW)], '15/01/2026');
  const bytes = await makeDeck(deck, words.present, { href: () => null, qr: () => '' });
  await mkdir(OUTPUT, { recursive: true });
  await writeFile(resolve(OUTPUT, 'map.pptx'), bytes);
  expect(await faultsOf(bytes)).toEqual([]);
  expect(await outsideOf(bytes)).toEqual([]);
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('ppt/slides/slide2.xml')?.async('string')) ?? '';
  for (const name of ['Bích Trạch', 'Diệp Hòa', 'Đông Nhạn']) expect(xml).toContain(name);
});

it('on paper every unit is named in the drawing', async () => {
  const [map] = (await slidesAt(MAP)) as TilesSlide[];
  if (!map) throw new Error('no map');
  const { svg, width, height } = chartDrawing(map);
  for (const { text } of tilesOf(map)) expect(svg).toContain(text);
  const twice = [...svg.matchAll(/<\w+ ([^>]*)>/g)].filter(([, attributes = '']) => {
    const names = [...attributes.matchAll(/([\w-]+)="/g)].map(([, name]) => name);
    return new Set(names).size < names.length;
  });
  expect(twice).toEqual([]); // a browser draws nothing of such a file
  expect(width).toBe(960);
  expect(height).toBeGreaterThan(400);
});

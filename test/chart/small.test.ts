// @vitest-environment happy-dom
/** Small charts of a screen, of a page and of a slide program: the same points, and the same ones hollow. */
import JSZip from 'jszip';
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { dotsOf, fewDots, linePath } from '../../src/model/drawing/line.ts';
import { chartDrawing } from '../../src/share/picture/chart/chart.ts';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import type { Deck } from '../../src/slide/page/deck.ts';
import { hollowNote } from '../../src/slide/page/panels.ts';
import type { ChartSlide, PanelSlide, SlideSeries } from '../../src/slide/slide.ts';
import { words } from '../../src/text/words.ts';
import { SmallChart } from '../../src/view/card/small-chart.tsx';
import { faultsOf } from '../support/powerpoint.ts';
import { draw, numbers, stretches } from './draw.ts';

const VALUES = [20, 40, null, 60, null, 80, 100];
const WEAK = [false, true, false, false, false, true, false];

const series = (more: Partial<SlideSeries>): SlideSeries => ({
  ...{ name: 'Xã A', role: 'value', isStrong: true, line: 'Xã A', label: '' },
  ...{
    values: VALUES,
    weak: WEAK,
    texts: VALUES.map((value) => (value === null ? '' : `${value}%`)),
  },
  ...more,
});
const PANEL: ChartSlide = {
  ...{ type: 'lines', title: '', heading: 'Nộp trực tuyến', sentence: '', note: '', footnotes: [] },
  ...{ figures: [], documents: '', source: '', query: '', marked: [], goal: null },
  ...{ percent: true, decimals: 1, least: 20, most: 100 },
  categories: VALUES.map((_, at) => `Năm ${2019 + at}`),
  series: [
    series({}),
    series({ role: 'target', values: VALUES.map(() => 50), line: 'target', weak: [] }),
  ],
};
const SLIDE: PanelSlide = { ...PANEL, type: 'panels', panels: [PANEL] };

const DECK: Deck = {
  ...{ title: 'x', organisation: '', day: '1/1/2026', synthetic: '', agenda: [], closing: [] },
  facts: [],
  slides: [SLIDE],
};

const ORIGIN: [number, number] = [0, 0];

/** Marked: those that are weak, one that no line leads to, the last. */
const DOTS = [1, 3, 5, 6];
const HOLLOW = [1, 5];

describe('the points of a line', () => {
  const at = (dots: readonly { at: number }[]) => dots.map((dot) => dot.at);

  it('are joined to their neighbours, to a tenth of a pixel', () => {
    const path = linePath(
      VALUES,
      (x) => x * 10.04,
      (y) => y / 3,
    );
    expect(path).toBe('M0 6.7L10 13.3M30.1 20M50.2 26.7L60.2 33.3');
  });

  it('have dots, in a small chart where one would be missed', () => {
    expect(at(dotsOf(VALUES))).toEqual([0, 1, 3, 5, 6]);
    expect(at(fewDots(VALUES, WEAK))).toEqual(DOTS);
    expect(at(fewDots(VALUES, WEAK).filter(({ isWeak }) => isWeak))).toEqual(HOLLOW);
    expect(fewDots([null, null])).toEqual([]);
    expect(at(fewDots([5]))).toEqual([0]);
  });
});

interface Dot {
  readonly cx: number;
  readonly cy: number;
  readonly isHollow: boolean;
}

/** Of a drawing: points of its own line and its dots, which must lie on them. */
function expectSame(svg: Element) {
  const own = [...svg.querySelectorAll('path')].find(
    (path) => stretches(path.getAttribute('d') ?? '').length === 3,
  );
  const line = stretches(own?.getAttribute('d') ?? '');
  expect(line.map((stretch) => stretch.length)).toEqual([2, 1, 2]);
  const points = line.flat();
  const known = VALUES.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  const [first, last] = [points[0] ?? ORIGIN, points.at(-1) ?? ORIGIN];
  for (const [index, { at, value }] of known.entries()) {
    const [x = 0, y = 0] = points[index] ?? [];
    expect((x - first[0]) / (last[0] - first[0])).toBeCloseTo(at / (VALUES.length - 1), 2);
    expect((y - first[1]) / (last[1] - first[1])).toBeCloseTo((value - 20) / 80, 2);
  }
  const dots = [...svg.querySelectorAll('circle')].map((dot): Dot => {
    const isHollow = dot.getAttribute('fill') !== dot.getAttribute('stroke');
    return { ...numbers(dot, 'cx', 'cy'), isHollow };
  });
  const expected = DOTS.map((at) => points[known.findIndex((one) => one.at === at)] ?? ORIGIN);
  expect(dots).toHaveLength(DOTS.length);
  for (const [index, [x, y]] of expected.entries()) {
    expect(dots[index]?.cx).toBeCloseTo(x, 0);
    expect(dots[index]?.cy).toBeCloseTo(y, 0);
    expect(dots[index]?.isHollow).toBe(HOLLOW.includes(DOTS[index] ?? -1));
  }
}

/** Numbers of a series in a chart's file, by position. */
function pointsOf(series: string) {
  const values = /<c:val>[\s\S]*?<\/c:val>/.exec(series)?.[0] ?? '';
  const found = values.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)<\/c:v>/g);
  return [...found].map(([, at, value]) => ({ at: Number(at), value: Number(value) }));
}

describe('a small chart with weak figures', () => {
  it('on a screen has them hollow', async () => {
    const chart = createElement(SmallChart, { panel: PANEL, width: 300, height: 132 });
    expectSame(await draw('small-screen', chart));
  });

  it('on paper has the same', () => {
    const box = document.createElement('div');
    box.innerHTML = chartDrawing(SLIDE).svg;
    expectSame(box);
  });

  it('in a slide program has the same', async () => {
    const bytes = await makeDeck(DECK, words.present, {
      href: () => null,
      qr: () => '',
    });
    expect(await faultsOf(bytes)).toEqual([]);
    const zip = await JSZip.loadAsync(bytes);
    const path = Object.keys(zip.files).find((name) => /charts\/chart\d+\.xml$/.test(name)) ?? '';
    const xml = (await zip.file(path)?.async('string')) ?? '';
    const all = [...xml.matchAll(/<c:ser>[\s\S]*?<\/c:ser>/g)].map(([ser]) => ser);
    const own = all.findIndex((ser) => ser.includes('<c:dPt>'));
    const dots = [...(all[own] ?? '').matchAll(/<c:dPt><c:idx val="(\d+)"\/>([\s\S]*?)<\/c:dPt>/g)];
    expect(dots.map((m) => Number(m[1]))).toEqual(DOTS);
    const holes = all[own + 1] ?? ''; // drawn later, and so above the dots, in every program
    expect(pointsOf(holes).map(({ at }) => at)).toEqual(HOLLOW);
    expect(pointsOf(all[own] ?? '')).toEqual(expect.arrayContaining(pointsOf(holes)));
    const size = (xml = '') => Number(/<c:size val="(\d+)"/.exec(xml)?.[1]);
    for (const [, at, dot] of dots) {
      if (HOLLOW.includes(Number(at))) expect(size(dot)).toBeGreaterThan(size(holes) + 2);
    }
    expect(/<c:marker>[\s\S]*?<\/c:marker>/.exec(holes)?.[0]).toContain('val="bg1"'); // the ground, of a template too
    expect(xml.match(/<c:dPt>/g)).toHaveLength(DOTS.length);
  });

  it('says what the sign means, and only where it occurs', () => {
    expect(hollowNote([PANEL])).toBe(words.trend.hollow);
    expect(hollowNote([{ ...PANEL, series: [series({ weak: [] })] }])).toBe('');
  });
});

/** Charts on paper in numbers: bars end where their values are, the target lies on the same scale, names do not touch. */
import { describe, expect, it } from 'vitest';
import { chartDrawing } from '../../src/share/picture/chart/chart.ts';
import { apart } from '../../src/share/picture/chart/lines.ts';
import type {
  ChartSlide,
  PlotSlide,
  SlideSeries,
  SlideStep,
  StepsSlide,
} from '../../src/slide/slide.ts';

const series = (more: Partial<SlideSeries> & Pick<SlideSeries, 'values'>): SlideSeries => ({
  name: 'x',
  role: 'value',
  texts: more.values.map((value) => (value === null ? '' : `${value}%`)),
  isStrong: true,
  line: 'x',
  label: 'x',
  ...more,
});

const chart = (more: Partial<ChartSlide>): ChartSlide => ({
  ...{ type: 'bars', title: '', heading: '', sentence: '', note: '', footnotes: [], figures: [] },
  ...{ documents: '', source: '', query: '', marked: [], goal: null, percent: true, decimals: 1 },
  ...{ least: 0, most: 100, categories: [], series: [] },
  ...more,
});

const numbers = (svg: string, pattern: RegExp) =>
  [...svg.matchAll(pattern)].map((m) => Number(m[1]));

describe('bars on paper', () => {
  const values = [91.3, 90, 45];
  const { svg } = chartDrawing(
    chart({
      categories: ['A', 'B', 'x'.repeat(120)],
      goal: { value: 90, text: '90%' },
      series: [
        series({ values }),
        series({ values: [90, 90, 90], role: 'target', isStrong: false }),
      ],
    }),
  );
  const widths = numbers(svg, /<rect x="\d+" y="[\d.]+" width="([\d.]+)"/g);
  const start = numbers(svg, /<rect x="(\d+)" y="[\d.]+" width/g)[0] ?? 0;

  it('are as long as their values', () => {
    expect(widths).toHaveLength(3);
    const scale = (widths[1] ?? 0) / 90;
    for (const [at, value] of values.entries()) expect(widths[at]).toBeCloseTo(value * scale, 1);
  });

  it('reach the target where they meet it, and not where they miss it', () => {
    const target =
      numbers(svg, /<path d="M([\d.]+) [^"]*" stroke="[^"]*" stroke-width="2"/g)[0] ?? 0;
    expect(start + (widths[0] ?? 0)).toBeGreaterThan(target);
    expect(start + (widths[1] ?? 0)).toBeCloseTo(target, 1);
    expect(start + (widths[2] ?? 0)).toBeLessThan(target);
  });

  it('have names that stay in their place, however long', () => {
    expect(svg).not.toContain('x'.repeat(60));
    expect(svg).toContain('…');
  });
});

describe('lines on paper', () => {
  it('keep gaps open, grey lines without names, and the axis where the data are', () => {
    const { svg } = chartDrawing(
      chart({
        type: 'lines',
        ...{ least: 0, most: 5 },
        categories: ['2021', '2022', '2023', '2024'],
        series: [
          series({ values: [1, null, 2, 3], label: 'Xã A', line: 'Xã A' }),
          series({ values: [4, 4, 4, 4], label: 'Xã B', line: 'Xã B', isStrong: false }),
        ],
      }),
    );
    const [path = ''] = [
      ...svg.matchAll(/<path d="([^"]*)" fill="none"[^>]*stroke-width="4"/g),
    ].map((m) => m[1]);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(svg).toContain('Xã A');
    expect(svg).not.toContain('Xã B');
    expect(svg).toContain('>5%<');
    expect(svg).not.toContain('>10%<');
  });

  it('write names apart from each other, inside the drawing', () => {
    const names = [100, 101, 102, 415].map((height) => ({ height, room: 28 }));
    const places = apart(names);
    for (const [at, place] of places.slice(1).entries()) {
      expect(place - (places[at] ?? 0)).toBeGreaterThanOrEqual(28);
    }
    expect(Math.max(...places)).toBeLessThanOrEqual(416);
  });
});

const BARE = {
  ...{ title: '', heading: '', sentence: '', note: '', footnotes: [], figures: [] },
  ...{ documents: '', source: '', query: '', table: { columns: [], rows: [] } },
};

describe('steps on paper', () => {
  const step = (from: number, to: number, tone: SlideStep['tone']) => ({
    ...{ from, to, tone },
    name: `${from}–${to}`,
    text: `${to - from}`,
  });
  const slide: StepsSlide = {
    ...{ ...BARE, type: 'steps', percent: true, decimals: 1, ticks: [40, 50, 60, 70] },
    steps: [step(0, 50, 'end'), step(50, 65, 'good'), step(65, 60, 'bad'), step(0, 60, 'end')],
  };
  const { svg } = chartDrawing(slide);
  const bars = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => [Number(x), Number(x) + Number(width)] as const,
  );

  it('begin where the one before ends, and lead to the last level', () => {
    expect(bars).toHaveLength(4);
    const [first, up, down, last] = bars;
    expect(up?.[0]).toBeCloseTo(first?.[1] ?? 0, 1);
    expect(down?.[1]).toBeCloseTo(up?.[1] ?? 0, 1);
    expect(last?.[1]).toBeCloseTo(down?.[0] ?? 0, 1);
  });

  it('tell what makes it worse without colour, too: hollow', () => {
    expect(svg.match(/fill="#ffffff" stroke="/g)).toHaveLength(1);
  });
});

describe('marks on paper', () => {
  it('stand at their values, lines break at gaps, texts beside their marks', () => {
    const at = (x: number, y: number, text = '') => ({ x, y, text });
    const axis = { name: 'x', least: 0, most: 10, ticks: [{ at: 0, text: '0' }] };
    const slide: PlotSlide = {
      ...{ ...BARE, type: 'plot', isRows: false, x: axis, y: { ...axis, name: 'y' } },
      series: [
        { name: 'a', look: 'thin', points: [at(0, 0), at(10, 0), null, at(0, 10), at(10, 10)] },
        { name: 'b', look: 'dot', points: [at(0, 0, 'Xã A'), null, at(5, 10), at(10, 5)] },
      ],
    };
    const { svg } = chartDrawing(slide);
    const dots = numbers(svg, /<circle cx="([\d.]+)"/g);
    expect(dots).toHaveLength(3);
    expect((dots[1] ?? 0) - (dots[0] ?? 0)).toBeCloseTo((dots[2] ?? 0) - (dots[1] ?? 0), 1);
    expect(svg).toMatch(/<path d="M[\d. ]+L[\d. ]+M[\d. ]+L[\d. ]+" fill="none"/);
    expect(svg).toContain('Xã A');
  });
});

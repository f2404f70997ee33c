// @vitest-environment happy-dom
/** Lines in numbers, on the axes of the large chart and in the small panels: one geometry, gaps and breaks kept. */
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { type LinePoint, type LineSeries, seriesColour } from '../../src/chart/line-drawing.tsx';
import { Lines, Panel } from '../../src/chart/lines.tsx';
import { draw, numbers, stretches } from './draw.ts';

const point = (value: number | null, more: Partial<LinePoint> = {}): LinePoint => ({
  ...{ value, target: null, weak: false, derived: false, breakBefore: false, glyph: '' },
  ...{ label: `${value}`, open: `${value}`, onOpen: () => {} },
  ...more,
});
const series = (name: string, points: readonly LinePoint[]): LineSeries => ({
  ...{ key: name, name, role: 'unit' },
  points,
});
const PERIODS = ['Q.I/2023', 'Q.II/2023', 'Q.III/2023', 'Q.IV/2023', 'Q.I/2024'];
const given = (points: readonly LinePoint[], more: object = {}) => ({
  ...{ periods: PERIODS, series: [series('Xã A', points)], breaks: [], domain: [0, 100] as const },
  ...{ tick: (value: number) => `${value}%`, width: 900 },
  ...more,
});

const KINDS = { chart: Lines, panel: Panel };

/** Pixels of a value, from the labels of the vertical axis (a label's text stands 4 px below its line in a panel). */
function axisOf(svg: Element) {
  const labels = [...svg.querySelectorAll('text')].filter((text) =>
    /^\d+%$/.test(text.textContent ?? ''),
  );
  const at = labels.map((label) => [
    Number.parseFloat(label.textContent ?? ''),
    numbers(label, 'y').y,
  ]);
  at.sort(([a = 0], [b = 0]) => a - b);
  const [low = 0, from = 0] = at[0] ?? [];
  const [high = 0, to = 0] = at.at(-1) ?? [];
  return { per: (to - from) / (high - low), values: at.map(([value]) => value) };
}

describe.each(Object.entries(KINDS))('a line in a %s', (kind, Chart) => {
  const lines = (name: string, props: ReturnType<typeof given>) =>
    draw(`lines-${kind}-${name}`, createElement(Chart, props));
  const pathOf = (svg: Element) =>
    stretches(svg.querySelector('path[stroke-width="2.5"]')?.getAttribute('d') ?? '');

  it('has its points where their values are on the axis', async () => {
    const values = [20, 40, 35, 80, 100];
    const svg = await lines('values', given(values.map((value) => point(value))));
    const { per, values: ticks } = axisOf(svg);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(100);
    const [line = []] = pathOf(svg);
    const [, first = 0] = line[0] ?? [];
    expect(line.map(([, y]) => 20 + (y - first) / per)).toEqual(
      values.map((value) => expect.closeTo(value, 6)),
    );
    const steps = line.slice(1).map(([x], at) => x - (line[at]?.[0] ?? 0));
    for (const step of steps) expect(step).toBeCloseTo(steps[0] ?? 0, 6);
    const dots = [...svg.querySelectorAll('circle[r="4.5"]')].map((dot) =>
      numbers(dot, 'cx', 'cy'),
    );
    expect(dots).toEqual(line.map(([cx, cy]) => ({ cx, cy })));
  });

  it('is broken where there is no number, which has its sign, and where it is not comparable', async () => {
    const points = [
      point(20),
      point(30),
      point(null, { glyph: '…', label: 'chưa báo cáo' }),
      point(50),
      point(60, { breakBefore: true }),
    ];
    const breaks = [{ period: 'Q.I/2024', label: 'gián đoạn' }];
    const svg = await lines('gap', given(points, { breaks }));
    expect(pathOf(svg).map((stretch) => stretch.length)).toEqual([2, 1, 1]);
    expect(svg.querySelectorAll('circle[r="4.5"]')).toHaveLength(4);
    const sign = [...svg.querySelectorAll('text')].find((text) =>
      text.textContent?.startsWith('…'),
    );
    expect(sign?.querySelector('title')?.textContent).toBe('chưa báo cáo');
    const mark = [...svg.querySelectorAll('path')].find(
      (path) => path.querySelector('title')?.textContent === 'gián đoạn',
    );
    const last = [...svg.querySelectorAll('circle[r="4.5"]')].at(-1);
    const at = Number(/^M([\d.]+) /.exec(mark?.getAttribute('d') ?? '')?.[1]);
    expect(at).toBeCloseTo(numbers(last as Element, 'cx').cx, 6);
    const text = [...svg.querySelectorAll('text')].find((t) => t.textContent === 'gián đoạn');
    expect(text && numbers(text, 'x').x).toBeLessThan(at); // at the right end its text stands inside
  });

  it('shows by its points what is provisional and what is derived', async () => {
    const points = [point(20), point(30, { weak: true }), point(40, { derived: true })];
    const svg = await lines('weak', given(points, { periods: PERIODS.slice(0, 3) }));
    const colour = seriesColour(0);
    const fills = [...svg.querySelectorAll('circle[r="4.5"]')].map((dot) =>
      dot.getAttribute('fill'),
    );
    expect(fills[0]).toBe(colour);
    expect(fills[1]).not.toBe(colour);
    expect(svg.querySelectorAll('rect[width="9"]')).toHaveLength(1);
  });

  it('has its target as steps over whole periods, centred on the points', async () => {
    const points = [50, 60, 70, 80, 90].map((value) => point(value, { target: 90 }));
    const svg = await lines('target', given(points));
    const { per } = axisOf(svg);
    const [line = []] = pathOf(svg);
    const [target = []] = stretches(
      svg.querySelector('path[stroke-dasharray="1 3"]')?.getAttribute('d') ?? '',
    );
    const [, fifty = 0] = line[0] ?? [];
    for (const [, y] of target) expect(50 + (y - fifty) / per).toBeCloseTo(90, 6);
    const [from = 0, to = 0] = [target[0]?.[0], target.at(-1)?.[0]];
    const [start = 0, end = 0] = [line[0]?.[0], line.at(-1)?.[0]];
    expect(start - from).toBeCloseTo(to - end, 6);
    expect(to - from).toBeCloseTo(((end - start) / 4) * 5, 6);
  });
});

describe('several units in one chart', () => {
  it('have a sign each at their ends, none over another, and one unit has none', async () => {
    const units = [80, 81, 20].map((value, at) => series(`Xã ${at}`, [point(10), point(value)]));
    const group = { ...series('Chung', [point(5), point(50)]), role: 'group' as const };
    const both = given([], { periods: PERIODS.slice(0, 2), series: [...units, group] });
    const svg = await draw('lines-signs', createElement(Lines, both));
    const signs = [...svg.querySelectorAll('.line-sign')];
    expect(signs.map((sign) => sign.textContent).sort()).toEqual(['1', '2', '3']);
    expect(signs.map((sign) => sign.textContent)).toEqual(['2', '1', '3']); // from above
    const heights = signs.map((sign) => numbers(sign, 'y').y);
    for (const [at, height] of heights.slice(1).entries())
      expect(height - (heights[at] ?? 0)).toBeGreaterThanOrEqual(15);
    const one = await draw('lines-sign', createElement(Lines, given([point(10), point(20)])));
    expect(one.querySelectorAll('.line-sign')).toHaveLength(0);
  });
});

describe('a panel', () => {
  it('of one period has its point in the middle, and every label within the drawing', async () => {
    const one = given([point(50)], { periods: ['Năm 2023'], width: 300 });
    const svg = await draw('lines-panel-one', createElement(Panel, one));
    const dot = numbers(svg.querySelector('circle[r="4.5"]') as Element, 'cx', 'cy');
    const label = [...svg.querySelectorAll('text')].find((t) => t.textContent === 'Năm 2023');
    expect(label && numbers(label, 'x').x).toBeCloseTo(dot.cx, 6);
    expect(dot.cx).toBeGreaterThan(64);
    expect(dot.cx).toBeLessThan(300 - 36);
  });
});

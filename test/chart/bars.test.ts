// @vitest-environment happy-dom
/** Bars in numbers: every mark lies where its value is on the axis that is drawn beneath it. */
import { createElement } from 'react';
import { describe, expect, it, test } from 'vitest';
import type { BarRow } from '../../src/chart/bar.ts';
import { Bars, hasMarks } from '../../src/chart/bars.tsx';
import { theme } from '../../src/chart/theme.ts';
import { draw, numbers, stretches } from './draw.ts';

const row = (name: string, more: Partial<BarRow> = {}): BarRow => ({
  ...{
    key: name,
    name,
    under: '',
    href: '#',
    onFollow: null,
    value: 50,
    high: null,
    weak: false,
    reported: null,
  },
  ...{ targets: [], text: '50%', counts: '', note: '', flag: null, label: '', open: name },
  ...{ onOpen: null, unit: name, interval: null, verdict: null, rank: '' },
  ...more,
});

async function bars(name: string, rows: readonly BarRow[], more: object = {}) {
  const tick = (value: number) => `${value}%`;
  const chart = createElement(Bars, {
    ...{ rows, domain: [0, 100], tick, group: null, width: 1000 },
    ...more,
  });
  const svg = await draw(`bars-${name}`, chart);
  const labels = [...svg.querySelectorAll('.axis text')];
  const at = labels.map((label) => [
    Number.parseFloat(label.textContent ?? ''),
    numbers(label, 'x').x,
  ]);
  const [first, last] = [at[0] ?? [], at.at(-1) ?? []];
  /** Pixels of a value, from the labels of the axis. */
  const place = (value: number) => {
    const [low = 0, from = 0] = first;
    const [high = 0, to = 0] = last;
    return from + ((value - low) / (high - low)) * (to - from);
  };
  return { svg, place, ticks: at.map(([value]) => value) };
}

/** Where paths of a stroke and width begin. */
const starts = (svg: Element, colour: string, width: number) =>
  [...svg.querySelectorAll(`path[stroke="${colour}"][stroke-width="${width}"]`)].map(
    (path) => stretches(path.getAttribute('d') ?? '')[0]?.[0]?.[0],
  );

test.each([1.2, 1, 6, 0.3])(
  'every label of an axis up to %d says where it stands',
  async (most) => {
    const { svg, ticks } = await bars('axis', [row('Phường A', { value: most })], {
      domain: [0, most],
    });
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBe(most);
    const labels = [...svg.querySelectorAll('.axis text')].map((label) => label.textContent ?? '');
    expect(labels.every((text) => text.length <= 7)).toBe(true); // no 0.8999999999999999
  },
);

describe('bars', () => {
  it('end at their value, targets and what was reported stand at theirs', async () => {
    const rows = [
      row('Phường A', {
        value: 91.3,
        reported: 77.5,
        targets: [
          { value: 90, kind: 'target' },
          { value: 40, kind: 'registered' },
        ],
      }),
      row('Xã B', { value: 20.9, high: 60, weak: true, targets: [{ value: 75, kind: 'norm' }] }),
    ];
    const { svg, place, ticks } = await bars('marks', rows);
    expect(ticks).toEqual([0, 25, 50, 75, 100]);
    const ends = [...svg.querySelectorAll('rect[rx]')].map((bar) => numbers(bar, 'x', 'width'));
    expect(ends.map(({ x }) => x)).toEqual([place(0), place(0)]);
    expect(ends.map(({ x, width }) => x + width)).toEqual([
      expect.closeTo(place(91.3), 6),
      expect.closeTo(place(20.9), 6),
    ]);
    expect(starts(svg, theme.target, 2.5)).toEqual([
      expect.closeTo(place(90), 6),
      expect.closeTo(place(75), 6),
    ]);
    const ring = svg.querySelector('circle');
    expect(ring && numbers(ring, 'cx').cx).toBeCloseTo(place(40), 6);
    expect(starts(svg, theme.ink, 1.75)[0]).toBeCloseTo(place(77.5) - 6, 6); // the left point of its diamond
    const spans = [...svg.querySelectorAll(`path[stroke="${theme.accent}"]`)];
    expect(stretches(spans[0]?.getAttribute('d') ?? '')[0]?.[1]?.[0]).toBeCloseTo(place(60), 6);
    const fills = [...svg.querySelectorAll('rect[rx]')].map((bar) => bar.getAttribute('fill'));
    expect(fills).toEqual([theme.accent, theme.weak]);
  });

  it('stand in the order given, none for what has no number', async () => {
    const rows = ['C', 'A', 'B'].map((name, at) =>
      row(name, at === 1 ? { value: null, text: 'chưa báo cáo' } : {}),
    );
    const { svg } = await bars('order', rows);
    const names = [...svg.querySelectorAll('a text')];
    expect(names.map((text) => text.textContent)).toEqual(['C', 'A', 'B']);
    const heights = names.map((text) => numbers(text, 'y').y);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(svg.querySelectorAll('rect[rx]')).toHaveLength(2);
    expect(svg.textContent).toContain('chưa báo cáo');
  });

  it('of values beyond the axis end with it', async () => {
    const { svg, place } = await bars('beyond', [row('A', { value: 140 })]);
    const bar = svg.querySelector('rect[rx]');
    const { x, width } = numbers(bar as Element, 'x', 'width');
    expect(x + width).toBeCloseTo(place(100), 6);
  });

  it('have the value of the group as a line through all of them, with its label', async () => {
    const group = { value: 65, label: 'Mức chung 65%' };
    const { svg, place } = await bars('group', [row('A'), row('B'), row('C')], { group });
    const line = svg.querySelector('path[stroke-dasharray="5 4"]');
    const [[from, to] = []] = stretches(line?.getAttribute('d') ?? '');
    expect(from?.[0]).toBeCloseTo(place(65), 6);
    const bottom = Math.max(
      ...[...svg.querySelectorAll('rect[rx]')].map((bar) => {
        const { y, height } = numbers(bar, 'y', 'height');
        return y + height;
      }),
    );
    expect(to?.[1]).toBeGreaterThan(bottom);
    expect(svg.textContent).toContain('Mức chung 65%');
  });

  it('cut a name that is longer than its column, and say it whole', async () => {
    const name = 'Phường Nguyễn Nghiêm mở rộng phía Nam sông Trà Câu';
    const { svg } = await bars('long', [row(name)], { width: 700 });
    const shown = svg.querySelector('a text')?.firstChild?.textContent ?? '';
    expect(shown.endsWith('…')).toBe(true);
    expect(name.startsWith(shown.slice(0, -1).trimEnd())).toBe(true);
    expect(svg.querySelector('a title')?.textContent).toBe(name);
  });

  it('have how far chance reaches as a thin line, at its values, and a sign and colour of their own where worse', async () => {
    const rows = [
      row('A', {
        interval: { low: 40, high: 61 },
        verdict: { tone: 'worse', text: 'thấp hơn' },
        rank: 'hạng 3–7',
      }),
      row('B', { verdict: { tone: 'similar', text: 'không khác rõ' } }),
    ];
    const { svg, place } = await bars('whisker', rows);
    const lines = [...svg.querySelectorAll(`path[stroke="${theme.ink}"][stroke-width="1.25"]`)];
    const reach = lines.map((line) => stretches(line.getAttribute('d') ?? '')[0]);
    expect(reach).toHaveLength(1);
    expect(reach[0]?.[0]?.[0]).toBeCloseTo(place(40), 6);
    expect(reach[0]?.[1]?.[0]).toBeCloseTo(place(61), 6);
    const fills = [...svg.querySelectorAll('rect[rx]')].map((bar) => bar.getAttribute('fill'));
    expect(fills).toEqual([theme.warning, theme.accent]);
    for (const text of ['thấp hơn', 'không khác rõ', 'hạng 3–7'])
      expect(svg.textContent).toContain(text);
  });

  it('of a committee stand in rows of one line, of fifty in short rows, all to be pressed', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => row(`Xã ${at}`, { onOpen: () => {} }));
    const { svg } = await bars('compact', many(15), { size: 'compact' });
    expect(numbers(svg, 'height').height).toBeLessThan(340);
    const dense = await bars('dense', many(25), { size: 'dense', width: 600 });
    expect(numbers(dense.svg, 'height').height).toBeLessThan(430);
    expect(dense.svg.querySelectorAll('[role=button][data-value]')).toHaveLength(25);
  });
});

test('rows without any mark have no axis and no lines for bars, only names and words', async () => {
  const none = ['Xã A', 'Xã B'].map((name) => row(name, { value: null, text: 'không tính được' }));
  expect(hasMarks(none)).toBe(false);
  expect(
    hasMarks([...none, row('Xã C', { value: null, targets: [{ value: 80, kind: 'target' }] })]),
  ).toBe(true);
  const { svg } = await bars('without-values', none, { domain: [0, 1], hasAxis: hasMarks(none) });
  expect(svg.querySelectorAll('.axis')).toHaveLength(0);
  expect(svg.querySelectorAll(`path[stroke="${theme.line}"]`)).toHaveLength(0);
  expect(svg.textContent?.match(/không tính được/g)).toHaveLength(2);
});

// @vitest-environment happy-dom
/** A funnel in numbers: points and limits where their sizes and values are. */
import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Funnel, type FunnelPoint } from '../../src/chart/funnel.tsx';
import { funnelCurve } from '../../src/model/statistics/funnel.ts';
import { draw, numbers, stretches } from './draw.ts';

const point = (name: string, size: number, value: number, more: Partial<FunnelPoint> = {}) => ({
  ...{ key: name, unit: name, name, size, value, beyond: '' as const, isBad: false, weak: false },
  ...{ isNamed: false, label: name, open: `${name}~2024~rate~`, onOpen: () => {} },
  ...more,
});

async function funnel(name: string, points: readonly FunnelPoint[]) {
  const sizes = points.map(({ size }) => size);
  const curve = funnelCurve(0.8, sizes).map(({ n, inner, outer }) => ({
    size: n,
    inner: [inner.low * 100, inner.high * 100] as const,
    outer: [outer.low * 100, outer.high * 100] as const,
  }));
  const svg = await draw(
    `funnel-${name}`,
    createElement(Funnel, {
      ...{ points, curve, group: { value: 80, label: 'Mức chung' }, ticks: [40, 60, 80, 100] },
      ...{ sizes: [Math.min(...sizes), Math.max(...sizes)] as const, width: 1000, height: 400 },
      ...{ tick: (value: number) => `${value}%`, sizeTick: String },
      words: { across: 'Mẫu số', inner: '95%', outer: '99,8%' },
    }),
  );
  const label = (text: string) =>
    [...svg.querySelectorAll('text')].find(({ textContent }) => textContent === text) as Element;
  const [from, to] = [numbers(label('40%'), 'y').y, numbers(label('100%'), 'y').y];
  const valueAt = (y: number) => 40 + ((y + 4 - from) / (to - from)) * 60;
  return { svg, curve, valueAt };
}

describe('a funnel', () => {
  const points = [
    point('Xã A', 100, 82),
    point('Xã B', 2500, 60, { beyond: 'outer', isBad: true, isNamed: true }),
    point('Xã C', 900, 79),
  ];

  it('has its points at their values, their sizes in order, and the limits around the group', async () => {
    const { svg, curve, valueAt } = await funnel('points', points);
    const found = [...svg.querySelectorAll('[role=button]')].map((mark) => {
      const { cx, cy } = numbers(mark.querySelectorAll('circle')[1] as Element, 'cx', 'cy');
      return { unit: mark.getAttribute('data-unit'), cx, value: valueAt(cy) };
    });
    expect(found.map(({ unit }) => unit)).toEqual(['Xã A', 'Xã C', 'Xã B']);
    expect(found.map(({ value }) => value)).toEqual([82, 79, 60].map((v) => expect.closeTo(v, 6)));
    const across = found.map(({ cx }) => cx);
    expect(across[1]).toBeCloseTo(((across[0] ?? 0) + (across[2] ?? 0)) / 2, 6); // roots 10, 30, 50
    const outer = [...svg.querySelectorAll('[data-limit="99.8"]')].map(
      (line) => stretches(line.getAttribute('d') ?? '')[0] ?? [],
    );
    expect(outer.map((line) => valueAt(line[0]?.[1] ?? 0))).toEqual(
      curve[0]?.outer.map((value) => expect.closeTo(value, 6)),
    );
    expect(outer[0]?.[0]?.[0]).toBeCloseTo(across[0] ?? 0, 6);
  });

  it('names the points that are to be named, and is one stop of the Tab key', async () => {
    const { svg } = await funnel('named', points);
    const names = [...svg.querySelectorAll('text')].map((text) => text.textContent);
    expect(names).toContain('Xã B');
    expect(names).not.toContain('Xã A');
    expect(svg.querySelectorAll('[role=button][tabindex="0"]')).toHaveLength(1);
  });

  it('of units of one size, and of three thousand, is drawn all the same', async () => {
    const same = await funnel('same', [point('A', 50, 80), point('B', 50, 70)]);
    expect(same.svg.innerHTML).not.toContain('NaN');
    const many = Array.from({ length: 3000 }, (_, at) =>
      point(`Xã ${at}`, 30 + at, 70 + (at % 20), { isNamed: at % 300 === 0 }),
    );
    const { svg } = await funnel('many', many);
    expect(svg.querySelectorAll('[role=button]')).toHaveLength(3000);
    expect(svg.innerHTML).not.toContain('NaN');
  });
});

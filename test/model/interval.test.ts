/** Worked values of docs/methods.md. */
import { describe, expect, it, test } from 'vitest';
import {
  differenceInterval,
  type Share,
  wilson,
  Z_OF_MANY,
} from '../../src/model/statistics/interval.ts';
import { trendChiSquared, trendVerdict } from '../../src/model/statistics/trend-test.ts';
import { changeVerdict, meaningOf, verdict } from '../../src/model/statistics/verdict.ts';

const percent = (value: number) => Math.round(value * 1000) / 10;

describe('the interval of a proportion', () => {
  test.each([
    [17, 20, 64.0, 94.8],
    [51, 60, 73.9, 91.9],
    [340, 400, 81.2, 88.2],
  ])('%i of %i: %f–%f %%', (x, n, low, high) => {
    const interval = wilson(x, n);
    expect([percent(interval.low), percent(interval.high)]).toEqual([low, high]);
  });

  it('takes none and all as ordinary inputs', () => {
    expect(wilson(0, 20).low).toBeCloseTo(0, 10);
    expect(wilson(0, 20).high).toBeGreaterThan(0.1);
    expect(wilson(20, 20).high).toBeCloseTo(1, 10);
    expect(wilson(20, 20).low).toBeLessThan(0.9);
  });

  it.each([
    [1, 0],
    [-1, 5],
    [6, 5],
  ])('refuses %i of %i', (x, n) => {
    expect(() => wilson(x, n)).toThrow(RangeError);
  });
});

describe('a verdict', () => {
  it('needs the interval and the gap', () => {
    expect(verdict(700, 1000, 0.85)).toBe('lower');
    expect(verdict(940, 1000, 0.85)).toBe('higher');
    expect(verdict(16_600, 20_000, 0.85)).toBe('similar'); // beyond chance, two points only
    expect(verdict(24, 32, 0.85)).toBe('similar'); // ten points, within chance
  });

  it('is none for few cases or without counts', () => {
    expect(verdict(1, 29, 0.85)).toBeNull();
    expect(verdict(null, 500, 0.85)).toBeNull();
    expect(verdict(40, 30, 0.85)).toBeNull();
  });

  it('is better or worse only where the indicator has a direction', () => {
    expect(meaningOf('lower', 'up')).toBe('worse');
    expect(meaningOf('lower', 'down')).toBe('better');
    expect(meaningOf('lower', 'none')).toBe('');
    expect(meaningOf('similar', 'up')).toBe('');
  });
});

describe('a change', () => {
  it('of 56 of 70 against 48 of 80 is 5.2 to 33.4 points (Newcombe 1998, table II)', () => {
    const { low, high } = differenceInterval({ x: 56, n: 70 }, { x: 48, n: 80 });
    expect([low, high].map((value) => value.toFixed(4))).toEqual(['0.0524', '0.3339']);
  });

  it('needs the interval and the gap, and enough cases on both sides', () => {
    expect(changeVerdict({ x: 56, n: 70 }, { x: 48, n: 80 })).toBe('higher');
    expect(changeVerdict({ x: 48, n: 80 }, { x: 56, n: 70 })).toBe('lower');
    expect(changeVerdict({ x: 56, n: 70 }, { x: 48, n: 80 }, 5, Z_OF_MANY)).toBe('similar');
    expect(changeVerdict({ x: 8400, n: 10_000 }, { x: 8800, n: 10_000 })).toBe('similar');
    expect(changeVerdict({ x: 20, n: 20 }, { x: 48, n: 80 })).toBeNull();
  });
});

describe('a trend', () => {
  const steady = (n: number): Share[] =>
    [0.6, 0.62, 0.64, 0.66, 0.68].map((p) => ({ x: Math.round(p * n), n }));

  it('of 60 to 68 % over five years is open at 200 a year and a rise at 1000', () => {
    expect(trendChiSquared(steady(200))).toBeCloseTo(3.5, 1);
    expect(trendChiSquared(steady(1000))).toBeCloseTo(17.4, 1);
    expect(trendVerdict(steady(200))).toBe('open');
    expect(trendVerdict(steady(1000))).toBe('up');
    expect(trendVerdict(steady(1000).reverse())).toBe('down');
  });

  it('of 85 to 86 % at 20 000 is beyond chance, and yet nothing changed', () => {
    const points = [0.85, 0.8525, 0.855, 0.8575, 0.86].map((p) => ({ x: p * 20_000, n: 20_000 }));
    expect(trendChiSquared(points)).toBeGreaterThan(9.5495);
    expect(trendVerdict(points)).toBe('open');
  });

  it('needs five points, and is none where all or none are counted', () => {
    expect(trendVerdict(steady(1000).slice(1))).toBe('few');
    expect(trendChiSquared(Array.from({ length: 5 }, () => ({ x: 50, n: 50 })))).toBe(0);
    expect(trendVerdict(Array.from({ length: 5 }, () => ({ x: 0, n: 50 })))).toBe('open');
  });

  it('that one point makes is none', () => {
    const jump = [0.6, 0.6, 0.6, 0.6, 0.9].map((p) => ({ x: p * 1000, n: 1000 }));
    expect(trendChiSquared(jump)).toBeGreaterThan(9.5495);
    expect(trendVerdict(jump)).toBe('open');
  });
});

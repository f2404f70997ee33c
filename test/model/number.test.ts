import { describe, expect, it } from 'vitest';
import {
  formatCount,
  formatNumber,
  formatPercent,
  printedDecimals,
  roundHalfAway,
} from '../../src/model/writing/number.ts';

describe('numbers as officials write them', () => {
  it.each([
    [1626.57, '1.626,57'],
    [548147000, '548.147.000'],
    [1206, '1.206'],
    [0, '0'],
    [-3, '−3'],
  ])('%d is "%s"', (value, text) => expect(formatCount(value)).toBe(text));

  it.each([
    [20.91743119266055, 1, '20,9%'],
    [3.07, 2, '3,07%'],
    [100, 1, '100,0%'],
    [-0.04, 1, '0,0%'],
    [66.65, 1, '66,7%'],
  ])('%d at %d places is "%s"', (value, decimals, text) => {
    expect(formatPercent(value, decimals)).toBe(text);
  });

  it.each([
    [1.005, 2, 1.01],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.285, 2, 0.29],
    [1e-9, 2, 0],
  ])('rounds %d at %d places half away from zero', (value, decimals, rounded) => {
    expect(roundHalfAway(value, decimals)).toBe(rounded);
  });

  it('formats whole numbers of any size without losing digits', () => {
    expect(formatNumber(9007199254740991)).toBe('9.007.199.254.740.991');
  });
});

describe('decimal places as printed', () => {
  it.each([
    ['3,07%', 3.07, 2],
    ['93,91%', 93.91, 2],
    ['100%', 100, 0],
    ['1.626,57', 1626.57, 2],
    ['4.561', 4561, 0],
    ['4.561', 4.561, 3],
    ['1206', 1206, 0],
    ['06', 6, 0],
    ['77.5', 77.5, 1],
    ['trên 90%', 90, 0],
    ['548.147.000', 548147000, 0],
    ['', 0.43, 2],
    ['không có', 0, 0],
    ['khoảng 5 km', 5, 0],
  ])('"%s" for %d has %d', (printed, value, places) => {
    expect(printedDecimals(printed, value)).toBe(places);
  });
});

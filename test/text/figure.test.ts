import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/model/catalogue.ts';
import { absentFigure, type Figure } from '../../src/model/figure.ts';
import { countsText, figureText, reportedText, statusText } from '../../src/text/figure.ts';
import { vi } from '../../src/text/vi/words.ts';

const place = { subject: 'r', unit: 'u', period: '2023', breakdown: '', category: '' };
const figure = (more: Partial<Figure>): Figure => ({
  ...absentFigure(place, 'NO_DATA'),
  absence: '',
  ...more,
});
const subject = (more: Partial<Subject>): Subject => ({
  id: 'r',
  group: '',
  name: 'R',
  shortName: 'R',
  isMeasure: false,
  isRatio: true,
  countsCases: true,
  scale: 100,
  decimals: 1,
  unitLabel: '%',
  direction: 'up',
  definition: '',
  basis: '',
  numerator: [],
  denominator: [],
  ...more,
});
const rate = subject({});
const count = subject({ isRatio: false, isMeasure: true, scale: 1, decimals: 0 });

describe('figures in words', () => {
  it('round recomputed rates to the indicator and keep reported ones as printed', () => {
    expect(figureText(rate, figure({ value: 20.917, computed: true }))).toBe('20,9%');
    expect(figureText(rate, figure({ value: 3.07, reported: 3.07, reportedDecimals: 2 }))).toBe(
      '3,07%',
    );
    expect(reportedText(rate, figure({ reported: 100, reportedDecimals: 0 }))).toBe('100%');
  });

  it.each([
    ['>', 'trên 90%'],
    ['>=', 'từ 90% trở lên'],
    ['<', 'dưới 90%'],
    ['<=', 'không quá 90%'],
    ['~', 'khoảng 90%'],
  ] as const)('say the bound %s', (bound, words) => {
    expect(figureText(rate, figure({ value: 90, reported: 90, reportedDecimals: 0, bound }))).toBe(
      words,
    );
  });

  it('do not put the bound of a reported rate on a recomputed value', () => {
    expect(figureText(rate, figure({ value: 92, computed: true, reported: 90, bound: '>' }))).toBe(
      '92,0%',
    );
  });

  it('write ranges, lower limits and counts', () => {
    expect(figureText(count, figure({ value: 3, high: 5, bound: '>=' }))).toBe('3–5');
    expect(
      figureText(count, figure({ value: 7, derived: true, flags: ['DERIVED', 'PART_MISSING'] })),
    ).toBe('ít nhất 7');
    expect(figureText(count, figure({ value: 1626.57 }))).toBe('1.626,57');
    expect(countsText(figure({ numerator: 1140, denominator: 5450 }))).toBe('1.140/5.450');
    expect(countsText(figure({ numerator: 1 }))).toBe('');
  });

  it('give each kind of absence its own words and glyph, and zero stays a number', () => {
    const words = Object.entries(vi.absence).map(([absence, text]) => {
      expect(figureText(rate, absentFigure(place, absence as keyof typeof vi.absence))).toBe(text);
      return text;
    });
    expect(new Set(words).size).toBe(7);
    expect(new Set(Object.values(vi.glyph)).size).toBe(7);
    expect(figureText(count, figure({ value: 0 }))).toBe('0');
  });

  it('mark a denominator of another definition as such', () => {
    expect(statusText(figure({ value: 20.9, status: 'D', unfitBelow: true }))).toBe(
      'mẫu số khác định nghĩa',
    );
    expect(statusText(figure({ value: 20.9, status: 'D' }))).toBe('định nghĩa khác');
    expect(statusText(figure({ value: 20.9 }))).toBe('');
  });
});

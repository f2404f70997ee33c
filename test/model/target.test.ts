/** Distance to a target in cases, the pace of the rest of the year, what may be said: worked values. */
import { describe, expect, it } from 'vitest';
import type { Subject } from '../../src/model/catalogue.ts';
import { absentFigure, type Figure } from '../../src/model/figure.ts';
import { outlookOf } from '../../src/model/target/outlook.ts';
import { paceOf, restOfYear, yearSoFar } from '../../src/model/target/pace.ts';
import { casesShort, shortfallOf } from '../../src/model/target/shortfall.ts';
import { baseCode } from '../../src/model/time/base.ts';
import { parsePeriod, periodRightBefore } from '../../src/model/time/period.ts';

const RATE = {
  ...{ id: 'rate', group: '', name: '', shortName: '', isMeasure: false, unitLabel: '%' },
  ...{ isRatio: true, countsCases: true, scale: 100, decimals: 1, direction: 'up' },
  ...{ definition: '', basis: '', numerator: [], denominator: [] },
} satisfies Subject;

const place = { subject: 'rate', unit: 'a', period: '2024-Q3', breakdown: '', category: '' };

function result(numerator: number, denominator: number): Figure {
  const value = (numerator * 100) / denominator;
  return {
    ...absentFigure(place, 'NO_DATA'),
    absence: '',
    value,
    numerator,
    denominator,
    computed: true,
  };
}

function target(value: number): Figure {
  return {
    ...absentFigure({ ...place, period: '2024' }, 'NO_DATA'),
    absence: '',
    kind: 'target',
    value,
  };
}

describe('cases that are wanting', () => {
  it.each([
    [123, 200, 0.8, false, 37], // 160 of 200
    [159, 200, 0.8, false, 1],
    [160, 200, 0.8, false, 0],
    [0, 3, 0.5, false, 2], // two of three: one is less than half
    [7, 7, 1, false, 0],
    [21, 70, 0.3, false, 0], // 0.3 × 70 is a little less than 21 in binary
    [12, 300, 0.03, true, 3], // nine of 300 are 3 %
    [9, 300, 0.03, true, 0],
    [1, 1, 0, true, 1],
  ])('%i of %i for %d (less is better: %s): %i', (x, n, share, isLess, short) => {
    expect(casesShort({ x, n }, share, isLess)).toBe(short);
  });

  it('are the fewest that do: one less does not', () => {
    for (let n = 1; n <= 60; n++) {
      for (let x = 0; x <= n; x++) {
        for (const share of [0, 0.033, 0.5, 0.8, 0.95, 1]) {
          const up = casesShort({ x, n }, share) ?? Number.NaN;
          expect((x + up) / n).toBeGreaterThanOrEqual(share - 1e-9);
          if (up > 0) expect((x + up - 1) / n).toBeLessThan(share);
          const down = casesShort({ x, n }, share, true) ?? Number.NaN;
          expect((x - down) / n).toBeLessThanOrEqual(share + 1e-9);
          if (down > 0) expect((x - down + 1) / n).toBeGreaterThan(share);
        }
      }
    }
  });

  it('are none that would do for more than all', () => {
    expect(casesShort({ x: 5, n: 10 }, 1.2)).toBeNull();
  });

  it('are told only where the count is known, and nothing is wanting where the target is reached as shown', () => {
    expect(shortfallOf(RATE, result(123, 200), target(80))).toBe(37);
    expect(shortfallOf(RATE, result(7996, 10_000), target(80))).toBe(0); // 80,0 %
    expect(shortfallOf(RATE, { ...result(123, 200), computed: false }, target(80))).toBeNull();
    expect(shortfallOf(RATE, { ...result(123, 200), status: 'D' }, target(80))).toBeNull();
    expect(shortfallOf(RATE, result(0.5, 200), target(80))).toBeNull();
    expect(shortfallOf({ ...RATE, direction: 'none' }, result(1, 2), target(80))).toBeNull();
    expect(shortfallOf({ ...RATE, direction: 'down' }, result(12, 300), target(3))).toBe(3);
  });
});

describe('the pace of the rest of a year', () => {
  it('makes up for what is wanting: 150 of 200 so far, 100 to come, 80 %: 90 of 100', () => {
    const pace = paceOf({ x: 150, n: 200, rest: 100 }, 0.8, 'up');
    expect(pace?.rate).toBeCloseTo(0.9, 12);
    expect(pace?.kind).toBe('needed');
    expect((150 + (pace?.rate ?? 0) * 100) / 300).toBeCloseTo(0.8, 12);
  });

  it('is out of reach above 100 %, and then says what the best rest would give', () => {
    expect(paceOf({ x: 100, n: 200, rest: 100 }, 0.8, 'up')).toMatchObject({ kind: 'gone' });
    expect(paceOf({ x: 100, n: 200, rest: 100 }, 0.8, 'up')?.atBest).toBeCloseTo(2 / 3, 12);
    expect(paceOf({ x: 140, n: 200, rest: 100 }, 0.8, 'up')?.kind).toBe('needed'); // 100 of 100
    expect(paceOf({ x: 200, n: 200, rest: 20 }, 0.8, 'up')?.kind).toBe('sure');
  });

  it('of less being better is a limit', () => {
    expect(paceOf({ x: 3, n: 200, rest: 100 }, 0.03, 'down')?.rate).toBeCloseTo(0.06, 12);
    expect(paceOf({ x: 12, n: 200, rest: 100 }, 0.03, 'down')?.kind).toBe('gone');
    expect(paceOf({ x: 0, n: 200, rest: 5 }, 0.03, 'down')?.kind).toBe('sure');
  });

  it('is told within a year only, from its first day to the end of the period', () => {
    const soFar = (code: string) => yearSoFar(parsePeriod(code))?.code ?? null;
    expect(soFar('2024-Q1')).toBe('2024-Q1');
    expect(soFar('2024-Q2')).toBe('2024-S1');
    expect(soFar('2024-Q3')).toBe(parsePeriod('2024-01-01/P9M').code);
    expect(soFar('2024-Q4')).toBeNull();
    expect(soFar('2024')).toBeNull();
  });

  it('assumes as many as last year, else the mean of the months so far', () => {
    const soFar = parsePeriod('2024-01-01/P9M');
    const now = { x: 0, n: 90 };
    expect(restOfYear(now, soFar, { whole: 500, soFar: 380 })).toEqual({
      rest: 120,
      as: 'lastYear',
    });
    expect(restOfYear(now, soFar, { whole: 500, soFar: null })).toEqual({ rest: 30, as: 'mean' });
    expect(restOfYear(now, soFar, { whole: 100, soFar: 100 }).as).toBe('mean');
  });
});

describe('what may be said of a target', () => {
  const told = (
    x: number,
    n: number,
    goal: number,
    more: { rest?: number; best?: number } = {},
  ) => {
    const { rest, best = null } = more;
    const year = rest === undefined ? null : { x, n, rest, period: '2024-S1', as: 'mean' as const };
    return outlookOf(RATE, { figure: result(x, n), year, best }, target(goal), true);
  };

  it('is reached as shown, near by chance or by a pace that was kept before, hard otherwise', () => {
    expect(told(160, 200, 80)).toBe('reached');
    expect(told(155, 200, 80)).toBe('near'); // 71.2 to 82.7 %
    expect(told(120, 200, 80)).toBe('hard');
    expect(told(150, 200, 80.5, { rest: 200, best: 90 })).toBe('near'); // 86 % is needed
    expect(told(130, 200, 80, { rest: 200, best: 90 })).toBe('hard'); // 95 % is needed
  });

  it('is hard where the year cannot make up for it, however wide the interval', () => {
    expect(told(27, 36, 80, { rest: 4, best: 100 })).toBe('hard');
    expect(told(27, 36, 80)).toBe('near');
  });

  it('of few cases, or without counts, is that it is not reached', () => {
    expect(told(1, 3, 80)).toBe('few');
    const reported = { ...result(60, 100), computed: false };
    expect(outlookOf(RATE, { figure: reported, year: null, best: null }, target(80), true)).toBe(
      'open',
    );
    expect(
      outlookOf(
        { ...RATE, direction: 'none' },
        { figure: reported, year: null, best: null },
        target(80),
        true,
      ),
    ).toBeNull();
  });
});

describe('the period before', () => {
  const before = (code: string) => periodRightBefore(parsePeriod(code))?.code ?? null;

  it.each([
    ['2024-Q1', '2023-Q4'],
    ['2024-S1', '2023-S2'],
    ['2024', '2023'],
    ['2024-03', '2024-02'],
    ['2024-01-01/P9M', null],
    ['2024-05-26', null],
  ])('of %s is %s', (code, expected) => {
    expect(before(code)).toBe(expected && parsePeriod(expected).code);
  });

  it('is one base of three', () => {
    const periods = new Map([['2024-Q1', parsePeriod('2024-Q1')]]);
    expect(baseCode(periods, '2024-Q1', 'year')).toBe('2023-Q1');
    expect(baseCode(periods, '2024-Q1', 'previous')).toBe('2023-Q4');
    expect(baseCode(periods, '2024-Q1', '2021-Q2')).toBe('2021-Q2');
    expect(baseCode(periods, 'other', 'year')).toBe('');
  });
});

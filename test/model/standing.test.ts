/** Intervals of counts, verdicts among many, ranks as ranges, the funnel: worked values and brute force. */
import { describe, expect, it, test } from 'vitest';
import { funnelCurve, funnelLimit, funnelPlace } from '../../src/model/statistics/funnel.ts';
import { byar, type Interval, wilson, zAmong } from '../../src/model/statistics/interval.ts';
import { rankRanges } from '../../src/model/statistics/standing.ts';
import { verdict } from '../../src/model/statistics/verdict.ts';

/** Always the same numbers between 0 and 1 (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const binomial = (random: () => number, n: number, p: number) =>
  Array.from({ length: n }, random).filter((value) => value < p).length;

describe('the interval of a count', () => {
  // exact Poisson limits as tabulated (Garwood), then Byar's close to them
  test.each([
    [0, 0, 3.689],
    [1, 0.025, 5.572],
    [5, 1.623, 11.668],
    [9, 4.115, 17.085],
    [10, 4.79, 18.39],
    [100, 81.36, 121.63],
  ])('%i: %f to %f', (x, low, high) => {
    const interval = byar(x);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  });

  it('refuses what is no count', () => {
    expect(() => byar(-1)).toThrow(RangeError);
    expect(() => byar(Number.NaN)).toThrow(RangeError);
  });
});

describe('many comparisons', () => {
  it('ask for wider intervals: 1.96 for one, 2.94 for fifteen', () => {
    expect(zAmong(1)).toBeCloseTo(1.959964, 5);
    expect(zAmong(15)).toBeCloseTo(2.9352, 3);
    expect(zAmong(0)).toBe(zAmong(1));
    expect(zAmong(3000)).toBeGreaterThan(zAmong(760));
  });

  it('name nobody wrongly in 19 of 20 groups without any difference', () => {
    const random = seeded(20260101);
    const [p, n, units] = [0.7, 120, 15];
    const groups = Array.from({ length: 400 }, () =>
      Array.from({ length: units }, () => binomial(random, n, p)),
    );
    const named = (z: number) =>
      groups.filter((group) => group.some((x) => verdict(x, n, p, 5, z) !== 'similar')).length;
    expect(named(zAmong(units)) / groups.length).toBeLessThan(0.07);
    expect(named(zAmong(1)) / groups.length).toBeGreaterThan(0.25); // what the correction is for
  });

  it('leave x = 0, x = n and a single case without surprise', () => {
    expect(verdict(0, 200, 0.5, 5, zAmong(15))).toBe('lower');
    expect(verdict(200, 200, 0.5, 5, zAmong(15))).toBe('higher');
    expect(verdict(1, 1, 0.5, 5, zAmong(15))).toBeNull();
    expect(wilson(1, 1).low).toBeGreaterThan(0.2);
    expect(wilson(0, 1).high).toBeLessThan(0.8);
  });
});

describe('ranks', () => {
  const of = (...pairs: (readonly [number, number] | null)[]) =>
    pairs.map((pair): Interval | null => pair && { low: pair[0], high: pair[1] });

  it('are ranges where intervals overlap, and one number where none does', () => {
    const found = rankRanges(of([80, 90], [70, 85], [10, 20], null, [72, 88]), false);
    expect(found).toEqual([
      { best: 1, worst: 3, of: 4 },
      { best: 1, worst: 3, of: 4 },
      { best: 4, worst: 4, of: 4 },
      null,
      { best: 1, worst: 3, of: 4 },
    ]);
    expect(rankRanges(of([80, 90], [10, 20]), true)[1]).toEqual({ best: 1, worst: 1, of: 2 });
    expect(rankRanges(of([80, 90], null), false)).toEqual([null, null]);
  });

  it('are those that values drawn anywhere inside the intervals can take', () => {
    const random = seeded(7);
    for (let round = 0; round < 25; round++) {
      const intervals = Array.from({ length: 6 }, () => {
        const low = random() * 80;
        return { low, high: low + random() * 30 };
      });
      const seen = intervals.map(() => new Set<number>());
      for (let draw = 0; draw < 4000; draw++) {
        // the ends count most: a rank at the edge needs several units there at once
        const values = intervals.map(({ low, high }) => {
          const at = random();
          return at < 0.4 ? low : at > 0.6 ? high : low + random() * (high - low);
        });
        values.forEach((value, unit) => {
          seen[unit]?.add(1 + values.filter((other) => other > value).length);
        });
      }
      const ranges = seen.map((ranks) => ({ best: Math.min(...ranks), worst: Math.max(...ranks) }));
      expect(rankRanges(intervals, false)).toEqual(ranges.map((range) => ({ ...range, of: 6 })));
    }
  });

  it('hold the true rank of units that are drawn again and again', () => {
    const random = seeded(99);
    const shares = [0.5, 0.6, 0.65, 0.7, 0.72, 0.8, 0.9];
    const n = 150;
    let held = 0;
    const rounds = 300;
    for (let round = 0; round < rounds; round++) {
      const drawn = shares.map((p) => wilson(binomial(random, n, p), n));
      const ranges = rankRanges(drawn, true);
      held += ranges.filter(
        (range, at) => range && range.best <= at + 1 && at + 1 <= range.worst,
      ).length;
    }
    expect(held / (rounds * shares.length)).toBeGreaterThan(0.95);
  });
});

describe('a funnel', () => {
  it('has the limits of docs/methods.md, narrower for larger units', () => {
    const { inner, outer } = funnelLimit(0.8, 100);
    expect(inner.low).toBeCloseTo(0.7111, 3);
    expect(inner.high).toBeCloseTo(0.8666, 3);
    expect(outer.low).toBeLessThan(inner.low);
    const curve = funnelCurve(0.8, [10, 400]);
    expect(curve[0]?.n).toBeCloseTo(10, 6);
    expect(curve.at(-1)?.n).toBeCloseTo(400, 6);
    const widths = curve.map(({ outer: { low, high } }) => high - low);
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  it('takes shares of none and all, units of one case, and one size only', () => {
    expect(funnelLimit(0, 50).outer.low).toBeCloseTo(0, 10);
    expect(funnelLimit(1, 50).outer.high).toBeCloseTo(1, 10);
    expect(funnelPlace(0.8, 1, 1)).toBe('few');
    expect(funnelPlace(0.8, 0, 29)).toBe('few');
    expect(funnelCurve(0.8, [40])).toHaveLength(1);
  });

  it('tells what chance explains from what it does not', () => {
    expect(funnelPlace(0.8, 80, 100)).toBe('inside');
    expect(funnelPlace(0.8, 70, 100)).toBe('beyond95');
    expect(funnelPlace(0.8, 60, 100)).toBe('beyond998');
    expect(funnelPlace(0.8, 96, 100)).toBe('beyond998');
  });

  it('leaves about one of twenty outside by chance, and next to none beyond the outer limits', () => {
    const random = seeded(4);
    const places = Array.from({ length: 3000 }, () => {
      const n = 40 + Math.floor(random() * 400);
      return funnelPlace(0.75, binomial(random, n, 0.75), n);
    });
    const share = (place: string) => places.filter((one) => one === place).length / places.length;
    expect(share('inside')).toBeGreaterThan(0.93);
    expect(share('beyond998')).toBeLessThan(0.01);
  });
});

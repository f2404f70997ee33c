/** Quantiles, and one unit's place between the worst and the best of its group. */
import { describe, expect, it, test } from 'vitest';
import { median, quantile, spineRow } from '../../src/model/statistics/spread.ts';

test.each([
  [[], 0.5, null],
  [[7], 0.25, 7],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[4, 1, 3, 2], 0.75, 3.25],
  [[10, 20, 30], 0, 10],
  [[10, 20, 30], 1, 30],
])('of %j below %f: %j', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});

test('the median is the middle, or between the two middle ones', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

describe('a row of the spine', () => {
  it('goes from the worst to the best', () => {
    expect(spineRow([10, 20, 30, 40, 50], 20, 60, 'up')).toEqual({
      ...{ own: 25, lower: 25, upper: 75, median: 50, target: 125, units: 5 },
    });
  });

  it('is turned where less is better', () => {
    expect(spineRow([10, 20, 30, 40, 50], 20, 0, 'down')).toEqual({
      ...{ own: 75, lower: 25, upper: 75, median: 50, target: 125, units: 5 },
    });
  });

  it('keeps the middle half in order, whichever way it is turned', () => {
    const values = [1, 1, 2, 5, 9, 30, 31];
    for (const direction of ['up', 'down'] as const) {
      const row = spineRow(values, 5, null, direction);
      expect(row?.lower).toBeLessThanOrEqual(row?.median ?? -1);
      expect(row?.median).toBeLessThanOrEqual(row?.upper ?? -1);
      expect(row?.target).toBeNull();
    }
  });

  it('is none where all are alike, where nobody is, or where more is neither good nor bad', () => {
    expect(spineRow([3, 3, 3], 3, null, 'up')).toBeNull();
    expect(spineRow([], 3, null, 'up')).toBeNull();
    expect(spineRow([1, 2, 3], 3, null, 'none')).toBeNull();
  });
});

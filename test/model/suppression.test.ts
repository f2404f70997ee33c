import { describe, expect, it } from 'vitest';
import { hiddenCells, type SuppressibleCell } from '../../src/model/statistics/suppression.ts';

const cell = (id: number, value: number, limit: number | null = 5): SuppressibleCell => ({
  id,
  value,
  limit,
  hideable: limit !== null,
});
const hidden = (cells: SuppressibleCell[], equations: number[][]) =>
  [...hiddenCells(cells, equations)].sort();

describe('small counts', () => {
  it('are hidden from 1 up to the limit; zero and the limit itself are published', () => {
    expect(hidden([cell(1, 0), cell(2, 1), cell(3, 4), cell(4, 5)], [])).toEqual([2, 3]);
  });

  it('take the smallest neighbour with them when the total would give them away', () => {
    expect(hidden([cell(1, 30), cell(2, 3), cell(3, 20), cell(4, 7)], [[1, 2, 3, 4]])).toEqual([
      2, 4,
    ]);
  });

  it('need no company when two are hidden already', () => {
    expect(hidden([cell(1, 30), cell(2, 3), cell(3, 2), cell(4, 25)], [[1, 2, 3, 4]])).toEqual([
      2, 3,
    ]);
  });

  it('hide across equations until nothing follows any more', () => {
    const cells = [cell(1, 40), cell(2, 3), cell(3, 37), cell(4, 50, null), cell(5, 10, null)];
    expect(
      hidden(cells, [
        [1, 2, 3],
        [4, 1, 5],
      ]),
    ).toEqual([1, 2, 3].filter((id) => id !== 1));
    expect(
      hidden(
        [cell(1, 10), cell(2, 3), cell(3, 7), cell(4, 7), cell(6, 20)],
        [
          [1, 2, 3],
          [3, 4],
          [4, 6],
        ],
      ),
    ).toEqual([2, 3, 4, 6]);
  });

  it('never touch a published total', () => {
    expect(hidden([cell(1, 12, null), cell(2, 3), cell(3, 9)], [[1, 2, 3]])).toEqual([2, 3]);
  });

  it('leave no equation with exactly one hidden member that could be helped', () => {
    let state = 7;
    const next = (most: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % most;
    };
    for (let round = 0; round < 100; round += 1) {
      const cells = Array.from({ length: 24 }, (_, id) => cell(id, next(30)));
      const equations = Array.from({ length: 10 }, () => [
        ...new Set(Array.from({ length: 4 }, () => next(24))),
      ]);
      const found = hiddenCells(cells, equations);
      for (const equation of equations) {
        const count = equation.filter((id) => found.has(id)).length;
        expect(count === 1 && equation.length > 1).toBe(false);
      }
    }
  });
});

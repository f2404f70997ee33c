/** A map of tiles: who stands where, and that nobody is lost or covered. */
import { describe, expect, test } from 'vitest';
import { tileBoxes } from '../../src/model/tree/tile-boxes.ts';
import { tileGrid } from '../../src/model/tree/tiles.ts';
import { hasTiles, type UnitState, unitIndex } from '../../src/model/unit.ts';

const state = (unit: string, tile?: readonly [number, number]): UnitState => ({
  ...{ unit, name: unit, kind: 'xã', level: 'commune', parent: null, code: '' },
  ...{ validFrom: null, validTo: null, aliases: [] },
  ...(tile ? { tile: { row: tile[0], column: tile[1] } } : {}),
});
const gridOf = (...states: UnitState[]) => {
  const units = unitIndex(states);
  return tileGrid(units, units.ids, (unit) => ({ unit, period: undefined }));
};
const ROOM = {
  ...{ width: 600, height: 300, gap: 4, line: 20 },
  least: { w: 60, h: 40 },
  most: { w: 150, h: 80 },
};

describe('the grid', () => {
  test('keeps neighbours beside each other and leaves empty rows and columns out', () => {
    const grid = gridOf(state('a', [7, 40]), state('b', [2, 40]), state('c', [2, 90]));
    const at = grid?.placed.map(({ item, tile }) => `${item} ${tile.row} ${tile.column}`);
    expect(at).toEqual(['b 0 0', 'c 0 1', 'a 1 0']);
    expect([grid?.rows, grid?.columns]).toEqual([2, 2]);
  });

  test('puts aside who has no place, and who comes second on a tile', () => {
    const grid = gridOf(state('a', [0, 0]), state('b', [0, 0]), state('c'), state('d', [0, 1]));
    expect(grid?.placed.map(({ item }) => item)).toEqual(['a', 'd']);
    expect(grid?.apart).toEqual(['b', 'c']);
  });

  test('is none of fewer than two places', () => {
    expect(gridOf(state('a', [0, 0]), state('b'))).toBeNull();
    expect(hasTiles(unitIndex([state('a', [0, 0]), state('b')]))).toBe(false);
    expect(hasTiles(unitIndex([state('a', [0, 0]), state('b', [1, 0])]))).toBe(true);
  });
});

describe('the tiles', () => {
  const overlaps = (boxes: readonly { x: number; y: number; w: number; h: number }[]) =>
    boxes.flatMap((a, at) =>
      boxes
        .slice(at + 1)
        .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
    );

  test.each([
    ['fifteen, four of them apart', 11, 4, 5],
    ['seven hundred', 700, 0, 27],
    ['two, and ninety apart', 2, 90, 2],
  ])('of %s cover no other, and all are there', (_, placed, apart, across) => {
    const grid = gridOf(
      ...Array.from({ length: placed }, (_x, at) =>
        state(`p${at}`, [Math.floor(at / across), at % across]),
      ),
      ...Array.from({ length: apart }, (_x, at) => state(`o${at}`)),
    );
    if (!grid) throw new Error('no grid');
    const all = tileBoxes(grid, ROOM);
    expect(all.boxes).toHaveLength(placed + apart);
    expect(overlaps(all.boxes)).toEqual([]);
    const right = Math.max(...all.boxes.map(({ x, w }) => x + w));
    const bottom = Math.max(...all.boxes.map(({ y, h }) => y + h));
    expect(right).toBeCloseTo(all.width);
    expect(bottom).toBeCloseTo(all.height);
    expect(all.boxes.every(({ w, h }) => w >= ROOM.least.w && h >= ROOM.least.h)).toBe(true);
    const words = all.apartAt;
    if (words !== null) {
      const below = all.boxes.filter(({ isApart }) => isApart);
      expect(below.every(({ y }) => y >= words + ROOM.line)).toBe(true);
    }
  });

  test('of a small map fill its room and stay inside', () => {
    const grid = gridOf(state('a', [0, 0]), state('b', [0, 1]), state('c', [1, 0]), state('d'));
    if (!grid) throw new Error('no grid');
    const all = tileBoxes(grid, ROOM);
    expect(all.width).toBeLessThanOrEqual(ROOM.width);
    expect(all.height).toBeLessThanOrEqual(ROOM.height);
  });
});

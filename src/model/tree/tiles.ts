/** A map of tiles: units as a grid that keeps who lies beside whom. */

import type { Period } from '../time/period.ts';
import { FEWEST_TILES, type Tile, type Units } from '../unit.ts';

/** A tile of the grid; rows and columns are counted without the empty ones. */
export interface Placed<T> {
  readonly item: T;
  readonly tile: Tile;
}

export interface TileGrid<T> {
  readonly columns: number;
  readonly rows: number;
  /** In reading order. */
  readonly placed: readonly Placed<T>[];
  /** Without a place, or with one that another has: they stand in a row below. */
  readonly apart: readonly T[];
}

/** The grid of some units, each in its state at the end of its period; null where it is no map. */
export function tileGrid<T>(
  units: Units,
  items: readonly T[],
  of: (item: T) => { readonly unit: string; readonly period: Period | undefined },
): TileGrid<T> | null {
  const taken = new Map<string, Placed<T>>();
  const apart: T[] = [];
  for (const item of items) {
    const { unit, period } = of(item);
    const { tile } = units.at(unit, period);
    const key = tile && `${tile.row}~${tile.column}`;
    if (!tile || !key || taken.has(key)) apart.push(item);
    else taken.set(key, { item, tile });
  }
  return taken.size < FEWEST_TILES ? null : closed([...taken.values()], apart);
}

/** The same grid of other tiles. */
export function withTiles<A, B>(grid: TileGrid<A>, of: (tile: A) => B): TileGrid<B> {
  return {
    ...grid,
    placed: grid.placed.map(({ item, tile }) => ({ item: of(item), tile })),
    apart: grid.apart.map(of),
  };
}

/** Without rows and columns in which nobody stands. */
function closed<T>(found: readonly Placed<T>[], apart: readonly T[]): TileGrid<T> {
  const rows = sorted(found.map(({ tile }) => tile.row));
  const columns = sorted(found.map(({ tile }) => tile.column));
  const placed = found
    .map(({ item, tile }) => ({
      item,
      tile: { row: rows.indexOf(tile.row), column: columns.indexOf(tile.column) },
    }))
    .sort((a, b) => a.tile.row - b.tile.row || a.tile.column - b.tile.column);
  return { columns: columns.length, rows: rows.length, placed, apart };
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

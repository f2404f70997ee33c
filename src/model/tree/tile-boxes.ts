/** Where the tiles of a map lie in a drawing, in whatever unit it is drawn. */
import type { TileGrid } from './tiles.ts';

export interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface TileBoxes<T> {
  readonly boxes: readonly (TileBox & { readonly item: T; readonly isApart: boolean })[];
  /** Where the words over the row below stand; null where nobody stands there. */
  readonly apartAt: number | null;
  readonly width: number;
  readonly height: number;
}

/** Room for a drawing, and what a tile takes at least and at most; all in one unit of length. */
export interface TileRoom {
  readonly width: number;
  /** Infinite where the drawing may be as high as it needs. */
  readonly height: number;
  readonly least: { readonly w: number; readonly h: number };
  readonly most: { readonly w: number; readonly h: number };
  readonly gap: number;
  /** Height of the words over the row below. */
  readonly line: number;
}

/** Where tiles lie: as large as the room lets them be, never smaller than the least; then the drawing outgrows it. */
export function tileBoxes<T>(grid: TileGrid<T>, room: TileRoom): TileBoxes<T> {
  const { gap, least, most, line } = room;
  const { columns, rows } = grid;
  const across = Math.max(columns, Math.min(grid.apart.length, MOST_APART));
  const w = within((room.width + gap) / across - gap, least.w, most.w);
  const below = Math.ceil(grid.apart.length / across);
  const words = below > 0 ? line + gap : 0;
  const h = within((room.height - words + gap) / (rows + below) - gap, least.h, most.h);
  const top = rows * (h + gap) + words;
  const at = (row: number, column: number, from: number) => ({
    ...{ x: column * (w + gap), y: from + row * (h + gap), w, h },
  });
  return {
    boxes: [
      ...grid.placed.map(({ item, tile }) => ({
        ...{ item, isApart: false },
        ...at(tile.row, tile.column, 0),
      })),
      ...grid.apart.map((item, place) => ({
        ...{ item, isApart: true },
        ...at(Math.floor(place / across), place % across, top),
      })),
    ],
    apartAt: below > 0 ? rows * (h + gap) : null,
    width: across * (w + gap) - gap,
    height: (below > 0 ? top + below * (h + gap) : rows * (h + gap)) - gap,
  };
}

/** Tiles beside each other in the row below a narrow map. */
const MOST_APART = 6;

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

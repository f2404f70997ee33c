/** A map of tiles as shapes with text, to be moved and written over like any other. */
import { type TileBox, tileBoxes } from '../../../model/tree/tile-boxes.ts';
import { bodyTop } from '../../../slide/page/room.ts';
import type { SlideTile, TilesSlide } from '../../../slide/slide.ts';
import { words } from '../../../text/words.ts';
import {
  ACCENT,
  BEHIND,
  FONT,
  GROUND,
  INK,
  INNER,
  LINE,
  MUTED,
  type Page,
  SIDE,
  SIZE,
  TINT,
} from '../style.ts';
import { bodyEnd } from '../text.ts';

/** Inches: what a tile takes, between tiles, and of the line over the row below. */
const ROOM = {
  width: INNER,
  least: { w: 0.9, h: 0.56 },
  most: { w: 2.2, h: 1.1 },
  ...{ gap: 0.08, line: 0.28 },
};

export function addTiles(page: Page, slide: TilesSlide): void {
  const top = bodyTop(slide);
  const all = tileBoxes(slide.grid, { ...ROOM, height: bodyEnd(slide) - top - 0.1 });
  const left = SIDE + (INNER - all.width) / 2; // in the middle, as a map lies on a page
  if (all.apartAt !== null) {
    page.addText(words.comparing.map.apart, {
      ...{ x: left, y: top + all.apartAt, w: all.width, h: ROOM.line, margin: 0 },
      ...{ fontFace: FONT, fontSize: SIZE.label, color: MUTED, valign: 'middle' },
    });
  }
  for (const box of all.boxes) {
    addTile(page, box.item, { ...box, x: left + box.x, y: top + box.y });
  }
}

const FILLS: Partial<Record<SlideTile['sign'], string>> = { worse: BEHIND, better: TINT };
const EDGES: Partial<Record<SlideTile['sign'], string>> = { worse: INK, better: ACCENT };
const SIGNS = { better: ' (+)', worse: ' (−)', similar: '', few: '', '': '' } as const;

function addTile(page: Page, tile: SlideTile, { x, y, w, h }: TileBox): void {
  const { name, text, sign, share, isMarked } = tile;
  page.addText(
    [
      { text: name, options: { breakLine: true, fontSize: SIZE.label, color: INK } },
      {
        text: `${text}${SIGNS[sign]}`,
        options: {
          fontSize: h > LARGE ? SIZE.under : SIZE.label,
          bold: share !== null,
          color: share === null ? MUTED : INK,
        },
      },
    ],
    {
      ...{ x, y, w, h, margin: [3, 5, 7, 5], fontFace: FONT, valign: 'middle', fit: 'shrink' },
      shape: 'rect',
      fill: { color: FILLS[sign] ?? GROUND },
      line: {
        color: isMarked ? INK : (EDGES[sign] ?? MUTED),
        width: isMarked ? 2.25 : 0.75,
        dashType: share === null ? 'dash' : 'solid',
      },
    },
  );
  if (share === null) return;
  const scale = { x: x + 0.07, y: y + h - 0.1, h: 0.05 };
  const inner = w - 0.14;
  page.addShape('rect', { ...scale, w: inner, fill: { color: LINE } });
  page.addShape('rect', {
    ...{ ...scale, w: Math.max(0.01, inner * share) },
    fill: { color: EDGES[sign] ?? ACCENT },
  });
}

/** Inches from which on the value is larger than the name. */
const LARGE = 0.75;

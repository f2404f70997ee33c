/** Units where they lie, on paper: one tile each, what is behind tinted and signed. */
import { type TileBox, tileBoxes } from '../../../model/tree/tile-boxes.ts';
import type { SlideTile, TilesSlide } from '../../../slide/slide.ts';
import { palette } from '../../../style/palette.ts';
import { words } from '../../../text/words.ts';
import { broken, cut, type Marks, round, SMALL, text, WIDTH } from './marks.ts';

const ROOM = {
  ...{ width: WIDTH, height: 0, gap: 8, line: 34 },
  least: { w: 20, h: 104 },
  most: { w: 200, h: 104 },
};
const PAD = 10;

export function tileMarks({ grid }: TilesSlide): Marks {
  const all = tileBoxes(grid, ROOM);
  const said =
    all.apartAt === null
      ? ''
      : text(words.comparing.map.apart, 0, all.apartAt + 24, { size: SMALL, fill: palette.muted });
  const tiles = all.boxes.map((box) => tileMark(box.item, box));
  return { body: [said, ...tiles].join(''), height: Math.ceil(all.height) + 4 };
}

const TINTS: Partial<Record<SlideTile['sign'], string>> = {
  worse: palette.warning,
  better: palette.accent,
};
const SIGNS = { better: ' (+)', worse: ' (−)', similar: '', few: '', '': '' } as const;

function tileMark(tile: SlideTile, { x, y, w, h }: TileBox): string {
  const tint = TINTS[tile.sign];
  const inner = w - 2 * PAD;
  const fill = tint ? `fill="${tint}" fill-opacity="0.16"` : `fill="${palette.ground}"`;
  const dash = tile.share === null ? ' stroke-dasharray="6 4"' : '';
  const edge = tile.isMarked ? palette.ink : (tint ?? palette.beside);
  const ground = `<rect x="${round(x + 1)}" y="${round(y + 1)}" width="${round(w - 2)}" height="${round(h - 2)}" ${fill} stroke="${edge}" stroke-width="${tile.isMarked ? 3 : 1.5}"${dash}/>`;
  const lines = broken(tile.name, inner, SMALL).slice(0, 2);
  const names = lines.map((line, at) =>
    text(cut(line, inner, SMALL), x + PAD, y + 30 + at * 26, { size: SMALL, isBare: true }),
  );
  const value = cut(`${tile.text}${SIGNS[tile.sign]}`, inner, SMALL);
  const number = text(value, x + PAD, y + h - 20, {
    ...{ size: SMALL, isBare: true },
    weight: tile.share === null ? 400 : 700,
  });
  const bar = (width: number, colour: string) =>
    `<rect x="${round(x + PAD)}" y="${round(y + h - 12)}" width="${round(width)}" height="4" fill="${colour}"/>`;
  const scale =
    tile.share === null
      ? ''
      : bar(inner, palette.line) + bar(Math.max(1, inner * tile.share), tint ?? palette.accent);
  return [ground, ...names, number, scale].join('');
}

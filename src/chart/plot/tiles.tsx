/** Units where they lie: one tile each with name, value, the sign of its verdict, and a line as long as the value. */
import { type TileBox, type TileRoom, tileBoxes } from '../../model/tree/tile-boxes.ts';
import type { TileGrid } from '../../model/tree/tiles.ts';
import { FlagShape, type FlagTone, VerdictSign, type VerdictTone } from '../mark.tsx';
import { useIsMarked } from '../marking.ts';
import { Press } from '../press.tsx';
import { theme } from '../theme.ts';

export interface TileMark {
  readonly name: string;
  /** Its value, or the words for an absence. */
  readonly text: string;
  readonly sign: VerdictTone | '';
  /** How far along the scale, from 0 to 1; null where there is no number. */
  readonly share: number | null;
  /** Is spoken of. */
  readonly isMarked: boolean;
  readonly flag?: FlagTone | null;
  /** Of what opens; without it the tile is only seen. */
  readonly open?: {
    readonly label: string;
    readonly unit: string;
    readonly ref: string;
    readonly value: number | null;
    readonly onOpen: () => void;
  };
}

export interface TilesProps {
  readonly grid: TileGrid<TileMark>;
  /** Over the row of those without a place. */
  readonly apart: string;
  readonly width: number;
  /** As high as it needs without it. */
  readonly height?: number;
  /** Pixels of its type. */
  readonly size?: number;
}

/** By the size of type: what a tile takes at least and at most, in a page and over a whole screen. */
const LEAST = { w: 4.6, h: 3.3 };
const MOST = { page: { w: 10.5, h: 4.4 }, screen: { w: 14, h: 6.4 } };
const GAP = 0.35;
/** Pixels of the outermost edges. */
const EDGE = 4;

export function Tiles({ grid, apart, width, height, size = theme.size.text }: TilesProps) {
  const all = tileBoxes(grid, roomOf(width, height, size));
  const [first] = all.boxes;
  const view = { width: Math.ceil(all.width) + 2, height: Math.ceil(all.height) + 2 };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it is named, its tiles are read one by one
    <svg {...view} viewBox={`-1 -1 ${view.width} ${view.height}`} className="panel">
      {all.apartAt !== null && (
        <text y={all.apartAt + size} fontSize={size} fontFamily={theme.font} fill={theme.muted}>
          {apart}
        </text>
      )}
      {all.boxes.map((box) => (
        <Tile
          key={`${box.x}~${box.y}`}
          {...{ box, size }}
          tile={box.item}
          isFirst={box === first}
        />
      ))}
    </svg>
  );
}

function roomOf(width: number, height: number | undefined, size: number): TileRoom {
  const most = height === undefined ? MOST.page : MOST.screen;
  const scaled = ({ w, h }: { w: number; h: number }) => ({ w: w * size, h: h * size });
  return {
    ...{ width: width - EDGE, height: height === undefined ? 0 : height - EDGE },
    least: height === undefined ? { w: LEAST.w * size, h: most.h * size } : scaled(LEAST),
    ...{ most: scaled(most), gap: GAP * size, line: size * 1.4 },
  };
}

interface TileProps {
  readonly tile: TileMark;
  readonly box: TileBox;
  readonly size: number;
  readonly isFirst: boolean;
}

function Tile(props: TileProps) {
  const { tile, isFirst } = props;
  const isMarked = useIsMarked(tile.open?.unit ?? '');
  if (!tile.open) return <Face {...props} isPointed={false} />;
  const { label, unit, ref, value, onOpen } = tile.open;
  return (
    <Press
      {...{ label, unit, value }}
      name={ref}
      onPress={onOpen}
      tabIndex={isFirst || isMarked ? 0 : -1}
    >
      <Face {...props} isPointed={isMarked} />
    </Press>
  );
}

const PAD = 0.45;
const LETTER = 0.57;
const LINE = 1.2;

function Face({ tile, box, size, isPointed }: TileProps & { readonly isPointed: boolean }) {
  const { x, y, w, h } = box;
  const pad = PAD * size;
  const inner = w - 2 * pad;
  const isNumber = tile.share !== null;
  const most = Math.floor(inner / (size * LETTER));
  const rows = Math.max(1, Math.floor((h - size * 2.4) / (size * LINE)));
  const text = { fontSize: size, fontFamily: theme.font, pointerEvents: 'none' as const };
  return (
    <g transform={`translate(${x},${y})`}>
      <Ground {...{ tile, w, h, isPointed }} />
      {linesOf(tile.name, most, Math.min(2, rows)).map((line, at) => (
        <text key={line} x={pad} y={pad + size * (0.85 + at * LINE)} fill={theme.ink} {...text}>
          {line}
        </text>
      ))}
      <text
        x={pad}
        y={h - pad - size * 0.55}
        fill={isNumber ? theme.ink : theme.muted}
        fontWeight={isNumber ? 600 : 400}
        {...text}
      >
        {linesOf(tile.text, tile.sign ? most - 2 : most, 1)[0]}
      </text>
      <Signs {...{ tile, w, h, size }} />
      {isNumber && (
        <g pointerEvents="none">
          <rect x={pad} y={h - pad - 2} width={inner} height={3} fill={theme.line} />
          <rect
            x={pad}
            y={h - pad - 2}
            width={Math.max(1, inner * (tile.share ?? 0))}
            height={3}
            fill={tile.sign === 'worse' ? theme.warning : theme.accent}
          />
        </g>
      )}
    </g>
  );
}

/** Amber where the unit is behind, blue where it is ahead; a broken edge where there is no number. */
function Ground({
  tile,
  w,
  h,
  isPointed,
}: {
  readonly tile: TileMark;
  readonly w: number;
  readonly h: number;
  readonly isPointed: boolean;
}) {
  const tint = { better: theme.accent, worse: theme.warning }[tile.sign as 'better' | 'worse'];
  const isStrong = isPointed || tile.isMarked;
  const edge = isPointed ? theme.accent : tile.isMarked ? theme.ink : (tint ?? theme.muted);
  return (
    <>
      <rect width={w} height={h} rx={4} fill={theme.ground} />
      <rect
        width={w}
        height={h}
        rx={4}
        fill={tint ?? theme.ground}
        fillOpacity={tint ? 0.14 : 0}
        stroke={edge}
        strokeWidth={isStrong ? 2.5 : 1}
        {...(tile.share === null ? { strokeDasharray: '4 3' } : {})}
      />
    </>
  );
}

/** The verdict beside the value, the flag in the corner; drawn for type of 15, larger with it. */
function Signs({
  tile: { sign, flag },
  w,
  h,
  size,
}: {
  readonly tile: TileMark;
  readonly w: number;
  readonly h: number;
  readonly size: number;
}) {
  const scale = size / theme.size.text;
  return (
    <g pointerEvents="none">
      {sign && (
        <g
          transform={`translate(${w - size * 0.95},${h - PAD * size - size * 0.9}) scale(${scale})`}
        >
          <VerdictSign x={0} y={0} tone={sign} />
        </g>
      )}
      {flag && (
        <g transform={`translate(${w - size * 1.1},${size * 1.25}) scale(${scale})`}>
          <FlagShape x={0} y={0} tone={flag} />
        </g>
      )}
    </g>
  );
}

/** A text in lines of so many letters; the last one ends in "…" where it is cut. */
function linesOf(text: string, most: number, rows: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const isFull = last === undefined || `${last} ${word}`.length > most;
    if (isFull && (lines.length < rows || last === undefined)) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) =>
    line.length > most ? `${line.slice(0, Math.max(1, most - 1)).trimEnd()}…` : line,
  );
}

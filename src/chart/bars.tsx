/** Horizontal bars, one row per unit or category: name, bar, value with counts, marks. */
import { fittedTicks } from '../model/statistics/scale.ts';
import type { BarRow, BarSize, Choosing } from './bar.ts';
import { Row } from './bar-row.tsx';
import { theme } from './theme.ts';

export interface BarsProps {
  readonly rows: readonly BarRow[];
  readonly domain: readonly [number, number];
  /** Ticks as written, e.g. "50%". */
  readonly tick: (value: number) => string;
  /** Where they stand; without them five even ones. */
  readonly ticks?: readonly number[];
  readonly group: { readonly value: number; readonly label: string } | null;
  /** False: nothing has a place on it, only names and words are written. */
  readonly hasAxis?: boolean;
  readonly width: number;
  readonly size?: BarSize;
  readonly choosing?: Choosing | null;
  /** Of very many rows the Tab key stops at one; the arrow keys go to the others. */
  readonly stops?: 'all' | 'first' | 'none';
}

const FULL_ROW = 52;
const DENSE_ROW = 16;
/** One-line rows share this height as far as they can be read; fifteen of them fit one screen. */
const COMPACT = { all: 310, least: 20, most: 30 };
const AXIS = { full: 30, compact: 24, dense: 22 };
const GROUP_LABEL = 22;

/** Whether any row has a mark on the axis. */
export function hasMarks(rows: readonly BarRow[]): boolean {
  return rows.some(
    ({ value, reported, targets }) => value !== null || reported !== null || targets.length > 0,
  );
}

/** Height of a row of so many. */
export function rowHeight(size: BarSize, rows: number): number {
  if (size === 'full') return FULL_ROW;
  if (size === 'dense') return DENSE_ROW;
  return Math.max(COMPACT.least, Math.min(COMPACT.most, Math.floor(COMPACT.all / rows)));
}

/** Height of a drawing of so many rows, for what must leave room for it. */
export function barsHeight(size: BarSize, rows: number, hasGroup: boolean): number {
  return rows * rowHeight(size, rows) + AXIS[size] + (hasGroup ? GROUP_LABEL : 4);
}

/**
 * Draws the rows in the order given; the drawing decides nothing. The plot and its axis are a handful of elements: a
 * chart library for them was 78 kB and some 60 ms of script before the first picture.
 */
export function Bars(props: BarsProps) {
  const { rows, domain, group, width, hasAxis = true } = props;
  const { size = 'full', choosing = null, stops = 'all' } = props;
  const space = spaceIn(rows, width, size);
  const step = rowHeight(size, rows.length);
  const height = barsHeight(size, rows.length, group !== null) - (hasAxis ? 0 : AXIS[size]);
  const area = {
    x: space.name,
    y: group ? GROUP_LABEL : 4,
    width: Math.max(0, width - space.name - space.text),
  };
  const place = (value: number) => area.x + share(value, domain) * area.width;
  const bottom = area.y + rows.length * step;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it is named, its rows are read one by one
    <svg className="bars" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {hasAxis && <Axis {...props} {...{ area, place, bottom }} />}
      {rows.map((row, at) => (
        <Row
          key={row.key}
          row={row}
          box={{ x: area.x, width: area.width, height: step, all: width, ...space }}
          y={area.y + at * step}
          {...{ place, size, choosing, hasAxis }}
          origin={Math.max(0, domain[0])}
          isStop={stops === 'all' || (stops === 'first' && at === 0)}
        />
      ))}
      {group && (
        <GroupLine label={group.label} x={place(group.value)} top={area.y} bottom={bottom} />
      )}
    </svg>
  );
}

/** Pixels of a character of an axis, and between two of its labels. */
const CHARACTER = 7.5;
const BETWEEN = 10;

/** The line under the rows with its labels; of those that would touch only some. */
function Axis({
  domain,
  tick,
  ticks = evenTicks(domain),
  area,
  place,
  bottom,
}: BarsProps & {
  readonly area: { readonly x: number; readonly width: number };
  readonly place: (value: number) => number;
  readonly bottom: number;
}) {
  const labels = ticks.map((value) => ({ value, text: tick(value) }));
  const longest = Math.max(...labels.map(({ text }) => text.length));
  const needed = longest * CHARACTER + BETWEEN;
  const each = Math.max(1, Math.ceil((needed * (ticks.length - 1)) / (area.width || 1)));
  return (
    <g className="axis" pointerEvents="none">
      <path d={`M${area.x} ${bottom}H${area.x + area.width}`} stroke={theme.line} />
      {labels.map(
        ({ value, text }, at) =>
          at % each === 0 && (
            <text
              key={value}
              x={place(value)}
              y={bottom + 18}
              textAnchor="middle"
              fontSize={theme.size.small}
              fontFamily={theme.font}
              fill={theme.muted}
            >
              {text}
            </text>
          ),
      )}
    </g>
  );
}

/** Five from end to end; where the axis crosses zero, round ones. */
function evenTicks([least, most]: readonly [number, number]): number[] {
  if (least < 0) return fittedTicks(least, most).filter((at) => at >= least && at <= most);
  const quarters = [0, 1, 2, 3, 4].map((at) => least + ((most - least) * at) / 4);
  return quarters.map((at) => Number(at.toPrecision(12))); // written as they are, not as 0,8999…
}

function GroupLine({
  label,
  x,
  top,
  bottom,
}: {
  readonly label: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}) {
  return (
    <g pointerEvents="none">
      <path d={`M${x} ${top}V${bottom}`} stroke={theme.muted} strokeDasharray="5 4" />
      <text
        x={x}
        y={top - 6}
        textAnchor="middle"
        fill={theme.muted}
        fontSize={theme.size.small}
        fontFamily={theme.font}
      >
        {label}
      </text>
    </g>
  );
}

/** Where a value lies in the domain, from 0 to 1. */
function share(value: number, domain: readonly [number, number]): number {
  return Math.max(0, Math.min(1, (value - domain[0]) / (domain[1] - domain[0] || 1)));
}

/** Space for names and for the numbers beside the plot; on a narrow screen less. */
const SPACE = {
  full: { wide: { name: 250, text: 400 }, narrow: { name: 170, text: 190 } },
  compact: { wide: { name: 210, text: 400 }, narrow: { name: 170, text: 190 } },
  dense: { wide: { name: 170, text: 200 }, narrow: { name: 150, text: 100 } },
};
const NARROW_BELOW = { full: 820, compact: 820, dense: 560 };

/** Numbers of a way: what it comes to, from where, and its verdict. */
const WAY_TEXT = 340;

function spaceIn(rows: readonly BarRow[], width: number, size: BarSize) {
  const isNarrow = width < NARROW_BELOW[size];
  const space = SPACE[size][isNarrow ? 'narrow' : 'wide'];
  const isWay = isNarrow && size !== 'dense' && rows.some(({ before }) => before !== undefined);
  return isWay ? { ...space, text: WAY_TEXT } : space;
}

/** Horizontal bars, one row per unit or category: name, bar, value with counts, marks. */
import { BarChart, usePlotArea, XAxis, YAxis } from 'recharts';
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

/** Draws the rows in the order given; the drawing decides nothing. */
export function Bars(props: BarsProps) {
  const { rows, domain, tick, ticks, group, width, size = 'full' } = props;
  const space = spaceIn(rows, width, size);
  return (
    <BarChart
      width={width}
      height={barsHeight(size, rows.length, group !== null)}
      data={rows as BarRow[]}
      layout="vertical"
      margin={{ top: group ? GROUP_LABEL : 4, right: space.text, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        domain={[domain[0], domain[1]]}
        allowDataOverflow
        height={AXIS[size]}
        tickFormatter={tick}
        tick={{ fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font }}
        axisLine={{ stroke: theme.line }}
        tickLine={false}
        {...(ticks ? { ticks: [...ticks] } : { tickCount: 5 })}
      />
      <YAxis
        type="category"
        dataKey="key"
        width={space.name}
        tick={false}
        axisLine={false}
        tickLine={false}
      />
      <Rows {...props} size={size} />
    </BarChart>
  );
}

/** Everything beside the axes, in one part: a Recharts `Bar` would have the chart drawn once more for itself. */
function Rows(props: BarsProps) {
  const { rows, domain, group, width: all, size = 'full', choosing = null, stops = 'all' } = props;
  const area = usePlotArea();
  if (!area) return null;
  const { x, y, width } = area;
  const height = rowHeight(size, rows.length);
  const place = (value: number) => x + share(value, domain) * width;
  const space = spaceIn(rows, all, size);
  return (
    <g>
      {rows.map((row, at) => (
        <Row
          key={row.key}
          row={row}
          box={{ ...{ x, width, height, all }, name: space.name, text: space.text }}
          y={y + at * height}
          {...{ place, size, choosing }}
          origin={Math.max(0, domain[0])}
          isStop={stops === 'all' || (stops === 'first' && at === 0)}
        />
      ))}
      {group && (
        <GroupLine
          label={group.label}
          x={place(group.value)}
          top={y}
          bottom={y + rows.length * height}
        />
      )}
    </g>
  );
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

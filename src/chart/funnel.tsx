/** A funnel: each unit by its size and its value, between the limits that chance draws around the group's value. */
import { useIsMarked } from './marking.ts';
import { Press } from './press.tsx';
import { theme } from './theme.ts';

export interface FunnelPoint {
  readonly key: string;
  readonly unit: string;
  readonly name: string;
  readonly size: number;
  readonly value: number;
  /** Beyond the limits: filled beyond the outer ones, tinted between the two. */
  readonly beyond: 'outer' | 'inner' | '';
  readonly isBad: boolean;
  readonly weak: boolean;
  /** Written beside the point. */
  readonly isNamed: boolean;
  readonly label: string;
  readonly open: string;
  readonly onOpen: () => void;
}

/** Limits at one size, in scale units. */
export interface FunnelStep {
  readonly size: number;
  readonly inner: readonly [number, number];
  readonly outer: readonly [number, number];
}

export interface FunnelProps {
  readonly points: readonly FunnelPoint[];
  readonly curve: readonly FunnelStep[];
  readonly group: { readonly value: number; readonly label: string };
  /** Values of the vertical axis, from its lower end to its upper. */
  readonly ticks: readonly number[];
  readonly sizes: readonly [number, number];
  readonly tick: (value: number) => string;
  readonly sizeTick: (value: number) => string;
  readonly words: { readonly across: string; readonly inner: string; readonly outer: string };
  readonly width: number;
  readonly height: number;
}

/** Space around the axes, and between their ends and the smallest and largest unit. */
const INSET = 16;
const PAD = { top: 16, right: 124, bottom: 48, left: 64 };

interface Plane {
  readonly x: (size: number) => number;
  readonly y: (value: number) => number;
  readonly right: number;
  readonly bottom: number;
}

/** Sizes stand by their roots: limits narrow with the root of the size, and small units keep their room. */
export function Funnel(props: FunnelProps) {
  const { points, width, height } = props;
  const plane = planeOf(props);
  const ordered = [...points].sort((a, b) => a.size - b.size); // the keys go from left to right
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it is named, its points are read one by one
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="panel">
      <Axes {...props} plane={plane} />
      <Limits {...props} plane={plane} />
      {ordered.map((point) => (
        <Point key={point.key} {...{ point, plane }} isFirst={point === ordered[0]} />
      ))}
      {placedNames(points, plane).map(({ point, x, y, anchor }) => (
        <text
          key={point.key}
          {...{ x, y }}
          textAnchor={anchor}
          fontSize={theme.size.small}
          fontFamily={theme.font}
          fill={theme.ink}
          stroke={theme.ground}
          strokeWidth={3}
          paintOrder="stroke"
          pointerEvents="none"
        >
          {point.name}
        </text>
      ))}
    </svg>
  );
}

function planeOf({ ticks, sizes, width, height }: FunnelProps): Plane {
  const left = PAD.left + INSET;
  const right = width - PAD.right;
  const bottom = height - PAD.bottom;
  const [from, to] = [Math.sqrt(sizes[0]), Math.sqrt(sizes[1])];
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  return {
    x: (size) =>
      left + (to > from ? (Math.sqrt(size) - from) / (to - from) : 0.5) * (right - INSET - left),
    y: (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - PAD.top),
    right,
    bottom,
  };
}

type PartProps = FunnelProps & { readonly plane: Plane };

function Axes({ ticks, sizes, tick, sizeTick, words, plane, height }: PartProps) {
  const text = { fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font };
  return (
    <>
      {ticks.map((value) => (
        <g key={value}>
          <path
            d={`M${PAD.left} ${plane.y(value)}H${plane.right}`}
            stroke={value === ticks[0] ? theme.muted : theme.line}
          />
          <text x={PAD.left - 8} y={plane.y(value) + 4} textAnchor="end" {...text}>
            {tick(value)}
          </text>
        </g>
      ))}
      {sizeTicks(sizes, plane).map((size) => (
        <text key={size} x={plane.x(size)} y={plane.bottom + 18} textAnchor="middle" {...text}>
          {sizeTick(size)}
        </text>
      ))}
      <text x={plane.right} y={height - 8} textAnchor="end" {...text}>
        {words.across}
      </text>
    </>
  );
}

/** Round sizes as far apart as their labels need. */
function sizeTicks([least, most]: readonly [number, number], { x }: Plane): number[] {
  const steps = [1, 1.5, 2, 3, 5, 7];
  const round = Array.from({ length: 12 }, (_, at) => steps.map((n) => n * 10 ** at)).flat();
  const inside = round.filter((size) => size % 1 === 0 && size >= least && size <= most);
  const kept: number[] = [];
  for (const size of inside) {
    const last = kept.at(-1);
    if (last === undefined || x(size) - x(last) > 64) kept.push(size);
  }
  return kept;
}

function Limits({ curve, group, words, plane }: PartProps) {
  const { x, y, right } = plane;
  const line = (of: (step: FunnelStep) => number) =>
    curve.map((step, at) => `${at ? 'L' : 'M'}${x(step.size)} ${y(of(step))}`).join('');
  const last = curve.at(-1);
  const text = { x: right + 6, fontSize: theme.size.small, fontFamily: theme.font };
  const ends = last ? spread([y(last.outer[1]), y(last.inner[1]), y(group.value)]) : [];
  return (
    <>
      {([0, 1] as const).map((side) => (
        <g key={side} fill="none" stroke={theme.muted}>
          <path d={line((step) => step.outer[side])} strokeWidth={1.25} data-limit="99.8" />
          <path
            d={line((step) => step.inner[side])}
            strokeWidth={1.25}
            strokeDasharray="2 4"
            data-limit="95"
          />
        </g>
      ))}
      <path
        d={`M${PAD.left} ${y(group.value)}H${right}`}
        stroke={theme.muted}
        strokeDasharray="7 4"
      />
      {[words.outer, words.inner, group.label].map((label, at) => (
        <text key={label} y={(ends[at] ?? 0) + 4} {...text} fill={theme.muted}>
          {label}
        </text>
      ))}
    </>
  );
}

/** Labels at the right end, one line apart at least, in their order from the top. */
function spread(places: readonly number[]): number[] {
  const found: number[] = [];
  for (const place of [...places].reverse()) {
    const above = found.at(-1);
    found.push(above === undefined ? place : Math.min(place, above - 15));
  }
  return found.reverse();
}

const DOT = 5;

function Point({
  point,
  plane,
  isFirst,
}: {
  readonly point: FunnelPoint;
  readonly plane: Plane;
  readonly isFirst: boolean;
}) {
  const isMarked = useIsMarked(point.unit);
  const [cx, cy] = [plane.x(point.size), plane.y(point.value)];
  const colour = point.isBad ? theme.warning : theme.accent;
  const fill = { outer: colour, inner: theme.accentTint, '': theme.ground }[point.beyond];
  return (
    <Press
      label={point.label}
      name={point.open}
      unit={point.unit}
      value={point.value}
      onPress={point.onOpen}
      tabIndex={isFirst || isMarked ? 0 : -1}
    >
      <circle {...{ cx, cy }} r={10} fill="transparent" />
      {isMarked && <circle {...{ cx, cy }} r={10} fill={theme.accentTint} stroke={theme.accent} />}
      <circle
        {...{ cx, cy }}
        r={DOT}
        fill={fill}
        stroke={point.weak ? theme.weak : point.beyond ? colour : theme.accent}
        strokeWidth={1.75}
      />
    </Press>
  );
}

const CHARACTER = 6.9;
const LINE = 15;

/** Names beside their points, moved up or down where another stands; left of the point where the edge is near. */
function placedNames(points: readonly FunnelPoint[], plane: Plane) {
  const taken = points
    .filter((point) => point.isNamed)
    .map(({ size, value }) => box(plane.x(size) - DOT, plane.x(size) + DOT, plane.y(value) + 4));
  return points
    .filter((point) => point.isNamed)
    .flatMap((point) => {
      const [cx, cy] = [plane.x(point.size), plane.y(point.value)];
      const length = point.name.length * CHARACTER;
      const isLeft = cx + 10 + length > plane.right;
      const x = isLeft ? cx - 10 : cx + 10;
      const [left, right] = isLeft ? [x - length, x] : [x, x + length];
      const free = (y: number) =>
        y > LINE &&
        taken.every((one) => one.right < left || one.left > right || Math.abs(one.y - y) >= LINE);
      const y = [0, -LINE, LINE, -2 * LINE, 2 * LINE].map((by) => cy + 4 + by).find(free);
      if (y === undefined) return [];
      taken.push(box(left, right, y));
      return [{ point, x, y, anchor: isLeft ? ('end' as const) : ('start' as const) }];
    });
}

function box(left: number, right: number, y: number) {
  return { left, right, y };
}

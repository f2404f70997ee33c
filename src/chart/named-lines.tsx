/** Lines for a room: a few stand out with their names at their ends, the others are grey. Nothing to press. */
import { dotsOf, type LineValues, linePath } from '../model/drawing/line.ts';
import { theme } from './theme.ts';

export interface NamedLine {
  readonly key: string;
  /** One per period; null where there is no number. */
  readonly values: LineValues;
  /** One per period: provisional, estimated or derived. */
  readonly weak: readonly boolean[];
  readonly colour: string;
  readonly nameColour: string;
  readonly isThin: boolean;
  readonly isDashed: boolean;
  /** What stands at its end; '' for nothing. */
  readonly label: string;
}

export interface NamedLinesProps {
  readonly periods: readonly string[];
  readonly lines: readonly NamedLine[];
  readonly domain: readonly [number, number];
  /** Distance of the lines of the scale. */
  readonly step: number;
  readonly tick: (value: number) => string;
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size: number;
}

/** Shares of the width that names at the ends take at least and at most, and the width of a letter by its size. */
const NAMES = 0.24;
const MOST_NAMES = 0.44;
const LETTER = 0.56;

export function NamedLines(props: NamedLinesProps) {
  const { periods, lines, domain, step, tick, width, height, size } = props;
  const [least, most] = domain;
  const left = size * LETTER * (tick(most).length + 1.6);
  const longest = Math.max(0, ...lines.map(({ label }) => label.length)) * size * LETTER + size;
  const right = width - Math.min(width * MOST_NAMES, Math.max(width * NAMES, longest));
  const bottom = height - size * 1.8;
  const top = size * 0.8;
  const x = (at: number) =>
    left + size + (at * (right - left - 2 * size)) / (periods.length - 1 || 1);
  const y = (value: number) => bottom - ((value - least) / (most - least || 1)) * (bottom - top);
  const text = { fontSize: size, fontFamily: theme.font };
  const every = everyNth(periods, x(1) - x(0), size);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its section is named, and its figures are in the view's table
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="named-lines">
      {ticks(least, most, step).map((value) => (
        <g key={value}>
          <path
            d={`M${left} ${y(value)}H${right}`}
            stroke={value === least ? theme.muted : theme.line}
          />
          <text
            x={left - size / 2}
            y={y(value) + size / 3}
            textAnchor="end"
            fill={theme.muted}
            {...text}
          >
            {tick(value)}
          </text>
        </g>
      ))}
      {periods.map((period, at) =>
        (periods.length - 1 - at) % every === 0 ? (
          <text
            key={period}
            x={x(at)}
            y={height - size / 2}
            textAnchor="middle"
            fill={theme.muted}
            {...text}
          >
            {period}
          </text>
        ) : null,
      )}
      {lines.map((line) => (
        <Line key={line.key} {...{ line, x, y, size }} />
      ))}
      <Names {...{ lines, y, width, height, size, left: right + size / 2 }} />
    </svg>
  );
}

/** What the lines are called, at their ends, none over another. */
function Names({
  lines,
  y,
  left,
  width,
  height,
  size,
}: Pick<NamedLinesProps, 'lines' | 'width' | 'height' | 'size'> & {
  readonly y: (value: number) => number;
  readonly left: number;
}) {
  return placed(lines, y, size * 1.15, height - size * 2).map(({ line, at }) => (
    <text
      key={line.key}
      x={left}
      y={at + size / 3}
      fill={line.nameColour}
      fontWeight={line.isThin ? 400 : 500}
      fontSize={size}
      fontFamily={theme.font}
    >
      {cut(line.label, (width - left) / (size * LETTER))}
    </text>
  ));
}

function Line({
  line: { values, weak, colour, isThin, isDashed },
  x,
  y,
  size,
}: {
  readonly line: NamedLine;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly size: number;
}) {
  const d = linePath(values, x, y);
  const strokeWidth = size * (isThin ? 0.07 : 0.15);
  return (
    <g>
      <path
        {...{ d, strokeWidth }}
        stroke={colour}
        strokeDasharray={isDashed ? `${size * 0.4} ${size * 0.25}` : undefined}
        strokeLinejoin="round"
        fill="none"
      />
      {!isThin &&
        dotsOf(values, weak).map(({ at, value, isWeak }) => (
          <circle
            key={at}
            {...{ cx: x(at), cy: y(value), r: size * 0.2, stroke: colour }}
            fill={isWeak ? theme.ground : colour}
            strokeWidth={size * 0.1}
          />
        ))}
    </g>
  );
}

function ticks(least: number, most: number, step: number): number[] {
  const count = Math.floor((most - least) / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => least + at * step);
}

/** Only every nth period is named, the last one always. */
function everyNth(periods: readonly string[], distance: number, size: number): number {
  const longest = Math.max(...periods.map((period) => period.length), 1);
  return Math.max(1, Math.ceil(((longest + 2) * size * LETTER) / Math.max(1, distance)));
}

/** Names stand at the height of their last value, one below the other where they would touch. */
function placed(
  lines: readonly NamedLine[],
  y: (value: number) => number,
  gap: number,
  floor: number,
): { line: NamedLine; at: number }[] {
  const named = lines.flatMap((line) => {
    const last = [...line.values].reverse().find((value) => value !== null) ?? null;
    return line.label && last !== null ? [{ line, at: y(last) }] : [];
  });
  named.sort((a, b) => a.at - b.at);
  named.forEach((item, at) => {
    item.at = Math.max(item.at, (named[at - 1]?.at ?? Number.NEGATIVE_INFINITY) + gap);
  });
  let lowest = floor;
  for (const item of [...named].reverse()) {
    item.at = Math.min(item.at, lowest);
    lowest = item.at - gap;
  }
  return named;
}

function cut(text: string, most: number): string {
  return text.length > most
    ? `${text.slice(0, Math.max(1, Math.floor(most) - 1)).trimEnd()}…`
    : text;
}

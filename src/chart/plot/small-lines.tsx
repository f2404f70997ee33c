/** A small line chart with nothing to press: two ends on each axis, its lines told apart by weight and dash. */
import { theme } from '../theme.ts';

export interface SmallLine {
  readonly key: string;
  readonly look: 'own' | 'group' | 'target';
  /** One per period; null where there is no number. */
  readonly values: readonly (number | null)[];
}

export interface SmallLinesProps {
  readonly lines: readonly SmallLine[];
  /** Of the first and the last period. */
  readonly periods: readonly [string, string];
  readonly domain: readonly [number, number];
  readonly tick: (value: number) => string;
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size?: number;
  /** Its place in a larger drawing. */
  readonly x?: number;
  readonly y?: number;
}

/** Width of a digit or sign by the size of type. */
const LETTER = 0.66;
const ORDER = ['group', 'target', 'own'] as const;

export function SmallLines(props: SmallLinesProps) {
  const { lines, periods, domain, tick, width, height, size = theme.size.small, x, y } = props;
  const ends = domain.map(tick);
  const left = (Math.max(...ends.map((text) => text.length)) + 1) * size * LETTER;
  const [right, top, bottom] = [width - size * 0.5, size * 0.6, height - size * 1.7];
  const count = Math.max(...lines.map(({ values }) => values.length), 2);
  const from = left + size * 0.5;
  const place = {
    x: (at: number) => from + (at * (right - from)) / (count - 1),
    y: (value: number) =>
      bottom - ((value - domain[0]) / (domain[1] - domain[0] || 1)) * (bottom - top),
  };
  const text = { fontSize: size, fontFamily: theme.font, fill: theme.muted };
  return (
    <svg
      {...{ width, height, x, y }}
      viewBox={`0 0 ${width} ${height}`}
      className="small-lines"
      aria-hidden="true"
    >
      {domain.map((value, at) => (
        <g key={value}>
          <path d={`M${left} ${place.y(value)}H${right}`} stroke={theme.line} />
          <text x={left - size * 0.4} y={place.y(value) + size * 0.35} textAnchor="end" {...text}>
            {ends[at]}
          </text>
        </g>
      ))}
      <text x={left} y={height - size * 0.3} {...text}>
        {periods[0]}
      </text>
      <text x={right} y={height - size * 0.3} textAnchor="end" {...text}>
        {periods[1]}
      </text>
      {ORDER.flatMap((look) => lines.filter((line) => line.look === look)).map((line) => (
        <Line key={line.key} {...{ line, place, size }} />
      ))}
    </svg>
  );
}

/** Widths by the size of type, colours and dashes. */
const LOOKS = {
  own: { width: 0.17, colour: theme.accent, dash: 0 },
  group: { width: 0.1, colour: theme.muted, dash: 0 },
  target: { width: 0.1, colour: theme.ink, dash: 0.35 },
};

interface LineProps {
  readonly line: SmallLine;
  readonly place: { readonly x: (at: number) => number; readonly y: (value: number) => number };
  readonly size: number;
}

function Line({ line: { look, values }, place, size }: LineProps) {
  const { width, colour, dash } = LOOKS[look];
  const d = values
    .map((value, at) => {
      if (value === null) return '';
      const before = at > 0 ? (values[at - 1] ?? null) : null;
      return `${before === null ? 'M' : 'L'}${place.x(at).toFixed(1)} ${place.y(value).toFixed(1)}`;
    })
    .join('');
  const last = values.map((value) => value !== null).lastIndexOf(true);
  const isAlone = (at: number) => values[at - 1] == null && values[at + 1] == null;
  return (
    <g>
      <path
        {...{ d }}
        fill="none"
        stroke={colour}
        strokeWidth={Math.max(1.25, size * width)}
        strokeDasharray={dash ? `${size * dash} ${size * dash * 0.75}` : undefined}
        strokeLinejoin="round"
      />
      {look === 'own' &&
        values.map((value, at) =>
          value !== null && (at === last || isAlone(at)) ? (
            <circle
              key={place.x(at)}
              cx={place.x(at)}
              cy={place.y(value)}
              r={size * 0.27}
              fill={colour}
            />
          ) : null,
        )}
    </g>
  );
}

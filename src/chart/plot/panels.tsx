/** Small charts over a screen or on a sheet: one line each over what belongs to all, on one axis. Nothing to press. */
import { theme } from '../theme.ts';

export interface SmallChart {
  readonly name: string;
  /** Its last value. */
  readonly value: string;
  readonly lines: readonly {
    readonly values: readonly (number | null)[];
    readonly colour: string;
    readonly isOwn: boolean;
    readonly isDashed: boolean;
  }[];
  /** First and last period, ends of the scale. */
  readonly times: readonly [string, string];
  readonly least: number;
  readonly most: number;
  readonly ends: readonly [string, string];
  readonly frame: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
}

interface PanelsProps {
  readonly charts: readonly SmallChart[];
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size: number;
}

export function Panels({ charts, width, height, size }: PanelsProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its section is named, and its figures are in the view's table
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="named-lines">
      {charts.map((chart) => (
        <SmallPlot key={`${chart.frame.x}~${chart.frame.y}`} chart={chart} size={size} />
      ))}
    </svg>
  );
}

const LETTER = 0.57;

function SmallPlot({ chart, size }: { readonly chart: SmallChart; readonly size: number }) {
  const { name, value, times, ends, least, most, frame, lines } = chart;
  const letters = Math.max(...ends.map((end) => end.length));
  const left = size * LETTER * (letters + 1);
  const [top, bottom] = [size * 1.85, frame.h - size * 1.45];
  const count = Math.max(...lines.map(({ values }) => values.length), 2);
  const x = (at: number) => left + size / 3 + (at * (frame.w - left - size * 0.7)) / (count - 1);
  const y = (at: number) => bottom - ((at - least) / (most - least || 1)) * (bottom - top);
  const text = { fontSize: size, fontFamily: theme.font };
  const room = Math.floor((frame.w - size * (value.length * 0.62 + 0.4)) / (size * LETTER));
  return (
    <g transform={`translate(${frame.x},${frame.y})`}>
      <text y={size} fill={theme.ink} {...text}>
        {name.length > room ? `${name.slice(0, Math.max(1, room - 1)).trimEnd()}…` : name}
      </text>
      <text x={frame.w} y={size} textAnchor="end" fontWeight={600} fill={theme.accent} {...text}>
        {value}
      </text>
      {([least, most] as const).map((end, at) => (
        <g key={end}>
          <path d={`M${left} ${y(end)}H${frame.w}`} stroke={theme.line} />
          <text
            x={left - size * 0.3}
            y={y(end) + size * 0.35}
            textAnchor="end"
            fill={theme.muted}
            {...text}
          >
            {ends[at]}
          </text>
        </g>
      ))}
      <text x={left} y={frame.h - size * 0.15} fill={theme.muted} {...text}>
        {times[0]}
      </text>
      <text x={frame.w} y={frame.h - size * 0.15} textAnchor="end" fill={theme.muted} {...text}>
        {times[1]}
      </text>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a slide never move
        <SmallLine key={at} {...{ line, x, y, size }} />
      ))}
    </g>
  );
}

function SmallLine({
  line: { values, colour, isOwn, isDashed },
  x,
  y,
  size,
}: {
  readonly line: SmallChart['lines'][number];
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
  readonly size: number;
}) {
  const d = values
    .map((value, at) => {
      if (value === null) return '';
      const isJoined = at > 0 && values[at - 1] !== null;
      return `${isJoined ? 'L' : 'M'}${x(at)} ${y(value)}`;
    })
    .join('');
  return (
    <g>
      <path
        d={d}
        stroke={colour}
        strokeWidth={size * (isOwn ? 0.14 : 0.06)}
        strokeDasharray={isDashed ? `${size * 0.35} ${size * 0.25}` : undefined}
        strokeLinejoin="round"
        fill="none"
      />
      {isOwn &&
        values.map((value, at) =>
          value === null ? null : (
            <circle key={x(at)} cx={x(at)} cy={y(value)} r={size * 0.13} fill={colour} />
          ),
        )}
    </g>
  );
}

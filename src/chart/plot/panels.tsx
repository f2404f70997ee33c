/** Small charts on a screen, over a room or on a sheet: one line each over what belongs to all. Nothing to press. */
import { fewDots, type LineValues, linePath } from '../../model/drawing/line.ts';
import { SMALL_LINE, type SmallPlot, smallPlot } from '../../model/drawing/small-plot.ts';
import { theme } from '../theme.ts';

export interface SmallLine {
  readonly values: LineValues;
  /** One per period: provisional, estimated or derived. */
  readonly weak: readonly boolean[];
  readonly colour: string;
  readonly isOwn: boolean;
  readonly isDashed: boolean;
}

export interface SmallChart {
  /** Stand above it; '' where the page says them. */
  readonly name: string;
  /** Its last value. */
  readonly value: string;
  /** It has not reached the target. */
  readonly isBehind: boolean;
  readonly lines: readonly SmallLine[];
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
    <svg
      {...{ width, height }}
      viewBox={`0 0 ${width} ${height}`}
      className="named-lines"
      aria-hidden="true"
    >
      {charts.map((chart) => (
        <Small key={`${chart.frame.x}~${chart.frame.y}`} chart={chart} size={size} />
      ))}
    </svg>
  );
}

function Small({ chart, size }: { readonly chart: SmallChart; readonly size: number }) {
  const { name, times, ends, least, most, frame, lines } = chart;
  const count = Math.max(...lines.map(({ values }) => values.length), 2);
  const room = { w: frame.w, h: frame.h, size, hasHead: name !== '' };
  const plot = smallPlot(room, { ends, least, most, count });
  const text = { fontSize: size, fontFamily: theme.font, fill: theme.muted };
  return (
    <g transform={`translate(${frame.x},${frame.y})`}>
      {name && <Head {...{ chart, plot, size }} />}
      {([least, most] as const).map((end, at) => (
        <g key={end}>
          <path d={`M${plot.left} ${plot.y(end)}H${plot.right}`} stroke={theme.line} />
          <text x={plot.left - size * 0.35} y={plot.y(end) + plot.drop} textAnchor="end" {...text}>
            {ends[at]}
          </text>
        </g>
      ))}
      <text x={plot.left} y={plot.foot} {...text}>
        {times[0]}
      </text>
      <text x={plot.right} y={plot.foot} textAnchor="end" {...text}>
        {times[1]}
      </text>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a small chart never move
        <Line key={at} {...{ line, plot, size }} />
      ))}
    </g>
  );
}

/** Width of a letter by its size. */
const LETTER = 0.57;

/** Its name, cut where its value begins. */
function Head({
  chart: { name, value, isBehind, frame },
  plot,
  size,
}: {
  readonly chart: SmallChart;
  readonly plot: SmallPlot;
  readonly size: number;
}) {
  const text = { fontSize: size, fontFamily: theme.font, y: plot.head };
  const room = Math.floor((frame.w - size * (value.length * 0.62 + 0.4)) / (size * LETTER));
  return (
    <>
      <text fill={theme.ink} {...text}>
        {name.length > room ? `${name.slice(0, Math.max(1, room - 1)).trimEnd()}…` : name}
      </text>
      <text
        x={frame.w}
        textAnchor="end"
        fontWeight={600}
        fill={isBehind ? theme.error : theme.accent}
        {...text}
      >
        {value}
      </text>
    </>
  );
}

function Line({
  line: { values, weak, colour, isOwn, isDashed },
  plot: { x, y },
  size,
}: {
  readonly line: SmallLine;
  readonly plot: SmallPlot;
  readonly size: number;
}) {
  const { own, shared, dash, dot, ring } = SMALL_LINE;
  return (
    <g>
      <path
        d={linePath(values, x, y)}
        stroke={colour}
        strokeWidth={size * (isOwn ? own : shared)}
        strokeDasharray={isDashed ? dash.map((part) => part * size).join(' ') : undefined}
        strokeLinejoin="round"
        fill="none"
      />
      {isOwn &&
        fewDots(values, weak).map(({ at, value, isWeak }) => (
          <circle
            key={at}
            {...{ cx: x(at), cy: y(value), r: size * dot, stroke: colour }}
            fill={isWeak ? theme.ground : colour}
            strokeWidth={size * ring}
          />
        ))}
    </g>
  );
}

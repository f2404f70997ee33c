/** Lines over periods; a line breaks where there is no number. */
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts';
import { Press } from './press.tsx';
import { theme } from './theme.ts';

export interface LineSeries {
  readonly key: string;
  readonly name: string;
  readonly points: readonly LinePoint[];
}
export interface LinePoint {
  readonly value: number | null;
  readonly target: number | null;
  /** Provisional, estimated or of another definition: a hollow dot. */
  readonly weak: boolean;
  /** "Phường A, Quý I/2023: 20,9%". */
  readonly label: string;
  readonly onOpen: (() => void) | null;
}
export interface LinesProps {
  readonly periods: readonly string[];
  readonly series: readonly LineSeries[];
  readonly domain: readonly [number, number];
  readonly tick: (value: number) => string;
  readonly width: number;
  readonly height?: number;
}

/** Colour of the nth series, also for the legend beside the chart. */
export function seriesColour(at: number): string {
  return theme.series[at % theme.series.length] ?? theme.accent;
}

const DASHES = ['', '6 3', '2 3'];

/** Draws every series on one scale. */
export function Lines({ periods, series, domain, tick, width, height = 380 }: LinesProps) {
  const rows = periods.map((period, at) => ({
    period,
    ...Object.fromEntries(series.map((line) => [line.key, line.points[at]?.value ?? null])),
  }));
  const text = { fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font };
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: 12, right: 24, bottom: 8, left: 8 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={theme.line} />
      <XAxis
        dataKey="period"
        tick={text}
        tickLine={false}
        axisLine={{ stroke: theme.muted }}
        padding={{ left: 32, right: 32 }}
      />
      <YAxis
        domain={[domain[0], domain[1]]}
        tickFormatter={tick}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={64}
      />
      {series.map((line, at) => (
        <Line
          key={line.key}
          dataKey={line.key}
          name={line.name}
          stroke={seriesColour(at)}
          strokeWidth={2.5}
          strokeDasharray={DASHES[Math.floor(at / theme.series.length)] ?? ''}
          connectNulls={false}
          isAnimationActive={false}
          activeDot={false}
          dot={(props: DotProps) => (
            <Dot key={props.index} {...props} line={line} colour={seriesColour(at)} />
          )}
        />
      ))}
    </LineChart>
  );
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
}

function Dot({ cx, cy, index, line, colour }: DotProps & { line: LineSeries; colour: string }) {
  const point = line.points[index ?? -1];
  if (cx === undefined || cy === undefined || !point || point.value === null) return <g />;
  return (
    <Press label={point.label} onPress={point.onOpen}>
      <circle cx={cx} cy={cy} r={12} fill="transparent" />
      <circle
        cx={cx}
        cy={cy}
        r={5}
        fill={point.weak ? theme.ground : colour}
        stroke={colour}
        strokeWidth={2.5}
      >
        <title>{point.label}</title>
      </circle>
    </Press>
  );
}

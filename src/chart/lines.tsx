/** Lines over periods on one scale; a line breaks where there is no number, and says why. */
import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { Press } from './press.tsx';
import { theme } from './theme.ts';

export interface LineSeries {
  readonly key: string;
  readonly name: string;
  /** `unit` in colour; `group` and `own` (the parent's report) in grey, dashed and dotted. */
  readonly role: 'unit' | 'group' | 'own';
  readonly points: readonly LinePoint[];
}
export interface LinePoint {
  readonly value: number | null;
  readonly target: number | null;
  /** Provisional, estimated or of another definition: hollow. */
  readonly weak: boolean;
  /** Not stated for this period but derived from others: a hollow square. */
  readonly derived: boolean;
  /** What came before is not comparable: the line begins anew. */
  readonly breakBefore: boolean;
  /** Sign of the absence, where there is no value. */
  readonly glyph: string;
  /** "Phường A, Quý I/2023: 20,9%". */
  readonly label: string;
  /** Key of the figure that opens. */
  readonly open: string;
  readonly onOpen: (() => void) | null;
}
export interface LineBreak {
  readonly period: string;
  readonly label: string;
}
export interface LinesProps {
  readonly periods: readonly string[];
  readonly series: readonly LineSeries[];
  readonly breaks: readonly LineBreak[];
  readonly domain: readonly [number, number];
  readonly tick: (value: number) => string;
  readonly width: number;
  readonly height?: number;
}

/** Colour of the nth series, also for the legend beside the chart. */
export function seriesColour(at: number, role: LineSeries['role'] = 'unit'): string {
  return role === 'unit' ? (theme.series[at % theme.series.length] ?? theme.accent) : theme.muted;
}

/** Dash pattern of a role, also for the legend. */
export function seriesDash(role: LineSeries['role']): string {
  return { unit: '', group: '7 4', own: '2 4' }[role];
}

export function Lines({ periods, series, breaks, domain, tick, width, height = 380 }: LinesProps) {
  const rows = periods.map((period, at) => ({ period, ...valuesAt(series, at, domain[0]) }));
  const text = { fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font };
  return (
    <LineChart
      width={width}
      height={height}
      data={rows}
      margin={{ top: breaks.length > 0 ? 28 : 12, right: 24, bottom: 8, left: 8 }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke={theme.line} />
      <XAxis
        dataKey="period"
        tick={text}
        tickLine={false}
        axisLine={{ stroke: theme.muted }}
        padding={{ left: 24, right: 24 }}
        minTickGap={12}
      />
      <YAxis
        domain={[domain[0], domain[1]]}
        tickFormatter={tick}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={64}
      />
      {breaks.map((item) => (
        <ReferenceLine
          key={`${item.period} ${item.label}`}
          x={item.period}
          stroke={theme.muted}
          strokeDasharray="2 3"
          label={{ value: item.label, position: 'top', ...text }}
        />
      ))}
      {series.map((line, at) => targetLine(line, seriesColour(at, line.role)))}
      {series.map((line, at) => gapLine(line, seriesColour(at, line.role)))}
      {series.flatMap((line, at) => valueLines(line, seriesColour(at, line.role)))}
    </LineChart>
  );
}

function valuesAt(series: readonly LineSeries[], at: number, floor: number) {
  return Object.fromEntries(
    series.flatMap((line) => {
      const point = line.points[at];
      const value = point?.value ?? null;
      const gap = value === null && point?.glyph ? floor : null;
      return [
        [segmentKey(line, at), value],
        [`target ${line.key}`, point?.target ?? null],
        [`gap ${line.key}`, gap],
      ];
    }),
  );
}

/**
 * One line per stretch between breaks: two stretches are never joined. Only units have dots to press: twenty of
 * them a line are what a drawing costs.
 */
function valueLines(line: LineSeries, colour: string) {
  const keys = [...new Set(line.points.map((_, at) => segmentKey(line, at)))];
  return keys.map((key) => (
    <Line
      key={key}
      dataKey={key}
      name={line.name}
      stroke={colour}
      strokeWidth={line.role === 'unit' ? 2.5 : 2}
      strokeDasharray={seriesDash(line.role)}
      connectNulls={false}
      isAnimationActive={false}
      activeDot={false}
      dot={
        line.role === 'unit'
          ? (props: DotProps) => <Dot key={props.index} {...props} line={line} colour={colour} />
          : false
      }
    />
  ));
}

/** Key of the stretch in which a point lies: how many breaks there were up to it. */
function segmentKey(line: LineSeries, at: number): string {
  const breaks = line.points.slice(0, at + 1).filter((point) => point.breakBefore).length;
  return `${line.key} ${breaks}`;
}

/** Targets hold for a whole period: steps, thin and dark. */
function targetLine(line: LineSeries, colour: string) {
  if (line.points.every((point) => point.target === null)) return null;
  return (
    <Line
      key={`target ${line.key}`}
      dataKey={`target ${line.key}`}
      type="step"
      stroke={colour}
      strokeWidth={1.25}
      strokeDasharray="1 3"
      connectNulls={false}
      isAnimationActive={false}
      dot={false}
      activeDot={false}
    />
  );
}

/** Signs on the axis where a series has no number. */
function gapLine(line: LineSeries, colour: string) {
  if (line.points.every((point) => point.value !== null || !point.glyph)) return null;
  return (
    <Line
      key={`gap ${line.key}`}
      dataKey={`gap ${line.key}`}
      stroke="none"
      connectNulls={false}
      isAnimationActive={false}
      activeDot={false}
      dot={(props: DotProps) => <Gap key={props.index} {...props} line={line} colour={colour} />}
    />
  );
}

interface DotProps {
  readonly cx?: number;
  readonly cy?: number;
  readonly index?: number;
}
type SignProps = DotProps & { line: LineSeries; colour: string };

function Dot({ cx, cy, index, line, colour }: SignProps) {
  const point = line.points[index ?? -1];
  if (cx === undefined || cy === undefined || !point || point.value === null) return <g />;
  const fill = point.weak || point.derived ? theme.ground : colour;
  const size = line.role === 'unit' ? 4.5 : 3;
  return (
    <Press label={point.label} name={point.open} onPress={point.onOpen}>
      <circle cx={cx} cy={cy} r={11} fill="transparent" />
      {point.derived ? (
        <rect
          x={cx - size}
          y={cy - size}
          width={size * 2}
          height={size * 2}
          fill={fill}
          stroke={colour}
          strokeWidth={2}
        />
      ) : (
        <circle cx={cx} cy={cy} r={size} fill={fill} stroke={colour} strokeWidth={2} />
      )}
      <title>{point.label}</title>
    </Press>
  );
}

function Gap({ cx, cy, index, line, colour }: SignProps) {
  const point = line.points[index ?? -1];
  if (cx === undefined || cy === undefined || !point || point.value !== null) return <g />;
  return (
    <text
      x={cx}
      y={cy - 5}
      textAnchor="middle"
      fill={colour}
      fontSize={theme.size.small}
      fontWeight={600}
      fontFamily={theme.font}
    >
      {point.glyph}
      <title>{point.label}</title>
    </text>
  );
}

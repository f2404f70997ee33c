/** Lines over periods on one scale; a line breaks where there is no number, and says why. */
import {
  CartesianGrid,
  LineChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
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
  const text = { fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font };
  return (
    <LineChart
      width={width}
      height={height}
      data={periods.map((period) => ({ period }))}
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
        allowDataOverflow
        tickFormatter={tick}
        tick={text}
        tickLine={false}
        axisLine={false}
        width={64}
      />
      <OnAxes periods={periods} series={series} breaks={breaks} floor={domain[0]} />
    </LineChart>
  );
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** Pixels of the nth period and of a value; null lies on the axis. */
interface Place {
  readonly x: (at: number) => number;
  readonly y: (value: number | null) => number;
}
type DrawingProps = Pick<LinesProps, 'periods' | 'series' | 'breaks'> & {
  readonly area: Area;
  readonly place: Place;
};

/** The scales that Recharts has chosen. */
function OnAxes({ floor, ...given }: Omit<DrawingProps, 'area' | 'place'> & { floor: number }) {
  const scaleX = useXAxisScale();
  const scaleY = useYAxisScale();
  const area = usePlotArea();
  if (!scaleX || !scaleY || !area) return null;
  const place = {
    x: (at: number) => scaleX(given.periods[at], { position: 'middle' }) ?? 0,
    y: (value: number | null) => scaleY(value ?? floor) ?? 0,
  };
  return <Drawing {...given} area={area} place={place} />;
}

const PANEL = { top: 12, bottom: 26, left: 64, right: 12, pad: 12, tick: 84 };

/**
 * The same for one of many panels, without Recharts: a chart with three labels a side needs no store of its own,
 * and a page of them is redrawn four times as fast.
 */
export function Panel({ periods, series, breaks, domain, tick, width, height = 200 }: LinesProps) {
  const top = PANEL.top + (breaks.length > 0 ? 16 : 0);
  const area = {
    x: PANEL.left,
    y: top,
    width: Math.max(0, width - PANEL.left - PANEL.right),
    height: height - top - PANEL.bottom,
  };
  const step = (area.width - 2 * PANEL.pad) / Math.max(1, periods.length - 1);
  const span = domain[1] - domain[0] || 1;
  const bottom = area.y + area.height;
  const place = {
    x: (at: number) => area.x + (periods.length > 1 ? PANEL.pad + at * step : area.width / 2),
    y: (value: number | null) => bottom - (((value ?? domain[0]) - domain[0]) / span) * area.height,
  };
  const every = Math.max(1, Math.ceil(PANEL.tick / Math.max(1, step)));
  const text = { fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: its section is named, and its points are read one by one
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="panel">
      {[domain[0], (domain[0] + domain[1]) / 2, domain[1]].map((value) => (
        <g key={value}>
          <path
            d={`M${area.x} ${place.y(value)}H${area.x + area.width}`}
            stroke={value === domain[0] ? theme.muted : theme.line}
          />
          <text x={area.x - 8} y={place.y(value) + 4} textAnchor="end" {...text}>
            {tick(value)}
          </text>
        </g>
      ))}
      {periods.map((period, at) =>
        (periods.length - 1 - at) % every === 0 ? (
          <text
            key={period}
            x={Math.min(place.x(at), width - 36)}
            y={height - 8}
            textAnchor="middle"
            {...text}
          >
            {period}
          </text>
        ) : null,
      )}
      <Drawing periods={periods} series={series} breaks={breaks} area={area} place={place} />
    </svg>
  );
}

/**
 * Everything between the axes, on their scales. One part instead of a Recharts `Line` per stretch, target and
 * gap: each of those registers in the chart's store and has the whole chart drawn again, which made a page of
 * panels four times slower.
 */
function Drawing({ periods, series, breaks, area, place }: DrawingProps) {
  const { x, y } = place;
  const coloured = series.map((line, at) => ({ line, colour: seriesColour(at, line.role) }));
  return (
    <g>
      {breaks.map((item) => (
        <BreakMark
          key={`${item.period} ${item.label}`}
          item={item}
          x={x(periods.indexOf(item.period))}
          top={area.y}
          bottom={area.y + area.height}
        />
      ))}
      {coloured.map(({ line, colour }) => (
        <path
          key={line.key}
          d={targetPath(line.points, place)}
          stroke={colour}
          strokeWidth={1.25}
          strokeDasharray="1 3"
          fill="none"
        />
      ))}
      {coloured.map(({ line, colour }) => (
        <path
          key={line.key}
          d={valuePath(line.points, place)}
          stroke={colour}
          strokeWidth={line.role === 'unit' ? 2.5 : 2}
          strokeDasharray={seriesDash(line.role)}
          strokeLinejoin="round"
          fill="none"
        />
      ))}
      {coloured.map(({ line, colour }) => (
        <g key={line.key}>
          {line.points.map((point, at) => (
            <Point
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in time
              key={at}
              point={point}
              dotted={line.role === 'unit'}
              colour={colour}
              cx={x(at)}
              cy={y(point.value)}
            />
          ))}
        </g>
      ))}
    </g>
  );
}

/** Joins neighbours; a period without a value and a break begin a new stretch. */
function valuePath(points: readonly LinePoint[], { x, y }: Place): string {
  return points
    .map(({ value, breakBefore }, at) => {
      if (value === null) return '';
      const joined = at > 0 && points[at - 1]?.value !== null && !breakBefore;
      return `${joined ? 'L' : 'M'}${x(at)} ${y(value)}`;
    })
    .join('');
}

/** Targets hold for a whole period: steps half-way between the points. */
function targetPath(points: readonly LinePoint[], { x, y }: Place): string {
  const half = (x(1) - x(0)) / 2;
  return points
    .map(({ target }, at) => {
      if (target === null) return '';
      const joined = at > 0 && points[at - 1]?.target !== null;
      const from = x(at) - half;
      return `${joined ? 'L' : 'M'}${from} ${y(target)}H${from + 2 * half}`;
    })
    .join('');
}

interface BreakMarkProps {
  readonly item: LineBreak;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

function BreakMark({ item, x, top, bottom }: BreakMarkProps) {
  return (
    <>
      <path d={`M${x} ${top}V${bottom}`} stroke={theme.muted} strokeDasharray="2 3" />
      <text
        x={x}
        y={top - 8}
        textAnchor="middle"
        fill={theme.muted}
        fontSize={theme.size.small}
        fontFamily={theme.font}
      >
        {item.label}
      </text>
    </>
  );
}

interface PointProps {
  readonly point: LinePoint;
  /** Only units have dots to press. */
  readonly dotted: boolean;
  readonly colour: string;
  readonly cx: number;
  readonly cy: number;
}

function Point({ point, dotted, colour, cx, cy }: PointProps) {
  if (point.value === null) return point.glyph ? <Gap {...{ point, colour, cx, cy }} /> : null;
  return dotted ? <Dot {...{ point, colour, cx, cy }} /> : null;
}

type SignProps = Omit<PointProps, 'dotted'>;
const DOT = 4.5;

function Dot({ point, colour, cx, cy }: SignProps) {
  const fill = point.weak || point.derived ? theme.ground : colour;
  return (
    <Press label={point.label} name={point.open} onPress={point.onOpen}>
      <circle cx={cx} cy={cy} r={11} fill="transparent" />
      {point.derived ? (
        <rect
          x={cx - DOT}
          y={cy - DOT}
          width={DOT * 2}
          height={DOT * 2}
          fill={fill}
          stroke={colour}
          strokeWidth={2}
        />
      ) : (
        <circle cx={cx} cy={cy} r={DOT} fill={fill} stroke={colour} strokeWidth={2} />
      )}
      <title>{point.label}</title>
    </Press>
  );
}

function Gap({ point, colour, cx, cy }: SignProps) {
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

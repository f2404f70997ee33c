/** Lines over periods on one scale: one large chart on Recharts' axes, or small panels on plain ones. */
import {
  CartesianGrid,
  LineChart,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts';
import { Drawing, type DrawingProps, type LineSeries } from './line-drawing.tsx';
import type { LineBreak } from './plot/breaks.tsx';
import { theme } from './theme.ts';

export interface LinesProps {
  readonly periods: readonly string[];
  readonly series: readonly LineSeries[];
  readonly breaks: readonly LineBreak[];
  readonly domain: readonly [number, number];
  readonly tick: (value: number) => string;
  readonly width: number;
  readonly height?: number;
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

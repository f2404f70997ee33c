/** A line without axes beside a number: the shape of its past, the last point marked. */
import { linePath } from '../model/drawing/line.ts';
import { theme } from './theme.ts';

export interface SparklineProps {
  /** Oldest first; null breaks the line. */
  readonly values: readonly (number | null)[];
  readonly domain: readonly [number, number];
  readonly width?: number;
  readonly height?: number;
}

export function Sparkline({ values, domain, width = 56, height = 20 }: SparklineProps) {
  const inner = height - 6;
  const x = (at: number) => 3 + (at * (width - 6)) / Math.max(1, values.length - 1);
  const y = (value: number) =>
    3 + inner - ((value - domain[0]) / (domain[1] - domain[0] || 1)) * inner;
  const path = linePath(values, x, y);
  const last = values.at(-1);
  return (
    <svg width={width} height={height} aria-hidden="true" className="sparkline">
      <path d={path} fill="none" stroke={theme.muted} strokeWidth={1.5} strokeLinejoin="round" />
      {last !== null && last !== undefined && (
        <circle cx={x(values.length - 1)} cy={y(last)} r={2.75} fill={theme.accent} />
      )}
    </svg>
  );
}

/** Where one unit stands among its peers: a line with a tick for each, the group's value, and the unit as a dot. */
import { theme } from './theme.ts';

export interface StripProps {
  /** Values of all units, its own among them. */
  readonly values: readonly number[];
  readonly own: number;
  readonly group: number;
  /** The better side is the right one. */
  readonly isLessBetter: boolean;
  /** Behind the group beyond chance: drawn as a square, in the colour of what calls for attention. */
  readonly isBehind: boolean;
  readonly width?: number;
  readonly height?: number;
}

export function Strip({
  values,
  own,
  group,
  isLessBetter,
  isBehind,
  width = 140,
  height = 22,
}: StripProps) {
  const all = [...values, group];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const share = (value: number) => (high > low ? (value - low) / (high - low) : 0.5);
  const x = (value: number) => 6 + (isLessBetter ? 1 - share(value) : share(value)) * (width - 12);
  const middle = height / 2;
  const tick = (value: number, half: number) =>
    `M${x(value).toFixed(1)} ${middle - half}V${middle + half}`;
  return (
    <svg width={width} height={height} aria-hidden="true" className="peer-strip">
      <path d={`M6 ${middle}H${width - 6}`} stroke={theme.line} strokeWidth={1} />
      <path
        d={values.map((value) => tick(value, 4)).join('')}
        stroke={theme.beside}
        strokeWidth={1.5}
      />
      <path d={tick(group, 10)} stroke={theme.ink} strokeWidth={1.5} />
      {isBehind ? (
        <rect x={x(own) - 5} y={middle - 5} width={10} height={10} fill={theme.error} />
      ) : (
        <circle cx={x(own)} cy={middle} r={5} fill={theme.accent} />
      )}
    </svg>
  );
}

/** The small signs of charts and tables, drawn rather than typed: no font has to hold them. */
import { theme } from './theme.ts';

export type FlagTone = 'error' | 'warning' | 'info';

const TONES: Record<FlagTone, string> = {
  error: theme.error,
  warning: theme.warning,
  info: theme.muted,
};

/** A flag on its pole, 12 by 14 with its foot at (x, y). Filled for what must be checked, else outlined. */
export function FlagShape({ x, y, tone }: { x: number; y: number; tone: FlagTone }) {
  const colour = TONES[tone];
  return (
    <g transform={`translate(${x},${y})`}>
      <path d="M1 0V-13" stroke={colour} strokeWidth={1.5} />
      <path
        d="M1.5-13H10L8-10L10-7H1.5Z"
        fill={tone === 'error' ? colour : theme.ground}
        stroke={colour}
        strokeWidth={1.25}
      />
    </g>
  );
}

/** The same flag inside a line of text. */
export function FlagIcon({ tone }: { tone: FlagTone }) {
  return (
    <svg width={12} height={15} viewBox="0 0 12 15" aria-hidden="true" focusable="false">
      <FlagShape x={0} y={14} tone={tone} />
    </svg>
  );
}

/** A hollow diamond: a figure that was only reported. */
export function Diamond({ x, y, size = 6 }: { x: number; y: number; size?: number }) {
  return (
    <path
      d={`M${x - size} ${y}L${x} ${y - size}L${x + size} ${y}L${x} ${y + size}Z`}
      fill={theme.ground}
      stroke={theme.ink}
      strokeWidth={1.75}
    />
  );
}

/** A hollow circle: promised, not yet a result. */
export function Ring({ x, y, size = 5 }: { x: number; y: number; size?: number }) {
  return (
    <circle cx={x} cy={y} r={size} fill={theme.ground} stroke={theme.accent} strokeWidth={1.75} />
  );
}

/** A vertical tick over the height of a row: a target, dashed for a norm. */
export function TargetTick({
  x,
  y,
  height,
  norm,
}: {
  x: number;
  y: number;
  height: number;
  norm?: boolean;
}) {
  return (
    <path
      d={`M${x} ${y - height / 2}V${y + height / 2}`}
      stroke={theme.target}
      strokeWidth={2.5}
      {...(norm ? { strokeDasharray: '3 3' } : {})}
    />
  );
}

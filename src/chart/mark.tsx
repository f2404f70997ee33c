/** The small signs of charts and tables, drawn rather than typed: no font has to hold them. */
import type { ReactNode } from 'react';
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

/** What a verdict means: a sign that says it without colour, too. */
export type VerdictTone = 'better' | 'similar' | 'worse' | 'few' | 'rise' | 'fall';

/** The colour of a verdict; the same for its sign and its words. */
export function verdictColour(tone: VerdictTone): string {
  if (tone === 'better') return theme.accent;
  if (tone === 'worse') return theme.warning;
  return tone === 'rise' || tone === 'fall' ? theme.ink : theme.muted;
}

const SIGN = 5.5;

/** Plus, equals and minus in a disc of 11: filled where it differs; a dot for too few cases; arrows where it only moves. */
export function VerdictSign({ x, y, tone }: { x: number; y: number; tone: VerdictTone }) {
  const colour = verdictColour(tone);
  if (tone === 'few') return <circle cx={x} cy={y} r={1.75} fill={colour} />;
  const isFilled = tone !== 'similar';
  const strokes = {
    better: `M${x - 3} ${y}H${x + 3}M${x} ${y - 3}V${y + 3}`,
    worse: `M${x - 3} ${y}H${x + 3}`,
    rise: `M${x} ${y + 3}V${y - 3}M${x - 2.5} ${y - 0.5}L${x} ${y - 3}L${x + 2.5} ${y - 0.5}`,
    fall: `M${x} ${y - 3}V${y + 3}M${x - 2.5} ${y + 0.5}L${x} ${y + 3}L${x + 2.5} ${y + 0.5}`,
    similar: `M${x - 2.5} ${y - 1.5}H${x + 2.5}M${x - 2.5} ${y + 1.5}H${x + 2.5}`,
  };
  return (
    <>
      <circle cx={x} cy={y} r={SIGN} fill={isFilled ? colour : theme.ground} stroke={colour} />
      <path
        d={strokes[tone]}
        {...(isFilled ? { fill: 'none' } : {})}
        stroke={isFilled ? theme.ground : colour}
        strokeWidth={isFilled ? 1.75 : 1.25}
      />
    </>
  );
}

/** A thin line with ends from one value to another, light around so that it is seen on a bar. */
export function Whisker({ from, to, y }: { from: number; to: number; y: number }) {
  const line = `M${from} ${y}H${to}M${from} ${y - 3.5}V${y + 3.5}M${to} ${y - 3.5}V${y + 3.5}`;
  return (
    <>
      <path d={line} stroke={theme.ground} strokeWidth={3.5} strokeOpacity={0.75} fill="none" />
      <path d={line} stroke={theme.ink} strokeWidth={1.25} fill="none" />
    </>
  );
}

/** From a hollow dot to a filled one: where a value was, and where it is now. */
export function Way({
  from,
  to,
  y,
  tone,
  weak = false,
}: {
  from: number;
  to: number;
  y: number;
  tone: VerdictTone;
  weak?: boolean;
}) {
  const colour = tone === 'similar' || tone === 'few' ? theme.beside : verdictColour(tone);
  const dot = tone === 'worse' ? theme.warning : theme.accent;
  return (
    <>
      <path d={`M${from} ${y}H${to}`} stroke={colour} strokeWidth={3} />
      <circle cx={from} cy={y} r={4.5} fill={theme.ground} stroke={colour} strokeWidth={1.75} />
      <circle cx={to} cy={y} r={5.5} fill={weak ? theme.weak : dot} />
    </>
  );
}

/** How a target stands: a disc with a tick, a disc half full, a square with a stroke, a hollow disc. */
export type OutlookTone = 'reached' | 'near' | 'hard' | 'few' | 'open';

/** The sign in a line of text, of a shape of its own for each: it says the same without colour. */
export function OutlookSign({ tone }: { tone: OutlookTone }) {
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" className="outlook-sign">
      {OUTLOOK_SIGNS[tone]}
    </svg>
  );
}

const RING = { cx: 7, cy: 7, r: 5.5, strokeWidth: 1.5 };
const STROKE = { fill: 'none', stroke: theme.ground, strokeWidth: 1.75 };

const OUTLOOK_SIGNS: Record<OutlookTone, ReactNode> = {
  reached: (
    <>
      <circle {...RING} fill={theme.accent} stroke={theme.accent} />
      <path d="M4 7.2L6.3 9.4L10 4.9" {...STROKE} />
    </>
  ),
  near: (
    <>
      <circle {...RING} fill={theme.ground} stroke={theme.accent} />
      <path d="M7 1.5A5.5 5.5 0 0 0 7 12.5Z" fill={theme.accent} />
    </>
  ),
  hard: (
    <>
      <rect x={1.5} y={1.5} width={11} height={11} fill={theme.warning} />
      <path d="M4 7H10" {...STROKE} />
    </>
  ),
  few: <circle {...RING} fill={theme.ground} stroke={theme.muted} strokeDasharray="2 2" />,
  open: <circle {...RING} fill={theme.ground} stroke={theme.muted} />,
};

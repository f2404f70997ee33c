/** Where lines begin anew, and why: a dashed line each, with a text above where there is room for it. */
import { textMiddles } from '../../model/drawing/texts.ts';
import { theme } from '../theme.ts';

export interface LineBreak {
  readonly period: string;
  readonly label: string;
}

/** Between the axes, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface BreaksProps {
  readonly breaks: readonly LineBreak[];
  readonly periods: readonly string[];
  readonly area: Area;
  /** Pixels of the nth period. */
  readonly x: (at: number) => number;
}

/** Of a letter, as a share of its height. */
const CHARACTER = 0.55;

export function Breaks({ breaks, periods, area, x }: BreaksProps) {
  const marks = breaks
    .map((item) => ({ ...item, at: x(periods.indexOf(item.period)) }))
    .sort((a, b) => a.at - b.at);
  const middles = textMiddles(
    marks.map(({ at, label }) => ({ at, width: label.length * CHARACTER * theme.size.small })),
    { from: area.x, to: area.x + area.width },
  );
  return marks.map(({ period, label, at }, index) => {
    const middle = middles[index] ?? null;
    return (
      <g key={`${period} ${label}`}>
        <path
          d={`M${at} ${area.y}V${area.y + area.height}`}
          stroke={theme.muted}
          strokeDasharray="2 3"
        >
          <title>{label}</title>
        </path>
        {middle !== null && (
          <text
            x={middle}
            y={area.y - 8}
            textAnchor="middle"
            fill={theme.muted}
            fontSize={theme.size.small}
            fontFamily={theme.font}
          >
            {label}
          </text>
        )}
      </g>
    );
  });
}

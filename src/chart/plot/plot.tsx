/** Marks between two axes: units by two values, or one unit's place on many rows. */
import { useMark } from '../marking.ts';
import { Press } from '../press.tsx';
import { theme } from '../theme.ts';
import {
  LETTER,
  namedTicks,
  type Plane,
  type PlotLook,
  type PlotMark,
  type PlotProps,
  placedTexts,
  planeOf,
} from './plane.ts';

export function Plot(props: PlotProps) {
  const { series, width, height, size = theme.size.text } = props;
  const plane = planeOf(props, size);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it is named, its marks are read one by one
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="panel">
      <Axes {...props} plane={plane} />
      {series.map((one) => (
        <g key={one.name}>
          {LINES[one.look] && <Line {...{ plane }} look={one.look} points={one.points} />}
          {!LINES[one.look] &&
            one.points.map(
              (point) =>
                point && (
                  <Mark
                    key={`${point.x}~${point.y}~${point.open?.ref}`}
                    {...{ point, plane }}
                    look={one.look}
                  />
                ),
            )}
        </g>
      ))}
      {placedTexts(props, plane).map(({ x, y, anchor, text, isStrong }) => (
        <text
          key={`${text}~${y}`}
          {...{ x, y }}
          textAnchor={anchor}
          fontSize={size}
          fontFamily={theme.font}
          fontWeight={isStrong ? 500 : 400}
          fill={theme.ink}
          stroke={theme.ground}
          strokeWidth={3}
          paintOrder="stroke"
          pointerEvents="none"
        >
          {text}
        </text>
      ))}
    </svg>
  );
}

/** Widths of lines by the size of type, their dashes and colours. */
const LINES: Partial<
  Record<PlotLook, { readonly width: number; readonly dash: string; readonly colour: string }>
> = {
  thin: { width: 0.08, dash: '', colour: theme.muted },
  thick: { width: 0.75, dash: '', colour: theme.faint },
  dashed: { width: 0.08, dash: '7 4', colour: theme.muted },
  dotted: { width: 0.08, dash: '2 4', colour: theme.muted },
};

function Line({
  look,
  points,
  plane,
}: {
  readonly look: PlotLook;
  readonly points: readonly (PlotMark | null)[];
  readonly plane: Plane;
}) {
  const { width = 0, dash = '', colour = theme.muted } = LINES[look] ?? {};
  const d = points
    .map((point, at) => {
      if (!point) return '';
      return `${at > 0 && points[at - 1] ? 'L' : 'M'}${plane.x(point.x)} ${plane.y(point.y)}`;
    })
    .join('');
  return (
    <path
      d={d}
      fill="none"
      stroke={colour}
      strokeWidth={Math.max(1.25, plane.size * width)}
      strokeDasharray={dash || undefined}
    />
  );
}

function Axes({ x, y, isRows, plane, height }: PlotProps & { readonly plane: Plane }) {
  const { left, right, top, bottom, size } = plane;
  const named = new Set(namedTicks(x.ticks, plane.x, size * LETTER).map(({ at }) => at));
  const text = { fontSize: size, fontFamily: theme.font, fill: theme.muted };
  return (
    <>
      {x.ticks.map(({ at, text: said }) => (
        <g key={at}>
          <path d={`M${plane.x(at)} ${top}V${bottom}`} stroke={theme.line} />
          {named.has(at) && (
            <text x={plane.x(at)} y={bottom + size * 1.3} textAnchor="middle" {...text}>
              {said}
            </text>
          )}
        </g>
      ))}
      {y.ticks.map(({ at, text: said }) => (
        <g key={at}>
          {!isRows && <path d={`M${left} ${plane.y(at)}H${right}`} stroke={theme.line} />}
          <text
            x={left - size * 0.6}
            y={plane.y(at) + size * 0.35}
            textAnchor="end"
            {...text}
            fill={isRows ? theme.ink : theme.muted}
          >
            {plane.name(said)}
          </text>
        </g>
      ))}
      {x.name && (
        <text x={right} y={height - size * 0.4} textAnchor="end" {...text}>
          {x.name}
        </text>
      )}
      {y.name && (
        <text x={left} y={size} {...text}>
          {y.name}
        </text>
      )}
    </>
  );
}

interface MarkProps {
  readonly point: PlotMark;
  readonly look: PlotLook;
  readonly plane: Plane;
}

function Mark({ point, plane, look }: MarkProps) {
  const mark = useMark();
  const { open } = point;
  const [cx, cy] = [plane.x(point.x), plane.y(point.y)];
  const drawn = (
    <>
      {open && <circle {...{ cx, cy }} r={12} fill="transparent" />}
      {open && mark?.open === open.ref && (
        <circle
          {...{ cx, cy }}
          r={plane.size * 0.75}
          fill={theme.accentTint}
          stroke={theme.accent}
        />
      )}
      <Shape {...{ cx, cy, look }} size={plane.size} />
    </>
  );
  if (!open) return drawn;
  const { label, ref, unit, value, onOpen } = open;
  return (
    <Press {...{ label, unit, value }} name={ref} onPress={onOpen}>
      {drawn}
    </Press>
  );
}

interface ShapeProps {
  readonly cx: number;
  readonly cy: number;
  readonly look: PlotLook;
  readonly size: number;
}

function Shape({ cx, cy, look, size }: ShapeProps) {
  const r = size * 0.36;
  if (look === 'text') return null;
  if (look === 'tick' || look === 'mid') {
    const half = size * (look === 'tick' ? 0.65 : 0.38);
    const strokeWidth = size * (look === 'tick' ? 0.18 : 0.1);
    return <path d={`M${cx} ${cy - half}V${cy + half}`} stroke={theme.ink} {...{ strokeWidth }} />;
  }
  if (look === 'bad') {
    const side = size * 0.62;
    return (
      <rect x={cx - side / 2} y={cy - side / 2} width={side} height={side} fill={theme.warning} />
    );
  }
  return (
    <circle
      {...{ cx, cy, r }}
      fill={look === 'ring' ? theme.ground : theme.accent}
      stroke={theme.accent}
      strokeWidth={size * 0.12}
    />
  );
}

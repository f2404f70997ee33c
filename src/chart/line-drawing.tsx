/** What is drawn between the axes: a line breaks where there is no number, and says why. */
import { useIsMarked } from './marking.ts';
import { type Area, Breaks, type LineBreak } from './plot/breaks.tsx';
import { Press } from './press.tsx';
import { theme } from './theme.ts';

export interface LineSeries {
  readonly key: string;
  readonly name: string;
  /** `unit` in colour; `group` and `own` (the parent's report) in grey, dashed and dotted. */
  readonly role: 'unit' | 'group' | 'own';
  /** Whose it is: it stands out while the unit is marked anywhere. */
  readonly unit?: string;
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

/** Colour of the nth series, also for the legend beside the chart. */
export function seriesColour(at: number, role: LineSeries['role'] = 'unit'): string {
  return role === 'unit' ? (theme.series[at % theme.series.length] ?? theme.accent) : theme.muted;
}

/** What the nth of several units is called at its end and in the legend, so that none is told by colour alone; '' of one. */
export function seriesSign(series: readonly LineSeries[], at: number): string {
  const units = series.filter(({ role }) => role === 'unit');
  return units.length > 1 && series[at]?.role === 'unit' ? `${at + 1}` : '';
}

/** Dash pattern of a role, also for the legend. */
export function seriesDash(role: LineSeries['role']): string {
  return { unit: '', group: '7 4', own: '2 4' }[role];
}

/** Pixels of the nth period and of a value; null lies on the axis. */
export interface Place {
  readonly x: (at: number) => number;
  readonly y: (value: number | null) => number;
}
export interface DrawingProps {
  readonly periods: readonly string[];
  readonly series: readonly LineSeries[];
  readonly breaks: readonly LineBreak[];
  readonly area: Area;
  readonly place: Place;
}

/**
 * Everything between the axes, on their scales. One part instead of a Recharts `Line` per stretch, target and
 * gap: each of those registers in the chart's store and has the whole chart drawn again, which made a page of
 * panels four times slower.
 */
export function Drawing({ periods, series, breaks, area, place }: DrawingProps) {
  const { x, y } = place;
  const coloured = series.map((line, at) => ({ line, colour: seriesColour(at, line.role) }));
  return (
    <g>
      <Breaks {...{ breaks, periods, area }} x={x} />
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
        <ValueLine key={line.key} {...{ line, colour, place }} />
      ))}
      {coloured.map(({ line, colour }) => (
        <g key={line.key}>
          {line.points.map((point, at) => (
            <Point
              // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in time
              key={at}
              point={point}
              dotted={line.role === 'unit'}
              unit={line.unit}
              colour={colour}
              cx={x(at)}
              cy={y(point.value)}
            />
          ))}
        </g>
      ))}
      {endSigns(series, place).map(({ at, sign, x: left, y: height }) => (
        <text
          key={sign}
          x={left}
          y={height}
          fill={seriesColour(at)}
          fontSize={theme.size.small}
          fontWeight={600}
          fontFamily={theme.font}
          className="line-sign"
        >
          {sign}
        </text>
      ))}
    </g>
  );
}

/** Pixels from a line's last point to its sign, down to the foot of it, and between two of them. */
const SIGN = { away: 9, drop: 5, gap: 15 };

interface EndSign {
  readonly at: number;
  readonly sign: string;
  readonly x: number;
  readonly y: number;
}

/** Signs behind the last points of the units' lines, none over another. */
function endSigns(series: readonly LineSeries[], { x, y }: Place): EndSign[] {
  const ends = series.flatMap(({ points }, at): EndSign[] => {
    const sign = seriesSign(series, at);
    const last = points.map(({ value }) => value !== null).lastIndexOf(true);
    if (!sign || last < 0) return [];
    return [{ at, sign, x: x(last) + SIGN.away, y: y(points[last]?.value ?? null) + SIGN.drop }];
  });
  ends.sort((a, b) => a.y - b.y);
  let above = Number.NEGATIVE_INFINITY;
  return ends.map((end) => {
    above = Math.max(end.y, above + SIGN.gap);
    return { ...end, y: above };
  });
}

function ValueLine({
  line,
  colour,
  place,
}: {
  readonly line: LineSeries;
  readonly colour: string;
  readonly place: Place;
}) {
  const isMarked = useIsMarked(line.unit ?? '');
  const usual = line.role === 'unit' ? 2.5 : 2;
  return (
    <path
      d={valuePath(line.points, place)}
      stroke={colour}
      strokeWidth={isMarked ? 2 * usual : usual}
      strokeDasharray={seriesDash(line.role)}
      strokeLinejoin="round"
      fill="none"
    />
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

interface PointProps {
  readonly point: LinePoint;
  /** Only units have dots to press. */
  readonly dotted: boolean;
  readonly unit: string | undefined;
  readonly colour: string;
  readonly cx: number;
  readonly cy: number;
}

function Point({ point, dotted, unit, colour, cx, cy }: PointProps) {
  if (point.value === null) return point.glyph ? <Gap {...{ point, colour, cx, cy }} /> : null;
  return dotted ? <Dot {...{ point, unit, colour, cx, cy }} /> : null;
}

type SignProps = Omit<PointProps, 'dotted' | 'unit'>;
const DOT = 4.5;

function Dot({ point, unit, colour, cx, cy }: Omit<PointProps, 'dotted'>) {
  const whose = unit === undefined ? {} : { unit, value: point.value };
  const fill = point.weak || point.derived ? theme.ground : colour;
  return (
    <Press label={point.label} name={point.open} onPress={point.onOpen} {...whose}>
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
      {unit === undefined && <title>{point.label}</title>}
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

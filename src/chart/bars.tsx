/** Horizontal bars, one row per unit or category: name, bar, value with counts, marks. */
import { BarChart, usePlotArea, XAxis, YAxis } from 'recharts';
import { Diamond, FlagShape, type FlagTone, Ring, TargetTick } from './mark.tsx';
import { Press } from './press.tsx';
import { theme } from './theme.ts';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  /** Second line under the name, e.g. the body or the category. */
  readonly under: string;
  readonly href: string;
  /** Length of the bar; null draws none. */
  readonly value: number | null;
  readonly high: number | null;
  /** Provisional, estimated or of another definition: drawn lighter. */
  readonly weak: boolean;
  readonly reported: number | null;
  readonly targets: readonly { readonly value: number; readonly kind: string }[];
  /** "20,9%", or the words for an absence. */
  readonly text: string;
  readonly counts: string;
  /** Second line: what was reported, what the status means. */
  readonly note: string;
  readonly flag: FlagTone | null;
  /** Said by a screen reader after what is written beside the bar: what opens. */
  readonly label: string;
  /** Key of the figure that opens. */
  readonly open: string;
  readonly onOpen: (() => void) | null;
}

export interface BarsProps {
  readonly rows: readonly BarRow[];
  readonly domain: readonly [number, number];
  /** Ticks as written, e.g. "50%". */
  readonly tick: (value: number) => string;
  readonly group: { readonly value: number; readonly label: string } | null;
  readonly width: number;
}

const ROW = 52;
/** Space for names and for the numbers beside the plot; on a narrow screen less. */
const WIDE = { name: 250, text: 310 };
const NARROW = { name: 170, text: 190 };
const NARROW_BELOW = 820;
/** Pixels of one character of a name, and of the second line. */
const NAME_CHARACTER = 7.6;
const NOTE_CHARACTER = 6.7;
const AXIS = 30;

/** Draws the rows in the order given; the drawing decides nothing. */
export function Bars({ rows, domain, tick, group, width }: BarsProps) {
  const height = rows.length * ROW + AXIS + (group ? 22 : 4);
  const space = spaceIn(width);
  return (
    <BarChart
      width={width}
      height={height}
      data={rows as BarRow[]}
      layout="vertical"
      margin={{ top: group ? 22 : 4, right: space.text, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <XAxis
        type="number"
        domain={[domain[0], domain[1]]}
        allowDataOverflow
        height={AXIS}
        tickFormatter={tick}
        tick={{ fontSize: theme.size.small, fill: theme.muted, fontFamily: theme.font }}
        axisLine={{ stroke: theme.line }}
        tickLine={false}
        tickCount={5}
      />
      <YAxis
        type="category"
        dataKey="key"
        width={space.name}
        tick={false}
        axisLine={false}
        tickLine={false}
      />
      <Rows rows={rows} domain={domain} group={group} chartWidth={width} />
    </BarChart>
  );
}

type RowsProps = Pick<BarsProps, 'rows' | 'domain' | 'group'> & { readonly chartWidth: number };

/** Everything beside the axes, in one part: a Recharts `Bar` would have the chart drawn once more for itself. */
function Rows({ rows, domain, group, chartWidth }: RowsProps) {
  const area = usePlotArea();
  if (!area) return null;
  const { x, y, width } = area;
  return (
    <g>
      {group && (
        <GroupLine
          label={group.label}
          x={x + share(group.value, domain) * width}
          top={y}
          bottom={y + rows.length * ROW}
        />
      )}
      {rows.map((row, at) => (
        <Row
          key={row.key}
          payload={row}
          {...{ x, width, domain, chartWidth }}
          y={y + at * ROW}
          height={ROW}
        />
      ))}
    </g>
  );
}

function GroupLine({
  label,
  x,
  top,
  bottom,
}: {
  readonly label: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}) {
  return (
    <>
      <path d={`M${x} ${top}V${bottom}`} stroke={theme.muted} strokeDasharray="5 4" />
      <text
        x={x}
        y={top - 6}
        textAnchor="middle"
        fill={theme.muted}
        fontSize={theme.size.small}
        fontFamily={theme.font}
      >
        {label}
      </text>
    </>
  );
}

/** Where a value lies in the domain, from 0 to 1. */
function share(value: number, domain: readonly [number, number]): number {
  return Math.max(0, Math.min(1, (value - domain[0]) / (domain[1] - domain[0] || 1)));
}

interface RowProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly payload: BarRow;
  readonly domain: readonly [number, number];
  readonly chartWidth: number;
}

function Row({ x, y, width, height, payload: row, domain, chartWidth }: RowProps) {
  const { text } = spaceIn(chartWidth);
  const middle = y + height / 2;
  const place = (value: number) => x + share(value, domain) * width;
  return (
    <g>
      <path d={`M${x} ${middle}H${x + width}`} stroke={theme.line} />
      {row.value !== null && (
        <rect
          x={place(Math.min(row.value, Math.max(0, domain[0])))}
          y={middle - 8}
          width={Math.max(2, place(row.value) - place(Math.max(0, domain[0])))}
          height={16}
          rx={2}
          fill={row.weak ? theme.weak : theme.accent}
        />
      )}
      {row.value !== null && row.high !== null && (
        <path
          d={`M${place(row.value)} ${middle}H${place(row.high)}`}
          stroke={theme.accent}
          strokeWidth={4}
        />
      )}
      {row.targets.map((target) =>
        target.kind === 'registered' ? (
          <Ring key={target.kind} x={place(target.value)} y={middle} />
        ) : (
          <TargetTick
            key={target.kind}
            x={place(target.value)}
            y={middle}
            height={28}
            norm={target.kind === 'norm'}
          />
        ),
      )}
      {row.reported !== null && <Diamond x={place(row.reported)} y={middle} />}
      <Name row={row} y={middle} width={spaceIn(chartWidth).name} />
      <Value row={row} x={chartWidth - text + 16} width={text - 16} y={middle} />
    </g>
  );
}

function Name({ row, y, width }: { row: BarRow; y: number; width: number }) {
  const shown = cut(row.name, width / NAME_CHARACTER);
  const whole = shown === row.name ? '' : ` (${row.name})`;
  return (
    <a href={row.href} aria-label={[shown, row.under].filter(Boolean).join(' ') + whole}>
      <text
        x={0}
        y={row.under ? y - 3 : y + 5}
        fontSize={theme.size.text}
        fill={theme.ink}
        fontFamily={theme.font}
      >
        {shown}
        {whole && <title>{row.name}</title>}
      </text>{' '}
      {row.under && (
        <text
          x={0}
          y={y + 15}
          fontSize={theme.size.small}
          fill={theme.muted}
          fontFamily={theme.font}
        >
          {row.under}
        </text>
      )}
    </a>
  );
}

function Value({ row, x, y, width }: { row: BarRow; x: number; y: number; width: number }) {
  const note = cut(row.note, width / NOTE_CHARACTER);
  const first = row.note ? y - 3 : y + 5;
  const shown = [row.text, row.counts, note].filter(Boolean).join(' '); // a name begins with what can be read
  return (
    <Press label={`${shown}. ${row.label}`} name={row.open} onPress={row.onOpen}>
      <rect x={x - 6} y={y - ROW / 2 + 4} width={width + 4} height={ROW - 8} fill="transparent" />
      {row.flag && <FlagShape x={x} y={first} tone={row.flag} />}
      <text x={x + (row.flag ? 18 : 0)} y={first} fontFamily={theme.font} fill={theme.ink}>
        <tspan
          fontSize={theme.size.text}
          fontWeight={row.value === null ? 400 : 600}
          {...(row.value === null ? { fill: theme.muted } : {})}
        >
          {row.text}
        </tspan>{' '}
        {row.counts && (
          <tspan fontSize={theme.size.small} fill={theme.muted} dx={4}>
            {row.counts}
          </tspan>
        )}
      </text>{' '}
      {row.note && (
        <text
          x={x}
          y={y + 15}
          fontSize={theme.size.small}
          fill={theme.muted}
          fontFamily={theme.font}
        >
          {note}
          {note !== row.note && <title>{row.note}</title>}
        </text>
      )}
    </Press>
  );
}

/** What does not fit is said in full by the label and the title. */
function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.floor(most) - 1).trimEnd()}…` : text;
}

function spaceIn(width: number): typeof WIDE {
  return width < NARROW_BELOW ? NARROW : WIDE;
}

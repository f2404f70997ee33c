/** A waterfall: the way from one value to another, one row a part; first and last level in grey. */
import { useMark } from '../marking.ts';
import { Press } from '../press.tsx';
import { theme } from '../theme.ts';

export interface WaterfallStep {
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tone: 'end' | 'good' | 'bad' | 'plain';
  /** Of what opens: said by a screen reader, its unit and key; null of what does not. */
  readonly open: {
    readonly label: string;
    readonly unit: string;
    readonly ref: string;
    readonly value: number | null;
    readonly onOpen: () => void;
  } | null;
}

export interface WaterfallProps {
  readonly steps: readonly WaterfallStep[];
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
  readonly width: number;
  /** The rows share it; as high as they need without it. */
  readonly height?: number;
  /** Pixels of its type. */
  readonly size?: number;
}

/** Height of a row by its type, and at most; shares of the width that names and texts take. */
const ROW = { usual: 2, most: 3.2 };
const NAMES = 0.3;
const TEXTS = 0.14;
const LETTER = 0.56;

interface Plane {
  readonly left: number;
  readonly row: number;
  readonly size: number;
  readonly x: (value: number) => number;
}

export function Waterfall(props: WaterfallProps) {
  const { steps, ticks, tick, width, size = theme.size.text } = props;
  const wanted = (props.height ?? Number.POSITIVE_INFINITY) - size * 2;
  const row = Math.min(size * (props.height ? ROW.most : ROW.usual), wanted / steps.length);
  const plane = planeOf(props, row, size);
  const bottom = row * steps.length;
  const height = bottom + size * 2;
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the drawing around it is named, its steps are read one by one
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} className="panel">
      {ticks.map((value) => (
        <g key={value} fontFamily={theme.font}>
          <path d={`M${plane.x(value)} 0V${bottom}`} stroke={theme.line} />
          <text
            x={plane.x(value)}
            y={bottom + size * 1.4}
            textAnchor="middle"
            fontSize={size}
            fill={theme.muted}
          >
            {tick(value)}
          </text>
        </g>
      ))}
      {steps.map((step, at) => (
        <Row key={step.key} {...{ step, plane }} y={at * row} next={steps[at + 1] ?? null} />
      ))}
    </svg>
  );
}

function planeOf({ ticks, width }: WaterfallProps, row: number, size: number): Plane {
  const left = width * NAMES;
  const room = width - left - width * TEXTS;
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)];
  const x = (value: number) => left + (Math.max(0, value - least) / (most - least || 1)) * room;
  return { left, row, size, x };
}

interface RowProps {
  readonly step: WaterfallStep;
  readonly plane: Plane;
  readonly y: number;
  readonly next: WaterfallStep | null;
}

function Row({ step, plane, y, next }: RowProps) {
  const { open } = step;
  return (
    <>
      {open ? (
        <Press
          label={open.label}
          name={open.ref}
          unit={open.unit}
          value={open.value}
          onPress={open.onOpen}
        >
          <Bar {...{ step, plane, y }} />
        </Press>
      ) : (
        <Bar {...{ step, plane, y }} />
      )}
      {next && (
        <path
          d={`M${plane.x(step.to)} ${y + plane.row * 0.82}V${y + plane.row * 1.18}`}
          stroke={theme.muted}
          strokeDasharray="2 2"
        />
      )}
    </>
  );
}

function Bar({ step, plane, y }: Omit<RowProps, 'next'>) {
  const { size, row, left, x } = plane;
  const mark = useMark();
  const isMarked = step.open !== null && mark?.open === step.open.ref; // all of them are of one unit
  const ends = [x(step.from), x(step.to)];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const text = { fontSize: size, fontFamily: theme.font, y: y + row / 2 + size * 0.35 };
  const isEnd = step.tone === 'end';
  return (
    <>
      <rect
        {...{ x: 0, y }}
        width={left * 1.6}
        height={row}
        fill={isMarked ? theme.accentTint : 'transparent'}
      />
      <text x={left - size * 0.7} textAnchor="end" fill={theme.ink} {...text}>
        {cut(step.name, (left - size) / (size * LETTER))}
      </text>
      <rect
        x={low}
        y={y + row * 0.18}
        width={Math.max(1.5, high - low)}
        height={row * 0.64}
        fill={FILLS[step.tone]}
        stroke={step.tone === 'bad' ? theme.warning : 'none'}
        strokeWidth={1.5}
        data-step={step.key}
      />
      <text
        x={high + size * 0.5}
        fill={theme.ink}
        fontWeight={isEnd ? 600 : 400}
        stroke={theme.ground}
        strokeWidth={3}
        paintOrder="stroke"
        {...text}
      >
        {step.text}
      </text>
    </>
  );
}

/** What makes it worse is hollow: it is told without colour, too. */
const FILLS: Readonly<Record<WaterfallStep['tone'], string>> = {
  end: theme.beside,
  good: theme.accent,
  bad: theme.ground,
  plain: theme.weak,
};

function cut(name: string, most: number): string {
  return name.length > most
    ? `${name.slice(0, Math.max(1, Math.floor(most) - 1)).trimEnd()}…`
    : name;
}

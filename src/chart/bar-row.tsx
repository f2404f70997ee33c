/** One row of bars: its name, its bar with marks, its numbers. */
import type { BarRow, BarSize, Choosing } from './bar.ts';
import { CHARACTER, cut, type LineProps, Value } from './bar-numbers.tsx';
import { Diamond, Ring, TargetTick, Way, Whisker } from './mark.tsx';
import { touching, useIsMarked } from './marking.ts';
import { markData } from './press.tsx';
import { theme } from './theme.ts';

interface Box {
  /** The plot, and the whole drawing. */
  readonly x: number;
  readonly width: number;
  readonly all: number;
  readonly height: number;
  /** Widths of the columns before and after the plot. */
  readonly name: number;
  readonly text: number;
}

interface RowProps {
  readonly row: BarRow;
  readonly box: Box;
  readonly y: number;
  readonly size: BarSize;
  /** Pixels of a value, and where bars begin. */
  readonly place: (value: number) => number;
  readonly origin: number;
  readonly choosing: Choosing | null;
  /** A line where bars may be. */
  readonly hasAxis: boolean;
  /** The Tab key stops here; at what is marked it always does. */
  readonly isStop: boolean;
}

/** The row is one target for the pointer; name and number are two for the keyboard. */
export function Row(props: RowProps) {
  const { row, box, y, size, place, origin, choosing, hasAxis, isStop } = props;
  const isMarked = useIsMarked(row.unit);
  const middle = y + box.height / 2;
  const choose = choosing && (() => choosing.onChoose(row.unit));
  const touch = touching({ unit: row.unit, open: row.open }, choose ?? row.onOpen);
  const tabIndex = isStop || isMarked ? (0 as const) : (-1 as const);
  const line = { row, size, y: middle, height: box.height, isMarked, tabIndex };
  const shift = choosing ? BOX + 8 : 0;
  return (
    <g>
      <rect
        {...{ y, height: box.height, x: 0, width: box.all }}
        fill={isMarked ? theme.accentTint : 'transparent'}
        className="bar-row"
        {...touch}
      />
      <g pointerEvents="none" {...markData(row.open, row.unit, row.value)}>
        {hasAxis && <path d={`M${box.x} ${middle}H${box.x + box.width}`} stroke={theme.line} />}
        {row.before === undefined ? (
          <Bar {...{ row, size, place, origin }} y={middle} height={box.height} />
        ) : (
          <Dumbbell {...{ row, place }} before={row.before} y={middle} />
        )}
      </g>
      {choosing && <ChoiceBox {...{ row, choosing, tabIndex }} y={middle} />}
      <Name {...line} x={shift} width={box.name - shift} />
      <Value {...line} x={box.all - box.text + 16} width={box.text - 16} />
    </g>
  );
}

function Dumbbell({
  row: { value, verdict, weak },
  before,
  place,
  y,
}: Pick<RowProps, 'row' | 'place'> & { readonly before: number; readonly y: number }) {
  if (value === null) return null;
  const tone = verdict?.tone ?? 'similar';
  return <Way from={place(before)} to={place(value)} {...{ y, tone, weak }} />;
}

interface BarProps extends Pick<RowProps, 'row' | 'size' | 'place' | 'origin'> {
  readonly y: number;
  readonly height: number;
}

const THICK = { full: 16, compact: 14, dense: 9 };

function Bar({ row, size, place, origin, y, height }: BarProps) {
  const thick = Math.min(THICK[size], height - 5);
  const tick = size === 'full' ? 28 : height - 2;
  return (
    <>
      {row.value !== null && (
        <rect
          x={place(Math.min(row.value, origin))}
          y={y - thick / 2}
          width={Math.max(2, place(row.value) - place(origin))}
          height={thick}
          rx={2}
          fill={barColour(row)}
        />
      )}
      {row.value !== null && row.high !== null && (
        <path
          d={`M${place(row.value)} ${y}H${place(row.high)}`}
          stroke={theme.accent}
          strokeWidth={4}
        />
      )}
      {row.interval && (
        <Whisker from={place(row.interval.low)} to={place(row.interval.high)} y={y} />
      )}
      {row.targets.map((target) =>
        target.kind === 'registered' ? (
          <Ring key={target.kind} x={place(target.value)} y={y} />
        ) : (
          <TargetTick
            key={target.kind}
            x={place(target.value)}
            y={y}
            height={tick}
            norm={target.kind === 'norm'}
          />
        ),
      )}
      {row.reported !== null && <Diamond x={place(row.reported)} y={y} />}
    </>
  );
}

function barColour({ weak, verdict }: BarRow): string {
  if (weak) return theme.weak;
  return verdict?.tone === 'worse' ? theme.warning : theme.accent;
}

const BOX = 14;

/** A box as forms have it, inside the drawing. */
function ChoiceBox({
  row,
  choosing,
  y,
  tabIndex,
}: {
  row: BarRow;
  choosing: Choosing;
  y: number;
  tabIndex: 0 | -1;
}) {
  const isChosen = choosing.chosen.has(row.unit);
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input cannot stand in a drawing
    <g
      role="checkbox"
      tabIndex={tabIndex}
      aria-checked={isChosen}
      aria-label={choosing.label(row.name)}
      onClick={() => choosing.onChoose(row.unit)}
      onKeyDown={(event) => {
        if (event.key !== ' ' && event.key !== 'Enter') return;
        event.preventDefault();
        choosing.onChoose(row.unit);
      }}
    >
      <rect
        {...{ x: 1, y: y - BOX / 2, width: BOX, height: BOX }}
        fill={isChosen ? theme.accent : theme.ground}
        stroke={isChosen ? theme.accent : theme.beside}
        strokeWidth={1.5}
      />
      {isChosen && (
        <path
          d={`M4 ${y}L7 ${y + 3.5}L12.5 ${y - 3.5}`}
          fill="none"
          stroke={theme.ground}
          strokeWidth={2}
        />
      )}
    </g>
  );
}

function Name({ row, size, x, y, width, isMarked, tabIndex }: LineProps) {
  const isFull = size === 'full';
  const small = size === 'dense';
  const most = (width - 8) / (small ? CHARACTER.small : CHARACTER.text);
  const left = Math.max(most * 0.55, most - row.under.length - 2);
  const shown = cut(row.name, row.under && !isFull ? left : most);
  const under = isFull ? row.under : cut(row.under, most - shown.length - 1);
  const whole = shown === row.name ? '' : ` (${row.name})`;
  const touch = touching({ unit: row.unit, open: row.open }, null);
  return (
    <a
      href={row.href}
      tabIndex={tabIndex}
      onClick={row.onFollow ?? undefined}
      aria-label={[shown, row.under].filter(Boolean).join(' ') + whole}
      onPointerEnter={touch.onPointerEnter}
      onPointerLeave={touch.onPointerLeave}
    >
      <text
        x={x}
        y={row.under && isFull ? y - 3 : y + (small ? 4.5 : 5)}
        fontSize={small ? theme.size.small : theme.size.text}
        fontWeight={isMarked ? 600 : 400}
        fill={theme.ink}
        fontFamily={theme.font}
      >
        {shown}
        {whole && <title>{row.name}</title>}
        {under && !isFull && (
          <tspan fontSize={theme.size.small} fill={theme.muted} dx={6}>
            {under}
          </tspan>
        )}
      </text>{' '}
      {row.under && isFull && (
        <text
          x={x}
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

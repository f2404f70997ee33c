/** What is written beside a bar: its value with counts, its verdict and rank, its note. */
import type { BarRow, BarSize } from './bar.ts';
import { FlagShape, VerdictSign, verdictColour } from './mark.tsx';
import { Press } from './press.tsx';
import { theme } from './theme.ts';

export interface LineProps {
  readonly row: BarRow;
  readonly size: BarSize;
  readonly x: number;
  /** The middle of the row. */
  readonly y: number;
  readonly height: number;
  readonly width: number;
  readonly isMarked: boolean;
  readonly tabIndex: 0 | -1;
}

/** Pixels of one character of a name, and of a smaller line. */
export const CHARACTER = { text: 7.9, small: 7.9 };

export function Value({ row, size, x, y, width, height, tabIndex }: LineProps) {
  const note = cut(row.note, width / CHARACTER.small);
  const first = size === 'full' && row.note ? y - 3 : y + (size === 'dense' ? 4.5 : 5);
  const verdict = row.verdict?.text ?? '';
  const shown = [row.text, row.counts, verdict, row.rank, size === 'full' ? note : row.note];
  const said = shown.filter(Boolean).join(' '); // a name begins with what can be read
  return (
    <Press
      label={`${said}. ${row.label}`}
      name={row.open}
      unit={row.unit}
      value={row.value}
      onPress={row.onOpen}
      tabIndex={tabIndex}
    >
      <rect
        x={x - 6}
        y={y - height / 2 + 1}
        width={width + 4}
        height={height - 2}
        fill="transparent"
      />
      {row.flag && <FlagShape x={x} y={first} tone={row.flag} />}
      <Numbers {...{ row, size, width }} x={x + (row.flag ? 16 : 0)} y={first} />
      <Judged {...{ row, size, x, width }} y={first} />
      {size === 'full' && row.note && (
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

type PartProps = Pick<LineProps, 'row' | 'size' | 'x' | 'y' | 'width'>;

/** Narrower columns have no room for the counts, the verdict's words and the rank. */
const ROOM = { counts: 160, words: 320, way: 240 };

function Numbers({ row, size, x, y, width }: PartProps) {
  const small = size === 'dense';
  return (
    <>
      <text x={x} y={y} fontFamily={theme.font} fill={theme.ink}>
        <tspan
          fontSize={small ? theme.size.small : theme.size.text}
          fontWeight={row.value === null ? 400 : 600}
          {...(row.value === null ? { fill: theme.muted } : {})}
        >
          {row.text}
        </tspan>{' '}
        {row.counts && width > (row.before === undefined ? ROOM.counts : ROOM.way) && (
          <tspan fontSize={theme.size.small} fill={theme.muted} dx={4}>
            {row.counts}
          </tspan>
        )}
      </text>{' '}
    </>
  );
}

/** Sign, word and rank, each in its own column, so that they are read down the rows. */
function Judged({ row, x, y, width }: PartProps) {
  const { verdict } = row;
  const isWay = row.before !== undefined;
  const isWide = width > (isWay ? ROOM.way : ROOM.words);
  const column = isWay ? 216 : 176;
  const at = isWide ? x + column : x + width - 12;
  const text = { fontSize: theme.size.small, fontFamily: theme.font };
  return (
    <>
      {verdict && <VerdictSign x={at} y={y - 5} tone={verdict.tone} />}
      {verdict && isWide && (
        <text x={at + 11} y={y} {...text} fill={verdictColour(verdict.tone)}>
          {verdict.text}
        </text>
      )}{' '}
      {isWide && row.rank && (
        <text x={x + width} y={y} textAnchor="end" {...text} fill={theme.muted}>
          {row.rank}
        </text>
      )}
    </>
  );
}

/** What does not fit is said in full by the label and the title. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.floor(most) - 1).trimEnd()}…` : text;
}

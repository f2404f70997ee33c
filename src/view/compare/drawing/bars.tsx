/** The rows of a group as bars: two lines for a few units, one for a committee, two columns for many. */
import type { ReactNode } from 'react';
import type { BarRow, BarSize, Choosing } from '../../../chart/bar.ts';
import { Bars, barsHeight, hasMarks } from '../../../chart/bars.tsx';
import type { Subject } from '../../../model/catalogue.ts';
import { decimalsOf } from '../../../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../../../question/compare.ts';
import { valueText } from '../../../text/figure.ts';
import { words } from '../../../text/words.ts';
import { WhenNear } from '../../part/room/when-near.tsx';
import { useWidth } from '../../part/room/width.ts';
import type { DrawnGroup } from '../group-props.ts';
import { barRow, sharedReferences } from '../row.ts';

/** Rows of two lines, rows of one line; beyond that rows are short and stand in two columns. */
const MOST_FULL = 5;
const MOST_COMPACT = 20;
/** Rows of one block: what one screen holds in two columns. */
const BLOCK = 50;
const TWO_COLUMNS_FROM = 960;
const GAP = 32;

export function GroupBars({
  desk,
  subject,
  group,
  standings,
  domain,
  rows,
  chosen,
  onChoose,
}: DrawnGroup & { readonly rows: readonly CompareRow[] }) {
  const shared = sharedReferences(rows);
  const bars = rows.flatMap((row) => {
    const standing = standings.get(row.figure);
    return standing ? [barRow(desk, row, { subject, group, standing, shared })] : [];
  });
  return (
    <>
      {bars.length > 0 && !hasMarks(bars) && (
        <p className="muted" data-no-values>
          {isComputable(rows) ? words.chart.noValues : words.chart.notComputable}
        </p>
      )}
      <BarBlocks
        {...{ subject, domain, bars, chosen, onChoose }}
        line={groupLine(subject, group)}
      />
    </>
  );
}

/** Whether some row is without a value for another reason than that a part of it is missing. */
function isComputable(rows: readonly CompareRow[]): boolean {
  return rows.some(({ figure }) => figure.absence !== 'NOT_COMPUTABLE');
}

/** Rows as they fit: in two columns, in blocks that are drawn when they come near. */
export function BarBlocks({
  subject,
  domain,
  ticks,
  bars,
  line,
  chosen,
  onChoose,
}: Pick<DrawnGroup, 'subject' | 'domain' | 'chosen' | 'onChoose'> & {
  readonly bars: readonly BarRow[];
  /** Of the axis; without them as many as there is room for. */
  readonly ticks?: readonly number[];
  readonly line: { readonly value: number; readonly label: string } | null;
}) {
  const [ref, width] = useWidth();
  const size = sizeOf(bars);
  const choosing: Choosing | null = chosen && {
    ...{ chosen, onChoose },
    label: words.comparing.chooseUnit,
  };
  const common = {
    ...{ domain, size, choosing },
    tick: (value: number) => valueText(subject, value, decimalsOf(value)),
    ...(ticks ? { ticks } : {}),
    group: line,
    hasAxis: hasMarks(bars),
  };
  const columns = size === 'dense' && width >= TWO_COLUMNS_FROM ? 2 : 1;
  const each = Math.floor((width - (columns - 1) * GAP) / columns);
  return (
    <div ref={ref}>
      {blocksOf(bars).map((block, at) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: rows move from part to part, the parts stay
          key={`block ${at + 1}`}
          isFirst={at === 0}
          height={blockHeight(size, block, columns)}
        >
          {inColumns(block, columns).map((column, part) => (
            <Bars
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              key={`column ${part + 1}`}
              {...common}
              rows={column}
              width={each}
              {...(bars.length > BLOCK ? { stops: at + part === 0 ? 'first' : 'none' } : {})}
            />
          ))}
        </Block>
      ))}
      {bars.length > BLOCK && <p className="small muted no-print">{words.comparing.arrows}</p>}
    </div>
  );
}

/** What does not fit one screen is drawn when it comes near: of a thousand rows only what can be seen costs time. */
function Block({
  isFirst,
  height,
  children,
}: {
  readonly isFirst: boolean;
  readonly height: number;
  readonly children: ReactNode;
}) {
  const columns = <div className="bar-columns">{children}</div>;
  return isFirst ? (
    columns
  ) : (
    <WhenNear height={height} leaves>
      {columns}
    </WhenNear>
  );
}

/** Names with a part after them need the room of a whole line. */
function sizeOf(rows: readonly BarRow[]): BarSize {
  if (rows.length <= MOST_FULL) return 'full';
  const isShort = rows.length <= MOST_COMPACT || rows.some(({ under }) => under !== '');
  return isShort ? 'compact' : 'dense';
}

function blocksOf(rows: readonly BarRow[]): BarRow[][] {
  const count = Math.ceil(rows.length / BLOCK);
  return Array.from({ length: count }, (_, at) => rows.slice(at * BLOCK, (at + 1) * BLOCK));
}

/** Read down the first column, then down the second. */
function inColumns(rows: readonly BarRow[], columns: number): BarRow[][] {
  const each = Math.ceil(rows.length / columns);
  const parts = Array.from({ length: columns }, (_, at) => rows.slice(at * each, (at + 1) * each));
  return parts.filter((part) => part.length > 0);
}

function blockHeight(size: BarSize, rows: readonly BarRow[], columns: number): number {
  return barsHeight(size, Math.ceil(rows.length / columns), true);
}

function groupLine(subject: Subject, group: CompareGroup) {
  if (!group.total || !subject.isRatio) return null;
  return { value: group.total.value, label: words.chart.group };
}

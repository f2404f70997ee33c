/** How a comparison is drawn: its order, its kind, the reach of chance, units for a trend. */
import type { Subject } from '../../model/catalogue.ts';
import { ORDERS, type Order } from '../../model/statistics/order.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { Link } from '../part/link.tsx';

interface ToolsProps {
  readonly subject: Subject;
  readonly groups: readonly CompareGroup[];
  readonly hasIntervals: boolean;
  /** Units chosen for a trend; null while none are being chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoosing: () => void;
}

export function Tools({ subject, groups, hasIntervals, chosen, onChoosing }: ToolsProps) {
  const { state, change } = useDesk();
  const { comparing } = words;
  const known = groups.map(({ rows }) => rows.filter(({ figure }) => figure.value !== null));
  const units = Math.max(0, ...known.map((rows) => rows.length));
  const isBars = state.chart !== 'funnel';
  if (units < 2 && isBars) return null;
  if (chosen && isBars) return <Chosen {...{ chosen, onChoosing }} />;
  const other = state.chart === 'funnel' ? 'bars' : 'funnel';
  return (
    <>
      {isBars && (
        <Choice
          size="bare"
          label={comparing.order}
          value={state.order}
          options={orderOptions(subject, groups, state.order)}
          onChange={(order) => change({ order: order as Order })}
        />
      )}
      {(subject.isRatio || !isBars) && (
        <button type="button" className="button" onClick={() => change({ chart: other })}>
          {comparing.charts[other]}
        </button>
      )}
      {hasIntervals && isBars && (
        <button
          type="button"
          className="button"
          aria-pressed={state.intervals}
          onClick={() => change({ intervals: !state.intervals })}
        >
          {comparing.intervals}
        </button>
      )}
      {isBars && (
        <button type="button" className="button" aria-pressed={false} onClick={onChoosing}>
          {comparing.choose}
        </button>
      )}
    </>
  );
}

/** What was chosen, the way to its trend, and the way back: in place of the other tools. */
function Chosen({
  chosen,
  onChoosing,
}: {
  readonly chosen: ReadonlySet<string>;
  readonly onChoosing: () => void;
}) {
  return (
    <>
      <span role="status" className="small">
        {words.comparing.chosen(chosen.size)}
      </span>
      {chosen.size > 0 && (
        <Link className="button primary" to={{ view: 'trend', unit: [...chosen], open: null }}>
          {words.comparing.toTrend}
        </Link>
      )}
      <button type="button" className="button" aria-pressed={true} onClick={onChoosing}>
        {words.comparing.choose}
      </button>
    </>
  );
}

/** Only orders that make a difference, and the one that is chosen. */
function orderOptions(subject: Subject, groups: readonly CompareGroup[], chosen: Order) {
  const rows = groups.flatMap((group) => group.rows);
  const isNeutral = subject.direction === 'none';
  const helps: Record<Order, boolean> = {
    worst: true,
    best: !isNeutral,
    change: rows.some(({ before }) => before !== null),
    target:
      !isNeutral && rows.some(({ references }) => references.some(({ kind }) => kind === 'target')),
    name: !isNeutral,
  };
  return ORDERS.filter((order) => helps[order] || order === chosen).map((order) => ({
    id: order,
    name: isNeutral && order === 'worst' ? words.comparing.neutral : words.comparing.orders[order],
  }));
}

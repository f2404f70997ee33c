/** How a comparison is drawn: its order, its kind, the reach of chance, units for a trend. */
import { type Chart, DEFAULTS, type UrlState } from '../../address/url.ts';
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { baseOf } from '../../model/statistics/change.ts';
import { ORDERS, type Order } from '../../model/statistics/order.ts';
import { hasTiles } from '../../model/unit.ts';
import type { CompareGroup } from '../../question/compare.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';
import { Link } from '../part/link.tsx';
import { baseOptions } from '../part/options.ts';

interface ToolsProps {
  readonly subject: Subject;
  readonly use: SubjectUse | undefined;
  readonly groups: readonly CompareGroup[];
  readonly hasIntervals: boolean;
  /** Units chosen for a trend; null while none are being chosen. */
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoosing: () => void;
}

export function Tools({ subject, use, groups, hasIntervals, chosen, onChoosing }: ToolsProps) {
  const { data, state, change } = useDesk();
  const { comparing } = words;
  const known = groups.map(({ rows }) => rows.filter(({ figure }) => figure.value !== null));
  const units = Math.max(0, ...known.map((rows) => rows.length));
  const isBars = state.chart !== 'funnel' && state.chart !== 'map';
  if (units < 2 && isBars) return null;
  if (chosen && isBars) return <Chosen {...{ chosen, onChoosing }} />;
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
      {(state.chart === 'change' || state.order === 'change') && (
        <Choice
          size="bare"
          label={comparing.base}
          value={state.base}
          options={baseOptions(data, use, groups[0]?.period ?? '', state.base)}
          onChange={(base) => change({ base })}
        />
      )}
      <Choice
        size="bare"
        label={comparing.drawing}
        value={state.chart}
        options={chartOptions(data, subject, groups, state.chart)}
        onChange={(chart) => change(drawnAs(state, chart as Chart))}
      />
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

/** How one subject can be drawn. */
const OF_ONE = ['bars', 'change', 'funnel', 'map'] as const satisfies readonly Chart[];

function chartOptions(
  { units }: Dataset,
  { isRatio }: Subject,
  groups: readonly CompareGroup[],
  chosen: Chart,
) {
  const compared = groups.flatMap(({ rows }) => rows.map(({ figure }) => figure.unit));
  const fits = (chart: Chart) => {
    if (chart === 'map') return hasTiles(units, [...new Set(compared)]);
    return chart !== 'funnel' || isRatio;
  };
  return OF_ONE.filter((chart) => fits(chart) || chart === chosen).map((id) => ({
    id,
    name: words.comparing.charts[id],
  }));
}

/** Changes stand by their size until the reader says otherwise, and only as long as they are drawn. */
function drawnAs({ chart, order }: UrlState, next: Chart): Partial<UrlState> {
  if (next === 'change') return { chart: next, order: 'change' };
  const isOver = chart === 'change' && order === 'change';
  return { chart: next, ...(isOver ? { order: DEFAULTS.order } : {}) };
}

/** Only orders that make a difference, and the one that is chosen. */
function orderOptions(subject: Subject, groups: readonly CompareGroup[], chosen: Order) {
  const rows = groups.flatMap((group) => group.rows);
  const isNeutral = subject.direction === 'none';
  const helps: Record<Order, boolean> = {
    worst: true,
    best: !isNeutral,
    change: rows.some((row) => baseOf(row) !== null),
    target:
      !isNeutral && rows.some(({ references }) => references.some(({ kind }) => kind === 'target')),
    name: !isNeutral,
  };
  return ORDERS.filter((order) => helps[order] || order === chosen).map((order) => ({
    id: order,
    name: isNeutral && order === 'worst' ? words.comparing.neutral : words.comparing.orders[order],
  }));
}

/** In which order the units of a comparison stand. */
import { categoryPosition, type Dataset, subjectOf } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { compareNames } from '../writing/fold.ts';
import { baseOf, changeFrom } from './change.ts';

/** The first is what a comparison has where nothing is said. */
export const ORDERS = ['worst', 'best', 'change', 'target', 'name'] as const;
export type Order = (typeof ORDERS)[number];

export interface OrderedRow {
  readonly figure: Figure;
  /** The same figure a year earlier. */
  readonly before: Figure | null;
  /** The same figure at the base that was chosen in its place. */
  readonly base?: Figure | null;
  readonly references: readonly Figure[];
}

/**
 * Rows in an order: what calls for attention comes first (worst, fallen the most, furthest behind its target), then
 * by name; what cannot be ordered so comes after, what has no number last. Categories stay together. An indicator
 * that is neither good nor bad stands by name, by change from the largest fall.
 */
export function orderedRows<Row extends OrderedRow>(
  data: Dataset,
  rows: readonly Row[],
  order: Order,
): Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(data, row, order) }));
  keyed.sort(
    (a, b) =>
      place(data, a.row) - place(data, b.row) ||
      Number(a.row.figure.value === null) - Number(b.row.figure.value === null) ||
      Number(a.key === null) - Number(b.key === null) ||
      (a.key ?? 0) - (b.key ?? 0) ||
      byName(data, a.row, b.row),
  );
  return keyed.map(({ row }) => row);
}

/** How far a result is ahead of its target, in scale units and counted so that more is better; null without one. */
export function aheadOfTarget(data: Dataset, row: OrderedRow): number | null {
  const direction = directionOf(data, row);
  const target = row.references.find(({ kind }) => kind === 'target');
  const { value, bound, computed } = row.figure;
  if (!target || target.value === null || value === null || direction === 'none') return null;
  if (bound !== '' && !computed) return null;
  return direction === 'up' ? value - target.value : target.value - value;
}

/** What comes first has the smallest; null of what has none. */
function keyOf(data: Dataset, row: OrderedRow, order: Order): number | null {
  const direction = directionOf(data, row);
  const good = direction === 'down' ? -1 : 1;
  const { value } = row.figure;
  if (order === 'target') return aheadOfTarget(data, row);
  if (order === 'change') {
    const change = changeFrom(data, row.figure, baseOf(row));
    return change === null ? null : good * change;
  }
  if (order === 'name' || value === null || direction === 'none') return null;
  return order === 'worst' ? good * value : -good * value;
}

function directionOf(data: Dataset, { figure }: OrderedRow) {
  return subjectOf(data, figure.subject)?.direction ?? 'none';
}

function place(data: Dataset, { figure }: OrderedRow): number {
  return figure.breakdown ? categoryPosition(data, figure.breakdown, figure.category) : 0;
}

function byName(data: Dataset, a: OrderedRow, b: OrderedRow): number {
  const name = ({ figure }: OrderedRow) =>
    data.units.at(figure.unit, data.periods.get(figure.period)).name;
  return (
    compareNames(name(a), name(b)) ||
    a.figure.unit.localeCompare(b.figure.unit) ||
    a.figure.body.localeCompare(b.figure.body)
  );
}

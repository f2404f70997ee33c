/**
 * When a record counts, as days: a flow on the day of its event, a stock from the day on which it begins to stand
 * to the day on which it no longer does. So what stands at the end of a month is what has begun less what has ended.
 */
import type { Condition, RecordColumn, RecordMeasure } from '../model/record/definition.ts';
import { filterTest, type Said } from './condition.ts';
import {
  all,
  column,
  earliest,
  given,
  latest,
  never,
  next,
  type Test,
  type Value,
  where,
} from './sql/expression.ts';

export interface Standing {
  /** The first day on which it stands; missing for never. */
  readonly enter: Value;
  /** The first day on which it stands no longer, not before `enter`; missing for never. */
  readonly leave: Value;
  /** Conditions that do not change with time. */
  readonly where: Test;
}

/** How a stock, or an opening, stands in time. */
export function standingOf(
  measure: RecordMeasure,
  columns: readonly RecordColumn[],
  said?: Said,
): Standing {
  const moving = measure.filter.filter(comparesEnd);
  const fixed = measure.filter.filter((condition) => !comparesEnd(condition));
  const enter = latest([column(measure.event), ...moving.flatMap(beginOf)]);
  const ends = [...(measure.until === '' ? [] : [column(measure.until)]), ...moving.flatMap(endOf)];
  const first = earliest(ends);
  // the first day must be there, and what must be compared: of several days those that are missing are passed over
  const needed = moving.filter(({ to }) => !to.includes('missing')).map((item) => item.column);
  const present = [measure.event, ...needed].map((name) => given(column(name)));
  return {
    enter,
    leave: ends.length === 0 ? never : where(latest([first, enter]), first),
    where: all([filterTest(fixed, columns, '', said), ...present]),
  };
}

/** A condition on the last day of the period: it begins or ends to hold as time goes on. */
export function comparesEnd({ to }: Condition): boolean {
  return to.includes('end');
}

/** `due_on < end` holds from the day after it, `<=` from the day itself. */
function beginOf({ column: name, test }: Condition): Value[] {
  return test === '<' ? [next(column(name))] : test === '<=' ? [column(name)] : [];
}

/** `due_on >= end` holds up to the day itself, `>` up to the day before. */
function endOf({ column: name, test }: Condition): Value[] {
  return test === '>=' ? [next(column(name))] : test === '>' ? [column(name)] : [];
}

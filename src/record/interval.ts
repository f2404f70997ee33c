/**
 * When a record counts, as days in SQL: a flow on the day of its event, a stock from the day on which it begins to stand
 * to the day on which it no longer does. So what stands at the end of a month is what has begun less what has ended.
 */
import { identifier } from '../engine/literal.ts';
import type { Condition, RecordColumn, RecordMeasure } from '../model/record/definition.ts';
import { filterSql } from './condition.ts';

export interface Standing {
  /** SQL: the first day on which it stands; NULL for never. */
  readonly enter: string;
  /** SQL: the first day on which it stands no longer, not before `enter`; NULL for never. */
  readonly leave: string;
  /** SQL: conditions that do not change with time. */
  readonly where: string;
}

/** How a stock, or an opening, stands in time. */
export function standingOf(measure: RecordMeasure, columns: readonly RecordColumn[]): Standing {
  const moving = measure.filter.filter(comparesEnd);
  const fixed = measure.filter.filter((condition) => !comparesEnd(condition));
  const begins = [identifier(measure.event), ...moving.flatMap(beginOf)];
  const ends = [
    ...(measure.until === '' ? [] : [identifier(measure.until)]),
    ...moving.flatMap(endOf),
  ];
  const enter = begins.length > 1 ? `greatest(${begins.join(', ')})` : (begins[0] ?? 'NULL');
  const first = ends.length > 1 ? `least(${ends.join(', ')})` : ends[0];
  // least and greatest pass over what is missing: the first day must be there, and what must be compared
  const needed = moving.filter(({ to }) => !to.includes('missing')).map(({ column }) => column);
  const given = [measure.event, ...needed].map((column) => `${identifier(column)} IS NOT NULL`);
  return {
    enter,
    leave:
      first === undefined
        ? 'NULL::DATE'
        : `CASE WHEN ${first} IS NOT NULL THEN greatest(${first}, ${enter}) END`,
    where: [filterSql(fixed, columns), ...given].join(' AND '),
  };
}

/** A condition on the last day of the period: it begins or ends to hold as time goes on. */
export function comparesEnd({ to }: Condition): boolean {
  return to.includes('end');
}

/** `due_on < end` holds from the day after it, `<=` from the day itself. */
function beginOf({ column, test }: Condition): string[] {
  const own = identifier(column);
  return test === '<' ? [`${own} + 1`] : test === '<=' ? [own] : [];
}

/** `due_on >= end` holds up to the day itself, `>` up to the day before. */
function endOf({ column, test }: Condition): string[] {
  const own = identifier(column);
  return test === '>=' ? [`${own} + 1`] : test === '>' ? [own] : [];
}

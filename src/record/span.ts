/** The records behind one figure, as an SQL condition: the same rule by which `count.ts` counts them. */
import { identifier, literal } from '../engine/literal.ts';
import type { Temporal } from '../model/catalogue.ts';
import type { RecordDefinition, RecordMeasure } from '../model/record/definition.ts';
import { dayBefore, type Period } from '../model/time/period.ts';
import { filterTest } from './condition.ts';
import { testSql } from './sql/dialect.ts';
import { DUCKDB } from './sql/duckdb.ts';

/**
 * A flow takes what happens in the period; a stock what stands at its end; an opening what stood on the day before it;
 * a load both that opening and what came, where the filter holds for what is carried over only.
 */
export function spanSql(
  measure: RecordMeasure,
  temporal: Temporal,
  { columns }: Pick<RecordDefinition, 'columns'>,
  { start, end }: Pick<Period, 'start' | 'end'>,
): string {
  const event = identifier(measure.event);
  const filter = (day: string) => testSql(filterTest(measure.filter, columns, day), DUCKDB);
  const within = `${event} BETWEEN DATE ${literal(start)} AND DATE ${literal(end)}`;
  const standing = (day: string) => {
    const until = identifier(measure.until);
    const open =
      measure.until === '' ? 'TRUE' : `(${until} IS NULL OR ${until} > DATE ${literal(day)})`;
    return `${event} <= DATE ${literal(day)} AND ${open} AND ${filter(day)}`;
  };
  if (temporal === 'stock') return standing(end);
  if (temporal === 'opening') return standing(dayBefore(start));
  if (temporal === 'load') return `(${within} OR (${standing(dayBefore(start))}))`;
  return `${within} AND ${filter(end)}`;
}

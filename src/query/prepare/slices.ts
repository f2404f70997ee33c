/** A large table made slice by slice: sorting or grouping millions of wide rows at once takes gigabytes. */
import type { Engine, SqlValue } from '../../engine/engine.ts';

/** Rows of one subject and period; counts come in the order of the two types. */
export type Count = { readonly subject: string; readonly period: string; readonly n: number };

/** A condition on a subject's and a period's column, with its parameters; none for the only slice. */
export interface Slice {
  readonly where: (subject: string, period: string) => string;
  readonly params: readonly SqlValue[];
}

/** Rows that are worked on at once; smaller packages are done in one piece. */
const SLICE_ROWS = 800_000;

/** So many that nothing is counted: all rows are one slice. */
export const AT_ONCE = Number.POSITIVE_INFINITY;

/**
 * Slices of neighbouring subjects and periods, in order, with at most `most` rows each (one subject's one period
 * is never cut).
 *
 * @param counted a query of `subject`, `period` (as ENUM) with a row per row
 */
export async function slicesOf(
  engine: Engine,
  counted: string,
  most = SLICE_ROWS,
  signal?: AbortSignal,
): Promise<Slice[]> {
  if (most === AT_ONCE) return [WHOLE];
  const counts = await engine.rows<Count>(
    `SELECT c.subject::VARCHAR AS subject, c.period::VARCHAR AS period, c.n FROM (
       SELECT subject, period, count(*) AS n FROM (${counted}) GROUP BY ALL) c ORDER BY c.subject, c.period`,
    [],
    signal,
  );
  const ranges = rangesOf(counts, most);
  return ranges.length > 1 ? ranges.map(sliceOf) : [WHOLE];
}

const WHOLE: Slice = { where: () => 'true', params: [] };

interface Range {
  readonly from: Count;
  readonly to: Count;
  readonly n: number;
}

function rangesOf(counts: readonly Count[], most: number): Range[] {
  const ranges: Range[] = [];
  for (const count of counts) {
    const last = ranges.at(-1);
    if (last && last.n + count.n <= most) {
      ranges[ranges.length - 1] = { from: last.from, to: count, n: last.n + count.n };
    } else ranges.push({ from: count, to: count, n: count.n });
  }
  return ranges;
}

function sliceOf({ from, to }: Range): Slice {
  return {
    where: (subject, period) => `${subject} BETWEEN ?::measure_t AND ?::measure_t
      AND (${subject} > ?::measure_t OR ${period} >= ?::period_t)
      AND (${subject} < ?::measure_t OR ${period} <= ?::period_t)`,
    params: [from.subject, to.subject, from.subject, from.period, to.subject, to.period],
  };
}

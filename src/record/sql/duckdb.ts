/** DuckDB, in the browser and under Node. */
import { identifier, literal } from '../../engine/literal.ts';
import type { Dialect } from './dialect.ts';

export const DUCKDB: Dialect = {
  name: 'duckdb',
  identifier,
  column: identifier,
  text: literal,
  day: (iso) => `DATE ${literal(iso)}`,
  never: 'NULL::DATE',
  next: (day) => `${day} + 1`,
  // both pass over what is missing
  latest: (days) => `greatest(${days.join(', ')})`,
  earliest: (days) => `least(${days.join(', ')})`,
  given: (value) => `${value} IS NOT NULL`,
  holds: (test) => `coalesce(${test}, FALSE)`,
  ifElse: (test, then, otherwise) => `CASE WHEN ${test} THEN ${then} ELSE ${otherwise} END`,
  month: (day) => `year(${day}) * 12 + month(${day}) - 1`,
  sum: (adds, test) =>
    adds === null
      ? `(count(*) FILTER (WHERE ${test}))::DOUBLE`
      : `coalesce(sum(${adds}) FILTER (WHERE ${test}), 0)::DOUBLE`,
};

/**
 * Reports that repeat the one before: every flow of a unit and period is what the preceding period of the same length
 * had. Single figures repeat by themselves, a whole report does not.
 */
import { RESULT_FLOWS } from '../prepare/exact.ts';
import { aboutKey, issueId, issueInsert, partInsert } from './insert.ts';

/** So many flows above zero, of so many different values, at least. */
const LEAST = 6;
const LEAST_VALUES = 4;

const { unit, body, period } = aboutKey('c', "''");
const ID = issueId("'STALE_COPY'", unit, body, period, "'copied'");

/** What was counted in a period, and what stands for the same in the one before it. */
const COPIED = `
CREATE TEMP TABLE copied AS
WITH counted AS (
  SELECT c.cell, c.unit, c.body, c.period, c.measure, c.breakdown, c.category, c.value, c.sources,
    p.day_before, p.grain
  FROM ${RESULT_FLOWS} WHERE c.value > 0 AND NOT c.derived
), pair AS (
  SELECT c.*, b.value AS before, e.period AS earlier
  FROM counted c
  JOIN period e ON e.end_day = c.day_before AND e.grain = c.grain
  JOIN counted b ON b.period = e.period AND b.unit = c.unit AND b.body = c.body AND b.measure = c.measure
    AND b.breakdown = c.breakdown AND b.category = c.category
)
SELECT unit, body, period, min(earlier::VARCHAR) AS earlier, string_agg(DISTINCT sources, '|') AS sources,
  count(*) AS n, list(cell) AS cells
FROM pair GROUP BY unit, body, period
HAVING count(*) >= ${LEAST} AND count(DISTINCT value) >= ${LEAST_VALUES} AND bool_and(value = before)`;

const NOTED = `copied c WHERE NOT EXISTS (
  SELECT 1 FROM finding f WHERE f.code = 'STALE_COPY' AND f.unit IN ('', c.unit::VARCHAR) AND f.period IN ('', c.period::VARCHAR))`;

export const COPY_STEPS: readonly string[] = [
  COPIED,
  issueInsert(
    {
      ...{ unit, body, period, id: ID, code: "'STALE_COPY'", source: 'c.sources', expected: 'c.n' },
      about: "concat_ws('|', 'copied', c.earlier)",
    },
    NOTED,
  ),
  partInsert(
    'c.id',
    's.row',
    `(SELECT ${ID} AS id, unnest(c.cells) AS cell FROM ${NOTED}) c JOIN statement s ON s.cell = c.cell`,
  ),
  'DROP TABLE copied',
];

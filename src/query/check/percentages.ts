/** Printed percentages against what their counts give (docs/figures.md, 2). */
import { RATE_KEY, sameKey } from '../prepare/key.ts';
import { aboutKey, issueId, issueInsert } from './insert.ts';

/** Rounds equal: fine. Cut equal: truncated. 0 and 100 must be exact; ">" and "<" are inequalities, "~" no test. */
const verdictOf = (computed: string, p: string) => `CASE
  WHEN reported_high IS NOT NULL THEN CASE WHEN ${computed} BETWEEN reported AND reported_high THEN 'OK' END
  WHEN reported_bound = '>' THEN CASE WHEN ${computed} > reported THEN 'OK' END
  WHEN reported_bound = '>=' THEN CASE WHEN ${computed} >= reported - 1e-9 THEN 'OK' END
  WHEN reported_bound = '<' THEN CASE WHEN ${computed} < reported THEN 'OK' END
  WHEN reported_bound = '<=' THEN CASE WHEN ${computed} <= reported + 1e-9 THEN 'OK' END
  WHEN scale = 100 AND reported IN (0, 100) THEN CASE WHEN abs(${computed} - reported) < 1e-9 THEN 'OK' END
  WHEN abs(${computed} - reported) < 1e-9 THEN 'OK'
  WHEN abs(round(${computed} + sign(${computed}) * 1e-9, ${p}) - round(reported, ${p})) < 1e-9 THEN 'OK'
  WHEN abs(trunc((${computed} + sign(${computed}) * 1e-9) * pow(10, ${p})) / pow(10, ${p}) - round(reported, ${p})) < 1e-9
    THEN 'PCT_TRUNCATED'
END`;

const CHECK = `
CREATE TEMP TABLE percent_check AS
SELECT rate, computed, ${verdictOf('computed', 'reported_decimals')} AS verdict
FROM rate_raw
WHERE computed IS NOT NULL AND reported IS NOT NULL AND has_denominator AND reported_bound <> '~'`;

/** What does not fit the counts that are shown now may fit those of its own document: a later one revised them. */
const BY_OWN_COUNTS = `
UPDATE percent_check SET computed = x.own, verdict = x.verdict FROM (
  WITH counted AS (
    SELECT r.rate, r.indicator, o.side, o.sign, o.optional, o.measure, arg_min(s.value, s.row) AS value
    FROM percent_check v
    JOIN rate_raw r USING (rate)
    JOIN cell c ON c.cell = r.reported_cell
    JOIN operand o ON o.indicator = r.indicator
    JOIN statement s ON s.measure = o.measure AND s.source = c.source
      AND ${sameKey('s', 'r', 'unit, body, period, breakdown, category, kind')}
    WHERE v.verdict IS DISTINCT FROM 'OK' AND s.value IS NOT NULL AND s.bound = '' AND s.status <> 'E'
    GROUP BY ALL
  ), own AS (
    SELECT rate, indicator, sum(sign * value) FILTER (side = 'n') AS n, sum(sign * value) FILTER (side = 'd') AS d,
      count(*) FILTER (side = 'n' AND NOT optional) AS n_have, count(*) FILTER (side = 'd' AND NOT optional) AS d_have
    FROM counted GROUP BY rate, indicator
  )
  SELECT r.rate, o.n * i.scale / o.d AS own, ${verdictOf('(o.n * i.scale / o.d)', 'r.reported_decimals').replaceAll('scale = 100', 'i.scale = 100')} AS verdict
  FROM own o JOIN indicator i USING (indicator) JOIN rate_raw r USING (rate)
  WHERE o.n_have = i.n_required AND o.d_have = i.d_required AND o.d > 0
) x WHERE x.rate = percent_check.rate`;

const CODE = "coalesce(v.verdict, 'PCT_MISMATCH')";
const ABOUT = aboutKey('r', 'indicator');
const { unit, body, period, subject, breakdown, category, kind } = ABOUT;
const ID = issueId(CODE, subject, unit, body, period, breakdown, category, kind);

const ISSUES = [
  issueInsert(
    {
      ...ABOUT,
      id: ID,
      code: CODE,
      source: 'r.reported_sources',
      locator: 'r.reported_locators',
      expected: 'v.computed',
      found: 'r.reported',
      decimals: 'r.reported_decimals',
      about: "'figure|' || r.reported_bound::VARCHAR",
    },
    "percent_check v JOIN rate_raw r USING (rate) WHERE coalesce(v.verdict, '') <> 'OK'",
  ),
  `INSERT INTO issue_part
   WITH RECURSIVE failed AS (
     SELECT ${ID} AS id, r.* FROM percent_check v JOIN rate_raw r USING (rate)
     WHERE coalesce(v.verdict, '') <> 'OK'
   ), stated(id, cell) AS (
     SELECT f.id, p.cell FROM failed f JOIN rate_part p USING (${RATE_KEY}) WHERE p.value IS NOT NULL
     UNION SELECT id, reported_cell FROM failed
     UNION SELECT c.id, d.part FROM stated c JOIN derived_from d USING (cell)
   )
   SELECT DISTINCT c.id, s.row FROM stated c JOIN statement s USING (cell)`,
];

export const PERCENT_STEPS: readonly string[] = [CHECK, BY_OWN_COUNTS, ...ISSUES];

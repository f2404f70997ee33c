/** Printed percentages against what their counts give (docs/figures.md, 2). */
import { RATE_KEY } from '../prepare/key.ts';
import { aboutKey, issueId, issueInsert } from './insert.ts';

/** Rounds equal: fine. Cut equal: truncated. 0 and 100 must be exact; ">" and "<" are inequalities, "~" no test. */
const CHECK = `
CREATE TEMP TABLE percent_check AS
WITH paired AS (
  SELECT *, reported_decimals AS p FROM rate_raw
  WHERE computed IS NOT NULL AND reported IS NOT NULL AND has_denominator AND reported_bound <> '~'
)
SELECT rate, CASE
  WHEN reported_high IS NOT NULL THEN CASE WHEN computed BETWEEN reported AND reported_high THEN 'OK' END
  WHEN reported_bound = '>' THEN CASE WHEN computed > reported THEN 'OK' END
  WHEN reported_bound = '>=' THEN CASE WHEN computed >= reported - 1e-9 THEN 'OK' END
  WHEN reported_bound = '<' THEN CASE WHEN computed < reported THEN 'OK' END
  WHEN reported_bound = '<=' THEN CASE WHEN computed <= reported + 1e-9 THEN 'OK' END
  WHEN scale = 100 AND reported IN (0, 100) THEN CASE WHEN abs(computed - reported) < 1e-9 THEN 'OK' END
  WHEN abs(computed - reported) < 1e-9 THEN 'OK'
  WHEN abs(round(computed + sign(computed) * 1e-9, p) - round(reported, p)) < 1e-9 THEN 'OK'
  WHEN abs(trunc((computed + sign(computed) * 1e-9) * pow(10, p)) / pow(10, p) - round(reported, p)) < 1e-9
    THEN 'PCT_TRUNCATED'
END AS verdict
FROM paired`;

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
      expected: 'r.computed',
      found: 'r.reported',
      decimals: 'r.reported_decimals',
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

export const PERCENT_STEPS: readonly string[] = [CHECK, ...ISSUES];

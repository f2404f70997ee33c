/**
 * Stocks of one day: what the report of a quarter and that of the half year say of the last of June is one figure
 * stated twice (docs/figures.md, 3). Unlike ones of one document are a conflict, of several a revision.
 */
import { exactlyStated } from '../prepare/exact.ts';
import { aboutKey, issueId, issueInsert, shownParts } from './insert.ts';

const ABOUT = aboutKey('c', 'measure');
const { unit, body, period, subject, breakdown, category, kind } = ABOUT;
const CODE = "CASE WHEN x.documents = 1 THEN 'INTERNAL_CONFLICT' ELSE 'REVISED' END";
const ID = issueId(CODE, unit, body, period, subject, breakdown, category, kind, "'same-day'");
const UNLIKE = 'unlike x JOIN cell c ON c.cell = x.latest';

/** Compared at the coarser precision, final figures of one definition only. */
const CHECK = `
CREATE TEMP TABLE unlike AS
WITH stock AS (
  SELECT c.cell, c.value, c.decimals, c.source, c.locator, coalesce(d.signed_key, '') AS signed_key, p.end_day,
    hash(c.unit, c.body, c.measure, c.breakdown, c.category, c.kind, c.cutoff) AS key
  FROM cell c
  JOIN period p ON p.period = c.period
  JOIN measure m ON m.measure = c.measure AND m.temporal = 'stock'
  LEFT JOIN source d ON d.source = c.source
  WHERE ${exactlyStated('c')} AND c.status NOT IN ('P', 'D', 'E')
), precision AS (
  SELECT key, end_day, min(decimals) AS d FROM stock GROUP BY ALL HAVING count(*) > 1
)
SELECT arg_max(s.cell, (s.signed_key, s.cell)) AS latest, arg_max(s.value, (s.signed_key, s.cell)) AS shown,
  arg_min(s.value, (s.signed_key, s.cell)) AS other, x.d, count(DISTINCT s.source) AS documents, list(s.cell) AS cells,
  string_agg(DISTINCT s.source::VARCHAR, '|') AS sources, string_agg(DISTINCT s.locator, '|') FILTER (s.locator <> '') AS locators
FROM precision x JOIN stock s USING (key, end_day)
GROUP BY x.key, x.end_day, x.d
HAVING min(round(s.value, x.d)) <> max(round(s.value, x.d))`;

/** What the shown figure was before a revision is told as that already. */
const TOLD = `
DELETE FROM unlike WHERE EXISTS (
  SELECT 1 FROM several s WHERE s.cell = unlike.latest AND round(s.value, unlike.d) = round(unlike.other, unlike.d))`;

export const SAME_DAY_STEPS: readonly string[] = [
  CHECK,
  TOLD,
  issueInsert(
    {
      ...ABOUT,
      id: ID,
      code: CODE,
      source: 'x.sources',
      locator: "coalesce(x.locators, '')",
      expected: 'x.shown',
      found: 'x.other',
      decimals: 'x.d',
      about: "'same-day'",
    },
    UNLIKE,
  ),
  shownParts(ID, 'x.cells', UNLIKE),
  'DROP TABLE unlike',
];

/** Where several statements of one key stand: equal, in conflict, revised, or counted otherwise. */
import { aboutKey, ISSUE_TABLES, issueId, issueInsert, partInsert } from './insert.ts';

/** Equal or different at the coarser printed precision, per source; D rows only against D rows, counts against counts. */
const WITHIN_SOURCE = `
CREATE TEMP TABLE agreement AS
WITH fit AS (
  SELECT *, CASE WHEN status IN ('D', 'E') THEN status ELSE '' END AS otherwise FROM several WHERE value IS NOT NULL
), grouped AS (
  SELECT cell, source, bound, otherwise, min(decimals) AS d
  FROM fit GROUP BY ALL HAVING count(*) > 1
), spread AS (
  SELECT g.cell, g.source, g.bound, g.otherwise, g.d, min(round(f.value, g.d)) AS low,
    max(round(f.value, g.d)) AS high, arg_min(f.value, f.row) AS first_value, list(f.row) AS rows,
    string_agg(DISTINCT f.locator, '|') AS locators
  FROM grouped g JOIN fit f USING (cell, source, bound, otherwise) GROUP BY ALL
)
SELECT *, CASE WHEN low = high THEN 'DUPLICATE_STATEMENT' ELSE 'INTERNAL_CONFLICT' END AS code,
  CASE WHEN first_value = low THEN high ELSE low END AS other
FROM spread`;

/** "hơn 90" beside 85, "ít nhất 5" beside "không quá 3": an exact figure outside a bound of the same document. */
const BOUND_BROKEN = `
INSERT INTO agreement
SELECT a.cell, a.source, b.bound, 'bound' AS otherwise, least(a.decimals, b.decimals) AS d, a.value AS low,
  b.value AS high, a.value AS first_value, [a.row, b.row] AS rows,
  concat_ws('|', nullif(a.locator, ''), nullif(nullif(b.locator, a.locator), '')) AS locators,
  'INTERNAL_CONFLICT' AS code, b.value AS other
FROM several a JOIN several b ON b.cell = a.cell AND b.source = a.source AND b.row <> a.row
WHERE a.value IS NOT NULL AND b.value IS NOT NULL AND (a.status = 'D') = (b.status = 'D') AND a.status <> 'E' AND b.status <> 'E'
  AND ((a.bound = '' AND (b.bound = '>' AND a.value <= b.value OR b.bound = '>=' AND a.value < b.value
      OR b.bound = '<' AND a.value >= b.value OR b.bound = '<=' AND a.value > b.value))
    OR (a.bound IN ('>', '>=') AND b.bound IN ('<', '<=') AND a.value > b.value))
QUALIFY row_number() OVER (PARTITION BY a.cell, a.source ORDER BY a.row, b.row) = 1`;

/** What a unit reports, unlike what is counted from its records. */
const REPORTED = 'source NOT IN (SELECT source FROM source WHERE counts_records)';

/** The latest signed source says something else than an earlier one. */
const BETWEEN_SOURCES = `
CREATE TEMP TABLE revision AS
WITH per_source AS (
  SELECT cell, source, arg_min(value, row) AS value, arg_min(bound, row) AS bound, min(decimals) AS d,
    min(row) AS row, any_value(signed_key) AS signed_key
  FROM several WHERE value IS NOT NULL AND status NOT IN ('E', 'D') AND ${REPORTED} GROUP BY cell, source
), precision AS (
  SELECT cell, min(d) AS d FROM per_source GROUP BY cell HAVING count(*) > 1
)
SELECT p.cell, x.d, arg_max(p.value, (p.signed_key, -p.row)) AS latest, arg_min(p.value, (p.signed_key, -p.row)) AS oldest
FROM precision x JOIN per_source p USING (cell)
GROUP BY p.cell, x.d
HAVING min(round(p.value, x.d)) <> max(round(p.value, x.d)) OR count(DISTINCT p.bound) > 1`;

/** What a unit reports beside what its records give. */
const RECOUNT = `
CREATE TEMP TABLE recount AS
SELECT cell, arg_max(value, (signed_key, -row)) FILTER (${REPORTED}) AS reported,
  arg_max(value, -row) FILTER (NOT (${REPORTED})) AS counted, list(row) AS rows,
  string_agg(DISTINCT source::VARCHAR, '|') FILTER (${REPORTED}) AS sources
FROM several WHERE value IS NOT NULL AND status NOT IN ('E', 'D') AND bound = '' GROUP BY cell
HAVING reported IS NOT NULL AND counted IS NOT NULL AND reported <> counted`;

/** A count from a list against the printed figure in the same document. */
const LIST_COUNT = `
CREATE TEMP TABLE list_count AS
SELECT cell, source, arg_min(value, row) FILTER (status = 'E') AS counted,
  arg_min(value, row) FILTER (status <> 'E' AND bound = '') AS printed, list(row) AS rows,
  string_agg(DISTINCT locator, '|') AS locators
FROM several WHERE value IS NOT NULL GROUP BY cell, source
HAVING counted IS NOT NULL AND printed IS NOT NULL AND counted <> printed`;

const ABOUT = aboutKey('c', 'measure');
const { unit, body, period, subject, breakdown, category, kind } = ABOUT;
const idOf = (code: string, ...more: string[]) =>
  issueId(code, unit, body, period, subject, breakdown, category, kind, ...more);

const AGREEMENT_ID = idOf('a.code', 'a.source::VARCHAR', 'a.bound', 'a.otherwise');
const AGREED = 'agreement a JOIN cell c USING (cell)';
const REVISED_ID = idOf("'REVISED'", "''");
const REVISION = 'revision r JOIN cell c USING (cell)';
const LIST_ID = idOf("'LIST_COUNT_MISMATCH'", 'l.source::VARCHAR');
const LISTED = 'list_count l JOIN cell c USING (cell)';

const RECOUNT_ID = idOf("'RECORDS_DIFFER'", 'l.sources');
const RECOUNTED = 'recount l JOIN cell c USING (cell)';

const ISSUES = [
  issueInsert(
    {
      ...ABOUT,
      id: AGREEMENT_ID,
      code: 'a.code',
      source: 'a.source::VARCHAR',
      locator: 'a.locators',
      expected: 'a.first_value',
      found: 'a.other',
      decimals: 'a.d',
    },
    AGREED,
  ),
  partInsert(AGREEMENT_ID, 'unnest(a.rows)', AGREED),
  issueInsert(
    {
      ...ABOUT,
      id: REVISED_ID,
      code: "'REVISED'",
      source: 'c.sources',
      locator: 'c.locators',
      expected: 'r.latest',
      found: 'r.oldest',
      decimals: 'r.d',
    },
    REVISION,
  ),
  partInsert(REVISED_ID, 's.row', `${REVISION} JOIN several s ON s.cell = c.cell`),
  issueInsert(
    {
      ...ABOUT,
      id: LIST_ID,
      code: "'LIST_COUNT_MISMATCH'",
      source: 'l.source::VARCHAR',
      locator: 'l.locators',
      expected: 'l.printed',
      found: 'l.counted',
      decimals: '0',
    },
    LISTED,
  ),
  partInsert(LIST_ID, 'unnest(l.rows)', LISTED),
  issueInsert(
    {
      ...ABOUT,
      id: RECOUNT_ID,
      code: "'RECORDS_DIFFER'",
      source: 'l.sources',
      expected: 'l.reported',
      found: 'l.counted',
      decimals: '0',
    },
    RECOUNTED,
  ),
  partInsert(RECOUNT_ID, 'unnest(l.rows)', RECOUNTED),
];

/** A key in conflict inside the shown source is shown, but stays out of sums, ranks and verdicts. */
const CONFLICTS = `
UPDATE cell SET conflict = true FROM agreement a
WHERE a.cell = cell.cell AND a.source = cell.source AND a.code = 'INTERNAL_CONFLICT'`;

/** A cell goes by its first statement; of several the first that has the shown value takes part in its place. */
const SHOWN_ROW = `
CREATE TABLE shown_row AS
SELECT c.cell, min(s.row) AS row FROM cell c JOIN several s USING (cell)
WHERE s.value = c.value GROUP BY c.cell HAVING min(s.row) <> c.cell`;

export const AGREEMENT_STEPS: readonly string[] = [
  ...ISSUE_TABLES,
  WITHIN_SOURCE,
  BOUND_BROKEN,
  BETWEEN_SOURCES,
  LIST_COUNT,
  RECOUNT,
  ...ISSUES,
  CONFLICTS,
  SHOWN_ROW,
  ...['agreement', 'revision', 'list_count', 'recount'].map((name) => `DROP TABLE ${name}`),
];

/** The same where no two statements share a key. */
export const NO_AGREEMENT_STEPS: readonly string[] = [...ISSUE_TABLES, SHOWN_ROW];

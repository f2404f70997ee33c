/**
 * Statements of one key → one cell with one value (docs/figures.md, 3).
 *
 * A key is unit, body, period, measure, breakdown, category, kind. `cell` holds one row per key; its id is
 * the first statement's row. A stock stated at a period's last day and at the period itself are one key.
 */

import { NO_CATEGORIES } from './derive.ts';
import { CELL_KEY, keyOf } from './key.ts';

/** The period that a stock stated at its last day belongs to: one of the same figure, source or unit, the longest. */
const DAY_STOCK = `
CREATE TEMP TABLE day_stock AS
WITH days AS (
  SELECT o.row, o.unit, o.measure, o.breakdown, o.category, o.kind, o.source, p.end_day
  FROM observation o
  JOIN period p ON p.period = o.period AND p.grain = 'day'
  JOIN measure m ON m.measure = o.measure AND m.temporal = 'stock'
)
SELECT d.row, o.period AS as_period
FROM days d
JOIN observation o ON o.unit = d.unit
JOIN period p ON p.period = o.period AND p.grain <> 'day' AND p.end_day = d.end_day
QUALIFY row_number() OVER (PARTITION BY d.row ORDER BY
  (o.measure = d.measure AND o.breakdown = d.breakdown AND o.category = d.category AND o.kind = d.kind) DESC,
  o.source = d.source DESC, o.period) = 1`;

/** The key of a statement `o`, with the period that it counts for. */
const KEY = keyOf('o', CELL_KEY).replace('o.period', 'coalesce(d.as_period, o.period) AS period');

/**
 * Statements that are not the first of their key, with the first. Grouping a million rows by seven keys takes most of
 * the memory of all this: a hash of them finds the few that may share one.
 */
const TWINS = `
CREATE TEMP TABLE twin AS
WITH keyed AS (
  SELECT o.row, ${KEY} FROM observation o LEFT JOIN day_stock d ON d.row = o.row
), hashed AS (
  SELECT *, hash(${CELL_KEY}) AS key FROM keyed
), alike AS (
  SELECT * FROM hashed WHERE key IN (SELECT key FROM hashed GROUP BY key HAVING count(*) > 1)
)
SELECT row, min(row) OVER (PARTITION BY ${CELL_KEY}) AS cell FROM alike QUALIFY cell <> row`;

/** Results signed before their period was over are provisional, whatever the row says. */
const STATEMENT = `
CREATE TABLE statement AS
  SELECT o.row, o.unit, o.body, coalesce(d.as_period, o.period) AS period, o.period AS stated_period,
    o.measure, o.breakdown, o.category, o.kind, o.value, o.bound,
    CASE WHEN o.status = 'A' AND o.kind = '' AND coalesce(m.temporal, 'flow') <> 'none'
      AND s.signed_last < CASE WHEN s.cutoff = 'day14' THEN p.end_day14 ELSE p.end_day END
      THEN 'P'::status_t ELSE o.status END AS status,
    o.as_of, o.source, o.locator, o.printed, o.note, o.decimals, o.file, o.line,
    coalesce(s.signed_key, '') AS signed_key, coalesce(s.cutoff, 'calendar'::cutoff_t) AS cutoff,
    coalesce(t.cell, o.row) AS cell
  FROM observation o
  JOIN period p ON p.period = o.period
  LEFT JOIN source s ON s.source = o.source
  LEFT JOIN measure m ON m.measure = o.measure
  LEFT JOIN day_stock d ON d.row = o.row
  LEFT JOIN twin t ON t.row = o.row`;

/** Statements that share their key with others. */
const SEVERAL = `
CREATE TABLE several AS
SELECT s.* FROM statement s WHERE s.cell IN (SELECT cell FROM twin)`;

/**
 * The shown statement of a key: one with a value, printed before counted, latest signed, fit before unfit,
 * first in the file. \`cats\` (a hash of their set) and \`complete\` matter only for cells derived from categories.
 */
const CELL = `
CREATE TABLE cell AS
WITH first AS (
  SELECT * FROM statement WHERE cell NOT IN (SELECT cell FROM several)
  UNION ALL
  SELECT * FROM several
  QUALIFY row_number() OVER (PARTITION BY cell
    ORDER BY value IS NULL, status = 'E', signed_key DESC, status IN ('D', 'U'), row) = 1
), places AS (
  SELECT cell, string_agg(DISTINCT source::VARCHAR, '|') FILTER (source <> '') AS sources,
    string_agg(DISTINCT locator, '|') FILTER (locator <> '') AS locators
  FROM several GROUP BY cell
)
SELECT f.cell, ${keyOf('f', CELL_KEY)}, f.value, NULL::DOUBLE AS high, f.bound, f.status, f.as_of,
  f.decimals, f.source, coalesce(p.sources, f.source::VARCHAR) AS sources,
  coalesce(p.locators, f.locator) AS locators, false AS conflict, false AS derived,
  ${NO_CATEGORIES}, f.locator AS locator, f.cutoff
FROM first f LEFT JOIN places p USING (cell)`;

/** ">= 3" and "<= 5" of one key at one place are the range 3–5. */
const RANGES = `
UPDATE cell SET value = r.low, high = r.high, bound = '>='
FROM (
  SELECT cell, source, locator, max(value) FILTER (bound = '>=') AS low, min(value) FILTER (bound = '<=') AS high
  FROM several WHERE bound IN ('>=', '<=') GROUP BY cell, source, locator
) r
WHERE cell.cell = r.cell AND cell.source = r.source AND cell.locator = r.locator
  AND r.low IS NOT NULL AND r.high IS NOT NULL AND r.low <= r.high`;

/** Breakdowns that no categories table names have the categories that occur. */
const UNNAMED = `
INSERT INTO breakdown_size
SELECT breakdown, count(*) FROM (
  SELECT DISTINCT breakdown, category FROM observation
  WHERE breakdown <> '' AND breakdown NOT IN (SELECT breakdown FROM breakdown_size)
) GROUP BY breakdown`;

const NO_DAY_STOCK = 'CREATE TEMP TABLE day_stock (row INTEGER, as_period period_t)';

/** Which statements share their key; most packages state nothing of a single day. */
export const keySteps = (hasDays: boolean): readonly string[] => [
  UNNAMED,
  hasDays ? DAY_STOCK : NO_DAY_STOCK,
  TWINS,
];
export const REPEATED = 'SELECT count(*) AS n FROM twin';

export const CELL_STEPS: readonly string[] = [
  STATEMENT,
  'DROP TABLE observation', // `statement` holds every row of it
  'DROP TABLE day_stock',
  SEVERAL,
  'DROP TABLE twin',
  CELL,
];

/** Where some statements share their key. */
export const RANGE_STEPS: readonly string[] = [RANGES];

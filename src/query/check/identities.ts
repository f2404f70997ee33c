/** Sums that must hold (docs/figures.md, 4): at one place first, then across places. */
import { exactlyStated } from '../prepare/exact.ts';
import { sameKey } from '../prepare/key.ts';
import { aboutKey, issueId, issueInsert, partInsert } from './insert.ts';

const SIDES = `
  sum(o.sign * p.value) FILTER (o.side = 't') AS total,
  sum(o.sign * p.value) FILTER (o.side = 'p') AS parts,
  count(*) FILTER (o.side = 't' AND NOT o.optional) AS t_have,
  count(*) FILTER (o.side = 'p' AND NOT o.optional) AS p_have,
  count(*) FILTER (o.side = 'p' AND NOT o.optional AND o.sign < 0) AS negative_have,
  count(*) FILTER (o.optional AND (o.side = 'p') = (o.sign > 0)) AS raisers_have,
  count(*) FILTER (o.optional AND (o.side = 'p') = (o.sign < 0)) AS lowerers_have,
  max(p.decimals) AS decimals, list(p.row) AS rows`;

/** Binary sums of decimal figures differ in their last bits only. */
const TOLERANCE = '1e-6';

/**
 * Complete: unequal is an error unless a missing optional operand (>= 0) would close the gap. Incomplete:
 * unchecked, unless what is there already exceeds the total and nothing missing could lower it.
 */
const VERDICT = `CASE
  WHEN s.t_have < i.t_required THEN NULL
  WHEN s.p_have = i.p_required AND i.relation = '=' AND abs(s.total - s.parts) <= ${TOLERANCE} THEN 'OK'
  WHEN s.p_have = i.p_required AND i.relation = '<=' AND s.parts - s.total <= ${TOLERANCE} THEN 'OK'
  WHEN s.p_have = i.p_required AND s.total > s.parts AND s.raisers_have < i.raisers THEN 'PART_MISSING'
  WHEN s.p_have = i.p_required AND s.total < s.parts AND s.lowerers_have < i.lowerers THEN 'PART_MISSING'
  WHEN s.p_have = i.p_required AND i.relation = '=' THEN 'SUM_MISMATCH'
  WHEN s.p_have + s.raisers_have > 0 AND s.parts - s.total > ${TOLERANCE}
    AND s.negative_have = i.p_negative AND s.lowerers_have = i.lowerers THEN 'PART_EXCEEDS_TOTAL'
END`;

/** One statement per measure and place; bounded figures ("hơn 21") cannot be added up. */
const PLACED = `
CREATE TABLE placed AS
SELECT s.unit, s.body, s.period, s.measure, s.breakdown, s.category, s.kind, s.source, s.locator,
  s.value, s.decimals, s.row
FROM statement s
WHERE s.value IS NOT NULL AND s.bound = ''
  AND s.measure IN (SELECT measure FROM identity_operand)
QUALIFY row_number() OVER (
  PARTITION BY unit, body, period, measure, breakdown, category, kind, source, locator
  ORDER BY status = 'E', row) = 1`;

const AT_PLACE = `
CREATE TABLE sum_check AS
WITH s AS (
  SELECT o.identity, p.unit, p.body, p.period, p.breakdown, p.category, p.kind, p.source::VARCHAR AS source,
    p.locator, ${SIDES}
  FROM placed p JOIN identity_operand o USING (measure)
  GROUP BY ALL HAVING total IS NOT NULL AND parts IS NOT NULL
)
SELECT s.*, ${VERDICT} AS verdict, s.p_have = i.p_required AND s.t_have = i.t_required AS complete
FROM s JOIN identity i USING (identity) WHERE verdict IS NOT NULL`;

const SAME_KEY = sameKey('c', 's', 'identity, unit, body, period, breakdown, category, kind');

const ACROSS = `
INSERT INTO sum_check
WITH s AS (
  SELECT o.identity, p.unit, p.body, p.period, p.breakdown, p.category, p.kind, '' AS source, '' AS locator,
    ${SIDES}
  FROM (SELECT *, cell AS row FROM cell c WHERE ${exactlyStated('c')}) p
  JOIN identity_operand o USING (measure)
  GROUP BY ALL HAVING total IS NOT NULL AND parts IS NOT NULL
)
SELECT s.*, ${VERDICT} AS verdict, s.p_have = i.p_required AND s.t_have = i.t_required AS complete
FROM s JOIN identity i USING (identity)
WHERE verdict IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM sum_check c WHERE ${SAME_KEY} AND (c.complete OR c.verdict <> 'OK'))`;

/** A document whose own figures add up is not at fault where a later one has revised one of them. */
const HOLDS_IN_A_DOCUMENT = `
DELETE FROM sum_check WHERE source = '' AND verdict <> 'OK' AND EXISTS (
  SELECT 1 FROM (
    WITH failed AS (SELECT * EXCLUDE (source) FROM sum_check WHERE source = '' AND verdict <> 'OK'),
    own AS (
      SELECT f.identity, p.* FROM failed f
      JOIN identity_operand o USING (identity)
      JOIN placed p ON ${sameKey('p', 'f', 'unit, body, period, breakdown, category, kind')} AND p.measure = o.measure
      QUALIFY row_number() OVER (PARTITION BY f.identity, p.unit, p.body, p.period, p.breakdown, p.category, p.kind,
        p.measure, p.source ORDER BY p.row) = 1
    ), s AS (
      SELECT o.identity, p.unit, p.body, p.period, p.breakdown, p.category, p.kind, p.source, ${SIDES}
      FROM own p JOIN identity_operand o USING (identity, measure)
      GROUP BY ALL HAVING total IS NOT NULL AND parts IS NOT NULL
    )
    SELECT s.* FROM s JOIN identity i USING (identity) WHERE s.p_have = i.p_required AND ${VERDICT} = 'OK'
  ) c WHERE ${sameKey('c', 'sum_check', 'identity, unit, body, period, breakdown, category, kind')})`;

/** Categories at one place against the total there, in the same document, or else against the total's cell. */
const CATEGORY_SUMS = `
CREATE TEMP TABLE category_check AS
WITH shown AS (
  SELECT unit, body, period, measure, kind, value, cell FROM cell c WHERE breakdown = '' AND ${exactlyStated('c')}
), at_place AS (
  SELECT i.identity, p.unit, p.body, p.period, p.measure, p.kind, p.source::VARCHAR AS source, p.locator,
    sum(p.value) AS parts, count(*) AS have, max(p.decimals) AS decimals, list(p.row) AS rows, 0 AS stage
  FROM placed p
  JOIN identity_operand o ON o.measure = p.measure AND o.side = 't'
  JOIN identity i ON i.identity = o.identity AND i.breakdown = p.breakdown AND i.breakdown <> ''
  GROUP BY ALL
), across AS (
  SELECT i.identity, p.unit, p.body, p.period, p.measure, p.kind, '' AS source, '' AS locator,
    sum(p.value) AS parts, count(*) AS have, max(p.decimals) AS decimals, list(p.cell) AS rows, 1 AS stage
  FROM cell p
  JOIN identity_operand o ON o.measure = p.measure AND o.side = 't'
  JOIN identity i ON i.identity = o.identity AND i.breakdown = p.breakdown AND i.breakdown <> ''
  WHERE ${exactlyStated('p')}
  GROUP BY ALL
), of_document AS (
  SELECT unit, body, period, measure, kind, source::VARCHAR AS source, arg_min(value, row) AS value, min(row) AS row
  FROM placed WHERE breakdown = '' GROUP BY ALL
), judged AS (
  SELECT a.*, coalesce(t.value, d.value, c.value) AS total,
    coalesce(t.row, d.row, r.row, c.cell) AS total_row,
    a.have >= b.n AS complete,
    CASE
      WHEN abs(a.parts - coalesce(t.value, d.value, c.value)) <= ${TOLERANCE} THEN 'OK'
      WHEN a.parts > coalesce(t.value, d.value, c.value) AND (i.relation = '<=' OR a.have < b.n) THEN 'PART_EXCEEDS_TOTAL'
      WHEN a.have >= b.n AND i.relation = '=' THEN 'SUM_MISMATCH'
      ELSE 'OPEN'
    END AS verdict
  FROM (SELECT * FROM at_place UNION ALL SELECT * FROM across) a
  JOIN identity i USING (identity)
  JOIN breakdown_size b ON b.breakdown = i.breakdown
  LEFT JOIN placed t ON t.unit = a.unit AND t.body = a.body AND t.period = a.period AND t.measure = a.measure
    AND t.kind = a.kind AND t.breakdown = '' AND t.source::VARCHAR = a.source AND t.locator = a.locator
  LEFT JOIN of_document d ON d.unit = a.unit AND d.body = a.body AND d.period = a.period AND d.measure = a.measure
    AND d.kind = a.kind AND d.source = a.source
  LEFT JOIN shown c ON c.unit = a.unit AND c.body = a.body AND c.period = a.period AND c.measure = a.measure
    AND c.kind = a.kind
  LEFT JOIN shown_row r ON r.cell = c.cell
  WHERE coalesce(t.value, d.value, c.value) IS NOT NULL
)
SELECT * FROM judged j
WHERE j.stage = 0 OR NOT EXISTS (
  SELECT 1 FROM judged p WHERE p.stage = 0 AND (p.complete OR p.verdict NOT IN ('OK', 'OPEN'))
    AND p.identity = j.identity AND p.unit = j.unit AND p.body = j.body AND p.period = j.period
    AND p.measure = j.measure AND p.kind = j.kind)`;

const S = aboutKey('s', 'measure');
const SUM_ID = issueId(
  's.verdict',
  's.identity',
  ...[S.unit, S.body, S.period, S.breakdown, S.category, S.kind],
  's.source',
  's.locator',
);
const CATEGORY_ID = issueId(
  's.verdict',
  's.identity',
  ...[S.unit, S.body, S.period, S.kind],
  's.source',
  's.locator',
);
const FAILED = {
  code: 's.verdict',
  source: 's.source',
  locator: 's.locator',
  expected: 's.total',
  found: 's.parts',
  decimals: 's.decimals',
  about: 's.identity', // for the explanation
};
const TOTAL_OF_IDENTITY = `(SELECT identity, arg_min(measure, optional) AS measure
  FROM identity_operand WHERE side = 't' GROUP BY identity)`;
const FAILED_SUMS = "sum_check s WHERE s.verdict <> 'OK'";
const FAILED_CATEGORIES = "category_check s WHERE s.verdict NOT IN ('OK', 'OPEN')";

const ISSUES = [
  issueInsert(
    { ...S, ...FAILED, id: SUM_ID, subject: 't.measure::VARCHAR' },
    `sum_check s JOIN ${TOTAL_OF_IDENTITY} t USING (identity) WHERE s.verdict <> 'OK'`,
  ),
  partInsert(SUM_ID, 'unnest(s.rows)', FAILED_SUMS),
  issueInsert(
    { ...S, ...FAILED, id: CATEGORY_ID, breakdown: "''", category: "''" },
    FAILED_CATEGORIES,
  ),
  partInsert(CATEGORY_ID, 'unnest(list_append(s.rows, s.total_row))', FAILED_CATEGORIES),
];

export const IDENTITY_STEPS: readonly string[] = [
  PLACED,
  AT_PLACE,
  ACROSS,
  HOLDS_IN_A_DOCUMENT,
  CATEGORY_SUMS,
  ...ISSUES,
  ...['placed', 'sum_check', 'category_check'].map((name) => `DROP TABLE ${name}`),
];

/** Totals that were not stated but follow from an identity with use "derive". */
import { exact } from './exact.ts';

const NEXT_ID = '(SELECT max(cell) FROM cell) + row_number() OVER ()';
const FIT = `bool_and(${exact('c')} AND c.status NOT IN ('D', 'U'))`;

/** From which cells a derived one was added up. */
export const DERIVED_FROM = 'CREATE TABLE derived_from (cell INTEGER, part INTEGER, sign INTEGER)';

/** A cell that was not added up from categories has no set of them. */
export const NO_CATEGORIES = '0::UBIGINT AS cats, true AS complete';

/** What a derived cell is inserted as, from the sums `d`. */
export function insertDerived(columns: string): string {
  return `INSERT INTO cell SELECT d.cell, d.unit, d.body, d.period, d.measure, ${columns}, d.kind, d.value, NULL, '',
    d.status, d.as_of, d.decimals, d.source, d.sources, d.locators, false, true, d.cats, d.complete, '', d.cutoff FROM derivation d`;
}

export const REMEMBER =
  'INSERT INTO derived_from SELECT cell, unnest(rows), unnest(signs) FROM derivation';
export const FORGET = 'DROP TABLE derivation';

/** Statuses are ordered: the worst one is the least. */
export const SUMMED = `min(c.status) AS status, max(c.as_of) AS as_of, max(c.decimals) AS decimals,
  arg_min(c.source, c.cell) AS source, arg_min(c.cutoff, c.cell) AS cutoff,
  string_agg(c.sources, '|') FILTER (c.sources <> '') AS sources,
  string_agg(c.locators, '|') FILTER (c.locators <> '') AS locators, list(c.cell) AS rows`;

/** The total over a breakdown, where none is stated: the first identity that gives one. */
const FROM_CATEGORIES = `
CREATE TEMP TABLE derivation AS
WITH sums AS (
  SELECT i.position, c.unit, c.body, c.period, c.measure, c.kind, sum(c.value) AS value, ${SUMMED},
    list(1) AS signs,
    bit_xor(hash(c.category)) AS cats, count(*) >= any_value(b.n) AS complete
  FROM cell c
  JOIN identity_operand o ON o.measure = c.measure AND o.side = 't'
  JOIN identity i ON i.identity = o.identity AND i.derive AND i.breakdown <> '' AND i.breakdown = c.breakdown
  JOIN breakdown_size b ON b.breakdown = i.breakdown
  GROUP BY ALL HAVING ${FIT}
)
SELECT ${NEXT_ID} AS cell, s.* FROM sums s
WHERE NOT EXISTS (SELECT 1 FROM cell t WHERE t.unit = s.unit AND t.body = s.body AND t.period = s.period
  AND t.measure = s.measure AND t.kind = s.kind AND t.breakdown = '')
QUALIFY row_number() OVER (PARTITION BY unit, body, period, measure, kind ORDER BY NOT complete, position) = 1`;

/** The total of operands, where every required one is there and the total is not. */
const FROM_OPERANDS = `
CREATE TEMP TABLE derivation AS
WITH sums AS (
  SELECT i.position, t.measure, c.unit, c.body, c.period, c.breakdown, c.category, c.kind,
    sum(o.sign * c.value) AS value, ${SUMMED}, list(o.sign) AS signs, max(c.cats) AS cats,
    bool_and(c.complete) AND count(*) FILTER (o.optional) = any_value(i.raisers + i.lowerers) AS complete
  FROM cell c
  JOIN identity_operand o ON o.measure = c.measure AND o.side = 'p'
  JOIN identity i ON i.identity = o.identity AND i.derive AND i.breakdown = ''
  JOIN identity_operand t ON t.identity = i.identity AND t.side = 't'
  GROUP BY ALL
  HAVING ${FIT} AND count(*) FILTER (NOT o.optional) = any_value(i.p_required)
    AND min(c.cats) = max(c.cats)
)
SELECT ${NEXT_ID} AS cell, s.* FROM sums s
WHERE NOT EXISTS (SELECT 1 FROM cell t WHERE t.unit = s.unit AND t.body = s.body AND t.period = s.period
  AND t.measure = s.measure AND t.kind = s.kind AND t.breakdown = s.breakdown AND t.category = s.category)
QUALIFY row_number() OVER (
  PARTITION BY unit, body, period, measure, breakdown, category, kind ORDER BY position) = 1`;

const CATEGORIES = [FROM_CATEGORIES, insertDerived("'', ''"), REMEMBER, FORGET];
const OPERANDS = [FROM_OPERANDS, insertDerived('d.breakdown, d.category'), REMEMBER, FORGET];

/** Operands twice: a derived total may be a part of another. */
export const DERIVE_STEPS: readonly string[] = [...CATEGORIES, ...OPERANDS, ...OPERANDS];

/**
 * Periods that were not stated but follow from stated ones (docs/figures.md, 5): flows by the
 * algebra of intervals, only between equal cut-offs and complete data; stocks from a period with the same
 * end; openings from one with the same start, or from the closing stock before; loads are never added.
 */

import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { derivable, partsIn, slotOf, yearPart } from '../../model/time/period-algebra.ts';
import { FORGET, insertDerived, NO_CATEGORIES, REMEMBER, SUMMED } from './derive.ts';
import { exact, exactlyStated, RESULT_FLOWS } from './exact.ts';
import { CELL_KEY, sameKey } from './key.ts';

/** Derives flows; stocks, openings and loads follow for the periods that are then in use. */
export async function deriveOverTime(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  await engine.rows(FIT, [], signal);
  await engine.rows(STATED, [], signal);
  const found = await engine.rows<{ slots: number }>(DISTINCT_SLOTS, [], signal);
  await createRecipes(
    engine,
    data,
    found.map((row) => row.slots),
  );
  await engine.run(STEPS, signal);
}

/** Which parts of which year are stated for a key under one cut-off: few different sets in any package. */
async function createRecipes(
  engine: Engine,
  data: Dataset,
  found: readonly number[],
): Promise<void> {
  const targets = [
    ...new Set([...data.periods.values()].flatMap((period) => yearPart(period) ?? [])),
  ];
  const rows = found.flatMap((slots) =>
    derivable(partsIn(slots), targets).flatMap(({ target, terms }) =>
      terms.map(({ part, sign }) => ({ slots, target, part, sign })),
    ),
  );
  await engine.insert('recipe', [
    { name: 'slots', type: 'integer', values: rows.map((row) => row.slots) },
    { name: 'target', type: 'integer', values: rows.map((row) => slotOf(row.target)) },
    { name: 'slot', type: 'integer', values: rows.map((row) => slotOf(row.part)) },
    { name: 'sign', type: 'integer', values: rows.map((row) => row.sign) },
  ]);
}

/** Flows that may be added and subtracted: agreed, exact, final, and not ended early by their own "as of". */
const FIT = `
CREATE TEMP TABLE fit AS
SELECT c.cell, p.year, p.slot,
  hash(c.unit, c.body, c.measure, c.breakdown, c.category, c.cutoff, p.year) AS line
FROM ${RESULT_FLOWS} AND p.slot >= 0
WHERE ${exact('c')} AND c.status IN ('A', 'E')
  AND (c.as_of = '' OR c.as_of >= CASE WHEN c.cutoff = 'day14' THEN p.end_day14 ELSE p.end_day END)`;

/** The parts of a year stated for one key under one cut-off, as a set of bits. */
const STATED = `
CREATE TEMP TABLE stated AS
SELECT line, any_value(year) AS year, min(cell) AS first, bit_or(1 << slot)::INTEGER AS slots
FROM fit GROUP BY line HAVING count(*) > 1`;
const DISTINCT_SLOTS = 'SELECT DISTINCT slots FROM stated ORDER BY slots';

const SAME_CELL = sameKey('t', 's', CELL_KEY);
const IS_NEW = `NOT EXISTS (SELECT 1 FROM cell t WHERE ${SAME_CELL})`;

/** What the recipes give; one that comes out negative is no number, and a check says why (period-sums). */
const FLOWS = `
CREATE TEMP TABLE flow AS
WITH term AS (
  SELECT g.first, w.period, r.sign, f.cell
  FROM stated g
  JOIN recipe r ON r.slots = g.slots
  JOIN period w ON w.year = g.year AND w.slot = r.target
  JOIN fit f ON f.line = g.line AND f.slot = r.slot
), total AS (
  SELECT t.first, t.period, round(sum(t.sign * c.value), max(c.decimals)) AS value, ${SUMMED}, list(t.sign) AS signs
  FROM term t JOIN cell c USING (cell)
  GROUP BY t.first, t.period
), s AS (
  SELECT k.unit, k.body, total.period, k.measure, k.breakdown, k.category, k.kind, total.* EXCLUDE (first, period)
  FROM total JOIN cell k ON k.cell = total.first
)
SELECT s.*, ${NO_CATEGORIES} FROM s WHERE ${IS_NEW}
QUALIFY row_number() OVER (
  PARTITION BY unit, body, period, measure, breakdown, category, kind ORDER BY cutoff) = 1`;

const NEXT = '(SELECT max(cell) FROM cell) + row_number() OVER ()';
const FLOW_CELLS = `CREATE TEMP TABLE derivation AS SELECT ${NEXT} AS cell, * FROM flow WHERE value >= 0`;

/** Periods for which something is known of a unit: only there are openings wanted. */
const IN_USE = `
CREATE OR REPLACE TEMP TABLE in_use AS
SELECT DISTINCT c.unit, c.body, c.period, p.start_day, p.end_day, p.day_before
FROM cell c JOIN period p ON p.period = c.period AND p.slot >= 0 WHERE c.kind = ''`;

/** Periods in which a copy is wanted: those in use, of the unit and body that a cell `c` is about. */
const USED = 'JOIN in_use u ON u.unit = c.unit AND u.body = c.body';

/** One stated cell copied to another period `u`, the first of those where `on` holds. */
function copied(
  temporal: string,
  on: string,
  { measure = 'c.measure', extra = '', into = USED } = {},
): string {
  return `
CREATE TEMP TABLE derivation AS
WITH s AS (
  SELECT c.unit, c.body, u.period, ${measure} AS measure, c.breakdown, c.category, c.kind, min(c.cell) AS origin
  FROM cell c
  JOIN period p ON p.period = c.period
  JOIN measure m ON m.measure = c.measure AND m.temporal = '${temporal}'
  ${extra}
  ${into} AND ${on}
  WHERE c.kind = '' AND ${exactlyStated('c')}
  GROUP BY ALL
), wanted AS (SELECT * FROM s WHERE ${IS_NEW})
SELECT ${NEXT} AS cell, w.* EXCLUDE (origin), c.value, c.status, c.as_of, c.decimals, c.source, c.cutoff, c.sources,
  c.locators, [c.cell] AS rows, [1] AS signs, ${NO_CATEGORIES}
FROM wanted w JOIN cell c ON c.cell = w.origin`;
}

/** A stock is as of a day: every period of the year that ends on it has the same one, in use or not. */
const STOCKS = copied('stock', 'u.end_day = p.end_day AND u.period <> c.period', {
  into: 'JOIN period u ON u.slot >= 0',
});
const OPENINGS = copied('opening', 'u.start_day = p.start_day AND u.period <> c.period');
const CLOSINGS = copied('stock', 'u.day_before = p.end_day', {
  measure: 'o.measure',
  extra: "JOIN measure o ON o.opens = c.measure::VARCHAR AND o.temporal = 'opening'",
});

/** Opening + new over a period that was itself derived, by the identity that has the load as its total. */
const LOADS = `
CREATE TEMP TABLE derivation AS
WITH s AS (
  SELECT i.position, t.measure, c.unit, c.body, c.period, c.breakdown, c.category, c.kind,
    sum(o.sign * c.value) AS value, ${SUMMED}, list(o.sign) AS signs
  FROM cell c
  JOIN identity_operand o ON o.measure = c.measure AND o.side = 'p'
  JOIN identity i ON i.identity = o.identity AND i.makes_load
  JOIN identity_operand t ON t.identity = i.identity AND t.side = 't'
  WHERE c.kind = ''
  GROUP BY ALL
  HAVING bool_and(${exact('c')} AND c.status NOT IN ('D', 'U'))
    AND count(*) FILTER (NOT o.optional) = any_value(i.p_required) AND bool_or(c.derived)
)
SELECT ${NEXT} AS cell, s.*, ${NO_CATEGORIES} FROM s WHERE ${IS_NEW}
QUALIFY row_number() OVER (
  PARTITION BY unit, body, period, measure, breakdown, category, kind ORDER BY position) = 1`;

const INSERT = [insertDerived('d.breakdown, d.category'), REMEMBER, FORGET];

const STEPS: readonly string[] = [
  FLOWS,
  FLOW_CELLS,
  ...['fit', 'stated', 'recipe', 'flow'].map((name) => `DROP TABLE ${name}`),
  ...INSERT,
  IN_USE,
  STOCKS,
  ...INSERT,
  OPENINGS,
  ...INSERT,
  CLOSINGS,
  ...INSERT,
  LOADS,
  ...INSERT,
  'DROP TABLE in_use',
];

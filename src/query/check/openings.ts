/** What a period opens with against what the one before closed with. */

const ID = `concat_ws('~', 'OPENING_MISMATCH', c.unit::VARCHAR, c.body::VARCHAR, c.period::VARCHAR,
  c.measure::VARCHAR, c.breakdown::VARCHAR, c.category::VARCHAR)`;

/** Stated openings beside the stated stock at the end of the day before, under one cut-off. */
const CHECK = `
CREATE TEMP TABLE opening_check AS
SELECT c.cell, s.cell AS closing, c.value AS opened, s.value AS closed
FROM cell c
JOIN measure o ON o.measure = c.measure AND o.temporal = 'opening' AND o.opens <> ''
JOIN period p ON p.period = c.period
JOIN period q ON q.end_day = p.day_before
JOIN cell s ON s.period = q.period AND s.measure::VARCHAR = o.opens AND s.unit = c.unit AND s.body = c.body
  AND s.breakdown = c.breakdown AND s.category = c.category AND s.cutoff = c.cutoff
WHERE c.kind = '' AND s.kind = '' AND c.value <> s.value AND c.bound = '' AND s.bound = ''
  AND NOT c.conflict AND NOT s.conflict AND NOT c.derived AND NOT s.derived AND s.status <> 'P'
QUALIFY row_number() OVER (PARTITION BY c.cell ORDER BY s.period) = 1`;

export const OPENING_STEPS: readonly string[] = [
  CHECK,
  `INSERT INTO issue SELECT ${ID}, 'OPENING_MISMATCH', c.unit::VARCHAR, c.body::VARCHAR, c.period::VARCHAR,
    c.measure::VARCHAR, c.breakdown::VARCHAR, c.category::VARCHAR, '', c.sources, c.locators,
    k.closed, k.opened, c.decimals, '', ''
   FROM opening_check k JOIN cell c USING (cell)`,
  `INSERT INTO issue_part SELECT ${ID}, unnest([k.cell, k.closing]) FROM opening_check k JOIN cell c USING (cell)`,
];

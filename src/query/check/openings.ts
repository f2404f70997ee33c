/** What a period opens with against what the one before closed with. */
import { exactlyStated } from '../prepare/exact.ts';
import { aboutKey, issueId, issueInsert, shownParts } from './insert.ts';

const { kind: _, ...ABOUT } = aboutKey('c', 'measure');
const { unit, body, period, subject, breakdown, category } = ABOUT;
const ID = issueId("'OPENING_MISMATCH'", unit, body, period, subject, breakdown, category);
const CHECKED = 'opening_check k JOIN cell c USING (cell)';

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
WHERE c.kind = '' AND s.kind = '' AND c.value <> s.value AND ${exactlyStated('c')} AND ${exactlyStated('s')}
  AND s.status <> 'P'
QUALIFY row_number() OVER (PARTITION BY c.cell ORDER BY s.period) = 1`;

export const OPENING_STEPS: readonly string[] = [
  CHECK,
  issueInsert(
    {
      ...ABOUT,
      id: ID,
      code: "'OPENING_MISMATCH'",
      source: 'c.sources',
      locator: 'c.locators',
      expected: 'k.closed',
      found: 'k.opened',
      decimals: 'c.decimals',
    },
    CHECKED,
  ),
  shownParts(ID, '[k.cell, k.closing]', CHECKED),
  'DROP TABLE opening_check',
];

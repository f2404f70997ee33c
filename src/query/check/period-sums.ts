/** Stated sub-periods of a flow, their sum and each, against the stated period around them, between equal cut-offs and final data. */

import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { tilings } from '../../model/time/tilings.ts';
import { exactlyStated, RESULT_FLOWS } from '../prepare/exact.ts';

import { sameKey } from '../prepare/key.ts';
import { aboutKey, issueId, issueInsert, shownParts } from './insert.ts';

/** Adds an issue for every stated period that its stated parts do not add up to: one, in the fewest parts. */
export async function checkPeriodSums(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  await engine.rows(FIT, [], signal);
  await engine.rows(STATED, [], signal);
  const found = await engine.rows<{ sig: string }>(
    'SELECT DISTINCT sig FROM stated_periods',
    [],
    signal,
  );
  await createTilings(
    engine,
    data,
    found.map((row) => row.sig),
  );
  await engine.run(STEPS, signal);
}

/** Keys differ in thousands, the lists of periods stated for them in a year hardly at all. */
async function createTilings(
  engine: Engine,
  data: Dataset,
  signatures: readonly string[],
): Promise<void> {
  const rows = signatures.flatMap((sig) => {
    const periods = sig.split(',').flatMap((code) => data.periods.get(code) ?? []);
    return tilings(periods).flatMap(({ whole, parts }, variant) =>
      parts.map((part) => ({ sig, whole, variant, part, n: parts.length })),
    );
  });
  await engine.insert('tiling', [
    { name: 'sig', type: 'text', values: rows.map((row) => row.sig) },
    { name: 'whole', type: 'text', values: rows.map((row) => row.whole) },
    { name: 'variant', type: 'integer', values: rows.map((row) => row.variant) },
    { name: 'part', type: 'text', values: rows.map((row) => row.part) },
    { name: 'n', type: 'integer', values: rows.map((row) => row.n) },
  ]);
}

/** U and D are checked; what is provisional, broken off, bounded or contradicted cannot be. */
const FIT = `
CREATE TEMP TABLE fit AS
SELECT c.cell, c.unit, c.body, c.period, c.measure, c.breakdown, c.category, c.value, c.decimals, c.cutoff,
  p.start_day[1:4] AS year
FROM ${RESULT_FLOWS} AND p.grain <> 'day' AND p.start_day[1:4] = p.end_day[1:4]
WHERE ${exactlyStated('c')}
  AND c.status NOT IN ('P', 'B')`;

const KEY = 'unit, body, measure, breakdown, category, cutoff, year';

const STATED = `
CREATE TEMP TABLE stated_periods AS
SELECT ${KEY}, string_agg(period::VARCHAR, ',' ORDER BY period) AS sig
FROM fit GROUP BY ${KEY} HAVING count(*) > 2`;

const CHECK = `
CREATE TEMP TABLE period_check AS
SELECT w.cell, t.variant, w.value AS total, sum(p.value) AS parts, max(p.decimals) AS decimals,
  list(p.cell) AS rows, string_agg(t.part, '+' ORDER BY t.part) AS tiling
FROM stated_periods g
JOIN tiling t ON t.sig = g.sig
JOIN fit w ON ${sameKey('w', 'g', KEY)} AND w.period::VARCHAR = t.whole
JOIN fit p ON ${sameKey('p', 'g', KEY)} AND p.period::VARCHAR = t.part
GROUP BY w.cell, t.variant, w.value
HAVING abs(sum(p.value) - w.value) > 1e-6
QUALIFY row_number() OVER (PARTITION BY w.cell ORDER BY count(*), t.variant) = 1`;

/** A period that holds less than one inside it, where no sum has failed already: the largest inside is named. */
const FALLS = `
CREATE TEMP TABLE fall AS
WITH inside AS (
  SELECT w.period AS whole, p.period AS part, p.end_day
  FROM period w JOIN period p ON p.period <> w.period AND p.start_day >= w.start_day AND p.end_day <= w.end_day
), keyed AS (
  SELECT cell, period, value, decimals, hash(unit, body, measure, breakdown, category, cutoff) AS key FROM fit
)
SELECT w.cell, w.value AS found, w.decimals, p.cell AS inner_cell, p.value AS expected
FROM keyed w
JOIN inside i ON i.whole = w.period
JOIN keyed p ON p.period = i.part AND p.key = w.key AND p.value > w.value
WHERE w.cell NOT IN (SELECT cell FROM period_check)
QUALIFY row_number() OVER (PARTITION BY w.cell ORDER BY p.value DESC, i.end_day DESC) = 1`;

const { kind: _, ...ABOUT } = aboutKey('c', 'measure');
const { unit, body, period, subject, breakdown, category } = ABOUT;
const idOf = (code: string, ...more: string[]) =>
  issueId(code, unit, body, period, subject, breakdown, category, ...more);
const FALL_ID = idOf("'CUMULATIVE_FALLS'");
const ID = idOf("'SUM_MISMATCH'", 's.tiling');
const FAILED = 'period_check s JOIN cell c USING (cell)';
const FALLEN = 'fall f JOIN cell c USING (cell)';
const PLACE = { source: 'c.sources', locator: 'c.locators' };

const STEPS: readonly string[] = [
  CHECK,
  issueInsert(
    {
      ...ABOUT,
      ...PLACE,
      id: ID,
      code: "'SUM_MISMATCH'",
      expected: 's.total',
      found: 's.parts',
      decimals: 's.decimals',
      about: 's.tiling',
    },
    FAILED,
  ),
  shownParts(ID, 'list_append(s.rows, s.cell)', FAILED),
  FALLS,
  issueInsert(
    {
      ...ABOUT,
      ...PLACE,
      id: FALL_ID,
      code: "'CUMULATIVE_FALLS'",
      expected: 'f.expected',
      found: 'f.found',
      decimals: 'f.decimals',
    },
    FALLEN,
  ),
  shownParts(FALL_ID, '[f.cell, f.inner_cell]', FALLEN),
  ...['fit', 'stated_periods', 'tiling', 'period_check', 'fall'].map(
    (name) => `DROP TABLE ${name}`,
  ),
];

/** Codes of issues → flags on every figure that takes part; then the table `figure` that views ask. */

/** What a reader found: attached to the statements it names; without a measure it is about a document. */
const FINDINGS = [
  `CREATE TEMP TABLE finding_id AS SELECT *, concat_ws('~', code, unit, period, measure, source, locator,
    'finding', row_number() OVER (PARTITION BY code, unit, period, measure, source, locator ORDER BY n)) AS id
   FROM finding`,
  `INSERT INTO issue SELECT id, code, unit, '', period, measure, '', '', '', source, locator, NULL, NULL, NULL,
    'finding', note FROM finding_id`,
  `INSERT INTO issue_part SELECT f.id, s.row FROM finding_id f JOIN statement s
    ON s.measure::VARCHAR = f.measure AND (f.unit = '' OR s.unit::VARCHAR = f.unit)
    AND (f.period = '' OR s.period::VARCHAR = f.period OR s.stated_period::VARCHAR = f.period)
    AND (f.source = '' OR s.source::VARCHAR = f.source) AND (f.locator = '' OR s.locator = f.locator)`,
];

/** A derived cell carries the flags of everything it was made of, however far down. */
const CELL_FLAG = [
  `CREATE TABLE cell_flag AS
   WITH RECURSIVE flagged(cell, code) AS (
     SELECT DISTINCT s.cell, i.code
     FROM issue_part p JOIN issue i USING (id) JOIN statement s USING (row)
     UNION SELECT d.cell, f.code FROM flagged f JOIN derived_from d ON d.part = f.cell
   )
   SELECT cell, code FROM flagged
   UNION SELECT cell, 'DERIVED' FROM derived_from
   UNION SELECT cell, 'PART_MISSING' FROM cell WHERE derived AND NOT complete`,
];

const KEY = 'indicator, unit, body, period, breakdown, category, kind';

/**
 * A doubtful count makes every rate of it doubtful; a percentage that does not fit its counts concerns that
 * percentage and the counts alone. Fewer than 30 cases: a proportion says little (METHODS).
 */
const RATE_FLAG = `
CREATE TEMP TABLE rate_flag AS
SELECT r.rate, f.code FROM rate_part p JOIN cell_flag f USING (cell) JOIN rate_raw r USING (${KEY})
  WHERE f.code NOT LIKE 'PCT_%'
UNION SELECT rate, coalesce(verdict, 'PCT_MISMATCH') FROM percent_check WHERE coalesce(verdict, '') <> 'OK'
UNION SELECT r.rate, f.code FROM rate_raw r JOIN cell_flag f ON f.cell = r.reported_cell
  WHERE f.code NOT LIKE 'PCT_%'
UNION SELECT rate, 'PART_MISSING' FROM rate_raw WHERE part_missing
UNION SELECT rate, 'NO_DENOMINATOR' FROM rate_raw WHERE computed IS NULL AND reported IS NOT NULL
UNION SELECT rate, 'SMALL_N' FROM rate_raw
  WHERE computed IS NOT NULL AND has_denominator AND scale = 100 AND denominator < 30
UNION SELECT r.rate, i.code FROM rate_raw r JOIN issue i ON i.about = 'finding' AND i.subject = r.indicator::VARCHAR
  AND (i.unit = '' OR i.unit = r.unit::VARCHAR) AND (i.period = '' OR i.period = r.period::VARCHAR)
  AND NOT EXISTS (SELECT 1 FROM issue_part p WHERE p.id = i.id)`;

const FLAG_LISTS = [
  `CREATE TEMP TABLE cell_flags AS SELECT cell, string_agg(code, ' ' ORDER BY code) AS flags FROM cell_flag GROUP BY cell`,
  `CREATE TEMP TABLE rate_flags AS SELECT rate, string_agg(code, ' ' ORDER BY code) AS flags FROM rate_flag GROUP BY rate`,
];

const ABSENT_STATUS = (rank: string) =>
  `CASE ${rank} WHEN 1 THEN 'SUPPRESSED' WHEN 2 THEN 'NOT_APPLICABLE' WHEN 3 THEN 'NOT_REPORTED' END`;

/** One row per figure: indicators (recomputed, else reported), then measures as they stand. */
const FIGURE = `
CREATE TABLE figure AS
SELECT r.indicator AS subject, r.unit, r.body, r.period, r.breakdown, r.category, r.kind,
  coalesce(r.computed, r.reported) AS value,
  CASE WHEN r.computed IS NULL THEN r.reported_high END AS high,
  CASE WHEN r.usable AND r.has_denominator THEN r.numerator END AS numerator,
  CASE WHEN r.usable AND r.has_denominator THEN r.denominator END AS denominator,
  r.reported, r.reported_high, r.reported_decimals,
  coalesce(r.reported_bound, CASE WHEN r.computed IS NOT NULL THEN r.count_bound END, '') AS bound,
  CASE WHEN r.computed IS NOT NULL OR r.reported IS NULL
    THEN substr('QMOUDBEPA', r.worst, 1) ELSE r.reported_status END AS status,
  coalesce(greatest(r.part_as_of, r.reported_as_of), '') AS as_of,
  CASE WHEN r.computed IS NOT NULL OR r.reported IS NOT NULL THEN ''
    ELSE coalesce(${ABSENT_STATUS("coalesce(r.worst_absent, instr('QMOUDBEPA', r.reported_status))")},
      CASE WHEN r.nothing_arose THEN 'NOTHING_AROSE' ELSE 'NOT_COMPUTABLE' END) END AS absence,
  coalesce(f.flags, '') AS flags,
  concat_ws('|', r.part_sources, nullif(r.reported_sources, '')) AS sources,
  concat_ws('|', r.part_locators, nullif(r.reported_locators, '')) AS locators,
  r.computed IS NOT NULL AS computed, r.derived,
  coalesce(CASE WHEN r.computed IS NOT NULL THEN r.part_conflict ELSE r.reported_conflict END, false) AS conflict,
  r.has_numerator OR r.reported_cell IS NOT NULL AS about_subject, r.computed IS NOT NULL AND r.unfit_below AS unfit_below,
  r.cutoff
FROM rate_raw r LEFT JOIN rate_flags f USING (rate)
UNION ALL
SELECT c.measure, c.unit, c.body, c.period, c.breakdown, c.category, c.kind, c.value, c.high, NULL, NULL,
  NULL, NULL, c.decimals, c.bound, c.status, coalesce(c.as_of, ''),
  CASE WHEN c.value IS NULL
    THEN coalesce(${ABSENT_STATUS("instr('QMOUDBEPA', c.status)")}, 'NOT_COMPUTABLE') ELSE '' END,
  coalesce(f.flags, ''), coalesce(c.sources, ''), coalesce(c.locators, ''), false, c.derived, c.conflict, true, false,
  c.cutoff
FROM cell c LEFT JOIN cell_flags f USING (cell)
WHERE c.measure NOT IN (SELECT indicator FROM indicator)
ORDER BY subject, period, unit`;

const FORGET = ['rate_part', 'rate_raw', 'several'].map((name) => `DROP TABLE ${name}`);

export const FLAG_STEPS: readonly string[] = [
  ...FINDINGS,
  ...CELL_FLAG,
  RATE_FLAG,
  ...FLAG_LISTS,
  FIGURE,
  ...FORGET,
];

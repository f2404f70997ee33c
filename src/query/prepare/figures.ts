/** The table `figure` that views ask: one row per indicator and key, and per measure and key. */
import type { Engine } from '../../engine/engine.ts';
import type { Absence } from '../../model/observation.ts';
import { type Slice, slicesOf } from './slices.ts';

const NO_NUMBER = (status: string) =>
  `CASE ${status} WHEN 'Q' THEN ${absence('SUPPRESSED')} WHEN 'M' THEN ${absence('NOT_APPLICABLE')}
    WHEN 'O' THEN ${absence('NOT_REPORTED')} END`;

function absence(name: Absence | ''): string {
  return `'${name}'::absence_t`;
}

/** Makes `figure`, sorted by subject, period and unit: a question skips what is about other subjects. */
export async function createFigures(
  engine: Engine,
  signal?: AbortSignal,
  most?: number,
): Promise<void> {
  for (const [at, slice] of (await slicesOf(engine, SUBJECTS, most, signal)).entries()) {
    const into = at === 0 ? 'CREATE TABLE figure AS' : 'INSERT INTO figure';
    await engine.rows(into + figureRows(slice), [...slice.params, ...slice.params], signal);
  }
  await engine.rows(ALL_ISSUES, [], signal);
}

const SUBJECTS =
  'SELECT indicator AS subject, period FROM rate_raw UNION ALL SELECT measure, period FROM cell';

/**
 * One row per figure: indicators (recomputed, else reported), then measures as they stand. The flags are
 * those that the figure carries by itself; what checks find is added when they have run. A share of fewer
 * than 30 cases says little (docs/methods.md); hectares are no cases.
 */
function figureRows({ where }: Slice): string {
  return `
SELECT r.rate, NULL::INTEGER AS cell, r.indicator AS subject, r.unit, r.body, r.period, r.breakdown, r.category, r.kind,
  coalesce(r.computed, r.reported) AS value,
  CASE WHEN r.computed IS NULL THEN r.reported_high END AS high,
  CASE WHEN r.usable AND r.has_denominator THEN r.numerator END AS numerator,
  CASE WHEN r.usable AND r.has_denominator THEN r.denominator END AS denominator,
  r.reported, r.reported_high, r.reported_decimals,
  coalesce(r.reported_bound, CASE WHEN r.computed IS NOT NULL THEN r.count_bound END, ''::bound_t) AS bound,
  CASE WHEN r.computed IS NOT NULL OR r.reported IS NULL
    THEN r.worst ELSE r.reported_status END AS status,
  coalesce(greatest(r.part_as_of, r.reported_as_of), ''::day_t) AS as_of,
  CASE WHEN r.computed IS NOT NULL OR r.reported IS NOT NULL THEN ${absence('')}
    ELSE coalesce(${NO_NUMBER('coalesce(r.worst_absent, r.reported_status)')},
      CASE WHEN r.nothing_arose THEN ${absence('NOTHING_AROSE')} ELSE ${absence('NOT_COMPUTABLE')} END) END AS absence,
  concat_ws(' ',
    CASE WHEN r.derived AND r.computed IS NOT NULL THEN 'DERIVED' END,
    CASE WHEN r.computed IS NULL AND r.reported IS NOT NULL THEN 'NO_DENOMINATOR' END,
    CASE WHEN r.part_missing THEN 'PART_MISSING' END,
    CASE WHEN r.computed IS NOT NULL AND r.has_denominator AND r.scale = 100 AND r.counts_cases AND r.denominator < 30
      THEN 'SMALL_N' END) AS flags,
  concat_ws('|', r.part_sources, nullif(r.reported_sources, '')) AS sources,
  concat_ws('|', r.part_locators, nullif(r.reported_locators, '')) AS locators,
  r.computed IS NOT NULL AS computed, r.derived,
  coalesce(CASE WHEN r.computed IS NOT NULL THEN r.part_conflict ELSE r.reported_conflict END, false) AS conflict,
  r.has_numerator OR r.reported_cell IS NOT NULL AS about_subject, r.computed IS NOT NULL AND r.unfit_below AS unfit_below,
  r.cutoff
FROM rate_raw r
WHERE (r.has_numerator OR r.reported_cell IS NOT NULL OR r.breakdown = '') AND ${where('r.indicator', 'r.period')}
UNION ALL
SELECT NULL, c.cell, c.measure, c.unit, c.body, c.period, c.breakdown, c.category, c.kind, c.value, c.high, NULL, NULL,
  NULL, NULL, c.decimals, c.bound, c.status, c.as_of,
  CASE WHEN c.value IS NULL
    THEN coalesce(${NO_NUMBER('c.status')}, ${absence('NOT_COMPUTABLE')}) ELSE ${absence('')} END,
  concat_ws(' ', CASE WHEN c.derived THEN 'DERIVED' END, CASE WHEN c.derived AND NOT c.complete THEN 'PART_MISSING' END),
  coalesce(c.sources, ''), coalesce(c.locators, ''), false, c.derived, c.conflict, true, false,
  c.cutoff
FROM cell c
WHERE c.measure NOT IN (SELECT indicator FROM indicator) AND ${where('c.measure', 'c.period')}
ORDER BY subject, period, unit`;
}

/** Issues, and what figures carry by themselves: few cases, no counts, a part missing. */
const ALL_ISSUES = `
CREATE VIEW all_issue AS
SELECT * FROM issue
UNION ALL
SELECT concat_ws('~', x.code, f.unit::VARCHAR, f.body::VARCHAR, f.period::VARCHAR, f.subject::VARCHAR,
    f.breakdown::VARCHAR, f.category::VARCHAR, f.kind::VARCHAR),
  x.code, f.unit::VARCHAR, f.body::VARCHAR, f.period::VARCHAR, f.subject::VARCHAR, f.breakdown::VARCHAR,
  f.category::VARCHAR, f.kind::VARCHAR, f.sources, f.locators, f.denominator, f.value, f.reported_decimals,
  'figure|' || f.bound::VARCHAR, ''
FROM figure f JOIN (VALUES ('SMALL_N'), ('NO_DENOMINATOR')) x(code)
  ON contains(' ' || f.flags || ' ', ' ' || x.code || ' ')
WHERE f.about_subject AND f.kind = '' AND f.breakdown = ''`;

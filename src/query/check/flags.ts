/** Codes of issues → flags on every figure that takes part. */
import { RATE_KEY } from '../prepare/key.ts';
import { issueInsert } from './insert.ts';

/** What a finding names; a measure that does not stand at the place named is meant wherever it stands. */
const ABOUT_STATEMENT = `s.measure::VARCHAR = f.measure AND (f.unit = '' OR s.unit::VARCHAR = f.unit)
    AND (f.period = '' OR s.period::VARCHAR = f.period OR s.stated_period::VARCHAR = f.period)
    AND (f.source = '' OR s.source::VARCHAR = f.source)`;

/** What a reader found: attached to the statements it names; without a measure it is about a document. */
const FINDINGS = [
  `CREATE TEMP TABLE finding_id AS SELECT *, concat_ws('~', code, unit, period, measure, source, locator,
    'finding', row_number() OVER (PARTITION BY code, unit, period, measure, source, locator ORDER BY n)) AS id
   FROM finding`,
  issueInsert(
    {
      id: 'id',
      code: 'code',
      unit: 'unit',
      period: 'period',
      subject: 'measure',
      source: 'source',
      locator: 'locator',
      about: "'finding'",
      note: 'note',
    },
    'finding_id',
  ),
  `INSERT INTO issue_part
   SELECT f.id, s.row FROM finding_id f JOIN statement s ON ${ABOUT_STATEMENT}
   QUALIFY (f.locator = '' OR s.locator = f.locator)
     OR NOT bool_or(s.locator = f.locator) OVER (PARTITION BY f.id)`,
];

/** A derived cell carries the flags of everything it was made of, however far down. */
const CELL_FLAG = `
CREATE TEMP TABLE cell_flag AS
WITH RECURSIVE flagged(cell, code) AS (
  SELECT DISTINCT s.cell, i.code
  FROM issue_part p JOIN issue i USING (id) JOIN statement s USING (row)
  UNION SELECT d.cell, f.code FROM flagged f JOIN derived_from d ON d.part = f.cell
)
SELECT cell, code FROM flagged`;

/**
 * A doubtful count makes every rate of it doubtful; a percentage that does not fit its counts concerns that
 * percentage and the counts alone.
 */
const RATE_FLAG = `
CREATE TEMP TABLE rate_flag AS
SELECT r.rate, f.code FROM rate_part p JOIN cell_flag f USING (cell) JOIN rate_raw r USING (${RATE_KEY})
  WHERE f.code NOT LIKE 'PCT_%'
UNION SELECT rate, coalesce(verdict, 'PCT_MISMATCH') FROM percent_check WHERE coalesce(verdict, '') <> 'OK'
UNION SELECT r.rate, f.code FROM rate_raw r JOIN cell_flag f ON f.cell = r.reported_cell
  WHERE f.code NOT LIKE 'PCT_%'
UNION SELECT r.rate, i.code FROM rate_raw r JOIN issue i ON i.about = 'finding' AND i.subject = r.indicator::VARCHAR
  AND (i.unit = '' OR i.unit = r.unit::VARCHAR) AND (i.period = '' OR i.period = r.period::VARCHAR)
  AND NOT EXISTS (SELECT 1 FROM issue_part p WHERE p.id = i.id)`;

/** Flags of a figure stay sorted and single. */
function merged(table: string, id: string): string {
  return `
UPDATE figure SET flags = array_to_string(list_sort(list_distinct(
  list_concat(string_split(figure.flags, ' '), a.codes))), ' ')
FROM (SELECT ${id}, list(code) AS codes FROM ${table} GROUP BY ${id}) a WHERE figure.${id} = a.${id}`;
}

const TRIMMED = "UPDATE figure SET flags = ltrim(flags) WHERE flags LIKE ' %'";

const FORGET = ['rate_part', 'rate_raw', 'several'].map((name) => `DROP TABLE ${name}`);

export const FLAG_STEPS: readonly string[] = [
  ...FINDINGS,
  CELL_FLAG,
  RATE_FLAG,
  merged('cell_flag', 'cell'),
  merged('rate_flag', 'rate'),
  TRIMMED,
  ...FORGET,
];

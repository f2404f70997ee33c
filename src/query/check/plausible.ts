/**
 * What cannot be, whatever else is stated: counts below zero, shares above a hundred, dates out of order, data
 * of a period that was not over, names that one slip of the pen would make the same.
 *
 * Days stand in `about` ("2023-05-26|2023-06-30"), for the sentence that explains the issue.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { today } from '../../model/time/today.ts';
import { nearNames } from '../../model/writing/near-name.ts';
import { aboutKey, issueId, issueInsert, partInsert } from './insert.ts';

/** Runs after the sums: an issue that a reader has already noted at the same document is not repeated. */
export async function checkPlausible(
  engine: Engine,
  data: Dataset,
  signal?: AbortSignal,
): Promise<void> {
  await engine.run([...STEPS, notYetSigned(today())], signal);
  const pairs = nearNames(data.units);
  if (pairs.length === 0) return;
  await engine.insert('near_name', [
    { name: 'unit', type: 'text', values: pairs.map((pair) => pair.unit) },
    { name: 'other', type: 'text', values: pairs.map((pair) => pair.other) },
  ]);
  await engine.run([NEAR_NAME, 'DROP TABLE near_name'], signal);
}

const ABOUT = {
  ...aboutKey('s', 'measure', 'stated_period'),
  source: 's.source::VARCHAR',
  locator: 's.locator',
};
const PLACE = [
  ...[ABOUT.unit, ABOUT.body, ABOUT.period, ABOUT.subject],
  ...[ABOUT.breakdown, ABOUT.category, ABOUT.kind, ABOUT.source, ABOUT.locator],
].join(', ');

/** Statements for which `wrong` holds, an issue each; `about` is what its sentence needs to know. */
function suspects(code: string, wrong: string, about = "''", joined = ''): string {
  const id = issueId(`'${code}'`, PLACE, `s.row - min(s.row) OVER (PARTITION BY ${PLACE})`);
  return `SELECT ${id} AS id, '${code}' AS code, s.*, ${about} AS about FROM statement s ${joined} WHERE ${wrong}`;
}

/** Nothing that is counted can be less than none; a distance, a norm, a difference may be. */
const NEGATIVE = suspects(
  'NEGATIVE',
  `s.value < 0 AND (s.measure IN (SELECT measure FROM measure WHERE temporal <> 'none' AND NOT tells_change)
    OR s.measure IN (SELECT indicator FROM indicator
      WHERE (has_denominator OR NOT has_numerator) AND NOT may_be_negative AND NOT tells_change))`,
);

const SHARES = `(SELECT indicator FROM indicator WHERE scale = 100 AND NOT may_exceed)`;

/** A stated percentage above 100; of a computed one the counts are at fault, and their own check says so. */
const OVER_100 = suspects(
  'OVER_100',
  `s.value > 100 AND s.kind = '' AND s.measure IN ${SHARES}
    AND s.measure NOT IN (SELECT measure FROM measure)`,
);

const { kind: _, ...OF_RATE } = aboutKey('r', 'indicator');
const OVER_ID = issueId(
  "'OVER_100'",
  "'computed'",
  ...[OF_RATE.subject, OF_RATE.unit, OF_RATE.body, OF_RATE.period],
  ...[OF_RATE.breakdown, OF_RATE.category],
);

/** A share computed from its counts, more than all, where no failed sum has said so already. */
const COMPUTED_OVER_100 = [
  `CREATE TEMP TABLE suspect AS
   SELECT ${OVER_ID} AS id, r.*
   FROM rate_raw r
   WHERE r.computed > 100 + 1e-9 AND r.kind = '' AND r.scale = 100 AND r.has_denominator
     AND coalesce(r.reported, 0) <= 100
     AND NOT EXISTS (
       SELECT 1 FROM rate_part p JOIN (SELECT cell, cell AS part FROM cell UNION SELECT cell, part FROM derived_from) d USING (cell)
       JOIN statement s ON s.cell = d.part JOIN issue_part x USING (row) JOIN issue i USING (id)
       WHERE i.code IN ('PART_EXCEEDS_TOTAL', 'SUM_MISMATCH', 'NEGATIVE') AND p.indicator = r.indicator
         AND p.unit = r.unit AND p.body = r.body AND p.period = r.period AND p.breakdown = r.breakdown
         AND p.category = r.category AND p.kind = r.kind)`,
  issueInsert(
    {
      ...OF_RATE,
      id: 'r.id',
      code: "'OVER_100'",
      source: 'r.part_sources',
      locator: 'r.part_locators',
      found: 'r.computed',
      decimals: '2',
      about: "'computed'",
    },
    'suspect r',
  ),
  `INSERT INTO issue_part
   SELECT DISTINCT x.id, s.row FROM suspect x
   JOIN rate_part p USING (indicator, unit, body, period, breakdown, category, kind)
   JOIN statement s USING (cell)`,
  'DROP TABLE suspect',
];

/** What a reader noted; a date that the door refused says nothing of others in its document. */
const READ = "f.note NOT LIKE 'refused|%'";

const DAY = String.raw`\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}`;
const PRINTED_DAYS = `regexp_extract_all(s.printed, '${DAY}')`;
const parsed = (text: string) =>
  `try_strptime(regexp_replace(${text}, '\\s*[/.-]\\s*', '/', 'g'), '%d/%m/%Y')`;

/** A printed day that no calendar has, or a printed span that ends before it begins. */
const IMPOSSIBLE_DAYS = suspects(
  'BAD_DATE',
  `len(${PRINTED_DAYS}) > 0 AND (
     ${parsed(`${PRINTED_DAYS}[1]`)} IS NULL
     OR len(${PRINTED_DAYS}) = 2 AND (
       ${parsed(`${PRINTED_DAYS}[2]`)} IS NULL
       OR ${parsed(`${PRINTED_DAYS}[1]`)} > ${parsed(`${PRINTED_DAYS}[2]`)}))
   AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.code = 'BAD_DATE' AND ${READ} AND f.source = s.source::VARCHAR)`,
  "'printed'",
);

/** "As of" a day before the period began, or after the document was signed. */
const AS_OF = suspects(
  'BAD_DATE',
  `s.as_of <> '' AND (s.as_of < p.start_day AND s.cutoff = 'calendar' OR d.signed_last <> '' AND s.as_of > d.signed_last)`,
  "concat_ws('|', 'as_of', s.as_of, d.signed_key)",
  'JOIN period p ON p.period = s.period JOIN source d ON d.source = s.source',
);

/** Documents signed after they arrived. */
const RECEIVED = [
  issueInsert(
    {
      id: issueId("'BAD_DATE'", "'received'", 'd.source::VARCHAR'),
      code: "'BAD_DATE'",
      unit: 'd.unit',
      period: 'd.period',
      source: 'd.source::VARCHAR',
      about: "concat_ws('|', 'received', d.received_on, d.signed_key)",
    },
    `source d WHERE d.received_on <> '' AND d.signed_key <> ''
     AND d.received_on < d.signed_key[1:10] AND d.received_on < d.signed_first`,
  ),
];

/** Documents signed on a day that has not come yet. */
const notYetSigned = (day: string) =>
  issueInsert(
    {
      id: issueId("'BAD_DATE'", "'not_yet'", 'd.source::VARCHAR'),
      code: "'BAD_DATE'",
      unit: 'd.unit',
      period: 'd.period',
      source: 'd.source::VARCHAR',
      about: "concat_ws('|', 'not_yet', d.signed_key)",
    },
    `source d WHERE d.signed_first > '${day}' AND NOT EXISTS (
       SELECT 1 FROM issue i WHERE i.code = 'BAD_DATE' AND i.source = d.source::VARCHAR AND i.about LIKE 'received%'
     ) AND NOT EXISTS (
       SELECT 1 FROM finding f WHERE f.code = 'BAD_DATE' AND ${READ} AND f.source = d.source::VARCHAR)`,
  );

/** The last day a period's data can be from: day 14 of its last month where reports close there. */
const CLOSES = `CASE WHEN d.cutoff = 'day14' THEN p.end_day14 ELSE p.end_day END`;

/**
 * Results of a period that was not over when the document was signed: before it had begun they cannot be, later
 * they are a part of it. One issue for each document and period; a stock may count as of the day itself.
 */
const EARLY_ID = issueId('code', 'source', 'period');
const EARLY = [
  `CREATE TEMP TABLE early AS
   SELECT s.source::VARCHAR AS source, coalesce(nullif(any_value(d.unit), ''), min(s.unit::VARCHAR)) AS unit, s.stated_period::VARCHAR AS period,
     d.signed_last AS signed, any_value(p.start_day) AS starts, any_value(${CLOSES}) AS closes, list(s.row) AS rows,
     CASE WHEN d.signed_last < any_value(p.start_day) THEN 'BAD_DATE' ELSE 'PERIOD_INCOMPLETE' END AS code
   FROM statement s
   JOIN source d ON d.source = s.source AND d.signed_last <> ''
   JOIN period p ON p.period = s.stated_period
   LEFT JOIN measure m ON m.measure = s.measure
   WHERE s.kind = '' AND s.value IS NOT NULL AND CASE coalesce(m.temporal, 'flow')
       WHEN 'flow' THEN d.signed_last < ${CLOSES} WHEN 'load' THEN d.signed_last < ${CLOSES}
       WHEN 'stock' THEN d.signed_last < p.start_day ELSE false END
   GROUP BY s.source, s.stated_period, d.signed_last`,
  `DELETE FROM early WHERE EXISTS (SELECT 1 FROM finding f WHERE f.code = early.code AND ${READ} AND f.source = early.source
     AND (f.period = '' OR f.period = early.period))`,
  issueInsert(
    {
      id: EARLY_ID,
      code: 'code',
      unit: 'unit',
      period: 'period',
      source: 'source',
      about: `concat_ws('|', 'signed', signed, CASE WHEN code = 'BAD_DATE' THEN starts ELSE closes END)`,
    },
    'early',
  ),
  partInsert(EARLY_ID, 'unnest(rows)', "early WHERE code = 'BAD_DATE'"),
  'DROP TABLE early',
];

/** A note that names a document ("số 12 … ngày 05/09/2023", "40-KL/TW ngày …") dated after the signing. */
const NOTED = `(?:số|[0-9]+[-/][A-ZĐ]{2,})[^.;]{0,60}?(${DAY})`;
const NOTED_DAYS = `regexp_extract_all(s.note, '${NOTED}', 1)`;
const FUTURE = suspects(
  'FUTURE_REFERENCE',
  `d.signed_last <> '' AND s.kind = '' AND len(${NOTED_DAYS}) > 0
   AND list_max(list_transform(${NOTED_DAYS}, x -> ${parsed('x')})) > try_strptime(d.signed_last, '%Y-%m-%d')
   AND NOT EXISTS (SELECT 1 FROM finding f WHERE f.code = 'FUTURE_REFERENCE' AND f.source = s.source::VARCHAR)`,
  "concat_ws('|', 'note', d.signed_last)",
  'JOIN source d ON d.source = s.source',
);

/** Together: each by itself takes longer to be planned than to be run. */
const OF_STATEMENTS = [
  `CREATE TEMP TABLE suspect AS ${[NEGATIVE, OVER_100, IMPOSSIBLE_DAYS, AS_OF, FUTURE].join(' UNION ALL ')}`,
  issueInsert(
    {
      ...ABOUT,
      id: 's.id',
      code: 's.code',
      found: 's.value',
      decimals: 's.decimals',
      about: 's.about',
    },
    'suspect s',
  ),
  partInsert('id', 'row', 'suspect'),
  'DROP TABLE suspect',
];

const NEAR_NAME = issueInsert(
  {
    id: issueId("'NEAR_NAME'", 'unit', 'other'),
    code: "'NEAR_NAME'",
    unit: 'unit',
    about: 'other',
  },
  'near_name',
);

const STEPS: readonly string[] = [
  ...OF_STATEMENTS,
  ...COMPUTED_OVER_100, // where no negative count has said so
  ...RECEIVED,
  ...EARLY,
];

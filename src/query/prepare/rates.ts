/**
 * Indicators of every key: what the counts give, beside what was reported (docs/figures.md, 1–2).
 * `rate` has one row per indicator and key of which a numerator, a denominator or a reported rate is known.
 */
import type { Engine } from '../../engine/engine.ts';
import { RATE_KEY, sameKey } from './key.ts';
import { type Slice, slicesOf } from './slices.ts';

/** Makes `rate_part` (the counts of every rate) and `rate_raw` (what they give). */
export async function createRates(
  engine: Engine,
  signal?: AbortSignal,
  most?: number,
): Promise<void> {
  await engine.run([PARTS, STOCK_PARTS], signal);
  for (const [at, slice] of (await slicesOf(engine, SUBJECTS, most, signal)).entries()) {
    const [before] = at > 0 ? await engine.rows<{ n: number }>(MADE, [], signal) : [];
    const into = at === 0 ? 'CREATE TABLE rate_raw AS' : 'INSERT INTO rate_raw';
    const sql = into + rateRows(slice, before?.n ?? 0);
    await engine.rows(sql, [...slice.params, ...slice.params], signal);
  }
}

const MADE = 'SELECT count(*) AS n FROM rate_raw';

/** A rate that was only reported has no parts. */
const SUBJECTS = `
SELECT indicator AS subject, period FROM rate_part
UNION ALL SELECT measure, period FROM cell WHERE measure IN (SELECT indicator FROM indicator)`;

const CELL_COLUMNS = `c.cell, c.value, c.bound, c.status, c.as_of, c.conflict, c.derived, c.cats, c.complete,
  c.sources, c.locators, c.cutoff`;

const PARTS = `
CREATE TABLE rate_part AS
SELECT o.indicator, c.unit, c.body, c.period, c.breakdown, c.category, c.kind, o.side, o.sign, o.optional,
  ${CELL_COLUMNS}
FROM cell c JOIN operand o ON o.measure = c.measure AND NOT o.stock`;

const OF_WANTED = sameKey('c', 'w', 'unit, body, measure, breakdown, category, kind');

/**
 * A stock denominator is that of the period itself; where it has none, the latest at or before its end, at most a
 * year old. One that may be missing corrects the counts of its own period: another period's is never taken for it.
 */
const STOCK_PARTS = `
INSERT INTO rate_part
WITH wanted AS (
  SELECT DISTINCT r.indicator, r.unit, r.body, r.period, r.breakdown, r.category, r.kind, o.measure, o.sign,
    o.optional, p.end_day, p.year_before
  FROM rate_part r
  JOIN operand o ON o.indicator = r.indicator AND o.stock
  JOIN period p ON p.period = r.period
  WHERE r.side = 'n'
), stocks AS (
  SELECT c.*, p.end_day FROM cell c JOIN period p ON p.period = c.period
  WHERE c.value IS NOT NULL AND c.measure IN (SELECT measure FROM operand WHERE stock)
  QUALIFY row_number() OVER (
    PARTITION BY c.unit, c.body, c.measure, c.breakdown, c.category, c.kind, p.end_day ORDER BY c.derived, c.cell) = 1
), own AS (
  SELECT w.*, c.cell FROM wanted w JOIN cell c ON ${OF_WANTED} AND c.period = w.period AND c.value IS NOT NULL
), before AS (
  SELECT w.*, c.cell FROM (FROM wanted w ANTI JOIN own o USING (indicator, unit, body, period, breakdown, category, kind, measure)) w
  ASOF JOIN stocks c ON ${OF_WANTED} AND w.end_day >= c.end_day
  WHERE c.end_day >= w.year_before AND NOT w.optional
)
SELECT w.indicator, w.unit, w.body, w.period, w.breakdown, w.category, w.kind, 'd', w.sign, w.optional,
  ${CELL_COLUMNS}
FROM (FROM own UNION ALL FROM before) w JOIN cell c USING (cell)`;

/**
 * Categories behind derived totals must be the same on both sides; beside a stated total they must be all.
 * A part that is bounded ("hơn 21") or not agreed gives no rate.
 */
function rateRows({ where }: Slice, made: number): string {
  return `
WITH base AS (
  SELECT ${RATE_KEY},
    sum(sign * value) FILTER (side = 'n') AS numerator,
    sum(sign * value) FILTER (side = 'd') AS denominator,
    count(value) FILTER (side = 'n' AND NOT optional) AS n_have,
    count(value) FILTER (side = 'd' AND NOT optional) AS d_have,
    count(value) FILTER (optional) AS optional_have,
    bool_or(side = 'n') AS has_numerator,
    coalesce(bool_or(conflict), false) AS conflict,
    max(bound) AS bound, count(*) AS part_count, bool_or(derived) AS derived,
    min(cats) FILTER (NOT optional AND cats > 0) IS DISTINCT FROM max(cats) FILTER (NOT optional AND cats > 0) AS cats_differ,
    coalesce(bool_or(cats = 0 AND NOT optional), false)
      AND NOT coalesce(bool_and(complete) FILTER (NOT optional AND cats > 0), true) AS cats_clash,
    min(cats) <> max(cats) AS cats_vary,
    min(status) FILTER (NOT (optional AND value IS NULL)) AS worst,
    coalesce(bool_or(side = 'd' AND status = 'D'), false) AND NOT coalesce(bool_or(side = 'n' AND status = 'D'), false) AS unfit_below,
    min(status) FILTER (value IS NULL AND NOT optional) AS worst_absent,
    max(as_of) AS as_of, min(cutoff) AS cutoff, min(cutoff) <> max(cutoff) AS cutoffs_vary,
    string_agg(sources, '|') FILTER (sources <> '') AS sources,
    string_agg(locators, '|') FILTER (locators <> '') AS locators
  FROM rate_part WHERE ${where('indicator', 'period')} GROUP BY ${RATE_KEY}
), judged AS (
  SELECT b.*, i.scale, i.optional, i.has_denominator, i.counts_cases,
    b.n_have = i.n_required AND (i.n_required > 0 OR b.has_numerator) AND b.d_have = i.d_required
      AND NOT b.cats_differ AND NOT b.cats_clash
      AND (b.bound = '' OR (NOT i.has_denominator AND b.part_count = 1))
      AND NOT (b.conflict AND i.has_denominator) AS usable
  FROM base b JOIN indicator i USING (indicator)
), reported AS (
  SELECT c.* RENAME (measure AS indicator) FROM cell c WHERE c.measure IN (SELECT indicator FROM indicator) AND ${where('c.measure', 'c.period')}
)
SELECT ${made} + row_number() OVER () AS rate, ${RATE_KEY},
  j.numerator, j.denominator, coalesce(j.usable, false) AS usable,
  CASE WHEN NOT j.usable THEN NULL WHEN NOT j.has_denominator THEN j.numerator
    WHEN j.denominator > 0 THEN j.numerator * j.scale / j.denominator END AS computed,
  j.usable AND j.has_denominator AND j.denominator = 0 AND j.numerator = 0 AS nothing_arose,
  j.usable AND (j.optional_have < j.optional OR j.cats_vary) AS part_missing,
  coalesce(j.derived, false) AS derived, coalesce(j.has_numerator, false) AS has_numerator,
  j.bound AS count_bound, j.conflict AS part_conflict, coalesce(j.unfit_below, false) AS unfit_below, j.worst, j.worst_absent, j.as_of AS part_as_of,
  CASE WHEN j.cutoffs_vary THEN 'mixed'::cutoff_t ELSE coalesce(j.cutoff, r.cutoff) END AS cutoff,
  j.sources AS part_sources, j.locators AS part_locators, j.has_denominator, j.counts_cases, j.scale,
  r.cell AS reported_cell, r.value AS reported, r.high AS reported_high, r.bound AS reported_bound,
  r.decimals AS reported_decimals, r.status AS reported_status, r.conflict AS reported_conflict,
  r.as_of AS reported_as_of, r.sources AS reported_sources, r.locators AS reported_locators
FROM judged j FULL JOIN reported r USING (${RATE_KEY})`;
}

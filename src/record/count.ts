/**
 * Records → figures: every measure of a definition for every month, quarter, half year and year that is covered.
 *
 *   definition → series (what is counted on which day) → one query for all series of one day → months  series.ts
 *   months → periods                                                                                  figures.ts
 */
import type { Engine } from '../engine/engine.ts';
import { identifier } from '../engine/literal.ts';
import { type Covered, figuresOf, type RecordFigure } from './figures.ts';
import {
  countSql,
  gatherMonths,
  type Months,
  plansOf,
  type Series,
  seriesByDay,
  splitOf,
} from './series.ts';
import { DUCKDB } from './sql/duckdb.ts';

export interface Counting extends Covered {
  /** A table as `typed.ts` makes it. */
  readonly table: string;
}

/** @throws {EngineError} */
export async function countRecords(
  engine: Engine,
  counting: Counting,
  signal?: AbortSignal,
): Promise<RecordFigure[]> {
  const { definition, present, table } = counting;
  const plans = plansOf(counting);
  const split = splitOf(definition, present);
  const months = new Map<Series, Months>();
  for (const series of seriesByDay(plans)) {
    const sql = countSql({ series, split, from: identifier(table) }, DUCKDB);
    const rows = await engine.rows(sql, [], signal);
    const gathered = gatherMonths(series.length);
    gathered.add(rows);
    for (const [at, found] of gathered.months.entries()) months.set(series[at] as Series, found);
  }
  const units = await unitsIn(engine, table, signal);
  return plans.flatMap((plan) => figuresOf(plan, months, units, counting));
}

async function unitsIn(engine: Engine, table: string, signal?: AbortSignal): Promise<string[]> {
  const rows = await engine.rows<{ unit: string }>(
    `SELECT DISTINCT unit FROM ${identifier(table)} WHERE unit IS NOT NULL ORDER BY unit`,
    [],
    signal,
  );
  return rows.map(({ unit }) => unit);
}

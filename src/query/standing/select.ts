/** Figures of all indicators at once: the latest results, those of a year earlier, targets; and how much is to be checked. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { severityOf } from '../../model/issue.ts';
import type { Grain } from '../../model/time/period.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import type { PeriodChoice } from '../../question/scope.ts';
import {
  all,
  type Condition,
  equals,
  isSubject,
  LATEST_OF_EACH,
  noneOf,
  oneOf,
  selectFigures,
} from '../figure.ts';
import { chooseBodies, grainCondition, periodCondition } from '../scope.ts';

export interface ResultScope {
  readonly units: readonly string[] | null;
  readonly period: PeriodChoice;
  readonly grain: Grain | 'any';
}

/** Subjects that people compare; measures are counts without a judgement. */
export const INDICATORS: Condition = {
  sql: 'f.subject IN (SELECT indicator FROM indicator)',
  params: [],
};

const RESULTS = all(equals('f.kind::VARCHAR', ''), equals('f.breakdown::VARCHAR', ''));

/** The latest result of every unit and subject that meets a condition, without breakdown. */
export async function selectLatest(
  engine: Engine,
  data: Dataset,
  { units, period, grain }: ResultScope,
  about: Condition,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const where = all(
    about,
    {
      sql: "f.about_subject AND (f.value IS NOT NULL OR f.absence <> 'NOT_COMPUTABLE')",
      params: [],
    },
    RESULTS,
    oneOf('f.unit', units),
    periodCondition(data, period),
    grainCondition(grain),
  );
  return chooseBodies(await selectFigures(engine, where, LATEST_OF_EACH, signal), null);
}

/** Results of these subjects, units and periods that have a value. */
export async function selectResults(
  engine: Engine,
  subjects: readonly string[],
  units: readonly string[] | null,
  periods: readonly string[] | null,
  signal?: AbortSignal,
): Promise<Figure[]> {
  if (subjects.length === 0 || periods?.length === 0) return [];
  const where = all(
    isSubject(subjects),
    RESULTS,
    { sql: 'f.value IS NOT NULL', params: [] },
    oneOf('f.unit', units),
    oneOf('f.period', periods),
  );
  return chooseBodies(await selectFigures(engine, where, '', signal), null);
}

/** The periods a year before those of figures, as far as the package has them. */
export function yearsBefore(data: Dataset, figures: readonly Figure[]): string[] {
  const codes = figures.map((figure) => yearBeforeCode(data.periods, figure.period));
  return [...new Set(codes)].filter((code) => data.periods.has(code));
}

/** Targets of every unit. */
export async function selectTargets(
  engine: Engine,
  subjects: readonly string[],
  signal?: AbortSignal,
): Promise<Figure[]> {
  if (subjects.length === 0) return [];
  const where = all(
    isSubject(subjects),
    equals('f.kind::VARCHAR', 'target'),
    equals('f.breakdown::VARCHAR', ''),
    { sql: 'f.value IS NOT NULL', params: [] },
  );
  return selectFigures(engine, where, '', signal);
}

/** How many issues of each unit are to be checked, but for those left out. */
export async function selectErrors(
  engine: Engine,
  without: readonly string[],
  signal?: AbortSignal,
): Promise<{ unit: string; count: number }[]> {
  const where = noneOf('i.id', without);
  const rows = await engine.rows<{ unit: string; code: string; n: number }>(
    `SELECT i.unit, i.code, count(*) AS n FROM issue i WHERE ${where.sql} GROUP BY i.unit, i.code ORDER BY i.unit`,
    where.params,
    signal,
  );
  const counts = new Map<string, number>();
  for (const { unit, code, n } of rows) {
    if (severityOf(code) === 'error') counts.set(unit, (counts.get(unit) ?? 0) + n);
  }
  return [...counts].map(([unit, count]) => ({ unit, count }));
}

/** The distinct subjects of figures. */
export function subjectsOf(figures: readonly Figure[]): string[] {
  return [...new Set(figures.map((figure) => figure.subject))];
}

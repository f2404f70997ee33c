/** Units that say nothing themselves although units below them do. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import type { CompareQuestion } from '../../question/compare.ts';
import { all, isSubject } from '../figure.ts';
import { scopeCondition } from '../scope.ts';

/** Units without a number, each with the units that stood directly under it; none where nobody has to be asked. */
export function silentParents(
  data: Dataset,
  figures: readonly Figure[],
): ReadonlyMap<string, readonly string[]> {
  const silent = figures.filter((figure) => figure.absence === 'NO_DATA');
  const children = silent.map(
    ({ unit, period }) => [unit, data.units.children(unit, data.periods.get(period))] as const,
  );
  return new Map(children.filter(([, below]) => below.length > 0));
}

/** Of units without a number those that have units with one directly under them. */
export async function reportedBelow(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  children: ReadonlyMap<string, readonly string[]>,
  signal?: AbortSignal,
): Promise<string[]> {
  const below = [...new Set([...children.values()].flat())];
  if (below.length === 0) return [];
  const where = all(
    isSubject([question.subject]),
    { sql: "f.kind = '' AND f.value IS NOT NULL", params: [] },
    scopeCondition(data, { ...question, units: below }),
  );
  const rows = await engine.rows<{ unit: string }>(
    `SELECT DISTINCT f.unit::VARCHAR AS unit FROM figure f JOIN period p ON p.period = f.period
     WHERE ${where.sql}`,
    where.params,
    signal,
  );
  return above(children, new Set(rows.map((row) => row.unit)));
}

/** The same among figures of all units that were read already. */
export function belowIn(
  { period }: CompareQuestion,
  children: ReadonlyMap<string, readonly string[]>,
  results: readonly Figure[],
): string[] {
  const told = results.filter(
    ({ value, period: code }) => value !== null && period.type === 'one' && code === period.code,
  );
  return above(children, new Set(told.map(({ unit }) => unit)));
}

function above(
  children: ReadonlyMap<string, readonly string[]>,
  known: ReadonlySet<string>,
): string[] {
  return [...children].flatMap(([unit, under]) =>
    under.some((child) => known.has(child)) ? [unit] : [],
  );
}

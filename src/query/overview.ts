/** The first screen: where every unit stands on every indicator, and what must be checked. */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import { severityOf } from '../model/issue.ts';
import { all, equals, oneOf, selectFigures } from './figure.ts';
import type { OverviewAnswer, OverviewQuestion } from './question.ts';
import { chooseBodies, grainCondition, periodCondition } from './scope.ts';

const LATEST = `QUALIFY dense_rank() OVER (PARTITION BY f.unit, f.subject
  ORDER BY p.end_day DESC, p.period) = 1`;

/** Answers the overview; measures are left out, they are counts without a judgement. */
export async function overview(
  engine: Engine,
  data: Dataset,
  question: OverviewQuestion,
  signal?: AbortSignal,
): Promise<OverviewAnswer> {
  const where = all(
    { sql: 'f.subject IN (SELECT indicator FROM indicator)', params: [] },
    {
      sql: "f.about_subject AND (f.value IS NOT NULL OR f.absence <> 'NOT_COMPUTABLE')",
      params: [],
    },
    equals('f.kind::VARCHAR', ''),
    equals('f.breakdown::VARCHAR', ''),
    oneOf('f.unit', question.units),
    periodCondition(data, question.period),
    grainCondition(question.grain),
  );
  const figures = await selectFigures(engine, where, LATEST, signal);
  const issues = await engine.rows<{ unit: string; code: string; n: number }>(
    'SELECT unit, code, count(*) AS n FROM issue GROUP BY unit, code ORDER BY unit',
    [],
    signal,
  );
  const counted = await engine.rows<{ n: number }>(
    'SELECT count(*) AS n FROM observation',
    [],
    signal,
  );
  return {
    figures: chooseBodies(figures, null),
    errors: errorCounts(issues),
    figureCount: counted[0]?.n ?? 0,
  };
}

function errorCounts(rows: readonly { unit: string; code: string; n: number }[]) {
  const counts = new Map<string, number>();
  for (const { unit, code, n } of rows) {
    if (severityOf(code) === 'error') counts.set(unit, (counts.get(unit) ?? 0) + n);
  }
  return [...counts].map(([unit, count]) => ({ unit, count }));
}

/** What new documents state and is not shown, for another document's statement stands (docs/figures.md, 3). */
import type { Engine } from '../engine/engine.ts';
import type { OverruledAnswer, OverruledQuestion } from '../question/issues.ts';
import { texts } from './figure.ts';

/** Statements of these documents beside the value that is shown in their place, in file order. */
export async function overruled(
  engine: Engine,
  { sources, limit }: OverruledQuestion,
  signal?: AbortSignal,
): Promise<OverruledAnswer> {
  if (sources.length === 0) return { statements: [], total: 0 };
  const marks = sources.map(() => '?').join(', ');
  const rows = await engine.rows(
    `SELECT ${texts('s', [...KEY])}, s.value, c.value AS shown, c.source::VARCHAR AS shown_source,
       count(*) OVER () AS total
     FROM statement s JOIN cell c ON c.cell = s.cell
     WHERE s.source IN (${marks}) AND c.source <> s.source AND c.value IS DISTINCT FROM s.value
     ORDER BY s.row LIMIT ${Math.max(0, Math.floor(limit))}`,
    [...sources],
    signal,
  );
  const statements = rows.map((row) => {
    const text = (name: string) => String(row[name] ?? '');
    const number = (name: string) => (typeof row[name] === 'number' ? row[name] : null);
    return {
      ...{ unit: text('unit'), body: text('body'), period: text('stated_period') },
      ...{ measure: text('measure'), breakdown: text('breakdown'), category: text('category') },
      ...{ kind: text('kind'), source: text('source'), value: number('value') },
      ...{ shown: number('shown'), shownSource: text('shown_source') },
    };
  });
  return { statements, total: Number(rows[0]?.total ?? 0) };
}

const KEY = [
  'unit',
  'body',
  'stated_period',
  'measure',
  'breakdown',
  'category',
  'kind',
  'source',
] as const;

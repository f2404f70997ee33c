/** The worklist: what checks and readers found, filtered, the most serious first. */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import { ISSUE_CODES, severityOf } from '../model/issue.ts';
import type { IssuesAnswer, IssuesQuestion } from '../question/issues.ts';
import { all, always, type Condition, equals, noneOf, oneOf } from './figure.ts';
import { groupMatters } from './repair/matters.ts';
import { selectIssues } from './statement.ts';

/** Issues of the chosen units, severities, codes, document and period, and how many of each kind there are. */
export async function issues(
  engine: Engine,
  data: Dataset,
  question: IssuesQuestion,
  signal?: AbortSignal,
): Promise<IssuesAnswer> {
  const where = all(
    unitCondition(question.units),
    oneOf('i.code', question.codes),
    severityCondition(question),
    question.source
      ? { sql: "contains('|' || i.source || '|', ?)", params: [`|${question.source}|`] }
      : always,
    sourcesCondition(question.sources),
    question.period ? equals('i.period', question.period) : always,
    noneOf('i.id', question.without ?? []),
  );
  const tally = await engine.rows<{ unit: string; code: string; count: number }>(
    `SELECT i.unit, i.code, count(*) AS count FROM all_issue i WHERE ${where.sql} GROUP BY ALL ORDER BY ALL`,
    where.params,
    signal,
  );
  const options = { table: 'all_issue', limit: question.limit } as const;
  const found = await selectIssues(engine, where, signal, options);
  const { grouped = true } = question;
  const matters = grouped ? await groupMatters(engine, data, found, signal) : [];
  return {
    issues: found,
    matters: matters.map((traces) => traces.map((issue) => issue.id)),
    total: tally.reduce((sum, row) => sum + row.count, 0),
    tally,
  };
}

/** What names one of these documents, or has a statement of one among its own. */
function sourcesCondition(sources: readonly string[] | undefined): Condition {
  if (!sources) return always;
  if (sources.length === 0) return { sql: 'false', params: [] };
  const own = oneOf('s.source', sources);
  const marks = sources.map(() => '?').join(', ');
  return {
    sql: `list_has_any(string_split(i.source, '|'), [${marks}])
      OR i.id IN (SELECT p.id FROM issue_part p JOIN statement s USING (row) WHERE ${own.sql})`,
    params: [...sources, ...own.params],
  };
}

/** What is about these units, or stands in a document of theirs under another unit's name. */
export function unitCondition(units: readonly string[] | null): Condition {
  const own = oneOf('i.unit', units);
  if (own === always) return always;
  const document = oneOf('d.unit', units);
  return {
    sql: `${own.sql} OR EXISTS (SELECT 1 FROM source d WHERE ${document.sql}
      AND contains('|' || i.source || '|', '|' || d.source::VARCHAR || '|'))`,
    params: [...own.params, ...document.params],
  };
}

/** Codes this version does not know count as warnings. */
function severityCondition({ severities }: IssuesQuestion): Condition {
  if (severities.length === 0) return always;
  const codes = ISSUE_CODES.filter((code) => severities.includes(severityOf(code)));
  const known = oneOf('i.code', codes);
  if (!severities.includes('warning')) return known;
  const marks = ISSUE_CODES.map(() => '?').join(', ');
  return {
    sql: `${known.sql} OR i.code NOT IN (${marks})`,
    params: [...known.params, ...ISSUE_CODES],
  };
}

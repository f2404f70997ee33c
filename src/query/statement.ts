/** Statements and issues, as documents and checks left them. */
import type { Engine, SqlRow } from '../engine/engine.ts';
import { groupBy } from '../model/group.ts';
import { compareCodes } from '../model/issue.ts';
import { type Condition, texts } from './figure.ts';
import type { Issue, Statement } from './question.ts';

const COLUMNS = `s.row, ${texts('s', ['unit', 'body', 'stated_period', 'measure', 'breakdown', 'category', 'kind', 'source'])},
  s.value, s.bound, s.status, s.as_of, s.locator, s.printed, s.note, s.file, s.line`;

/** Statements that meet a condition on \`s\`, in file order. */
export async function selectStatements(
  engine: Engine,
  where: Condition,
  signal?: AbortSignal,
): Promise<Statement[]> {
  const sql = `SELECT ${COLUMNS} FROM statement s WHERE ${where.sql} ORDER BY s.row`;
  return (await engine.rows(sql, where.params, signal)).map(toStatement);
}

/** Issues that meet a condition on \`i\`, with the statements that take part, the most serious first. */
export async function selectIssues(
  engine: Engine,
  where: Condition,
  signal?: AbortSignal,
): Promise<Issue[]> {
  const rows = await engine.rows(
    `SELECT i.* FROM issue i WHERE ${where.sql} ORDER BY i.unit, i.period, i.id`,
    where.params,
    signal,
  );
  const parts = await engine.rows(
    `SELECT p.id AS issue_id, ${COLUMNS} FROM issue i JOIN issue_part p ON p.id = i.id
     JOIN statement s ON s.row = p.row WHERE ${where.sql} ORDER BY s.row`,
    where.params,
    signal,
  );
  const byIssue = groupBy(parts, (part) => String(part.issue_id));
  const issues = rows.map((row) =>
    toIssue(row, (byIssue.get(String(row.id)) ?? []).map(toStatement)),
  );
  return issues.sort((a, b) => compareCodes(a.code, b.code));
}

function toStatement(row: SqlRow): Statement {
  const text = (name: string) => String(row[name] ?? '');
  return {
    row: Number(row.row),
    unit: text('unit'),
    body: text('body'),
    period: text('stated_period'),
    measure: text('measure'),
    breakdown: text('breakdown'),
    category: text('category'),
    kind: text('kind') as Statement['kind'],
    value: typeof row.value === 'number' ? row.value : null,
    bound: text('bound') as Statement['bound'],
    status: text('status') as Statement['status'],
    asOf: text('as_of'),
    source: text('source'),
    locator: text('locator'),
    printed: text('printed'),
    note: text('note'),
    file: text('file'),
    line: Number(row.line),
  };
}

function toIssue(row: SqlRow, statements: readonly Statement[]): Issue {
  const text = (name: string) => String(row[name] ?? '');
  const number = (name: string) => (typeof row[name] === 'number' ? row[name] : null);
  return {
    id: text('id'),
    code: text('code'),
    unit: text('unit'),
    body: text('body'),
    period: text('period'),
    subject: text('subject'),
    breakdown: text('breakdown'),
    category: text('category'),
    kind: text('kind'),
    source: text('source'),
    locator: text('locator'),
    expected: number('expected'),
    found: number('found'),
    decimals: number('decimals'),
    about: text('about'),
    note: text('note'),
    statements,
  };
}

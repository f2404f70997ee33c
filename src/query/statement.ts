/** Statements and issues, as documents and checks left them. */
import type { Engine, SqlRow } from '../engine/engine.ts';
import { groupBy } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import { ISSUE_CODES, SEVERITIES, severityOf } from '../model/issue.ts';
import type { Statement } from '../model/statement.ts';
import { type Condition, texts } from './figure.ts';

const COLUMNS = `s.row, ${texts('s', ['unit', 'body', 'stated_period', 'measure', 'breakdown', 'category', 'kind', 'source', 'bound', 'status', 'as_of'])},
  s.value, s.locator, s.printed, s.note, s.file, s.line`;

/** Statements that meet a condition on \`s\`, in file order. */
export async function selectStatements(
  engine: Engine,
  where: Condition,
  signal?: AbortSignal,
): Promise<Statement[]> {
  const sql = `SELECT ${COLUMNS} FROM statement s WHERE ${where.sql} ORDER BY s.row`;
  return (await engine.rows(sql, where.params, signal)).map(toStatement);
}

/**
 * Issues that meet a condition on `i`, with the statements that take part, the most serious first. The table
 * `all_issue` also has what figures carry by themselves (few cases, no counts), which no statement is behind.
 */
export async function selectIssues(
  engine: Engine,
  where: Condition,
  signal?: AbortSignal,
  { table = 'issue', limit = 100_000 }: { table?: 'issue' | 'all_issue'; limit?: number } = {},
): Promise<Issue[]> {
  const rows = await engine.rows(
    `SELECT i.* FROM ${table} i WHERE ${where.sql}
     ORDER BY ${SEVERITY}, i.code, i.unit, i.period, i.id LIMIT ${Math.max(0, Math.floor(limit))}`,
    where.params,
    signal,
  );
  const parts = await partsOf(
    engine,
    rows.map((row) => String(row.id)),
    signal,
  );
  return rows.map((row) => toIssue(row, (parts.get(String(row.id)) ?? []).map(toStatement)));
}

/** Position of a code's severity; codes this version does not know are warnings. */
const SEVERITY = `CASE ${SEVERITIES.flatMap((severity, at) => {
  const codes = ISSUE_CODES.filter((code) => severityOf(code) === severity);
  return `WHEN i.code IN (${codes.map((code) => `'${code}'`).join(', ')}) THEN ${at}`;
}).join(' ')} ELSE 1 END`;

/** Ids in one statement: a list long enough for any screen. */
const MOST_IDS = 2000;

async function partsOf(engine: Engine, ids: readonly string[], signal?: AbortSignal) {
  const parts: SqlRow[] = [];
  for (let at = 0; at < ids.length; at += MOST_IDS) {
    const some = ids.slice(at, at + MOST_IDS);
    parts.push(
      ...(await engine.rows(
        `SELECT p.id AS issue_id, ${COLUMNS} FROM issue_part p JOIN statement s ON s.row = p.row
         WHERE p.id IN (${some.map(() => '?').join(', ')}) ORDER BY s.row`,
        some,
        signal,
      )),
    );
  }
  return groupBy(parts, (part) => String(part.issue_id));
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
    source: once(text('source')),
    locator: once(text('locator')),
    expected: number('expected'),
    found: number('found'),
    decimals: number('decimals'),
    about: text('about'),
    note: text('note'),
    statements,
  };
}

/** Parts of a list joined by "|", each once. */
function once(list: string): string {
  return [...new Set(list.split('|').filter(Boolean))].join('|');
}

/**
 * What checks write: `issue`, one row for each thing found, and `issue_part`, the statements that take part. An id
 * is made of what the issue is about, so that it stays the same at the next load.
 */

/** Columns of `issue` with what stands there where a check says nothing. */
const COLUMNS = {
  id: ['VARCHAR', "''"],
  code: ['VARCHAR', "''"],
  unit: ['VARCHAR', "''"],
  body: ['VARCHAR', "''"],
  period: ['VARCHAR', "''"],
  subject: ['VARCHAR', "''"],
  breakdown: ['VARCHAR', "''"],
  category: ['VARCHAR', "''"],
  kind: ['VARCHAR', "''"],
  source: ['VARCHAR', "''"],
  locator: ['VARCHAR', "''"],
  expected: ['DOUBLE', 'NULL'],
  found: ['DOUBLE', 'NULL'],
  decimals: ['INTEGER', 'NULL'],
  about: ['VARCHAR', "''"],
  note: ['VARCHAR', "''"],
} as const;

type IssueColumn = keyof typeof COLUMNS;

/** SQL expressions for the columns of an issue, by name. */
export type IssueValues = Readonly<Partial<Record<IssueColumn, string>>> & {
  readonly id: string;
  readonly code: string;
};

export const ISSUE_TABLES: readonly string[] = [
  `CREATE TABLE issue (${Object.entries(COLUMNS)
    .map(([name, [type]]) => `${name} ${type}`)
    .join(', ')})`,
  'CREATE TABLE issue_part (id VARCHAR, row INTEGER)',
];

/** Inserts one issue for each row of `from` (with its WHERE). */
export function issueInsert(values: IssueValues, from: string): string {
  const columns = Object.entries(COLUMNS).map(
    ([name, [, none]]) => `${values[name as IssueColumn] ?? none} AS ${name}`,
  );
  return `INSERT INTO issue SELECT ${columns.join(', ')} FROM ${from}`;
}

/** Inserts the statements that take part; `row` may be a list unnested. */
export function partInsert(id: string, row: string, from: string): string {
  return `INSERT INTO issue_part SELECT ${id}, ${row} FROM ${from}`;
}

/** Inserts of every cell in the list `cells` the statement whose value is shown. */
export function shownParts(id: string, cells: string, from: string): string {
  return `INSERT INTO issue_part SELECT x.id, coalesce(r.row, x.cell)
   FROM (SELECT ${id} AS id, unnest(${cells}) AS cell FROM ${from}) x LEFT JOIN shown_row r USING (cell)`;
}

const KEY_COLUMNS = ['unit', 'body', 'period', 'breakdown', 'category', 'kind'] as const;

/** The key of a row as texts: what an issue is about, and what its id is made of. */
export function aboutKey(alias: string, subject: string, period = 'period') {
  const text = (column: string) => `${alias}.${column}::VARCHAR`;
  const columns = Object.fromEntries(KEY_COLUMNS.map((name) => [name, text(name)]));
  return { ...columns, period: text(period), subject: text(subject) } as Readonly<
    Record<(typeof KEY_COLUMNS)[number] | 'subject', string>
  >;
}

/** An id from a code, the parts of a key in the order given, and whatever else tells issues apart. */
export function issueId(code: string, ...parts: readonly string[]): string {
  return `concat_ws('~', ${[code, ...parts].join(', ')})`;
}

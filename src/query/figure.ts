/** Rows of the table `figure` as figures of the model. */
import type { Engine, SqlRow, SqlValue } from '../engine/engine.ts';
import type { Figure } from '../model/figure.ts';

/** ENUM keys are cast: their dictionaries would otherwise have to be asked for, one query a column. */
export const FIGURE_COLUMNS = `${texts('f', ['subject', 'unit', 'body', 'period', 'breakdown', 'category', 'kind', 'bound', 'status', 'as_of', 'absence', 'cutoff'])},
  f.value, f.high, f.numerator, f.denominator, f.reported, f.reported_decimals, f.flags, f.sources, f.locators, f.computed, f.derived, f.conflict, f.unfit_below`;

/** ENUM columns of a table as texts under their own names. */
export function texts(table: string, columns: readonly string[]): string {
  return columns.map((column) => `${table}.${column}::VARCHAR AS ${column}`).join(', ');
}

/** A condition with the values for its placeholders, in order. */
export interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

export const always: Condition = { sql: 'true', params: [] };

/** Joins conditions with AND. */
export function all(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map((condition) => `(${condition.sql})`).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
  };
}

/** Joins conditions with OR. */
export function either(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map((condition) => `(${condition.sql})`).join(' OR '),
    params: conditions.flatMap((condition) => condition.params),
  };
}

export function equals(column: string, value: SqlValue): Condition {
  const { name, mark } = compared(column);
  return { sql: `${name} = ${mark}`, params: [value] };
}

/** Keys of `figure`. */
const KEY = /^f\.(unit|body|period|breakdown|category|kind)(::VARCHAR)?$/;

/**
 * A key of `figure` is compared as the ENUM that it is: numbers instead of texts, and row groups that cannot hold a
 * value are skipped. A value that the ENUM has not is NULL, and equals nothing.
 */
function compared(column: string): { readonly name: string; readonly mark: string } {
  const key = KEY.exec(column)?.[1];
  return key ? { name: `f.${key}`, mark: `TRY_CAST(? AS ${key}_t)` } : { name: column, mark: '?' };
}

/** `column IN (…)`; no values means no condition. */
export function oneOf(column: string, values: readonly string[] | null): Condition {
  if (!values || values.length === 0) return always;
  const { name, mark } = compared(column);
  if (mark === '?') return among(column, values);
  return { sql: `${name} IN (${values.map(() => mark).join(', ')})`, params: values };
}

/** `column NOT IN (…)`; no values means no condition. */
export function noneOf(column: string, values: readonly string[]): Condition {
  if (values.length === 0) return always;
  return { sql: `NOT (${among(column, values).sql})`, params: values };
}

function among(column: string, values: readonly string[]): Condition {
  return { sql: `${column}::VARCHAR IN (${values.map(() => '?').join(', ')})`, params: values };
}

/** Subjects are compared as ENUM: the table is sorted by them, so whole row groups are skipped. */
export function isSubject(subjects: readonly string[]): Condition {
  const marks = subjects.map(() => '?::measure_t').join(', ');
  return { sql: `f.subject IN (${marks})`, params: subjects };
}

/** A tail for `selectFigures`: of each unit and subject the last period, of two that end on one day the longer. */
export const LATEST_OF_EACH = `QUALIFY dense_rank() OVER (PARTITION BY f.unit, f.subject
  ORDER BY p.end_day DESC, p.period) = 1`;

/** Figures that meet a condition; `tail` is ordering or qualification. */
export async function selectFigures(
  engine: Engine,
  where: Condition,
  tail = '',
  signal?: AbortSignal,
): Promise<Figure[]> {
  const rows = await engine.rows(
    `SELECT ${FIGURE_COLUMNS} FROM figure f${periodsOf(where.sql + tail)} WHERE ${where.sql} ${tail}`,
    where.params,
    signal,
  );
  return rows.map(toFigure);
}

/** Joined only where something of a period is asked. */
function periodsOf(sql: string): string {
  return /\bp\./.test(sql) ? ' JOIN period p ON p.period = f.period' : '';
}

export function toFigure(row: SqlRow): Figure {
  const text = (name: string) => String(row[name] ?? '');
  const number = (name: string) => (typeof row[name] === 'number' ? row[name] : null);
  return {
    subject: text('subject'),
    unit: text('unit'),
    body: text('body'),
    period: text('period'),
    breakdown: text('breakdown'),
    category: text('category'),
    kind: text('kind') as Figure['kind'],
    value: number('value'),
    high: number('high'),
    numerator: number('numerator'),
    denominator: number('denominator'),
    reported: number('reported'),
    reportedDecimals: number('reported_decimals'),
    bound: text('bound') as Figure['bound'],
    status: text('status') as Figure['status'],
    asOf: text('as_of'),
    absence: text('absence') as Figure['absence'],
    flags: text('flags').split(' ').filter(Boolean),
    sources: distinct(text('sources')),
    locators: distinct(text('locators')),
    computed: row.computed === true,
    derived: row.derived === true,
    conflict: row.conflict === true,
    unfitBelow: row.unfit_below === true,
    cutoff: text('cutoff') as Figure['cutoff'],
  };
}

/** Joined texts repeat: taking them apart here is cheaper than DISTINCT in every sum. */
function distinct(joined: string): string[] {
  return [...new Set(joined.split('|').filter(Boolean))].sort();
}

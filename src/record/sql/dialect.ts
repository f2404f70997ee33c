/** Writes values and tests as the SQL of one engine; what engines write alike is written here. */
import type { Sign, Test, Value } from './expression.ts';

/** What differs between engines; every function takes SQL and gives SQL, but for those that take a text. */
export interface Dialect {
  readonly name: 'duckdb' | 'clickhouse';
  /** A name of a table or column, quoted. */
  readonly identifier: (name: string) => string;
  /** Where a column of the definition stands; the column of that name, if nothing else is said (`columnsAt`). */
  readonly column: (name: string) => string;
  readonly text: (value: string) => string;
  readonly day: (iso: string) => string;
  /** A day that never comes. */
  readonly never: string;
  readonly next: (day: string) => string;
  readonly latest: (days: readonly string[]) => string;
  readonly earliest: (days: readonly string[]) => string;
  readonly given: (value: string) => string;
  /** A test that may be NULL → one that does not hold then. */
  readonly holds: (test: string) => string;
  readonly ifElse: (test: string, then: string, otherwise: string) => string;
  /** Months since the year 0. */
  readonly month: (day: string) => string;
  /** How many rows hold, or the sum of `adds` over them, as a floating number; 0 without any. */
  readonly sum: (adds: string | null, test: string) => string;
}

export function valueSql(value: Value, dialect: Dialect): string {
  const sql = (inner: Value) => valueSql(inner, dialect);
  switch (value.is) {
    case 'column':
      return dialect.column(value.column);
    case 'text':
      return dialect.text(value.text);
    case 'day':
      return dialect.day(value.day);
    case 'never':
      return dialect.never;
    case 'next':
      return dialect.next(sql(value.of));
    case 'where':
      return dialect.ifElse(dialect.given(sql(value.when)), sql(value.of), dialect.never);
    default:
      return dialect[value.is](value.of.map(sql));
  }
}

/** SQL that is true or false, never NULL. */
export function testSql(test: Test, dialect: Dialect): string {
  const value = (inner: Value) => valueSql(inner, dialect);
  switch (test.is) {
    case 'all':
    case 'any':
      return joined(test.is, test.of, dialect);
    case 'not':
      return `NOT ${testSql(test.of, dialect)}`;
    case 'given':
      return `(${dialect.given(value(test.of))})`;
    case 'among':
      return dialect.holds(`${value(test.of)} IN (${test.values.map(value).join(', ')})`);
    default:
      return dialect.holds(`${value(test.left)} ${signSql(test.sign)} ${value(test.right)}`);
  }
}

function joined(is: 'all' | 'any', of: readonly Test[], dialect: Dialect): string {
  if (of.length === 0) return is === 'all' ? '(1 = 1)' : '(1 = 0)';
  const word = is === 'all' ? ' AND ' : ' OR ';
  return `(${of.map((test) => testSql(test, dialect)).join(word)})`;
}

const SIGNS: ReadonlySet<string> = new Set(['=', '<', '<=', '>', '>=']);

function signSql(sign: Sign): string {
  if (!SIGNS.has(sign)) throw new Error(`invalid sign: ${JSON.stringify(sign)}`);
  return sign;
}

/** What an insert needs besides Arrow: the table, and a look at the values before they are encoded. */

import { type Column, EngineError, type SqlValue } from './engine.ts';
import { identifier } from './literal.ts';

const SQL_TYPE = { text: 'VARCHAR', number: 'DOUBLE', integer: 'INTEGER', boolean: 'BOOLEAN' };

const FITS: Record<Column['type'], (value: SqlValue) => boolean> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => typeof value === 'number' && (value | 0) === value,
  boolean: (value) => typeof value === 'boolean',
};

/** The statement that creates `table` for the columns; explicit types, so that no rows are fine too. */
export function createTable(table: string, columns: readonly Column[]): string {
  const definitions = columns.map(({ name, type }) => `${identifier(name)} ${SQL_TYPE[type]}`);
  return `CREATE TABLE ${identifier(table)} (${definitions.join(', ')})`;
}

/**
 * The common length of the columns.
 *
 * @throws {EngineError} `insert` for columns of different lengths, none at all, or a value that its column
 *   cannot hold (Arrow would store something else without a word)
 */
export function checkedLength(table: string, columns: readonly Column[]): number {
  const length = columns[0]?.values.length;
  if (length === undefined) throw new EngineError('insert', `no columns for table ${table}`);
  for (const { name, type, values } of columns) {
    if (values.length !== length) {
      const sizes = `${values.length} instead of ${length}`;
      throw new EngineError('insert', `column ${table}.${name} has another length: ${sizes}`);
    }
    const wrong = Array.prototype.findIndex.call(values, (v) => v !== null && !FITS[type](v));
    if (wrong >= 0) {
      const value = JSON.stringify(values[wrong]) ?? String(values[wrong]);
      throw new EngineError('insert', `row ${wrong} of ${table}.${name} is no ${type}: ${value}`);
    }
  }
  return length;
}

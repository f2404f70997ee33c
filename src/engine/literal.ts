/**
 * Parameters as SQL literals. DuckDB-WASM can poll and cancel a statement only when it is started from text,
 * never a prepared one, so this is the one place where values enter SQL.
 */

import { EngineError, type SqlValue } from './engine.ts';

/**
 * What a `?` must not be searched in: strings (with E'' escapes), quoted names, comments, dollar quotes.
 * Everything in front of the last alternative is skipped as a whole.
 */
const PIECES =
  /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|(\$\w*\$)[\s\S]*?\1|(\?)/g;

/**
 * Puts `params` in the place of the `?` placeholders of `sql`, in order.
 *
 * @throws {EngineError} `sql` when their number differs, or a number is not finite
 */
export function bindLiterals(sql: string, params: readonly SqlValue[] = []): string {
  let used = 0;
  const bound = sql.replace(PIECES, (piece, _tag, placeholder) => {
    if (!placeholder) return piece;
    const place = used++;
    return place < params.length ? literal(params[place]) : piece;
  });
  if (used !== params.length) {
    throw new EngineError('sql', `${used} placeholders, ${params.length} parameters: ${sql}`);
  }
  return bound;
}

/**
 * One value as a DuckDB literal: text quoted, whole numbers as integers, other numbers as DOUBLE.
 *
 * @throws {EngineError} `sql` for anything but text, a finite number, a boolean or null
 */
export function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && Number.isFinite(value)) return numberLiteral(value);
  throw new EngineError('sql', `not a value for SQL: ${typeof value} ${String(value)}`);
}

/** A table or column name, quoted. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The parser stops at a NUL character, so it goes in as a function call. */
function textLiteral(text: string): string {
  const parts = text.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? `${parts[0]}` : `(${parts.join(' || chr(0) || ')})`;
}

/** Parentheses keep `x-?` with a negative number from becoming a comment, `x--1`. */
function numberLiteral(value: number): string {
  const digits = String(value);
  const text = Number.isSafeInteger(value) || digits.includes('e') ? digits : `${digits}e0`;
  return value < 0 ? `(${text})` : text;
}

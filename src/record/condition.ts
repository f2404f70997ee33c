/** Filters of record definitions → SQL over a table of records (`typed.ts`). */
import { identifier, literal } from '../engine/literal.ts';
import type { Condition, RecordColumn } from '../model/record/definition.ts';

/** All conditions as one SQL expression; an empty filter is TRUE. `end`: the day that the word stands for. */
export function filterSql(
  filter: readonly Condition[],
  columns: readonly RecordColumn[],
  end = '',
): string {
  if (filter.length === 0) return 'TRUE';
  return filter.map((condition) => conditionSql(condition, columns, end)).join(' AND ');
}

function conditionSql(
  { column, test, to }: Condition,
  columns: readonly RecordColumn[],
  end: string,
): string {
  const own = identifier(column);
  if (test === 'given') return `${own} IS NOT NULL`;
  if (test === 'missing') return `${own} IS NULL`;
  const values = to.filter((word) => word !== 'missing').map((word) => operand(word, columns, end));
  const letsThrough = to.includes('missing') ? [`${own} IS NULL`] : [];
  if (test === '<>') return `(${own} IS NULL OR ${own} NOT IN (${values.join(', ')}))`;
  const tests = values.map((value) => `${own} ${test} ${value}`);
  return `(${[...tests, ...letsThrough].join(' OR ')})`;
}

function operand(word: string, columns: readonly RecordColumn[], end: string): string {
  if (word === 'end') return `DATE ${literal(end)}`;
  return columns.some(({ column }) => column === word) ? identifier(word) : literal(word);
}

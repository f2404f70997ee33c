/** Filters of record definitions → tests over a table of records (`typed.ts`), or over a table elsewhere. */
import type { Condition, RecordColumn } from '../model/record/definition.ts';
import {
  all,
  among,
  any,
  column,
  compare,
  day,
  given,
  missing,
  not,
  type Test,
  text,
  type Value,
} from './sql/expression.ts';

/**
 * What the texts of a column mean, where the table holds texts in place of ids: ids by text, by the column of the
 * definition. A text that means nothing counts as missing. A column that is not in it holds ids itself.
 */
export type Said = ReadonlyMap<string, ReadonlyMap<string, string>>;

const IDS: Said = new Map();

/** All conditions as one test; an empty filter holds always. `end`: the day that the word stands for. */
export function filterTest(
  filter: readonly Condition[],
  columns: readonly RecordColumn[],
  end = '',
  said: Said = IDS,
): Test {
  return all(
    filter.map((condition) => {
      const ids = said.get(condition.column);
      return ids ? saidTest(condition, ids) : conditionTest(condition, columns, end);
    }),
  );
}

function conditionTest(
  { column: name, test, to }: Condition,
  columns: readonly RecordColumn[],
  end: string,
): Test {
  const own = column(name);
  if (test === 'given') return given(own);
  if (test === 'missing') return missing(own);
  const values = to.filter((word) => word !== 'missing').map((word) => operand(word, columns, end));
  if (test === '<>') return not(among(own, values));
  const letsThrough = to.includes('missing') ? [missing(own)] : [];
  return any([...values.map((value) => compare(own, test, value)), ...letsThrough]);
}

function operand(word: string, columns: readonly RecordColumn[], end: string): Value {
  if (word === 'end') return day(end);
  return columns.some((item) => item.column === word) ? column(word) : text(word);
}

/**
 * The same of texts that stand for ids.
 *
 * @throws {Error} for an order between categories, which only ids could have
 */
function saidTest({ column: name, test, to }: Condition, ids: ReadonlyMap<string, string>): Test {
  const own = column(name);
  const texts = (fits: (id: string) => boolean) =>
    [...ids].filter(([, id]) => fits(id)).map(([said]) => text(said));
  const known = among(
    own,
    texts(() => true),
  );
  if (test === 'given') return known;
  if (test === 'missing') return not(known);
  const wanted = among(
    own,
    texts((id) => to.includes(id)),
  );
  if (test === '<>') return not(wanted);
  if (test !== '=') throw new Error(`no order between values of a category: ${name} ${test}`);
  return to.includes('missing') ? any([wanted, not(known)]) : wanted;
}

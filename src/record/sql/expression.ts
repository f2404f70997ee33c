/**
 * What a count asks, as values: one description that each engine's dialect (`duckdb.ts`, `clickhouse.ts`) writes as its
 * own SQL. Values of a definition enter as `text` and `day`, never as SQL.
 *
 * Tests have two outcomes in every engine: a comparison with something missing does not hold, and what does not hold is
 * what `not` holds for.
 */

/** A value of a record; missing where the record does not say it. */
export type Value =
  | { readonly is: 'column'; readonly column: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'day'; readonly day: string }
  | { readonly is: 'never' }
  /** The day after. */
  | { readonly is: 'next'; readonly of: Value }
  /** The latest, or the first, of those that are given. */
  | { readonly is: 'latest' | 'earliest'; readonly of: readonly Value[] }
  /** `of`, where `when` is given too. */
  | { readonly is: 'where'; readonly of: Value; readonly when: Value };

export type Sign = '=' | '<' | '<=' | '>' | '>=';

export type Test =
  | { readonly is: 'all' | 'any'; readonly of: readonly Test[] }
  | { readonly is: 'not'; readonly of: Test }
  | { readonly is: 'given'; readonly of: Value }
  | { readonly is: 'among'; readonly of: Value; readonly values: readonly Value[] }
  | { readonly is: 'compare'; readonly left: Value; readonly sign: Sign; readonly right: Value };

export const column = (name: string): Value => ({ is: 'column', column: name });
export const text = (value: string): Value => ({ is: 'text', text: value });
/** An ISO day. */
export const day = (iso: string): Value => ({ is: 'day', day: iso });
export const never: Value = { is: 'never' };
export const next = (of: Value): Value => ({ is: 'next', of });
export const latest = (of: readonly Value[]): Value => chosen('latest', of);
export const earliest = (of: readonly Value[]): Value => chosen('earliest', of);
export const where = (of: Value, when: Value): Value => ({ is: 'where', of, when });

/** Without any: holds always. */
export const all = (of: readonly Test[]): Test => joined('all', of);
/** Without any: never holds. */
export const any = (of: readonly Test[]): Test => joined('any', of);
export const not = (of: Test): Test => ({ is: 'not', of });
export const given = (of: Value): Test => ({ is: 'given', of });
export const missing = (of: Value): Test => not(given(of));
/** Among none: never holds. */
export const among = (of: Value, values: readonly Value[]): Test =>
  values.length === 0 ? any([]) : { is: 'among', of, values };
export const compare = (left: Value, sign: Sign, right: Value): Test => ({
  is: 'compare',
  left,
  sign,
  right,
});

function chosen(is: 'latest' | 'earliest', of: readonly Value[]): Value {
  const [first, ...more] = of;
  if (first === undefined) return never;
  return more.length === 0 ? first : { is, of };
}

function joined(is: 'all' | 'any', of: readonly Test[]): Test {
  const flat = of.flatMap((test) => (test.is === is ? test.of : [test]));
  const [first, ...more] = flat;
  return first !== undefined && more.length === 0 ? first : { is, of: flat };
}

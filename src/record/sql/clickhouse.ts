/** ClickHouse, from 18.16 on. Backslashes are escapes in its strings and names, unlike in DuckDB. */
import type { Dialect } from './dialect.ts';

export const CLICKHOUSE: Dialect = {
  name: 'clickhouse',
  identifier,
  column: identifier,
  text: (value) => `'${escaped(value, "'")}'`,
  day: (iso) => `toDate('${escaped(iso, "'")}')`,
  never: 'CAST(NULL AS Nullable(Date))',
  next: (day) => `(${day} + 1)`,
  // of a missing day and another both functions would say that none is known
  latest: (days) => days.reduce((a, b) => ofGiven('greatest', a, b)),
  earliest: (days) => days.reduce((a, b) => ofGiven('least', a, b)),
  given: (value) => `isNotNull(${value})`,
  holds: (test) => `ifNull(${test}, 0)`,
  ifElse: (test, then, otherwise) => `if(${test}, ${then}, ${otherwise})`,
  month: (day) => `toInt32(toYear(${day})) * 12 + toMonth(${day}) - 1`,
  sum: (adds, test) =>
    adds === null ? `toFloat64(countIf(${test}))` : `ifNull(toFloat64(sumIf(${adds}, ${test})), 0)`,
};

function identifier(name: string): string {
  return `\`${escaped(name, '`')}\``;
}

function ofGiven(choose: string, a: string, b: string): string {
  return `if(isNull(${a}), ${b}, if(isNull(${b}), ${a}, ${choose}(${a}, ${b})))`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** The text inside of quotes; the quote itself and backslashes are written with a backslash before them. */
function escaped(text: string, quote: string): string {
  return [...text].map((sign) => (sign === quote ? `\\${sign}` : (ESCAPES[sign] ?? sign))).join('');
}

/** Days as offices write them → SQL that reads them; day before month, as everywhere in Vietnam. */
import { literal } from '../engine/literal.ts';

const SIGNS = ['/', '-', '.'] as const;
const TIMES = [
  '',
  ' %H:%M:%S',
  ' %H:%M',
  ', %H:%M:%S',
  ', %H:%M',
  ' %I:%M:%S %p',
  ' %I:%M %p',
] as const;
const BEFORE = ['', '%H:%M:%S ', '%H:%M '] as const;

const written = (order: readonly [string, string]) => [
  ...SIGNS.flatMap((sign) => [
    ...TIMES.map((time) => `%${order[0]}${sign}%${order[1]}${sign}%Y${time}`),
    ...BEFORE.slice(1).map((time) => `${time}%${order[0]}${sign}%${order[1]}${sign}%Y`),
  ]),
];
const ISO = [
  ...['-', '/'].flatMap((sign) =>
    ['', ' %H:%M:%S', ' %H:%M', 'T%H:%M:%S', 'T%H:%M'].map((time) => `%Y${sign}%m${sign}%d${time}`),
  ),
];
/** Two digits of a year last: "05/01/24". */
const short = (order: readonly [string, string]) =>
  SIGNS.map((sign) => `%${order[0]}${sign}%${order[1]}${sign}%y`);

const DAY_FIRST = ['d', 'm'] as const;
const MONTH_FIRST = ['m', 'd'] as const;

/** Days of records: no office has kept any from before, and none lies far ahead. */
const FIRST = "DATE '1990-01-01'";
const LAST = "DATE '2099-12-31'";

/** Vietnam is seven hours ahead of the day that "Z" speaks of. */
const AHEAD = 'INTERVAL 7 HOUR';

/**
 * SQL that reads `text` (an expression) as a DATE, NULL where it is none.
 *
 * @param isMonthFirst for a file whose own values leave no other reading (`orderSql`)
 */
export function daySql(text: string, isMonthFirst: boolean): string {
  const order = isMonthFirst ? MONTH_FIRST : DAY_FIRST;
  const said = plainSql(text);
  const read = (formats: readonly string[]) =>
    within(`try_strptime(${said}, [${formats.map(literal).join(', ')}])`, text);
  const compact = `CASE WHEN regexp_full_match(${said}, '(19|20)\\d{6}') THEN ${within(`try_strptime(${said}, '%Y%m%d')`, text)} END`;
  const serial = `CASE WHEN regexp_full_match(${said}, '\\d{5}([.,]\\d+)?') THEN DATE '1899-12-30' + floor(try_cast(replace(${said}, ',', '.') AS DOUBLE))::INTEGER END`;
  return `coalesce(${read([...ISO, ...written(order)])}, ${read(short(order))}, ${compact}, ${within(serial, text)})`;
}

/** A year that is none was read from another part of the text. */
function within(moment: string, text: string): string {
  const local = `(${moment} + CASE WHEN ${text} LIKE '%Z' THEN ${AHEAD} ELSE INTERVAL 0 HOUR END)::DATE`;
  return `CASE WHEN ${local} BETWEEN ${FIRST} AND ${LAST} THEN ${local} END`;
}

/** Without what says nothing of the day: fractions of seconds, zones; words between the numbers become strokes. */
function plainSql(text: string): string {
  const clock = `regexp_replace(trim(${text}), '(\\d\\d:\\d\\d:\\d\\d)\\.\\d+', '\\1')`;
  const local = `regexp_replace(${clock}, '(\\d\\d:\\d\\d(:\\d\\d)?)\\s*(Z|[+-]\\d\\d:?\\d\\d)$', '\\1')`;
  const words = `regexp_replace(${local}, '^(ngày\\s+)?(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*năm\\s*(\\d{4})$', '\\2/\\3/\\4', 'i')`;
  return `replace(replace(${words}, ' SA', ' AM'), ' CH', ' PM')`;
}

/** SQL: as much of a text as its order can be told by, so that few are left to be looked at: eight letters, "31/12/24". */
export function beginningSql(text: string): string {
  return `left(ltrim(${text}, chr(9) || chr(10) || chr(12) || chr(13) || ' '), 8)`;
}

/** SQL: how many values of a column can only be month first, and how many only day first. */
export function orderSql(text: string): { readonly monthFirst: string; readonly dayFirst: string } {
  const part = (at: number) =>
    `try_cast(regexp_extract(${text}, '^\\s*(\\d{1,2})[/.-](\\d{1,2})[/.-]\\d{2,4}', ${at}) AS INTEGER)`;
  return {
    monthFirst: `count(*) FILTER (WHERE ${part(2)} > 12 AND ${part(1)} <= 12)`,
    dayFirst: `count(*) FILTER (WHERE ${part(1)} > 12 AND ${part(2)} <= 12)`,
  };
}

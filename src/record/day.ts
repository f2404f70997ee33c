/** Days as offices write them → SQL that reads them; day before month, as everywhere in Vietnam. */
import { literal } from '../engine/literal.ts';

const SIGNS = ['/', '-', '.'] as const;
const TIMES = ['', ' %H:%M:%S', ' %H:%M', ', %H:%M:%S', ', %H:%M'] as const;
const BEFORE = ['', '%H:%M:%S ', '%H:%M '] as const;

const written = (order: readonly [string, string]) => [
  ...SIGNS.flatMap((sign) => [
    ...TIMES.map((time) => `%${order[0]}${sign}%${order[1]}${sign}%Y${time}`),
    ...BEFORE.slice(1).map((time) => `${time}%${order[0]}${sign}%${order[1]}${sign}%Y`),
  ]),
];
const ISO = ['%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y-%m-%dT%H:%M:%S', '%Y/%m/%d'];
/** Two digits of a year last: "05/01/24". */
const SHORT = (order: readonly [string, string]) =>
  SIGNS.map((sign) => `%${order[0]}${sign}%${order[1]}${sign}%y`);

const DAY_FIRST = ['d', 'm'] as const;
const MONTH_FIRST = ['m', 'd'] as const;

/** Days that Excel counts from 1900: of this century, give or take. */
const SERIAL = { least: 20_000, most: 80_000 } as const;

/**
 * SQL that reads `text` (an expression) as a DATE, NULL where it is none.
 *
 * @param isMonthFirst for a column whose own values leave no other reading (`monthFirstSql`)
 */
export function daySql(text: string, isMonthFirst: boolean): string {
  const order = isMonthFirst ? MONTH_FIRST : DAY_FIRST;
  const formats = [...ISO, ...written(order), ...SHORT(order)].map(literal).join(', ');
  const plain = `regexp_replace(trim(${text}), '(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?$', '')`;
  const read = `coalesce(try_strptime(trim(${text}), [${formats}]), CASE WHEN ${text} LIKE '____-__-__T%' THEN try_strptime(${plain}, '%Y-%m-%dT%H:%M:%S') END)::DATE`;
  const serial = `CASE WHEN length(trim(${text})) BETWEEN 5 AND 18 AND try_cast(${text} AS DOUBLE) BETWEEN ${SERIAL.least} AND ${SERIAL.most}
    THEN DATE '1899-12-30' + floor(try_cast(${text} AS DOUBLE))::INTEGER END`;
  return `coalesce(${read}, ${serial})`;
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

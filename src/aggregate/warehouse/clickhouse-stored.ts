/** Columns of a ClickHouse table as a count reads them. */
import { CLICKHOUSE } from '../../record/sql/clickhouse.ts';
import {
  AHEAD_MINUTES,
  FIRST_DAY,
  LAST_DAY,
  type StoredDialect,
  type StoredKind,
  ZONED,
} from './warehouse.ts';

const bare = (type: string) =>
  type.replace(/^LowCardinality\((.*)\)$/, '$1').replace(/^Nullable\((.*)\)$/, '$1');

const KINDS: readonly (readonly [RegExp, StoredKind])[] = [
  [/^(String|UUID|Enum\d+\(.*\))$/s, 'text'],
  [/^(Date|Date32)$/, 'day'],
  [/^DateTime/, 'moment'],
  [/^(U?Int\d+|Float\d+|Decimal.*|Bool)$/, 'number'],
];

/** Moments count by the day in Vietnam. */
const ZONE = CLICKHOUSE.text('Asia/Ho_Chi_Minh');

export const CLICKHOUSE_STORED: StoredDialect = {
  kindOf: (type) => KINDS.find(([pattern]) => pattern.test(bare(type)))?.[1] ?? null,
  text: (column, kind, type) =>
    kind === 'text' && bare(type) === 'String' ? column : `toString(${column})`,
  day(column, kind) {
    if (kind === 'moment') return within(`toDate(${column}, ${ZONE})`, '1');
    if (kind === 'day') return within(column, '1');
    const head = `substring(toString(${column}), 1, 10)`;
    const read = `toDateOrNull(${head})`;
    // "2024-02-30" would be read as the first of March
    return within(
      `(${read} + ${shift(`toString(${column})`)})`,
      `toString(${read}) = ${head} AND substring(toString(${column}), 11, 1) IN ('', ' ', 'T')`,
    );
  },
  number(column, kind) {
    const value = kind === 'text' ? `toFloat64OrNull(toString(${column}))` : `toFloat64(${column})`;
    return `if(${value} >= 0 AND ${value} = floor(${value}), ${value}, NULL)`;
  },
  written: (value) => `toString(${value})`,
  fingerprint: (columns) =>
    `toString(sum(cityHash64(${columns.map((name) => `ifNull(toString(${name}), '~')`).join(', ')}) % 4294967296))`,
  part: (text, count) => `cityHash64(ifNull(${text}, '')) % ${count}`,
  within: (text, query) => `${text} GLOBAL IN (${query})`,
};

/** Days by which the Vietnamese day of a text with a zone lies after the day that is written; 0 without a zone. */
function shift(text: string): string {
  const zone = `replaceAll(extract(${text}, ${CLICKHOUSE.text(ZONED)}), ':', '')`;
  const part = (of: string, from: number) => `toInt32OrZero(substring(${of}, ${from}, 2))`;
  const sign = `if(substring(${zone}, 1, 1) = '-', -1, 1)`;
  const behind = `${sign} * (${part(zone, 2)} * 60 + ${part(zone, 4)})`;
  const minutes = `${part(text, 12)} * 60 + ${part(text, 15)} - ${behind} + ${AHEAD_MINUTES}`;
  return `if(${zone} = '', 0, toInt32(floor((${minutes}) / 1440)))`;
}

function within(day: string, test: string): string {
  const [first, last] = [CLICKHOUSE.day(FIRST_DAY), CLICKHOUSE.day(LAST_DAY)];
  return `if(${test} AND ${day} >= ${first} AND ${day} <= ${last}, ${day}, ${CLICKHOUSE.never})`;
}

/** Records in a Parquet or CSV file, counted by native DuckDB in this process. */
import { access } from 'node:fs/promises';
import type { Engine } from '../../engine/engine.ts';
import { literal } from '../../engine/literal.ts';
import { openNativeEngine } from '../../engine/native.ts';
import { DUCKDB } from '../../record/sql/duckdb.ts';
import { AggregationError } from '../fault.ts';
import {
  AHEAD_MINUTES,
  FIRST_DAY,
  LAST_DAY,
  type StoredDialect,
  type StoredKind,
  type Warehouse,
  ZONED,
} from './warehouse.ts';

export interface DuckDbOptions {
  /** A Parquet or CSV file; in a CSV file every column is text. */
  readonly file: string;
  readonly seconds: number;
  readonly bytes: number;
  /** Where sorting and grouping go over to when the memory is not enough. */
  readonly spill: string;
  readonly signal?: AbortSignal;
}

/** @throws {AggregationError} where the file cannot be read */
export async function openDuckDb(options: DuckDbOptions): Promise<Warehouse> {
  const { file } = options;
  await access(file).catch(() => {
    throw new AggregationError('table', `there is no file ${file}`);
  });
  const engine = await openNativeEngine();
  const run = (sql: string) => limited(engine, sql, options);
  try {
    const megabytes = Math.max(100, Math.floor(options.bytes / 1e6));
    await run(`SET memory_limit = ${literal(`${megabytes}MB`)}`);
    await run(`SET temp_directory = ${literal(options.spill)}`);
    await run(openSql(file));
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    dialect: DUCKDB,
    stored: DUCKDB_STORED,
    about: `DuckDB, file ${file}`,
    warning: '',
    table: 'records',
    async columns() {
      const rows = await run('SELECT column_name, column_type FROM (DESCRIBE records)');
      return new Map(rows.map((row) => [String(row.column_name), String(row.column_type)]));
    },
    rows: run,
    close: () => engine.close(),
  };
}

/** Text is read once, for reading it again for every question takes longer; Parquet is read where it lies. */
function openSql(file: string): string {
  if (/\.parquet$/i.test(file))
    return `CREATE VIEW records AS SELECT * FROM read_parquet(${literal(file)})`;
  if (!/\.(csv|tsv)(\.gz)?$/i.test(file))
    throw new AggregationError('options', `neither .parquet nor .csv: ${file}`);
  return `CREATE TABLE records AS SELECT * FROM read_csv(${literal(file)}, header = true, all_varchar = true)`;
}

async function limited(engine: Engine, sql: string, { seconds, signal }: DuckDbOptions) {
  const late = AbortSignal.timeout(seconds * 1000);
  const stop = signal ? AbortSignal.any([late, signal]) : late;
  try {
    return await engine.rows(sql, [], stop);
  } catch (cause) {
    if (signal?.aborted) throw new AggregationError('stopped', 'stopped', { cause });
    const { message } = cause as Error;
    if (late.aborted)
      throw new AggregationError('slow', `DuckDB took longer than ${seconds} s; raise --seconds`, {
        cause,
      });
    const full = /No space left|disk is full|max_temp_directory_size/i.test(message);
    const kind = full ? 'disk' : /Out of Memory/i.test(message) ? 'memory' : 'server';
    throw new AggregationError(kind, `DuckDB: ${message.slice(0, 500)}`, { cause });
  }
}

const KINDS: readonly (readonly [RegExp, StoredKind])[] = [
  [/^(VARCHAR|UUID|ENUM\(.*\))$/s, 'text'],
  [/^DATE$/, 'day'],
  [/^TIMESTAMP(_[A-Z]+| WITH TIME ZONE)?$/, 'moment'],
  [/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*|BOOLEAN)$/, 'number'],
];

export const DUCKDB_STORED: StoredDialect = {
  kindOf: (type) => KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null,
  text: (column, kind) => (kind === 'text' ? column : `${column}::VARCHAR`),
  day(column, kind, type) {
    if (kind === 'moment') return within(dayOfMoment(column, type), 'TRUE');
    if (kind === 'day') return within(column, 'TRUE');
    const head = `substring(${column}::VARCHAR, 1, 10)`;
    const read = `try_cast(${head} AS DATE)`;
    return within(
      `(${read} + ${shift(`${column}::VARCHAR`)})`,
      `strftime(${read}, '%Y-%m-%d') = ${head} AND substring(${column}::VARCHAR, 11, 1) IN ('', ' ', 'T')`,
    );
  },
  number(column, kind) {
    const value = kind === 'text' ? `try_cast(${column} AS DOUBLE)` : `${column}::DOUBLE`;
    return `CASE WHEN ${value} >= 0 AND ${value} = floor(${value}) THEN ${value} END`;
  },
  written: (value) => `${value}::VARCHAR`,
  fingerprint: (columns) =>
    `sum(hash(${columns.map((name) => `coalesce(${name}::VARCHAR, '~')`).join(', ')}) % 4294967296)::VARCHAR`,
  part: (text, count) => `hash(${text}) % ${count}`,
  within: (text, query) => `${text} IN (${query})`,
};

/** Moments without a zone are in local time; the session's own zone is that of whatever computer the job runs on. */
function dayOfMoment(column: string, type: string): string {
  if (!type.endsWith('ZONE')) return `${column}::DATE`;
  return `make_timestamp(epoch_us(${column}) + ${AHEAD_MINUTES * 60_000_000})::DATE`;
}

/** Days by which the Vietnamese day of a text with a zone lies after the day that is written; 0 without a zone. */
function shift(text: string): string {
  const zone = `replace(regexp_extract(${text}, ${literal(ZONED)}, 1), ':', '')`;
  const part = (of: string, from: number) =>
    `coalesce(try_cast(substring(${of}, ${from}, 2) AS INTEGER), 0)`;
  const sign = `CASE WHEN ${zone} LIKE '-%' THEN -1 ELSE 1 END`;
  const behind = `${sign} * (${part(zone, 2)} * 60 + ${part(zone, 4)})`;
  const minutes = `${part(text, 12)} * 60 + ${part(text, 15)} - ${behind} + ${AHEAD_MINUTES}`;
  return `CASE WHEN ${zone} = '' THEN 0 ELSE floor((${minutes}) / 1440)::INTEGER END`;
}

function within(day: string, test: string): string {
  const [first, last] = [DUCKDB.day(FIRST_DAY), DUCKDB.day(LAST_DAY)];
  return `CASE WHEN ${test} AND ${day} BETWEEN ${first} AND ${last} THEN ${day} END`;
}

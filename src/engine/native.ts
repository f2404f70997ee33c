/** The engine over native DuckDB (Node only): for benchmarks, and for writing Parquet. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { ATTACHED } from './connection.ts';
import { type Column, type Engine, EngineError, type SqlRow, type SqlValue } from './engine.ts';
import { checkedLength, createTable } from './insertion.ts';
import { bindLiterals, identifier, literal } from './literal.ts';
import { SerialQueue } from './queue.ts';

const CHUNK_ROWS = 2048;
const TYPES = { text: VARCHAR, number: DOUBLE, integer: INTEGER, boolean: BOOLEAN };

/** Opens an empty in-memory database in this process; parameters and values behave as in the browser. */
export async function openNativeEngine(): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const queue = new SerialQueue();
  const folder = await mkdtemp(join(tmpdir(), 'engine-'));
  return {
    async rows<R extends SqlRow>(sql: string, params?: readonly SqlValue[], signal?: AbortSignal) {
      const text = bindLiterals(sql, params);
      return (await queue.add(() => select(connection, text, signal), signal)) as R[];
    },
    run: async (statements, signal) => {
      for (const sql of statements) await queue.add(() => select(connection, sql, signal), signal);
    },
    insert: (table, columns) => queue.add(() => insert(connection, table, columns)),
    append: () => Promise.reject(new EngineError('insert', 'native DuckDB takes no Arrow stream')),
    hand: (bytes) => queue.add(() => handOver(folder, bytes)),
    attach: (bytes) => queue.add(() => attachFile(connection, folder, bytes)),
    stream: () => Promise.reject(new EngineError('sql', 'native DuckDB gives no Arrow stream')),
    async close() {
      await rm(folder, { recursive: true, force: true });
      queue.end(new EngineError('dead', 'engine closed'));
      connection.interrupt();
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function handOver(folder: string, bytes: Uint8Array | null): Promise<string> {
  const path = join(folder, 'handed-over.csv');
  await (bytes ? writeFile(path, bytes) : rm(path, { force: true }));
  return path;
}

/** A file of each attachment's own: the one before may still be open. */
let attachments = 0;

async function attachFile(
  connection: DuckDBConnection,
  folder: string,
  bytes: Uint8Array | null,
): Promise<void> {
  await select(connection, 'USE memory');
  await select(connection, `DETACH DATABASE IF EXISTS ${ATTACHED}`);
  if (!bytes) return;
  attachments += 1;
  const path = join(folder, `${attachments}.db`);
  await writeFile(path, bytes);
  await select(connection, `ATTACH ${literal(path)} AS ${ATTACHED} (READ_ONLY)`);
  await select(connection, `SET search_path = 'memory,${ATTACHED}'`);
}

/** A version of DuckDB's storage that the WebAssembly module reads, in blocks for many small tables. */
const DATABASE_OPTIONS = "STORAGE_VERSION 'v1.2.0', BLOCK_SIZE 16384";

/** All tables and types of a native engine as the bytes of a DuckDB database file, for `attach`. */
export async function exportDatabase(engine: Engine): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'database-'));
  try {
    const path = join(folder, 'tables.db');
    await engine.rows(`ATTACH ${literal(path)} AS exported (${DATABASE_OPTIONS})`);
    await engine.rows('COPY FROM DATABASE memory TO exported');
    await engine.rows('DETACH exported'); // writes what is left
    return new Uint8Array(await readFile(path));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export interface ParquetWriting {
  readonly codec?: 'uncompressed' | 'snappy' | 'gzip' | 'zstd';
  readonly rowGroupRows?: number;
}

/** Writes a table of a native engine as a Parquet file, zstd unless told otherwise. */
export async function exportParquet(
  engine: Engine,
  table: string,
  path: string,
  { codec = 'zstd', rowGroupRows = 122_880 }: ParquetWriting = {},
): Promise<void> {
  const options = `FORMAT parquet, CODEC ${literal(codec)}, ROW_GROUP_SIZE ${literal(rowGroupRows)}`;
  await engine.rows(`COPY ${identifier(table)} TO ${literal(path)} (${options})`);
}

/** A statement that is about to start does not hear the first interruption. */
const AGAIN_MS = 50;

async function select(
  connection: DuckDBConnection,
  sql: string,
  signal?: AbortSignal,
): Promise<SqlRow[]> {
  let again: ReturnType<typeof setInterval> | undefined;
  const interrupt = () => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), AGAIN_MS);
  };
  signal?.addEventListener('abort', interrupt);
  try {
    const reader = await connection.runAndReadAll(sql);
    const dates = reader.columnTypes().map((type) => String(type) === 'DATE');
    const names = reader.deduplicatedColumnNames();
    return reader.getRowsJS().map((row) => {
      return Object.fromEntries(row.map((value, i) => [names[i], plain(value, dates[i] ?? false)]));
    });
  } catch (cause) {
    throw new EngineError('sql', (cause as Error).message, { cause });
  } finally {
    signal?.removeEventListener('abort', interrupt);
    clearInterval(again);
  }
}

async function insert(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
): Promise<number> {
  const length = checkedLength(table, columns);
  await select(connection, createTable(table, columns));
  const appender = await connection.createAppender(table);
  const types = columns.map(({ type }) => TYPES[type]);
  for (let from = 0; from < length; from += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types);
    const part = columns.map(({ values }) =>
      Array.prototype.slice.call(values, from, from + CHUNK_ROWS),
    );
    chunk.setColumns(part);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const [row] = await select(connection, `SELECT count(*) AS n FROM ${identifier(table)}`);
  if (row?.n === length) return length;
  throw new EngineError('insert', `${row?.n} of ${length} rows arrived in ${table}`);
}

function plain(value: unknown, isDate: boolean): SqlValue {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) {
    const iso = value.toISOString();
    return isDate ? iso.slice(0, iso.indexOf('T')) : iso.replace(/(\.000)?Z$/, '');
  }
  return value as SqlValue;
}

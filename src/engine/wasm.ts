/** The engine over a DuckDB-WASM connection: every statement can be cancelled, every failure is named. */

import { decodeRows, dictionaryNames, encodeColumns, ROWS_PER_STREAM } from './arrow.ts';
import {
  ATTACHED,
  type Connection,
  DATABASE,
  FIRST_STATEMENTS,
  HANDED_OVER,
  STORE,
} from './connection.ts';
import { type Column, type Engine, EngineError, type SqlRow, type SqlValue } from './engine.ts';
import { statementError } from './failure.ts';
import { checkedLength, createTable } from './insertion.ts';
import { bindLiterals, identifier, literal } from './literal.ts';
import { SerialQueue } from './queue.ts';

export interface WasmEngineOptions {
  /** Called once when the engine dies by itself: a trap or the end of its worker, not `close()`. */
  readonly onDead?: ((error: EngineError) => void) | undefined;
  /** What the engine may use, e.g. "200MB"; most of the 4 GB of its module unless told otherwise. */
  readonly memoryLimit?: string;
}

/** The engine and the way to tell it that its surroundings (the worker) are gone. */
export interface WasmEngine extends Engine {
  die(error: EngineError): void;
}

/** Makes an engine of an open connection; extensions are switched off before the first statement. */
export async function wasmEngine(
  connection: Connection,
  options: WasmEngineOptions = {},
): Promise<WasmEngine> {
  const engine = new QueuedEngine(connection, options);
  const { memoryLimit } = options;
  if (memoryLimit) await engine.rows(`SET memory_limit = ${literal(memoryLimit)}`);
  await engine.run(FIRST_STATEMENTS);
  return engine;
}

const ATTACH = `ATTACH '${DATABASE}' AS ${ATTACHED} (READ_ONLY)`;
/** Own tables first; new ones are made among them. */
const SEARCH_BOTH = `SET search_path = '${STORE},${ATTACHED}'`;
const DETACH = [`USE ${STORE}`, `DETACH ${ATTACHED}`];

class QueuedEngine implements WasmEngine {
  readonly #queue = new SerialQueue();
  readonly #connection: Connection;
  readonly #options: WasmEngineOptions;
  #isAttached = false;

  constructor(connection: Connection, options: WasmEngineOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  async rows<R extends SqlRow = SqlRow>(
    sql: string,
    params: readonly SqlValue[] = [],
    signal?: AbortSignal,
  ): Promise<R[]> {
    const text = bindLiterals(sql, params);
    return (await this.#add(() => this.#select(text, signal), signal)) as R[];
  }

  async run(statements: readonly string[], signal?: AbortSignal): Promise<void> {
    await this.#add(() => this.#connection.run(statements, signal), signal);
  }

  insert(table: string, columns: readonly Column[], ahead?: Uint8Array): Promise<number> {
    return this.#add(() => this.#insert(table, columns, ahead));
  }

  append(table: string, ipc: Uint8Array): Promise<void> {
    return this.#add(() => this.#connection.append(table, ipc));
  }

  hand(bytes: Uint8Array | null): Promise<string> {
    return this.#add(async () => {
      await this.#connection.hand(HANDED_OVER, bytes);
      return HANDED_OVER;
    });
  }

  attach(bytes: Uint8Array | null): Promise<void> {
    return this.#add(async () => {
      if (this.#isAttached) {
        await this.#connection.run(DETACH);
        this.#isAttached = false;
      }
      await this.#connection.hand(DATABASE, bytes);
      if (!bytes) return;
      await this.#connection.run([ATTACH]);
      this.#isAttached = true;
      await this.#connection.run([SEARCH_BOTH]);
    });
  }

  stream(sql: string, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#add(async () => joined(await this.#run(sql, signal)), signal);
  }

  async close(): Promise<void> {
    this.#queue.end(new EngineError('dead', 'engine closed'));
    this.#connection.close();
  }

  die(error: EngineError): void {
    if (this.#queue.ended) return;
    this.#queue.end(error);
    this.#connection.close();
    this.#options.onDead?.(error);
  }

  #add<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#queue.add(async () => {
      try {
        return await work();
      } catch (cause) {
        const error = statementError(cause);
        if (error.fault === 'dead') this.die(error);
        throw error;
      }
    }, signal);
  }

  async #select(sql: string, signal?: AbortSignal): Promise<SqlRow[]> {
    const [header, ...batches] = await this.#run(sql, signal);
    const dictionaries = new Map<string, string[]>();
    for (const name of batches.length > 0 ? dictionaryNames(header) : []) {
      dictionaries.set(name, await this.#enumValues(sql, name));
    }
    return decodeRows(header, batches, dictionaries);
  }

  /** Values of an ENUM column of a query, from its type alone: with LIMIT 0 nothing of it is computed. */
  async #enumValues(sql: string, column: string): Promise<string[]> {
    const query = sql.replace(/;\s*$/, '');
    const [header, ...batches] = await this.#run(
      `SELECT CAST(unnest(enum_range((SELECT ${identifier(column)} FROM (${query}\n) LIMIT 0))) AS VARCHAR) AS value`,
    );
    return decodeRows(header, batches, new Map()).map(({ value }) => String(value));
  }

  async #run(sql: string, signal?: AbortSignal): Promise<[Uint8Array, ...Uint8Array[]]> {
    return (await this.#connection.run([sql], signal)) as [Uint8Array, ...Uint8Array[]];
  }

  #insert(table: string, columns: readonly Column[], ahead?: Uint8Array): Promise<number> {
    const length = checkedLength(table, columns);
    return this.#filled(table, columns, length, streamsOf(columns, length, ahead));
  }

  async #filled(
    table: string,
    columns: readonly Column[],
    length: number,
    streams: Iterable<Uint8Array>,
  ): Promise<number> {
    await this.#run(createTable(table, columns));
    try {
      for (const stream of streams) await this.#connection.append(table, stream);
      const counted = await this.#count(table);
      if (counted === length) return counted;
      throw new EngineError('insert', `${counted} of ${length} rows arrived in ${table}`);
    } catch (cause) {
      const error = statementError(cause);
      if (error.fault === 'dead') throw error;
      await this.#run(`DROP TABLE ${identifier(table)}`);
      throw new EngineError('insert', error.message, { cause });
    }
  }

  async #count(table: string): Promise<number> {
    const [header, ...batches] = await this.#run(`SELECT count(*) AS n FROM ${identifier(table)}`);
    return Number(decodeRows(header, batches, new Map())[0]?.n);
  }
}

/** Messages of one result, one after the other: a stream without its end mark, which readers do not need. */
function joined(messages: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(messages.reduce((sum, message) => sum + message.length, 0));
  let at = 0;
  for (const message of messages) {
    whole.set(message, at);
    at += message.length;
  }
  return whole;
}

/** Made one after the other, each when it is its turn. */
function* streamsOf(columns: readonly Column[], length: number, ahead?: Uint8Array) {
  for (let from = 0; from < length; from += ROWS_PER_STREAM)
    yield from === 0 && ahead ? ahead : encodeColumns(columns, from, from + ROWS_PER_STREAM);
}

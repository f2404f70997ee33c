/**
 * The seam between questions and the database: everything above this interface is free of DuckDB, Arrow
 * and WebAssembly, so the same queries run in the browser, in Node and in tests.
 */

/** One decoded SQL value. 64-bit integers and DECIMAL arrive as numbers; dates never leave the engine. */
export type SqlValue = string | number | boolean | null;

/** One decoded row, by column name. */
export type SqlRow = Record<string, SqlValue>;

/** A column to insert. `null` is SQL NULL; `text` is VARCHAR, `number` DOUBLE, `integer` INTEGER. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'number' | 'integer' | 'boolean';
  readonly values: ArrayLike<SqlValue>;
}

export interface Engine {
  /**
   * Runs one statement and returns all its rows.
   *
   * @param params values for the `?` placeholders, in order
   * @param signal aborts the statement on the engine's side, not only the wait for it
   * @throws {EngineError} `sql` for a statement that fails, `aborted`, or `dead` after a trap
   */
  rows<R extends SqlRow = SqlRow>(
    sql: string,
    params?: readonly SqlValue[],
    signal?: AbortSignal,
  ): Promise<R[]>;

  /**
   * Runs statements one after the other, without a word in between: results of theirs are let go.
   *
   * @throws {EngineError} as of `rows`, at the first that fails; those behind it are not begun
   */
  run(statements: readonly string[], signal?: AbortSignal): Promise<void>;

  /**
   * Creates `table` from columns of equal length and returns the number of rows counted afterwards.
   *
   * @param ahead what `encodeAhead` made of these columns while the engine was starting; used up here
   * @throws {EngineError} `insert` when the count differs from what was sent
   */
  insert(table: string, columns: readonly Column[], ahead?: Uint8Array): Promise<number>;

  /**
   * Appends an Arrow IPC stream to a table of the same columns in the same order; whoever does it counts the rows.
   *
   * @param ipc moved to the engine: gone afterwards
   * @throws {EngineError} `sql` where the columns are others
   */
  append(table: string, ipc: Uint8Array): Promise<void>;

  /**
   * Makes a file readable for the statements that follow (`read_csv`), in place of the one before.
   *
   * @param bytes moved to the engine: gone afterwards
   * @returns the path under which statements find it; null bytes take it away again
   */
  hand(bytes: Uint8Array | null): Promise<string>;

  /**
   * Puts the tables of a DuckDB database file behind the engine's own, to be read: a name means the engine's table
   * where there is one, and the file's otherwise.
   *
   * @param bytes moved to the engine: gone afterwards; null takes the file away again
   * @throws {EngineError} `sql` for bytes that are no such file
   */
  attach(bytes: Uint8Array | null): Promise<void>;

  /**
   * The result of one statement as an Arrow IPC stream; no ENUM columns.
   *
   * @throws {EngineError} as of `rows`
   */
  stream(sql: string, signal?: AbortSignal): Promise<Uint8Array>;

  /** Ends the engine; what is pending is rejected with `dead`. */
  close(): Promise<void>;
}

export type EngineFault =
  | 'fetch'
  | 'script'
  | 'not-wasm'
  | 'policy'
  | 'instantiate'
  | 'timeout'
  | 'insert'
  | 'sql'
  | 'aborted'
  | 'dead';

export interface EngineErrorOptions extends ErrorOptions {
  readonly file?: string;
  readonly status?: number;
}

/** What went wrong in the engine; `fault` is the machine-readable kind, `message` quotes the cause. */
export class EngineError extends Error {
  readonly fault: EngineFault;
  /** The file of the software that is at fault ("engine/duckdb.bin"); '' where it is none. */
  readonly file: string;
  /** The server's answer, of `fetch`; 0 where there was none. */
  readonly status: number;

  constructor(fault: EngineFault, message: string, options: EngineErrorOptions = {}) {
    super(message, options);
    this.name = 'EngineError';
    this.fault = fault;
    this.file = options.file ?? '';
    this.status = options.status ?? 0;
  }
}

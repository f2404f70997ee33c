/** The few calls into DuckDB-WASM that the engine is made of; one implementation per surrounding. */

/** One connection. A call rejects with DuckDB's error, or with a trap of the WebAssembly module. */
export interface Connection {
  /**
   * Runs statements one after the other; a signal gives up the one under way and those behind it.
   *
   * @returns the last one's result as Arrow IPC messages, its header first
   */
  run(statements: readonly string[], signal?: AbortSignal): Promise<Uint8Array[]>;
  /** Appends an Arrow IPC stream to an existing table; the buffer is gone afterwards. */
  append(table: string, ipc: Uint8Array): Promise<void>;
  /** Puts a file at `path`, or takes it away. */
  hand(path: string, bytes: Uint8Array | null): Promise<void>;
  /** Frees everything; calls under way may never answer. */
  close(): void;
}

/** How long one poll computes before it looks up: the delay until an abort is seen. */
const POLL_MS = 10;

/** Options of the opened database. All else stays at its default: results are decoded exactly, without upstream's casts. */
export const OPEN_OPTIONS = { query: { queryPollingInterval: POLL_MS } };

/** The database that tables live in: unlike the one that is opened, it keeps them compressed (a tenth of the memory). */
export const STORE = 'store';

/** The files that statements may read: one that was handed over, and a database (its log is looked for beside it). */
export const HANDED_OVER = '/handed-over.csv';
export const DATABASE = '/attached.db';
const READABLE = [HANDED_OVER, DATABASE, `${DATABASE}.wal`];

/** The name of the attached database among the statements. */
export const ATTACHED = 'attached';

/**
 * No extension is shipped and none can be fetched: switched off, a missing one is a plain error instead of a
 * hang. Without external access no statement can make the engine ask another host or read any file but those
 * that were handed over, and the operations of TIMESTAMPTZ, which look for an extension all the same, fail instead of trapping (1.32.0).
 */
export const FIRST_STATEMENTS = [
  `ATTACH ':memory:' AS ${STORE} (COMPRESS)`,
  `USE ${STORE}`,
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  `SET allowed_paths = [${READABLE.map((path) => `'${path}'`).join(', ')}]`,
  'SET enable_external_access = false',
  'SET lock_configuration = true', // and no statement can take any of it back
];

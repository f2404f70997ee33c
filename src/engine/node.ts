/** The same DuckDB-WASM module under Node, so that unit tests run on the engine that the browser runs. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { type Connection, DATABASE, HANDED_OVER, OPEN_OPTIONS, STORE } from './connection.ts';
import type { Engine } from './engine.ts';
import { statementError } from './failure.ts';
import { aborted } from './queue.ts';
import { type Pieces, runStatements } from './run.ts';
import { type WasmEngineOptions, wasmEngine } from './wasm.ts';

const require = createRequire(import.meta.url);

/** Modules whose database was closed in good order: compiling one takes seconds. */
const idle: DuckDBBindings[] = [];

/** Opens an empty in-memory database in this process. */
export async function openNodeEngine(options?: WasmEngineOptions): Promise<Engine> {
  return wasmEngine(await openNodeConnection(), options);
}

/** The connection of such a database, for whoever makes the engine elsewhere. */
export async function openNodeConnection(): Promise<Connection> {
  const bindings = idle.pop() ?? (await compiled());
  bindings.open(OPEN_OPTIONS); // whatever an earlier database held is gone
  bindings.dropFiles([HANDED_OVER, DATABASE]); // in use until then
  return blockingConnection(bindings);
}

async function compiled(): Promise<DuckDBBindings> {
  const duckdb: typeof import('@duckdb/duckdb-wasm/blocking') = require('@duckdb/duckdb-wasm/blocking');
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = { mainModule: join(folder, 'duckdb-eh.wasm'), mainWorker: '' };
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate();
  return bindings;
}

function blockingConnection(bindings: DuckDBBindings): Connection {
  const id = bindings.connect().useUnsafe((_, connection) => connection);
  let isSound = true;
  /** After anything but an error of DuckDB's own the module's memory is in an unknown state. */
  const sound = <T>(call: () => T): T => {
    try {
      return call();
    } catch (error) {
      if (statementError(error).fault === 'dead') isSound = false;
      throw error;
    }
  };
  const pieces: Omit<Pieces, 'isStopped'> = {
    start: async (sql) => sound(() => bindings.startPendingQuery(id, sql, false)),
    poll: async () => sound(() => bindings.pollPendingQuery(id)),
    cancel: async () => bindings.cancelPendingQuery(id),
    fetch: async () => sound(() => bindings.fetchQueryResults(id)),
    turn: setImmediate,
  };
  return {
    async run(statements, signal) {
      const isStopped = () => signal?.aborted === true;
      const messages = await runStatements({ ...pieces, isStopped }, statements);
      if (!messages) throw aborted();
      return messages;
    },
    append: async (table, ipc) => {
      const own = bindings.connect(); // see worker.ts
      try {
        sound(() =>
          own.insertArrowFromIPCStream(ipc, { name: table, schema: STORE, create: false }),
        );
      } finally {
        own.close();
      }
    },
    hand: async (path, bytes) => {
      bindings.dropFile(path);
      if (bytes) bindings.registerFileBuffer(path, bytes);
    },
    close: () => {
      if (!isSound) return;
      bindings.disconnect(id);
      idle.push(bindings);
      isSound = false; // closed once
    },
  };
}

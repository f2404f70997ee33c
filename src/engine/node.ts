/** The same DuckDB-WASM module under Node, so that unit tests run on the engine that the browser runs. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { DuckDBBindings } from '@duckdb/duckdb-wasm/blocking';
import { type Connection, OPEN_OPTIONS, STORE } from './connection.ts';
import type { Engine } from './engine.ts';
import { type WasmEngineOptions, wasmEngine } from './wasm.ts';

const require = createRequire(import.meta.url);

/** Opens an empty in-memory database in this process. */
export async function openNodeEngine(options?: WasmEngineOptions): Promise<Engine> {
  const duckdb: typeof import('@duckdb/duckdb-wasm/blocking') = require('@duckdb/duckdb-wasm/blocking');
  const folder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const bundle = { mainModule: join(folder, 'duckdb-eh.wasm'), mainWorker: '' };
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle, eh: bundle },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate();
  bindings.open(OPEN_OPTIONS);
  return wasmEngine(blockingConnection(bindings), options);
}

function blockingConnection(bindings: DuckDBBindings): Connection {
  const id = bindings.connect().useUnsafe((_, connection) => connection);
  return {
    start: async (sql) => bindings.startPendingQuery(id, sql, false),
    poll: async () => {
      await setImmediate(); // lets timers and abort signals through
      return bindings.pollPendingQuery(id);
    },
    cancel: async () => void bindings.cancelPendingQuery(id),
    fetch: async () => bindings.fetchQueryResults(id),
    append: async (table, ipc) => {
      const own = bindings.connect(); // see worker.ts
      try {
        own.insertArrowFromIPCStream(ipc, { name: table, schema: STORE, create: false });
      } finally {
        own.close();
      }
    },
    close: () => {},
  };
}

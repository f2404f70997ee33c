/** In the worker: files and engines that the page opens for it, reached by calls. */
import type { Connection } from '../../engine/connection.ts';
import type { Engine } from '../../engine/engine.ts';
import { wasmEngine } from '../../engine/wasm.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import { parquetTable } from '../../ingest/parquet/table.ts';
import type { Calls } from '../../net/calls.ts';

/** Files of the site; Parquet is decoded elsewhere, and taken apart here. */
export function remoteAccess({ call }: Calls): FileAccess {
  return {
    read: (path, signal, most = null) => call('read', [path, most], { signal }),
    async readParquet(bytes, signal) {
      const own = bytes.slice(); // copied here: the page would copy it in its own time
      return parquetTable(await call('decode', [own], { signal, give: [own.buffer] }));
    },
    writeParquet: (ipc, signal) => call('encode', [ipc], { signal, give: [ipc.buffer] }),
  };
}

/** An engine of its own: the page keeps its worker, the statements come from here. */
export async function remoteEngine(calls: Calls): Promise<Engine> {
  return wasmEngine(remoteConnection(await calls.call<number>('boot', []), calls));
}

function remoteConnection(id: number, { call }: Calls): Connection {
  return {
    run: (statements, signal) => call('run', [id, statements], { signal, isStoppedThere: true }), // the next one would come too early
    append: (table, ipc) => call('append', [id, table, ipc], { give: [ipc.buffer] }),
    hand: (path, bytes) =>
      call('hand', [id, path, bytes], { give: bytes === null ? [] : [bytes.buffer] }),
    close: () => void call('close', [id]).catch(() => {}), // the page may have closed it
  };
}

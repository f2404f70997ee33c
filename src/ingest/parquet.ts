/** Parquet files in the browser: decoded by a module and a worker of their own, both gone afterwards. */

import { decodeColumns } from '../engine/arrow.ts';
import { downloadModule } from '../engine/download.ts';
import { aborted } from '../engine/queue.ts';
import type { ParquetAnswer, ParquetRequest } from './parquet.worker.ts';
import type { ParquetTable } from './parquet-table.ts';

export type { ParquetTable };

export interface ParquetOptions {
  /** The folder of the page, e.g. `document.baseURI`: `engine/` lies in it. */
  readonly baseUrl: string;
  readonly signal?: AbortSignal;
}

/** In the address, so that no browser's cache mixes versions. */
export const PARQUET_VERSION = '0.8.0';

/**
 * Decodes a whole Parquet file (uncompressed, snappy, gzip, zstd; any number of row groups).
 *
 * Damaged pages may decode to other values without an error: compare a checksum where there is one.
 *
 * `kind` is `other` for types that a package may not contain; dates are ISO text then.
 *
 * @throws {Error} saying what is wrong with the file
 * @throws {EngineError} when the decoder itself cannot be fetched, or `aborted`
 */
export async function readParquet(
  bytes: Uint8Array,
  options: ParquetOptions,
): Promise<ParquetTable> {
  const ipc = await decodeInWorker(bytes, await fetchDecoder(options), options.signal);
  return parquetTable(ipc);
}

/** Columns and their length from the Arrow stream that a decoded file is. */
export function parquetTable(ipc: Uint8Array): ParquetTable {
  const columns = decodeColumns(ipc);
  return { rowCount: columns[0]?.values.length ?? 0, columns };
}

async function fetchDecoder({ baseUrl, signal }: ParquetOptions): Promise<ArrayBuffer> {
  const url = new URL(`engine/parquet.bin?v=${PARQUET_VERSION}`, baseUrl).href;
  const module = await downloadModule(url, { signal });
  return module.arrayBuffer();
}

function decodeInWorker(
  bytes: Uint8Array,
  decoder: ArrayBuffer,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const worker = new Worker(new URL('./parquet.worker.ts', import.meta.url), { type: 'module' });
  const end = new AbortController();
  const answer = new Promise<Uint8Array>((resolve, reject) => {
    const whole = { signal: end.signal };
    const fail = (event: Event) => {
      const said = (event as ErrorEvent).message || event.type;
      reject(new Error(`the Parquet decoder failed: ${said}`));
    };
    worker.addEventListener('error', fail, whole);
    worker.addEventListener('messageerror', fail, whole);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<ParquetAnswer>) => {
        if ('ipc' in data) resolve(data.ipc);
        else reject(new Error(data.error));
      },
      whole,
    );
    signal?.addEventListener('abort', () => reject(aborted()), whole);
    if (signal?.aborted) reject(aborted());
    worker.postMessage({ bytes, decoder } satisfies ParquetRequest, [decoder]);
  });
  return answer.finally(() => {
    end.abort();
    worker.terminate();
  });
}

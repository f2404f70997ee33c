/** Parquet files in the browser: decoded by a module and a worker of their own, both gone afterwards. */

import { decodeColumns } from '../engine/arrow.ts';
import { downloadModule } from '../engine/download.ts';
import { aborted, SerialQueue } from '../engine/queue.ts';
import type { ParquetAnswer, ParquetRequest } from './parquet.worker.ts';
import type { ParquetTable } from './parquet-table.ts';

export type { ParquetTable };

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
export type ReadParquet = (bytes: Uint8Array, signal?: AbortSignal) => Promise<ParquetTable>;

/**
 * A reader for the files of a site. Files that are asked for together share one download and one worker: a
 * module compiled per file costs more than the decoding.
 *
 * @param baseUrl the folder of the page, e.g. `document.baseURI`: `engine/` lies in it
 */
export function parquetReader(baseUrl: string): ReadParquet {
  const queue = new SerialQueue();
  let decoder: Promise<Decoder> | null = null;
  let asked = 0;
  const close = () => {
    decoder?.then((open) => open.end()).catch(() => {});
    decoder = null;
  };
  const decode = async (bytes: Uint8Array, signal?: AbortSignal) => {
    try {
      decoder ??= fetchDecoder(baseUrl, signal).then(openDecoder);
      const open = await decoder;
      return await open.decode(bytes, signal);
    } catch (cause) {
      close(); // what a fault left behind in the module is not known
      throw cause;
    }
  };
  return async (bytes, signal) => {
    asked += 1;
    try {
      return parquetTable(await queue.add(() => decode(bytes, signal), signal));
    } finally {
      asked -= 1;
      if (asked === 0) close();
    }
  };
}

/** Columns and their length from the Arrow stream that a decoded file is. */
export function parquetTable(ipc: Uint8Array): ParquetTable {
  const columns = decodeColumns(ipc);
  return { rowCount: columns[0]?.values.length ?? 0, columns };
}

async function fetchDecoder(baseUrl: string, signal?: AbortSignal): Promise<ArrayBuffer> {
  const url = new URL(`engine/parquet.bin?v=${PARQUET_VERSION}`, baseUrl).href;
  const module = await downloadModule(url, { signal });
  return module.arrayBuffer();
}

interface Decoder {
  decode(bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
  end(): void;
}

function openDecoder(module: ArrayBuffer): Decoder {
  const worker = new Worker(new URL('./parquet.worker.ts', import.meta.url), { type: 'module' });
  let decoder: ArrayBuffer | null = module;
  return {
    decode(bytes, signal) {
      const answer = answerOf(worker, signal);
      const give = decoder ? [decoder] : [];
      worker.postMessage({ bytes, decoder } satisfies ParquetRequest, give);
      decoder = null;
      return answer;
    },
    end: () => worker.terminate(),
  };
}

/** The worker's next message; one file is decoded at a time. */
function answerOf(worker: Worker, signal?: AbortSignal): Promise<Uint8Array> {
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
  });
  return answer.finally(() => end.abort());
}

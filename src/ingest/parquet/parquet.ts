/** Parquet files in the browser: decoded by a module and a worker of their own, both gone afterwards. */

import { EngineError } from '../../engine/engine.ts';
import { aborted, SerialQueue } from '../../engine/queue.ts';
import { downloadModule, moduleBytes } from '../../engine/start/download.ts';
import { scriptBlob } from '../../engine/start/script.ts';
import { listenFor, type OnSilence } from '../../net/silence.ts';
import type { ParquetAnswer, ParquetRequest } from './parquet.worker.ts';
import WORKER_URL from './parquet.worker.ts?worker&url';
import { DecoderTrap, type ParquetTable, parquetTable } from './table.ts';

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
 * @throws {DecoderTrap} where the decoder broke down over it
 * @throws {EngineError} when the decoder itself cannot be fetched or started, or `aborted`
 */
export type ReadParquet = (bytes: Uint8Array, signal?: AbortSignal) => Promise<ParquetTable>;

/** An Arrow IPC stream, moved: gone afterwards → a Parquet file. @throws {EngineError} as of `ReadParquet` */
export type WriteParquet = (ipc: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;

/** A Parquet file, moved: gone afterwards → an Arrow IPC stream, for whoever takes it apart elsewhere. @throws as of `ReadParquet` */
export type DecodeParquet = (bytes: Uint8Array, signal?: AbortSignal) => Promise<Uint8Array>;

export interface ParquetFiles {
  readonly readParquet: ReadParquet;
  readonly decodeParquet: DecodeParquet;
  readonly writeParquet: WriteParquet;
}

/**
 * Reading and writing for the files of a site. Files that are asked for together share one download and one worker: a
 * module compiled per file costs more than the decoding.
 *
 * @param baseUrl the folder of the page, e.g. `document.baseURI`: `engine/` lies in it
 */
export function parquetFiles(baseUrl: string, onSilence?: OnSilence): ParquetFiles {
  const queue = new SerialQueue();
  let decoder: Promise<Decoder> | null = null;
  let asked = 0;
  const close = () => {
    decoder?.then((open) => open.end()).catch(() => {});
    decoder = null;
  };
  const work = async (task: Task, bytes: Uint8Array, signal?: AbortSignal) => {
    try {
      decoder ??= fetchDecoder(baseUrl, onSilence, signal).then((module) =>
        openDecoder(module, onSilence),
      );
      const open = await decoder;
      return await open.work(task, bytes, signal);
    } catch (cause) {
      close(); // what a fault left behind in the module is not known
      throw cause;
    }
  };
  const queued = async (task: Task, bytes: Uint8Array, signal?: AbortSignal) => {
    asked += 1;
    try {
      return await queue.add(() => work(task, bytes, signal), signal);
    } finally {
      asked -= 1;
      if (asked === 0) close();
    }
  };
  return {
    readParquet: async (bytes, signal) =>
      parquetTable(await queued({ task: 'decode' }, bytes, signal)),
    decodeParquet: (bytes, signal) => queued({ task: 'decode', isMoved: true }, bytes, signal),
    writeParquet: (ipc, signal) => queued({ task: 'encode', isMoved: true }, ipc, signal),
  };
}

const MODULE_FILE = 'engine/parquet.bin';
const WORKER_FILE = 'assets/parquet.worker-….js';

async function fetchDecoder(
  baseUrl: string,
  onSilence?: OnSilence,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  const url = new URL(`${MODULE_FILE}?v=${PARQUET_VERSION}`, baseUrl).href;
  return downloadModule(url, { signal, onSilence, silenceMs: null }, moduleBytes(url));
}

interface Task extends Pick<ParquetRequest, 'task'> {
  /** Nobody needs the bytes on this side any more. */
  readonly isMoved?: boolean;
}

interface Decoder {
  work(task: Task, bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
  end(): void;
}

function openDecoder(module: ArrayBuffer, onSilence?: OnSilence): Decoder {
  const worker = new Worker(WORKER_URL, { type: 'module' });
  let decoder: ArrayBuffer | null = module;
  return {
    work({ task, isMoved = false }, bytes, signal) {
      const answer = answerOf(worker, onSilence, signal);
      const give: Transferable[] = [
        ...(decoder ? [decoder] : []),
        ...(isMoved ? [bytes.buffer] : []),
      ];
      worker.postMessage({ task, bytes, decoder } satisfies ParquetRequest, give);
      decoder = null;
      return answer;
    },
    end: () => worker.terminate(),
  };
}

/** The worker's next message; one file is decoded at a time. */
function answerOf(
  worker: Worker,
  onSilence?: OnSilence,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const listening = listenFor(WORKER_FILE, onSilence);
  const end = new AbortController();
  const answer = new Promise<Uint8Array>((resolve, reject) => {
    const whole = { signal: end.signal };
    const fail = (event: Event) => {
      event.preventDefault();
      const { message } = event as ErrorEvent;
      const said = `the Parquet decoder failed: ${message || event.type}`;
      // without words of its own: the script did not come, or is none
      const fault = message ? 'instantiate' : 'script';
      reject(new EngineError(fault, said, { file: WORKER_FILE }));
    };
    worker.addEventListener('error', fail, whole);
    worker.addEventListener('messageerror', fail, whole);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<ParquetAnswer>) => {
        if (data && 'bytes' in Object(data)) resolve((data as { bytes: Uint8Array }).bytes);
        else reject(faultOf(Object(data)));
      },
      whole,
    );
    signal?.addEventListener('abort', () => reject(aborted()), whole);
    if (signal?.aborted) reject(aborted());
  });
  return answer.catch(withServersWord).finally(() => {
    end.abort();
    listening.end();
  });
}

/** A script that did not come tells nothing of why: asked for once more, the server says it. */
async function withServersWord(error: unknown): Promise<never> {
  if (error instanceof EngineError && error.fault === 'script') {
    await scriptBlob(WORKER_URL, WORKER_FILE);
  }
  throw error;
}

function faultOf({ error, name }: Extract<ParquetAnswer, { error: string }>): Error {
  if (name === 'DecoderTrap') return new DecoderTrap(error);
  if (name !== 'DecoderFault') return new Error(error);
  return new EngineError('instantiate', `${MODULE_FILE}: ${error}`, { file: MODULE_FILE });
}

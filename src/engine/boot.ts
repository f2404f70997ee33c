/** Starts DuckDB-WASM in a worker, on a server of which nothing is known. */

import type { Connection } from './connection.ts';
import { type Deadline, deadline } from './deadline.ts';
import { downloadModule } from './download.ts';
import { type Engine, EngineError } from './engine.ts';
import { wasmEngine } from './wasm.ts';
import { type Channel, connectWorker, openChannel } from './worker.ts';

/** Where the start stands; `loaded` and `total` count bytes as transferred (`total` null: unknown). */
export interface EngineProgress {
  readonly stage: 'download' | 'start';
  readonly loaded: number;
  readonly total: number | null;
}

export interface EngineOptions {
  /** The folder of the page, e.g. `document.baseURI`: `engine/` lies in it. */
  readonly baseUrl: string;
  readonly onProgress?: (progress: EngineProgress) => void;
  /** Called once when the started engine dies by itself: start another one and load again. */
  readonly onDead?: (error: EngineError) => void;
  readonly signal?: AbortSignal;
  /** How long the server may stay silent, and how long the module may take to start. */
  readonly timeoutMs?: number;
}

/** DuckDB-WASM's version, and after it ours of what is put before the worker's script (vite.config.ts). */
export const ENGINE_VERSION = '1.32.0-2';

const TIMEOUT_MS = 60_000;

type Report = (error: EngineError) => void;

/**
 * Downloads and starts one engine with an empty database.
 *
 * @throws {EngineError} `fetch`, `not-wasm`, `instantiate`, `timeout` or `aborted`; nothing is left running
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const limit = deadline(options.timeoutMs ?? TIMEOUT_MS, 'engine did not start', options.signal);
  const broken = { report: (_: EngineError) => {} };
  const worker = openWorker(options.baseUrl, limit, (error) => broken.report(error));
  try {
    const inflate = async (zipped: Blob) => {
      limit.restart(); // everything is here: from now on the worker must answer
      return (await worker).ask<Blob>('INFLATE', zipped);
    };
    const [channel, module] = await Promise.all([worker, download(options, limit, inflate)]);
    const connection = await connected(channel, module);
    const engine = await wasmEngine(connection, { onDead: options.onDead });
    broken.report = engine.die.bind(engine);
    return engine;
  } catch (cause) {
    limit.fail(cause);
    throw bootError(cause);
  } finally {
    limit.stop();
  }
}

/** From here on the time counts: the download has its own limit, which runs only while nothing comes. */
async function download(
  options: EngineOptions,
  limit: Deadline,
  inflate: (zipped: Blob) => Promise<Blob>,
): Promise<Blob> {
  const { baseUrl, timeoutMs, onProgress } = options;
  let last: EngineProgress = { stage: 'download', loaded: 0, total: null };
  const module = await downloadModule(engineUrl('duckdb.bin', baseUrl), {
    signal: limit.signal,
    silenceMs: timeoutMs ?? TIMEOUT_MS,
    inflate,
    onBytes: (loaded, total) => {
      last = { stage: 'download', loaded, total };
      onProgress?.(last);
    },
  });
  limit.restart();
  onProgress?.({ ...last, stage: 'start' });
  return module;
}

async function connected(channel: Channel, module: Blob): Promise<Connection> {
  const url = URL.createObjectURL(module);
  try {
    return await connectWorker(channel, url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Where the worker's address is refused (a server's idea of its MIME type), its text as a Blob may pass. */
async function openWorker(baseUrl: string, limit: Deadline, onBroken: Report): Promise<Channel> {
  const url = engineUrl('duckdb.worker.js', baseUrl);
  try {
    return await answering(url, limit, onBroken);
  } catch {
    limit.signal.throwIfAborted();
  }
  const script = URL.createObjectURL(await scriptBlob(url, limit.signal));
  try {
    return await answering(script, limit, onBroken);
  } finally {
    URL.revokeObjectURL(script);
  }
}

async function answering(url: string, limit: Deadline, onBroken: Report): Promise<Channel> {
  limit.signal.throwIfAborted();
  const channel = openChannel(new Worker(url), onBroken);
  limit.signal.addEventListener('abort', () => channel.end(limit.signal.reason), { once: true });
  await channel.ask('PING', null);
  return channel;
}

async function scriptBlob(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, { signal });
  const text = await response.text();
  if (!response.ok) throw new EngineError('fetch', `${url}: HTTP ${response.status}`);
  if (text.trimStart().startsWith('<')) {
    const head = JSON.stringify(text.slice(0, 40));
    throw new EngineError('fetch', `${url} is no script, it begins ${head}`);
  }
  return new Blob([text], { type: 'text/javascript' });
}

function engineUrl(name: string, baseUrl: string): string {
  return new URL(`engine/${name}?v=${ENGINE_VERSION}`, baseUrl).href;
}

/** While it starts, an engine that breaks is one that could not be instantiated. */
function bootError(cause: unknown): EngineError {
  if (cause instanceof EngineError && cause.fault !== 'dead') return cause;
  const message = (cause as Error).message ?? String(cause);
  return new EngineError('instantiate', `engine did not start: ${message}`, { cause });
}

/** Starts DuckDB-WASM in a worker, on a server of which nothing is known. */

import { type Deadline, deadline } from '../../net/deadline.ts';
import type { OnSilence } from '../../net/silence.ts';
import type { Connection } from '../connection.ts';
import { type Engine, EngineError } from '../engine.ts';
import { wasmEngine } from '../wasm.ts';
import { engineErrors } from './deadline.ts';
import { downloadModule, type ModuleSink } from './download.ts';
import { watchPolicy } from './policy.ts';
import { scriptBlob } from './script.ts';
import { type Channel, connectWorker, MODULE_FILE, openChannel, WORKER_FILE } from './worker.ts';

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
  /** How long the server may stay silent, and how long the module may take to start; null: for ever. */
  readonly timeoutMs?: number | null;
  /** Told with the file of which nothing has come for 20 s; the wait goes on. */
  readonly onSilence?: OnSilence;
}

/** DuckDB-WASM's version, and after it ours of what is put before the worker's script (inside.ts) and left of the module. */
export const ENGINE_VERSION = '1.32.0-6';

const TIMEOUT_MS = 60_000;

type Report = (error: EngineError) => void;

/**
 * Downloads and starts one engine with an empty database.
 *
 * @throws {EngineError} `fetch`, `not-wasm`, `instantiate`, `timeout` or `aborted`; nothing is left running
 */
export function startEngine(options: EngineOptions): Promise<Engine> {
  return started(options, async (connection, broken) => {
    const engine = await wasmEngine(connection, { onDead: options.onDead });
    broken.report = engine.die.bind(engine);
    return engine;
  });
}

/**
 * The same without an engine over it: its statements come from a worker of ours.
 *
 * @throws {EngineError} as of `startEngine`
 */
export function startConnection(options: EngineOptions): Promise<Connection> {
  return started(options, async (connection) => connection);
}

async function started<T>(
  options: EngineOptions,
  make: (connection: Connection, broken: { report: Report }) => Promise<T>,
): Promise<T> {
  const { timeoutMs = TIMEOUT_MS } = options;
  const limit = deadline(timeoutMs, engineErrors('engine did not start'), options.signal);
  const broken: { report: Report } = { report: () => {} };
  const policy = watchPolicy();
  try {
    const channel = await download(options, limit, (error) => broken.report(error));
    return await make(await connectWorker(channel), broken);
  } catch (cause) {
    limit.fail(cause);
    throw policy.broken() ?? bootError(cause);
  } finally {
    policy.end();
    limit.stop();
  }
}

/**
 * The module goes to the worker while it comes, and is compiled there meanwhile; a second attempt begins with another worker.
 * The download has its own limit, which runs only while nothing comes; from its end on the time of the start counts.
 */
async function download(
  options: EngineOptions,
  limit: Deadline,
  onBroken: Report,
): Promise<Channel> {
  const { baseUrl, timeoutMs = TIMEOUT_MS, onProgress, onSilence } = options;
  const url = engineUrl('duckdb.bin', baseUrl);
  let last: EngineProgress = { stage: 'download', loaded: 0, total: null };
  let fresh: Promise<Channel> | null = openWorker(options, limit, onBroken);
  fresh.catch(() => {}); // told when the module is here
  const open = (isZipped: boolean): ModuleSink<Channel> => {
    const worker = fresh ?? openWorker(options, limit, onBroken);
    fresh = null;
    return {
      write: (piece) =>
        void worker.then(
          (channel) => channel.tell('FEED', { piece, isZipped }, [piece.buffer as ArrayBuffer]),
          () => {},
        ),
      async end() {
        limit.restart();
        onProgress?.({ ...last, stage: 'start' });
        const channel = await worker;
        await channel.ask('FED', null);
        return channel;
      },
    };
  };
  return downloadModule(
    url,
    {
      signal: limit.signal,
      silenceMs: timeoutMs,
      onSilence,
      onBytes: (loaded, total) => {
        last = { stage: 'download', loaded, total };
        onProgress?.(last);
      },
    },
    open,
  );
}

/** Where the worker's address is refused (a server's idea of its MIME type), its text as a Blob may pass. */
async function openWorker(
  { baseUrl, onSilence }: EngineOptions,
  limit: Deadline,
  onBroken: Report,
): Promise<Channel> {
  const url = engineUrl('duckdb.worker.js', baseUrl);
  const answering = async (address: string) => {
    limit.signal.throwIfAborted();
    const channel = openChannel(new Worker(address), onBroken, onSilence);
    limit.signal.addEventListener('abort', () => channel.end(limit.signal.reason), { once: true });
    await channel.ask('PING', null);
    return channel;
  };
  try {
    return await answering(url);
  } catch {
    limit.signal.throwIfAborted();
  }
  const script = URL.createObjectURL(await scriptBlob(url, WORKER_FILE, limit.signal, onSilence));
  try {
    return await answering(script);
  } catch (cause) {
    limit.signal.throwIfAborted();
    throw new EngineError('instantiate', (cause as Error).message, { cause, file: WORKER_FILE });
  } finally {
    URL.revokeObjectURL(script);
  }
}

function engineUrl(name: string, baseUrl: string): string {
  return new URL(`engine/${name}?v=${ENGINE_VERSION}`, baseUrl).href;
}

/** While it starts, an engine that breaks is one that could not be instantiated. */
function bootError(cause: unknown): EngineError {
  if (cause instanceof EngineError && cause.fault !== 'dead') return cause;
  const message = (cause as Error).message ?? String(cause);
  const file = isModuleFault(message) ? MODULE_FILE : '';
  return new EngineError('instantiate', `engine did not start: ${message}`, { cause, file });
}

/**
 * A module that does not start in a browser that compiles what the module needs: then the file is damaged, of another
 * version, or another program. A policy that forbids all compiling says so itself, and so does a lack of memory.
 */
function isModuleFault(message: string): boolean {
  const isOther = /unsafe-eval|Content.Security.Policy|\bCSP\b|disallowed by embedder|memory/i.test(
    message,
  );
  return !isOther && WebAssembly.validate(WITH_EXCEPTIONS);
}

/** A function that throws: exceptions are the youngest feature of the module (Safari 15.2, Firefox 100). */
const WITH_EXCEPTIONS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 13, 3, 1, 0, 0, 10, 6, 1, 4, 0, 8, 0,
  11,
]);

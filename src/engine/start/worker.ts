/**
 * Talks to DuckDB's own worker script.
 *
 * Upstream's `AsyncDuckDB` does the same, but brings 180 kB of Arrow along that we have no use for, and leaves
 * promises pending for ever when its worker dies. The messages are those of version 1.32.0, which
 * `package.json` pins.
 */

import { type Listening, listenFor, type OnSilence } from '../../net/silence.ts';
import { type Connection, openOptions, STORE } from '../connection.ts';
import { EngineError } from '../engine.ts';

export const WORKER_FILE = 'engine/duckdb.worker.js';

interface Answer {
  readonly requestId: number;
  readonly type: string;
  readonly data: unknown;
}

interface Pending {
  resolve(data: unknown): void;
  reject(error: unknown): void;
}

/** Requests and answers over one worker. */
export interface Channel {
  /** Sends one request; `give` are buffers that move to the worker. */
  ask<T>(type: string, data: unknown, give?: Transferable[]): Promise<T>;
  /** Rejects all that is pending and all that comes, and ends the worker. */
  end(error: EngineError): void;
}

/**
 * Opens a channel; `onBroken` is called when the worker reports an error outside of any request, `onSilence`
 * when nothing at all comes while an answer is waited for (a long statement answers every poll).
 */
export function openChannel(
  worker: Worker,
  onBroken: (error: EngineError) => void,
  onSilence?: OnSilence,
): Channel {
  let listening: Listening | null = null;
  const listen = () => {
    if (pending.size === 0) {
      listening?.end();
      listening = null;
    } else if (listening) {
      listening.heard();
    } else {
      listening = listenFor(WORKER_FILE, onSilence);
    }
  };
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let ended: EngineError | null = null;

  const end = (error: EngineError) => {
    if (ended) return;
    ended = error;
    worker.terminate();
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
    listen();
  };
  const breakDown = (event: Event) => {
    event.preventDefault();
    breakAt((event as ErrorEvent).message || `worker sent ${event.type}`);
  };
  const breakAt = (said: string) => {
    const error = new EngineError('dead', `engine worker failed: ${said}`);
    end(error);
    onBroken(error);
  };
  worker.addEventListener('error', breakDown);
  worker.addEventListener('messageerror', breakDown);
  worker.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
    if (answer.type === 'BROKEN') return breakAt(String(answer.data)); // vite.config.ts, PRELUDE
    if (answer.type === 'LOG' || answer.type.includes('PROGRESS')) return; // of no request, or not its end
    const request = pending.get(answer.requestId);
    pending.delete(answer.requestId);
    listen();
    if (answer.type === 'ERROR') request?.reject(answer.data);
    else request?.resolve(answer.data);
  });

  return {
    ask<T>(type: string, data: unknown, give: Transferable[] = []): Promise<T> {
      if (ended) return Promise.reject(ended);
      const messageId = ++lastId;
      worker.postMessage({ messageId, type, data }, give);
      return new Promise<unknown>((resolve, reject) => {
        pending.set(messageId, { resolve, reject });
        if (pending.size === 1) listen();
      }) as Promise<T>;
    },
    end,
  };
}

/** Loads the module into the worker, opens an empty in-memory database and connects to it. */
export async function connectWorker(
  channel: Channel,
  moduleUrl: string,
  pollMs?: number,
): Promise<Connection> {
  await channel.ask('INSTANTIATE', [moduleUrl, null]);
  await channel.ask('OPEN', openOptions(pollMs));
  const id = await channel.ask<number>('CONNECT', null);
  return {
    start: (sql) => channel.ask('START_PENDING_QUERY', [id, sql, false]),
    poll: () => channel.ask('POLL_PENDING_QUERY', id),
    cancel: () => channel.ask('CANCEL_PENDING_QUERY', id),
    fetch: () => channel.ask('FETCH_QUERY_RESULTS', id),
    append: (table, ipc) => append(channel, table, ipc),
    hand: (path, bytes) => hand(channel, path, bytes),
    close: () => channel.end(new EngineError('dead', 'engine closed')),
  };
}

/**
 * A connection of its own for each insert: a stream that ended early would stay in the connection's decoder
 * and spoil the next one. The buffer is moved, not copied.
 */
async function append(channel: Channel, table: string, ipc: Uint8Array): Promise<void> {
  const id = await channel.ask<number>('CONNECT', null);
  try {
    const options = { name: table, schema: STORE, create: false };
    await channel.ask('INSERT_ARROW_FROM_IPC_STREAM', [id, ipc, options], [ipc.buffer]);
  } finally {
    await channel.ask('DISCONNECT', id);
  }
}

async function hand(channel: Channel, path: string, bytes: Uint8Array | null): Promise<void> {
  await channel.ask('DROP_FILE', path);
  if (bytes) await channel.ask('REGISTER_FILE_BUFFER', [path, bytes], [bytes.buffer]);
}

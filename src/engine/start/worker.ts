/**
 * Talks to DuckDB's own worker script.
 *
 * Upstream's `AsyncDuckDB` does the same, but brings 180 kB of Arrow along that we have no use for, and leaves
 * promises pending for ever when its worker dies. The messages are those of version 1.32.0, which
 * `package.json` pins.
 */

import { type Listening, listenFor, type OnSilence } from '../../net/silence.ts';
import { type Connection, OPEN_OPTIONS, STORE } from '../connection.ts';
import { EngineError } from '../engine.ts';
import { aborted } from '../queue.ts';
import { damaged } from './download.ts';

export const WORKER_FILE = 'engine/duckdb.worker.js';
export const MODULE_FILE = 'engine/duckdb.bin';

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
  /** Sends one request; `give` are buffers that move to the worker. A signal asks it to stop, and is answered too. */
  ask<T>(type: string, data: unknown, give?: Transferable[], signal?: AbortSignal): Promise<T>;
  /** Sends what is not answered. */
  tell(type: string, data: unknown, give: Transferable[]): void;
  /** Rejects all that is pending and all that comes, and ends the worker. */
  end(error: EngineError): void;
}

/**
 * Opens a channel; `onBroken` is called when the worker reports an error outside of any request, `onSilence`
 * when nothing at all comes while an answer is waited for (long statements give signs of life).
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
    if (answer.type === 'BROKEN') return breakAt(String(answer.data));
    if (answer.type === 'DAMAGED') return end(damaged(MODULE_FILE));
    if (answer.type === 'ALIVE') return listening?.heard();
    if (answer.type === 'LOG') return; // of no request
    const request = pending.get(answer.requestId);
    pending.delete(answer.requestId);
    listen();
    if (answer.type === 'ERROR') request?.reject(answer.data);
    else request?.resolve(answer.data);
  });

  return {
    ask<T>(type: string, data: unknown, give: Transferable[] = [], signal?: AbortSignal) {
      if (ended) return Promise.reject(ended);
      const messageId = ++lastId;
      worker.postMessage({ messageId, type, data }, give);
      const stop = () => worker.postMessage({ messageId: 0, type: 'STOP', data: messageId });
      signal?.addEventListener('abort', stop, { once: true });
      const answered = new Promise<unknown>((resolve, reject) => {
        pending.set(messageId, { resolve, reject });
        if (pending.size === 1) listen();
      });
      return answered.finally(() => signal?.removeEventListener('abort', stop)) as Promise<T>;
    },
    tell(type, data, give) {
      if (!ended) worker.postMessage({ messageId: 0, type, data }, give);
    },
    end,
  };
}

/** Opens an empty in-memory database and connects to it; the worker has its module. */
export async function connectWorker(channel: Channel): Promise<Connection> {
  await channel.ask('OPEN', OPEN_OPTIONS);
  const id = await channel.ask<number>('CONNECT', null);
  return {
    async run(statements, signal) {
      const run = [id, statements];
      const messages = await channel.ask<Uint8Array[] | null>('RUN', run, [], signal);
      if (!messages) throw aborted();
      return messages;
    },
    append(table, ipc) {
      const options = { name: table, schema: STORE, create: false };
      return channel.ask('APPEND', [ipc, options], [ipc.buffer as ArrayBuffer]); // moved, not copied
    },
    hand: (path, bytes) => hand(channel, path, bytes),
    close: () => channel.end(new EngineError('dead', 'engine closed')),
  };
}

async function hand(channel: Channel, path: string, bytes: Uint8Array | null): Promise<void> {
  await channel.ask('DROP_FILE', path);
  if (bytes) await channel.ask('REGISTER_FILE_BUFFER', [path, bytes], [bytes.buffer]);
}

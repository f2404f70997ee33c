/**
 * Stands before DuckDB's own script in its worker, as part of the same file (vite.config.ts). When it changes, so does
 * `ENGINE_VERSION`.
 *
 * RUN takes statements and answers once: between page and worker each message waits until the page has time.
 *
 * APPEND takes an Arrow stream, and opens and closes the connection that it needs.
 *
 * FEED takes a piece of the module, gzipped or not: it is inflated and compiled while the next one comes. FED is answered
 * when all of it is ready. A gzip that does not inflate is told as DAMAGED.
 *
 * When `instantiateStreaming` fails, upstream leaves the rejection unhandled and the page waits for ever: it is told as
 * a message of its own, BROKEN, and counts as caught.
 */
import { type Pieces, runStatements } from '../run.ts';

interface Message {
  readonly messageId: number;
  readonly requestId?: number;
  readonly type: string;
  readonly data: unknown;
}

interface Asked {
  resolve(data: unknown): void;
  reject(error: unknown): void;
}

type Post = (message: Message, give?: Transferable[]) => void;

const scope = globalThis as unknown as {
  postMessage: Post;
  fetch: typeof fetch;
  /** DuckDB's own. */
  onmessage(event: { readonly data: Message }): void;
  addEventListener(type: string, listener: (event: never) => void): void;
};

const post: Post = scope.postMessage.bind(globalThis);
const answer = (requestId: number, type: string, data: unknown, give: Transferable[] = []) =>
  post({ messageId: 0, requestId, type, data }, give);

/** What was asked of DuckDB from here, by numbers that the page does not use. */
const asked = new Map<number, Asked>();
let lastId = 0;

scope.postMessage = (message, give) => {
  if (message.type === 'INSTANTIATE_PROGRESS') return; // one a piece, and no answer
  const own = asked.get(message.requestId ?? 0);
  if (!own) return post(message, give);
  asked.delete(message.requestId ?? 0);
  if (message.type === 'ERROR') own.reject(message.data);
  else own.resolve(message.data);
};

function ask<T>(type: string, data: unknown): Promise<T> {
  lastId -= 1;
  const messageId = lastId;
  return new Promise<unknown>((resolve, reject) => {
    asked.set(messageId, { resolve, reject });
    scope.onmessage({ data: { messageId, type, data } });
  }) as Promise<T>;
}

/** A turn of the loop of events; a timer would take four milliseconds. */
const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

function turn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

/** Requests under way, and which of them nobody waits for any more. */
const running = new Set<number>();
const stopped = new Set<number>();

/** A sign of life so often, while statements run. */
const ALIVE_MS = 1000;

async function run(requestId: number, [connection, statements]: readonly [number, string[]]) {
  running.add(requestId);
  const alive = lifeSigns(requestId);
  const pieces: Pieces = {
    start: (sql) => ask('START_PENDING_QUERY', [connection, sql, false]),
    poll: () => ask('POLL_PENDING_QUERY', connection),
    cancel: () => ask('CANCEL_PENDING_QUERY', connection),
    fetch: () => ask('FETCH_QUERY_RESULTS', connection),
    turn() {
      alive();
      return turn();
    },
    isStopped: () => stopped.has(requestId),
  };
  try {
    const messages = await runStatements(pieces, statements);
    answer(
      requestId,
      'RAN',
      messages,
      messages?.map(({ buffer }) => buffer as ArrayBuffer),
    );
  } catch (error) {
    answer(requestId, 'ERROR', error);
  } finally {
    running.delete(requestId);
    stopped.delete(requestId);
  }
}

function lifeSigns(requestId: number): () => void {
  let last = performance.now();
  return () => {
    if (performance.now() - last < ALIVE_MS) return;
    last = performance.now();
    answer(requestId, 'ALIVE', null);
  };
}

/** The module that comes piece by piece, and DuckDB's answer once it is compiled. */
interface Feed {
  readonly pieces: WritableStreamDefaultWriter<Uint8Array>;
  readonly made: Promise<unknown>;
}
let feed: Feed | null = null;

/** By this name DuckDB's script asks for the module that is being fed; it is never fetched. */
const MODULE_URL = 'data:application/wasm,';

function openFeed(isZipped: boolean): Feed {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const module = isZipped ? inflated(readable) : readable;
  const fetched = scope.fetch.bind(globalThis);
  scope.fetch = (input, init) => {
    if (new Request(input).url !== MODULE_URL) return fetched(input, init);
    const headers = { 'content-type': 'application/wasm' };
    return Promise.resolve(new Response(module, { headers }));
  };
  const made = ask('INSTANTIATE', [MODULE_URL, null]);
  made.catch(() => {}); // told to whoever has fed the last piece
  return { pieces: writable.getWriter(), made };
}

/** A gzip that ends early or breaks is told by its own name, before the compiler says what it makes of it. */
function inflated(zipped: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const gunzip = new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>;
  zipped
    .pipeThrough(gunzip)
    .pipeTo(writable, { preventAbort: true })
    .catch((error) => {
      answer(0, 'DAMAGED', null);
      return writable.abort(error);
    });
  return readable;
}

function take({ piece, isZipped }: { piece: Uint8Array; isZipped: boolean }): void {
  feed ??= openFeed(isZipped);
  feed.pieces.write(piece).catch(() => {}); // told by `inflated`, or by the compiler
}

async function finish(requestId: number): Promise<void> {
  try {
    await feed?.pieces.close();
    await feed?.made;
    answer(requestId, 'FED', null);
  } catch (error) {
    answer(requestId, 'ERROR', error);
  }
}

/**
 * A connection of its own for each insert: a stream that ended early would stay in the connection's decoder
 * and spoil the next one.
 */
async function append(requestId: number, [ipc, options]: readonly [Uint8Array, unknown]) {
  try {
    const id = await ask('CONNECT', null);
    try {
      await ask('INSERT_ARROW_FROM_IPC_STREAM', [id, ipc, options]);
    } finally {
      await ask('DISCONNECT', id);
    }
    answer(requestId, 'APPENDED', null);
  } catch (error) {
    answer(requestId, 'ERROR', error);
  }
}

/** False for what DuckDB's own script answers. */
function handled({ messageId, type, data }: Message): boolean {
  if (type === 'RUN') void run(messageId, data as [number, string[]]);
  else if (type === 'APPEND') void append(messageId, data as [Uint8Array, unknown]);
  else if (type === 'STOP' && running.has(data as number)) stopped.add(data as number);
  else if (type === 'FEED') take(data as Parameters<typeof take>[0]);
  else if (type === 'FED') void finish(messageId);
  else return type === 'STOP';
  return true;
}

scope.addEventListener('message', (event: MessageEvent<Message>) => {
  if (handled(event.data)) event.stopImmediatePropagation();
});

scope.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
  event.preventDefault();
  answer(0, 'BROKEN', String(event.reason));
});

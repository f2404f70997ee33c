/**
 * Stands before DuckDB's own script in its worker, as part of the same file (vite.config.ts). When it changes, so does
 * `ENGINE_VERSION`.
 *
 * RUN takes statements and answers once: between page and worker each message waits until the page has time.
 *
 * APPEND takes an Arrow stream, and opens and closes the connection that it needs.
 *
 * INFLATE takes a gzipped Blob and answers with the inflated one: the worker has nothing else to do then, the page has.
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

function inflate(requestId: number, zipped: Blob): void {
  new Response(zipped.stream().pipeThrough(new DecompressionStream('gzip'))).blob().then(
    (blob) => answer(requestId, 'INFLATED', blob),
    (error) => answer(requestId, 'ERROR', { message: String(error) }),
  );
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
  else if (type === 'INFLATE') inflate(messageId, data as Blob);
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

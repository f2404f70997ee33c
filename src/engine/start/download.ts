/** Fetches a WebAssembly module that is stored gzipped under a neutral name, from any static server. */

import { fetching } from '../../net/fetching.ts';
import { asksWho, isPage } from '../../net/page.ts';
import type { OnSilence } from '../../net/silence.ts';
import { EngineError } from '../engine.ts';
import { engineErrors } from './deadline.ts';

export interface DownloadOptions {
  /** Bytes received so far; `total` is null when the server does not say. */
  readonly onBytes?: ((loaded: number, total: number | null) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long the server may stay silent, before the answer and between its pieces; null: for ever. */
  readonly silenceMs?: number | null | undefined;
  /** Told while nothing comes; the wait goes on. */
  readonly onSilence?: OnSilence | undefined;
}

/** Where a module goes while it comes. */
export interface ModuleSink<T> {
  /** Takes the next piece, as it came; nobody else needs it any more. */
  write(piece: Uint8Array): void;
  /** What was made of the pieces, now that the last one was written. */
  end(): Promise<T>;
}

const ATTEMPTS = 2;
const SILENCE_LIMIT_MS = 30_000;
const GZIP = [0x1f, 0x8b];
const WASM = [0x00, 0x61, 0x73, 0x6d];

/** Enough to tell gzip, a module, and the beginning of anything else. */
const HEAD_BYTES = 16;
/** A login page tells itself within these. */
const PAGE_BYTES = 100_000;

/**
 * Fetches a module; one more attempt follows a failure of the network, into another sink.
 *
 * @param open makes a sink of what begins like a module: `isZipped` unless the server has inflated it on its own account
 * @throws {EngineError} `fetch`, `timeout`, `aborted`, or `not-wasm` quoting URL and first bytes; and what the sink throws
 */
export async function downloadModule<T>(
  url: string,
  options: DownloadOptions,
  open: (isZipped: boolean) => ModuleSink<T>,
): Promise<T> {
  const file = fileOf(url);
  for (let attempt = 1; ; attempt++) {
    const sink = await downloadOnce(url, file, options, open).catch((cause) => {
      const error = named(cause, url, file);
      const mayPass = error.fault === 'fetch' || error.fault === 'timeout';
      if (attempt === ATTEMPTS || !mayPass || error.cause === FINAL) throw error;
      return null;
    });
    if (sink) return sink.end();
  }
}

/** The whole module in memory, inflated. */
export function moduleBytes(url: string): (isZipped: boolean) => ModuleSink<ArrayBuffer> {
  return (isZipped) => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    return {
      write: (piece) => void pieces.push(piece as Uint8Array<ArrayBuffer>),
      end() {
        const blob = new Blob(pieces);
        if (!isZipped) return blob.arrayBuffer();
        const inflated = new Response(blob.stream().pipeThrough(new DecompressionStream('gzip')));
        return inflated.arrayBuffer().catch((cause) => {
          throw damaged(fileOf(url), { cause });
        });
      },
    };
  };
}

/** A file that begins like a gzip and does not inflate. */
export function damaged(file: string, options?: ErrorOptions): EngineError {
  const message = `${file} is damaged: gzip that does not inflate`;
  return new EngineError('not-wasm', message, { ...options, file });
}

/** Marks an answer that asking again would not change. */
const FINAL = Symbol('final');

/** "engine/duckdb.bin", as people find it on their server. */
export function fileOf(url: string): string {
  return new URL(url).pathname.split('/').slice(-2).join('/');
}

function downloadOnce<T>(
  url: string,
  file: string,
  options: DownloadOptions,
  open: (isZipped: boolean) => ModuleSink<T>,
): Promise<ModuleSink<T>> {
  const { silenceMs = SILENCE_LIMIT_MS, signal, onSilence } = options;
  const onPiece = counter(options);
  const errors = engineErrors(`${url}: nothing received`);
  const limits = { file, signal, onSilence, giveUpMs: silenceMs, onPiece, errors };
  return fetching(url, limits, async ({ response, body }) => {
    if (!response.ok || !body) {
      const { status } = response;
      const cause = status < 500 ? FINAL : undefined;
      throw new EngineError('fetch', `${url}: HTTP ${status}`, { cause, file, status });
    }
    const reader = body.getReader();
    const head = await readUpTo(reader, HEAD_BYTES);
    const isZipped = startsWith(head, GZIP);
    if (!isZipped && !startsWith(head, WASM)) {
      throw noModule(response, [head, await readUpTo(reader, PAGE_BYTES)], file);
    }
    const sink = open(isZipped);
    sink.write(head);
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      sink.write(next.value);
    }
    return sink;
  });
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/** At least `bytes`, where so many come. */
async function readUpTo(reader: Reader, bytes: number): Promise<Uint8Array> {
  let head = new Uint8Array();
  while (head.length < bytes) {
    const { done, value } = await reader.read();
    if (done) break;
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  return head;
}

/** With a Content-Encoding the length is that of other bytes than those that arrive here. */
function counter(options: DownloadOptions) {
  let loaded = 0;
  return (piece: Uint8Array, { headers }: Response) => {
    const length = headers.get('content-encoding') ? null : headers.get('content-length');
    loaded += piece.length;
    options.onBytes?.(loaded, Number(length) || null);
  };
}

/** A login has a remedy of its own; any other page stands for a file that is not there. */
function noModule(response: Response, parts: readonly Uint8Array[], file: string): EngineError {
  const { url } = response; // of what came; the file is the one that was asked for
  const decoder = new TextDecoder();
  const text = parts.map((part) => decoder.decode(part, { stream: true })).join('');
  if (isPage(text)) {
    const status = asksWho(response, text) ? 401 : 404;
    return new EngineError('fetch', `${url} is a page`, { cause: FINAL, file, status });
  }
  const begin = JSON.stringify(String.fromCharCode(...(parts[0] ?? []).slice(0, HEAD_BYTES)));
  return new EngineError('not-wasm', `${url} is no WebAssembly module, it begins ${begin}`, {
    file: fileOf(url),
  });
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function named(cause: unknown, url: string, file: string): EngineError {
  if (cause instanceof EngineError) return cause;
  return new EngineError('fetch', `${url}: ${(cause as Error).message}`, { cause, file });
}

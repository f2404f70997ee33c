/** Fetches a WebAssembly module that is stored gzipped under a neutral name, from any static server. */

import { deadline } from './deadline.ts';
import { EngineError } from './engine.ts';

export interface DownloadOptions {
  /** Bytes received so far; `total` is null when the server does not say. */
  readonly onBytes?: ((loaded: number, total: number | null) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long the server may stay silent, before the answer and between its pieces. */
  readonly silenceMs?: number | undefined;
  /** Inflates elsewhere: here the pieces would wait for whatever else the page does. */
  readonly inflate?: ((zipped: Blob) => Promise<Blob>) | undefined;
}

const ATTEMPTS = 2;
const SILENCE_MS = 30_000;
const GZIP = [0x1f, 0x8b];
const WASM = [0x00, 0x61, 0x73, 0x6d];

/**
 * Fetches and inflates a module; one more attempt follows a failure of the network.
 *
 * @returns a Blob of type `application/wasm`, so that what the server calls the file does not matter
 * @throws {EngineError} `fetch`, `timeout`, `aborted`, or `not-wasm` quoting URL and first bytes
 */
export async function downloadModule(url: string, options: DownloadOptions = {}): Promise<Blob> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await downloadOnce(url, options);
    } catch (cause) {
      const error = named(cause, url);
      const mayPass = error.fault === 'fetch' || error.fault === 'timeout';
      if (attempt === ATTEMPTS || !mayPass || error.cause === FINAL) throw error;
    }
  }
}

/** Marks an answer that asking again would not change. */
const FINAL = Symbol('final');

async function downloadOnce(url: string, options: DownloadOptions): Promise<Blob> {
  const { silenceMs = SILENCE_MS } = options;
  const limit = deadline(silenceMs, `${url}: nothing received`, options.signal);
  limit.restart();
  try {
    const response = await fetch(url, { signal: limit.signal });
    if (!response.ok || !response.body) {
      const cause = response.status < 500 ? FINAL : undefined;
      throw new EngineError('fetch', `${url}: HTTP ${response.status}`, { cause });
    }
    const body = response.body.pipeThrough(counter(response, options, limit.restart));
    return await inflated(body, url, limit.signal, options.inflate);
  } catch (cause) {
    throw limit.signal.aborted ? limit.signal.reason : cause;
  } finally {
    limit.stop();
  }
}

/** With a Content-Encoding the length is that of other bytes than those that arrive here. */
function counter(response: Response, options: DownloadOptions, heard: () => void) {
  const { headers } = response;
  const length = headers.get('content-encoding') ? null : headers.get('content-length');
  const total = Number(length) || null;
  let loaded = 0;
  return new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, out) {
      heard();
      loaded += piece.length;
      options.onBytes?.(loaded, total);
      out.enqueue(piece);
    },
  });
}

/** A server may have inflated the file on its own account: the first bytes decide, not the headers. */
async function inflated(
  body: ReadableStream<Uint8Array>,
  url: string,
  signal: AbortSignal,
  inflate: DownloadOptions['inflate'],
): Promise<Blob> {
  const blob = await new Response(body).blob();
  const isZipped = startsWith(await firstBytes(blob), GZIP);
  const elsewhere = isZipped && inflate ? await inflate(blob).catch(() => null) : null;
  signal.throwIfAborted();
  const module = elsewhere ?? (await here(blob, isZipped, url));
  const magic = await firstBytes(module);
  if (startsWith(magic, WASM)) return module.slice(0, module.size, 'application/wasm');
  throw new EngineError('not-wasm', `${url} is no WebAssembly module, it begins ${quoted(magic)}`);
}

async function here(blob: Blob, isZipped: boolean, url: string): Promise<Blob> {
  if (!isZipped) return blob;
  const stream = blob.stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).blob().catch((cause) => {
    throw new EngineError('not-wasm', `${url} is damaged: gzip that does not inflate`, { cause });
  });
}

async function firstBytes(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.slice(0, 16).arrayBuffer());
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function quoted(bytes: Uint8Array): string {
  return JSON.stringify(String.fromCharCode(...bytes));
}

function named(cause: unknown, url: string): EngineError {
  if (cause instanceof EngineError) return cause;
  return new EngineError('fetch', `${url}: ${(cause as Error).message}`, { cause });
}

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
  /** Inflates elsewhere: here the pieces would wait for whatever else the page does. */
  readonly inflate?: ((zipped: Blob) => Promise<Blob>) | undefined;
}

const ATTEMPTS = 2;
const SILENCE_LIMIT_MS = 30_000;
const GZIP = [0x1f, 0x8b];
const WASM = [0x00, 0x61, 0x73, 0x6d];

/**
 * Fetches and inflates a module; one more attempt follows a failure of the network.
 *
 * @returns a Blob of type `application/wasm`, so that what the server calls the file does not matter
 * @throws {EngineError} `fetch`, `timeout`, `aborted`, or `not-wasm` quoting URL and first bytes
 */
export async function downloadModule(url: string, options: DownloadOptions = {}): Promise<Blob> {
  const file = fileOf(url);
  for (let attempt = 1; ; attempt++) {
    try {
      return await downloadOnce(url, file, options);
    } catch (cause) {
      const error = named(cause, url, file);
      const mayPass = error.fault === 'fetch' || error.fault === 'timeout';
      if (attempt === ATTEMPTS || !mayPass || error.cause === FINAL) throw error;
    }
  }
}

/** Marks an answer that asking again would not change. */
const FINAL = Symbol('final');

/** "engine/duckdb.bin", as people find it on their server. */
export function fileOf(url: string): string {
  return new URL(url).pathname.split('/').slice(-2).join('/');
}

async function downloadOnce(url: string, file: string, options: DownloadOptions): Promise<Blob> {
  const { silenceMs = SILENCE_LIMIT_MS, signal, onSilence } = options;
  const onPiece = counter(options);
  return fetching(
    url,
    {
      file,
      signal,
      onSilence,
      giveUpMs: silenceMs,
      onPiece,
      errors: engineErrors(`${url}: nothing received`),
    },
    async ({ response, body, limit }) => {
      if (!response.ok || !body) {
        const { status } = response;
        const cause = status < 500 ? FINAL : undefined;
        throw new EngineError('fetch', `${url}: HTTP ${status}`, { cause, file, status });
      }
      return inflated({ body, response, file }, limit.signal, options.inflate);
    },
  );
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

interface Answer {
  readonly body: ReadableStream<Uint8Array>;
  readonly response: Response;
  /** That was asked for; a redirect may have led to another. */
  readonly file: string;
}

/** A server may have inflated the file on its own account: the first bytes decide, not the headers. */
async function inflated(
  { body, response, file }: Answer,
  signal: AbortSignal,
  inflate: DownloadOptions['inflate'],
): Promise<Blob> {
  const { url } = response;
  const blob = await new Response(body).blob();
  const head = new TextDecoder().decode(await blob.slice(0, 100_000).arrayBuffer());
  if (isPage(head)) throw pageInstead(response, head, file);
  const isZipped = startsWith(await firstBytes(blob), GZIP);
  const elsewhere = isZipped && inflate ? await inflate(blob).catch(() => null) : null;
  signal.throwIfAborted();
  const module = elsewhere ?? (await here(blob, isZipped, url));
  const magic = await firstBytes(module);
  if (startsWith(magic, WASM)) return module.slice(0, module.size, 'application/wasm');
  throw new EngineError('not-wasm', `${url} is no WebAssembly module, it begins ${quoted(magic)}`, {
    file: fileOf(url),
  });
}

/** A login has a remedy of its own; any other page stands for a file that is not there. */
function pageInstead(response: Response, head: string, file: string): EngineError {
  const { url } = response; // of the page; the file is the one that was asked for
  const status = asksWho(response, head) ? 401 : 404;
  return new EngineError('fetch', `${url} is a page`, { cause: FINAL, file, status });
}

async function here(blob: Blob, isZipped: boolean, url: string): Promise<Blob> {
  if (!isZipped) return blob;
  const stream = blob.stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).blob().catch((cause) => {
    throw new EngineError('not-wasm', `${url} is damaged: gzip that does not inflate`, {
      cause,
      file: fileOf(url),
    });
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

function named(cause: unknown, url: string, file: string): EngineError {
  if (cause instanceof EngineError) return cause;
  return new EngineError('fetch', `${url}: ${(cause as Error).message}`, { cause, file });
}

/** A static file server that can misbehave the way intranet servers do. */

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** An answer given instead of the file; what is left out is 200, no headers, empty. */
export interface CannedResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface ServeOptions {
  /** Sub-folder of the site, e.g. `/dan-van`; everything outside it is 404. */
  readonly prefix?: string;
  /** `octet-stream`: a server that knows no type but html, js and css. */
  readonly mime?: 'right' | 'octet-stream';
  /** Wait before every answer, or before that of some addresses. */
  readonly delayMs?: number | ((url: string) => number);
  /** Called with path and query as requested; what it returns is sent instead of the file. */
  readonly override?: (url: string) => CannedResponse | undefined;
  /** Answers by itself, or not at all: true where it has taken the request over. */
  readonly takeOver?: (url: string, response: ServerResponse) => boolean;
}

export interface StaticServer {
  /** Address of the folder, with a trailing slash. */
  readonly url: string;
  /** Path and query of every request so far, in order. */
  readonly requests: string[];
  close(): Promise<void>;
}

const BASIC: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const RIGHT: Record<string, string> = {
  ...BASIC,
  '.json': 'application/json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Serves `dir` on a free port of 127.0.0.1, over plain http. */
export async function serveFolder(dir: string, options: ServeOptions = {}): Promise<StaticServer> {
  const prefix = `/${options.prefix ?? ''}/`.replace(/\/+/g, '/');
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(request.url ?? '/');
    const { delayMs = 0 } = options;
    await wait(typeof delayMs === 'number' ? delayMs : delayMs(request.url ?? '/'));
    if (options.takeOver?.(request.url ?? '/', response)) return;
    answer(dir, prefix, options, request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}${prefix}`, requests, close };
}

function answer(
  dir: string,
  prefix: string,
  options: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const url = request.url ?? '/';
  const canned = options.override?.(url);
  const path = decodePath(url);
  const file = path?.startsWith(prefix) ? fileOf(dir, path.slice(prefix.length)) : undefined;
  if (canned) {
    response.writeHead(canned.status ?? 200, { ...canned.headers }).end(canned.body);
  } else if (`${path}/` === prefix) {
    response.writeHead(301, { location: prefix }).end();
  } else if (file) {
    sendFile(file, options.mime === 'octet-stream' ? BASIC : RIGHT, request, response);
  } else {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>404</title><h1>Not found</h1>');
  }
}

function sendFile(
  file: string,
  types: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead(200, {
    'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': statSync(file).size,
    'cache-control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file).pipe(response);
}

/** The path without its query, or nothing for a malformed escape. */
function decodePath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
  } catch {
    return undefined;
  }
}

function fileOf(dir: string, relative: string): string | undefined {
  const root = normalize(dir);
  const path = join(root, relative);
  if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep)) return undefined;
  if (!existsSync(path)) return undefined;
  if (statSync(path).isFile()) return path;
  const index = join(path, 'index.html');
  return existsSync(index) ? index : undefined;
}

/**
 * The build: one static site for any folder of any server. Besides the page it ships the WebAssembly modules,
 * gzipped under neutral names so that no server needs a MIME entry for them, and the packages of `data/`.
 */

import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type ResolvedConfig } from 'vite';

const MODULES = resolve(import.meta.dirname, 'node_modules');
const CACHE = join(MODULES, '.cache/engine');
const DUCKDB = join(MODULES, '@duckdb/duckdb-wasm/dist');

/**
 * When `instantiateStreaming` fails inside the worker, upstream leaves the rejection unhandled and the page
 * waits for ever. Thrown again from a timer, it reaches the page as the worker's `error` event.
 */
const PRELUDE =
  "self.addEventListener('unhandledrejection',e=>{setTimeout(()=>{throw e.reason})});\n";

const FILES: Record<string, () => Buffer> = {
  'engine/duckdb.bin': () => gzipped(join(DUCKDB, 'duckdb-eh.wasm')),
  'engine/parquet.bin': () => gzipped(join(MODULES, 'parquet-wasm/esm/parquet_wasm_bg.wasm')),
  'engine/duckdb.worker.js': workerScript,
};

/** Emits `engine/*` in a build and serves the same three files in development. */
function engineFiles(): Plugin {
  return {
    name: 'engine-files',
    generateBundle() {
      for (const [fileName, read] of Object.entries(FILES)) {
        this.emitFile({ type: 'asset', fileName, source: read() });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = request.url?.split('?', 1)[0]?.slice(1) ?? '';
        const read = FILES[path];
        if (!read) return next();
        const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
        response.setHeader('content-type', type);
        response.end(read());
      });
    },
  };
}

/**
 * Keeps Vite from emitting a second, unzipped copy (5 MB) of the Parquet module: its glue names the file as
 * a default that `readParquet` never uses.
 */
function withoutDefaultParquetModule(): Plugin {
  return {
    name: 'without-default-parquet-module',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('parquet-wasm')) return null;
      return code.replace("new URL('parquet_wasm_bg.wasm', import.meta.url)", 'undefined');
    },
  };
}

function workerScript(): Buffer {
  const script = readFileSync(join(DUCKDB, 'duckdb-browser-eh.worker.js'), 'utf8');
  return Buffer.from(PRELUDE + script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** gzip -9 of 34 MB takes seconds: kept under the hash of what went in. */
function gzipped(file: string): Buffer {
  const bytes = readFileSync(file);
  const cached = join(CACHE, `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.gz`);
  if (existsSync(cached)) return readFileSync(cached);
  mkdirSync(CACHE, { recursive: true });
  const zipped = gzipSync(bytes, { level: 9 });
  const draft = `${cached}.${process.pid}`;
  writeFileSync(draft, zipped);
  renameSync(draft, cached);
  return zipped;
}

/** Packages are shipped; the notes on them and the generator of the sample are not. */
const isShipped = (file: string) => !['README.md', 'generate'].includes(basename(file));

/** Copies `folder` to `dist/data`, except README files, and serves it in development. */
function dataFolder(folder: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'data-folder',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      const target = resolve(config.root, config.build.outDir, 'data');
      cpSync(folder, target, { recursive: true, filter: isShipped });
    },
    configureServer(server) {
      server.middlewares.use('/data', (request, response, next) => {
        const file = fileOf(folder, request.url ?? '/');
        if (!file) return next();
        createReadStream(file).pipe(response);
      });
    },
  };
}

function fileOf(folder: string, url: string): string | undefined {
  const file = join(folder, decodeURIComponent(url.split('?', 1)[0] ?? ''));
  if (!file.startsWith(folder + sep) || !isShipped(file)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

export default defineConfig({
  base: './', // the site lives in any folder of any static server
  plugins: [
    react(),
    engineFiles(),
    withoutDefaultParquetModule(),
    dataFolder(resolve(import.meta.dirname, 'data')),
  ],
  worker: { format: 'es', plugins: () => [withoutDefaultParquetModule()] },
  build: { target: ['chrome109', 'firefox115', 'safari16.4'], chunkSizeWarningLimit: 800 },
});

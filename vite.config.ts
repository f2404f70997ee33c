/**
 * The build: one static site for any folder of any server. Besides the page it ships the WebAssembly modules,
 * gzipped under neutral names so that no server needs a MIME entry for them, and the packages of `data/`.
 */

import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';
import { codeVersion } from './server/code-version.mjs';
import { withoutExports } from './src/engine/start/slim.ts';

const MODULES = resolve(import.meta.dirname, 'node_modules');
const CACHE = join(MODULES, '.cache/engine');
const DUCKDB = join(MODULES, '@duckdb/duckdb-wasm/dist');

/** Browsers of offices, some of them on systems that get no newer ones. */
const TARGET = ['chrome109', 'firefox115', 'safari16.4'];

const FILES: Record<string, () => Buffer | Promise<Buffer>> = {
  'engine/duckdb.bin': () => gzipped(engineModule()),
  'engine/parquet.bin': () =>
    gzipped(readFileSync(join(MODULES, 'parquet-wasm/esm/parquet_wasm_bg.wasm'))),
  'engine/duckdb.worker.js': workerScript,
};

/** Emits `engine/*` in a build and serves the same three files in development. */
function engineFiles(): Plugin {
  return {
    name: 'engine-files',
    async generateBundle() {
      for (const [fileName, read] of Object.entries(FILES)) {
        this.emitFile({ type: 'asset', fileName, source: await read() });
      }
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = request.url?.split('?', 1)[0]?.slice(1) ?? '';
        const read = FILES[path];
        if (!read) return next();
        const type = path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
        response.setHeader('content-type', type);
        response.end(await read());
      });
    },
  };
}

/** The style sheet at the end of the page: while it is waited for, what stands in the page can be read. */
function styleLast(): Plugin {
  return {
    name: 'style-last',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
        const rest = links.reduce((text, link) => text.replace(link, ''), html);
        return rest.replace('</body>', `${links.join('')}</body>`);
      },
    },
  };
}

/**
 * What asks ahead (src/app/ahead.ts) runs first, and the script that all landing views share comes beside the page's;
 * those of a single view are named in the page, so that what runs first can ask for the one that the address needs.
 */
function scriptsAhead(): Plugin {
  return {
    name: 'scripts-ahead',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const link = (file: string) => `./${file}`;
        const files = (name: string) =>
          Object.keys(bundle).filter((file) =>
            new RegExp(`^assets/${name}-[^/]*\\.js$`).test(file),
          );
        const ahead = files('ahead').map((file) => ({
          ...{ tag: 'script', injectTo: 'head' as const },
          attrs: { type: 'module', async: true, crossorigin: true, src: link(file) },
        }));
        const shared = files('views').map((file) => ({
          ...{ tag: 'link', injectTo: 'head' as const },
          attrs: { rel: 'modulepreload', crossorigin: true, href: link(file) },
        }));
        const own = LANDING.map((view) => [dirname(view), scriptsOf(view, bundle).map(link)]);
        const content = JSON.stringify(Object.fromEntries(own));
        const named = {
          tag: 'meta',
          injectTo: 'head' as const,
          attrs: { name: 'screens', content },
        };
        return [named, ...ahead, ...shared]; // the script that runs first reads it
      },
    },
  };
}

/** What one landing view needs, without what every page starts with. */
function scriptsOf(view: string, bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const start = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(`/view/${view}.tsx`));
  const always = /^assets\/(page|views|ahead|index|rolldown-runtime)-/;
  const found = new Set(start ? [start.fileName] : []);
  for (const name of found) {
    const imports = chunks.find(({ fileName }) => fileName === name)?.imports ?? [];
    for (const file of imports) if (!always.test(file)) found.add(file);
  }
  return [...found];
}

/** Bytes, gzipped, that the scripts of a landing view may have: with style, fonts and stored answers below 0.4 MB. */
const MOST_SCRIPT = 290_000;
const LANDING = ['overview/overview', 'compare/compare', 'trend/trend', 'unit/unit'];

/** Fails the build when a landing view needs more scripts before its first picture than its budget has. */
function sizeBudget(): Plugin {
  return {
    name: 'size-budget',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const bytes = new Map(chunks.map(({ fileName, code }) => [fileName, gzipSync(code).length]));
      const needed = (names: readonly string[], all: Set<string>): Set<string> => {
        for (const chunk of chunks.filter(({ fileName }) => names.includes(fileName))) {
          if (!all.has(chunk.fileName)) needed(chunk.imports, all.add(chunk.fileName));
        }
        return all;
      };
      for (const view of LANDING) {
        const own = chunks.filter(
          (chunk) => chunk.isEntry || chunk.facadeModuleId?.endsWith(`/view/${view}.tsx`),
        );
        const names = needed(
          own.map(({ fileName }) => fileName),
          new Set(),
        );
        const sum = [...names].reduce((all, name) => all + (bytes.get(name) ?? 0), 0);
        if (sum > MOST_SCRIPT)
          this.error(`scripts of ${view}: ${sum} bytes, budget ${MOST_SCRIPT}`);
      }
    },
  };
}

/**
 * Few files instead of a hundred small ones: what the page needs to start is one, what landing views share is
 * another. A browser asks an HTTP/1.1 server for six files at a time, and an intranet's line is long.
 */
function fewFiles(): Rolldown.OutputOptions {
  let reached: readonly ReadonlySet<string>[] | null = null;
  const groupOf = (id: string, graph: Rolldown.ChunkingContext) => {
    const under = (start: string, all = new Set<string>()): Set<string> => {
      if (all.has(start)) return all;
      all.add(start);
      for (const next of graph.getModuleInfo(start)?.importedIds ?? []) under(next, all);
      return all;
    };
    const file = (name: string) => resolve(import.meta.dirname, `src/${name}`);
    const views = LANDING.map((view) => `view/${view}.tsx`);
    reached ??= ['app/ahead.ts', 'app/main.tsx', ...views].map((name) => under(file(name)));
    const [ahead, page, ...screens] = reached;
    if (ahead?.has(id)) return 'ahead';
    if (page?.has(id)) return 'page';
    const uses = (one: string) => screens.filter((view) => view.has(one)).length;
    const isLibrary = (one: string) => one.includes('node_modules');
    const isCommon = (one: string) => page?.has(one) || uses(one) > LANDING.length / 2;
    if (isCommon(id)) return 'views';
    // what two views share of the project's own, unless it would bring a library that the others do without
    const isOwn = uses(id) > 1 && [...under(id)].every((one) => !isLibrary(one) || isCommon(one));
    return isOwn ? 'views' : null;
  };
  return { codeSplitting: { groups: [{ name: groupOf, debugName: 'few' }] } };
}

/** Packages that are shipped as files and not bundled: their licences stand behind those that Vite lists. */
const SHIPPED = ['@duckdb/duckdb-wasm', 'parquet-wasm', '@fontsource/be-vietnam-pro'];
const LICENSES = 'licenses.md';

function shippedLicenses(): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'shipped-licenses',
    configResolved(resolved) {
      config = resolved;
    },
    writeBundle() {
      const list = SHIPPED.map((name) => {
        const folder = join(MODULES, name);
        const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
        return `\n## ${name} - ${version} (${license})\n\n${text}\n`;
      });
      appendFileSync(resolve(config.root, config.build.outDir, LICENSES), list.join(''));
    },
  };
}

/**
 * Keeps Vite from emitting a second, unzipped copy (5 MB) of the Parquet module: its glue names the file as
 * a default that `ingest/parquet/decode.ts` never uses.
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

const upstreamScript = () => readFileSync(join(DUCKDB, 'duckdb-browser-eh.worker.js'), 'utf8');

/** Upstream's module with the exports that its script can ask for. */
function engineModule(): Uint8Array {
  return withoutExports(readFileSync(join(DUCKDB, 'duckdb-eh.wasm')), upstreamScript());
}

/** Upstream's script, and ours before it. */
async function workerScript(): Promise<Buffer> {
  const script = upstreamScript();
  const own = await bundled(resolve(import.meta.dirname, 'src/engine/start/inside.ts'));
  return Buffer.from(own + script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** A classic script that keeps its names to itself. */
async function bundled(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: TARGET,
      lib: { entry, formats: ['iife'], name: 'inside' },
    },
  });
  const [{ output }] = made as [Rolldown.RolldownOutput];
  return output[0].code;
}

/** gzip -9 of 27 MB takes seconds: kept under the hash of what went in. */
function gzipped(bytes: Uint8Array): Buffer {
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

/**
 * Answers `fetch` and `Worker` from the files inside the page, before any other script runs: a page that was
 * opened as a file may ask for nothing, and may start classic workers only: a module's script gets a scope of its own,
 * strict as modules are. Paths are those of the site; a worker's own folder may be left out.
 */
const FILES_INSIDE = `(()=>{
const tags=[...document.querySelectorAll('script[data-file]')];
const base=new URL('.',document.baseURI).href;
const find=(input)=>{const url=new URL(String(input&&input.url||input),base).href.split(/[?#]/)[0];
if(!url.startsWith(base))return null;const name=decodeURIComponent(url.slice(base.length));
const tag=tags.find(t=>t.dataset.file===name)||(name.endsWith('.js')&&tags.find(t=>t.dataset.file.endsWith('/'+name)));
if(!tag)return null;const text=atob(tag.textContent);const bytes=new Uint8Array(text.length);
for(let i=0;i<text.length;i++)bytes[i]=text.charCodeAt(i);return bytes};
const outside=(input)=>/^(blob|data):/.test(String(input&&input.url||input));
const fetched=window.fetch.bind(window);
window.fetch=(input,init)=>{if(outside(input))return fetched(input,init);
if(init&&init.signal&&init.signal.aborted)return Promise.reject(init.signal.reason);
const bytes=find(input);return Promise.resolve(bytes?new Response(init&&init.method==='HEAD'?null:bytes,{headers:{'content-length':String(bytes.length),'content-type':/\\.js(\\?|$)/.test(String(input&&input.url||input))?'text/javascript':'application/octet-stream'}}):new Response('',{status:404}))};
const Outer=window.Worker;
window.Worker=class extends Outer{constructor(url,options){const bytes=outside(url)?null:find(url);
const isModule=options&&options.type==='module';
const parts=isModule?['(()=>{"use strict";',bytes,'\\n})()']:[bytes];
super(bytes?URL.createObjectURL(new Blob(parts,{type:'text/javascript'})):url,bytes?undefined:options)}};
})();`;

const FILE_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; connect-src blob: data:; img-src blob: data:; font-src data:; style-src 'unsafe-inline'";

/** One file with page, engine and one package, to be opened by double-click: `dist-portable/`. */
function oneFile(dataset: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'one-file',
    configResolved(resolved) {
      config = resolved;
    },
    closeBundle() {
      const folder = resolve(config.root, config.build.outDir);
      const source = join(config.root, dataset);
      const needsParquet = filesUnder(source).some((file) => file.endsWith('.parquet'));
      const wanted = (file: string) =>
        (/^engine\//.test(file) && (needsParquet || !file.includes('parquet'))) ||
        /^assets\/.*worker.*\.js$/.test(file) ||
        /^data\/catalogue\//.test(file);
      const inside = new Map(
        filesUnder(folder)
          .filter(wanted)
          .map((file) => [file, readFileSync(join(folder, file))]),
      );
      for (const file of filesUnder(source).filter(
        (name) => isShipped(name.split('/')[0] ?? '') && isShipped(name),
      )) {
        inside.set(`${dataset}/${file}`, readFileSync(join(source, file)));
      }
      const site = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
      inside.set('config.json', Buffer.from(JSON.stringify({ ...site, packages: [dataset] })));
      const tags = [...inside].map(
        ([file, bytes]) =>
          `<script type="text/plain" data-file="${file}">${bytes.toString('base64')}</script>`,
      );
      const page = readFileSync(join(folder, 'index.html'), 'utf8');
      const html = inlined(page, folder).replace(
        '</body>',
        () =>
          `${tags.join('\n')}\n<script>${FILES_INSIDE}</script>\n${moduleOf(page, folder)}</body>`,
      );
      const title = basename(dataset);
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
      writeFileSync(join(folder, `dan-van-${title}.html`), html);
    },
  };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** Styles inside, scripts out, and a policy that allows nothing but what is inside. */
function inlined(page: string, folder: string): string {
  return page
    .replace(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/g, (_, file: string) => {
      const css = readFileSync(join(folder, file), 'utf8');
      return `<style>${css.replace(/<\/style/g, '<\\/style')}</style>`;
    })
    .replace(/<link rel="(module)?preload"[^>]*>/g, '')
    .replace(/<script type="module"[^>]*><\/script>/g, '')
    .replace(/content="default-src[^"]*"/, `content="${FILE_POLICY}"`);
}

function moduleOf(page: string, folder: string): string {
  const [, file = ''] = /<script type="module"[^>]*src="\.\/([^"]+)"/.exec(page) ?? [];
  const code = readFileSync(join(folder, file), 'utf8').replace(/<\/script/g, '<\\/script');
  return `<script type="module">${code}</script>\n`;
}

export default defineConfig(({ mode }) => {
  const portable = mode === 'portable';
  const dataset = process.env.PACKAGE ?? 'data/reports';
  return {
    base: './', // the site lives in any folder of any static server
    plugins: [
      react(),
      engineFiles(),
      styleLast(),
      shippedLicenses(),
      withoutDefaultParquetModule(),
      dataFolder(resolve(import.meta.dirname, 'data')),
      ...(portable ? [oneFile(dataset)] : [sizeBudget(), scriptsAhead()]),
    ],
    define: { __CODE_VERSION__: JSON.stringify(codeVersion()) },
    worker: { format: 'es' as const, plugins: () => [withoutDefaultParquetModule()] },
    build: {
      target: TARGET,
      license: { fileName: LICENSES },
      chunkSizeWarningLimit: 1100,
      ...(portable
        ? {
            outDir: 'dist-portable',
            assetsInlineLimit: 10_000_000,
            cssCodeSplit: false,
            rolldownOptions: { output: { codeSplitting: false } },
          }
        : {
            rolldownOptions: {
              input: { index: 'index.html', ahead: 'src/app/ahead.ts' },
              output: fewFiles(),
            },
          }),
    },
  };
});

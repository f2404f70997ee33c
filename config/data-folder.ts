/** Puts the delivered packages beside the page: `data/` in development, `dist/data` after a build. */

import { cpSync, createReadStream, statSync } from 'node:fs';
import { basename, join, resolve, sep } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

const isShipped = (file: string) => basename(file) !== 'README.md';

/** Copies `folder` to `dist/data`, except README files, and serves it in development. */
export function dataFolder(folder: string): Plugin {
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

/**
 * Puts stored answers beside a package, so that its first picture does not wait for the engine:
 * `npm run publish-package -- data/reports [data/…]`. The descriptor gets size and hash of every file and the list of
 * answers; running it again after a change is all there is to do.
 */
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { publish } from './publish-folder.mjs';

const ROOT = resolve(import.meta.dirname, '..');
const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Which package? npm run publish-package -- data/reports');
  process.exit(1);
}
const vite = await createServer({
  root: ROOT,
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  appType: 'custom',
  logLevel: 'error',
});
try {
  const { publishFolder } = await vite.ssrLoadModule('/src/app/publish.ts');
  for (const folder of folders) console.log(await publish(folder, publishFolder));
} finally {
  await vite.close();
}

/**
 * Puts stored answers beside a package, so that its first picture does not wait for the engine:
 * `npm run publish-package -- data/reports [data/…]`. The descriptor gets size and hash of every file and the list of
 * answers; running it again after a change is all there is to do.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { createServer } from 'vite';
import { codeVersion } from './code-version.mjs';

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
  for (const folder of folders) await publish(folder, publishFolder);
} finally {
  await vite.close();
}

async function publish(folder, publishFolder) {
  const path = join(folder, 'datapackage.json');
  const described = JSON.parse(await readFile(path, 'utf8'));
  delete described.answers;
  for (const resource of described.resources) await addHashes(folder, resource);
  const text = (value) => `${JSON.stringify(value, null, 2)}\n`;
  const read = async (file) =>
    file === join(folder, 'datapackage.json')
      ? new TextEncoder().encode(text(described))
      : new Uint8Array(
          await readFile(file.startsWith('data/catalogue/') ? join(ROOT, file) : file),
        );
  const { files, answers, count } = await publishFolder(folder, read, codeVersion());
  for (const file of files) {
    await mkdir(dirname(join(folder, file.path)), { recursive: true });
    await writeFile(join(folder, file.path), file.bytes);
  }
  await writeFile(path, text({ ...described, answers }));
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  console.log(
    `${folder}: ${count} answers, ${Math.round(bytes / 1000)} kB in ${files.length} files`,
  );
}

/** Size and hash of every file, where the descriptor does not say them. */
async function addHashes(folder, resource) {
  const paths = [resource.path].flat();
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  const hashes = contents.map(
    (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
  );
  const one = (list) => (Array.isArray(resource.path) ? list : list[0]);
  resource.bytes ??= one(contents.map(({ length }) => length));
  resource.hash ??= one(hashes);
}

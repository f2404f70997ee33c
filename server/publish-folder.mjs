/** Stored answers beside a package: size and hash of every file into its descriptor, and the list of answers. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeVersion } from './code-version.mjs';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * @param {string} folder
 * @param {typeof import('../src/app/publish.ts').publishFolder} publishFolder
 * @returns {Promise<string>} what was written, for people
 */
export async function publish(folder, publishFolder) {
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
  return `${folder}: ${count} answers, ${Math.round(bytes / 1000)} kB in ${files.length} files`;
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

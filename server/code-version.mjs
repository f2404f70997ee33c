/**
 * The version of the code that answers questions: a hash of everything between a package's files and an answer. Stored
 * answers of another version are not used. The build writes it into the page, `publish-package` into what it stores.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const SRC = resolve(import.meta.dirname, '../src');
const FOLDERS = [
  'address',
  'aggregate',
  'engine',
  'ingest',
  'model',
  'query',
  'question',
  'record',
  'stored',
];

/** @returns {string} */
export function codeVersion() {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file))
      .map((file) => join(folder, file)),
  ).sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(file.replaceAll('\\', '/')).update(readFileSync(join(SRC, file)));
  return hash.digest('hex').slice(0, 16);
}

/** A package of this repository, or of a test, loaded into the real engine in Node. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { FileFault } from '../../src/ingest/file/fault.ts';
import type { FileAccess } from '../../src/ingest/file/files.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { readParquetNode, writeParquetNode } from '../../src/ingest/parquet/node.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { askEngine } from '../../src/query/ask.ts';
import { prepareFigures } from '../../src/query/prepare/prepare.ts';
import type { Ask } from '../../src/question/ask.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Files of the repository, with those of a test (path → text or bytes) before them. */
export function repositoryAccess(
  files: Readonly<Record<string, string | Uint8Array>> = {},
): FileAccess {
  return {
    async read(path) {
      const own = files[path];
      if (own !== undefined) return typeof own === 'string' ? new TextEncoder().encode(own) : own;
      try {
        return new Uint8Array(await readFile(resolve(ROOT, path)));
      } catch {
        throw new FileFault('file-not-found', path);
      }
    },
    readParquet: readParquetNode,
    writeParquet: writeParquetNode,
  };
}

export interface Loaded {
  readonly engine: Engine;
  readonly data: Dataset;
  readonly ask: Ask;
}

/** Delivered packages that were loaded before, in this worker: every file of tests asks the same ones. */
const known = new Map<string, Promise<Loaded>>();

/**
 * Reads, loads and prepares a package; `engine` defaults to a fresh one. A delivered package as it lies in the
 * repository is loaded once a worker: whoever asks it changes no table, and closing its engine does nothing.
 */
export async function loadPackage(
  path: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
  engine?: Engine,
): Promise<Loaded> {
  const isDelivered = path.startsWith('data/') && Object.keys(files).length === 0;
  if (engine || !isDelivered) return load(path, files, engine);
  const loading = known.get(path) ?? load(path, files).then(staysOpen);
  known.set(path, loading);
  return loading;
}

function staysOpen(loaded: Loaded): Loaded {
  Object.assign(loaded.engine, { close: async () => {} });
  return loaded;
}

async function load(
  path: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  engine?: Engine,
): Promise<Loaded> {
  const { dataset, statements } = await readPackage(path, repositoryAccess(files));
  const used = engine ?? (await openNodeEngine());
  await loadStatements(used, prepareStatements(dataset, statements));
  await prepareFigures(used, dataset);
  return { engine: used, data: dataset, ask: askEngine(used, dataset) };
}

/** Files of packages on this computer's disk. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { FileFault } from '../../ingest/file/fault.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import { readParquetNode, writeParquetNode } from '../../ingest/parquet/node.ts';

/** @param root the repository, whose catalogue is used */
export function fileAccess(root: string): FileAccess {
  return {
    async read(path) {
      const own = path.startsWith('data/catalogue/') ? resolve(root, path) : path;
      try {
        return new Uint8Array(await readFile(own));
      } catch {
        throw new FileFault('file-not-found', path);
      }
    },
    readParquet: readParquetNode,
    writeParquet: writeParquetNode,
  };
}

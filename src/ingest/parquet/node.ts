/** Parquet files under Node: for tests and for scripts that prepare packages. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { decodeParquet } from './decode.ts';
import { encodeParquet } from './encode.ts';
import { type ParquetTable, parquetTable } from './table.ts';

const require = createRequire(import.meta.url);

/** Decodes a whole Parquet file; errors as of `ReadParquet` in `parquet.ts`. */
export async function readParquetNode(bytes: Uint8Array): Promise<ParquetTable> {
  const decoder = await readFile(require.resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'));
  return parquetTable(await decodeParquet(bytes, decoder));
}

/** Writes an Arrow IPC stream as a Parquet file. */
export async function writeParquetNode(ipc: Uint8Array): Promise<Uint8Array> {
  const decoder = await readFile(require.resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'));
  return encodeParquet(ipc, decoder);
}

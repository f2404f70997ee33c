/** Writing Parquet, the same in the browser's worker and in Node. */
import { Compression, Table, WriterPropertiesBuilder, writeParquet } from 'parquet-wasm/esm';
import { startDecoder } from './decode.ts';

/**
 * An Arrow IPC stream as a Parquet file (zstd).
 *
 * @param module as of `decodeParquet`
 * @throws {DecoderFault} where the module cannot be used
 */
export async function encodeParquet(
  ipc: Uint8Array,
  module: BufferSource | null,
): Promise<Uint8Array> {
  if (module) await startDecoder(module);
  const properties = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).build();
  return writeParquet(Table.fromIPCStream(ipc), properties);
}

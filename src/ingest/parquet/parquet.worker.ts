/** Decodes one Parquet file after the other and answers each with an Arrow IPC stream or an error. */

import { decodeParquet } from './decode.ts';

export interface ParquetRequest {
  readonly bytes: Uint8Array;
  /** The decoder's module, with the first file. */
  readonly decoder: ArrayBuffer | null;
}

export type ParquetAnswer =
  | { readonly ipc: Uint8Array }
  /** `name` says whose fault it is: "DecoderFault", "DecoderTrap", or the file's. */
  | { readonly error: string; readonly name: string };

self.addEventListener('message', async ({ data }: MessageEvent<ParquetRequest>) => {
  try {
    const ipc = await decodeParquet(data.bytes, data.decoder);
    self.postMessage({ ipc } satisfies ParquetAnswer, { transfer: [ipc.buffer] });
  } catch (cause) {
    const { message, name } = cause as Error;
    self.postMessage({ error: message, name } satisfies ParquetAnswer);
  }
});

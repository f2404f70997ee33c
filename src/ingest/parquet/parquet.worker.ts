/** Decodes one Parquet file after the other, or writes one; answers each with bytes or an error. */

import { decodeParquet } from './decode.ts';
import { encodeParquet } from './encode.ts';

export interface ParquetRequest {
  /** A file to be decoded to an Arrow IPC stream, or such a stream to be written as a file. */
  readonly task: 'decode' | 'encode';
  readonly bytes: Uint8Array;
  /** The module, with the first request. */
  readonly decoder: ArrayBuffer | null;
}

export type ParquetAnswer =
  | { readonly bytes: Uint8Array }
  /** `name` says whose fault it is: "DecoderFault", "DecoderTrap", or the file's. */
  | { readonly error: string; readonly name: string };

self.addEventListener('message', async ({ data }: MessageEvent<ParquetRequest>) => {
  try {
    const work = data.task === 'encode' ? encodeParquet : decodeParquet;
    const bytes = await work(data.bytes, data.decoder);
    self.postMessage({ bytes } satisfies ParquetAnswer, { transfer: [bytes.buffer] });
  } catch (cause) {
    const { message, name } = cause as Error;
    self.postMessage({ error: message, name } satisfies ParquetAnswer);
  }
});

/** The decoding itself, the same in the browser's worker and in Node. */

import init, { readParquet } from 'parquet-wasm/esm';
import { DecoderTrap } from './table.ts';

const MAGIC = 'PAR1';

/**
 * Decodes a Parquet file to an Arrow IPC stream.
 *
 * @param decoder the WebAssembly module of parquet-wasm; null once it has been given
 * @throws {DecoderFault} where the decoder's own module cannot be used
 * @throws {DecoderTrap} where the decoder broke down (memory, a type it does not know): the file may be whole
 * @throws {Error} saying what is wrong with the file
 */
export async function decodeParquet(
  bytes: Uint8Array,
  decoder: BufferSource | null,
): Promise<Uint8Array> {
  if (decoder) await startDecoder(decoder);
  checkFrame(bytes);
  try {
    return readParquet(bytes).intoIPCStream();
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const isTrap =
      cause instanceof WebAssembly.RuntimeError ||
      cause instanceof RangeError ||
      /unsupported|not (yet )?(implemented|supported)/i.test(said);
    if (isTrap) throw new DecoderTrap(said, { cause });
    throw new Error(`damaged Parquet file: ${said}`, { cause });
  }
}

/** The decoder's own module is damaged, or may not be compiled. */
export class DecoderFault extends Error {
  override readonly name = 'DecoderFault';
}

/** @throws {DecoderFault} where the module cannot be used */
export async function startDecoder(decoder: BufferSource): Promise<void> {
  try {
    await init({ module_or_path: decoder });
  } catch (cause) {
    throw new DecoderFault(String(cause), { cause });
  }
}

/** Said before the decoder says it in its own words. */
function checkFrame(bytes: Uint8Array): void {
  if (text(bytes.subarray(0, 4)) !== MAGIC) {
    const head = JSON.stringify(text(bytes.subarray(0, 8)));
    throw new Error(`not a Parquet file: it begins ${head} instead of "${MAGIC}"`);
  }
  if (bytes.length < 12 || text(bytes.subarray(-4)) !== MAGIC) {
    throw new Error(
      `truncated Parquet file, or one with more behind it: ${bytes.length} bytes that do not end in "${MAGIC}"`,
    );
  }
  if (isJoined(bytes)) throw new Error('two Parquet files in one: "PAR1PAR1" stands within');
}

/** The end of one file before the beginning of another: a reader would take the last for the whole. */
function isJoined(bytes: Uint8Array): boolean {
  const marks = MAGIC + MAGIC;
  for (let at = bytes.indexOf(MAGIC.charCodeAt(0), 4); at >= 0; ) {
    if (text(bytes.subarray(at, at + marks.length)) === marks && hasFooter(bytes, at)) return true;
    at = bytes.indexOf(MAGIC.charCodeAt(0), at + 1);
  }
  return false;
}

/** The four bytes before an end are the length of a footer that fits before them. */
function hasFooter(bytes: Uint8Array, end: number): boolean {
  if (end < 12) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset + end - 4, 4).getUint32(0, true);
  return length > 0 && length <= end - 8;
}

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Zip archives, XLSX among them: unpacked only when what they say of themselves is believable. */
import { strFromU8, type UnzipFileInfo, unzip } from 'fflate';
import { Refusal } from '../sheet.ts';
import { LIMITS } from './limits.ts';

/**
 * The files of an archive by their path, those for which `wanted` says so.
 *
 * @throws {Refusal} for a broken, encrypted, or overgrown archive
 */
export async function unpack(
  file: string,
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  if (isEncrypted(bytes)) throw new Refusal('encrypted', file);
  let total = 0;
  let isBomb = false;
  const filter = ({ name, size, originalSize }: UnzipFileInfo) => {
    if (name.endsWith('/') || !wanted(name)) return false;
    total += originalSize;
    isBomb ||=
      total > LIMITS.unpacked || (originalSize > 1e7 && originalSize > size * LIMITS.growth);
    return !isBomb;
  };
  const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
    unzip(bytes, { filter }, (error, data) => (error ? reject(error) : resolve(data)));
  }).catch(() => {
    throw new Refusal(isBomb ? 'bomb' : 'broken-archive', file);
  });
  if (isBomb) throw new Refusal('bomb', file, String(total));
  return new Map(Object.entries(files));
}

/** The first file's flag: a password is needed. */
function isEncrypted(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && ((bytes[6] ?? 0) & 1) === 1;
}

export function textFile(bytes: Uint8Array | undefined): string {
  return bytes ? strFromU8(bytes) : '';
}

/** What a file is by its first bytes, whatever its name says. */

import { readFooter } from '../parquet/footer.ts';

const ENCRYPTED = 'Parquet (encrypted)';

const MAGIC: readonly (readonly [string, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['Parquet', [0x50, 0x41, 0x52, 0x31]],
  [ENCRYPTED, [0x50, 0x41, 0x52, 0x45]],
  ['XLSX/ZIP', [0x50, 0x4b, 0x03, 0x04]],
  ['XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['Zstandard', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['Arrow', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['ORC', [0x4f, 0x52, 0x43]],
  ['SQLite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00]],
  ['UTF-32', [0x00, 0x00, 0xfe, 0xff]],
  ['UTF-16', [0xff, 0xfe]],
  ['UTF-16', [0xfe, 0xff]],
];

/** A known kind of file that is not what `format` says (text in UTF-8, or Parquet), or null. */
export function kindOf(bytes: Uint8Array, format: 'csv' | 'parquet'): string | null {
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  if (found?.[0] === 'Parquet') return readFooter(bytes)?.isEncrypted ? ENCRYPTED : 'Parquet';
  if (found) return found[0];
  const wide = wideKind(bytes.subarray(0, 64));
  if (wide) return wide;
  const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (/^version \S+git-lfs/.test(head)) return 'Git LFS'; // a pointer that stands for the file
  if (/^[{[]/.test(head)) return 'JSON';
  return format === 'parquet' && /^[\p{L}\p{N}"',;_ \t]{8}/u.test(head) ? 'CSV' : null;
}

/** Text in UTF-16 or UTF-32 without a mark, which UTF-8 would take for text; what has other zeros is no text. */
function wideKind(head: Uint8Array): string | null {
  const zeros = [...head.keys()].filter((at) => head[at] === 0);
  if (head.length < 8 || zeros.length === 0) return null;
  const inFours = new Set(zeros.map((at) => at % 4));
  const isMost = (share: number) => zeros.length >= head.length * share;
  if (inFours.size === 3 && isMost(0.7)) return 'UTF-32';
  if (zeros.length < head.length / 16) return null; // one is a damaged cell, told with its line
  const inTwos = new Set(zeros.map((at) => at % 2));
  if (inTwos.size === 1 && isMost(0.3)) return 'UTF-16';
  return 'binary';
}

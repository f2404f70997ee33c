/** Files of a package: fetched, measured, hashed and read, each fault with the file's name. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { readCsv } from './csv.ts';
import type { FileEntry } from './manifest.ts';
import type { ParquetTable } from './parquet-table.ts';
import type { ProblemLog } from './problems.ts';
import type { RawTable } from './raw.ts';

/** What loading needs from its surroundings: the browser and Node each bring their own. */
export interface FileAccess {
  /**
   * The bytes of a file; `path` is relative to the site.
   * @throws {FileFault}
   */
  read(path: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** @throws Error when the bytes are not a readable Parquet file */
  readParquet(bytes: Uint8Array, signal?: AbortSignal): Promise<ParquetTable>;
}

/** A file that could not be had: it is not there, or the network failed. */
export class FileFault extends Error {
  readonly code: 'file-not-found' | 'file-network';

  constructor(code: 'file-not-found' | 'file-network', message: string) {
    super(message);
    this.name = 'FileFault';
    this.code = code;
  }
}

/** Bytes of one file, or null with the reason in `problems`. */
export async function fetchFile(
  access: FileAccess,
  folder: string,
  entry: FileEntry,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  const file = entry.path;
  try {
    const bytes = await access.read(`${folder}/${file}`, signal);
    return isWhole(bytes, entry, problems) ? bytes : null;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    problems.add({ code: error.code, effect: 'stop', file, value: error.message });
    return null;
  }
}

/** One file as a raw table, or null with the reason in `problems`. */
export async function readFile(
  access: FileAccess,
  entry: FileEntry,
  bytes: Uint8Array,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<RawTable | null> {
  if (entry.format === 'csv') return readCsv(entry.path, bytes, problems);
  try {
    const table = await access.readParquet(bytes, signal);
    return { file: entry.path, ...table, lineOf: (row) => row + 2 };
  } catch (error) {
    signal?.throwIfAborted();
    const value = (error as Error).message;
    problems.add({ code: 'file-broken', effect: 'stop', file: entry.path, value });
    return null;
  }
}

/** Size and hash, where the descriptor states them: damaged Parquet pages mostly decode to other values. */
function isWhole(bytes: Uint8Array, entry: FileEntry, problems: ProblemLog): boolean {
  const file = entry.path;
  if (entry.bytes !== null && entry.bytes !== bytes.length) {
    const expected = String(entry.bytes);
    problems.add({
      code: 'file-size',
      effect: 'stop',
      file,
      value: String(bytes.length),
      expected,
    });
    return false;
  }
  const hash = entry.sha256 === null ? null : bytesToHex(sha256(bytes));
  if (hash !== entry.sha256) {
    const expected = entry.sha256 ?? '';
    problems.add({ code: 'file-hash', effect: 'stop', file, value: hash ?? '', expected });
    return false;
  }
  return true;
}

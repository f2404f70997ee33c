/** Files of a package: fetched, measured, hashed and read, each fault with the file's name. */
import { EngineError } from '../../engine/engine.ts';
import type { Problem } from '../../model/problem.ts';
import type { FileEntry } from '../manifest.ts';
import { readFooter } from '../parquet/footer.ts';
import { DecoderTrap, type ParquetTable } from '../parquet/table.ts';
import type { ProblemLog } from '../problems.ts';
import { readCsv } from './csv.ts';
import { FileFault } from './fault.ts';
import { checksum } from './hash.ts';
import { kindOf } from './kind.ts';
import type { RawTable } from './raw.ts';

/** What loading needs from its surroundings: the browser and Node each bring their own. */
export interface FileAccess {
  /**
   * The bytes of a file; `path` is relative to the site. More than `most` need not be read to their end.
   * @throws {FileFault}
   */
  read(path: string, signal?: AbortSignal, most?: number | null): Promise<Uint8Array>;
  /**
   * @throws {DecoderTrap} where the decoder broke down over them
   * @throws Error when the bytes are not a readable Parquet file
   */
  readParquet(bytes: Uint8Array, signal?: AbortSignal): Promise<ParquetTable>;
  /** Writes an Arrow IPC stream as a Parquet file. */
  writeParquet(ipc: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Bytes of one file, or null with the reason in `problems`. */
export async function fetchFile(
  access: FileAccess,
  folder: string,
  entry: FileEntry,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    const bytes = await access.read(`${folder}/${entry.path}`, signal, entry.bytes);
    return isWhole(bytes, entry, problems) ? bytes : null;
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const expected = error.code === 'file-size' ? { expected: String(entry.bytes) } : {};
    const value = error.message;
    problems.add({ code: error.code, effect: 'stop', file: entry.name, value, ...expected });
    return null;
  }
}

/**
 * One file as a raw table, or null with the reason in `problems`.
 *
 * @throws {EngineError} when the software's own Parquet decoder is at fault, or `aborted`
 */
export async function readFile(
  access: FileAccess,
  entry: FileEntry,
  bytes: Uint8Array,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<RawTable | null> {
  const file = entry.name;
  const fault = contentFault(entry, bytes);
  if (fault) {
    problems.add({ ...fault, effect: 'stop', file });
    return null;
  }
  const isKnownWhole = entry.bytes !== null || entry.checksum !== null;
  if (entry.format === 'csv') return readCsv(file, bytes, problems, isKnownWhole);
  try {
    const table = await access.readParquet(bytes, signal);
    const announced = otherCount(bytes, table.rowCount);
    if (announced !== null) {
      const [value, expected] = [String(table.rowCount), String(announced)];
      problems.add({ code: 'file-rows', effect: 'stop', file, value, expected });
      return null;
    }
    return { file, ...table, isTyped: true, lineOf: (row) => row + 2 };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof EngineError) throw error;
    const code = error instanceof DecoderTrap ? 'file-decoder' : 'file-broken';
    problems.add({ code, effect: 'stop', file, value: (error as Error).message });
    return null;
  }
}

/** The rows that a Parquet file announces, as a whole or group by group, where that is not what was read. */
function otherCount(bytes: Uint8Array, read: number): number | null {
  const footer = readFooter(bytes);
  if (!footer) return null;
  return [footer.rows, footer.groupRows].find((count) => count !== read) ?? null;
}

/** Told by the first bytes, before a reader says it in words of its own. */
function contentFault(
  { format }: FileEntry,
  bytes: Uint8Array,
): Pick<Problem, 'code' | 'value' | 'expected'> | null {
  if (bytes.length === 0) return { code: 'file-empty' };
  const kind = kindOf(bytes, format);
  if (format === 'csv' && kind?.startsWith('UTF-')) return { code: 'file-encoding', value: kind };
  const expected = format === 'csv' ? 'CSV' : 'Parquet';
  return kind === null || kind === expected ? null : { code: 'file-kind', value: kind, expected };
}

/** Size and hash, where the descriptor states them: damaged Parquet pages mostly decode to other values. */
function isWhole(bytes: Uint8Array, entry: FileEntry, problems: ProblemLog): boolean {
  const file = entry.name;
  if (entry.bytes !== null && entry.bytes !== bytes.length) {
    const fault = bytes.length > 0 ? contentFault(entry, bytes) : null;
    if (fault) {
      problems.add({ ...fault, effect: 'stop', file });
      return false;
    }
    const value = String(bytes.length);
    const expected = String(entry.bytes);
    problems.add({ code: 'file-size', effect: 'stop', file, value, expected });
    return false;
  }
  if (entry.checksum === null) return true;
  const { algorithm, hex } = entry.checksum;
  const value = checksum(algorithm, bytes);
  if (value === hex) return true;
  problems.add({ code: 'file-hash', effect: 'stop', file, value, expected: `${algorithm}:${hex}` });
  return false;
}

/** One folder of files: its descriptor, and the tables that it lists, read and checked one by one. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { PackageError } from '../model/problem.ts';
import { FileFault } from './file/fault.ts';
import { type FileAccess, fetchFile, readFile } from './file/files.ts';
import type { RawTable } from './file/raw.ts';
import { countRows, type Limits, limitsFor, tooManyBytes, tooManyRows } from './limit.ts';
import { DESCRIPTOR, type FileEntry, type Manifest, readManifest } from './manifest.ts';
import { readFooter } from './parquet/footer.ts';
import { type ProblemLog, problemLog } from './problems.ts';
import type { Tables } from './resource/catalogue.ts';
import type { ResourceName } from './schema.ts';
import { normalise, type Table } from './table.ts';

/** How far reading has come: bytes so far of the bytes the descriptor announces (0 = unknown). */
export interface PackageProgress {
  readonly bytes: number;
  readonly total: number;
}

export interface ReadOptions {
  readonly onProgress?: (progress: PackageProgress) => void;
  readonly signal?: AbortSignal;
  /** What fits; default: what a computer of which nothing is known can hold. */
  readonly limits?: Limits;
  /** Told before the statements of a package are checked: whoever wants some of them first takes them then. */
  readonly onRaw?: (read: RawFolder) => Promise<void>;
}

/** A folder whose small tables are checked, and whose statements are not yet. */
export interface RawFolder extends Folder {
  readonly statements: readonly RawTable[];
}

export interface Folder {
  /** SHA-256 over the names and hashes of its files. */
  readonly hash: string;
  readonly manifest: Manifest;
  readonly tables: Tables;
}

/** A folder to read; `prefix` stands before the names of its files wherever people are told of them. */
export interface Wanted {
  readonly path: string;
  readonly required: readonly ResourceName[];
  readonly prefix: string;
}

/** @throws {PackageError} when the folder cannot be used */
export async function readFolder(
  wanted: Wanted,
  access: FileAccess,
  problems: ProblemLog,
  options: ReadOptions,
): Promise<Folder> {
  const { path } = wanted;
  const manifest = await readListing(wanted, access, problems, options.signal);
  const { raw, hash } = await readResources(path, manifest, access, problems, options);
  if (problems.stops().length > 0) throw new PackageError(problems.stops());
  const tables = new Map<ResourceName, Table>();
  const statements = raw.get('observations');
  raw.delete('observations');
  for (const [name, files] of raw) tables.set(name, await normalise(name, files, problems));
  if (statements) {
    const isSound = problems.stops().length === 0;
    if (isSound) await options.onRaw?.({ hash, manifest, tables, statements });
    tables.set('observations', await normalise('observations', statements, problems));
  }
  if (problems.stops().length > 0) throw new PackageError(problems.stops());
  return { hash, manifest, tables };
}

/** A folder without its tables: what it lists, and a way to see whether its files are still the same. */
export interface Listing {
  readonly manifest: Manifest;
  /**
   * Fetches every file, one after the other: the `hash` of the folder as `readFolder` would give it.
   *
   * @throws {PackageError} for a file that is missing, or does not fit its own size or hash
   */
  readonly hash: (signal?: AbortSignal) => Promise<string>;
}

/** @throws {PackageError} when the descriptor cannot be used */
export async function listFolder(
  wanted: Wanted,
  access: FileAccess,
  signal?: AbortSignal,
): Promise<Listing> {
  const problems = problemLog();
  const manifest = await readListing(wanted, access, problems, signal);
  const hash = async (stop?: AbortSignal) => {
    const hashes: string[] = [];
    for (const entry of [...manifest.resources.values()].flat()) {
      const bytes = await fetchFile(access, wanted.path, entry, problems, stop);
      if (!bytes) throw new PackageError(problems.stops());
      hashes.push(hashOf(entry, bytes));
    }
    return hashOfAll(hashes);
  };
  return { manifest, hash };
}

/** @throws {PackageError} when the folder says nothing that could be read */
async function readListing(
  wanted: Wanted,
  access: FileAccess,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<Manifest> {
  const { path, required, prefix } = wanted;
  const bytes = await readDescriptor(wanted, access, problems, signal);
  const manifest =
    bytes && readManifest(bytes, { file: `${path}/${DESCRIPTOR}`, required, prefix }, problems);
  if (!manifest) throw new PackageError(problems.stops());
  return manifest;
}

const hashOf = ({ path }: FileEntry, bytes: Uint8Array) => `${path} ${bytesToHex(sha256(bytes))}`;

const hashOfAll = (hashes: readonly string[]) =>
  bytesToHex(sha256(utf8ToBytes([...hashes].sort().join('\n'))));

async function readDescriptor(
  { path, required }: Wanted,
  access: FileAccess,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    return await access.read(`${path}/${DESCRIPTOR}`, signal);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const isMissing = error.code === 'file-not-found' || error.code === 'file-page';
    const missing = required.length > 0 ? 'package-not-found' : 'catalogue-not-found';
    const code = isMissing ? missing : error.code;
    const file = isMissing ? path : `${path}/${DESCRIPTOR}`;
    problems.add({ code, effect: 'stop', file, value: error.message });
    return null;
  }
}

async function readResources(
  path: string,
  manifest: Manifest,
  access: FileAccess,
  problems: ProblemLog,
  options: ReadOptions,
): Promise<{ raw: Map<ResourceName, RawTable[]>; hash: string }> {
  const total = [...manifest.resources.values()].flat().reduce((sum, f) => sum + (f.bytes ?? 0), 0);
  let done = 0;
  const hashes: string[] = [];
  const room = roomFor(path, options.limits ?? limitsFor(undefined));
  const readOne = async (name: ResourceName, entry: FileEntry) => {
    room.checkBytes(entry, entry.bytes ?? 0);
    const bytes = await fetchFile(access, path, entry, problems, options.signal);
    done += bytes?.length ?? 0;
    if (bytes) hashes.push(hashOf(entry, bytes));
    options.onProgress?.({ bytes: done, total });
    if (!bytes) return null;
    room.checkBytes(entry, bytes.length);
    const count = entry.format === 'csv' ? countRows : announcedRows;
    room.add(name, () => count(bytes));
    return readFile(access, entry, bytes, problems, options.signal);
  };
  const read = await Promise.all(
    [...manifest.resources].map(async ([name, entries]) => {
      const tables = await Promise.all(entries.map((entry) => readOne(name, entry)));
      return [name, tables.filter((table) => table !== null)] as const;
    }),
  );
  return { raw: new Map(read), hash: hashOfAll(hashes) };
}

/** Rows of a Parquet file by its footer, 0 where that cannot be read: the decoder says why. */
const announcedRows = (bytes: Uint8Array) => readFooter(bytes)?.rows ?? 0;

/** Counts statements while files are read, and stops before a file is taken apart that does not fit. */
function roomFor(path: string, limits: Limits) {
  let rows = 0;
  return {
    add(name: ResourceName, count: () => number) {
      if (name !== 'observations') return;
      rows += count();
      if (rows > limits.rows) throw new PackageError([tooManyRows(path, rows, limits)]);
    },
    checkBytes({ format, path: file }: FileEntry, bytes: number) {
      const isTooLong = format === 'csv' && bytes > limits.csvBytes;
      if (isTooLong) throw new PackageError([tooManyBytes(file, bytes, limits)]);
    },
  };
}

/**
 * The package while it is made: a folder beside the finished one, `OUT.part`, that takes its place in one step when it
 * is whole. Partitions are written under a temporary name and renamed; `aggregate.json` lists those that are finished,
 * with the key they were counted for and their SHA-256. What a later run finds there, and in the package made before,
 * is kept as long as key and bytes fit.
 */
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import * as v from 'valibot';
import { checksum } from '../../ingest/file/hash.ts';
import { AggregationError, onDisk } from '../fault.ts';

export interface Partition {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly hash: string;
  readonly rows: number;
}

export interface FinishedArea {
  readonly key: string;
  readonly files: readonly Partition[];
}

export interface Staging {
  readonly folder: string;
  /** Files of an area counted for this key, checked byte by byte; null where it must be counted. */
  finished(area: string, key: string): Promise<FinishedArea | null>;
  /** Writes the files of an area and lists it. */
  finish(area: string, key: string, files: readonly StagedFile[]): Promise<FinishedArea>;
  /** An area that is not to be kept: its records have changed while they were counted. */
  forget(areas: readonly string[]): Promise<void>;
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Takes away what earlier runs left and nothing here lists: files, and areas that are no longer wanted. */
  sweep(areas: readonly string[], paths: ReadonlySet<string>): Promise<void>;
  /** Puts the folder in the place of the finished package. */
  publish(): Promise<void>;
}

export interface StagedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly rows: number;
}

const JOURNAL = 'aggregate.json';
const partition = v.object({
  path: v.string(),
  bytes: v.number(),
  hash: v.string(),
  rows: v.number(),
});
const journalSchema = v.object({
  areas: v.record(v.string(), v.object({ key: v.string(), files: v.array(partition) })),
});
type Journal = v.InferOutput<typeof journalSchema>;

/** @throws {AggregationError} `options` where `out` is a folder that no aggregation made */
export async function openStaging(out: string): Promise<Staging> {
  const folder = `${out}.part`;
  await refuseForeign(out);
  const [own, before] = [await readJournal(folder), await readJournal(out)];
  const areas: Record<string, FinishedArea> = { ...own.areas };
  await onDisk(folder, () => mkdir(folder, { recursive: true }));
  const write = (path: string, bytes: Uint8Array) => writeWhole(join(folder, path), bytes);
  const list = () => write(JOURNAL, encoded({ areas }));
  return {
    folder,
    async finished(area, key) {
      const here = areas[area];
      if (here?.key === key && (await isWhole(folder, here))) return here;
      const there = before.areas[area];
      if (there?.key !== key || !(await isWhole(out, there))) return null;
      for (const { path } of there.files) await copyOver(join(out, path), join(folder, path));
      areas[area] = there;
      await list();
      return there;
    },
    async finish(area, key, files) {
      for (const { path, bytes } of files) await write(path, bytes);
      const done = { key, files: files.map(described) };
      areas[area] = done;
      await list();
      return done;
    },
    async forget(gone) {
      for (const area of gone) delete areas[area];
      await list();
    },
    write,
    async sweep(wanted, paths) {
      for (const area of Object.keys(areas)) if (!wanted.includes(area)) delete areas[area];
      await list();
      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      for (const file of files.filter((entry) => entry.isFile())) {
        const path = join(file.parentPath, file.name);
        const name = relative(folder, path).split(sep).join('/');
        if (name !== JOURNAL && !paths.has(name)) await rm(path);
      }
    },
    publish: () => onDisk(out, () => swap(folder, out)),
  };
}

const described = ({ path, bytes, rows }: StagedFile): Partition => ({
  ...{ path, rows, bytes: bytes.length },
  hash: checksum('sha256', bytes),
});

const encoded = (journal: Journal | { areas: Readonly<Record<string, FinishedArea>> }) =>
  new TextEncoder().encode(`${JSON.stringify(journal, null, 2)}\n`);

/** What stands there may be somebody's work. */
async function refuseForeign(out: string): Promise<void> {
  const isThere = await stat(out).catch(() => null);
  if (!isThere || (await stat(join(out, JOURNAL)).catch(() => null))) return;
  const message = `${out} is there and was not made by an aggregation: choose another --out`;
  throw new AggregationError('options', message);
}

/** Nothing where there is none, or it was cut. */
async function readJournal(folder: string): Promise<Journal> {
  try {
    const text = await readFile(join(folder, JOURNAL), 'utf8');
    return v.parse(journalSchema, JSON.parse(text));
  } catch {
    return { areas: {} };
  }
}

async function isWhole(folder: string, { files }: FinishedArea): Promise<boolean> {
  for (const { path, bytes, hash } of files) {
    const own = await readFile(join(folder, path)).catch(() => null);
    if (!own || own.length !== bytes || checksum('sha256', own) !== hash) return false;
  }
  return true;
}

/** Under a temporary name until every byte is there. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.tmp`;
  await onDisk(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    try {
      await writeFile(draft, bytes, { flush: true });
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  });
}

async function copyOver(from: string, to: string): Promise<void> {
  await onDisk(to, async () => {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, `${to}.tmp`);
    await rename(`${to}.tmp`, to);
  });
}

/** The old package is away for the moment between two renames. */
async function swap(folder: string, out: string): Promise<void> {
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  if (await stat(out).catch(() => null)) await rename(out, old);
  await rename(folder, out);
  await rm(old, { recursive: true, force: true });
}

/**
 * A package, from its descriptor to checked tables:
 * descriptor → files (size, hash) → raw tables → normalised tables → catalogue, units, statements.
 * The second half (assemble.ts) takes tables from anywhere; of a large package an excerpt comes first (excerpt.ts).
 * Nothing here knows the engine; `load.ts` hands the result over.
 */

import type { Dataset } from '../model/dataset.ts';
import { CATALOGUE_PATH } from '../model/path.ts';
import { PackageError } from '../model/problem.ts';
import {
  assemble,
  assemblePackage,
  type LoadedPackage,
  type PackageAbout,
  type RecordFile,
} from './assemble.ts';
import { type ExcerptOptions, isExcerpted, readExcerpt } from './excerpt.ts';
import type { FileAccess } from './file/files.ts';
import {
  type Folder,
  listFolder,
  type RawFolder,
  type ReadOptions,
  readFolder,
  type Wanted,
} from './folder.ts';
import { limitsFor } from './limit.ts';
import type { Manifest } from './manifest.ts';
import { problemLog } from './problems.ts';

export type { LoadedPackage } from './assemble.ts';

const CATALOGUE: Wanted = {
  path: CATALOGUE_PATH,
  required: [],
  prefix: `${CATALOGUE_PATH}/`,
};
const packageAt = (path: string): Wanted => ({
  path,
  required: ['units', 'observations'],
  prefix: '',
});

/** The share of what fits that may be read with an excerpt, and its engine, beside it. */
const MOST_BESIDE = 0.6;

/** A package whose tables are known from elsewhere. */
export interface ListedPackage {
  readonly records: LoadedPackage['records'];
  /**
   * Whether its files are those that a dataset with this hash was read from, and the catalogue's fit their own.
   *
   * @throws {PackageError} for a file that is missing or damaged
   */
  readonly isStill: (hash: string, signal?: AbortSignal) => Promise<boolean>;
}

/** @throws {PackageError} when a descriptor cannot be used */
export async function listPackage(
  path: string,
  access: FileAccess,
  signal?: AbortSignal,
): Promise<ListedPackage> {
  const own = await listFolder(packageAt(path), access, signal);
  return {
    records: recordFiles(own.manifest),
    async isStill(hash, stop) {
      const catalogue = await listFolder(CATALOGUE, access, stop);
      await catalogue.hash(stop);
      return (await own.hash(stop)) === hash;
    },
  };
}

/**
 * Reads a package and the default catalogue.
 *
 * @param path folder relative to the site, e.g. "data/reports"
 * @throws {PackageError} when the package cannot be shown; rows that cannot be used only become problems
 */
export async function readPackage(
  path: string,
  access: FileAccess,
  options: PackageOptions = {},
): Promise<LoadedPackage> {
  const problems = problemLog();
  const shared = problemLog(); // a log of its own: neither folder stops at a fault of the other
  const { first, ...given } = options;
  const quiet = { ...given, onProgress: () => {} };
  const coming = readFolder(CATALOGUE, access, shared, quiet);
  const onRaw = async (raw: RawFolder) => {
    const most = (given.limits ?? limitsFor(undefined)).rows * MOST_BESIDE;
    if (!first || !isExcerpted(raw, first, most)) return;
    const catalogue = await coming.catch(() => null); // what is wrong with either is told below
    if (!catalogue) return;
    const excerpt = await readExcerpt(aboutOf(path, raw), raw, catalogue.tables, first.needs).catch(
      () => null,
    );
    if (excerpt) await first.onExcerpt(withRecords(excerpt, raw.manifest));
  };
  const [catalogue, own] = await bothOf(
    coming,
    readFolder(packageAt(path), access, problems, { ...given, onRaw }).then((folder) => {
      options.onProgress?.({ bytes: 0, total: 0 }); // whole, but the catalogue may still come
      return folder;
    }),
  );
  for (const problem of shared.list()) problems.add(problem);
  return withRecords(
    assemblePackage(aboutOf(path, own), own.tables, catalogue.tables, problems),
    own.manifest,
  );
}

/** What is wanted of a package, and what of it before all the rest. */
export interface PackageOptions extends Omit<ReadOptions, 'onRaw'> {
  readonly first?: FirstRead;
}

export interface FirstRead extends ExcerptOptions {
  /** Told of them where the package is large; the rest is read when this is done. */
  readonly onExcerpt: (excerpt: LoadedPackage) => Promise<void>;
}

function withRecords(loaded: LoadedPackage, manifest: Manifest): LoadedPackage {
  const records = recordFiles(manifest);
  const dataset = { ...loaded.dataset, recordFiles: new Set(records.keys()) };
  return { ...loaded, dataset, records };
}

function aboutOf(path: string, { manifest, hash }: Folder): PackageAbout {
  const { name, title, created, keywords, parts, whole } = manifest;
  const unitFiles = manifest.resources.get('units')?.map((file) => file.name) ?? [];
  return { path, name, title, created, keywords, hash, parts, whole, unitFiles };
}

function recordFiles({ records }: Manifest): Map<string, RecordFile> {
  const files = [...records].flatMap(([record, entries]) =>
    entries.map((entry) => [entry.path, { record, entry }] as const),
  );
  return new Map(files);
}

/** Waits for both, so that every fault is known; two packages that cannot be shown are told as one. */
async function bothOf<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const results = await Promise.allSettled([first, second]);
  const [a, b] = results;
  if (a.status === 'fulfilled' && b.status === 'fulfilled') return [a.value, b.value];
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  const told = reasons.filter((reason) => reason instanceof PackageError);
  if (told.length < reasons.length)
    throw reasons.find((reason) => !(reason instanceof PackageError));
  throw new PackageError(told.reverse().flatMap((reason) => reason.problems));
}

/**
 * The default catalogue by itself, without a unit or a figure: what an import may name that joins no package.
 *
 * @throws {PackageError} when the catalogue cannot be read
 */
export async function readCatalogueAlone(access: FileAccess): Promise<Dataset> {
  const problems = problemLog();
  const { tables } = await readFolder(CATALOGUE, access, problems, {});
  const about = { path: '', name: '', title: '', created: '', hash: '', keywords: [] };
  return assemble(about, new Map(), tables, problems).dataset;
}

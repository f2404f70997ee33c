/**
 * A package, from its descriptor to checked tables:
 * descriptor → files (size, hash) → raw tables → normalised tables → catalogue, units, statements.
 * Nothing here knows the engine; `load.ts` hands the result over.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { comparePeriods, type Period, parsePeriod, partsOfYear } from '../model/period.ts';
import { PackageError } from '../model/problem.ts';
import { unitIndex } from '../model/unit.ts';
import {
  readCatalogue,
  readDecisions,
  readFindings,
  readSources,
  readUnitChanges,
  type Tables,
} from './catalogue.ts';
import { type FileAccess, FileFault, fetchFile, readFile } from './files.ts';
import { countRows, type Limits, limitsFor, tooManyBytes, tooManyRows } from './limit.ts';
import { DESCRIPTOR, type FileEntry, type Manifest, readManifest } from './manifest.ts';
import { readStatements, type Statements } from './observations.ts';
import { type ProblemLog, problemLog } from './problems.ts';
import type { RawTable } from './raw.ts';
import type { ResourceName } from './schema.ts';
import { normalise, type Table } from './table.ts';
import { readUnits } from './units.ts';

export const CATALOGUE_PATH = 'data/catalogue';

export interface LoadedPackage {
  readonly dataset: Dataset;
  readonly statements: Statements;
}

/** How far reading has come: bytes so far of the bytes the descriptor announces (0 = unknown). */
export interface PackageProgress {
  readonly bytes: number;
  readonly total: number;
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
  options: {
    onProgress?: (progress: PackageProgress) => void;
    signal?: AbortSignal;
    limits?: Limits;
  } = {},
): Promise<LoadedPackage> {
  const problems = problemLog();
  const shared = problemLog(); // a log of its own: neither folder stops at a fault of the other
  const quiet = { ...options, onProgress: () => {} };
  const [catalogue, own] = await bothOf(
    readFolder(CATALOGUE_PATH, [], access, shared, quiet),
    readFolder(path, ['units', 'observations'], access, problems, options),
  );
  for (const problem of shared.list()) problems.add(problem);
  return assemble(path, own, catalogue.tables, problems);
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

interface Folder {
  /** SHA-256 over the names and hashes of its files. */
  readonly hash: string;
  readonly manifest: Manifest;
  readonly tables: Tables;
}

type Options = NonNullable<Parameters<typeof readPackage>[2]>;

async function readFolder(
  path: string,
  required: readonly ResourceName[],
  access: FileAccess,
  problems: ProblemLog,
  options: Options,
): Promise<Folder> {
  const bytes = await readDescriptor(path, access, problems, options.signal);
  const manifest = bytes && readManifest(bytes, `${path}/${DESCRIPTOR}`, required, problems);
  if (!manifest) throw new PackageError(problems.stops());
  const { raw, hash } = await readResources(path, manifest, access, problems, options);
  if (problems.stops().length > 0) throw new PackageError(problems.stops());
  const tables = new Map<ResourceName, Table>();
  for (const [name, files] of raw) tables.set(name, normalise(name, files, problems));
  if (problems.stops().length > 0) throw new PackageError(problems.stops());
  return { hash, manifest, tables };
}

async function readDescriptor(
  path: string,
  access: FileAccess,
  problems: ProblemLog,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    return await access.read(`${path}/${DESCRIPTOR}`, signal);
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const code = error.code === 'file-not-found' ? 'package-not-found' : error.code;
    problems.add({ code, effect: 'stop', file: path, value: error.message });
    return null;
  }
}

async function readResources(
  path: string,
  manifest: Manifest,
  access: FileAccess,
  problems: ProblemLog,
  options: Options,
): Promise<{ raw: Map<ResourceName, RawTable[]>; hash: string }> {
  const total = [...manifest.resources.values()].flat().reduce((sum, f) => sum + (f.bytes ?? 0), 0);
  let done = 0;
  const hashes: string[] = [];
  const room = roomFor(path, options.limits ?? limitsFor(undefined));
  const readOne = async (name: ResourceName, entry: FileEntry) => {
    room.checkBytes(entry, entry.bytes ?? 0);
    const bytes = await fetchFile(access, path, entry, problems, options.signal);
    done += bytes?.length ?? 0;
    if (bytes) hashes.push(`${entry.path} ${bytesToHex(sha256(bytes))}`);
    options.onProgress?.({ bytes: done, total });
    if (!bytes) return null;
    room.checkBytes(entry, bytes.length);
    if (entry.format === 'csv') room.add(name, () => countRows(bytes));
    const table = await readFile(access, entry, bytes, problems, options.signal);
    if (entry.format !== 'csv') room.add(name, () => table?.rowCount ?? 0);
    return table;
  };
  const read = await Promise.all(
    [...manifest.resources].map(async ([name, entries]) => {
      const tables = await Promise.all(entries.map((entry) => readOne(name, entry)));
      return [name, tables.filter((table) => table !== null)] as const;
    }),
  );
  const hash = bytesToHex(sha256(utf8ToBytes(hashes.sort().join('\n'))));
  return { raw: new Map(read), hash };
}

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

function assemble(
  path: string,
  own: Folder,
  catalogueTables: Tables,
  problems: ProblemLog,
): LoadedPackage {
  const { manifest, tables } = own;
  const table = (name: ResourceName): Table => tables.get(name) ?? normalise(name, [], problems);
  const catalogue = readCatalogue([catalogueTables, tables], problems);
  const units = unitIndex(readUnits(table('units'), problems));
  const sources = readSources(tables, units.has, problems);
  const hasSubject = (id: string) => catalogue.measures.has(id) || catalogue.indicators.has(id);
  const statements = readStatements(
    table('observations'),
    {
      hasUnit: units.has,
      hasSubject,
      periodOf: (source) => sources.get(source)?.period,
      listsSources: sources.size > 0,
    },
    problems,
  );
  if (units.ids.length === 0) {
    const file = manifest.resources.get('units')?.[0]?.path ?? 'units';
    throw new PackageError([...problems.list(), { code: 'file-empty', effect: 'stop', file }]);
  }
  const sourcePeriods = [...sources.values()].map((source) => source.period).filter(Boolean);
  const dataset: Dataset = {
    path,
    name: manifest.name,
    title: manifest.title || path,
    created: manifest.created,
    hash: own.hash,
    synthetic: manifest.keywords.includes('synthetic'),
    units,
    unitChanges: readUnitChanges(tables, units.has, problems),
    sources,
    measures: catalogue.measures,
    indicators: catalogue.indicators,
    categories: [...catalogue.categories.values()],
    identities: [...catalogue.identities.values()],
    findings: readFindings(tables, units.has, hasSubject, problems),
    decisions: readDecisions(tables),
    periods: periodIndex([...statements.texts.period, ...sourcePeriods]),
    observationCount: statements.rowCount,
    problems: problems.list(),
  };
  return { dataset, statements };
}

/** Stated periods, and the parts of their years that may follow from them, in time order. */
function periodIndex(codes: readonly string[]): Map<string, Period> {
  const stated = [...new Set(codes)].map(parsePeriod);
  const conventional = stated.filter((period) => period.grain !== 'day' && period.grain !== 'span');
  const years = [...groupBy(conventional, (period) => period.start.slice(0, 4)).values()];
  const parts = years.flatMap((periods) =>
    partsOfYear(
      periods[0]?.start ?? '',
      periods.some((period) => period.grain === 'month'),
    ),
  );
  const all = [...stated, ...parts].sort(comparePeriods);
  return new Map(all.map((period) => [period.code, period]));
}

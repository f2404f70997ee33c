/**
 * A package, from its descriptor to checked tables:
 * descriptor → files (size, hash) → raw tables → normalised tables → catalogue, units, statements.
 * The second half, `assemblePackage`, takes tables from anywhere. Nothing here knows the engine; `load.ts` hands
 * the result over.
 */

import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { CATALOGUE_PATH } from '../model/path.ts';
import { PackageError } from '../model/problem.ts';
import { comparePeriods, type Period, parsePeriod, partsOfYear } from '../model/time/period.ts';
import { unitIndex } from '../model/unit.ts';
import { readCatalogue, readDecisions, readFindings, type Tables } from './catalogue.ts';
import { checkReports, readUnitChanges } from './changes.ts';
import type { FileAccess } from './file/files.ts';
import { listFolder, type ReadOptions, readFolder, type Wanted } from './folder.ts';
import { DESCRIPTOR, type FileEntry, type Manifest } from './manifest.ts';
import { readStatements, type Statements } from './observations.ts';
import { type ProblemLog, problemLog } from './problems.ts';
import { readRecordDefinitions } from './record/definitions.ts';
import type { ResourceName } from './schema.ts';
import { readBadDates, readSources } from './sources.ts';
import { NO_ROWS, type Table } from './table.ts';
import { readUnits } from './units.ts';

export interface LoadedPackage {
  readonly dataset: Dataset;
  readonly statements: Statements;
  /** Files of records, by their path: read when somebody opens them. */
  readonly records: ReadonlyMap<string, RecordFile>;
}

export interface RecordFile {
  readonly record: string;
  readonly entry: FileEntry;
}

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
  options: ReadOptions = {},
): Promise<LoadedPackage> {
  const problems = problemLog();
  const shared = problemLog(); // a log of its own: neither folder stops at a fault of the other
  const quiet = { ...options, onProgress: () => {} };
  const [catalogue, own] = await bothOf(
    readFolder(CATALOGUE, access, shared, quiet),
    readFolder(packageAt(path), access, problems, options).then((folder) => {
      options.onProgress?.({ bytes: 0, total: 0 }); // whole, but the catalogue may still come
      return folder;
    }),
  );
  for (const problem of shared.list()) problems.add(problem);
  const { manifest, tables, hash } = own;
  const files = (name: ResourceName) =>
    manifest.resources.get(name)?.map((file) => file.name) ?? [];
  const { name, title, created, keywords, parts, whole } = manifest;
  const place = { parts, whole, unitFiles: files('units') };
  const about = { path, name, title, created, keywords, hash, ...place };
  const assembled = assemblePackage(about, tables, catalogue.tables, problems);
  const records = recordFiles(manifest);
  const dataset = { ...assembled.dataset, recordFiles: new Set(records.keys()) };
  return { ...assembled, dataset, records };
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

/** What a descriptor says of a package as a whole; `unitFiles`: where people look when no unit is left. */
export interface PackageAbout
  extends Pick<Dataset, 'path' | 'name' | 'title' | 'created' | 'hash'> {
  readonly keywords: readonly string[];
  readonly parts?: Dataset['parts'];
  readonly whole?: Dataset['whole'];
  readonly unitFiles?: readonly string[];
}

/**
 * A package from checked tables, wherever they come from: a folder, a form, a stored copy.
 *
 * @param own the package's tables, each as `normalise` gives it; those that are missing count as empty
 * @param catalogueTables the default catalogue, which the package's own tables add to
 * @throws {PackageError} when no unit is left; rows that cannot be used only become problems
 */
export function assemblePackage(
  about: PackageAbout,
  own: Tables,
  catalogueTables: Tables,
  problems: ProblemLog,
): LoadedPackage {
  const loaded = assemble(about, own, catalogueTables, problems);
  if (loaded.dataset.units.ids.length === 0) throw noUnits(about.unitFiles ?? [], problems);
  return loaded;
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

function assemble(
  about: PackageAbout,
  own: Tables,
  catalogueTables: Tables,
  problems: ProblemLog,
): LoadedPackage {
  const table = (name: ResourceName): Table => own.get(name) ?? NO_ROWS;
  const catalogue = readCatalogue([catalogueTables, own], problems);
  const units = unitIndex(readUnits(table('units'), problems));
  const hasMeasure = (id: string) => catalogue.measures.has(id);
  const sources = readSources(own, units.has, problems);
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
  const unitChanges = readUnitChanges(own.get('unit_changes'), units, problems);
  checkReports(units, unitChanges, statements, problems);
  const sourcePeriods = [...sources.values()].map((source) => source.period).filter(Boolean);
  const dataset: Dataset = {
    path: about.path,
    name: about.name,
    title: about.title || about.path,
    created: about.created,
    hash: about.hash,
    synthetic: about.keywords.includes('synthetic'),
    units,
    unitChanges,
    sources,
    measures: catalogue.measures,
    indicators: catalogue.indicators,
    categories: [...catalogue.categories.values()],
    identities: [...catalogue.identities.values()],
    records: readRecordDefinitions([catalogueTables, own], hasMeasure, problems),
    recordFiles: new Set(),
    findings: [
      ...readFindings(own, units.has, hasSubject, problems),
      ...readBadDates(own, sources),
    ],
    decisions: readDecisions(own),
    periods: periodIndex([...statements.texts.period, ...sourcePeriods]),
    observationCount: statements.rowCount,
    parts: knownParts(about, units.has, problems),
    whole: about.whole ?? null,
    problems: problems.list(),
  };
  return { dataset, statements, records: new Map() };
}

function knownParts(
  { parts = [] }: PackageAbout,
  hasUnit: (id: string) => boolean,
  problems: ProblemLog,
): Dataset['parts'] {
  return parts.filter(({ unit }, at) => {
    if (hasUnit(unit)) return true;
    const place = { file: DESCRIPTOR, column: `parts.${at}.unit` };
    problems.add({ code: 'reference-unknown', effect: 'note', ...place, value: unit });
    return false;
  });
}

/** Only what is said of the table of units: every other row would be told to name an unknown one. */
function noUnits(files: readonly string[], problems: ProblemLog): PackageError {
  const reasons = problems.list().filter(({ file }) => files.includes(file));
  return new PackageError([
    { code: 'units-none', effect: 'stop', file: files[0] ?? 'units' },
    ...reasons,
  ]);
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

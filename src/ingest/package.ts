/**
 * A package, from its descriptor to checked tables:
 * descriptor → files (size, hash) → raw tables → normalised tables → catalogue, units, statements.
 * Nothing here knows the engine; `load.ts` hands the result over.
 */
import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { PackageError } from '../model/problem.ts';
import { comparePeriods, type Period, parsePeriod, partsOfYear } from '../model/time/period.ts';
import { unitIndex } from '../model/unit.ts';
import {
  readCatalogue,
  readDecisions,
  readFindings,
  readUnitChanges,
  type Tables,
} from './catalogue.ts';
import type { FileAccess } from './file/files.ts';
import { type Folder, type ReadOptions, readFolder } from './folder.ts';
import type { Manifest } from './manifest.ts';
import { readStatements, type Statements } from './observations.ts';
import { type ProblemLog, problemLog } from './problems.ts';
import type { ResourceName } from './schema.ts';
import { readBadDates, readSources } from './sources.ts';
import { normalise, type Table } from './table.ts';
import { readUnits } from './units.ts';

export const CATALOGUE_PATH = 'data/catalogue';

export interface LoadedPackage {
  readonly dataset: Dataset;
  readonly statements: Statements;
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
    readFolder(
      { path: CATALOGUE_PATH, required: [], prefix: `${CATALOGUE_PATH}/` },
      access,
      shared,
      quiet,
    ),
    readFolder(
      { path, required: ['units', 'observations'], prefix: '' },
      access,
      problems,
      options,
    ),
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
  if (units.ids.length === 0) throw noUnits(manifest, problems);
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
    findings: [
      ...readFindings(tables, units.has, hasSubject, problems),
      ...readBadDates(tables, sources),
    ],
    decisions: readDecisions(tables),
    periods: periodIndex([...statements.texts.period, ...sourcePeriods]),
    observationCount: statements.rowCount,
    problems: problems.list(),
  };
  return { dataset, statements };
}

/** Only what is said of the table of units: every other row would be told to name an unknown one. */
function noUnits(manifest: Manifest, problems: ProblemLog): PackageError {
  const files = manifest.resources.get('units')?.map(({ name }) => name) ?? [];
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

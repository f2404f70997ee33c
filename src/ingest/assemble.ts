/** A package from checked tables: catalogue, units, documents and statements that name each other. Nothing here reads a file. */
import type { Dataset } from '../model/dataset.ts';
import { groupBy } from '../model/group.ts';
import { PackageError } from '../model/problem.ts';
import { comparePeriods, type Period, parsePeriod, partsOfYear } from '../model/time/period.ts';
import { unitIndex } from '../model/unit.ts';
import { DESCRIPTOR, type FileEntry } from './manifest.ts';
import { readStatements, type Statements } from './observations.ts';
import type { ProblemLog } from './problems.ts';
import { readRecordDefinitions } from './record/definitions.ts';
import { readCatalogue, readDecisions, readFindings, type Tables } from './resource/catalogue.ts';
import { checkReports, readUnitChanges } from './resource/changes.ts';
import { readBadDates, readSources } from './resource/sources.ts';
import { readUnits } from './resource/units.ts';
import type { ResourceName } from './schema.ts';
import { NO_ROWS, type Table } from './table.ts';

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

/** The same, whether a unit is left or not. */
export function assemble(
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
export function periodIndex(codes: readonly string[]): Map<string, Period> {
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

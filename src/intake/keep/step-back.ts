/** What a step back to the version before takes out of a package, and what it brings back. */
import Papa from 'papaparse';
import * as v from 'valibot';
import type { PackageFiles } from '../read/read.ts';

/** Figures of one document. */
export interface DocumentFigures {
  /** The file it came as, or its title. */
  readonly name: string;
  readonly figures: number;
}

export interface StepBack {
  readonly lost: readonly DocumentFigures[];
  readonly regained: readonly DocumentFigures[];
}

export function stepBack(now: PackageFiles, before: PackageFiles): StepBack {
  return { lost: onlyIn(now, before), regained: onlyIn(before, now) };
}

/** Statements of one version that the other does not make. What imports bring are CSV files; others stay as they are. */
function onlyIn(own: PackageFiles, other: PackageFiles): DocumentFigures[] {
  const elsewhere = new Set(statementsIn(other, own).map(textOf));
  const counts = new Map<string, number>();
  for (const row of statementsIn(own, other)) {
    const { source = '' } = row;
    if (!elsewhere.has(textOf(row))) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  const names = namesIn(own);
  return [...counts].map(([source, figures]) => ({ name: names.get(source) || source, figures }));
}

type Row = Readonly<Record<string, string>>;

const textOf = (row: Row) => JSON.stringify(Object.entries(row).sort());

/** Of the files that the other version does not have just so. */
function statementsIn(files: PackageFiles, other: PackageFiles): Row[] {
  return pathsOf(files, 'observations')
    .filter((path) => !isSame(files.get(path), other.get(path)))
    .flatMap((path) => rowsIn(files.get(path)));
}

function namesIn(files: PackageFiles): ReadonlyMap<string, string> {
  const rows = pathsOf(files, 'sources').flatMap((path) => rowsIn(files.get(path)));
  return new Map(
    rows.map(({ source = '', file, number, title }) => [source, file || number || title || '']),
  );
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a?.length === b?.length && (a?.every((byte, at) => byte === b?.[at]) ?? true);
}

function rowsIn(bytes: Uint8Array | undefined): Row[] {
  const text = new TextDecoder().decode(bytes);
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

const descriptorSchema = v.looseObject({
  resources: v.array(
    v.looseObject({ name: v.string(), path: v.union([v.string(), v.array(v.string())]) }),
  ),
});

/** Its CSV files; none where the descriptor cannot be read. */
function pathsOf(files: PackageFiles, name: string): string[] {
  try {
    const text = new TextDecoder().decode(files.get('datapackage.json'));
    const { resources } = v.parse(descriptorSchema, JSON.parse(text));
    const own = resources.filter((resource) => resource.name === name);
    return own.flatMap(({ path }) => path).filter((path) => path.endsWith('.csv'));
  } catch {
    return [];
  }
}

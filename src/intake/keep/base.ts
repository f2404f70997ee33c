/** The package that an import joins: its files as they are, and what its statements say, for comparison. */
import type { FileAccess } from '../../ingest/file/files.ts';
import { type Folder, listFolder, readFolder, type Wanted } from '../../ingest/folder.ts';
import { problemLog } from '../../ingest/problems.ts';
import type { ResourceName } from '../../ingest/schema.ts';
import type { CellValue, Table } from '../../ingest/table.ts';
import { CATALOGUE_PATH } from '../../model/path.ts';
import { NO_PLACE, type Place } from './place.ts';

export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface Base {
  /** The package's path; '' where the import stands by itself. */
  readonly path: string;
  readonly title: string;
  /** Of its files, as a `Dataset` has it: tells whether it is still the one that was opened. */
  readonly hash: string;
  /** Words of its descriptor, `synthetic` among them: what joins simulated figures is not real by that. */
  readonly keywords: readonly string[];
  /** Where the package that was read stands, whether its figures are joined or not. */
  readonly place: Place;
  /** Files by resource, each with its bytes, in the order of the descriptor. */
  readonly files: ReadonlyMap<ResourceName, readonly PackedFile[]>;
  /** Files of records by their kind. */
  readonly records: ReadonlyMap<string, readonly PackedFile[]>;
  readonly tables: ReadonlyMap<ResourceName, Table>;
  /** The site's catalogue, of which a package carries what it uses. */
  readonly catalogue: ReadonlyMap<ResourceName, Table>;
}

/**
 * Reads a package once more, with the bytes of its files.
 *
 * @param path '' for none: the catalogue alone
 * @param withFigures false: only its units and catalogue, for a package of new figures
 * @throws {PackageError} as when it is opened
 */
export async function readBase(
  path: string,
  access: FileAccess,
  withFigures: boolean,
): Promise<Base> {
  const shared = await readFolder(
    { path: CATALOGUE_PATH, required: [], prefix: '' },
    access,
    problemLog(),
    {},
  );
  const catalogue = shared.tables;
  if (path === '') return { ...NO_PACKAGE, catalogue };
  const kept = new Map<string, Uint8Array>();
  const keeping: FileAccess = {
    ...access,
    async read(file, signal, most) {
      const bytes = await access.read(file, signal, most);
      kept.set(file, bytes);
      return bytes;
    },
  };
  const folder = await readFolder(wantedAt(path), keeping, problemLog(), {});
  const left: readonly ResourceName[] = withFigures
    ? []
    : ['observations', 'findings', 'decisions', 'sources'];
  return {
    path: withFigures ? path : '',
    title: withFigures ? folder.manifest.title : '',
    hash: folder.hash,
    keywords: withFigures ? folder.manifest.keywords : [],
    place: folder.manifest,
    files: filesOf(folder, path, kept, left),
    records: withFigures ? await recordsOf(folder, path, access) : new Map(),
    tables: new Map([...folder.tables].filter(([name]) => !left.includes(name))),
    catalogue,
  };
}

const wantedAt = (path: string): Wanted => ({
  path,
  required: ['units', 'observations'],
  prefix: '',
});

/**
 * Whether a package is still as it was read, by its files alone; one that was not joined does not matter.
 *
 * @throws {PackageError} when it cannot be read any more
 */
export async function isStill(
  { path, hash }: Pick<Base, 'path' | 'hash'>,
  access: FileAccess,
  signal?: AbortSignal,
): Promise<boolean> {
  return path === '' || (await hashOf(path, access, signal)) === hash;
}

/**
 * What a package is now, by its files alone.
 *
 * @throws {PackageError} when it cannot be read
 */
export async function hashOf(
  path: string,
  access: FileAccess,
  signal?: AbortSignal,
): Promise<string> {
  const listing = await listFolder(wantedAt(path), access, signal);
  return listing.hash(signal);
}

const NO_PACKAGE: Omit<Base, 'catalogue'> = {
  ...{ path: '', title: '', hash: '', keywords: [], place: NO_PLACE },
  ...{ files: new Map(), records: new Map(), tables: new Map() },
};

function filesOf(
  { manifest }: Folder,
  path: string,
  kept: ReadonlyMap<string, Uint8Array>,
  left: readonly ResourceName[],
) {
  const resources = [...manifest.resources].filter(([name]) => !left.includes(name));
  return new Map(
    resources.map(([name, entries]) => [
      name,
      entries.map((entry) => ({
        path: entry.path,
        bytes: kept.get(`${path}/${entry.path}`) ?? new Uint8Array(),
      })),
    ]),
  );
}

/** Files of records, which opening a package does not read. */
async function recordsOf({ manifest }: Folder, path: string, access: FileAccess) {
  const records = new Map<string, readonly PackedFile[]>();
  for (const [record, entries] of manifest.records) {
    const files = entries.map(async (entry) => ({
      path: entry.path,
      bytes: await access.read(`${path}/${entry.path}`),
    }));
    records.set(record, await Promise.all(files));
  }
  return records;
}

/** Rows of a table as objects; null and '' alike are nothing. */
export function rowsIn(
  table: Table | undefined,
  columns: readonly string[],
): Record<string, CellValue>[] {
  if (!table) return [];
  const values = columns.map((column) => table.column(column));
  return Array.from({ length: table.rowCount }, (_, row) =>
    Object.fromEntries(columns.map((column, at) => [column, values[at]?.[row] ?? ''])),
  );
}

/** Mappings as small files: handed on after keeping, taken in before other files are read. */
import { type Mapping, readMapping } from '../answers.ts';
import type { Shelf } from './shelf.ts';

/** A mapping is names and answers; a file that is longer is none. */
const MOST_BYTES = 2_000_000;

export interface Sorted {
  /** What is to be read as tables or a package. */
  readonly others: readonly File[];
  readonly mappings: readonly Mapping[];
}

/** Files of mappings apart from the others. A file of a package among them makes all of them one. */
export async function sorted(files: readonly File[]): Promise<Sorted> {
  if (files.some(({ name }) => name === 'datapackage.json')) return { others: files, mappings: [] };
  const read = await Promise.all(files.map(mappingIn));
  return {
    others: files.filter((_, at) => read[at] === null),
    mappings: read.filter((mapping) => mapping !== null),
  };
}

async function mappingIn(file: File): Promise<Mapping | null> {
  if (!/\.json$/i.test(file.name) || file.size > MOST_BYTES) return null;
  return readMapping(await file.text());
}

/** The mapping by which tables of this layout were kept, as a file; null where there is none. */
export async function mappingFile(
  shelf: Pick<Shelf, 'mappings'>,
  layout: string,
): Promise<Blob | null> {
  const own = (await shelf.mappings()).find((mapping) => mapping.layout === layout);
  return own ? new Blob([`${JSON.stringify(own, null, 2)}\n`], { type: 'application/json' }) : null;
}

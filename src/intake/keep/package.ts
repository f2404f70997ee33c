/**
 * What is kept of an import: the files of a valid package.
 *
 *   base files (as they are) ─┐
 *   catalogue rows it uses ───┼→ files + datapackage.json with sizes and SHA-256
 *   new sources, figures, ────┘
 *   declared units, measures
 */
import Papa from 'papaparse';
import { checksum } from '../../ingest/file/hash.ts';
import { type ResourceName, SCHEMAS } from '../../ingest/schema.ts';
import type { Declared, Mapping, Row } from '../answers.ts';
import type { PackageFiles } from '../read/read.ts';
import type { Draft } from '../shape/draft.ts';
import { type Base, type PackedFile, rowsIn } from './base.ts';
import { type Cells, packageCsv } from './csv.ts';
import type { Place } from './place.ts';

/** A document that an import brings: one per sheet. */
export interface NewSource {
  readonly source: string;
  readonly unit: string;
  readonly title: string;
  readonly period: string;
  readonly signedOn: string;
  readonly receivedOn: string;
  readonly file: string;
  /** What was mended in it; '' where nothing was. */
  readonly remark: string;
  /** The records it was counted from: their kind and their file in the package; '' for all others. */
  readonly record: string;
  readonly records: string;
}

export interface Kept {
  readonly name: string;
  readonly title: string;
  readonly created: string;
  readonly base: Base;
  /** Where the package will stand. */
  readonly place: Place;
  /** By the position of their sheet. */
  readonly sources: readonly NewSource[];
  readonly drafts: readonly Draft[];
  /** Bytes of records by the path that a source names. */
  readonly records: readonly PackedFile[];
  readonly declared: Declared;
  readonly mappings: readonly Mapping[];
}

const CATALOGUE: readonly ResourceName[] = [
  'measures',
  'indicators',
  'categories',
  'identities',
  'records',
  'record_columns',
  'record_measures',
];
const ID: Partial<Record<ResourceName, readonly string[]>> = {
  measures: ['measure'],
  indicators: ['indicator'],
  categories: ['breakdown', 'category'],
  identities: ['identity'],
  records: ['record'],
  record_columns: ['record', 'column'],
  record_measures: ['record', 'measure'],
};
const FOLDER = 'nhap';
const OBSERVATIONS = Object.keys(SCHEMAS.observations);

/** The files of the package, `datapackage.json` first; pure and repeatable: same input, same bytes. */
export function packageFiles(kept: Kept): PackageFiles {
  const resources = new Map<string, { path: string; bytes: Uint8Array }[]>();
  const add = (name: string, path: string, bytes: Uint8Array) =>
    resources.set(name, [...(resources.get(name) ?? []), { path, bytes }]);
  const replaced = new Set(kept.sources.map(({ source }) => source));
  for (const [name, files] of kept.base.files) {
    for (const file of files) {
      if (isOwn(file.path, name, replaced)) continue;
      add(name, file.path, withoutSources(name, file, replaced));
    }
  }
  addCatalogue(kept, add);
  addDeclared(kept, add);
  addSources(kept, add);
  addRecords(kept, add);
  for (const [at, { source }] of kept.sources.entries()) {
    const rows = kept.drafts
      .filter(({ sheet }) => sheet === at)
      .map((draft) => observation(draft, source));
    if (rows.length > 0)
      add(
        'observations',
        freePath(resources, `${FOLDER}/${source}.csv`),
        packageCsv(OBSERVATIONS, rows),
      );
  }
  const files = new Map<string, Uint8Array>();
  files.set('datapackage.json', descriptor(kept, resources));
  for (const list of resources.values()) for (const { path, bytes } of list) files.set(path, bytes);
  for (const [at, mapping] of kept.mappings.entries()) {
    files.set(
      `${FOLDER}/anh-xa-${at + 1}.json`,
      new TextEncoder().encode(`${JSON.stringify(mapping, null, 2)}\n`),
    );
  }
  return files;
}

/** A file of an earlier import of the same document: its figures are replaced as a whole. */
function isOwn(path: string, name: string, replaced: ReadonlySet<string>): boolean {
  return (
    name === 'observations' && [...replaced].some((source) => path === `${FOLDER}/${source}.csv`)
  );
}

/** The list of documents without those that come anew. */
function withoutSources(
  name: string,
  file: { path: string; bytes: Uint8Array },
  replaced: ReadonlySet<string>,
): Uint8Array {
  if (name !== 'sources' || replaced.size === 0 || !file.path.endsWith('.csv')) return file.bytes;
  const text = new TextDecoder().decode(file.bytes);
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  });
  const rest = data.filter(({ source = '' }) => !replaced.has(source));
  return rest.length === data.length ? file.bytes : packageCsv(meta.fields ?? [], rest);
}

type Add = (name: string, path: string, bytes: Uint8Array) => void;

/** Rows of the site's catalogue that the package does not have itself: elsewhere the catalogue may be another. */
function addCatalogue({ base, declared }: Kept, add: Add): void {
  for (const name of CATALOGUE) {
    const shared = base.catalogue.get(name);
    if (!shared) continue;
    const columns = Object.keys(SCHEMAS[name]).filter((column) => shared.has(column));
    const own = new Set(rowsIn(base.tables.get(name), ID[name] ?? []).map(idOf(name)));
    for (const row of declaredRows(name, declared)) own.add(idOf(name)(row));
    const rows = rowsIn(shared, columns).filter((row) => !own.has(idOf(name)(row)));
    const path = `catalogue/${name}.csv`;
    const isThere = base.files.get(name)?.some((file) => file.path === path) ?? false;
    if (rows.length > 0 && !isThere) add(name, path, packageCsv(columns, rows.map(plain)));
  }
}

const idOf = (name: ResourceName) => (row: Readonly<Record<string, unknown>>) =>
  (ID[name] ?? []).map((column) => row[column]).join('~');

/** Checked cells as they are written in a package. */
function plain(row: Readonly<Record<string, unknown>>): Cells {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, textIn(value)]));
}

function textIn(value: unknown): string | number | null {
  return typeof value === 'number' || typeof value === 'string'
    ? value
    : value === null
      ? null
      : String(value);
}

function declaredRows(name: ResourceName, declared: Declared): readonly Row[] {
  return name in declared ? (declared[name as keyof Declared] ?? []) : [];
}

function addDeclared({ base, declared }: Kept, add: Add): void {
  for (const name of ['units', 'measures', 'indicators', 'categories'] as const) {
    const rows = declared[name] ?? [];
    if (rows.length === 0) continue;
    const columns = Object.keys(SCHEMAS[name]).filter((column) => rows.some((row) => row[column]));
    const count = base.files.get(name)?.length ?? 0;
    add(name, `${FOLDER}/${name}-${count + 1}.csv`, packageCsv(columns, rows));
  }
}

/** Files of records: those that were there, but for the ones that are replaced, and the new ones. */
function addRecords({ base, sources, records }: Kept, add: Add): void {
  const own = new Set(records.map(({ path }) => path));
  for (const [record, files] of base.records) {
    for (const { path, bytes } of files) if (!own.has(path)) add(`records.${record}`, path, bytes);
  }
  for (const { record, records: path } of sources) {
    const file = records.find((item) => item.path === path);
    if (file) add(`records.${record}`, path, file.bytes);
  }
}

/** Where the records of a document lie in a package. */
export function recordsPath(source: string): string {
  return `${FOLDER}/${source}.parquet`;
}

function addSources({ base, sources }: Kept, add: Add): void {
  if (sources.length === 0) return;
  const rows = sources.map(
    ({ source, unit, title, period, signedOn, receivedOn, file, remark, records }) => ({
      ...{ source, unit, title, period, file, remark, records },
      signed_on: signedOn,
      received_on: receivedOn,
    }),
  );
  const columns = [
    'source',
    'unit',
    'title',
    'signed_on',
    'period',
    'received_on',
    'file',
    ...(rows.some(({ remark }) => remark) ? ['remark'] : []),
    'records',
  ];
  const paths = new Set(base.files.get('sources')?.map((file) => file.path));
  let number = 1;
  while (paths.has(`${FOLDER}/sources-${number}.csv`)) number += 1;
  add('sources', `${FOLDER}/sources-${number}.csv`, packageCsv(columns, rows));
}

function observation(draft: Draft, source: string): Cells {
  const { asOf, sheet: _, row: __, column: ___, ...cells } = draft;
  return { ...cells, as_of: asOf, source };
}

function freePath(
  resources: ReadonlyMap<string, readonly { path: string }[]>,
  wanted: string,
): string {
  const taken = new Set([...resources.values()].flat().map(({ path }) => path));
  let path = wanted;
  for (let number = 2; taken.has(path); number += 1)
    path = wanted.replace(/\.csv$/, `-${number}.csv`);
  return path;
}

function descriptor(
  kept: Kept,
  resources: ReadonlyMap<string, readonly { path: string; bytes: Uint8Array }[]>,
): Uint8Array {
  const list = [...resources].map(([name, files]) => {
    const paths = files.map(({ path }) => path);
    const formats = new Set(paths.map((path) => (path.endsWith('.parquet') ? 'parquet' : 'csv')));
    const [format] = formats;
    const one = <T>(all: readonly T[]) => (all.length === 1 ? all[0] : all);
    return {
      name,
      path: one(paths),
      ...(formats.size === 1 ? { format } : {}), // else each file's own ending says it
      bytes: one(files.map(({ bytes }) => bytes.length)),
      hash: one(files.map(({ bytes }) => `sha256:${checksum('sha256', bytes)}`)),
    };
  });
  const { name, title, created, base, place } = kept;
  const { keywords } = base;
  const about = { name, title, created, ...(keywords.length > 0 ? { keywords } : {}) };
  const text = JSON.stringify({ ...about, ...told(place), resources: list }, null, 2);
  return new TextEncoder().encode(`${text}\n`);
}

/** What there is of a place; a package that stands by itself says nothing of it. */
function told({ parts, whole }: Place): Partial<Place> {
  return { ...(parts.length > 0 ? { parts } : {}), ...(whole ? { whole } : {}) };
}

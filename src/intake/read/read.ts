/** Files of any kind → sheets, or a package as it is; told by their first bytes, never by their names. */
import { kindOf } from '../../ingest/file/kind.ts';
import { readFooter } from '../../ingest/parquet/footer.ts';
import type { ParquetTable } from '../../ingest/parquet/table.ts';
import { type CellValue, type Dropped, Refusal, type Sheet } from '../sheet.ts';
import { unpack } from './archive.ts';
import { type ReadChoices, readDelimited } from './delimited.ts';
import { LIMITS } from './limits.ts';
import { readWorkbook } from './workbook.ts';

/** Files of one package, by their path beside `datapackage.json`. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What was handed over: tables to be understood, or packages that say themselves what they are. */
export interface Taken {
  readonly sheets: readonly Sheet[];
  readonly packages: readonly { readonly name: string; readonly files: PackageFiles }[];
}

export type ReadParquet = (bytes: Uint8Array, signal?: AbortSignal) => Promise<ParquetTable>;

/**
 * Reads what was dropped. A `datapackage.json` among the files, or in a zip, makes a package of them.
 *
 * @throws {Refusal} for the first file that cannot be read: nothing is taken in part
 */
export async function readDropped(
  dropped: readonly Dropped[],
  readParquet: ReadParquet,
  choices: ReadonlyMap<string, ReadChoices> = new Map(),
): Promise<Taken> {
  refuseTwins(dropped);
  const folder = packageIn(new Map(dropped.map(({ name, bytes }) => [name, bytes])));
  if (folder) return { sheets: [], packages: [{ name: '', files: folder }] };
  const parts: Taken[] = [];
  for (const file of dropped) parts.push(await readOne(file, readParquet, choices.get(file.name)));
  return {
    sheets: parts.flatMap((part) => part.sheets),
    packages: parts.flatMap((part) => part.packages),
  };
}

async function readOne(
  { name, bytes, size = bytes.length }: Dropped,
  readParquet: ReadParquet,
  choices: ReadChoices = {},
): Promise<Taken> {
  if (size > LIMITS.bytes) throw new Refusal('too-large', name, String(size));
  if (bytes.length === 0) throw new Refusal('empty', name);
  const kind = kindOf(bytes, 'csv');
  if (kind === 'XLSX/ZIP') return readZip(name, bytes);
  if (kind === 'Parquet') return tables([await readParquetSheet(name, bytes, readParquet)]);
  if (kind === 'Parquet (encrypted)') throw new Refusal('encrypted', name);
  if (kind === 'XLS') throw new Refusal(holdsEncrypted(bytes) ? 'encrypted' : 'old-excel', name);
  if (kind !== null && !kind.startsWith('UTF-') && kind !== 'JSON')
    throw new Refusal('binary', name, kind);
  return tables([readDelimited(name, bytes, choices)]);
}

const tables = (sheets: readonly Sheet[]): Taken => ({ sheets, packages: [] });

async function readZip(name: string, bytes: Uint8Array): Promise<Taken> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)) + tailOf(bytes);
  if (head.includes('xl/workbook.xml') || head.includes('[Content_Types].xml')) {
    return tables(await readWorkbook(name, bytes));
  }
  const files = await unpack(name, bytes, (path) => !path.startsWith('__MACOSX/'));
  const inside = packageIn(files);
  if (!inside) throw new Refusal('no-table', name, [...files.keys()].slice(0, 5).join(', '));
  return { sheets: [], packages: [{ name: name.replace(/\.zip$/i, ''), files: inside }] };
}

/** The central directory names every file of an archive. */
function tailOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(-65_536));
}

/** The files beside the one `datapackage.json`, wherever the folder lies; null where there is none. */
function packageIn(files: PackageFiles): PackageFiles | null {
  const descriptors = [...files.keys()].filter((path) => /(^|\/)datapackage\.json$/.test(path));
  const shortest = descriptors.sort((a, b) => a.length - b.length)[0];
  if (shortest === undefined) return null;
  const prefix = shortest.slice(0, -'datapackage.json'.length);
  const inside = [...files].filter(([path]) => path.startsWith(prefix));
  return new Map(inside.map(([path, bytes]) => [path.slice(prefix.length), bytes]));
}

/** Office encrypts a workbook inside a file of the old kind. */
function holdsEncrypted(bytes: Uint8Array): boolean {
  const wide = 'EncryptedPackage'.split('').join('\0');
  return (
    new TextDecoder('latin1').decode(bytes.subarray(0, 65_536)).includes(wide) ||
    new TextDecoder('latin1').decode(bytes.subarray(-65_536)).includes(wide)
  );
}

function refuseTwins(dropped: readonly Dropped[]): void {
  const isSame = (a: Uint8Array, b: Uint8Array) =>
    a.length === b.length && a.every((byte, at) => byte === b[at]);
  dropped.forEach((file, at) => {
    const twin = dropped.slice(0, at).find((other) => isSame(other.bytes, file.bytes));
    if (twin && file.bytes.length > 0) throw new Refusal('same-twice', file.name, twin.name);
  });
}

async function readParquetSheet(
  file: string,
  bytes: Uint8Array,
  readParquet: ReadParquet,
): Promise<Sheet> {
  const footer = readFooter(bytes);
  const cells = (footer?.rows ?? 0) * (footer?.columns.length ?? 0);
  if (cells > LIMITS.cells) throw new Refusal('too-many-cells', file, String(cells));
  const { columns, rowCount } = await readParquet(bytes).catch((error: Error) => {
    throw new Refusal('broken-parquet', file, error.message);
  });
  const body = Array.from({ length: rowCount }, (_, row) =>
    columns.map((column): CellValue => column.values[row] ?? null),
  );
  const rows = [columns.map((column) => column.name), ...body];
  const none = { merges: [], percents: new Set<string>(), errors: new Map(), lines: null };
  return { file, name: '', rows, encoding: '', delimiter: '', ...none };
}

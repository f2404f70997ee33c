/** Files of any kind → sheets, or a package as it is; told by their first bytes, never by their names. */
import { kindOf } from '../../ingest/file/kind.ts';
import { readFooter } from '../../ingest/parquet/footer.ts';
import type { ParquetTable } from '../../ingest/parquet/table.ts';
import type { RecordDefinition } from '../../model/record/definition.ts';
import { matchRecords } from '../records/match.ts';
import type { RecordFile } from '../records/reading.ts';
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
  /** Tables with one row a record. */
  readonly records: readonly RecordFile[];
  readonly packages: readonly { readonly name: string; readonly files: PackageFiles }[];
  /** Files beside them that cannot be taken, each with its reason. */
  readonly refused: readonly Refusal[];
}

export type ReadParquet = (bytes: Uint8Array, signal?: AbortSignal) => Promise<ParquetTable>;

export interface ReadWith {
  readonly readParquet: ReadParquet;
  /** Kinds of records that are known; without any, every table holds figures. */
  readonly definitions?: readonly RecordDefinition[];
  readonly choices?: ReadonlyMap<string, ReadChoices>;
}

/**
 * Reads what was dropped. A `datapackage.json` among the files, or in a zip, makes a package of them.
 *
 * A file is taken whole or not at all; the others are taken all the same.
 *
 * @throws {Refusal} for the first file, where none can be read
 */
export async function readDropped(
  dropped: readonly Dropped[],
  { readParquet, definitions = [], choices = new Map() }: ReadWith,
): Promise<Taken> {
  const folder = packageIn(new Map(dropped.map(({ name, bytes }) => [name, bytes])));
  if (folder) return { ...NOTHING, packages: [{ name: '', files: folder }] };
  const parts: Taken[] = [];
  const refused: Refusal[] = [];
  for (const [at, file] of dropped.entries()) {
    const choice = choices.get(file.name) ?? {};
    const kinds = choice.as === 'figures' ? [] : definitions;
    try {
      refuseTwin(file, dropped.slice(0, at));
      parts.push(await readOne(file, readParquet, kinds, choice));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(error);
    }
  }
  const [first] = refused;
  if (first && parts.length === 0) throw first;
  return {
    sheets: parts.flatMap((part) => part.sheets),
    records: parts.flatMap((part) => part.records),
    packages: parts.flatMap((part) => part.packages),
    refused,
  };
}

const NOTHING: Taken = { sheets: [], records: [], packages: [], refused: [] };

async function readOne(
  { name, bytes, size = bytes.length }: Dropped,
  readParquet: ReadParquet,
  definitions: readonly RecordDefinition[],
  choices: ReadChoices,
): Promise<Taken> {
  if (size > LIMITS.bytes) throw new Refusal('too-large', name, String(size));
  if (bytes.length === 0) throw new Refusal('empty', name);
  const kind = kindOf(bytes, 'csv');
  if (kind === 'XLSX/ZIP') return readZip(name, bytes, definitions);
  if (kind === 'Parquet') return readParquetTable(name, bytes, readParquet, definitions);
  if (kind === 'Parquet (encrypted)') throw new Refusal('encrypted', name);
  if (kind === 'XLS') throw new Refusal(holdsEncrypted(bytes) ? 'encrypted' : 'old-excel', name);
  if (kind !== null && !kind.startsWith('UTF-') && kind !== 'JSON')
    throw new Refusal('binary', name, kind);
  return readText(name, bytes, definitions, choices);
}

/** Enough to see what a text file holds; lines that are cut off by it do not count. */
const HEAD = 256_000;
const LF = 0x0a;

/** Records go to the engine as they are; other tables are read whole. */
function readText(
  name: string,
  bytes: Uint8Array,
  definitions: readonly RecordDefinition[],
  choices: ReadChoices,
): Taken {
  const head = definitions.length > 0 ? headOf(name, bytes, choices) : null;
  const layout = head && matchRecords(head, definitions);
  if (head?.isRewritten && layout)
    return tables([readDelimited(name, bytes, choices)], definitions);
  if (head && layout) return { ...NOTHING, records: [{ sheet: head, layout, bytes, table: null }] };
  return tables([readDelimited(name, bytes, choices)], []);
}

/** The first rows; null where they are not readable by themselves. */
function headOf(name: string, bytes: Uint8Array, choices: ReadChoices): Sheet | null {
  try {
    if (bytes.length <= HEAD) return readDelimited(name, bytes, choices);
    const end = bytes.lastIndexOf(LF, HEAD) + 1;
    const width = bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 1; // bytes of a letter in UTF-16
    return readDelimited(name, bytes.subarray(0, end + (end % width)), choices);
  } catch {
    return null;
  }
}

/** Tables of a file: those that hold records apart from the others. */
function tables(sheets: readonly Sheet[], definitions: readonly RecordDefinition[]): Taken {
  const records = sheets.flatMap((sheet) => {
    const layout = matchRecords(sheet, definitions);
    return layout ? [{ sheet, layout, bytes: null, table: null }] : [];
  });
  const own = new Set(records.map(({ sheet }) => sheet));
  return { ...NOTHING, sheets: sheets.filter((sheet) => !own.has(sheet)), records };
}

async function readZip(
  name: string,
  bytes: Uint8Array,
  definitions: readonly RecordDefinition[],
): Promise<Taken> {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096)) + tailOf(bytes);
  if (OTHER_WORKBOOK.test(head)) throw new Refusal('old-excel', name);
  if (head.includes('xl/workbook.xml') || head.includes('[Content_Types].xml')) {
    return tables(await readWorkbook(name, bytes), definitions);
  }
  const files = await unpack(name, bytes, (path) => !path.startsWith('__MACOSX/'));
  const inside = packageIn(files);
  if (!inside) throw new Refusal('no-table', name, [...files.keys()].slice(0, 5).join(', '));
  return { ...NOTHING, packages: [{ name: name.replace(/\.zip$/i, ''), files: inside }] };
}

/** Excel's binary workbooks, and those of LibreOffice. */
const OTHER_WORKBOOK = /xl\/workbook\.bin|application\/vnd\.oasis\.opendocument\.spreadsheet/;

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

function refuseTwin(file: Dropped, before: readonly Dropped[]): void {
  const isSame = (a: Uint8Array, b: Uint8Array) =>
    a.length === b.length && a.every((byte, at) => byte === b[at]);
  const twin = before.find((other) => isSame(other.bytes, file.bytes));
  if (twin && file.bytes.length > 0) throw new Refusal('same-twice', file.name, twin.name);
}

async function readParquetTable(
  file: string,
  bytes: Uint8Array,
  readParquet: ReadParquet,
  definitions: readonly RecordDefinition[],
): Promise<Taken> {
  const footer = readFooter(bytes);
  const cells = (footer?.rows ?? 0) * (footer?.columns.length ?? 0);
  const most = definitions.length > 0 ? LIMITS.recordCells : LIMITS.cells;
  if (cells > most) throw new Refusal('too-many-cells', file, String(cells));
  const table = await readParquet(bytes).catch((error: Error) => {
    throw new Refusal('broken-parquet', file, error.message);
  });
  const shown = Math.min(table.rowCount, HEAD_ROWS);
  const head = sheetOf(file, table.head(shown), shown);
  const layout = matchRecords(head, definitions);
  if (layout) return { ...NOTHING, records: [{ sheet: head, layout, bytes: null, table }] };
  if (cells > LIMITS.cells) throw new Refusal('too-many-cells', file, String(cells));
  return { ...NOTHING, sheets: [sheetOf(file, table.columns, table.rowCount)] };
}

const HEAD_ROWS = 300;

function sheetOf(file: string, columns: ParquetTable['columns'], count: number): Sheet {
  const body = Array.from({ length: count }, (_, row) =>
    columns.map((column): CellValue => column.values[row] ?? null),
  );
  const rows = [columns.map((column) => column.name), ...body];
  const none = { merges: [], percents: new Set<string>(), errors: new Map(), lines: null };
  return { file, name: '', rows, encoding: '', delimiter: '', ...none };
}

/**
 * A file of records as it stands, in the engine: one text column per column of the file.
 *
 *   pieces of CSV ─ appendCsv ─┐
 *   rows of a workbook ────────┴→ table (row INTEGER, c0, c1, … VARCHAR)
 */
import { type Column, type Engine, EngineError } from '../engine/engine.ts';
import { identifier, literal } from '../engine/literal.ts';
import { numberedTexts } from '../engine/numbered.ts';

export interface RawTable {
  readonly table: string;
  /** Columns of the header. */
  readonly width: number;
}

/** Rows with more fields than the header are kept with what stands beyond it, to be told. */
const BEYOND = 3;

/** Marks fields that a row does not have at all; no text in a file is this. */
const ABSENT = '\u0001';

export async function createRaw(engine: Engine, { table, width }: RawTable): Promise<void> {
  const columns = [...Array(width + BEYOND).keys()].map((at) => `c${at} VARCHAR`);
  await engine.rows(
    `CREATE OR REPLACE TABLE ${identifier(table)} (row INTEGER, ${columns.join(', ')})`,
  );
}

export interface CsvPiece {
  /** Whole rows in UTF-8 that end in a line break each; moved to the engine. */
  readonly bytes: Uint8Array;
  readonly delimiter: string;
  /** The line of the file in which it begins. */
  readonly line: number;
}

/**
 * Appends a piece of CSV. A row is counted by its line; a quoted line break inside of it moves the later ones of the
 * same piece.
 *
 * @returns lines that could not be read at all
 */
export async function appendCsv(
  engine: Engine,
  { table, width }: RawTable,
  { bytes, delimiter, line }: CsvPiece,
  signal?: AbortSignal,
): Promise<number[]> {
  const isKept = hasKeptTexts(bytes);
  const path = await engine.hand(bytes);
  const names = [...Array(width + BEYOND).keys()].map((at) => `c${at}`);
  const values = names.map((name) => (isKept ? keptSql(name) : name)).join(', ');
  const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
  const options = [
    `columns = {${columns}}`,
    `delim = ${literal(delimiter)}`,
    "quote = '\"'",
    "escape = '\"'",
    `nullstr = ${literal(ABSENT)}`,
    'auto_detect = false',
    'header = false',
    'null_padding = true',
    'strict_mode = false',
    'store_rejects = true',
    'parallel = false',
    'max_line_size = 8000000',
  ].join(', ');
  try {
    await engine.rows(
      `INSERT INTO ${identifier(table)}
       SELECT (row_number() OVER () + ${line - 1})::INTEGER, ${values} FROM read_csv(${literal(path)}, ${options})`,
      [],
      signal,
    );
    const rejected = await engine.rows<{ line: number }>(
      'SELECT DISTINCT line::INTEGER AS line FROM reject_errors ORDER BY 1',
    );
    if (rejected.length > 0) {
      await engine.rows('DROP TABLE reject_errors');
      await engine.rows('DROP TABLE reject_scans');
    }
    return rejected.map((found) => found.line + line - 1);
  } finally {
    await engine.hand(null);
  }
}

const [EQUALS, QUOTE] = [0x3d, 0x22];

/** Whether a cell may be written `="007"`: a text that Excel was told to keep as it is. */
function hasKeptTexts(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(EQUALS); at >= 0; at = bytes.indexOf(EQUALS, at + 1)) {
    if (bytes[at + 1] === QUOTE) return true;
  }
  return false;
}

function keptSql(text: string): string {
  return `regexp_replace(${text}, '^="(.*)"$', '\\1')`;
}

/** Appends rows that were read elsewhere (a workbook), as texts. */
export function appendRows(
  engine: Engine,
  raw: RawTable,
  rows: readonly (readonly (string | null)[])[],
  lineOf: (at: number) => number,
): Promise<void> {
  const { width } = raw;
  const texts = [...Array(width + BEYOND).keys()].map((at) =>
    rows.map((row) => (at < width ? (row[at] ?? '') : (row[at] ?? null))),
  );
  return appendColumns(
    engine,
    raw,
    texts,
    rows.map((_, at) => lineOf(at)),
  );
}

/**
 * Appends a whole Arrow stream of plain texts as it is; its first row is line 2 of the file.
 *
 * @param onRows told how many rows are there
 * @throws {EngineError} `insert` where others arrived than `length`
 */
export async function appendStream(
  engine: Engine,
  { table }: RawTable,
  ipc: Uint8Array,
  length: number,
  onRows: (rows: number) => void,
): Promise<void> {
  const parts = numberedTexts(ipc, 2, BEYOND);
  for (let part = parts.next(); !part.done; ) {
    const { rows } = part.value;
    const appended = engine.append(table, part.value.ipc);
    appended.catch(() => {}); // told below
    part = parts.next(); // made while the engine takes the one before
    await appended;
    onRows(rows);
  }
  const [counted] = await engine.rows<{ n: number }>(
    `SELECT count(*) AS n FROM ${identifier(table)}`,
  );
  if (counted?.n === length) return;
  throw new EngineError('insert', `${counted?.n} of ${length} rows arrived in ${table}`);
}

/** Appends texts by column, as a Parquet file has them; columns that are left out have no fields. */
export async function appendColumns(
  engine: Engine,
  { table }: RawTable,
  columns: readonly (readonly (string | null)[])[],
  lines: readonly number[],
): Promise<void> {
  const texts = columns.map((values, at): Column => ({ name: `c${at}`, type: 'text', values }));
  await engine.insert('handed', [{ name: 'row', type: 'integer', values: lines }, ...texts]);
  await engine.rows(`INSERT INTO ${identifier(table)} BY NAME SELECT * FROM handed`);
  await engine.rows('DROP TABLE handed');
}

/**
 * A file of records in an engine of its own, until it is kept or given up.
 *
 *   RecordFile ─ openRecords ─→ RecordReading (raw table, profile)
 *        ─ questions (with Answers) ─→ reckon ─→ drafts, problems, coverage ─→ pack ─→ bytes of Parquet
 */
import type { Engine } from '../../engine/engine.ts';
import type { ParquetTable } from '../../ingest/parquet/table.ts';
import { beginningSql, orderSql } from '../../record/day.ts';
import { appendColumns, appendCsv, appendRows, appendStream, createRaw } from '../../record/raw.ts';
import type { Encoding } from '../read/encoding.ts';
import { rowNumber, type Sheet, textOf } from '../sheet.ts';
import type { RecordLayout } from './match.ts';
import { inUtf8, piecesOf } from './pieces.ts';

/** Records as they were handed over. */
export interface RecordFile {
  /** All rows of a workbook's sheet; of other files the first ones. */
  readonly sheet: Sheet;
  readonly layout: RecordLayout;
  /** The whole text file, or null. */
  readonly bytes: Uint8Array | null;
  /** A whole Parquet file, or null. */
  readonly table: ParquetTable | null;
}

/** A text in a column, how often, and where first. */
export interface Said {
  readonly text: string;
  readonly count: number;
  readonly row: number;
}

/** What stands in the columns that a person may be asked about. */
export interface Profile {
  readonly rows: number;
  /** Lines that could not be read at all. */
  readonly unread: readonly number[];
  /** Texts of a column by its position, the most frequent first; none where there are too many to be names. */
  readonly said: ReadonlyMap<number, readonly Said[]>;
  /** Days can only be read month first. */
  readonly isMonthFirst: boolean;
}

export interface RecordReading {
  readonly file: RecordFile;
  readonly engine: Engine;
  readonly profile: Profile;
}

/** Texts as they stand in the file. */
export const RAW = 'raw';
/** Records, one row each, as they are counted and kept. */
export const RECORDS = 'records';

/** More different texts than these are no names of units or categories. */
const MOST_SAID = 3000;
/** Rows handed over at once: each time costs some messages to the engine, and a copy of them. */
const ROWS_AT_ONCE = 50_000;

/**
 * Reads the file into an engine.
 *
 * @param onShare how much is read, from 0 to 1
 * @throws {Refusal} for an open quote
 * @throws {EngineError}
 */
export async function openRecords(
  engine: Engine,
  file: RecordFile,
  onShare: (share: number) => void,
  signal?: AbortSignal,
): Promise<RecordReading> {
  const unread = await readAll(engine, file, onShare, signal);
  return { file, engine, profile: await profileOf(engine, file, unread, signal) };
}

function readAll(
  engine: Engine,
  file: RecordFile,
  onShare: (share: number) => void,
  signal?: AbortSignal,
): Promise<number[]> {
  if (file.bytes) return readPieces(engine, file, file.bytes, onShare, signal);
  if (file.table) return readTable(engine, file, file.table, onShare, signal);
  return readRows(engine, file, onShare, signal);
}

async function readPieces(
  engine: Engine,
  { sheet, layout }: RecordFile,
  bytes: Uint8Array,
  onShare: (share: number) => void,
  signal?: AbortSignal,
): Promise<number[]> {
  const raw = { table: RAW, width: layout.columns.length };
  await createRaw(engine, raw);
  const unread: number[] = [];
  const text = inUtf8(bytes, sheet.encoding as Encoding);
  const { delimiter } = sheet;
  const skipped = rowNumber(sheet, layout.header + 1) - 1; // a heading may go over several lines
  const pieces = piecesOf(sheet.file, text, delimiter, skipped);
  for (let piece = pieces.next(); !piece.done; ) {
    signal?.throwIfAborted();
    const { share } = piece.value;
    const appended = appendCsv(engine, raw, { ...piece.value, delimiter }, signal);
    appended.catch(() => {}); // told below
    piece = pieces.next(); // cut while the engine reads the one before
    unread.push(...(await appended));
    onShare(share);
  }
  return unread;
}

/** The columns of a Parquet file, never turned into rows; the header is its first line. */
async function readTable(
  engine: Engine,
  { layout }: RecordFile,
  { columns: all, rowCount: count, texts: stream }: ParquetTable,
  onShare: (share: number) => void,
  signal?: AbortSignal,
): Promise<number[]> {
  const raw = { table: RAW, width: layout.columns.length };
  await createRaw(engine, raw);
  if (stream) {
    await appendStream(engine, raw, stream, count, (rows) => {
      signal?.throwIfAborted();
      onShare(rows / count);
    });
    return [];
  }
  const columns = all.map(({ values }) => values);
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    signal?.throwIfAborted();
    const length = Math.min(ROWS_AT_ONCE, count - from);
    const part = <T>(of: (at: number) => T) => Array.from({ length }, (_, at) => of(from + at));
    const texts = columns.map((values) => part((at) => textOf(values[at])));
    const lines = part((at) => at + 2);
    await appendColumns(engine, raw, texts, lines);
    onShare((from + length) / count);
  }
  return [];
}

/** Rows of a workbook. */
async function readRows(
  engine: Engine,
  { sheet, layout }: RecordFile,
  onShare: (share: number) => void,
  signal?: AbortSignal,
): Promise<number[]> {
  const raw = { table: RAW, width: layout.columns.length };
  await createRaw(engine, raw);
  const first = layout.header + 1;
  const count = sheet.rows.length - first;
  for (let from = 0; from < count; from += ROWS_AT_ONCE) {
    signal?.throwIfAborted();
    const length = Math.min(ROWS_AT_ONCE, count - from);
    const rows = sheet.rows
      .slice(first + from, first + from + length)
      .map((row) => row.map(textOf));
    await appendRows(engine, raw, rows, (at) => rowNumber(sheet, first + from + at));
    onShare((from + length) / count);
  }
  return [];
}

async function profileOf(
  engine: Engine,
  { layout, sheet }: RecordFile,
  unread: readonly number[],
  signal?: AbortSignal,
): Promise<Profile> {
  const said = new Map<number, readonly Said[]>();
  const head = sheet.rows.slice(layout.header + 1).map((row) => row.map(textOf));
  const isDay = (at: number, column: string) =>
    head.some((row) => WRITTEN_DAY.test(row[at] ?? '')) ||
    layout.definition.columns.some((item) => item.column === column && item.type === 'day');
  const days = layout.columns.filter(({ at, column }) => isDay(at, column)).map(({ at }) => at);
  for (const { at } of layout.columns) {
    const found = days.includes(at) ? null : await textsIn(engine, at, signal);
    if (found) said.set(at, found);
  }
  const rows = await withoutBlank(engine, layout, [...said.values()], signal);
  const isMonthFirst = await saysMonthFirst(engine, days, signal);
  return { rows, unread, said, isMonthFirst };
}

/** Rows without anything in them are no records; looked for where no column is known to be filled. How many are left. */
async function withoutBlank(
  engine: Engine,
  { columns }: RecordLayout,
  said: readonly (readonly Said[])[],
  signal?: AbortSignal,
): Promise<number> {
  const count = async () =>
    (await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${RAW}`))[0]?.n ?? 0;
  const all = await count();
  const filled = said.map((texts) => texts.reduce((sum, text) => sum + text.count, 0));
  if (filled.includes(all)) return all;
  const blank = columns.map(({ at }) => `trim(coalesce(c${at}, '')) = ''`).join(' AND ');
  await engine.rows(`DELETE FROM ${RAW} WHERE ${blank}`, [], signal);
  return count();
}

const WRITTEN_DAY = /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/;

/** One office writes all its days alike: month first only where no value of any column speaks against it. */
async function saysMonthFirst(
  engine: Engine,
  days: readonly number[],
  signal?: AbortSignal,
): Promise<boolean> {
  if (days.length === 0) return false;
  const sums = (kind: 'monthFirst' | 'dayFirst') => orderSql('said')[kind];
  const orderIn = async (from: string) => {
    const texts = days.map((at) => `SELECT ${beginningSql(`c${at}`)} AS said FROM ${from}`);
    const [order] = await engine.rows<{ m: number; d: number }>(
      `SELECT ${sums('monthFirst')} AS m, ${sums('dayFirst')} AS d
       FROM (SELECT DISTINCT said FROM (${texts.join(' UNION ALL ')}))`,
      [],
      signal,
    );
    return order ?? { m: 0, d: 0 };
  };
  const first = await orderIn(`(FROM ${RAW} LIMIT ${MOST_SAID})`);
  if (first.d > 0) return false;
  const { m, d } = await orderIn(RAW);
  return m > 0 && d === 0;
}

/** The texts of a column, the most frequent first; null where there are too many to be names. */
async function textsIn(
  engine: Engine,
  at: number,
  signal?: AbortSignal,
): Promise<readonly Said[] | null> {
  const grouped = (from: string) =>
    `SELECT c${at} AS text, count(*)::INTEGER AS count, min(row) AS row FROM ${from}
     WHERE trim(coalesce(c${at}, '')) <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_SAID + 1}`;
  const rows = (from: string) =>
    engine.rows<{ text: string; count: number; row: number }>(grouped(from), [], signal);
  const first = await rows(`(SELECT c${at}, row FROM ${RAW} LIMIT ${MOST_SAID * 3})`);
  if (first.length > MOST_SAID) return null;
  const all = await rows(RAW);
  return all.length > MOST_SAID ? null : all;
}

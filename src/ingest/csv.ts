/** CSV of a package: UTF-8, comma, double quotes, one header line. Nothing is guessed or repaired here. */
import Papa from 'papaparse';
import type { ProblemLog } from './problems.ts';
import type { RawTable } from './raw.ts';

/**
 * Reads a CSV file. Rows with too few or too many fields are set aside with their line; a file that cannot
 * be read at all (not UTF-8, another delimiter, no header, an open quote) stops the load.
 *
 * @returns null when the file stops the load; the reason is in `problems`
 */
export function readCsv(file: string, bytes: Uint8Array, problems: ProblemLog): RawTable | null {
  const text = decodeUtf8(bytes);
  if (text === null) return stop(problems, file, 'file-encoding');
  const parsed = Papa.parse<string[]>(text, { delimiter: ',', header: false });
  const records = withLines(parsed.data, text);
  const header = records[0]?.fields.map((name) => name.trim());
  if (!header || header.every((name) => name === '')) return stop(problems, file, 'file-empty');
  const other = foreignDelimiter(header);
  if (other) return stop(problems, file, 'file-delimiter', other);
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) return brokenQuote(file, broken, records, problems);
  const rows = records.slice(1).filter((record) => fits(record, header.length, file, problems));
  return {
    file,
    rowCount: rows.length,
    columns: header.map((name, at) => ({
      name,
      kind: 'text',
      values: rows.map((record) => record.fields[at] ?? ''),
    })),
    lineOf: (row) => rows[row]?.line ?? 0,
  };
}

interface RecordAt {
  readonly fields: readonly string[];
  readonly line: number;
}

/** UTF-8 without its byte-order mark, or null when the bytes are something else. */
function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Gives every record the line it begins on: a quoted field may hold line breaks of its own. */
function withLines(rows: readonly string[][], text: string): RecordAt[] {
  const quoted = text.includes('"');
  let line = 1;
  return rows.map((fields) => {
    const record = { fields, line };
    line += 1 + (quoted ? breaksIn(fields) : 0);
    return record;
  });
}

function breaksIn(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r'))
      breaks += field.split(/\r\n|\r|\n/).length - 1;
  }
  return breaks;
}

/** A header of one field that another delimiter would split. */
function foreignDelimiter(header: readonly string[]): string | null {
  if (header.length > 1) return null;
  return [';', '\t', '|'].find((mark) => header[0]?.includes(mark)) ?? null;
}

function fits(record: RecordAt, width: number, file: string, problems: ProblemLog): boolean {
  if (record.fields.length === 1 && record.fields[0]?.trim() === '') return false;
  if (record.fields.length === width) return true;
  problems.add({
    code: 'row-fields',
    effect: 'row',
    file,
    line: record.line,
    value: String(record.fields.length),
    expected: String(width),
  });
  return false;
}

function brokenQuote(
  file: string,
  error: Papa.ParseError,
  records: readonly RecordAt[],
  problems: ProblemLog,
): null {
  const line = records[error.row ?? 0]?.line ?? 1;
  problems.add({ code: 'quote-broken', effect: 'stop', file, line });
  return null;
}

function stop(
  problems: ProblemLog,
  file: string,
  code: 'file-encoding' | 'file-empty' | 'file-delimiter',
  value?: string,
): null {
  problems.add({ code, effect: 'stop', file, ...(value === undefined ? {} : { value }) });
  return null;
}

/** CSV of a package: UTF-8, comma, double quotes, one header line. Nothing is guessed or repaired here. */
import Papa from 'papaparse';
import type { ProblemLog } from '../problems.ts';
import { breaksIn, withPlainBreaks } from './lines.ts';
import type { RawTable } from './raw.ts';

/**
 * Reads a CSV file. Line breaks may be mixed. Rows with too few or too many fields are set aside with their
 * line; a file that cannot be read at all (not UTF-8, another delimiter, no header, an open quote) stops the
 * load.
 *
 * @param isKnownWhole size or hash say that nothing is missing: only then may the last line lack its end
 * @returns null when the file stops the load; the reason is in `problems`
 */
export function readCsv(
  file: string,
  bytes: Uint8Array,
  problems: ProblemLog,
  isKnownWhole = false,
): RawTable | null {
  const text = decodeUtf8(bytes);
  if (text === null) return stop(problems, file, 'file-encoding');
  const parsed = Papa.parse<string[]>(withPlainBreaks(text), { delimiter: ',', newline: '\n' });
  const all = withLines(parsed.data, text);
  const mark = excelMark(all[0]?.fields ?? []);
  if (mark && mark !== ',') return stop(problems, file, 'file-delimiter', mark);
  const records = mark ? all.slice(1) : all;
  const header = records[0]?.fields.map((name) => name.trim());
  if (!header || header.every((name) => name === '')) return stop(problems, file, 'file-empty');
  const other = foreignDelimiter(header);
  if (other) return stop(problems, file, 'file-delimiter', other);
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) return brokenQuote(file, broken, all, problems);
  if (!isKnownWhole && !/[\r\n]$/.test(text)) addCut(file, records, problems);
  addSwallowed(file, records, header.length, problems);
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
    linesOf: (row) => rows[row]?.lines ?? 1,
  };
}

interface RecordAt {
  readonly fields: readonly string[];
  /** Where it begins, and how many lines it takes. */
  readonly line: number;
  readonly lines: number;
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
    const lines = 1 + (quoted ? breaksIn(fields) : 0);
    const record = { fields, line, lines };
    line += lines;
    return record;
  });
}

/** Excel's first line "sep=;" says how columns are told apart; it is no row of the table. Null where there is none. */
function excelMark(fields: readonly string[]): string | null {
  return /^sep=(.)$/i.exec(fields.join(',').trim())?.[1] ?? null;
}

/** A header that another delimiter splits into more fields. */
function foreignDelimiter(header: readonly string[]): string | null {
  const line = header.join(',');
  return [';', '\t', '|'].find((mark) => line.split(mark).length > header.length) ?? null;
}

/** A transfer that broke off inside the last number leaves a shorter number and no end of the line. */
function addCut(file: string, records: readonly RecordAt[], problems: ProblemLog): void {
  const { line = 1, lines = 1, fields = [] } = records.at(-1) ?? {};
  const value = fields.join(',').slice(-60);
  problems.add({ code: 'file-unended', effect: 'warning', file, line: line + lines - 1, value });
}

/** A quoted cell of several lines that have as many commas as a row: its quote may have been meant to end earlier. */
function addSwallowed(
  file: string,
  records: readonly RecordAt[],
  width: number,
  problems: ProblemLog,
): void {
  if (width < 3) return;
  for (const { fields, line, lines } of records) {
    if (lines === 1) continue;
    const within = fields.flatMap((field) => field.split(/\r\n|\r|\n/).slice(1));
    const alike = within.filter((text) => text.split(',').length >= width).length;
    if (alike > 0) {
      problems.add({ code: 'cell-rows', effect: 'warning', file, line, value: String(alike) });
    }
  }
}

function fits(record: RecordAt, width: number, file: string, problems: ProblemLog): boolean {
  const { fields, line, lines } = record;
  if (fields.every((field) => field.trim() === '')) return false; // an empty line of a sheet holds nothing
  if (fields.length === width) return true;
  problems.add({
    code: 'row-fields',
    effect: 'row',
    file,
    line,
    ...(lines > 1 ? { lines } : {}),
    value: String(fields.length),
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
  const code = error.code === 'InvalidQuotes' ? 'quote-inside' : 'quote-broken';
  problems.add({ code, effect: 'stop', file, line });
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

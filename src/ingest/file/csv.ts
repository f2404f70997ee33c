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
  const text = decodeUtf8(bytes, isKnownWhole);
  if (text === null) return notUtf8(file, bytes, problems);
  const parsed = Papa.parse<string[]>(withPlainBreaks(text), { delimiter: ',', newline: '\n' });
  const all = withLines(parsed.data, text);
  const mark = excelMark(all[0]?.fields ?? []);
  if (mark && mark !== ',') return stop(problems, file, 'file-delimiter', mark);
  const start = all.findIndex((record, at) => (at > 0 || !mark) && !isBlank(record));
  const records = start < 0 ? [] : all.slice(start);
  const header = records[0]?.fields.map((name) => name.trim());
  if (!header) return stop(problems, file, 'file-empty');
  const other = foreignDelimiter(header);
  if (other) return stop(problems, file, 'file-delimiter', other);
  const broken = parsed.errors.find((error) => error.type === 'Quotes');
  if (broken) return brokenQuote(file, broken, all, problems);
  if (records.slice(1).every(isBlank) && isName(header[0]) && header.some(isValue)) {
    return stop(problems, file, 'header-rows', header.find(isValue));
  }
  if (!isKnownWhole && !isEnded(text)) addCut(file, records, problems);
  addSwallowed(file, records, problems);
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

/** A file without rows whose header has values in it: the line breaks are lost. */
function isValue(name: string): boolean {
  return /[\d"]/.test(name) && !isName(name);
}

function isName(text = ''): boolean {
  return /^[a-z][a-z0-9_]*$/i.test(text);
}

/** The last line has its end: of another system only in a file that has no ordinary ones (`lines.ts`). */
function isEnded(text: string): boolean {
  return /[\r\n]$/.test(text) || (!/[\r\n]/.test(text) && /[\u0085\u2028\u2029\v\f]$/.test(text));
}

interface RecordAt {
  readonly fields: readonly string[];
  /** Where it begins, and how many lines it takes. */
  readonly line: number;
  readonly lines: number;
}

/**
 * UTF-8 without byte-order marks, also those that stand where files were joined; null when the bytes are something
 * else. A letter that is cut at the end of the file is left away: that the file was cut is told of its last line.
 */
function decodeUtf8(bytes: Uint8Array, isKnownWhole: boolean): string | null {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text = decoder.decode(bytes, { stream: !isKnownWhole });
    return text.includes('\ufeff') ? text.replace(/(^|[\r\n])\ufeff+/g, '$1') : text;
  } catch {
    return null;
  }
}

/** Tells the line of the first byte that is no UTF-8, where most of the file is. */
function notUtf8(file: string, bytes: Uint8Array, problems: ProblemLog): null {
  const isFine = (length: number) => decodeUtf8(bytes.subarray(0, length), false) !== null;
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isFine(middle)) good = middle;
    else bad = middle;
  }
  const before = new TextDecoder().decode(bytes.subarray(0, good));
  const line = before.split(/\r\n|\r|\n/).length;
  problems.add({ code: 'file-encoding', effect: 'stop', file, line });
  return null;
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
  return /^sep=(.)?,*$/i.exec(fields.join(','))
    ? (/^sep=(.)/i.exec(fields.join(','))?.[1] ?? null)
    : null;
}

/** A header in which another delimiter tells more names apart than the comma does. */
function foreignDelimiter(header: readonly string[]): string | null {
  const line = header.join(',');
  const names = (fields: readonly string[]) =>
    fields.filter((field) => /^"?[a-z][a-z0-9_]*"?$/i.test(field.trim())).length;
  const marks = [';', '\t', '|'].map((mark) => ({ mark, count: names(line.split(mark)) }));
  const best = marks.reduce((a, b) => (b.count > a.count ? b : a));
  return best.count > names(header) ? best.mark : null;
}

/** A transfer that broke off inside the last number leaves a shorter number and no end of the line. */
function addCut(file: string, records: readonly RecordAt[], problems: ProblemLog): void {
  const { line = 1, lines = 1, fields = [] } = records.at(-1) ?? {};
  const value = fields.join(',').slice(-60);
  problems.add({ code: 'file-unended', effect: 'warning', file, line: line + lines - 1, value });
}

/**
 * A quoted cell of several lines of which some begin as rows do, with an id before a comma: its quote may have been
 * meant to end earlier.
 */
function addSwallowed(file: string, records: readonly RecordAt[], problems: ProblemLog): void {
  for (const { fields, line, lines } of records) {
    if (lines === 1) continue;
    // the first line of the first cell begins a row of the file, those of other cells go on with one
    const within = fields.flatMap((field, at) => {
      const parts = field.split(/\r\n|\r|\n/);
      return at === 0 && parts.length > 1 ? parts : parts.slice(1);
    });
    const alike = within.filter((text) => isLikeRow(text, fields.length)).length;
    if (alike > 0) {
      problems.add({ code: 'cell-rows', effect: 'warning', file, line, value: String(alike) });
    }
  }
}

/** As many commas as a row has, or an id before the first one; prose has blanks behind its commas. */
function isLikeRow(text: string, width: number): boolean {
  if (/^[a-z0-9][a-z0-9_~-]*,\S/.test(text)) return true;
  const commas = text.split(',').length - 1;
  return commas === width - 1 && (width > 3 || (width > 1 && !text.includes(', ')));
}

function isBlank({ fields }: RecordAt): boolean {
  return fields.every((field) => field.trim() === '');
}

function fits(record: RecordAt, width: number, file: string, problems: ProblemLog): boolean {
  const { fields, line, lines } = record;
  if (isBlank(record)) return false; // an empty line of a sheet holds nothing
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
  code: 'file-empty' | 'file-delimiter' | 'header-rows',
  value?: string,
): null {
  problems.add({ code, effect: 'stop', file, ...(value === undefined ? {} : { value }) });
  return null;
}

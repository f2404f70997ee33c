/** Text files and pasted tables: delimiter, quotes and lines found out, nothing else. */
import Papa from 'papaparse';
import { breaksIn, withPlainBreaks } from '../../ingest/file/lines.ts';
import { Refusal, type Sheet } from '../sheet.ts';
import { decodeText, type Encoding } from './encoding.ts';
import { LIMITS } from './limits.ts';
import { BETWEEN, cutByPlace, isSpaced, withoutOuterQuotes } from './lines.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What stands for a delimiter where columns are told by their places in the line. */
export const BY_PLACE = '  ';

/** What an officer chose in place of what was guessed. */
export interface ReadChoices {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** A table that looks like records, but holds figures. */
  readonly as?: 'figures';
}

/** @throws {Refusal} for what is no text or no table, or has an open quote, or more columns than anybody typed */
export function readDelimited(file: string, bytes: Uint8Array, choices: ReadChoices = {}): Sheet {
  const { text, encoding } = decodeText(file, bytes, choices.encoding);
  if (looksBinary(text)) throw new Refusal('binary', file);
  if (MARKUP.test(text)) throw new Refusal('web-page', file);
  const { rest, said, skipped } = withoutSep(text);
  const { table, delimiter, isByPlace, isRewritten } = tableIn(
    file,
    rest,
    choices.delimiter ?? said,
  );
  const { data, errors } = parsed(withPlainBreaks(table, delimiter), delimiter);
  const lines = linesOf(data, 1 + skipped);
  const open = errors.find((error) => error.code === 'MissingQuotes');
  if (open) throw new Refusal('open-quote', file, String(lines[open.row ?? 0] ?? ''));
  const widest = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > LIMITS.columns) throw new Refusal('too-many-columns', file, String(widest));
  const rows = table.includes('="') ? data.map((row) => row.map(keptText)) : data;
  const shown = isByPlace ? BY_PLACE : delimiter;
  const sheet = { file, name: '', rows, encoding, delimiter: shown, lines, isRewritten };
  return { ...sheet, merges: [], percents: new Set<string>(), errors: new Map() };
}

/** Some programs write a quote inside of quotes as `\\"`; that is tried where the usual way does not fit. */
function parsed(text: string, delimiter: string): Papa.ParseResult<string[]> {
  const usual = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  if (usual.errors.length === 0 || !text.includes('\\"')) return usual;
  const other = Papa.parse<string[]>(text, { delimiter, newline: '\n', escapeChar: '\\' });
  return other.errors.length < usual.errors.length ? other : usual;
}

/** A page, or Excel's XML of 2003, whatever the file is called. */
const MARKUP = /^\s*<(?:!doctype|!--|html|head|body|meta|style|table|div|\?xml|\?mso)/i;

/** `="007"` is how Excel is told to keep a text as it is. */
function keptText(text: string): string {
  return /^="(.*)"$/s.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
}

/** The line at which each record begins. */
function linesOf(records: readonly string[][], first: number): number[] {
  let line = first;
  return records.map((fields) => {
    const own = line;
    line += 1 + breaksIn(fields);
    return own;
  });
}

/** Excel's own first line: "sep=;". */
function withoutSep(text: string): { rest: string; said: Delimiter | null; skipped: number } {
  const found = /^"?sep=(.)"?\r?\n/i.exec(text);
  if (!found) return { rest: text, said: null, skipped: 0 };
  const said = DELIMITERS.find((delimiter) => delimiter === found[1]) ?? null;
  return { rest: text.slice(found[0].length), said, skipped: 1 };
}

interface TableText {
  readonly table: string;
  readonly delimiter: Delimiter;
  readonly isByPlace: boolean;
  /** The text is not the one that stands in the file. */
  readonly isRewritten: boolean;
}

/** Of rows that fit together: so many of them are alike. */
const MOST_ALIKE = 5;

/**
 * The text as one with delimiters, where its lines are quoted as a whole or have their columns at the same places.
 *
 * @throws {Refusal} `by-place` where blanks alone stand between cells, at other places in every line
 */
function tableIn(file: string, text: string, given: Delimiter | null): TableText {
  const bare = withoutOuterQuotes(text);
  const inner = bare === null ? null : guessDelimiter(bare, given);
  if (bare !== null && inner && inner.score >= MOST_ALIKE)
    return { table: bare, delimiter: inner.delimiter, isByPlace: false, isRewritten: true };
  const best = guessDelimiter(text, given);
  const cut = given === null ? cutWider(text, best.columns) : null;
  if (cut !== null) return { table: cut, delimiter: BETWEEN, isByPlace: true, isRewritten: true };
  if (best.columns < 2 && isSpaced(text.slice(0, SAMPLE))) throw new Refusal('by-place', file);
  return { table: text, delimiter: best.delimiter, isByPlace: false, isRewritten: false };
}

/** Cells by their places, where that gives more columns than any delimiter does; the beginning decides. */
function cutWider(text: string, columns: number): string | null {
  const head = cutByPlace(text.slice(0, SAMPLE));
  return head !== null && guessDelimiter(head, BETWEEN).columns > columns ? cutByPlace(text) : null;
}

const SAMPLE = 100_000;

/** The one that gives most rows the same number of fields; more fields win where that is even. */
function guessDelimiter(text: string, given: Delimiter | null) {
  const scores = (given === null ? DELIMITERS : [given]).map((delimiter) => {
    const { data } = Papa.parse<string[]>(text.slice(0, SAMPLE), { delimiter, preview: 80 });
    const widths = data.map((row) => row.length).filter((width) => width > 1);
    const columns = mostCommon(widths);
    const share = widths.filter((width) => width === columns).length / Math.max(1, data.length);
    const score = columns > 1 ? share * 10 + Math.min(columns, 20) / 10 : 0;
    return { delimiter, columns, score };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best));
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** A letter here and there that another program has lost (\uFFFD) leaves a text a text. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  const share = (isOne: (letter: string) => boolean) =>
    [...head].filter(isOne).length / head.length;
  const controls = share((letter) => letter < ' ' && !'\r\n\t\f'.includes(letter));
  return controls > 0.01 || share((letter) => letter === '\uFFFD') > 0.1;
}

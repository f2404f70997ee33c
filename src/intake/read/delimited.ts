/** Text files and pasted tables: delimiter, quotes and lines found out, nothing else. */
import Papa from 'papaparse';
import { breaksIn, withPlainBreaks } from '../../ingest/file/lines.ts';
import { Refusal, type Sheet } from '../sheet.ts';
import { decodeText, type Encoding } from './encoding.ts';
import { LIMITS } from './limits.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What an officer chose in place of what was guessed. */
export interface ReadChoices {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** A table that looks like records, but holds figures. */
  readonly as?: 'figures';
}

/** @throws {Refusal} for what is no text, or has an open quote, or more columns than anybody typed */
export function readDelimited(file: string, bytes: Uint8Array, choices: ReadChoices = {}): Sheet {
  const { text, encoding } = decodeText(file, bytes, choices.encoding);
  if (looksBinary(text)) throw new Refusal('binary', file);
  if (MARKUP.test(text)) throw new Refusal('web-page', file);
  const { rest, said, skipped } = withoutSep(text);
  const delimiter = choices.delimiter ?? said ?? guessDelimiter(rest);
  const { data, errors } = parsed(withPlainBreaks(rest, delimiter), delimiter);
  const lines = linesOf(data, 1 + skipped);
  const open = errors.find((error) => error.code === 'MissingQuotes');
  if (open) throw new Refusal('open-quote', file, String(lines[open.row ?? 0] ?? ''));
  const widest = data.reduce((most, row) => Math.max(most, row.length), 0);
  if (widest > LIMITS.columns) throw new Refusal('too-many-columns', file, String(widest));
  const rows = rest.includes('="') ? data.map((row) => row.map(keptText)) : data;
  const sheet = { file, name: '', rows, encoding, delimiter, lines };
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

/** The one that gives most rows the same number of fields; more fields win where that is even. */
function guessDelimiter(text: string): Delimiter {
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text.slice(0, 100_000), { delimiter, preview: 80 });
    const widths = data.map((row) => row.length).filter((width) => width > 1);
    const common = mostCommon(widths);
    const share = widths.filter((width) => width === common).length / Math.max(1, data.length);
    return { delimiter, score: common > 1 ? share * 10 + Math.min(common, 20) / 10 : 0 };
  });
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
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

/** A CSV file cut into pieces of whole rows, so that a large one is read with progress and can be given up. */
import { decodeAs, type Encoding } from '../read/encoding.ts';
import { Refusal } from '../sheet.ts';

export interface Piece {
  /** Whole rows in UTF-8; the engine may take the buffer over. */
  readonly bytes: Uint8Array;
  /** The line of the file in which it begins. */
  readonly line: number;
  /** How much of the file is behind its end, from 0 to 1. */
  readonly share: number;
}

/**
 * What begins a table in the engine is stored in blocks of 120 000 rows: many small pieces cost half as much again as
 * few large ones. The first is smaller, for the engine waits for it; a hundred megabytes still show their progress.
 */
const SIZES = [8e6, 32e6];
const [QUOTE, LF, CR, BLANK] = [0x22, 0x0a, 0x0d, 0x20];

/**
 * Pieces of a text in UTF-8, from the first line after `skipped` lines.
 *
 * @param sizes bytes at least of the first piece, the second and so on; the last goes for all that follow
 * @throws {Refusal} `open-quote` with the line in which a quote opens that never closes
 */
export function* piecesOf(
  file: string,
  bytes: Uint8Array,
  delimiter: string,
  skipped: number,
  sizes: readonly number[] = SIZES,
): Generator<Piece> {
  const [separator = BLANK] = new TextEncoder().encode(delimiter);
  const text: Text = { file, bytes, separator };
  let from = behindLines(text, skipped);
  let line = 1 + skipped;
  for (let count = 0; from.at < bytes.length; count += 1) {
    const size = sizes[Math.min(count, sizes.length - 1)] ?? 1;
    const isWhole = ({ at }: Place) => at - from.at >= size;
    const cut = plainCut(bytes, from, size) ?? quotedCut(text, from, isWhole);
    yield piece(text, cut, line);
    from = cut.end;
    line = from.line;
  }
}

interface Text {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly separator: number;
}

/** Where a row begins, and in which line. */
interface Place {
  readonly at: number;
  readonly line: number;
}

interface Cut {
  readonly begin: Place;
  readonly end: Place;
  /** Line breaks inside of quotes: they become blanks, for rows are counted by their lines. */
  readonly inside: readonly number[];
  /** Ends of empty lines: the engine would pass over them, and count on. */
  readonly empty: readonly number[];
}

/** Where the row begins that stands behind so many lines, or the last one that does not reach beyond them. */
function behindLines(text: Text, skipped: number): Place {
  const { bytes } = text;
  let from: Place = { at: skipMark(bytes), line: 1 };
  while (from.line <= skipped && from.at < bytes.length) {
    const { end } = quotedCut(text, from, () => true);
    const last = bytes[end.at - 1];
    if (end.line > skipped + 1 || (last !== LF && last !== CR)) break;
    from = end;
  }
  return from;
}

/**
 * A cut where no quote stands and every line ends alike: its lines are found by the runtime's own search, several times
 * faster than byte by byte. Null where there is more to look at.
 */
function plainCut(bytes: Uint8Array, begin: Place, size: number): Cut | null {
  const last = bytes.indexOf(LF, begin.at + size - 1);
  const end = last < 0 ? bytes.length : last + 1;
  const own = bytes.subarray(begin.at, end);
  if (own.includes(QUOTE)) return null;
  const empty: number[] = [];
  let line = begin.line;
  let from = 0;
  let cr = own.indexOf(CR);
  for (let at = own.indexOf(LF); at >= 0; at = own.indexOf(LF, from)) {
    if (cr >= 0 && cr < at - 1) return null; // a break by itself
    if (at === from || (cr === from && at === from + 1)) empty.push(begin.at + at);
    if (cr >= 0 && cr < at) cr = own.indexOf(CR, at);
    line += 1;
    from = at + 1;
  }
  return cr >= 0 ? null : { begin, end: { at: end, line }, inside: [], empty };
}

/**
 * A cut at the first row's end at which `isEnd`, byte by byte.
 *
 * @param isEnd told the place behind the row
 * @throws {Refusal} as of `piecesOf`
 */
function quotedCut(
  { file, bytes, separator }: Text,
  begin: Place,
  isEnd: (place: Place) => boolean,
): Cut {
  const inside: number[] = [];
  const empty: number[] = [];
  let { line } = begin;
  let quotedAt = 0;
  let lineBegin = begin.at;
  let isQuoted = false;
  for (let at = begin.at; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      if (isQuoted) isQuoted = false;
      else if (at === begin.at || opens(bytes[at - 1], separator)) {
        isQuoted = true;
        quotedAt = line;
      }
    } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      line += 1;
      if (isQuoted) inside.push(at);
      else if (isEmptyLine(bytes, lineBegin, at)) empty.push(at);
      lineBegin = at + 1;
      const end = { at: lineBegin, line };
      if (!isQuoted && isEnd(end)) return { begin, end, inside, empty };
    }
  }
  if (isQuoted) throw new Refusal('open-quote', file, String(quotedAt));
  return { begin, end: { at: bytes.length, line }, inside, empty };
}

/** A quote opens a field only at its beginning (or again, after the one that closed it). */
function opens(before: number | undefined, separator: number): boolean {
  return (
    before === undefined ||
    before === separator ||
    before === LF ||
    before === CR ||
    before === QUOTE
  );
}

function isEmptyLine(bytes: Uint8Array, begin: number, at: number): boolean {
  return at === begin || (at === begin + 1 && bytes[begin] === CR);
}

function piece(
  { bytes, separator }: Text,
  { begin, end, inside, empty }: Cut,
  line: number,
): Piece {
  const own = bytes.slice(begin.at, end.at);
  for (const at of inside) {
    own[at - begin.at] = BLANK;
    if (own[at - begin.at - 1] === CR) own[at - begin.at - 1] = BLANK;
  }
  const places = empty.map((at) => at - begin.at);
  return { bytes: withSigns(own, places, separator), line, share: end.at / bytes.length };
}

/** The bytes with one more before each of the places. */
function withSigns(bytes: Uint8Array, places: readonly number[], sign: number): Uint8Array {
  if (places.length === 0) return bytes;
  const longer = new Uint8Array(bytes.length + places.length);
  let from = 0;
  for (const [count, place] of places.entries()) {
    const at = place > 0 && bytes[place - 1] === CR ? place - 1 : place;
    longer.set(bytes.subarray(from, at), from + count);
    longer[at + count] = sign;
    from = at;
  }
  longer.set(bytes.subarray(from), from + places.length);
  return longer;
}

function skipMark([a, b, c]: Uint8Array): number {
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

/** The bytes in UTF-8, whatever they were; a file in UTF-8 stays as it is. */
export function inUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return bytes;
  return new TextEncoder().encode(decodeAs(bytes, encoding).replace(/^\uFEFF/, ''));
}

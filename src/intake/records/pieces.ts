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

/** How much is handed over at once: whichever of both is reached first. */
interface Size {
  readonly rows: number;
  readonly bytes: number;
}

/**
 * The engine stores a table in blocks of 122 880 rows: a piece that ends with a block costs no more than the whole file at
 * once; one that leaves half of a block, as much again as its half.
 */
const SIZE: Size = { rows: 122_880, bytes: 64e6 };
const [QUOTE, LF, CR, BLANK] = [0x22, 0x0a, 0x0d, 0x20];

/**
 * Pieces of a text in UTF-8, from the first line after `skipped` lines.
 *
 * @throws {Refusal} `open-quote` with the line in which a quote opens that never closes
 */
export function* piecesOf(
  file: string,
  bytes: Uint8Array,
  delimiter: string,
  skipped: number,
  size: Size = SIZE,
): Generator<Piece> {
  const [separator = BLANK] = new TextEncoder().encode(delimiter);
  const text: Text = { file, bytes, separator };
  let from = behindLines(text, skipped);
  let line = 1 + skipped;
  while (from.at < bytes.length) {
    const begin = from.at;
    const isWhole = ({ at }: Place, rows: number) => rows >= size.rows || at - begin >= size.bytes;
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
function plainCut(bytes: Uint8Array, begin: Place, size: Size): Cut | null {
  const last = bytes.indexOf(LF, begin.at + size.bytes - 1);
  const own = bytes.subarray(begin.at, last < 0 ? bytes.length : last + 1);
  const quote = own.indexOf(QUOTE);
  const empty: number[] = [];
  let [from, rows] = [0, 0];
  let cr = own.indexOf(CR);
  for (let at = own.indexOf(LF); at >= 0 && rows < size.rows; at = own.indexOf(LF, from)) {
    if (isWithin(quote, at) || isWithin(cr, at - 1)) return null; // or a break by itself
    if (at === from || (cr === from && at === from + 1)) empty.push(begin.at + at);
    if (isWithin(cr, at)) cr = own.indexOf(CR, at);
    rows += 1;
    from = at + 1;
  }
  if (rows < size.rows && from < own.length) {
    if (isWithin(quote, own.length) || isWithin(cr, own.length)) return null;
    from = own.length; // the last line has no break
  }
  return { begin, end: { at: begin.at + from, line: begin.line + rows }, inside: [], empty };
}

const isWithin = (found: number, end: number) => found >= 0 && found < end;

/**
 * A cut at the first row's end at which `isEnd`, byte by byte.
 *
 * @param isEnd told the place behind a row, and how many there are up to it
 * @throws {Refusal} as of `piecesOf`
 */
function quotedCut(
  { file, bytes, separator }: Text,
  begin: Place,
  isEnd: (place: Place, rows: number) => boolean,
): Cut {
  const inside: number[] = [];
  const empty: number[] = [];
  let { line } = begin;
  let rows = 0;
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
      if (isQuoted) continue;
      rows += 1;
      if (isEnd(end, rows)) return { begin, end, inside, empty };
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

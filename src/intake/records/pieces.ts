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

/** Each piece costs some forty messages between page and engine; a hundred megabytes still show their progress. */
const SIZE = 16e6;
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
  size = SIZE,
): Generator<Piece> {
  const [separator] = new TextEncoder().encode(delimiter);
  let begin = skipMark(bytes);
  let [line, lineOfPiece] = [1, 1 + skipped];
  let quotedAt = 0;
  let inside: number[] = [];
  let empty: number[] = [];
  let lineBegin = begin;
  let isQuoted = false;
  for (let at = begin; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      if (isQuoted) isQuoted = false;
      else if (opens(bytes[at - 1], separator) || at === begin) {
        isQuoted = true;
        quotedAt = line;
      }
    } else if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) {
      line += 1;
      if (isQuoted) inside.push(at);
      else if (isEmptyLine(bytes, lineBegin, at)) empty.push(at);
      lineBegin = at + 1;
      if (isQuoted) continue;
      if (line <= skipped + 1) begin = at + 1;
      else if (at + 1 - begin >= size) {
        yield piece(bytes, { begin, end: at + 1, inside, empty, separator }, lineOfPiece);
        begin = at + 1;
        lineOfPiece = line;
        inside = [];
        empty = [];
      }
    }
  }
  if (isQuoted) throw new Refusal('open-quote', file, String(quotedAt));
  if (begin < bytes.length)
    yield piece(bytes, { begin, end: bytes.length, inside, empty, separator }, lineOfPiece);
}

/** A quote opens a field only at its beginning (or again, after the one that closed it). */
function opens(before: number | undefined, separator: number | undefined): boolean {
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

interface Cut {
  readonly begin: number;
  readonly end: number;
  /** Line breaks inside of quotes: they become blanks, for rows are counted by their lines. */
  readonly inside: readonly number[];
  /** Ends of empty lines: the engine would pass over them, and count on. */
  readonly empty: readonly number[];
  readonly separator: number | undefined;
}

function piece(bytes: Uint8Array, cut: Cut, line: number): Piece {
  const { begin, end, inside, separator = BLANK } = cut;
  const own = bytes.slice(begin, end);
  for (const at of inside) {
    own[at - begin] = BLANK;
    if (own[at - begin - 1] === CR) own[at - begin - 1] = BLANK;
  }
  const empty = cut.empty.filter((at) => at >= begin).map((at) => at - begin);
  return { bytes: withSigns(own, empty, separator), line, share: end / bytes.length };
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

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

const SIZE = 4e6;
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
      else if (line <= skipped + 1) begin = at + 1;
      else if (at + 1 - begin >= size) {
        yield piece(bytes, begin, at + 1, inside, lineOfPiece);
        begin = at + 1;
        lineOfPiece = line;
        inside = [];
      }
    }
  }
  if (isQuoted) throw new Refusal('open-quote', file, String(quotedAt));
  if (begin < bytes.length) yield piece(bytes, begin, bytes.length, inside, lineOfPiece);
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

/** A line break inside of quotes becomes a blank: rows are counted by their lines. */
function piece(
  bytes: Uint8Array,
  begin: number,
  end: number,
  inside: readonly number[],
  line: number,
): Piece {
  const own = bytes.slice(begin, end);
  for (const at of inside) {
    own[at - begin] = BLANK;
    if (own[at - begin - 1] === CR) own[at - begin - 1] = BLANK;
  }
  return { bytes: own, line, share: end / bytes.length };
}

function skipMark([a, b, c]: Uint8Array): number {
  return a === 0xef && b === 0xbb && c === 0xbf ? 3 : 0;
}

/** The bytes in UTF-8, whatever they were; a file in UTF-8 stays as it is. */
export function inUtf8(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return bytes;
  return new TextEncoder().encode(decodeAs(bytes, encoding).replace(/^\uFEFF/, ''));
}

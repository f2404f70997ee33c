/** In which encoding a text is written: told by its mark, by its form, else by what reads as Vietnamese. */
import { Refusal } from '../sheet.ts';
import { decodeTcvn3, decodeVni } from './legacy.ts';

export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1258',
  'tcvn3',
  'vni',
  'windows-1252',
] as const;
/** Their names, the same in every language. */
export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16 LE)',
  'utf-16be': 'Unicode (UTF-16 BE)',
  'windows-1258': 'Windows-1258',
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  'windows-1252': 'Windows-1252',
};

export type Encoding = (typeof ENCODINGS)[number];

/** In UTF-8 as well: one damaged byte makes no other encoding of a text that reads as Vietnamese in it. */
const LEGACY: readonly Encoding[] = ['utf-8', 'tcvn3', 'vni', 'windows-1258', 'windows-1252'];
/** Enough to tell an encoding by. */
const SAMPLE = 200_000;

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** Decodes a text file; `chosen` overrules the guess. NFC, without its byte order mark. @throws {Refusal} */
export function decodeText(file: string, bytes: Uint8Array, chosen?: Encoding): Decoded {
  const encoding = chosen ?? guessEncoding(file, bytes);
  return {
    encoding,
    text: visibleIn(decodeAs(bytes, encoding)).normalize('NFC'),
  };
}

/**
 * Without what nobody sees (byte order marks wherever files were joined, soft hyphens, marks of width and direction),
 * and with the wide digits and signs of East Asian keyboards as those that they stand for.
 */
export function visibleIn(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(UNSEEN, '')
    .replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

const PLAIN = /^[\n-~]*$/;
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const WIDE = /[\uFF05\uFF08\uFF09\uFF0B-\uFF1A]/g;

function guessEncoding(file: string, bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const zeros = zeroBytes(bytes.subarray(0, SAMPLE));
  if (zeros.odd + zeros.even > 0) return wide(file, bytes, zeros);
  if (isUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, SAMPLE);
  const scores = LEGACY.map((encoding) => ({
    encoding,
    score: likeVietnamese(decodeAs(sample, encoding)),
  }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).encoding;
}

interface Zeros {
  readonly even: number;
  readonly odd: number;
}

function wide(file: string, bytes: Uint8Array, { even, odd }: Zeros): Encoding {
  const encoding = odd >= even ? 'utf-16le' : 'utf-16be';
  const looksWide =
    Math.max(even, odd) > bytes.subarray(0, SAMPLE).length / 8 &&
    Math.min(even, odd) * 4 < Math.max(even, odd);
  const text = decodeAs(bytes.subarray(0, SAMPLE - (SAMPLE % 2)), encoding);
  const controls = [...text.slice(0, 4000)].filter(
    (letter) => letter < ' ' && !'\r\n\t'.includes(letter),
  );
  if (!looksWide || controls.length > 0) throw new Refusal('binary', file);
  return encoding;
}

function zeroBytes(bytes: Uint8Array): Zeros {
  let [even, odd] = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  return { even, odd };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text, in NFC. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'tcvn3') return decodeTcvn3(bytes);
  if (encoding === 'vni') return decodeVni(bytes);
  return new TextDecoder(encoding).decode(bytes).normalize('NFC');
}

const VOWELS = 'aăâeêioôơuưy';
const SYLLABLE = new RegExp(
  `^(?:ngh|ng|gh|gi|kh|nh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?[${VOWELS}]{1,3}(?:ng|nh|ch|[cmnpt])?$`,
  'u',
);

/**
 * Of the words with letters beyond ASCII, the share that could be Vietnamese syllables; wrong readings have marks on
 * letters that no syllable has.
 */
export function likeVietnamese(text: string): number {
  const words = text.match(/[\p{L}\p{M}]*[^\p{ASCII}\s][^\s\p{ASCII}\p{P}]*[\p{L}\p{M}]*/gu) ?? [];
  if (words.length === 0) return 0;
  return words.filter(isSyllable).length / words.length;
}

function isSyllable(word: string): boolean {
  if (/\p{Ll}\p{Lu}/u.test(word)) return false; // a capital inside a word: letters of another table
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0;
  if (tones > 1) return false;
  const plain = parts.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
  return SYLLABLE.test(plain);
}

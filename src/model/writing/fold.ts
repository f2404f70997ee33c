/** Text for sorting and searching, Vietnamese above all. */
import { type Language, language } from './language.ts';

/** Made when names are first put in order: it takes a browser as long as drawing a table. */
const collators = new Map<Language, Intl.Collator>();

function collator(): Intl.Collator {
  const known = collators.get(language());
  if (known) return known;
  const made = new Intl.Collator(language(), { numeric: true });
  collators.set(language(), made);
  return made;
}

/** Order of names; in Vietnamese a ă â, d đ, tones ngang huyền hỏi ngã sắc nặng. */
export function compareNames(a: string, b: string): number {
  return collator().compare(a, b);
}

/**
 * The key for diacritic-free search: lower case, marks stripped, đ as d, so that "pho hoa" finds "Phổ Hòa"
 * and both placements of the tone ("Hòa", "Hoà") are one. Never an identity: it merges different names.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether every word of `query` occurs in one of `texts`. */
export function matchesSearch(query: string, texts: readonly string[]): boolean {
  const folded = texts.map(foldForSearch).join(' | ');
  return foldForSearch(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/** How alike two names are, from 0 to 1: words that both have, of all words of either. */
export function likeness(a: string, b: string): number {
  return sharedWords(wordsOf(a), wordsOf(b));
}

/** The same of names that were taken apart before, for one that is held against many. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** Marks stay: "quá" and "qua" are two words. */
export function wordsOf(name: string): Set<string> {
  return new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const OPEN_OA = new RegExp(`o([ae])([${TONES}])(?![\\p{L}\\p{M}])`, 'gu');
const OPEN_UY = new RegExp(`(?<!q)uy([${TONES}])(?![\\p{L}\\p{M}])`, 'gu');

/**
 * The key by which two writings of one name are the same: NFC, lower case, tones where the official spelling has them
 * ("Hoà" → "hòa"), punctuation and spaces as one space. Marks stay: Ba Tơ and Ba Tô are two.
 */
export function nameKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(OPEN_OA, 'o$2$1')
    .replace(OPEN_UY, 'u$1y')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The words of the interface in the chosen language. A live binding: whoever writes `words.x.y` when it is drawn
 * writes in the language of the moment; nothing is kept across a change (the app is mounted anew).
 */
import { type Language, writeIn } from '../model/writing/language.ts';
import { vi, type Words } from './vi/words.ts';

/** The keys that every language has. */
export type { Words };

export let words: Words = vi;

/** Every language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  vi: 'Tiếng Việt',
  en: 'English',
};

let latest: Language = 'vi';

/**
 * Chooses the language of words, numbers, dates and names; English is fetched when it is first wanted. Of two calls
 * the later one counts, whichever words come first.
 */
export async function chooseWords(language: Language): Promise<void> {
  latest = language;
  const chosen = language === 'en' ? (await import('./en/words.ts')).en : vi;
  if (latest !== language) return;
  words = chosen;
  writeIn(language);
}

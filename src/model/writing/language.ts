/** The language in which everything is written: one at a time, chosen before the first word. */

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

let chosen: Language = 'vi';

/** The language of numbers, dates, names and sentences. */
export function language(): Language {
  return chosen;
}

/** Chooses the language of everything written from now on; words follow with `chooseWords` (text/words). */
export function writeIn(next: Language): void {
  chosen = next;
}

/** A name in the chosen language; the Vietnamese one where there is no other. */
export function nameIn(name: string, nameEn: string): string {
  return chosen === 'en' && nameEn ? nameEn : name;
}

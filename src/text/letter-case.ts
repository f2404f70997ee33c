/** First letters, where a name becomes part of a sentence or begins one. */
import { language } from '../model/writing/language.ts';

/** English names of months, quarters and offices keep their capitals, and so do abbreviations: "DVC". */
export function lowerFirst(text: string): string {
  if (language() === 'en' || /^\p{Lu}{2}/u.test(text)) return text;
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase(language()) + text.slice(1);
}

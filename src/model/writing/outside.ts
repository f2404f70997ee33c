/** Text that comes from outside (packages, links, servers), made fit to be shown. */

/** What is not seen or turns what stands beside it: C0/C1, soft hyphen, zero width (U+200B…), directions, isolates. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
const LAYOUT = '\t\n\r';

/** The same text with every unseen sign as a visible mark: "[U+202E]". */
export function visible(text: string): string {
  if (!UNSEEN.test(text)) return text;
  return text.replace(ALL_UNSEEN, (sign) => {
    if (LAYOUT.includes(sign)) return sign;
    const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `[U+${code}]`;
  });
}

/** At most `most` characters, the last of them an ellipsis where something was cut; no half characters. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** Whether a text has a stretch without a space that is longer than any word: it would stretch a table. */
export function hasLongWord(text: string): boolean {
  return text.length > 40 && /\S{41}/.test(text);
}

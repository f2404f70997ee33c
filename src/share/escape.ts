/** Texts inside markup. */

/** A text as the content of an element, or of an attribute in double quotes. */
export function escapeMarkup(text: string): string {
  return withoutControls(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

/** The same value with texts that any XML may hold. */
export function cleaned<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === 'string' ? withoutControls(part) : part,
  ) as T;
}

/** Without the characters that no XML may hold (soft breaks copied from a word processor, and the like). */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ');
}

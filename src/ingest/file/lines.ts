/** Line breaks of a text file: any mixture of CRLF, LF and CR, told apart from those inside quotes. */

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** What ends lines on other systems (next line, separators, feeds), in files that have nothing else. */
const OTHER_BREAKS = /[\u0085\u2028\u2029\v\f]/g;

/**
 * The text with LF as its only line break between records; breaks inside quoted fields stay as they are. A quote
 * opens a field only at its beginning, as the parser has it.
 */
export function withPlainBreaks(text: string, delimiter = ','): string {
  if (!/[\r\n]/.test(text.trimEnd()))
    return text.trimEnd().replace(OTHER_BREAKS, '\n') + endOf(text);
  if (!text.includes('\r')) return text;
  if (!text.includes('"')) return text.replace(/\r\n?/g, '\n');
  const pieces: string[] = [];
  let from = 0;
  let isStart = true;
  const between = delimiter.charCodeAt(0);
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE && isStart) {
      at = endOfQuoted(text, at);
      isStart = false;
      continue;
    }
    if (sign === CR) {
      const width = text.charCodeAt(at + 1) === LF ? 2 : 1;
      pieces.push(text.slice(from, at));
      from = at + width;
      at = from - 1;
    }
    isStart = sign === between || sign === LF || sign === CR;
  }
  pieces.push(text.slice(from));
  return pieces.join('\n');
}

function endOf(text: string): string {
  return text.trimEnd().length < text.length ? '\n' : '';
}

/** Where the quote that closes the field stands, or the end of the text. */
function endOfQuoted(text: string, start: number): number {
  let at = text.indexOf('"', start + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/** How many line breaks the fields of one record hold. */
export function breaksIn(fields: readonly string[]): number {
  let breaks = 0;
  for (const field of fields) {
    if (field.includes('\n') || field.includes('\r'))
      breaks += field.split(/\r\n|\r|\n/).length - 1;
  }
  return breaks;
}

/** How values stand in what is said of outside data, in any language. */
import type { Problem } from '../model/problem.ts';
import { formatCount } from '../model/writing/number.ts';

export const quote = (text = '') => `“${text}”`;

/** "sha256:…" → "SHA-256". */
export function algorithmName(checksum = ''): string {
  const name = checksum.split(':')[0] ?? '';
  return name.toUpperCase().replace(/^SHA(?=\d)/, 'SHA-');
}

export const count = (text = '') => formatCount(Number(text));
export const megabytes = (bytes = '') => `${formatCount(Math.floor(Number(bytes) / 1e6))} MB`;

/** Of a package that lies in this browser, not on the server. */
export function isLocal({ file }: Problem): boolean {
  return file === 'local' || file.startsWith('local/');
}

/** Of a size: there is more than was stated ("> 100" where it was not counted to the end). */
export function isLonger({ value = '', expected = '' }: Problem): boolean {
  return Number(value.replace(/^> /, '')) >= Number(expected);
}

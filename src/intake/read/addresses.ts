/**
 * Addresses of cells and rows (`r="B3"`), which the format lets a program leave out: then each follows the one before
 * (ECMA-376, part 1, 18.3.1.4 and 18.3.1.73). The reader of workbooks needs them.
 */
import { columnLetter } from '../sheet.ts';

const TAG = /<((?:\w+:)?)(row|c)(?=[\s/>])([^>]*)>/g;
const ADDRESS = /\sr\s*=\s*["']([A-Z]*)(\d+)["']/;
const WITHOUT = /<(?:\w+:)?(?:row|c)(?=[\s/>])(?![^>]*\sr\s*=)[^>]*>/;

/** The XML of a sheet with the address of every cell; unchanged where none is missing. */
export function withAddresses(xml: string): string {
  const from = xml.search(/<(?:\w+:)?sheetData[\s>]/);
  if (from < 0 || !WITHOUT.test(xml.slice(from))) return xml;
  let [row, column] = [0, 0];
  const addressed = (tag: string, prefix: string, name: string, rest: string) => {
    const own = ADDRESS.exec(rest);
    if (name === 'row') [row, column] = [own ? Number(own[2]) : row + 1, 0];
    else column = own ? columnOf(own[1] ?? '') : column + 1;
    if (own) return tag;
    return `<${prefix}${name} r="${name === 'row' ? '' : columnLetter(column - 1)}${row}"${rest}>`;
  };
  return xml.slice(0, from) + xml.slice(from).replace(TAG, addressed);
}

/** "AA" → 27. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

const PLACE = /<(?:\w+:)?c\s[^>]*?\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']/g;

/** Cells of the smallest table from A1 that has all cells of a sheet with addresses. */
export function cellsWithin(xml: string): number {
  let [rows, columns, wide] = [0, 0, ''];
  for (const [, letters = '', row = ''] of xml.matchAll(PLACE)) {
    rows = Math.max(rows, Number(row));
    if (letters.length < wide.length || (letters.length === wide.length && letters <= wide))
      continue;
    wide = letters;
    columns = columnOf(letters);
  }
  return rows * columns;
}

/** The XML of a sheet without cells that have a format only. */
export function withoutEmpty(xml: string): string {
  return xml.replace(/<(?:\w+:)?c\s[^>]*\/>|<((?:\w+:)?c)\s[^>]*><\/\1>/g, '');
}

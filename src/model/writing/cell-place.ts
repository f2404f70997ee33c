/** The place of a figure that was typed into a table: "Biểu 02!E6", or "E6" in a file of one table. */
import { groupBy } from '../group.ts';

export interface CellAddress {
  /** '' in files of one table. */
  readonly sheet: string;
  readonly cell: string;
}

/** Null for any other place, as "II.4.1" is one of a document's own headings. */
export function cellAddress(place: string): CellAddress | null {
  const [, sheet = '', cell] = /^(?:(.+)!)?([A-Z]{1,3}[1-9]\d{0,6})$/.exec(place) ?? [];
  return cell === undefined ? null : { sheet, cell };
}

/** Places joined by ", " or "; ", each in its words; a sheet's name stands once. */
export function placesText(
  places: string,
  cellText: (sheet: string, cells: string) => string,
  sectionText: (section: string) => string,
): string {
  const parts = places.split(BETWEEN).map((text) => ({ text, address: cellAddress(text) }));
  const sections = parts.flatMap(({ text, address }) => (address ? [] : [text]));
  const cells = parts.flatMap(({ address }) => address ?? []);
  const bySheet = groupBy(cells, ({ sheet }) => sheet);
  return [
    ...(sections.length > 0 ? [sectionText(sections.join('; '))] : []),
    ...[...bySheet].map(([sheet, own]) => cellText(sheet, own.map(({ cell }) => cell).join(', '))),
  ].join('; ');
}

/** Before a cell, and behind one: headings of documents may have commas and semicolons of their own. */
const CELL = '(?:[^;,!]+!)?[A-Z]{1,3}[1-9]\\d{0,6}';
const BETWEEN = new RegExp(`[;,] (?=${CELL}(?:[;,] |$))|(?<=(?:^|[;,] )${CELL})[;,] `);

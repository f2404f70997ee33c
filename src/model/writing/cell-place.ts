/** The place of a figure that was typed into a table: "Biểu 02!E6", or "E6" in a file of one table. */

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
  const parts = places.split(/[;,] (?=(?:[^;,]+!)?[A-Z]{1,3}[1-9]\d{0,6}(?:[;,]|$))/);
  const cells = parts.map(cellAddress);
  if (cells.some((cell) => cell === null)) return sectionText(places);
  const sheets = [...new Set(cells.map((cell) => cell?.sheet ?? ''))];
  const of = (sheet: string) => cells.flatMap((cell) => (cell?.sheet === sheet ? cell.cell : []));
  return sheets.map((sheet) => cellText(sheet, of(sheet).join(', '))).join('; ');
}

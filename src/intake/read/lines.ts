/** Tables that stand in lines without being CSV: quoted as a whole, or with their columns at the same places. */

/** A line as one quoted field, or an empty one, with the break behind it. */
const QUOTED = /[ \t]*(?:"([^"]*(?:""[^"]*)*)"[ \t]*)?(\r\n|\n|\r|$)/y;

/**
 * Lines without the quotes around each of them: some programs put a whole row into one field. Null where a line is
 * none of these.
 */
export function withoutOuterQuotes(text: string): string | null {
  const lines: string[] = [];
  for (QUOTED.lastIndex = 0; QUOTED.lastIndex < text.length; ) {
    const found = QUOTED.exec(text);
    if (!found) return null;
    lines.push((found[1] ?? '').replaceAll('""', '"'));
  }
  return lines.some((line) => line !== '') ? lines.join('\n') : null;
}

/** What stands between the cells that were cut out of a line; no text with one of its own is cut. */
export const BETWEEN = '\t';
/** Lines with a gap that a table has at least. */
const LEAST = 3;
const GAP = / {2,}/;

/**
 * Lines cut into cells where all that have gaps have them at the same places, two blanks wide at least; titles and notes
 * stay whole. Null where the lines have no such places.
 */
export function cutByPlace(text: string): string | null {
  if (text.includes(BETWEEN) || text.includes('"')) return null;
  const lines = linesOf(text);
  const begins = hasGaps(lines) ? beginsOf(lines.filter(isRow)) : [];
  if (begins.length < 2) return null;
  const cells = (line: string) => begins.map((from, at) => line.slice(from, begins[at + 1]).trim());
  return lines.map((line) => (isRow(line) ? cells(line).join(BETWEEN) : line.trim())).join('\n');
}

/** Whether most lines have cells with blanks between them, at the same places or not. */
export function isSpaced(text: string): boolean {
  return hasGaps(linesOf(text));
}

const linesOf = (text: string) => text.split(/\r\n|\n|\r/).map((line) => line.trimEnd());
const isRow = (line: string) => GAP.test(line.trim());

function hasGaps(lines: readonly string[]): boolean {
  const rows = lines.filter(isRow).length;
  return rows >= LEAST && rows * 2 >= lines.filter((line) => line !== '').length;
}

/** Where columns begin: behind two places or more at which no line has a letter; the first begins the line. */
function beginsOf(rows: readonly string[]): number[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const isFilled = Array.from({ length: width }, (_, at) =>
    rows.some((row) => (row[at] ?? ' ') !== ' '),
  );
  const first = isFilled.indexOf(true);
  const later = [...isFilled.keys()].filter(
    (at) => at > first + 1 && isFilled[at] && !isFilled[at - 1] && !isFilled[at - 2],
  );
  return [0, ...later];
}

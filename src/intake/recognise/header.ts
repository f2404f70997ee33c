/** Which rows are the header: those above the first row with figures that have headings beside each other. */
import { ownOf } from '../../model/group.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { type CellValue, type Sheet, textOf } from '../sheet.ts';
import { isCounting, isDamaged, isFigure, isYear } from './figure-like.ts';
import { ROLE_WORDS } from './role.ts';
import type { Layout } from './table.ts';

/** Rows looked through for a header: nobody types longer titles. */
const DEEP = 60;

const MOST_HEADERS = 4;

export function guessHeader(sheet: Sheet, last: number): Layout['header'] | null {
  const { rows } = sheet;
  const depth = Math.min(last, DEEP);
  let first = -1;
  for (let at = 0; at <= depth && first < 0; at += 1) {
    if (isLongHeader(rows[at] ?? [])) return at < last ? { first: at, last: at } : null;
    if (isBody(rows[at] ?? [], at, rows)) first = at;
  }
  if (first < 0) return null;
  let top = first;
  while (top > 0 && first - top < MOST_HEADERS + 1 && isHeading(sheet, top - 1)) top -= 1;
  if (top === first) return null;
  return { first: top, last: withoutSections(rows, top, first - 1) };
}

/** "unit, period, measure, value": where a column for values is named, the next row is the first of the body. */
function isLongHeader(row: readonly CellValue[]): boolean {
  const roles = new Set(row.map((value) => ownOf(ROLE_WORDS, nameKey(textOf(value)))));
  return roles.has('value') && (roles.has('subject') || roles.has('unit')) && roles.size >= 3;
}

/** "A | Phường Phổ Hòa" below the headings opens the first section of the body. */
function withoutSections(rows: Sheet['rows'], first: number, last: number): number {
  let end = last;
  const filledOf = (at: number) => (rows[at] ?? []).map(textOf).filter(Boolean);
  while (end > first) {
    const filled = filledOf(end);
    const isNumbered = /^([IVX]{1,4}|[A-Z]|\d{1,2})\.?$/.test(filled[0] ?? '');
    if (!isNumbered || filled.length > 2 || filledOf(end - 1).length <= filled.length) break;
    end -= 1;
  }
  return end;
}

/** A row with figures beside a label; years and the numbers of columns ("1 2 3") are headings. */
function isBody(row: readonly CellValue[], at: number, rows: Sheet['rows']): boolean {
  const texts = row.map(textOf);
  const filled = texts.filter(Boolean);
  const figures = row.filter((value) => isFigure(value) || isDamaged(value));
  if (figures.length === 0 || filled.length < 2) return isLoneFigures(row, at, rows);
  if (isCounting(texts) || figures.every((value) => isYear(textOf(value)))) return false;
  return figures.length / filled.length > 0.2;
}

/** A body without labels: one column of figures, as in a form. */
function isLoneFigures(row: readonly CellValue[], at: number, rows: Sheet['rows']): boolean {
  const [only, ...more] = row.filter((value) => textOf(value) !== '');
  if (only === undefined || more.length > 0 || !isFigure(only) || isYear(textOf(only)))
    return false;
  const above = rows[at - 1]?.filter((value) => textOf(value) !== '') ?? [];
  return above.length === 1 && !above.some(isFigure);
}

/** A row of headings has several, or one beside others that reach down to it from above. */
function isHeading({ rows, merges }: Sheet, at: number): boolean {
  const texts = (rows[at] ?? []).map(textOf);
  const filled = texts.filter(Boolean);
  if (filled.length === 0) return false;
  const wide = merges.some(
    ({ row, columns, rows: height }) => row === at && columns >= 3 && height === 1,
  );
  if (filled.length === 1) return !wide && isUnderTable(rows, at);
  if (new Set(filled).size === 1 && filled.length > 2) return false; // a title, repeated over its columns
  return true;
}

/** One heading alone is one of the table's where the row below it has others beside. */
function isUnderTable(rows: Sheet['rows'], at: number): boolean {
  const column = (rows[at] ?? []).findIndex((value) => textOf(value) !== '');
  const below = (rows[at + 1] ?? []).map(textOf);
  return column > 0 && below.filter(Boolean).length >= 2 && !isLongText(textOf(rows[at]?.[column]));
}

function isLongText(text: string): boolean {
  return text.length > 80;
}

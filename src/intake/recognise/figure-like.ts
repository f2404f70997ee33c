/** What a cell looks like before anything is known of it: a figure, a damaged one, a year, the number of a column. */
import { readSaidNumber } from '../../model/writing/said-number.ts';
import { type CellValue, textOf } from '../sheet.ts';
import { saysPeriod } from './role.ts';

export function isFigure(value: CellValue): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'string') return false;
  const read = readSaidNumber(value, null);
  return read !== null && read.kind !== 'empty';
}

/** "30a2", "#REF!": a figure was meant, which is told of that cell. */
export function isDamaged(value: CellValue): boolean {
  const text = textOf(value);
  if (/^#[A-Z/0!?]{2,8}$/.test(text)) return true;
  const digits = text.match(/\d/g)?.length ?? 0;
  const isShort = text.length <= 24 && digits * 3 >= text.replace(/\s/g, '').length;
  return (
    isShort && /^[([*~<>≥≤]?\s*\d/.test(text) && !saysPeriod(text) && !/^\(?\d{1,2}\)?$/.test(text)
  );
}

export function isYear(text: string): boolean {
  return /^(19|20)\d{2}$/.test(text);
}

/** "1 2 3 4" or "(1) (2) (3)" under the headings. */
export function isCounting(texts: readonly string[]): boolean {
  const numbers = texts
    .filter(Boolean)
    .map((text) => /^\(?([A-Z]|\d{1,3})\)?(?:\s*=.*)?$/.exec(text)?.[1] ?? '');
  const counted = numbers.filter((text) => /^\d+$/.test(text)).map(Number);
  return (
    counted.length >= 3 &&
    numbers.every(Boolean) &&
    counted.every((number, at) => at === 0 || number === (counted[at - 1] ?? 0) + 1)
  );
}

/** What was mended in a file before it was kept: said in the remark of its document, found again by a figure's place. */
import { cellAddress } from '../writing/cell-place.ts';

export interface Mended {
  /** As a sheet names it: "E6". */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

const BEGINNING = 'Sửa khi nhập: ';

/** A screen is no place for a book, and a remark may not be longer than 4000 characters. */
const MOST = 3600;

/** '' where nothing was mended. */
export function mendedRemark(all: readonly Mended[]): string {
  let text = '';
  for (const { cell, before, after } of all) {
    const told = `${cell} “${before}” → “${after}”`;
    if (text.length + told.length > MOST) return `${text}; …`;
    text = text === '' ? BEGINNING + told : `${text}; ${told}`;
  }
  return text;
}

/** What was mended at a place; null where nothing was. */
export function mendedAt(remark: string, locator: string): Mended | null {
  const at = remark.indexOf(BEGINNING);
  const address = cellAddress(locator);
  if (at < 0 || !address) return null;
  const told = `; ${remark.slice(at + BEGINNING.length)}`;
  const { cell } = address;
  const found = new RegExp(`; ${cell} “(.*?)” → “(.*?)”(?=; |$)`, 'u').exec(told);
  return found ? { cell, before: found[1] ?? '', after: found[2] ?? '' } : null;
}

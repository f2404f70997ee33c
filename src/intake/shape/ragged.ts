/** Rows of a text file whose cells do not stand under their headings. */

import { DELIMITERS } from '../read/delimited.ts';
import { isFigure } from '../recognise/figure-like.ts';
import { textOf } from '../sheet.ts';
import type { Reading, Work } from './work.ts';

/**
 * A delimiter inside of a name has moved the rest of the row to the right: something stands beyond the last heading, and
 * something that is no number where numbers are. To be asked right after the row was taken.
 */
export function isShifted(work: Work, row: number, width: number): boolean {
  const { sheet, problems } = work;
  const cells = sheet.rows[row] ?? [];
  if (sheet.delimiter === '' || cells.length <= width) return false;
  if (cells.slice(width).every((value) => textOf(value) === '')) return false;
  for (let at = problems.length - 1; problems[at]?.row === row; at -= 1) {
    const { code = '', column = 0 } = problems[at] ?? {};
    if (code === 'not-a-number' && column < width) return true;
  }
  return false;
}

/** Rows of one cell that another delimiter takes apart into a row of the table: "Phường A,59,45" among rows with ";". */
export function oddRows(reading: Reading, width: number): number[] {
  const { sheet, layout } = reading;
  if (sheet.delimiter === '') return [];
  const isOdd = (row: number) => {
    const cells = sheet.rows[row] ?? [];
    const text = textOf(cells[0]);
    if (text === '' || cells.slice(1).some((value) => textOf(value) !== '')) return false;
    return DELIMITERS.some((delimiter) => {
      const parts = delimiter === sheet.delimiter ? [] : text.split(delimiter);
      return parts.length === width && width > 1 && parts.slice(1).every(isFigure);
    });
  };
  const all = [...sheet.rows.keys()].slice(layout.body.first, layout.second ?? Infinity);
  return all.filter(isOdd);
}

/** Cells of the widest row of headings. */
export function widthOf({ sheet, layout }: Reading): number {
  const { first, last } = layout.header;
  const widths = sheet.rows.slice(first, last + 1).map((row) => {
    const filled = [...row.keys()].filter((at) => textOf(row[at]) !== '');
    return (filled.at(-1) ?? -1) + 1;
  });
  return Math.max(0, ...widths);
}

/** The headings over each column, merged ones over all that they reach. */
import { type CellValue, type Sheet, textOf } from '../sheet.ts';
import { isCounting } from './figure-like.ts';
import { roleOf } from './role.ts';
import type { Column, Layout } from './table.ts';

/** Headings of every column that has any figure or text below or above. */
export function columnsOf(sheet: Sheet, header: Layout['header'], body: Layout['body']): Column[] {
  const { rows } = sheet;
  const width = rows
    .slice(header.first, body.last + 1)
    .reduce((most, row) => Math.max(most, row.length), 0);
  const grid = headings(sheet, header, width);
  const isUsed = (at: number) => {
    for (let row = header.first; row <= body.last; row += 1)
      if (textOf(rows[row]?.[at]) !== '') return true;
    return false;
  };
  return Array.from({ length: width }, (_, at) => at)
    .filter(isUsed)
    .map((at) => {
      const labels = grid.map((row) => row[at] ?? '').filter(Boolean);
      const path = labels.filter((text, level) => level === 0 || text !== labels[level - 1]);
      return { at, labels: path, label: path.join(' › ') };
    });
}

export function headings(
  sheet: Sheet,
  { first, last }: Layout['header'],
  width: number,
): string[][] {
  const { rows, merges } = sheet;
  const grid: string[][] = [];
  for (let row = first; row <= last; row += 1) {
    const texts = Array.from({ length: width }, (_, at) => textOf(rows[row]?.[at]));
    if (isCounting(texts)) continue;
    for (const merge of merges) {
      if (row < merge.row || row >= merge.row + merge.rows) continue;
      const text = merge.row < first ? '' : textOf(rows[merge.row]?.[merge.column]);
      for (let at = merge.column; at < merge.column + merge.columns; at += 1) texts[at] = text;
    }
    if (merges.length === 0 && row < last) spread(texts, rows[row + 1] ?? []);
    grid.push(texts);
  }
  return grid;
}

/** Without knowledge of merged cells, a heading reaches right over empty ones that have something below them. */
function spread(texts: string[], below: readonly CellValue[]): void {
  for (let at = 1; at < texts.length; at += 1) {
    if (
      texts[at] === '' &&
      texts[at - 1] !== '' &&
      textOf(below[at]) !== '' &&
      textOf(below[at - 1]) !== ''
    ) {
      texts[at] = texts[at - 1] ?? '';
    }
  }
}

/** Columns of the first of two tables side by side; the second begins with its own numbers of rows, if it has any. */
export function withoutTheRest(columns: readonly Column[], beside: number): Column[] {
  const own = columns.filter(({ at }) => at < beside);
  return own.filter((column, at) => at < own.length - 1 || roleOf(column) !== 'order');
}

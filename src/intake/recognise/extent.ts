/** How far a table reaches: down to its footnotes, or to the next table. */
import { ownOf } from '../../model/group.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { type CellValue, type Sheet, textOf } from '../sheet.ts';
import { isFigure, isYear } from './figure-like.ts';
import { ROLE_WORDS } from './role.ts';
import type { Layout } from './table.ts';

/** The last row before footnotes: those have one long text, no figures, and nothing but their like after them. */
export function lastOfTable(rows: Sheet['rows'], header: Layout['header'], last: number): number {
  const width = new Set(
    rows
      .slice(header.first, header.last + 1)
      .flatMap((row) => [...row.keys()].filter((at) => textOf(row[at]) !== '')),
  ).size;
  let end = last;
  while (end > header.last) {
    const row = rows[end] ?? [];
    const filled = row.filter((value) => textOf(value) !== '');
    const hasFigure = row.some((value) => isFigure(value) && !isYear(textOf(value)));
    if (hasFigure && filled.length > 1) break;
    if (width <= 1 && hasFigure) break;
    if (filled.length > 2) break;
    end -= 1;
  }
  return withTail(rows, header, end, last);
}

/** A row of headings inside the body: another "Đơn vị" over words where figures stood. */
export function secondTable(rows: Sheet['rows'], body: Layout['body']): number | null {
  for (let row = body.first + 1; row <= body.last; row += 1) {
    const texts = (rows[row] ?? []).map(textOf).filter(Boolean);
    const roles = texts.filter((text) =>
      ['unit', 'subject', 'value'].includes(ownOf(ROLE_WORDS, nameKey(text)) ?? ''),
    );
    const hasFigures = (rows[row] ?? []).some((value) => isFigure(value) && !isYear(textOf(value)));
    if (texts.length > 1 && roles.length > 0 && !hasFigures) return row;
  }
  return null;
}

/** Rows right below that have something under a column of figures are rows of the table, readable or not. */
function withTail(
  rows: Sheet['rows'],
  header: Layout['header'],
  end: number,
  last: number,
): number {
  const columns = new Set<number>();
  for (let row = header.last + 1; row <= end; row += 1) {
    for (const [at, value] of (rows[row] ?? []).entries())
      if (at > 0 && isFigure(value)) columns.add(at);
  }
  let tail = end;
  const isRow = (row: readonly CellValue[]) => {
    const filled = [...row.keys()].filter((at) => textOf(row[at]) !== '');
    return (
      filled.length > 1 && filled.some((at) => columns.has(at) && textOf(row[at]).length <= 24)
    );
  };
  while (tail < last && isRow(rows[tail + 1] ?? [])) tail += 1;
  return tail;
}

/** Where in a sheet the table lies: title, header rows, body, what stands below; and what its header says. */
import { type Sheet, textOf } from '../sheet.ts';
import { lastOfTable, secondTable } from './extent.ts';
import { guessHeader } from './header.ts';
import { columnsOf, withoutTheRest } from './headings.ts';
import { roleOf } from './role.ts';
import type { Layout } from './table.ts';

/** The table in a sheet; `header` overrules the guess (first and last header row). Null where there is none. */
export function findLayout(
  sheet: Sheet,
  header?: { readonly first: number; readonly last: number },
): Layout | null {
  const { rows } = sheet;
  const last = lastFilled(rows);
  if (last < 0) return null;
  const found = header ?? guessHeader(sheet, last);
  if (!found) return null;
  const whole = { first: found.last + 1, last: lastOfTable(rows, found, last) };
  const second = secondTable(rows, whole);
  const body = second === null ? whole : { ...whole, last: second - 1 };
  const all = columnsOf(sheet, found, body);
  const beside = all.filter((column) => roleOf(column) === 'unit')[1]?.at ?? null;
  const columns = beside === null ? all : withoutTheRest(all, beside);
  const texts = (from: number, to: number) =>
    rows.slice(from, to + 1).flatMap((row) => {
      const filled = [...new Set(row.map(textOf).filter(Boolean))];
      return filled.length > 0 ? [filled.join(' ')] : [];
    });
  return {
    header: found,
    body,
    second,
    beside,
    title: texts(0, found.first - 1),
    foot: texts(body.last + 1, last),
    columns,
  };
}

function lastFilled(rows: Sheet['rows']): number {
  let last = rows.length - 1;
  while (last >= 0 && !rows[last]?.some((value) => textOf(value) !== '')) last -= 1;
  return last;
}

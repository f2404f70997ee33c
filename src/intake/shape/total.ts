/** Rows that add up the others are no figures of a unit, but they tell whether the others are whole. */
import { readSaidNumber } from '../../model/writing/said-number.ts';
import { isTotalLabel } from '../recognise/role.ts';
import { cellText, columnsWith, fault, figureColumns, type Work } from './work.ts';

/** Rows "Tổng cộng": the sum of the rows above it, for counts of several units, is compared and said. */
export function compareTotals(work: Work): void {
  const totals = totalRows(work);
  let from = work.layout.body.first;
  for (const row of totals) {
    for (const { at } of figureColumns(work)) {
      const stated = numberAt(work, row, at);
      const measure = work.drafts.find((draft) => draft.column === at)?.measure ?? '';
      const sum = work.vocabulary.data.measures.has(measure) ? sumOf(work, from, row, at) : null;
      if (stated === null || sum === null || Math.abs(sum - stated) < 1e-6) continue;
      fault(work, 'total-differs', row, at, cellText(work, row, at), String(sum), 'note');
    }
    from = row + 1;
  }
}

/** Two or more figures added up; null where one is not known. What does not occur counts as nothing. */
function sumOf(work: Work, from: number, to: number, at: number): number | null {
  let [sum, count] = [0, 0];
  for (let row = from; row < to; row += 1) {
    const value = work.sheet.rows[row]?.[at];
    const said =
      typeof value === 'number'
        ? null
        : readSaidNumber(cellText(work, row, at), work.signs.get(at) ?? 'comma');
    if (said?.kind === 'empty' || (said?.kind === 'absent' && said.status === 'M')) continue;
    const number = typeof value === 'number' ? value : said?.kind === 'number' ? said.value : null;
    if (number === null) return null;
    sum += number;
    count += 1;
  }
  return count > 1 ? sum : null;
}

function totalRows(work: Work): number[] {
  const { body } = work.layout;
  if (columnsWith(work, 'unit').length === 0) return [];
  const rows = Array.from({ length: body.last - body.first + 1 }, (_, at) => body.first + at);
  return rows.filter((row) =>
    (work.sheet.rows[row] ?? []).slice(0, 3).some((_, at) => isTotalLabel(cellText(work, row, at))),
  );
}

function numberAt(work: Work, row: number, at: number): number | null {
  const value = work.sheet.rows[row]?.[at];
  if (typeof value === 'number') return value;
  const said = readSaidNumber(cellText(work, row, at), work.signs.get(at) ?? 'comma');
  return said?.kind === 'number' ? said.value : null;
}

/**
 * Rows "Tổng cộng": the unit's own figures where its rows are categories, a sum that is only compared where they are
 * units, and figures like any others where the label is a measure's name ("Tổng số hộ").
 */
import { groupBy } from '../../model/group.ts';
import { readSaidNumber } from '../../model/writing/said-number.ts';
import { isBareTotal, isTotalLabel } from '../recognise/role.ts';
import { cellKey, rowNumber } from '../sheet.ts';
import type { Draft } from './draft.ts';
import { cellText, columnsWith, fault, figureColumns, type RowLabels, type Work } from './work.ts';

/** The answer that a row of this label holds figures like any other. */
export const TAKEN = 'data';

export const totalKey = (label: string) => `total ${label}`;

export interface RowTexts {
  readonly unit: string;
  readonly subject: string;
  readonly category: string;
  /** Of the columns of labels; all texts of the row. */
  readonly labels: readonly string[];
  readonly all: readonly string[];
}

export type TotalKind = 'none' | 'own' | 'sum';

/** What a row is, by its label; `label` is '' for rows that are no totals. */
export function totalIn(
  work: Work,
  texts: RowTexts,
  above: RowLabels,
): { readonly kind: TotalKind; readonly label: string } {
  const label = (texts.labels.length > 0 ? texts.labels : texts.all).find(isTotalLabel) ?? '';
  if (label === '') return { kind: 'none', label };
  const kind = kindOf(work, texts, label, above);
  if (kind !== 'sum' || work.answers[totalKey(label)] !== TAKEN) return { kind, label };
  return { kind: label === texts.category ? 'own' : 'none', label };
}

function kindOf(work: Work, texts: RowTexts, label: string, above: RowLabels): TotalKind {
  const { unit, subject, category, all } = texts;
  const hasUnits = columnsWith(work, 'unit').length > 0;
  const isUnit = unit !== '' && work.vocabulary.unit(unit).kind === 'sure';
  if (isOfCategories(work, texts)) {
    if (isUnit || !hasUnits) return 'own';
    if (unit === '' && closesUnit(work, above)) return 'own';
  }
  if (label === subject && label !== unit && meansSubject(work, subject)) return 'none';
  if (category !== '' && label === category && !isBareTotal(category)) return 'none';
  if (isUnit) return 'none';
  return hasUnits || isTotalLabel(all[0] ?? '') ? 'sum' : 'none';
}

/** A bare "Tổng cộng" where the others name a category, or before a place for it that is left empty. */
function isOfCategories(work: Work, { unit, category, subject, all }: RowTexts): boolean {
  if (columnsWith(work, 'category').length === 0 || isTotalLabel(unit)) return false;
  if (category === '') return isBareTotal(all[0] ?? '') && subject === '';
  return isBareTotal(category) && work.vocabulary.category(category, '') === null;
}

/** Under the rows of one unit: every unit before it had its own total, and it has none yet. */
function closesUnit({ drafts }: Work, above: RowLabels): boolean {
  const units = new Set(drafts.map(({ unit }) => unit));
  const own = new Set(drafts.filter(({ category }) => category === '').map(({ unit }) => unit));
  const unit = above.place.unit ?? '';
  return units.has(unit) && !own.has(unit) && own.size === units.size - 1;
}

function meansSubject(work: Work, text: string): boolean {
  const match = work.vocabulary.subject(text);
  return match.kind === 'sure' || (match.kind === 'doubtful' && !isBareTotal(text));
}

/** A sum is passed over, and listed with what it says. */
export function passTotal(work: Work, row: number, label: string): RowLabels {
  const values = figureColumns(work).map(({ at }) => cellText(work, row, at));
  work.passed.push({
    ...{ sheet: work.at, row: rowNumber(work.sheet, row), text: label },
    ...{ values: values.filter(Boolean).slice(0, MOST), key: totalKey(label) },
  });
  work.sums.push(row);
  return { place: {}, texts: [], isTotal: true, isPassed: true };
}

const MOST = 12;

/** Counts are compared with the rows that they add up: of several units, or of one unit's categories. */
export function compareTotals(work: Work): void {
  compareSums(work);
  compareOwn(work);
}

function compareSums(work: Work): void {
  if (columnsWith(work, 'unit').length === 0) return;
  let from = work.layout.body.first;
  const own = new Set(work.totals.map(({ row }) => row));
  for (const row of work.sums) {
    for (const { at } of figureColumns(work)) {
      const stated = numberAt(work, row, at);
      const measure = work.drafts.find((draft) => draft.column === at)?.measure ?? '';
      const sum = work.vocabulary.data.measures.has(measure)
        ? sumOf(work, [from, row], own, at)
        : null;
      if (stated === null || sum === null) continue;
      differ(work, row, at, stated, sum);
    }
    from = row + 1;
  }
}

/** What an identity of the catalogue checks anyway is told there. */
function compareOwn(work: Work): void {
  const { measures, identities } = work.vocabulary.data;
  if (work.totals.length === 0) return;
  const byRow = groupBy(work.drafts, ({ row }) => row);
  const byUnit = groupBy(work.drafts, ({ unit }) => unit);
  for (const { row } of work.totals) {
    for (const total of byRow.get(row) ?? []) {
      const parts = (byUnit.get(total.unit) ?? []).filter((draft) => isPart(draft, total));
      const [first] = parts;
      const isChecked = identities.some(
        (identity) =>
          identity.breakdown === first?.breakdown &&
          identity.total.some(({ measure }) => measure === total.measure),
      );
      if (parts.length < 2 || isChecked || !measures.has(total.measure)) continue;
      if (total.value === null || parts.some(({ status }) => status === 'O')) continue;
      const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
      differ(work, row, total.column, total.value, sum);
    }
  }
}

function isPart(draft: Draft, total: Draft): boolean {
  return (
    draft.category !== '' &&
    draft.measure === total.measure &&
    draft.period === total.period &&
    draft.kind === total.kind
  );
}

function differ(work: Work, row: number, at: number, stated: number, sum: number): void {
  if (Math.abs(sum - stated) < 1e-6) return;
  fault(work, 'total-differs', row, at, cellText(work, row, at), String(sum), 'note');
}

/** Two or more figures added up; null where one is not known. What does not occur counts as nothing. */
function sumOf(
  work: Work,
  [from, to]: readonly [number, number],
  own: ReadonlySet<number>,
  at: number,
): number | null {
  let [sum, count] = [0, 0];
  for (let row = from; row < to; row += 1) {
    if (own.has(row)) continue;
    const said = saidAt(work, row, at);
    if (said?.kind === 'empty' || (said?.kind === 'absent' && said.status === 'M')) continue;
    if (said?.kind !== 'number') return null;
    sum += said.value;
    count += 1;
  }
  return count > 1 ? sum : null;
}

function numberAt(work: Work, row: number, at: number): number | null {
  const said = saidAt(work, row, at);
  return said?.kind === 'number' ? said.value : null;
}

/** What stands there, or what somebody put in its place. */
function saidAt(work: Work, row: number, at: number) {
  const value = work.fixes.get(cellKey(row, at)) ?? work.sheet.rows[row]?.[at];
  if (typeof value === 'number') return { kind: 'number' as const, value };
  return readSaidNumber(cellText(work, row, at), work.signs.get(at) ?? 'comma');
}

/** Hypotheses in plain Vietnamese: "nếu đổi chỗ 13 và 06 thì mọi phép cộng khớp". */
import { categoryName, type Dataset, subjectOf } from '../model/dataset.ts';
import type { Statement } from '../model/statement.ts';
import { formatPeriod } from '../model/writing/date.ts';
import { decimalsOf, formatNumber } from '../model/writing/number.ts';
import type { RepairConsequence, RepairHypothesis } from '../question/repair.ts';
import { words } from './words.ts';

/** Hypotheses that differ only in the value they put in are one: its values are listed. */
export interface RepairLine {
  readonly key: string;
  /** Lines of one rank cannot be told apart by the figures; 0 is the most plausible. */
  readonly rank: number;
  readonly text: string;
  readonly consequences: readonly string[];
}

export function repairLines(
  data: Dataset,
  hypotheses: readonly RepairHypothesis[],
): readonly RepairLine[] {
  const groups = new Map<string, RepairHypothesis[]>();
  for (const item of hypotheses) {
    const rows = item.changes.map((change) => change.statement.row).join('~');
    const key = `${rows}~${item.kind}~${item.rank}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, items]) => ({
    key,
    rank: items[0]?.rank ?? 0,
    text: `${whatIf(data, items)}, ${outcome(items[0] as RepairHypothesis)}.`,
    consequences: items.length === 1 ? consequencesOf(data, items[0] as RepairHypothesis) : [],
  }));
}

function whatIf(data: Dataset, items: readonly RepairHypothesis[]): string {
  const [first] = items as [RepairHypothesis];
  const [a, b] = first.changes;
  if (!a) return '';
  if (first.kind === 'exchanged' && b) {
    return words.repair.exchanged(
      printed(a.statement),
      figureName(data, a.statement),
      printed(b.statement),
      figureName(data, b.statement),
    );
  }
  const values = items.flatMap((item) => item.changes.slice(0, 1).map(({ to }) => numberText(to)));
  const to = [...new Set(values)].join(words.repair.or);
  const name = figureName(data, a.statement);
  if (first.kind === 'stated') return words.repair.stated(name, numberText(a.from), to);
  return words.repair.slip(name, printed(a.statement), to, words.repair.slips[first.kind] ?? '');
}

function outcome({ failing, mended }: RepairHypothesis): string {
  if (failing > 0) return words.repair.someHold(failing);
  if (mended > 1) return words.repair.severalHold(mended);
  return words.repair.allHold;
}

function consequencesOf(data: Dataset, { changes, consequences }: RepairHypothesis): string[] {
  const from = numberText(changes[0]?.from ?? 0);
  return [...new Set(consequences.map((item) => consequenceText(data, item, from)))];
}

function consequenceText(data: Dataset, item: RepairConsequence, from: string): string {
  const { statement } = item;
  if (item.type === 'place')
    return words.repair.place(words.origin.section(statement.locator), from);
  const name = subjectOf(data, statement.measure)?.name ?? statement.measure;
  const decimals = decimalsOf(statement.value ?? 0);
  const reported = `${formatNumber(statement.value ?? 0, decimals)}%`;
  const computed = `${formatNumber(item.computed, Math.max(1, decimals))}%`;
  return item.agrees
    ? words.repair.rateFits(name, reported)
    : words.repair.rateDiffers(name, computed, reported);
}

function figureName(data: Dataset, statement: Statement): string {
  const name = subjectOf(data, statement.measure)?.name ?? statement.measure;
  const { breakdown, category } = statement;
  const part = category ? categoryName(data, breakdown, category) : '';
  const period = data.periods.get(statement.period);
  return [part ? `${name}: ${part}` : name, period ? formatPeriod(period) : '']
    .filter(Boolean)
    .join(', ');
}

function printed({ printed: text, value }: Statement): string {
  return text || numberText(value ?? 0);
}

function numberText(value: number): string {
  return formatNumber(value, decimalsOf(value));
}

/** Why a unit needs a visit, in words: what it is, and clauses that each have a place to be seen at. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount, formatPercent } from '../../model/writing/number.ts';
import { changeText, figureText, targetText, valueText } from '../figure.ts';
import { lowerFirst, upperFirst } from '../letter-case.ts';
import { periodName } from '../name.ts';
import { words } from '../words.ts';

export interface ReasonText {
  /** "Đúng hạn 71,3%". */
  readonly head: string;
  /** The same in two: "Đúng hạn", "71,3%". */
  readonly label: string;
  readonly value: string;
  /** "thấp hơn hẳn mức chung 95,2%", in the order of their strength. */
  readonly clauses: readonly { readonly reason: Reason; readonly text: string }[];
}

/** Reasons of one matter: they are about one figure, or one of them about the unit itself. */
export function reasonText(data: Dataset, reasons: readonly Reason[]): ReasonText {
  const [first] = reasons;
  if (!first) return { head: '', label: '', value: '', clauses: [] };
  const clauses = reasons.map((reason) => ({ reason, text: clauseOf(data, reason) }));
  return { ...headOf(data, first), clauses };
}

function headOf(
  data: Dataset,
  { kind, subject, figure, count, of }: Reason,
): Pick<ReasonText, 'head' | 'label' | 'value'> {
  const { late, check, lateOnes, checkOnes } = words.visits;
  const counted = { value: formatCount(count) };
  if (kind === 'reports') return { head: late(count), label: lateOnes, ...counted };
  if (kind === 'checks') return { head: check(count), label: checkOnes, ...counted };
  const about = subjectOf(data, subject);
  if (!about || !figure) return { head: '', label: '', value: '' };
  const { shortName: label } = about;
  if (kind === 'overdue') {
    const value = shareOf(count, of);
    const told = words.visits.share(formatCount(count), formatCount(of), value);
    return { head: `${label} ${told}`, label, value };
  }
  const value = figureText(about, figure);
  return { head: `${label} ${value}`, label, value };
}

const shareOf = (count: number, of: number) => formatPercent((count * 100) / of, 1);

/** Things that one number is held against. */
const MOST_AGAINST = 2;

/** "Chỉ tiêu ≥ 90,0%; mức chung 83,0%": what the number of a matter is held against, in few words. */
export function againstText(data: Dataset, reasons: readonly Reason[]): string {
  const target = reasons.find(({ kind }) => kind === 'target');
  const order = ['target', 'level', 'overdue', 'change', 'reports', 'checks'];
  const sorted = [...reasons].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const told = sorted.map((reason) => {
    const about = subjectOf(data, reason.subject);
    if (!about || reason.against === null) return clauseOf(data, reason);
    if (reason.kind === 'overdue')
      return `${formatCount(reason.count)}/${formatCount(reason.of)}, ${clauseOf(data, reason)}`;
    const { goal, overall } = words.visits.held;
    if (reason === target) return goal(targetText(about, reason.against));
    if (reason.kind === 'level' && target) return overall(valueText(about, reason.against));
    return clauseOf(data, reason);
  });
  return upperFirst(told.filter(Boolean).slice(0, MOST_AGAINST).join('; '));
}

function clauseOf(data: Dataset, reason: Reason): string {
  const { kind, subject, figure, against, periods } = reason;
  if (kind === 'reports')
    return periods.map((code) => lowerFirst(periodName(data, code))).join(', ');
  if (kind === 'checks') return words.visits.inFigures;
  const about = subjectOf(data, subject);
  if (!about || figure?.value == null || against === null) return '';
  if (kind === 'overdue') return words.visits.behind('higher', formatPercent(against, 1));
  const side = figure.value < against ? 'lower' : 'higher';
  if (kind === 'level') return words.visits.behind(side, valueText(about, against));
  if (kind === 'target') return words.visits.missed(targetText(about, against));
  const change = figure.value - against;
  const points = changeText(about, Math.abs(change)).replace(/^\+/, '');
  return words.visits.changed(change > 0 ? 'up' : 'down', points);
}

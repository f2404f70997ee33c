/** Why a unit needs a visit, in words: what it is, and clauses that each have a place to be seen at. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Reason } from '../../model/visit/reason.ts';
import { formatCount, formatPercent } from '../../model/writing/number.ts';
import { changeText, figureText, targetText, valueText } from '../figure.ts';
import { lowerFirst } from '../letter-case.ts';
import { periodName } from '../name.ts';
import { words } from '../words.ts';

export interface ReasonText {
  /** "Đúng hạn 71,3%". */
  readonly head: string;
  /** "thấp hơn rõ mức chung 95,2%", in the order of their strength. */
  readonly clauses: readonly { readonly reason: Reason; readonly text: string }[];
}

/** Reasons of one matter: they are about one figure, or one of them about the unit itself. */
export function reasonText(data: Dataset, reasons: readonly Reason[]): ReasonText {
  const [first] = reasons;
  if (!first) return { head: '', clauses: [] };
  const clauses = reasons.map((reason) => ({ reason, text: clauseOf(data, reason) }));
  return { head: headOf(data, first), clauses };
}

function headOf(data: Dataset, { kind, subject, figure, count, of }: Reason): string {
  if (kind === 'reports') return words.visits.late(count);
  if (kind === 'checks') return words.visits.check(count);
  const about = subjectOf(data, subject);
  if (!about || !figure) return '';
  const value =
    kind === 'overdue'
      ? words.visits.share(
          formatCount(count),
          formatCount(of),
          formatPercent((count * 100) / of, 1),
        )
      : figureText(about, figure);
  return `${about.shortName} ${value}`;
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

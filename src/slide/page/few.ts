/** Results of a handful of cases: their number is what is read, a share of them would say too much. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { formatCount } from '../../model/writing/number.ts';
import { countsText, figureText } from '../../text/figure.ts';
import { words } from '../../text/words.ts';

/** Cases below which no share stands in large type. */
const HANDFUL = 10;

/** Whether a result is of fewer cases than that. */
export function isHandful({ denominator, value }: Figure): boolean {
  return value !== null && denominator !== null && denominator < HANDFUL;
}

/** "1/1 vụ" of a handful, else the value. */
export function largeText(data: Dataset, figure: Figure): string {
  const subject = subjectOf(data, figure.subject);
  if (!subject) return '';
  if (!isHandful(figure)) return figureText(subject, figure);
  return [countsText(figure), caseName(data, figure)].filter(Boolean).join(' ');
}

/** " (20/42)": what a share is of, where that is not read in its place already. */
export function countsAfter(figure: Figure): string {
  const counts = isHandful(figure) ? '' : countsText(figure);
  return counts ? ` (${counts})` : '';
}

/** "chỉ 1 vụ": how few they are. */
export function onlyText(data: Dataset, figure: Figure): string {
  const count = formatCount(figure.denominator ?? 0);
  return words.present.onlyCases([count, caseName(data, figure)].filter(Boolean).join(' '));
}

/** What is counted: "vụ", where all of it has one name. */
export function caseName(data: Dataset, { subject }: Figure): string {
  const parts = subjectOf(data, subject)?.denominator ?? [];
  const names = new Set(parts.map(({ measure }) => subjectOf(data, measure)?.unitLabel ?? ''));
  const [name = ''] = names;
  return names.size === 1 ? name : '';
}

/** What the marks beside names on a slide mean. */
import type { Dataset } from '../model/dataset.ts';
import { type Figure, isWeak } from '../model/figure.ts';
import { compareCodes, severityOf } from '../model/issue.ts';
import { statusText } from '../text/figure.ts';
import { vi } from '../text/vi.ts';
import { codeName } from './marks.tsx';
import { unitName } from './subject-label.ts';

/** Lines that fit under a chart. */
const MOST_NOTES = 4;

/** Put behind a name whose figure must be checked. */
export const FLAG = '⚑';

export function isFlagged(figure: Figure): boolean {
  return figure.flags.some((code) => severityOf(code) === 'error');
}

/** "⚑ Phường A: tổng và các phần chưa khớp", "Xã B: tạm tính"; more are counted. */
export function footnotesOf(data: Dataset, figures: readonly Figure[]): string[] {
  const lines = figures.flatMap((figure) => {
    const name = unitName(data, figure.unit, figure.period);
    const errors = figure.flags.filter((code) => severityOf(code) === 'error').sort(compareCodes);
    if (errors.length > 0) return [`${FLAG} ${name}: ${errors.map(codeName).join('; ')}`];
    return isWeak(figure) ? [`${name}: ${statusText(figure)}`] : [];
  });
  const distinct = [...new Set(lines)].sort(
    (a, b) => Number(b.startsWith(FLAG)) - Number(a.startsWith(FLAG)),
  );
  if (distinct.length <= MOST_NOTES) return distinct;
  const left = distinct.length - (MOST_NOTES - 1);
  return [...distinct.slice(0, MOST_NOTES - 1), vi.present.moreNotes(left)];
}

/** Issues in plain Vietnamese, with their numbers. */
import type { Subject } from '../model/catalogue.ts';
import { formatCount } from '../model/number.ts';
import { valueText } from './figure.ts';
import { vi } from './vi.ts';

export interface IssueNumbers {
  readonly code: string;
  readonly expected: number | null;
  readonly found: number | null;
  readonly decimals: number | null;
  readonly note: string;
}

/** One sentence for an issue; a reader's own note where no query found it. */
export function issueText(issue: IssueNumbers, subject: Subject | null): string {
  const { code, expected, found, note } = issue;
  if (note || expected === null || found === null) return note;
  const number = (value: number, decimals?: number) =>
    subject
      ? valueText(subject, value, decimals ?? issue.decimals ?? subject.decimals)
      : formatCount(value);
  switch (code) {
    case 'PCT_MISMATCH':
    case 'PCT_TRUNCATED':
      return vi.issue[code](number(expected, (issue.decimals ?? 0) + 2), number(found));
    case 'SUM_MISMATCH':
    case 'PART_EXCEEDS_TOTAL':
    case 'PART_MISSING':
    case 'LIST_COUNT_MISMATCH':
    case 'INTERNAL_CONFLICT':
    case 'REVISED':
      return vi.issue[code](number(expected), number(found));
    case 'DUPLICATE_STATEMENT':
      return vi.issue.DUPLICATE_STATEMENT(number(expected));
    default:
      return '';
  }
}

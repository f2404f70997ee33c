/** Issues in plain Vietnamese, with their numbers and days. */

import type { Identity, Subject } from '../model/catalogue.ts';
import { categoryName, type Dataset, subjectOf } from '../model/dataset.ts';
import type { Operand } from '../model/formula.ts';
import { ownOf } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import { BOUNDS, type Bound } from '../model/observation.ts';
import { readRefusedDate } from '../model/time/refused-date.ts';
import { formatDayOrMonth, formatPeriod } from '../model/writing/date.ts';
import { language } from '../model/writing/language.ts';
import { formatCount } from '../model/writing/number.ts';
import { bounded, valueText } from './figure.ts';
import { lowerFirst, upperFirst } from './letter-case.ts';
import { breakdownName } from './name.ts';
import { words } from './words.ts';

export interface IssueNumbers {
  readonly code: string;
  readonly unit: string;
  readonly subject: string;
  readonly expected: number | null;
  readonly found: number | null;
  readonly decimals: number | null;
  /** Identity, "finding", "figure|" and a bound, or what the sentence needs to know ("signed|2023-05-26|2023-06-30"). */
  readonly about: string;
  readonly note: string;
}

/** One sentence for an issue; a reader's own note where no query found it. */
export function issueText(data: Dataset, issue: IssueNumbers): string {
  const refused = readRefusedDate(issue.note);
  if (refused) return words.issue.badDay.refused(refused.column, refused.text);
  if (issue.note) return issue.note;
  const subject = issue.subject ? subjectOf(data, issue.subject) : null;
  return (
    numbersText(issue, subject) ||
    daysText(issue) ||
    copyText(data, issue) ||
    namesText(data, issue)
  );
}

/** Two numbers that disagree, each with where it stands ("báo cáo ghi 39, cộng các phần được 32"); else the sentence. */
export function disagreementText(data: Dataset, issue: IssueNumbers): string {
  const { code, expected, found, note } = issue;
  const say = ownOf(words.letter.differs, code);
  if (!say || note || expected === null || found === null) return issueText(data, issue);
  const subject = issue.subject ? subjectOf(data, issue.subject) : null;
  const other = numberText(issue, subject, found);
  const isAlike = numberText(issue, subject, expected) === other; // they differ in what rounding hides
  const text = say(
    isAlike ? numberText(issue, subject, expected, 2) : expectedText(issue, subject, expected),
    bounded(other, boundIn(issue)),
  );
  return `${upperFirst(text)}.`;
}

/** The same in few words for a page: "ghi 39, các phần cộng 32"; '' where no two numbers disagree. */
export function contradictionText(data: Dataset, issue: IssueNumbers): string {
  const { code, expected, found, note } = issue;
  const say = ownOf(words.present.contradiction, code);
  if (!say || note || found === null) return '';
  const subject = issue.subject ? subjectOf(data, issue.subject) : null;
  const first = expected === null ? '' : expectedText(issue, subject, expected);
  return say(first, bounded(numberText(issue, subject, found), boundIn(issue)));
}

/** What the other statements give; of a rate that counts give as many places as the same rate has everywhere. */
function expectedText(issue: IssueNumbers, subject: Subject | null, expected: number): string {
  const isRate = issue.code === 'PCT_MISMATCH';
  const own = Math.max(0, (subject?.decimals ?? 0) - (issue.decimals ?? subject?.decimals ?? 0));
  return numberText(issue, subject, expected, isRate ? own : 0);
}

/** The figure an issue is about: its subject and category; '' where it is about a unit or a document. */
export function aboutName(
  data: Dataset,
  { subject, breakdown, category }: Pick<Issue, 'subject' | 'breakdown' | 'category'>,
): string {
  const name = subject ? subjectOf(data, subject)?.name : '';
  const part = name && category ? categoryName(data, breakdown, category) : '';
  return [name, part].filter(Boolean).join(': ');
}

function numberText(issue: IssueNumbers, subject: Subject | null, value: number, more = 0): string {
  const decimals = (issue.decimals ?? subject?.decimals ?? 0) + more;
  const plain = Number(value.toPrecision(12)); // sums of decimals are off in their last bits
  return subject ? valueText(subject, plain, decimals) : formatCount(plain);
}

function numbersText(issue: IssueNumbers, subject: Subject | null): string {
  const { code, expected, found } = issue;
  const say = (value: number | null) => (value === null ? '' : numberText(issue, subject, value));
  switch (code) {
    case 'PCT_MISMATCH':
    case 'PCT_TRUNCATED':
      return expected === null
        ? ''
        : words.issue[code](
            numberText(issue, subject, expected, 2),
            bounded(say(found), boundIn(issue)),
          );
    case 'INTERNAL_CONFLICT':
    case 'REVISED':
      if (expected === null || found === null) return words.issue.hidden;
      return issue.about === 'same-day'
        ? words.issue.sameDay(say(expected), say(found))
        : words.issue[code](say(expected), say(found));
    case 'SUM_MISMATCH':
    case 'PART_EXCEEDS_TOTAL':
    case 'PART_MISSING':
    case 'LIST_COUNT_MISMATCH':
    case 'RECORDS_DIFFER':
    case 'OPENING_MISMATCH':
    case 'CUMULATIVE_FALLS':
      return expected === null ? '' : words.issue[code](say(expected), say(found));
    case 'DUPLICATE_STATEMENT':
      return words.issue[code](say(expected));
    case 'NEGATIVE':
      return found === null ? '' : words.issue[code](say(found));
    case 'NO_DENOMINATOR':
      return found === null ? '' : words.issue[code](bounded(say(found), boundIn(issue)));
    case 'OVER_100':
      if (found === null) return '';
      return issue.about === 'computed'
        ? words.issue.OVER_100_COMPUTED(say(found))
        : words.issue.OVER_100(say(found));
    case 'SMALL_N':
      return expected === null ? '' : words.issue.SMALL_N(formatCount(expected));
    default:
      return '';
  }
}

/** The bound of a figure that carries the issue by itself: "figure|>". */
function boundIn({ about }: IssueNumbers): Bound {
  const bound = about.split('|')[1] ?? '';
  return BOUNDS.find((known) => known === bound) ?? '';
}

function daysText({ code, about }: IssueNumbers): string {
  const [what = '', first = '', second = ''] = about.split('|');
  const day = (text: string) => (text ? formatDayOrMonth(text) : '');
  if (code === 'PERIOD_INCOMPLETE') return words.issue.PERIOD_INCOMPLETE(day(first), day(second));
  if (code === 'FUTURE_REFERENCE') return words.issue.FUTURE_REFERENCE(day(first));
  if (code !== 'BAD_DATE') return '';
  if (what === 'printed') return words.issue.badDay.printed;
  if (what === 'not_yet') return words.issue.badDay.notYet(day(first));
  if (what === 'as_of' || what === 'received' || what === 'signed') {
    return words.issue.badDay[what](day(first), day(second));
  }
  return '';
}

function copyText({ periods }: Dataset, { code, about, expected }: IssueNumbers): string {
  const [what, earlier = ''] = about.split('|');
  const period = periods.get(earlier);
  if (code !== 'STALE_COPY' || what !== 'copied' || !period || expected === null) return '';
  return words.issue.STALE_COPY(formatCount(expected), lowerFirst(formatPeriod(period)));
}

/** Of two units of one name or nearly so. */
function namesakes(units: Dataset['units'], unit: string, other: string): string {
  const { name } = units.at(other);
  const isSame = units.has(unit) && units.at(unit).name === name;
  return isSame ? words.issue.SAME_NAME(name) : words.issue.NEAR_NAME(name);
}

function namesText({ units }: Dataset, { code, about, unit }: IssueNumbers): string {
  return code === 'NEAR_NAME' && units.has(about) ? namesakes(units, unit, about) : '';
}

/** Name of an issue code in words; an unknown code stands for itself. */
export function codeName(code: string): string {
  return ownOf(words.code, code) ?? code;
}

/** The rule that a failed sum breaks: as its author worded it, in another language its formula. */
export function ruleText(data: Dataset, { about }: IssueNumbers): string {
  const identity = data.identities.find((item) => item.identity === about);
  if (!identity) return '';
  const name = language() === 'vi' ? identity.remark : formulaText(data, identity);
  return name && words.issue.identity(name);
}

function formulaText(data: Dataset, { total, relation, parts, breakdown }: Identity): string {
  const side = (operands: readonly Operand[]) =>
    operands
      .map(({ measure, sign }, at) => {
        const mark = at === 0 && sign > 0 ? '' : sign > 0 ? ' + ' : ' − ';
        return mark + (subjectOf(data, measure)?.name ?? measure);
      })
      .join('');
  const right = breakdown ? `Σ ${breakdownName(data, breakdown)}` : side(parts);
  return `${side(total)} ${relation === '=' ? '=' : '≤'} ${right}`;
}

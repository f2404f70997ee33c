/**
 * What is to be checked, in the order in which every page tells it: a rate that its own counts do not give, two numbers
 * of one figure by how far they are apart, what a reader found about a figure, and last what is wrong in a text alone.
 */
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import type { Operand } from '../../model/formula.ts';
import { groupBy } from '../../model/group.ts';
import { type Issue, severityOf } from '../../model/issue.ts';
import { reportedText } from '../../text/figure.ts';
import { codeName, contradictionText } from '../../text/issue.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';

/** Issues that a page reads. */
const MOST_READ = 500;

/** Everything to be checked of these units (null = all), the most telling first. */
export async function doubtsOf(
  { data, ask, settled }: SlideDesk,
  units: readonly string[] | null,
): Promise<Issue[]> {
  const { issues } = await ask({
    ...{ ask: 'issues', units, severities: ['error'], codes: [], source: '', period: '' },
    ...{ limit: MOST_READ, without: settled, grouped: false },
  });
  return ranked(data, issues);
}

/** The most telling first. */
export function ranked(data: Dataset, issues: readonly Issue[]): Issue[] {
  const alike = groupBy(issues, noteKey);
  const weight = (issue: Issue) => apart(issue) || (alike.get(noteKey(issue))?.length ?? 0);
  const place = new Map(issues.map((one) => [one.id, [rankIn(data, one), weight(one)] as const]));
  const isNumber = ({ subject }: Issue) => Number(subjectOf(data, subject) === undefined);
  return [...issues].sort((a, b) => {
    const [[x, far], [y, near]] = [place.get(a.id) ?? [0, 0], place.get(b.id) ?? [0, 0]];
    return x - y || near - far || isNumber(a) - isNumber(b) || a.id.localeCompare(b.id);
  });
}

/** One note that several figures share is told once. */
export function distinct(issues: readonly Issue[]): Issue[] {
  const keys = issues.map(noteKey);
  return issues.filter(({ note }, at) => note === '' || keys.indexOf(keys[at] ?? '') === at);
}

const noteKey = ({ unit, note, id }: Issue) => (note ? `${unit}~${note}` : id);

/** What one statement gives against another: sums, lists and places before what other periods say. */
const OF_ONE_PERIOD = [
  'SUM_MISMATCH',
  'PART_EXCEEDS_TOTAL',
  'LIST_COUNT_MISMATCH',
  'INTERNAL_CONFLICT',
];

/** What a rate rests on before all that changes none. */
function rankIn(data: Dataset, issue: Issue): number {
  return rankOf(issue) + (ratesOf(data, issue).length === 0 ? NO_RATE : 0);
}

/** More than there are ranks. */
const NO_RATE = 10;

function rankOf({ code, expected, found, subject, about }: Issue): number {
  if (subject === '') return 5; // of a text, no figure
  if (code === 'PCT_MISMATCH') return 0;
  if (expected !== null && found !== null) return OF_ONE_PERIOD.includes(code) ? 1 : 2;
  return about === 'finding' ? 4 : 3;
}

/** How far two numbers are from each other: beside their size, as 10 and 13 are further apart than 1 and 2. */
function apart({ expected, found }: Issue): number {
  if (expected === null || found === null) return 0;
  const size = Math.max(Math.abs(expected), Math.abs(found), 1);
  return Math.abs(expected - found) / Math.sqrt(size);
}

/** "Mô hình nhân rộng: ghi 10, nơi khác ghi 13": what is wrong, with the numbers; a reader's note in its first clause. */
export function doubtText(data: Dataset, issue: Issue): string {
  const said = contradictionText(data, issue) || firstClause(issue.note) || codeName(issue.code);
  const subject = issue.subject ? subjectOf(data, issue.subject) : null;
  if (!subject || issue.note) return upperFirst(said);
  const part = issue.category ? categoryName(data, issue.breakdown, issue.category) : '';
  const name = [subject.shortName || subject.name, lowerFirst(part)].filter(Boolean).join(', ');
  return words.title.about(name, lowerFirst(said));
}

/** Up to its first clause's end; an abbreviation's stop and what stands in brackets are no end. */
function firstClause(note: string): string {
  const ends = [...note.matchAll(/;|\.(?= |$)/g)].map(({ index }) => index);
  const isOpen = (end: number) => /\([^)]*$/.test(note.slice(0, end));
  const end = ends.find((at) => at >= LEAST_CLAUSE && !isOpen(at));
  const clause = end === undefined ? note : note.slice(0, end);
  return clause.replace(/ \([^)]*\)$/, '');
}

/** Characters that a clause has at least. */
const LEAST_CLAUSE = 12;

/** Characters of two things that are wrong with one figure: of more the first is told. */
const MOST_BOTH = 112;

/** What is wrong with a figure itself: with the counts that it is made of, or the sums that these are parts of. */
export function doubtOf(data: Dataset, figure: Figure, doubts: readonly Issue[]): string {
  const subject = subjectOf(data, figure.subject);
  if (!subject) return '';
  if (figure.flags.includes('PCT_MISMATCH') && figure.reported !== null)
    return words.chart.reported(reportedText(subject, figure));
  const made = new Set([
    subject.id,
    ...[...subject.numerator, ...subject.denominator].map(({ measure }) => measure),
  ]);
  const near = (issue: Issue) =>
    issue.unit === figure.unit &&
    (issue.period === figure.period || issue.period === '') &&
    (issue.body === '' || figure.body === '' || issue.body === figure.body) &&
    figure.flags.includes(issue.code);
  const own = doubts.filter(near);
  const direct = own.filter(({ subject: about }) => made.has(about));
  const related = own.filter((issue) => relatedTo(data, issue).some((one) => made.has(one)));
  const told = distinct(direct.length > 0 ? direct : related).map((one) =>
    lowerFirst(doubtText(data, one)),
  );
  const both = told.slice(0, 2).join('; ');
  if (told.length > 0) return both.length <= MOST_BOTH ? both : (told[0] ?? '');
  const [code = ''] = figure.flags.filter((one) => severityOf(one) === 'error');
  return lowerFirst(codeName(code));
}

/** Rates that another number would change, in the catalogue's order: a rate itself, or those that a count is part of. */
export function ratesOf(data: Dataset, issue: Issue): string[] {
  if (issue.subject === '' || issue.category !== '') return [];
  const made = new Set([issue.subject, ...relatedTo(data, issue)]);
  return [...data.indicators.values()]
    .filter(({ denominator }) => denominator.length > 0)
    .filter(({ indicator, numerator, denominator }) =>
      [...numerator, ...denominator].some(
        ({ measure }) => made.has(measure) || made.has(indicator),
      ),
    )
    .map(({ indicator }) => indicator);
}

/** Whether it is in question which period a unit's figures are of. */
export function isPeriodDoubted(doubts: readonly Issue[], unit: string, period: string): boolean {
  return doubts.some((one) => one.unit === unit && one.period === period && isOfPeriod(one));
}

/** A date that is the period of figures, not one of a document that is named. */
export const isOfPeriod = ({ code, subject }: Issue) => code === 'BAD_DATE' && subject !== '';

/** Measures of the rule that an issue is about. */
function relatedTo(data: Dataset, { about }: Issue): string[] {
  const rule = data.identities.find(({ identity }) => identity === about);
  return rule ? [...rule.total, ...rule.parts].map(({ measure }: Operand) => measure) : [];
}

/** Whether a count of a unit and period is in question, itself or as a part of a sum that does not add up. */
export function isDisputed(
  data: Dataset,
  doubts: readonly Issue[],
  { subject, unit, period }: { subject: string; unit: string; period: string },
): boolean {
  return doubts.some(
    (issue) =>
      issue.unit === unit &&
      issue.period === period &&
      (issue.subject === subject || relatedTo(data, issue).includes(subject)),
  );
}

/** What is wrong in a unit, and where it stands, in a line each. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { type Issue, type Severity, severityOf } from '../../model/issue.ts';
import type { IssueTally } from '../../question/issues.ts';
import { codeName } from '../../text/issue.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { briefDocument, placeText } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { distinct, doubtText, isOfPeriod, ratesOf } from './doubts.ts';

export interface Point {
  readonly text: string;
  /** Rates that it may change; '' of what is no number. */
  readonly affects: string;
  /** The unit has a number for one of them. */
  readonly isOfRate: boolean;
  /** Its document, its period where that is known and not told by the document's name, and the section; '' for nothing. */
  readonly document: string;
  readonly period: string;
  readonly section: string;
  /** The same in one line. */
  readonly place: string;
}

export const NO_POINT: Point = {
  ...{ text: '', affects: '', isOfRate: false },
  ...{ document: '', period: '', section: '', place: '' },
};

/** Characters of what is wrong. */
const MOST_TEXT = 110;

/** What is wrong in a unit, and where it stands, the most telling first; where none of it was read, the commonest codes. */
export function pointsOf(
  data: Dataset,
  items: readonly IssueTally[],
  issues: readonly Issue[],
  severities: readonly Severity[],
  hasRate: HasRate = () => true,
): Point[] {
  const first = severities.find((one) => issues.some(({ code }) => severityOf(code) === one));
  const serious = issues.filter(({ code }) => severityOf(code) === first);
  if (serious.length === 0) return [{ ...NO_POINT, text: mostOf(items, severities) }];
  return distinct(serious).map((issue) => ({
    text: shortOf(doubtText(data, issue)) || upperFirst(codeName(issue.code)),
    affects: affectsText(data, issue, hasRate),
    isOfRate: ratesOf(data, issue).some((rate) => hasRate(issue.unit, rate)),
    ...placeOf(data, issue),
  }));
}

/** The first of the rates by name, and how many more; that it changes none of a number that is part of none. */
function affectsText(data: Dataset, issue: Issue, hasRate: HasRate): string {
  const { affectsMore, affectsNone, affectsPeriod, nothing } = words.present;
  if (isOfPeriod(issue)) return affectsPeriod;
  if (issue.subject === '') return nothing;
  const rates = ratesOf(data, issue).filter((rate) => hasRate(issue.unit, rate));
  const names = rates.map((rate) => lowerFirst(subjectOf(data, rate)?.shortName ?? ''));
  const more = names.length - MOST_RATES;
  const told = names.slice(0, MOST_RATES).join(', ');
  if (names.length === 0) return affectsNone;
  return more > 0 ? told + affectsMore(more) : told;
}

const MOST_RATES = 3;

/** Whether a unit has a number for a rate. */
export type HasRate = (unit: string, rate: string) => boolean;

/** By the figures that an overview has of all units. */
export function hasRateIn(figures: readonly Pick<Figure, 'unit' | 'subject'>[]): HasRate {
  const rated = new Set(figures.map(({ unit, subject }) => `${unit}~${subject}`));
  return (unit, rate) => rated.has(`${unit}~${rate}`);
}

/** As many whole clauses as there is room for; '' where not one is short enough: nothing ends in the middle. */
function shortOf(text: string): string {
  if (text.length <= MOST_TEXT) return text;
  const ends = [...text.slice(0, MOST_TEXT).matchAll(/[;.] /g)].map(({ index }) => index);
  const open = (end: number) => /\([^)]*$/.test(text.slice(0, end));
  const end = ends.reverse().find((at) => at > MOST_TEXT / 3 && !open(at));
  return end === undefined ? '' : `${text.slice(0, end)}.`;
}

/** "39-BC/ĐU · năm 2025 · mục IV.1": of a document without a number its period or its day in place of a long title. */
function placeOf(
  data: Dataset,
  issue: Issue,
): Pick<Point, 'document' | 'period' | 'section' | 'place'> {
  const ids = issue.source.split('|').filter(Boolean);
  const [first = '', ...more] = ids.map((id) => briefDocument(data, id));
  const document = first + (more.length > 0 ? words.present.moreSources(more.length) : '');
  const isKnown = data.periods.has(issue.period) && !isOfPeriod(issue);
  const name = isKnown ? lowerFirst(periodName(data, issue.period)) : '';
  const period = document.includes(name) ? '' : name;
  const section = placeText(data, { ...issue, period: '' }, false).replaceAll(' ', '\u00a0');
  const place = [document, period, section].filter(Boolean).join(' · ');
  return { document, period, section, place };
}

export function countOf(items: readonly IssueTally[], severity: Severity): number {
  return items
    .filter(({ code }) => severityOf(code) === severity)
    .reduce((sum, { count }) => sum + count, 0);
}

/** The commonest codes of the most serious kind. */
function mostOf(items: readonly IssueTally[], severities: readonly Severity[]): string {
  const first = severities.find((severity) => countOf(items, severity) > 0);
  return items
    .filter(({ code }) => severityOf(code) === first)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ code }) => codeName(code))
    .join('; ');
}

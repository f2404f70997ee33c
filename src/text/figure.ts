/** Figures in words: "20,9%", "trên 90%", "3–5", "chưa báo cáo". */
import type { Subject } from '../model/catalogue.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { type Figure, isEstimate } from '../model/figure.ts';
import type { Statement } from '../model/statement.ts';
import { decimalsOf, formatCount, formatNumber, formatPercent } from '../model/writing/number.ts';
import { words } from './words.ts';

/** A value in the units of its subject, rounded for the screen; a reported figure keeps its printed places. */
export function valueText(subject: Subject, value: number, decimals = subject.decimals): string {
  if (!subject.isRatio) return formatCount(value);
  return subject.scale === 100 ? formatPercent(value, decimals) : formatNumber(value, decimals);
}

/** What is shown for a figure: its value with bound or range, or the words for its absence. */
export function figureText(subject: Subject, figure: Figure): string {
  if (figure.value === null) return absenceText(figure);
  const asPrinted = subject.isRatio && !figure.computed;
  const decimals = asPrinted ? (figure.reportedDecimals ?? subject.decimals) : subject.decimals;
  const text = valueText(subject, figure.value, decimals);
  if (figure.high !== null) return `${text}–${valueText(subject, figure.high, decimals)}`;
  if (figure.derived && figure.flags.includes('PART_MISSING') && !subject.isRatio)
    return words.atLeast(text);
  return asPrinted || !subject.isRatio ? bounded(text, figure.bound) : text;
}

/** The words for an absence; a suppressed small count still says that it is small. */
function absenceText({ absence, high }: Figure): string {
  if (absence === 'SUPPRESSED' && high !== null) return words.lessThan(formatCount(high));
  return words.absence[absence || 'NO_DATA'];
}

/** The reported rate as printed, with its bound. */
export function reportedText(subject: Subject, figure: Figure): string {
  if (figure.reported === null) return '';
  const text = valueText(subject, figure.reported, figure.reportedDecimals ?? subject.decimals);
  return bounded(text, figure.bound);
}

/** "≥ 90,0%": on which side of it a result should be. */
export function targetText(subject: Subject, target: number): string {
  const sign = { up: '≥\u00a0', down: '≤\u00a0', none: '' }[subject.direction];
  const isWhole = subject.isRatio && target === subject.scale && subject.direction === 'up'; // nothing is above all
  return (isWhole ? '' : sign) + valueText(subject, target);
}

/** "+3,2 điểm", "−12": a difference from an earlier figure, in points for percentages. */
export function changeText(subject: Subject, change: number): string {
  const signed = signedText(subject, change);
  return subject.isRatio && subject.scale === 100 ? words.chart.changePoints(signed) : signed;
}

/** A change without its unit: "+2,1". */
export function signedText(subject: Subject, change: number): string {
  const text = subject.isRatio ? formatNumber(change, subject.decimals) : formatCount(change);
  return Number(change) > 0 && !/^0([.,]0+)?$/.test(text) ? `+${text}` : text;
}

/** "114/545", or nothing where there are no counts. */
export function countsText(figure: Figure): string {
  const { numerator, denominator } = figure;
  if (numerator === null || denominator === null) return '';
  const count = isEstimate(figure) ? Math.round : Number; // a part of a dossier is none
  return `${formatCount(count(numerator))}/${formatCount(count(denominator))}`;
}

/** The words behind a status that should be read with the number; empty for an ordinary one. */
export function statusText(figure: Figure): string {
  if (figure.value === null || figure.status === 'A') return '';
  if (isEstimate(figure)) return words.place.estimated;
  if (figure.status === 'D' && figure.unfitBelow) return words.denominatorDiffers;
  return words.status[figure.status];
}

/** A number with its bound in words: "trên 90%". */
export function bounded(text: string, bound: Figure['bound']): string {
  return bound === '' ? text : words.bound[bound](text);
}

/** The value in full, in the units of its measure. */
export function statementValue(data: Dataset, statement: Statement): string {
  const { value, measure } = statement;
  if (value === null) return words.status[statement.status];
  const subject = subjectOf(data, measure);
  const number = formatNumber(value, decimalsOf(value));
  const text = subject?.isRatio && subject.scale === 100 ? `${number}%` : number;
  return bounded(text, statement.bound);
}

/** What the marks beside names on a slide mean. */
import type { Subject } from '../model/catalogue.ts';
import { bodyName, categoryName, type Dataset } from '../model/dataset.ts';
import { type Figure, isEstimate, isFlagged, isPartial, isWeak } from '../model/figure.ts';
import { compareCodes, type Issue, severityOf } from '../model/issue.ts';
import { decimalsOf } from '../model/writing/number.ts';
import type { CompareRow } from '../question/compare.ts';
import { countsText, statusText, valueText } from '../text/figure.ts';
import { codeName } from '../text/issue.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { periodName, unitName } from '../text/name.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { doubtOf } from './doubt/doubts.ts';

/** Lines that fit under a chart. */
const MOST_NOTES = 4;

/** Put behind a number that may still change. */
export const WEAK = '*';

/** Put behind a name whose figure must be checked. */
export const FLAG = '⚑';

/**
 * What the asterisk of a slide means; where all that bears it was reported before its period had ended, that.
 *
 * @param figures of the slide: others than those that bear it do not matter
 */
export function weakNote(data: Dataset, figures: readonly Figure[]): string {
  const isEarly = (one: Figure) => {
    const end = data.periods.get(one.period)?.end ?? '';
    const days = one.sources.map((id) => data.sources.get(id)?.signedOn ?? '');
    const isOther = one.conflict || isPartial(one) || one.status !== 'P';
    return !isOther && days.length > 0 && days.every((day) => day !== '' && day < end);
  };
  const weak = figures.filter((one) => one.value !== null && isWeak(one));
  const { markedWeak, markedEarly, markedMixed } = words.present;
  const early = weak.filter(isEarly).length;
  const isRest = weak.every((one) => isEarly(one) || isEstimate(one) || one.status === 'E');
  if (early === 0) return markedWeak;
  return early === weak.length ? markedEarly : isRest ? markedMixed : markedWeak;
}

/** Targets that a line names. */
const MOST_LEVELS = 3;

/** "35%, 75%": the targets that units have of their own; '' of more than a line has room for. */
export function levelsText(subject: Subject, targets: readonly (number | null)[]): string {
  const levels = new Set(targets.filter((one) => one !== null).sort((a, b) => a - b));
  const texts = [...levels].map((level) => valueText(subject, level, decimalsOf(level)));
  return texts.length <= MOST_LEVELS ? texts.join(', ') : '';
}

/** Places that all values of a slide need: of counts up to two. */
export function slideDecimals(subject: Subject, values: readonly number[]): number {
  if (subject.isRatio) return subject.decimals;
  return Math.min(2, Math.max(0, ...values.map(decimalsOf)));
}

/** "⚑ Phường A: tổng và các phần chưa khớp", "Xã B: tạm tính"; more are counted. */
export function footnotesOf(
  data: Dataset,
  figures: readonly Figure[],
  withPeriod = false,
  doubts: readonly Issue[] = [],
): string[] {
  const lines = figures.flatMap((figure) => {
    const unit = unitName(data, figure.unit, figure.period);
    const name = withPeriod ? `${unit}, ${lowerFirst(periodName(data, figure.period))}` : unit;
    const errors = figure.flags.filter((code) => severityOf(code) === 'error').sort(compareCodes);
    const told = doubts.length > 0 ? doubtOf(data, figure, doubts) : '';
    if (errors.length > 0) return [`${FLAG} ${name}: ${told || errors.map(codeName).join('; ')}`];
    const status = isWeak(figure) ? statusText(figure) : '';
    return status ? [`${name}: ${status}`] : [];
  });
  const distinct = [...new Set(lines)].sort(
    (a, b) => Number(b.startsWith(FLAG)) - Number(a.startsWith(FLAG)),
  );
  if (distinct.length <= MOST_NOTES) return distinct;
  const left = distinct.length - (MOST_NOTES - 1);
  return [...distinct.slice(0, MOST_NOTES - 1), words.present.moreNotes(left)];
}

/** Characters of a list of names before it is counted instead. */
const MOST_NAMES = 90;

/** "Xã A, Xã B", or how many there are. */
export function namesOf(data: Dataset, figures: readonly Figure[]): string {
  const names = figures.map((figure) => unitName(data, figure.unit, figure.period)).join(', ');
  return names.length > MOST_NAMES ? words.present.unitsCounted(figures.length) : names;
}

/** Of few cases how many they are: the share alone would say too much; '' of others. */
export function fewCounts(figure: Figure): string {
  return figure.flags.includes('SMALL_N') ? countsText(figure) : '';
}

/** "Phổ Hòa (1/1) ⚑". */
export function rowName({ data }: Pick<SlideDesk, 'data'>, { figure, period }: CompareRow): string {
  const part = [
    figure.category ? categoryName(data, figure.breakdown, figure.category) : '',
    figure.body ? bodyName(data, figure.body) : '',
  ].filter(Boolean);
  const name = [unitName(data, figure.unit, figure.period), ...part].join(' · ');
  const counts = fewCounts(figure);
  const filled =
    period === figure.period ? '' : `: ${words.chart.filled(periodName(data, figure.period))}`;
  return `${name}${counts ? ` (${counts})` : ''}${filled}${isFlagged(figure) ? ` ${FLAG}` : ''}`;
}

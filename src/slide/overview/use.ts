/** How a rate may be used in a meeting: as it stands, for reference, or not yet. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isEstimate, isFlagged, isPartial, isWeak } from '../../model/figure.ts';
import type { Issue } from '../../model/issue.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { briefPeriod, periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { isPeriodDoubted } from '../doubt/doubts.ts';
import { outsideRank } from './area.ts';

export type Use = 'usable' | 'reference' | 'open';

export const USES: readonly Use[] = ['usable', 'reference', 'open'];

/** Whether a rate may be used as it stands. */
export const isUsable = (figure: Figure) => classOf(figure) === 'usable';

export function classOf(figure: Figure): Use {
  if (isFlagged(figure)) return 'open';
  const isRough = isEstimate(figure) || figure.status === 'E' || figure.bound !== '';
  const isUnbacked = figure.denominator === null; // nobody can count it again
  const isSmall = figure.flags.includes('SMALL_N') || isPartial(figure) || isUnbacked;
  return isRough || isSmall ? 'reference' : 'usable';
}

export type Uses = Readonly<Record<Use, number>>;

/** Units of the office's own area, where some are; else all. */
export function ownOf(desk: SlideDesk, units: readonly string[]): readonly string[] {
  const own = units.filter((unit) => outsideRank(desk, unit) === 0);
  return own.length > 0 ? own : units;
}

/** How many rates there are of each class, in the office's own area where some units belong to it. */
export function usesIn(
  desk: SlideDesk,
  figures: readonly Figure[],
  units: readonly string[],
): Uses {
  const area = ownOf(desk, units);
  const own = figures.filter((one) => area.includes(one.unit) && isResult(desk.data, one));
  const count = (use: Use) => own.filter((one) => classOf(one) === use).length;
  return { usable: count('usable'), reference: count('reference'), open: count('open') };
}

/** Used, but may still change. */
export const isProvisional = (figure: Figure) => isWeak(figure) && !isEstimate(figure);

/** A rate of a whole unit or of one of its bodies, with a value. */
export function isResult(data: Dataset, { subject, value, kind, breakdown }: Figure): boolean {
  const isRate = subjectOf(data, subject)?.isRatio ?? false;
  return isRate && value !== null && kind === '' && breakdown === '';
}

/** The one unit of the office's own area that has rates, beside others outside of it; null where there are more, or all are. */
export function onlyOwn(
  desk: SlideDesk,
  figures: readonly Figure[],
  units: readonly string[],
): string | null {
  const area = ownOf(desk, units);
  const has = (unit: string) =>
    figures.some((one) => one.unit === unit && isResult(desk.data, one));
  const [only, ...more] = area.filter(has);
  return area.length < units.length && only && more.length === 0 ? only : null;
}

/** Beside the name its period, with what is not sure of that; that it lies outside the office's area. */
export function nameAndPeriod(
  desk: SlideDesk,
  all: readonly Figure[],
  unit: string,
  doubts: readonly Issue[],
  isAlone = false,
): string {
  const { data } = desk;
  const code = all.find((one) => one.unit === unit)?.period ?? '';
  const period = data.periods.get(code);
  const isDoubted = isPeriodDoubted(doubts, unit, code);
  const { unsure, outside } = words.present.uses;
  const told = [
    period && !isAlone ? briefPeriod(period) : lowerFirst(periodName(data, code)),
    isDoubted ? unsure : '',
    outsideRank(desk, unit) > 0 ? outside : '',
  ];
  return `${unitName(data, unit, code)} (${told.filter(Boolean).join('; ')})`;
}

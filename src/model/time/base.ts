/** What a change is told against: the same period of the year before, the period before, or one that was chosen. */
import type { Figure } from '../figure.ts';
import { figureKey } from '../figure.ts';
import { type Period, periodRightBefore, samePeriodLastYear } from './period.ts';

export const YEAR_BEFORE = 'year';
export const PERIOD_BEFORE = 'previous';

/** One of the two words, or the code of a period. */
export type Base = string;

export function isBaseWord(base: Base): boolean {
  return base === YEAR_BEFORE || base === PERIOD_BEFORE;
}

type Periods = ReadonlyMap<string, Period>;

/** Code of the period that another is held against; '' where there is none of that kind. */
export function baseCode(periods: Periods, code: string, base: Base): string {
  if (!isBaseWord(base)) return base;
  const period = periods.get(code);
  if (!period) return '';
  return base === YEAR_BEFORE
    ? samePeriodLastYear(period).code
    : (periodRightBefore(period)?.code ?? '');
}

/** Finds the same figure at the base among others; looked up once, asked often. */
export function baseIn(
  periods: Periods,
  others: readonly Figure[],
  base: Base,
): (figure: Figure) => Figure | null {
  const key = (figure: Figure) => `${figure.subject}~${figureKey(figure)}`;
  const known = new Map(others.map((figure) => [key(figure), figure]));
  return (figure) =>
    known.get(key({ ...figure, period: baseCode(periods, figure.period, base) })) ?? null;
}

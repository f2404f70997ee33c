/** The same period of the year before ("cùng kỳ"), and the figure that stands there. */
import type { Figure } from '../figure.ts';
import { baseCode, baseIn, YEAR_BEFORE } from './base.ts';
import type { Period } from './period.ts';

type Periods = ReadonlyMap<string, Period>;

/** Code of the same period a year earlier, whether anything is known of it or not; '' for an unknown period. */
export function yearBeforeCode(periods: Periods, code: string): string {
  return baseCode(periods, code, YEAR_BEFORE);
}

/** Finds the same figure a year earlier among others; looked up once, asked often. */
export function yearBeforeIn(
  periods: Periods,
  past: readonly Figure[],
): (figure: Figure) => Figure | null {
  return baseIn(periods, past, YEAR_BEFORE);
}

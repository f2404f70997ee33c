/** The same period of the year before ("cùng kỳ"), and the figure that stands there. */
import { type Figure, figureKey } from '../figure.ts';
import { type Period, samePeriodLastYear } from './period.ts';

type Periods = ReadonlyMap<string, Period>;

/** Code of the same period a year earlier, whether anything is known of it or not; '' for an unknown period. */
export function yearBeforeCode(periods: Periods, code: string): string {
  const period = periods.get(code);
  return period ? samePeriodLastYear(period).code : '';
}

/** Finds the same figure a year earlier among others; looked up once, asked often. */
export function yearBeforeIn(
  periods: Periods,
  past: readonly Figure[],
): (figure: Figure) => Figure | null {
  const key = (figure: Figure) => `${figure.subject}~${figureKey(figure)}`;
  const known = new Map(past.map((figure) => [key(figure), figure]));
  return (figure) =>
    known.get(key({ ...figure, period: yearBeforeCode(periods, figure.period) })) ?? null;
}

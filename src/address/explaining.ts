/** The way from a rate to the explanation of its difference. */
import type { Against } from '../model/statistics/decomposition.ts';
import { LATEST, onePeriod } from './period-choice.ts';
import type { UrlState } from './url.ts';

export function explaining(
  subject: string,
  unit: string,
  period: string,
  against: Against,
): Partial<UrlState> {
  return {
    ...{ view: 'explain', indicator: [subject], unit: [unit], against, breakdown: '', open: null },
    period: period ? onePeriod(period) : LATEST,
  };
}

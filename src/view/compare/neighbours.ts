/** The periods beside the one that is drawn: steps that are likely next. */
import { onePeriod } from '../../address/period-choice.ts';
import { compareQuestion } from '../../address/scope.ts';
import type { Dataset } from '../../model/dataset.ts';
import { comparePeriods } from '../../model/time/period.ts';
import type { CompareQuestion } from '../../question/compare.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import type { Desk } from '../part/desk.ts';

/** Periods of the same length that the subject has, in their order. */
export function likePeriods(data: Dataset, use: SubjectUse | undefined, code: string): string[] {
  const grain = data.periods.get(code)?.grain;
  const all = (use?.periods ?? []).flatMap((id) => data.periods.get(id) ?? []);
  return all
    .filter((period) => period.grain === grain)
    .sort(comparePeriods)
    .map((period) => period.code);
}

/** What is asked when somebody steps to the period after, or before, the one that is drawn. */
export function neighbourQuestions(
  { data, state }: Desk,
  use: SubjectUse | undefined,
  period: string,
): CompareQuestion[] {
  const periods = likePeriods(data, use, period);
  const at = periods.indexOf(period);
  if (at < 0 || !use) return [];
  const beside = [periods[at + 1], periods[at - 1]].filter((code) => code !== undefined);
  return beside.map((code) =>
    compareQuestion({ data, state: { ...state, period: onePeriod(code) } }, use.subject),
  );
}

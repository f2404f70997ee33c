/** What is likely asked next: the periods beside the one that is drawn, and other indicators. */
import { onePeriod } from '../../address/period-choice.ts';
import { compareQuestion } from '../../address/scope.ts';
import type { Dataset } from '../../model/dataset.ts';
import { comparePeriods } from '../../model/time/period.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import type { Ahead, Desk } from '../part/desk.ts';

/** Periods of the same length that the subject has, in their order. */
export function likePeriods(data: Dataset, use: SubjectUse | undefined, code: string): string[] {
  const grain = data.periods.get(code)?.grain;
  const all = (use?.periods ?? []).flatMap((id) => data.periods.get(id) ?? []);
  return all
    .filter((period) => period.grain === grain)
    .sort(comparePeriods)
    .map((period) => period.code);
}

/** Other indicators at most, those of the picker's first places. */
const MOST_OTHERS = 40;

/** The periods one step from one: of the same length; where there is none any more, the nearest of another length. */
export function besidePeriods(
  data: Dataset,
  use: SubjectUse | undefined,
  code: string,
): { readonly before: string | undefined; readonly after: string | undefined } {
  const periods = likePeriods(data, use, code);
  const at = periods.indexOf(code);
  const here = data.periods.get(code);
  if (at < 0 || !here) return { before: undefined, after: undefined };
  const all = (use?.periods ?? []).flatMap((id) => data.periods.get(id) ?? []).sort(comparePeriods);
  return {
    before: periods[at - 1] ?? all.filter(({ end }) => end < here.start).at(-1)?.code,
    after: periods[at + 1] ?? all.find(({ start }) => start > here.end)?.code,
  };
}

/**
 * What is asked when somebody steps to the period after, or before, the one that is drawn; and when another indicator
 * is picked that has figures for it.
 *
 * @param uses of all subjects, in the order in which they are offered
 */
export function neighbourQuestions(
  { data, state }: Pick<Desk, 'data' | 'state'>,
  { subject, period, uses }: Drawn,
): Ahead {
  const own = uses.find((use) => use.subject === subject);
  const at = (other: string, code: string) =>
    compareQuestion({ data, state: { ...state, period: onePeriod(code) } }, other);
  const periods = likePeriods(data, own, period);
  const here = periods.indexOf(period);
  const beside = [periods[here + 1], periods[here - 1]].filter((code) => code !== undefined);
  const others = uses.filter((use) => use.subject !== subject && use.periods.includes(period));
  return {
    next: here < 0 ? [] : beside.map((code) => at(subject, code)),
    like: others.slice(0, MOST_OTHERS).map((use) => at(use.subject, period)),
  };
}

interface Drawn {
  readonly subject: string;
  readonly period: string;
  readonly uses: readonly SubjectUse[];
}

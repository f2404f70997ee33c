/** What a meeting may conclude: a task, who leads it; what is proposed of figures that must be corrected or are old. */
import { isNarrowed } from '../../address/scope.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { type Issue, severityOf } from '../../model/issue.ts';
import { reportingUnits } from '../../model/statistics/shown.ts';
import { yearBefore } from '../../model/time/period.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { IssueTally } from '../../question/issues.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { distinct, ratesOf } from '../doubt/doubts.ts';
import type { HasRate } from '../doubt/points.ts';
import { aboveOthers, isInArea } from './area.ts';
import { namesIn } from './usable.ts';
import { usesIn } from './use.ts';

export interface Proposal {
  readonly task: string;
  readonly units: string;
  /** Of those that the task is for. */
  readonly ids: readonly string[];
  /** In a few words, where it is what the meeting is about: for the title. */
  readonly brief?: string;
  /** Who leads it: the office that meets, its secretariat, each unit itself. */
  readonly chair: 'meeting' | 'office' | 'units';
  /** Days from the meeting on; null: until the next report. */
  readonly days: number | null;
}

/** Days that are proposed: to send what is missing, to correct figures, to work on the spot and clear what is late. */
export const DAYS = { send: 7, correct: 15, clear: 30 } as const;

/** Rates that are named one by one; units that have a row each, and that a row names where they are counted. */
const MOST_NAMED = 2;
const MOST_CORRECTED = 3;

/** Where nothing can be compared: which rates the meeting goes by. */
export function adopting(desk: SlideDesk, answer: OverviewAnswer): Proposal[] {
  const { data, state } = desk;
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const { usable, reference, open } = usesIn(desk, answer.figures, units);
  const { adopt, adoptThese, adoptBrief, allUnits } = words.proposals;
  if (open === 0 || usable === 0) return [];
  const named = (use: 'usable' | 'open') => namesIn(desk, answer.figures, units, use).join(', ');
  const isShort = usable <= MOST_NAMED && open <= MOST_NAMED;
  const task = isShort
    ? adoptThese(named('usable'), reference, named('open'))
    : adopt(usable, reference, open);
  const brief = adoptBrief(usable);
  return [{ task, brief, units: allUnits, ids: [], chair: 'meeting', days: 0 }];
}

/** Newer figures of the office's own area, where all that is known of it is more than a year old. */
export function updating(
  { data, organisation }: SlideDesk,
  { figures }: OverviewAnswer,
  day: string,
): Proposal[] {
  const own = figures.filter(({ unit }) => isInArea(data, organisation, unit) === true);
  const periods = own.flatMap(({ period }) => data.periods.get(period) ?? []);
  const [last] = periods.sort((a, b) => b.end.localeCompare(a.end));
  if (!last || last.end >= yearBefore(day)) return [];
  const { update, allUnits } = words.proposals;
  const year = String(Number(day.slice(0, 4)) - 1);
  const task = update(year, lowerFirst(periodName(data, last.code)));
  return [{ task, units: allUnits, ids: [], chair: 'office', days: DAYS.correct }];
}

/** Whether one of the units is no part of the office's own area: it is asked, not told. */
export function isOutside(
  { data, organisation }: SlideDesk,
  { ids }: Pick<Proposal, 'ids'>,
): boolean {
  return ids.some((id) => isInArea(data, organisation, id) === false);
}

/** Who is proposed to lead a task: no person; of an office that is not known its name is left to be filled in. */
export function chairText({ organisation }: SlideDesk, { chair }: Proposal): string {
  const { office, eachUnit, toFill } = words.proposals;
  if (chair === 'meeting') return organisation || toFill;
  return chair === 'office' ? office : eachUnit;
}

/** Figures to be corrected: all units in one row where others come first, else a row each with what comes first. */
export function correcting(
  desk: SlideDesk,
  tally: readonly IssueTally[],
  doubts: readonly Issue[],
  { isOne, hasRate }: { readonly isOne: boolean; readonly hasRate: HasRate },
): Proposal[] {
  const { data } = desk;
  const errors = tally.filter(({ code, unit }) => severityOf(code) === 'error' && unit !== '');
  const counts = [...groupBy(errors, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, value: items.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ unit }) => data.units.has(unit))
    .sort((a, b) => b.value - a.value);
  const sum = counts.reduce((all, { value }) => all + value, 0);
  const { correct, first } = words.proposals;
  if (sum === 0) return [];
  if (isOne || counts.length > MOST_CORRECTED) {
    const ids = counts.map(({ unit }) => unit);
    const units = named(data, counts, aboveOthers(data, ids));
    return [{ task: correct(sum), units, ids, chair: 'units', days: DAYS.correct }];
  }
  const others = counts.filter(({ unit }) => isOutside(desk, { ids: [unit] }));
  const isMany = others.length > 1; // one letter says it to all of them
  const told = isMany ? [asking(data, others)] : [];
  const single = isMany ? counts.filter((one) => !others.includes(one)) : counts;
  const own = single.map(({ unit, value }): Proposal => {
    const known = distinct(doubts.filter((issue) => issue.unit === unit));
    const changing = known.filter((one) =>
      ratesOf(data, one).some((rate) => hasRate(unit, rate)),
    ).length;
    const task = correct(value) + (changing > 0 && changing < value ? first(changing) : '');
    return {
      ...{ task, units: unitName(data, unit), ids: [unit] },
      ...{ chair: 'units', days: DAYS.correct },
    };
  });
  return [...own, ...told];
}

/** Units outside the area in one row, each with how much there is. */
function asking(data: Dataset, units: readonly Counted[]): Proposal {
  const { correct, meanwhile } = words.proposals;
  const sum = units.reduce((all, { value }) => all + value, 0);
  const names = units.map(({ unit, value }) => `${unitName(data, unit)} (${formatCount(value)})`);
  const ids = units.map(({ unit }) => unit);
  return {
    ...{ task: correct(sum) + meanwhile, units: names.join(', '), ids },
    ...{ chair: 'office', days: DAYS.correct },
  };
}

interface Counted {
  readonly unit: string;
  readonly value: number;
}

/**
 * "Phường Bích Trạch (182), Xã Ninh Hạc (4) và 3 đơn vị".
 *
 * @param above named in any case: they are none of the others' kind
 */
export function named(
  data: Dataset,
  units: readonly Counted[],
  above: readonly string[] = [],
): string {
  const isNamed = (unit: string, at: number) => at === 0 || above.includes(unit);
  const isMany = units.length > MOST_NAMED; // of many the first
  const shown = isMany ? units.filter(({ unit }, at) => isNamed(unit, at)) : units;
  const names = shown.map(({ unit, value }) => `${unitName(data, unit)} (${formatCount(value)})`);
  const left = units.length - shown.length;
  return names.join(', ') + (left > 0 ? words.proposals.others(left) : '');
}

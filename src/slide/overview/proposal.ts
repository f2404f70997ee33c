/** What a meeting may conclude, and what is proposed where units cannot be compared or their figures are old. */
import { isNarrowed } from '../../address/scope.ts';
import { reportingUnits } from '../../model/statistics/shown.ts';
import { yearBefore } from '../../model/time/period.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { isInArea } from './area.ts';
import { namesIn } from './usable.ts';
import { usesIn } from './use.ts';

export interface Proposal {
  readonly task: string;
  readonly units: string;
  /** Of those that the task is for. */
  readonly ids: readonly string[];
  /** In a few words, where it is what the meeting is about: for the title. */
  readonly brief?: string;
  /** Days from the meeting on; null: until the next report. */
  readonly days: number | null;
}

/** Days that are proposed: to send what is missing, to correct figures, to work on the spot and clear what is late. */
export const DAYS = { send: 7, correct: 15, clear: 30 } as const;

/** Rates that are named one by one. */
const MOST_NAMED = 2;

/** Where nothing can be compared: which rates the meeting goes by. */
export function adopting(desk: SlideDesk, answer: OverviewAnswer): Proposal[] {
  const { data, state, organisation } = desk;
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const { usable, reference, open } = usesIn(desk, answer.figures, units);
  const { adopt, adoptThese, adoptBrief, meeting } = words.proposals;
  if (open === 0 || usable === 0) return [];
  const named = (use: 'usable' | 'open') => namesIn(desk, answer.figures, units, use).join(', ');
  const isShort = usable <= MOST_NAMED && open <= MOST_NAMED;
  const task = isShort
    ? adoptThese(named('usable'), reference, named('open'))
    : adopt(usable, reference, open);
  const brief = adoptBrief(usable);
  return [{ task, brief, units: organisation || meeting, ids: [], days: 0 }];
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
  return [{ task, units: allUnits, ids: [], days: DAYS.correct }];
}

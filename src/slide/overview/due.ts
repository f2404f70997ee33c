/** By when a task is proposed to be done. */
import type { Dataset } from '../../model/dataset.ts';
import { mostCommon } from '../../model/group.ts';
import { daysAfter, periodToCome, workingDay } from '../../model/time/period.ts';
import { formatDay, formatPeriod } from '../../model/writing/date.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { words } from '../../text/words.ts';
import { DAYS, type Proposal } from './proposal.ts';

/** When the office itself writes to others, and asks them to answer. */
export const sentText = (day: string) =>
  words.proposals.sentBy(dayIn(day, DAYS.send), dayIn(day, DAYS.correct));

/** A working day so many days from one. */
const dayIn = (day: string, days: number) => formatDay(workingDay(daysAfter(day, days)));

/** A working day, or the next report. */
export function timeText({ days }: Proposal, due: string, day: string): string {
  if (days === 0) return words.proposals.now;
  return days === null ? due : words.proposals.by(dayIn(day, days));
}

/** The latest period of the kind that most figures are of, and the next of its kind that is not over. */
function periodsOf(data: Dataset, { figures }: OverviewAnswer, day: string) {
  const periods = figures.flatMap(({ period }) => data.periods.get(period) ?? []);
  const regular = periods.filter((period) => periodToCome(period, day) !== null);
  const last = regular.reduce((end, period) => (period.end > end ? period.end : end), '');
  const code = mostCommon(regular.filter(({ end }) => end === last).map((period) => period.code));
  const latest = data.periods.get(code);
  const next = latest ? periodToCome(latest, day) : null;
  return latest && next ? { latest, next } : null;
}

/** "Kỳ báo cáo quý II/2026"; of a year its half and its end; '' where there is none. */
export function dueText(data: Dataset, answer: OverviewAnswer, day: string): string {
  const found = periodsOf(data, answer, day);
  if (!found) return words.proposals.open;
  const { next } = found;
  const name = lowerFirst(formatPeriod(next)).replaceAll(' ', '\u00a0');
  if (next.grain !== 'year') return words.proposals.before(name);
  const half = `${next.end.slice(0, 4)}-06-30`;
  return words.proposals.inYear(half > day ? formatDay(half) : '', formatDay(next.end));
}

/** That targets of the period to come are not known yet, where they are not. */
export function goalsNote(data: Dataset, answer: OverviewAnswer, day: string): string[] {
  const found = periodsOf(data, answer, day);
  if (!found || data.periods.has(found.next.code)) return [];
  const [latest, next] = [found.latest, found.next].map((one) => lowerFirst(formatPeriod(one)));
  return [words.proposals.goalsOf(latest ?? '', next ?? '')];
}

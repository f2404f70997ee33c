/** Reached, near, or hard: what may be said of a target from the counts (docs/methods.md, "Targets"). */
import type { Subject } from '../catalogue.ts';
import type { Figure } from '../figure.ts';
import { wilson } from '../statistics/interval.ts';
import { reaches } from '../statistics/reference.ts';
import { SMALL_N } from '../statistics/verdict.ts';
import { type Pace, paceOf, type YearSoFar } from './pace.ts';
import { countedOf } from './shortfall.ts';

/** `few`: not reached, of too few cases to say more; `open`: not reached, without counts. */
export const OUTLOOKS = ['reached', 'near', 'hard', 'few', 'open'] as const;
export type Outlook = (typeof OUTLOOKS)[number];

export interface Prospect {
  readonly figure: Figure;
  readonly year: YearSoFar | null;
  /** The best that the unit has reached in a period of this length before, in scale units. */
  readonly best: number | null;
}

/** Null where a result and its target cannot be held against each other. */
export function outlookOf(
  subject: Subject,
  { figure, year, best }: Prospect,
  target: Figure,
  isYearly: boolean,
): Outlook | null {
  const isMet = reaches(subject, figure, target);
  if (isMet === null || target.value === null) return null;
  if (isMet) return 'reached';
  const share = countedOf(subject, figure);
  if (!share || subject.scale !== 100) return 'open';
  const pace = isYearly && year ? paceOf(year, target.value / 100, subject.direction) : null;
  if (pace?.kind === 'gone') return 'hard';
  if (pace && isWithinReach(pace, best, subject)) return 'near';
  if (share.n < SMALL_N) return 'few';
  const { low, high } = wilson(share.x, share.n);
  return low * 100 <= target.value && target.value <= high * 100 ? 'near' : 'hard';
}

/** Whether the rest of the year asks for no more than what was reached before. */
function isWithinReach({ kind, rate }: Pace, best: number | null, { direction }: Subject): boolean {
  if (kind === 'sure') return true;
  if (best === null) return false;
  return direction === 'down' ? rate * 100 >= best : rate * 100 <= best;
}

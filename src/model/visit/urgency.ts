/** How strongly a result calls for attention among others of its unit. */
import { type Figure, isFlagged } from '../figure.ts';
import type { Reason } from './reason.ts';

/**
 * By its reasons, then a missed target, then a figure to be checked; 0 of what is as it should be.
 *
 * @param isMet against its target; null where that cannot be said
 */
export function urgency(figure: Figure, reasons: readonly Reason[], isMet: boolean | null): number {
  const points = Math.max(0, ...reasons.map((reason) => reason.points));
  if (points > 0) return points + 2;
  if (isMet === false) return 2;
  return isFlagged(figure) ? 1 : 0;
}

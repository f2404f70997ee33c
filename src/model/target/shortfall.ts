/** How far a result is from its target in cases, not in points: dossiers, petitions, households. */
import type { Subject } from '../catalogue.ts';
import { type Figure, isComparable, isEstimate } from '../figure.ts';
import type { Share } from '../statistics/interval.ts';
import { reaches } from '../statistics/reference.ts';

/** Products of shares and counts differ from whole numbers in their last bits only. */
const DUST = 1e-9;

/**
 * The smallest number of cases by which x of n reaches a share: so many more where more is better, so many fewer where
 * less is; 0 where it is reached, null where no number of cases would do.
 *
 * @param target as a share of 1
 */
export function casesShort({ x, n }: Share, target: number, isLessBetter = false): number | null {
  const wanted = target * n;
  const short = Math.max(0, Math.ceil(isLessBetter ? x - wanted - DUST : wanted - x - DUST));
  const left = isLessBetter ? x - short : x + short;
  return left >= 0 && left <= n ? short : null;
}

/**
 * Cases that a result is short of its target; 0 where it is reached as both are shown, null where the counts are not
 * known, are estimates, or do not count cases.
 */
export function shortfallOf(subject: Subject, figure: Figure, target: Figure): number | null {
  const isMet = reaches(subject, figure, target);
  if (isMet === null || target.value === null || isEstimate(figure)) return null;
  if (isMet) return 0;
  const isLess = subject.direction === 'down';
  if (!subject.isRatio) return wholeGap(figure.value, target.value);
  const share = countedOf(subject, figure);
  return share && casesShort(share, target.value / subject.scale, isLess);
}

/** The whole counts behind a ratio of cases; null of everything else. */
export function countedOf(subject: Subject, figure: Figure): Share | null {
  const { numerator: x, denominator: n } = figure;
  if (!subject.isRatio || !subject.countsCases || !isComparable(figure)) return null;
  if (!figure.computed || x === null || n === null || n <= 0) return null;
  return Number.isInteger(x) && Number.isInteger(n) && x >= 0 && x <= n ? { x, n } : null;
}

function wholeGap(value: number | null, target: number): number | null {
  const isWhole = value !== null && Number.isInteger(value) && Number.isInteger(target);
  return isWhole ? Math.abs(target - value) : null;
}

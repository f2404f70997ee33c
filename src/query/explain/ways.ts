/** The ways in which a whole can be taken apart, each whole in both states or with the reason why not. */
import { type Figure, isComparable } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import {
  type Against,
  isWhole,
  type PartStates,
  totalOf,
} from '../../model/statistics/decomposition.ts';
import type { Share } from '../../model/statistics/interval.ts';
import type { ExplainWay, WayFault } from '../../question/explain.ts';
import { wanting } from './rebuilt.ts';

/** The unit's figure, and what it is held against. */
export interface States {
  readonly against: Against;
  readonly figure: Figure;
  /** Wholes of both states: the unit's two years, or all units of the group. */
  readonly wholes: readonly Figure[];
  /** Everything of those units and periods, in all breakdowns. */
  readonly found: readonly Figure[];
}

export interface WayPart extends PartStates {
  readonly figure: Figure | null;
}

export interface Way extends ExplainWay {
  readonly parts: readonly WayPart[];
  readonly figures: readonly Figure[];
}

/** One way for each breakdown that the figure itself has. */
export function breakdownWays(states: States): Way[] {
  const { figure, found } = states;
  const own = found.filter((one) => one.breakdown !== '' && isOf(one, figure));
  return [...new Set(own.map(({ breakdown }) => breakdown))]
    .sort()
    .map((breakdown) => breakdownWay(states, breakdown));
}

function breakdownWay({ against, figure, wholes, found }: States, breakdown: string): Way {
  const split = found.filter((one) => one.breakdown === breakdown);
  const partsOf = (whole: Figure) => split.filter((one) => isOf(one, whole));
  const unbuilt = wanting(wholes.flatMap(partsOf));
  const faults = wholes.map((whole) => ({ whole, fault: faultOf(whole, partsOf(whole)) }));
  const faulty = faults.filter((item) => item.fault !== '');
  const fault = unbuilt.fault || (faulty[0]?.fault ?? '');
  const units = unbuilt.fault ? unbuilt.units : faulty.map(({ whole }) => whole.unit);
  if (fault) return { breakdown, fault, units: [...new Set(units)], parts: [], figures: [] };
  const others = against === 'year' ? wholes.filter((whole) => whole !== figure) : wholes;
  const before = groupBy(others.flatMap(partsOf), ({ category }) => category);
  const now = new Map(partsOf(figure).map((one) => [one.category, one]));
  const ids = [...new Set([...now.keys(), ...before.keys()])];
  const parts = ids.map((id) => ({
    id,
    before: totalOf((before.get(id) ?? []).flatMap((one) => shareOf(one) ?? [])),
    now: shareOf(now.get(id)) ?? NOTHING,
    figure: now.get(id) ?? null,
  }));
  return { breakdown, fault, units: [], parts, figures: wholes.flatMap(partsOf) };
}

const NOTHING: Share = { x: 0, n: 0 };

/** Whether a part belongs to a whole. */
function isOf(part: Figure, whole: Figure): boolean {
  return part.unit === whole.unit && part.period === whole.period;
}

/** Why figures are not the parts of a whole; '' where they are all there is of it. */
function faultOf(whole: Figure, parts: readonly Figure[]): WayFault | '' {
  const total = shareOf(whole);
  if (!total || parts.length === 0) return 'missing';
  const shares = parts.map(shareOf);
  if (parts.some((part, at) => shares[at] === null || !isSound(part, whole))) return 'unfit';
  const known = shares.flatMap((share) => share ?? []);
  if (isWhole(known, total)) return '';
  const sum = totalOf(known);
  return sum.x <= total.x && sum.n <= total.n ? 'missing' : 'sum';
}

function isSound(part: Figure, whole: Figure): boolean {
  const isEmpty = part.value === null && shareOf(part)?.n === 0; // nothing arose: of a whole that adds up, a part all the same
  return (isEmpty || isComparable(part)) && part.cutoff === whole.cutoff;
}

/** The counts behind a figure; null where they are not known. */
export function shareOf(figure: Figure | undefined): Share | null {
  if (!figure || figure.numerator === null || figure.denominator === null) return null;
  return { x: figure.numerator, n: figure.denominator };
}

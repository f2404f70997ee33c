/**
 * The units below as parts of a whole: their sum is the unit's own report, or stands where it reports nothing itself.
 * On today's boundaries the units of today, each with what it was made of.
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isPartial, type SumPart } from '../../model/figure.ts';
import { isWhole, type PartStates } from '../../model/statistics/decomposition.ts';
import type { Share } from '../../model/statistics/interval.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import type { ExplainQuestion, WayFault } from '../../question/explain.ts';
import { type LevelReading, readLevel } from '../level/read.ts';
import { partsOfSum } from '../level/sum.ts';
import { type Wanting, wanting } from './rebuilt.ts';
import { type States, shareOf, type Way } from './ways.ts';

/** What is below for a period. */
export interface BelowState {
  /** What it adds up to; null where none of them says anything. */
  readonly sum: Figure | null;
  /** Unit by unit. */
  readonly parts: readonly SumPart[];
  /** Why some unit of today has none. */
  readonly unbuilt: Wanting;
}

export interface Below {
  readonly at: (period: string) => BelowState;
  /** The last period for which most of them say something; '' for none. */
  readonly latest: string;
}

const NOTHING: BelowState = { sum: null, parts: [], unbuilt: { fault: '', units: [] } };

/** Of a unit held against its own year before: a group has other units below it. */
export async function sumsBelow(
  engine: Engine,
  data: Dataset,
  { subject, unit, against, basis = 'then' }: ExplainQuestion,
  code: string,
  signal?: AbortSignal,
): Promise<Below> {
  const when = basis === 'now' ? undefined : data.periods.get(code);
  const isAsked = against === 'year' && data.units.children(unit, when).length > 0;
  if (!isAsked) return { at: () => NOTHING, latest: '' };
  const { level } = data.units.at(unit, when);
  const scope = { subject, units: [unit], breakdown: '', category: '', body: null, level, basis };
  const codes = [code, yearBeforeCode(data.periods, code)].filter(Boolean);
  const choice = code ? ({ type: 'several', codes } as const) : ({ type: 'latest' } as const);
  const reading = await readLevel(engine, data, { ...scope, grain: 'any' }, choice, signal);
  const at = (period: string) => stateOf(data, reading, { subject, unit, period });
  return { at, latest: reading.latest(unit) };
}

function stateOf(
  data: Dataset,
  { below, members, own }: LevelReading,
  { subject, unit, period }: Pick<Figure, 'subject' | 'unit' | 'period'>,
): BelowState {
  const sum = below(unit, period, '');
  if (!sum?.sum || sum.sum.reported === 0) return NOTHING;
  const figures = new Map(members(unit, period).map((id) => [id, own(id, period, '')]));
  const parts = partsOfSum(data, subject, figures, sum.cutoff);
  return { sum, parts, unbuilt: wanting([...figures.values()]) };
}

/** One way, or none where there is nothing below. */
export function belowWays(states: States, { at }: Below): Way[] {
  const found = states.wholes.map((whole) => at(whole.period));
  const isThere = states.against === 'year' && found.some(({ sum }) => sum !== null);
  return isThere ? [wayOf(states, found)] : [];
}

function wayOf({ wholes }: States, found: readonly BelowState[]): Way {
  const [now = NOTHING, before = NOTHING] = found;
  const none = { breakdown: '', parts: [], figures: [] };
  const faults = wholes.map((whole, at) => faultOf(whole, found[at] ?? NOTHING));
  const unbuilt = found.find((state, at) => faults[at] && state.unbuilt.fault)?.unbuilt;
  if (unbuilt) return { ...none, ...unbuilt };
  const [ids, old] = [now, before].map(({ parts }) => parts.map(({ unit }) => unit));
  const strangers = differing(ids ?? [], old ?? []);
  const fault = faults.find(Boolean) || (strangers.length > 0 ? 'moved' : '');
  const left = found.flatMap(({ parts }) => parts.filter((part) => part.left !== ''));
  const units = fault === 'moved' ? strangers : left.map(({ unit }) => unit);
  if (fault) return { ...none, fault, units: [...new Set(units)] };
  return { ...none, fault, units: [], parts: partsOf(now, before) };
}

/** Why the units below are not all there is of a whole; '' where they are. */
function faultOf(whole: Figure, { sum, parts }: BelowState): WayFault | '' {
  const total = shareOf(whole);
  if (!sum || !total || isPartial(sum)) return 'missing';
  const isAll = isWhole(parts.map(shareIn), total);
  const isSome = parts.some(({ left }) => left !== '');
  if (isAll && !(isSome && whole.sum)) return ''; // what is left out of a report that adds up had nothing to give
  return isSome ? 'unfit' : 'sum';
}

function partsOf(now: BelowState, before: BelowState): Way['parts'] {
  const old = new Map(before.parts.map((part) => [part.unit, shareIn(part)]));
  return now.parts.map((part): PartStates & { figure: null } => ({
    id: part.unit,
    before: old.get(part.unit) ?? { x: 0, n: 0 },
    now: shareIn(part),
    figure: null,
  }));
}

function shareIn({ numerator, denominator, share }: SumPart): Share {
  return { x: (numerator ?? 0) * (share ?? 0), n: (denominator ?? 0) * (share ?? 0) };
}

/** What only one of two lists has. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((id) => !b.includes(id)), ...b.filter((id) => !a.includes(id))];
}

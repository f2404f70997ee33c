/** The units below as parts of a whole: their sum is the unit's own report, or stands where it reports nothing itself. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isPartial, type SumPart } from '../../model/figure.ts';
import { isWhole, type PartStates } from '../../model/statistics/decomposition.ts';
import type { Share } from '../../model/statistics/interval.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import type { ExplainQuestion, WayFault } from '../../question/explain.ts';
import { readLevel } from '../level/read.ts';
import { type States, shareOf, type Way } from './ways.ts';

export interface Below {
  /** What the units below add up to for a period; null where none of them says anything. */
  readonly at: (period: string) => Figure | null;
  /** The last period for which most of them say something; '' for none. */
  readonly latest: string;
}

/** Of a unit held against its own year before: a group has other units below it. */
export async function sumsBelow(
  engine: Engine,
  data: Dataset,
  { subject, unit, against, basis = 'then' }: ExplainQuestion,
  code: string,
  signal?: AbortSignal,
): Promise<Below> {
  const when = data.periods.get(code);
  const isAsked = against === 'year' && data.units.children(unit, when).length > 0;
  if (!isAsked) return { at: () => null, latest: '' };
  const { level } = data.units.at(unit, when);
  const scope = { subject, units: [unit], breakdown: '', category: '', body: null, level, basis };
  const codes = [code, yearBeforeCode(data.periods, code)].filter(Boolean);
  const choice = code ? ({ type: 'several', codes } as const) : ({ type: 'latest' } as const);
  const reading = await readLevel(engine, data, { ...scope, grain: 'any' }, choice, signal);
  return { at: (period) => known(reading.below(unit, period, '')), latest: reading.latest(unit) };
}

function known(figure: Figure | null): Figure | null {
  return figure?.sum && figure.sum.reported > 0 ? figure : null;
}

/** One way, or none where there is nothing below. */
export function belowWays(states: States, { at }: Below): Way[] {
  const sums = states.wholes.map((whole) => at(whole.period));
  const isThere = states.against === 'year' && sums.some((sum) => sum !== null);
  return isThere ? [wayOf(states, sums)] : [];
}

function wayOf({ wholes }: States, sums: readonly (Figure | null)[]): Way {
  const [now = null, before = null] = sums;
  const faults = wholes.map((whole, at) => faultOf(whole, sums[at] ?? null));
  const [ids, old] = [now, before].map((sum) => sum?.sum?.parts.map(({ unit }) => unit) ?? []);
  const strangers = differing(ids ?? [], old ?? []);
  const fault = faults.find(Boolean) || (strangers.length > 0 ? 'moved' : '');
  const left = sums.flatMap((sum) => sum?.sum?.parts.filter((part) => part.left !== '') ?? []);
  const units = fault === 'moved' ? strangers : left.map(({ unit }) => unit);
  if (fault) return { breakdown: '', fault, units: [...new Set(units)], parts: [], figures: [] };
  return { breakdown: '', fault, units: [], parts: partsOf(now, before), figures: [] };
}

/** Why the units below are not all there is of a whole; '' where they are. */
function faultOf(whole: Figure, sum: Figure | null): WayFault | '' {
  const total = shareOf(whole);
  if (!sum?.sum || !total || isPartial(sum)) return 'missing';
  const isAll = isWhole(sum.sum.parts.map(shareIn), total);
  const isSome = sum.sum.parts.some(({ left }) => left !== '');
  if (isAll && !(isSome && whole.sum)) return ''; // what is left out of a report that adds up had nothing to give
  return isSome ? 'unfit' : 'sum';
}

function partsOf(now: Figure | null, before: Figure | null): Way['parts'] {
  const old = new Map(before?.sum?.parts.map((part) => [part.unit, shareIn(part)]));
  return (now?.sum?.parts ?? []).map((part): PartStates & { figure: null } => ({
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

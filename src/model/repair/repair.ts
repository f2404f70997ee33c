/**
 * The smallest repair: which one slip (two values exchanged, a digit dropped, doubled or transposed, one value
 * wrong) would make all sums around some figures hold. A hypothesis for the reader, never a correction.
 *
 *   figures + rules + suspects → candidates (exchange, digits, the value a sum asks for) → those under which
 *   the suspects hold and nothing breaks that held → the smallest first
 */
import { figuresOf, gapOf, holds, isExact, type Rule, weightOf } from '../identity/rule.ts';
import {
  fits,
  isShifted,
  rounded,
  type Slip,
  type Suspect,
  slipBetween,
  slipsOf,
} from './slips.ts';

export type RepairKind = Slip | 'exchanged' | 'sign' | 'shifted' | 'stated';

export interface Change {
  readonly figure: number;
  readonly from: number;
  readonly to: number;
}

export interface Hypothesis {
  readonly kind: RepairKind;
  readonly changes: readonly Change[];
  /** Failing rules that it would mend, the suspects' among them. */
  readonly mended: number;
  /** Rules around the suspects and the changed figures that would still fail. */
  readonly failing: number;
  /** No sum asks for this very value: others would do as well. */
  readonly free: boolean;
}

/** A slip of the pen is smaller than any value that happens to fit. */
const COST: Record<RepairKind, number> = {
  stated: 0,
  exchanged: 1,
  transposed: 1,
  dropped: 1,
  doubled: 1,
  extra: 1,
  digit: 1,
  sign: 1,
  shifted: 1,
  value: 2,
};

/**
 * All smallest single slips that make the rules `failed` (indices) hold and break no other rule, the smallest
 * first: those that mend most and leave least failing, slips of the pen before mere values.
 *
 * Takes time in the order of figures × figures of the failed rules × rules per figure.
 *
 * @param mayExchange whether two figures stand near enough to be taken for each other
 * @param asked what others than the sums ask of a figure, by its index: taken where one slip of the pen leads there
 */
export function findRepairs(
  figures: readonly Suspect[],
  rules: readonly Rule[],
  failed: readonly number[],
  mayExchange: (a: number, b: number) => boolean = () => true,
  asked: ReadonlyMap<number, readonly number[]> = new Map(),
): Hypothesis[] {
  const values = figures.map((figure) => figure.value);
  const byFigure = rulesByFigure(figures.length, rules);
  const around = [...new Set(failed.flatMap((at) => figuresOf(rules[at])))];
  const found: Hypothesis[] = [];
  const attempt = (kind: RepairKind, changes: readonly Change[], free = false) => {
    const after = [...values];
    for (const change of changes) after[change.figure] = change.to;
    const touched = new Set([...around, ...changes.map((change) => change.figure)]);
    const outcome = judge(
      rules,
      [...touched].flatMap((figure) => byFigure[figure] ?? []),
      values,
      after,
    );
    if (outcome && failed.every((at) => outcome.mended.has(at))) {
      const { mended, failing } = outcome;
      found.push({ kind, changes, mended: mended.size, failing, free });
    }
  };
  for (const figure of around) {
    const from = values[figure] as number;
    for (const { kind, to, free } of candidates(figure, figures, rules, failed)) {
      attempt(kind, [{ figure, from, to }], free);
    }
    for (const to of asked.get(figure) ?? []) {
      const kind = slipBetween(from, to, figures[figure]?.decimals ?? 0);
      if (kind !== 'value' && to !== from) attempt(kind, [{ figure, from, to }]);
    }
  }
  for (const a of around) {
    for (const b of figures.keys()) {
      const isSecond = around.includes(b) && b < a;
      const bound = byFigure[b]?.length ?? 0;
      if (a === b || isSecond || bound === 0 || values[a] === values[b] || !mayExchange(a, b))
        continue;
      attempt('exchanged', [
        { figure: a, from: values[a] as number, to: values[b] as number },
        { figure: b, from: values[b] as number, to: values[a] as number },
      ]);
    }
  }
  return smallestOf(found);
}

/** What a change does to the rules near it; null where it breaks one that held. */
function judge(
  rules: readonly Rule[],
  near: readonly number[],
  before: readonly number[],
  after: readonly number[],
): { mended: Set<number>; failing: number } | null {
  const mended = new Set<number>();
  let failing = 0;
  for (const at of new Set(near)) {
    const rule = rules[at] as Rule;
    const held = holds(rule, before);
    if (holds(rule, after)) {
      if (!held) mended.add(at);
    } else if (held) return null;
    else failing++;
  }
  return { mended, failing };
}

/** Those that mend most, of these those that leave least; what differs in nothing else once, cheapest first. */
function smallestOf(found: readonly Hypothesis[]): Hypothesis[] {
  const most = Math.max(...found.map((item) => item.mended));
  const best = found.filter((item) => item.mended === most);
  const least = Math.min(...best.map((item) => item.failing));
  const distinct = new Map<string, Hypothesis>();
  for (const item of best.filter((h) => h.failing === least)) {
    const key = item.changes.map((change) => `${change.figure}=${change.to}`).join(',');
    const known = distinct.get(key);
    const cheaper = known
      ? COST[item.kind] - COST[known.kind] || Number(item.free) - Number(known.free)
      : -1;
    if (cheaper < 0) distinct.set(key, item);
  }
  return [...distinct.values()].sort((a, b) => COST[a.kind] - COST[b.kind]);
}

/** A slip of the pen, rather than just another value. */
export function isSlip(kind: RepairKind): boolean {
  return COST[kind] < COST.value;
}

function rulesByFigure(count: number, rules: readonly Rule[]): number[][] {
  const index = Array.from({ length: count }, (): number[] => []);
  for (const [at, rule] of rules.entries()) {
    for (const figure of new Set(figuresOf(rule))) index[figure]?.push(at);
  }
  return index;
}

interface Candidate {
  readonly kind: RepairKind;
  readonly to: number;
  /** Asked for by no sum. */
  readonly free?: boolean;
}

/** Values one figure may have had: what another place says, what the failed sums ask for, slips of its digits. */
function candidates(
  figure: number,
  figures: readonly Suspect[],
  rules: readonly Rule[],
  failed: readonly number[],
): Candidate[] {
  const own = figures[figure] as Suspect;
  const values = figures.map((f) => f.value);
  const stated = (own.others ?? []).map((to) => ({ kind: 'stated' as const, to }));
  const asked = [...rules.keys()].flatMap((at): Candidate[] => {
    const rule = rules[at] as Rule;
    if (!failed.includes(at) && holds(rule, values)) return [];
    const weight = weightOf(rule, figure);
    if (weight === 0 || !isExact(rule)) return [];
    const gap = gapOf(rule, values);
    const asks = own.value - gap / weight;
    const to = rounded(asks, own.decimals);
    const finest = Math.max(...figuresOf(rule).map((at) => figures[at]?.decimals ?? 0));
    const shifted = rounded(asks, finest); // a lost separator has taken the decimals along
    const slip = { kind: slipBetween(own.value, to, own.decimals), to };
    const isShift = shifted > 0 && isShifted(own.value, shifted);
    if (isShift && (slip.kind === 'value' || to !== shifted)) {
      return [{ kind: 'shifted' as const, to: shifted }];
    }
    return fits(own, to) ? [slip] : [];
  });
  const concerned = failed.filter((at) => weightOf(rules[at] as Rule, figure) !== 0);
  const open = concerned.every((at) => !isExact(rules[at] as Rule));
  const sign = own.value < 0 ? [{ kind: 'sign' as const, to: -own.value }] : [];
  return [
    ...stated,
    ...sign,
    ...asked,
    ...(open ? slipsOf(own).map((slip) => ({ ...slip, free: true })) : []),
  ];
}

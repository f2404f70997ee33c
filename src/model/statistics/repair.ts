/**
 * The smallest repair: which one slip (two values exchanged, a digit dropped, doubled or transposed, one value
 * wrong) would make all sums around some figures hold. A hypothesis for the reader, never a correction.
 *
 *   figures + rules + suspects → candidates (exchange, digits, the value a sum asks for) → those under which
 *   the suspects hold and nothing breaks that held → the smallest first
 */

/** A stated number that may be wrong. */
export interface Suspect {
  readonly value: number;
  /** Decimals as printed: digits are compared at this precision. */
  readonly decimals: number;
  /** Other values that the same document states for it. */
  readonly others?: readonly number[];
}

export interface RuleTerm {
  /** Index of a figure. */
  readonly figure: number;
  readonly sign: 1 | -1;
}

/** Σ total = Σ parts, or Σ parts ≤ Σ total. */
export interface Rule {
  readonly total: readonly RuleTerm[];
  readonly relation: '=' | '<=';
  readonly parts: readonly RuleTerm[];
  /** Of "<=": a part that may be missing is what makes it less than "=". */
  readonly nearlyEqual?: boolean;
}

export type RepairKind =
  | 'exchanged'
  | 'transposed'
  | 'dropped'
  | 'doubled'
  | 'extra'
  | 'digit'
  | 'sign'
  | 'shifted'
  | 'stated'
  | 'value';

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

/** Binary sums of decimal figures differ in their last bits only. */
const TOLERANCE = 1e-6;

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

/** Whether a rule holds for the values. */
export function holds(rule: Rule, values: readonly number[]): boolean {
  const gap = sum(rule.total, values) - sum(rule.parts, values);
  return rule.relation === '=' ? Math.abs(gap) <= TOLERANCE : gap >= -TOLERANCE;
}

/**
 * All smallest single slips that make the rules `failed` (indices) hold and break no other rule, the smallest
 * first: those that mend most and leave least failing, slips of the pen before mere values.
 *
 * Takes time in the order of figures × figures of the failed rules × rules per figure.
 *
 * @param mayExchange whether two figures stand near enough to be taken for each other
 */
export function findRepairs(
  figures: readonly Suspect[],
  rules: readonly Rule[],
  failed: readonly number[],
  mayExchange: (a: number, b: number) => boolean = () => true,
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
    for (const { kind, to, free } of candidates(figure, figures, rules, failed)) {
      attempt(kind, [{ figure, from: values[figure] as number, to }], free);
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
    if (!known || COST[item.kind] < COST[known.kind]) distinct.set(key, item);
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

function figuresOf(rule: Rule | undefined): number[] {
  return [...(rule?.total ?? []), ...(rule?.parts ?? [])].map((term) => term.figure);
}

function sum(terms: readonly RuleTerm[], values: readonly number[]): number {
  return terms.reduce((total, term) => total + term.sign * (values[term.figure] ?? 0), 0);
}

/** Values one figure may have had: what another place says, what the failed sums ask for, slips of its digits. */
function candidates(
  figure: number,
  figures: readonly Suspect[],
  rules: readonly Rule[],
  failed: readonly number[],
): { kind: RepairKind; to: number; free?: boolean }[] {
  const own = figures[figure] as Suspect;
  const values = figures.map((f) => f.value);
  const stated = (own.others ?? []).map((to) => ({ kind: 'stated' as const, to }));
  const asked = [...rules.keys()].flatMap((at) => {
    const rule = rules[at] as Rule;
    if (!failed.includes(at) && holds(rule, values)) return [];
    const weight = weightOf(rule, figure);
    if (weight === 0 || !isExact(rule)) return [];
    const gap = sum(rule.total, values) - sum(rule.parts, values);
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

/** Whether it asks for one value. */
function isExact(rule: Rule): boolean {
  return rule.relation === '=' || rule.nearlyEqual === true;
}

/** How much the gap of a rule grows when the figure grows by one. */
function weightOf(rule: Rule, figure: number): number {
  const of = (terms: readonly RuleTerm[]) =>
    terms.reduce((total, term) => total + (term.figure === figure ? term.sign : 0), 0);
  return of(rule.total) - of(rule.parts);
}

/** Counts stay counts: nothing below zero, no decimals where none were printed. */
function fits(figure: Suspect, to: number): boolean {
  if (to < 0 || Math.abs(to - figure.value) <= TOLERANCE) return false;
  return Math.abs(rounded(to, figure.decimals) - to) <= TOLERANCE;
}

/** Values that one slip of the digits makes of a figure, where a sum does not ask for one in particular. */
function slipsOf(figure: Suspect): { kind: RepairKind; to: number }[] {
  const digits = digitsOf(figure.value, figure.decimals);
  const texts = new Set<string>();
  for (let i = 0; i <= digits.length; i++) {
    for (const digit of '0123456789') texts.add(digits.slice(0, i) + digit + digits.slice(i));
    texts.add(digits.slice(0, i) + digits.slice(i + 1));
    for (let j = i + 1; j < digits.length; j++) texts.add(swapped(digits, i, j));
  }
  return [...texts]
    .filter((text) => text !== '' && text !== digits && (text === '0' || !text.startsWith('0')))
    .map((text) => Number(text) / 10 ** figure.decimals)
    .map((to) => ({ kind: slipBetween(figure.value, to, figure.decimals), to }))
    .filter(({ kind, to }) => kind !== 'value' && fits(figure, to));
}

/**
 * Which slip of the pen turns the right value `to` into the written one `from`; "value" where none does.
 *
 *   slipBetween(103, 130, 0) → 'transposed'; slipBetween(13, 113, 0) → 'dropped'; slipBetween(1133, 113, 0) → 'doubled'
 */
export function slipBetween(from: number, to: number, decimals: number): RepairKind {
  const written = digitsOf(from, decimals);
  const meant = digitsOf(to, decimals);
  if (written.length === meant.length) {
    const differing = [...written].flatMap((digit, at) => (digit === meant[at] ? [] : [at]));
    const [first = -1, second = -1] = differing;
    if (differing.length === 2 && swapped(written, first, second) === meant) return 'transposed';
    return differing.length === 1 && written.length > 1 ? 'digit' : 'value';
  }
  if (written.length + 1 === meant.length) {
    return removals(meant).some((item) => item.text === written) ? 'dropped' : 'value';
  }
  if (written.length - 1 === meant.length) {
    const removal = removals(written).filter((item) => item.text === meant);
    if (removal.length === 0) return 'value';
    return removal.some((item) => item.doubled) ? 'doubled' : 'extra';
  }
  return 'value';
}

/** A decimal separator lost, gained, or in another place: 67.5 as 675, 421.8 as 4.218. */
function isShifted(from: number, to: number): boolean {
  if (Number.isInteger(from) && Number.isInteger(to)) return false;
  const near = (a: number, b: number) => Math.abs(a - b) <= TOLERANCE;
  return [10, 100, 1000].some((power) => near(from * power, to) || near(to * power, from));
}

function removals(digits: string): { text: string; doubled: boolean }[] {
  return [...digits].map((digit, at) => ({
    text: digits.slice(0, at) + digits.slice(at + 1),
    doubled: digits[at - 1] === digit || digits[at + 1] === digit,
  }));
}

function swapped(digits: string, i: number, j: number): string {
  const list = [...digits];
  [list[i], list[j]] = [list[j] as string, list[i] as string];
  return list.join('');
}

function digitsOf(value: number, decimals: number): string {
  return String(Math.round(Math.abs(value) * 10 ** decimals));
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** Math.max(0, decimals);
  return Math.round(value * factor) / factor;
}

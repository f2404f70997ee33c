/** A sum that must hold among figures: what repairs are searched with, and what is checked. */

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

/** Binary sums of decimal figures differ in their last bits only. */
export const TOLERANCE = 1e-6;

/** Whether a rule holds for the values. */
export function holds(rule: Rule, values: readonly number[]): boolean {
  const gap = gapOf(rule, values);
  return rule.relation === '=' ? Math.abs(gap) <= TOLERANCE : gap >= -TOLERANCE;
}

/** Total less parts: zero where the two are equal. */
export function gapOf(rule: Rule, values: readonly number[]): number {
  return sum(rule.total, values) - sum(rule.parts, values);
}

function sum(terms: readonly RuleTerm[], values: readonly number[]): number {
  return terms.reduce((total, term) => total + term.sign * (values[term.figure] ?? 0), 0);
}

/** Figures that take part, by index. */
export function figuresOf(rule: Rule | undefined): number[] {
  return [...(rule?.total ?? []), ...(rule?.parts ?? [])].map((term) => term.figure);
}

/** Whether it asks for one value. */
export function isExact(rule: Rule): boolean {
  return rule.relation === '=' || rule.nearlyEqual === true;
}

/** How much the gap of a rule grows when the figure grows by one. */
export function weightOf(rule: Rule, figure: number): number {
  const of = (terms: readonly RuleTerm[]) =>
    terms.reduce((total, term) => total + (term.figure === figure ? term.sign : 0), 0);
  return of(rule.total) - of(rule.parts);
}

/** Where a number comes from. */
import type { Figure } from '../model/figure.ts';
import type { Issue } from '../model/issue.ts';
import type { Statement } from '../model/statement.ts';

export interface OriginQuestion {
  readonly ask: 'origin';
  readonly subject: string;
  readonly unit: string;
  readonly period: string;
  readonly category: string;
  readonly breakdown: string;
  readonly body: string | null;
}

export interface OriginAnswer {
  /** One per body and kind. */
  readonly figures: readonly Figure[];
  /** The same subject by category, where it has any. */
  readonly categories: readonly Figure[];
  /** The same subject over the periods inside this one, and around it. */
  readonly inside: readonly Figure[];
  readonly around: readonly Figure[];
  /** The same period a year earlier. */
  readonly before: Figure | null;
  readonly parts: readonly OriginPart[];
  readonly issues: readonly Issue[];
  /** What other units add up to for this one, with what each gives: those below it. */
  readonly sums: readonly Figure[];
}

export interface OriginPart {
  readonly role: 'numerator' | 'denominator' | 'reported' | 'value';
  readonly sign: 1 | -1;
  readonly optional: boolean;
  readonly measure: string;
  readonly kind: string;
  readonly body: string;
  readonly value: number | null;
  readonly period: string;
  readonly derived: boolean;
  /** Of a derived part: what was added and subtracted. */
  readonly terms: readonly OriginTerm[];
  readonly statements: readonly Statement[];
}

export interface OriginTerm {
  readonly sign: 1 | -1;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly period: string;
  readonly value: number | null;
}

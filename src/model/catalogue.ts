/** What is counted and compared: measures, indicators, categories, identities, sources. */
import type { Operand } from './formula.ts';

/** How a measure behaves over time (docs/package.md, "Measures"). */
export const TEMPORALS = ['flow', 'stock', 'opening', 'load', 'none'] as const;
export type Temporal = (typeof TEMPORALS)[number];

export interface Measure {
  readonly measure: string;
  readonly name: string;
  readonly nameEn: string;
  readonly unitLabel: string;
  readonly temporal: Temporal;
  /** Of an opening: the stock it continues. */
  readonly opens: string;
  /** Counts 1…minCount−1 are not published below commune level; null = no limit. */
  readonly minCount: number | null;
  readonly group: string;
}

export const DIRECTIONS = ['up', 'down', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export interface Indicator {
  readonly indicator: string;
  readonly group: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  /** Empty: known only as reported. */
  readonly numerator: readonly Operand[];
  /** Empty: a count. */
  readonly denominator: readonly Operand[];
  /** 100 = percent. */
  readonly scale: number;
  readonly decimals: number;
  readonly direction: Direction;
  readonly definition: string;
  readonly basis: string;
  /** Smallest difference that means something, in scale units; null = the default. */
  readonly minGap: number | null;
}

export interface Category {
  readonly breakdown: string;
  readonly category: string;
  readonly name: string;
  readonly nameEn: string;
  readonly position: number;
}

export interface Identity {
  readonly identity: string;
  readonly total: readonly Operand[];
  readonly relation: '=' | '<=';
  /** Empty when a breakdown is given: its categories are the parts. */
  readonly parts: readonly Operand[];
  readonly breakdown: string;
  readonly use: 'check' | 'derive';
  readonly remark: string;
}

export interface Source {
  readonly source: string;
  readonly unit: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  /** A day, a month ("2024-03"), or empty. */
  readonly signedOn: string;
  /** Canonical period code, or empty. */
  readonly period: string;
  readonly cutoff: 'calendar' | 'day14';
  readonly dueOn: string;
  readonly receivedOn: string;
  readonly file: string;
  readonly remark: string;
  /** Of a document that was counted from records: their file in the package; '' for all others. */
  readonly records: string;
}

export const CHANGE_KINDS = [
  'rename',
  'status_change',
  'merge',
  'split',
  'transfer',
  'abolish',
] as const;

export interface UnitChange {
  readonly date: string;
  readonly kind: string;
  readonly fromUnit: string;
  readonly toUnit: string;
  readonly share: number | null;
  readonly source: string;
}

/** What a reader saw and no query can see. */
export interface Finding {
  readonly source: string;
  readonly locator: string;
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly code: string;
  readonly note: string;
}

/** What was done about an issue. */
export interface Decision {
  readonly issue: string;
  readonly decision: string;
  readonly on: string;
  readonly note: string;
}

/** An indicator or a measure under one name, as views list them. */
export interface Subject {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly shortName: string;
  readonly isMeasure: boolean;
  /** A ratio is shown in `scale` units with `decimals`; a count as it is. */
  readonly isRatio: boolean;
  /** Whether both sides of a ratio count cases, so that chance can be reckoned with. */
  readonly countsCases: boolean;
  readonly scale: number;
  readonly decimals: number;
  readonly unitLabel: string;
  readonly direction: Direction;
  readonly definition: string;
  readonly basis: string;
  readonly numerator: readonly Operand[];
  readonly denominator: readonly Operand[];
}

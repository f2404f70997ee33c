/** One statement of a value, as a document makes it. */
import type { Bound, Kind, Status } from './observation.ts';

export interface Statement {
  readonly row: number;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: Kind;
  readonly value: number | null;
  readonly bound: Bound;
  readonly status: Status;
  readonly asOf: string;
  readonly source: string;
  readonly locator: string;
  readonly printed: string;
  readonly note: string;
  readonly file: string;
  readonly line: number;
}

/** What one document states and is not shown, for another one's statement of the same figure stands. */
export interface Overruled {
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: string;
  readonly source: string;
  readonly value: number | null;
  /** The value that stands, and whose it is. */
  readonly shown: number | null;
  readonly shownSource: string;
}

/** The first ones, and how many there are. */
export interface OverruledAnswer {
  readonly statements: readonly Overruled[];
  readonly total: number;
}

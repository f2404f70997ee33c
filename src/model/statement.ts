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

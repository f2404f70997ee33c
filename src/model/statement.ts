/** One statement of a value, as a document makes it. */
import type { Figure } from './figure.ts';

export interface Statement {
  readonly row: number;
  readonly unit: string;
  readonly body: string;
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly kind: Figure['kind'];
  readonly value: number | null;
  readonly bound: Figure['bound'];
  readonly status: Figure['status'];
  readonly asOf: string;
  readonly source: string;
  readonly locator: string;
  readonly printed: string;
  readonly note: string;
  readonly file: string;
  readonly line: number;
}

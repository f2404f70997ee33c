/** What comes out of a table: figures with their places, questions, and cells that cannot be taken. */
import type { CellProblemCode } from '../../model/intake/cell-problem.ts';
import type { Bound, Kind, Status } from '../../model/observation.ts';

/** One row of `observations`, and the cell it comes from. */
export interface Draft {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
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
  readonly locator: string;
  readonly printed: string;
  readonly note: string;
}

type DraftKey = Readonly<
  Record<'unit' | 'body' | 'period' | 'measure' | 'breakdown' | 'category' | 'kind', string>
>;

/** The key under which a package holds one figure of one source. */
export function draftKey(draft: DraftKey): string {
  const { unit, body, period, measure, breakdown, category, kind } = draft;
  return `${unit}~${body}~${period}~${measure}~${breakdown}~${category}~${kind}`;
}

export type QuestionKind =
  | 'period'
  | 'unit'
  | 'column'
  | 'name'
  | 'subject'
  | 'decimal'
  | 'scale'
  | 'days'
  | 'category';

/** Something that only a person knows; `key` is that of the answer. */
export interface Question {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly sheet: number;
  /** The cell's or the heading's own text. */
  readonly text: string;
  /** Ids that fit, the likeliest first. */
  readonly ids: readonly string[];
  /** They only share words with it: never taken by themselves, nor together with others. */
  readonly isLikened?: true;
  /** Rows (as people count) where it stands, the first ones. */
  readonly rows: readonly number[];
}

/** A cell that cannot be taken as it is; `cell`: it is left out unless mended, `note`: said only. */
export interface CellProblem {
  readonly code: CellProblemCode;
  readonly effect: 'cell' | 'note';
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** The cell's own text. */
  readonly text: string;
  /** What was expected, or the other cell that it contradicts. */
  readonly expected: string;
}

export interface Shaped {
  readonly drafts: readonly Draft[];
  readonly questions: readonly Question[];
  readonly problems: readonly CellProblem[];
  /** Rows of labels that were passed over: totals, headings of sections. */
  readonly passed: readonly PassedRow[];
  /** Rows that were left out because somebody said so. */
  readonly left: readonly PassedRow[];
  /** Rows "Tổng cộng" that are a unit's own figures, beside those of its categories. */
  readonly totals: readonly PassedRow[];
}

export interface PassedRow {
  readonly sheet: number;
  /** As people count. */
  readonly row: number;
  readonly text: string;
  /** Of a total: what it says, and the answer by which it is taken as figures after all. */
  readonly values?: readonly string[];
  readonly key?: string;
}

/** An entry form: what one unit is asked for one period, with what it said before beside it. */

export interface FormLine {
  readonly measure: string;
  readonly name: string;
  readonly unitLabel: string;
  readonly group: string;
  /** Percentages may not exceed this; null for counts. */
  readonly most: number | null;
  /** The unit's own latest figure and its period; null where it has none. */
  readonly before: number | null;
  readonly periodBefore: string;
  /** Positions of other lines and their signs, whose sum this line must be; empty where no rule says so. */
  readonly sum: readonly { readonly line: number; readonly sign: 1 | -1 }[];
}

export interface Form {
  readonly unit: string;
  readonly period: string;
  readonly lines: readonly FormLine[];
}

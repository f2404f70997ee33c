/** What a row of bars shows, and how large. */
import type { MouseEvent } from 'react';
import type { FlagTone, VerdictTone } from './mark.tsx';

export interface BarRow {
  readonly key: string;
  readonly unit: string;
  readonly name: string;
  /** Second line under the name, e.g. the body or the category. */
  readonly under: string;
  readonly href: string;
  /** Follows the name within the page; leaves what a reader wants in a tab of its own to the browser. */
  readonly onFollow: ((event: MouseEvent) => void) | null;
  /** Length of the bar; null draws none. */
  readonly value: number | null;
  readonly high: number | null;
  /** What it was at the base: then no bar is drawn, but the way from there. */
  readonly before?: number;
  /** How far chance reaches; null draws none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly verdict: { readonly tone: VerdictTone; readonly text: string } | null;
  /** "hạng 3–7", or nothing. */
  readonly rank: string;
  /** Provisional, estimated or of another definition: drawn lighter. */
  readonly weak: boolean;
  readonly reported: number | null;
  readonly targets: readonly { readonly value: number; readonly kind: string }[];
  /** "20,9%", or the words for an absence. */
  readonly text: string;
  readonly counts: string;
  /** Second line: what was reported, what the status means. */
  readonly note: string;
  readonly flag: FlagTone | null;
  /** Said by a screen reader after what is written beside the bar: what opens. */
  readonly label: string;
  /** Key of the figure that opens. */
  readonly open: string;
  readonly onOpen: (() => void) | null;
}

/** Choosing rows: a box before each name. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly label: (name: string) => string;
  readonly onChoose: (unit: string) => void;
}

/** Two lines a row, one line, or one short line for many units. */
export type BarSize = 'full' | 'compact' | 'dense';

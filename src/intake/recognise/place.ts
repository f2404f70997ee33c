/** What a column means, and the part of a figure's place that it says. */
import type { Kind, Status } from '../../model/observation.ts';
import type { Answers } from '../answers.ts';
import type { Sheet } from '../sheet.ts';
import type { Role } from './role.ts';
import type { Layout } from './table.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Part of what a figure is about; what is missing the row, the title or a person says. */
export interface Place {
  readonly unit?: string;
  readonly period?: string;
  readonly measure?: string;
  readonly breakdown?: string;
  readonly category?: string;
  readonly kind?: Kind;
  /** Said of a whole column or table: provisional, where it is an estimate. */
  readonly status?: Status;
}

export type Meaning =
  | { readonly kind: 'labels'; readonly role: Role }
  | { readonly kind: 'figures'; readonly place: Place }
  /** A person must say which measure it is; the likeliest first. */
  | {
      readonly kind: 'unknown';
      readonly place: Place;
      readonly ids: readonly string[];
      readonly text: string;
      readonly exact: boolean;
    }
  | { readonly kind: 'total' };

export interface Context {
  readonly sheet: Sheet;
  readonly layout: Layout;
  readonly vocabulary: Vocabulary;
  readonly answers: Answers;
  /** Of the title, for headings that say a part of a year. */
  readonly year: string;
  /** The title's period a year earlier, for "Cùng kỳ"; null where the title says none. */
  readonly before: string | null;
}

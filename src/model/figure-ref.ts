/** Which figure is meant: what the address opens, and what a mark is found again by. */

export interface FigureRef {
  readonly unit: string;
  readonly period: string;
  /** Indicator or measure id. */
  readonly subject: string;
  /** '' for the whole. */
  readonly category: string;
}

/** "unit~period~subject~category". */
export function formatRef({ unit, period, subject, category }: FigureRef): string {
  return [unit, period, subject, category].join('~');
}

/** The figure that something is about, without the rest of it. */
export function refOf({ unit, period, subject, category }: FigureRef): FigureRef {
  return { unit, period, subject, category };
}

/** The figure that a text names; null for a text of another shape. */
export function parseRef(text: string): FigureRef | null {
  const parts = text.split('~');
  const [unit = '', period = '', subject = '', category = ''] = parts;
  return parts.length === 4 ? { unit, period, subject, category } : null;
}

/**
 * A field that figures have in one view only, in the shape of all others (figure-fields.ts): what has changed since a
 * base, what a part gives to a difference. The view's table and its files take them from there.
 */
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import type { FigureField } from './figure-fields.ts';

/** How a field says what it knows of a figure. */
export interface Told<T> {
  readonly raw: (known: T) => string | number | null;
  readonly word: (known: T, data: Dataset) => string;
  readonly number?: FigureField['number'];
}

export type Make<T> = (csv: string, heading: string, told: Told<T>) => FigureField;

/** Nothing stands where a figure is not what the view is about. */
export function fieldOver<T>(of: (figure: Figure) => T | undefined): Make<T> {
  return (csv, heading, { raw, word, number }) => ({
    ...{ csv, column: null, heading: () => heading },
    raw: (figure) => {
      const known = of(figure);
      return known === undefined ? null : raw(known);
    },
    word: (figure, data) => {
      const known = of(figure);
      return known === undefined ? '' : word(known, data);
    },
    ...(number ? { number } : {}),
  });
}

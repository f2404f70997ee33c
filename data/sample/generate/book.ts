/** The truth behind the reports: what happened in every quarter, before anybody tells it. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { QUARTERS } from './town.ts';

/** One quarter of one unit: "measure~breakdown~category~body" → number. */
export type Book = Map<string, number>;

export interface Key {
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
  readonly body: string;
}

export function newBooks(): Book[] {
  return Array.from({ length: QUARTERS }, () => new Map());
}

/** Notes a figure of a quarter; several notes of one key add up. */
export function note(
  book: Book | undefined,
  measure: string,
  value: number,
  { breakdown = '', category = '', body = '' }: Partial<Key> = {},
): void {
  const key = `${measure}~${breakdown}~${category}~${body}`;
  book?.set(key, (book.get(key) ?? 0) + value);
}

/** Notes a figure by category and in total. */
export function noteSplit(
  book: Book | undefined,
  measure: string,
  breakdown: string,
  parts: Readonly<Record<string, number>>,
): void {
  for (const [category, value] of Object.entries(parts)) {
    note(book, measure, value, { breakdown, category });
    note(book, measure, value);
  }
}

export function keyOf(text: string): Key {
  const [measure = '', breakdown = '', category = '', body = ''] = text.split('~');
  return { measure, breakdown, category, body };
}

/** Adds the books of several units, key by key. */
export function addBooks(all: readonly (readonly Book[])[]): Book[] {
  return newBooks().map((sum, quarter) => {
    for (const books of all) {
      for (const [key, value] of books[quarter] ?? []) sum.set(key, (sum.get(key) ?? 0) + value);
    }
    return sum;
  });
}

const TEMPORAL = new Map(
  Papa.parse<{ measure: string; temporal: string }>(
    readFileSync(new URL('../../catalogue/measures.csv', import.meta.url), 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data.map((row) => [row.measure, row.temporal]),
);

/**
 * A figure over the quarters `from`…`to`: flows add up, a stock is the last, an opening the first, a load the
 * opening and all that was new. Null where nothing was noted.
 */
export function over(books: readonly Book[], key: string, from: number, to: number) {
  const range = books.slice(from, to + 1);
  const values = range.map((book) => book.get(key));
  const { measure } = keyOf(key);
  switch (TEMPORAL.get(measure)) {
    case 'flow':
      return values.some((value) => value !== undefined) ? sum(values) : null;
    case 'opening':
      return values[0] ?? null;
    case 'load': {
      const opening = key.replace(measure, 'petitions_carried_over');
      const openings = range.slice(1).map((book) => book.get(opening));
      return values[0] === undefined ? null : sum(values) - sum(openings);
    }
    default:
      return values.at(-1) ?? null;
  }
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

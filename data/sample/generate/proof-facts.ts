/**
 * What the checks of `proof.ts` know: the catalogue, the key of a statement, the one that is shown of several.
 * Written from the contract (docs) alone; nothing of the app and nothing of the generator's arithmetic is used.
 */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Row, TextRow } from './row.ts';
import type { Sample } from './sample.ts';

export interface Failure {
  readonly code: string;
  /** The statements that take part: "unit~period~measure~category". */
  readonly keys: readonly string[];
  readonly words: string;
}

export interface Shown {
  readonly row: Row;
  readonly cutoff: string;
}
export type Index = ReadonlyMap<string, Shown>;

function catalogue(name: string): TextRow[] {
  const url = new URL(`../../catalogue/${name}.csv`, import.meta.url);
  return Papa.parse<TextRow>(readFileSync(url, 'utf8'), { header: true, skipEmptyLines: true })
    .data;
}

export const identities = catalogue('identities');
export const indicators = new Map(catalogue('indicators').map((row) => [row.indicator ?? '', row]));
export const measures = new Map(catalogue('measures').map((row) => [row.measure ?? '', row]));
export const sizes = new Map<string, number>();
for (const { breakdown = '' } of catalogue('categories')) {
  sizes.set(breakdown, (sizes.get(breakdown) ?? 0) + 1);
}

/** The statement of a key that counts: printed before counted, of the latest source, the first of several. */
export function shownOf(sample: Sample): Index {
  const sources = new Map(sample.sources.map((source) => [source.source ?? '', source]));
  const signed = (row: Row) => sources.get(row.source)?.signed_on ?? '';
  const shown = new Map<string, Shown>();
  for (const row of sample.observations) {
    if (row.value === null || row.bound !== '') continue;
    const before = shown.get(keyOf(row))?.row;
    const better = before && row.status !== 'E' && signed(row) > signed(before);
    const cutoff = sources.get(row.source)?.cutoff ?? '';
    if (!before || better) shown.set(keyOf(row), { row, cutoff });
  }
  return shown;
}

export function failure(code: string, rows: readonly (Row | undefined)[], words: string): Failure {
  const keys = rows.flatMap((row) => (row ? [shortKey(row)] : []));
  return { code, keys, words: `${words} (${rows.map((row) => row?.value).join(', ')})` };
}

export function wordsOf({ code, keys, words }: Failure): string {
  return `${code} ${keys[0]} ${words}`;
}

export function temporalOf({ measure }: Row): string {
  return measures.get(measure)?.temporal ?? '';
}

export function evaluate(formula: string, value: (measure: string) => number): number {
  const words = formula.split(' ');
  return words.reduce((sum, word, at) => {
    if (word === '+' || word === '-') return sum;
    return sum + (words[at - 1] === '-' ? -1 : 1) * value(plain(word));
  }, 0);
}

export const plain = (operand: string) => operand.replace('?', '');

export function decimalsOf({ printed, value }: Row): number {
  const found = /\d[\d.]*(?:,(\d+))?/.exec(printed);
  return (found ? (found[1] ?? '') : (String(value).split('.')[1] ?? '')).length;
}

export function keyOf(row: Row): string {
  const { unit, body, period, measure, breakdown, category, kind } = row;
  return `${unit}~${body}~${period}~${measure}~${breakdown}~${category}~${kind}`;
}

export function shortKey({ unit, period, measure, category }: Row): string {
  return `${unit}~${period}~${measure}~${category}`;
}

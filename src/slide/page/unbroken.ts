/** Names of units do not break inside: "Xã Ninh Hạc" stands in one line. */
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import type { Deck } from './deck.ts';

/** What is no text to be read, is for the speaker's notes, or stands beside bars and lines, where nothing breaks. */
const KEPT = new Set([
  'figures',
  'beside',
  'query',
  'spoken',
  'sentence',
  'fields',
  'categories',
  'series',
  'organisation',
]);

const NO_BREAK = '\u00a0';

/** The same deck with the names of its units unbroken. */
export function unbroken(data: Dataset, deck: Deck): Deck {
  const named = data.units.ids.map((unit) => data.units.at(unit).name);
  const names = [...new Set(named)]
    .filter((name) => name.includes(' '))
    .sort((a, b) => b.length - a.length);
  const byWord = groupBy(names, (name) => name.split(' ').slice(0, 2).join(' '));
  return mapped(deck, (text) => {
    let told = text;
    for (const [start, own] of byWord) {
      if (!told.includes(start)) continue;
      for (const name of own) told = told.replaceAll(name, name.replaceAll(' ', NO_BREAK));
    }
    return told;
  });
}

/** Every text that is read; functions and figures as they are. */
function mapped<T>(value: T, change: (text: string) => string): T {
  if (typeof value === 'string') return change(value) as T;
  if (Array.isArray(value)) return value.map((one) => mapped(one, change)) as T;
  if (value === null || typeof value !== 'object' || isOther(value)) return value;
  const entries = Object.entries(value).map(([key, own]) => [
    key,
    KEPT.has(key) ? own : mapped(own, change),
  ]);
  return Object.fromEntries(entries) as T;
}

const isOther = (value: object) => value instanceof Map || value instanceof Set;

/** Names of units do not break inside: "Xã Ninh Hạc" stands in one line. */
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { mapTexts } from '../spelt.ts';
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
  const names = [...new Set(named.flatMap((name) => [name, lowerFirst(name)]))] // in a sentence, too
    .filter((name) => name.includes(' '))
    .sort((a, b) => b.length - a.length);
  const byWord = groupBy(names, (name) => name.split(' ').slice(0, 2).join(' '));
  return mapTexts(deck, KEPT, (text) => {
    let told = text;
    for (const [start, own] of byWord) {
      if (!told.includes(start)) continue;
      for (const name of own) told = told.replaceAll(name, name.replaceAll(' ', NO_BREAK));
    }
    return told;
  });
}

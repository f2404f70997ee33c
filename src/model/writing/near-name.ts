/** Units whose names one slip would make the same: told to the reader, never merged. */

import { groupBy } from '../group.ts';
import type { UnitState, Units } from '../unit.ts';
import { foldForSearch } from './fold.ts';

export interface NearName {
  readonly unit: string;
  readonly other: string;
}

/**
 * Pairs of units under one parent whose names are the same or differ only in marks, case, spacing, a doubled letter, y and i, or
 * two letters exchanged.
 */
export function nearNames(units: Units): NearName[] {
  const states = units.ids.flatMap((id) => units.states(id));
  const pairs = new Map<string, NearName>();
  for (const keyOf of SLIPS) {
    const groups = groupBy(states, ({ parent, name }) => `${parent ?? ''}~${keyOf(name)}`);
    for (const same of groups.values()) addPairs(same, pairs);
  }
  return [...pairs.values()];
}

function addPairs(same: readonly UnitState[], pairs: Map<string, NearName>): void {
  for (const a of same) {
    for (const b of same) {
      if (a.unit < b.unit && isNear(a, b) && overlap(a, b)) {
        pairs.set(`${a.unit}~${b.unit}`, { unit: a.unit, other: b.unit });
      }
    }
  }
}

/** Two of one kind may not even differ; of two kinds the same name is no slip. */
function isNear(a: UnitState, b: UnitState): boolean {
  return a.name !== b.name || a.kind === b.kind;
}

/** What is left of a name when one kind of slip is taken away. */
const SLIPS: readonly ((name: string) => string)[] = [
  (name) => wordsOf(name).join(''),
  (name) => wordsOf(name).map(inOrder).join(' '),
];

/** Words without marks, case, punctuation, doubled letters and the spellings of one sound (y, i; our, or). */
function wordsOf(name: string): string[] {
  return foldForSearch(name)
    .replace(/y/g, 'i')
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (ROMAN.test(word) ? `${word} ` : soundOf(word)));
}

function soundOf(word: string): string {
  return word.replace(/(\p{L})\1+/gu, '$1').replace(/(?<=\p{L}{3})our$/u, 'or');
}

/** No two Vietnamese syllables have the same letters, otherwise ordered, between the same first and last one. */
function inOrder(word: string): string {
  if (!/^\p{L}{4,}$/u.test(word)) return word;
  return `${word[0]}${[...word.slice(1, -1)].sort().join('')}${word.at(-1)}`;
}

const ROMAN = /^[ivxlcdm]+$/;

function overlap(a: UnitState, b: UnitState): boolean {
  const before = (end: string | null, start: string | null) =>
    end !== null && start !== null && end < start;
  return !before(a.validTo, b.validFrom) && !before(b.validTo, a.validFrom);
}

/** Units whose names one slip would make the same: told to the reader, never merged. */

import { groupBy } from '../group.ts';
import type { UnitState, Units } from '../unit.ts';
import { foldForSearch } from './fold.ts';

export interface NearName {
  readonly unit: string;
  readonly other: string;
}

/** Pairs of units under one parent whose names differ only in marks, case, spacing or a doubled letter. */
export function nearNames(units: Units): NearName[] {
  const states = units.ids.flatMap((id) => units.states(id));
  const groups = groupBy(states, (state) => `${state.parent ?? ''}~${slipKey(state.name)}`);
  const pairs = new Map<string, NearName>();
  for (const same of groups.values()) {
    for (const a of same) {
      for (const b of same) {
        if (a.unit < b.unit && a.name !== b.name && overlap(a, b)) {
          pairs.set(`${a.unit}~${b.unit}`, { unit: a.unit, other: b.unit });
        }
      }
    }
  }
  return [...pairs.values()];
}

/** What is left of a name when marks, case, punctuation and doubled letters are taken away; numbers count. */
function slipKey(name: string): string {
  return foldForSearch(name)
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => (ROMAN.test(word) ? `${word} ` : word.replace(/(\p{L})\1+/gu, '$1')))
    .join('');
}

const ROMAN = /^[ivxlcdm]+$/;

function overlap(a: UnitState, b: UnitState): boolean {
  const before = (end: string | null, start: string | null) =>
    end !== null && start !== null && end < start;
  return !before(a.validTo, b.validFrom) && !before(b.validTo, a.validFrom);
}

import { describe, expect, it } from 'vitest';
import { boundaries, derivable, type YearPart } from '../../src/model/time/period-algebra.ts';

const PARTS: readonly YearPart[] = [
  'Y',
  'S1',
  'S2',
  'P9',
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  ...Array.from({ length: 12 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`),
];

/** A small deterministic generator (mulberry32): the same packages at every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const sumOf = (months: readonly number[], part: YearPart) =>
  months.slice(...boundaries(part)).reduce((sum, month) => sum + month, 0);

/** Whether two month boundaries are joined by stated intervals: an independent way to the same answer. */
function connected(stated: readonly YearPart[], [from, to]: readonly [number, number]): boolean {
  const group = Array.from({ length: 13 }, (_, at) => at);
  for (const part of stated) {
    const [a, b] = boundaries(part).map((end) => group[end]);
    for (const at of group.keys()) if (group[at] === a) group[at] = b as number;
  }
  return group[from] === group[to];
}

describe('the algebra of periods', () => {
  it.each([
    [['Q1', 'S1', 'P9', 'Y'], 'Q2', '+S1 -Q1'],
    [['Q1', 'S1', 'P9', 'Y'], 'Q4', '+Y -P9'],
    [['Q1', 'S1', 'P9', 'Y'], 'S2', '+Y -S1'],
    [['S1', 'S2'], 'Y', '+S1 +S2'],
    [['Q1', 'Q2', 'Q3', 'Q4'], 'Y', '+Q1 +Q2 +Q3 +Q4'],
    [['S1', 'Q3', 'Q1'], 'P9', '+S1 +Q3'],
    [['Y', 'Q4', 'S1'], 'Q3', '+Y -Q4 -S1'],
  ])('from %j makes %s as %s', (stated, target, expected) => {
    const found = derivable(stated, PARTS).find((item) => item.target === target);
    const terms = found?.terms.map((term) => `${term.sign > 0 ? '+' : '-'}${term.part}`).sort();
    expect(terms).toEqual(expected.split(' ').sort());
  });

  it.each([
    [['Q1', 'P9'], 'Q2'],
    [['S1', 'Q4'], 'Y'],
    [['Y'], 'S1'],
    [['Q1'], 'Q2'],
  ])('refuses to make of %j the period %s', (stated, target) => {
    expect(derivable(stated, PARTS).map((item) => item.target)).not.toContain(target);
  });

  it('gives what was counted, for any months and any stated periods, and exactly where it can', () => {
    const next = random(20231120);
    for (let round = 0; round < 400; round += 1) {
      const months = Array.from({ length: 12 }, () => Math.floor(next() * 50));
      const stated = PARTS.filter(() => next() < 0.25);
      const found = new Map(derivable(stated, PARTS).map((item) => [item.target, item.terms]));
      for (const target of PARTS.filter((part) => !stated.includes(part))) {
        const terms = found.get(target);
        expect(terms !== undefined).toBe(connected(stated, boundaries(target)));
        if (!terms) continue;
        const sum = terms.reduce((total, term) => total + term.sign * sumOf(months, term.part), 0);
        expect(sum).toBe(sumOf(months, target));
      }
    }
  });
});

/** What parts give to a difference adds up to it, however the whole is taken apart. */
import { describe, expect, it, test } from 'vitest';
import {
  type Contribution,
  decomposed,
  given,
  isWhole,
  type PartStates,
  stepsFrom,
  totalOf,
} from '../../src/model/statistics/decomposition.ts';

/** Always the same numbers between 0 and 1 (a linear congruential generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const random = seeded(15);
const whole = (most: number) => Math.floor(random() * (most + 1));

/** x of n; one in five is empty. */
function share() {
  const n = random() < 0.2 ? 0 : 1 + whole(random() < 0.5 ? 12 : 4000);
  return { x: whole(n), n };
}

const partsOf = (count: number): PartStates[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${at}`, before: share(), now: share() }));

const rate = ({ x, n }: { x: number; n: number }) => x / n;
const difference = (parts: readonly PartStates[]) =>
  rate(totalOf(parts.map(({ now }) => now))) - rate(totalOf(parts.map(({ before }) => before)));
const sum = (parts: readonly Contribution[], of: (part: Contribution) => number) =>
  parts.reduce((all, part) => all + of(part), 0);

/** The same whole in fewer parts: neighbours thrown together at random. */
function regrouped(parts: readonly PartStates[]): PartStates[] {
  const groups: PartStates[][] = [];
  for (const part of parts) {
    if (groups.length > 0 && random() < 0.5) groups.at(-1)?.push(part);
    else groups.push([part]);
  }
  return groups.map((group, at) => ({
    id: `${at}`,
    before: totalOf(group.map(({ before }) => before)),
    now: totalOf(group.map(({ now }) => now)),
  }));
}

describe('what parts give', () => {
  it('adds up to the difference, whatever the parts are and however they are grouped', () => {
    let tried = 0;
    for (let turn = 0; turn < 2000; turn += 1) {
      const parts = partsOf(1 + whole(25));
      const found = decomposed(parts);
      if (found === null) continue;
      tried += 1;
      expect(sum(found, given)).toBeCloseTo(difference(parts), 10);
      const grouped = decomposed(regrouped(parts)) ?? [];
      expect(sum(grouped, given)).toBeCloseTo(difference(parts), 10);
    }
    expect(tried).toBeGreaterThan(1500);
  });

  it('turns its sign when both states change places', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const parts = partsOf(6);
      const there = decomposed(parts);
      const back = decomposed(
        parts.map(({ id, before, now }) => ({ id, before: now, now: before })),
      );
      if (!there || !back) continue;
      there.forEach((part, at) => {
        expect(back[at]?.mix).toBeCloseTo(-part.mix, 12);
        expect(back[at]?.rate).toBeCloseTo(-part.rate, 12);
      });
    }
  });

  it('is all by rate where weights stay, all by weight where rates stay', () => {
    const weighty = decomposed([
      { id: 'a', before: { x: 50, n: 100 }, now: { x: 60, n: 100 } },
      { id: 'b', before: { x: 90, n: 100 }, now: { x: 70, n: 100 } },
    ]);
    expect(weighty?.map(({ mix }) => mix)).toEqual([0, 0]);
    expect(weighty?.map((part) => part.rate)).toEqual([expect.closeTo(0.05), expect.closeTo(-0.1)]);
    // 50 % and 90 %, of 100 and 100, then of 150 and 50: the first weighs more and lies below, the second weighs less
    const moved = decomposed([
      { id: 'a', before: { x: 50, n: 100 }, now: { x: 75, n: 150 } },
      { id: 'b', before: { x: 90, n: 100 }, now: { x: 45, n: 50 } },
    ]);
    expect(moved?.map((part) => part.rate)).toEqual([0, 0]);
    expect(moved?.map(({ mix }) => mix)).toEqual([
      expect.closeTo(-0.0375),
      expect.closeTo(-0.0625),
    ]);
  });

  it('gives weight only for a part that one state does not have, nothing for one that neither has', () => {
    const found = decomposed([
      { id: 'old', before: { x: 8, n: 10 }, now: { x: 9, n: 10 } },
      { id: 'new', before: { x: 0, n: 0 }, now: { x: 1, n: 10 } },
      { id: 'none', before: { x: 0, n: 0 }, now: { x: 0, n: 0 } },
    ]);
    expect(found?.[1]?.rate).toBe(0);
    expect(found?.[1]?.mix).toBeLessThan(0);
    expect(found?.[2]).toMatchObject({ mix: 0, rate: 0 });
    expect(found && sum(found, given)).toBeCloseTo(0.5 - 0.8, 12);
  });

  it('is nothing where a state is empty', () => {
    expect(decomposed([])).toBeNull();
    expect(decomposed([{ id: 'a', before: { x: 0, n: 0 }, now: { x: 1, n: 2 } }])).toBeNull();
  });
});

test('parts are a whole only where both counts add up to it', () => {
  const parts = [
    { x: 1, n: 3 },
    { x: 0, n: 0 },
    { x: 2, n: 4 },
  ];
  expect(isWhole(parts, { x: 3, n: 7 })).toBe(true);
  expect(isWhole(parts, { x: 3, n: 8 })).toBe(false);
  expect(isWhole(parts, { x: 4, n: 7 })).toBe(false);
  expect(isWhole([], { x: 0, n: 1 })).toBe(false);
});

describe('steps', () => {
  it('lead from one rate to the other without a gap, and never below zero', () => {
    for (let turn = 0; turn < 500; turn += 1) {
      const parts = partsOf(2 + whole(8));
      const found = decomposed(parts);
      if (!found) continue;
      const start = rate(totalOf(parts.map(({ before }) => before)));
      const steps = stepsFrom(start, found);
      expect(steps).toHaveLength(found.length);
      steps.forEach(({ from, to }, at) => {
        expect(from).toBe(at === 0 ? start : steps[at - 1]?.to);
        expect(to).toBeGreaterThan(-1e-9);
      });
      expect(steps.at(-1)?.to).toBeCloseTo(start + difference(parts), 10);
    }
  });

  it('begin with what goes the way of the difference most', () => {
    const items = [0.01, -0.2, 0.05, -0.1].map((rate, id) => ({ id, mix: 0, rate }));
    expect(stepsFrom(0.9, items).map(({ item }) => item.id)).toEqual([1, 3, 0, 2]);
    expect(stepsFrom(0.25, items).map(({ item }) => item.id)).toEqual([2, 0, 3, 1]);
  });
});

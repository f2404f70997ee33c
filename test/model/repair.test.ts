import { describe, expect, it } from 'vitest';
import { replaced } from '../../src/model/group.ts';
import { holds, type Rule } from '../../src/model/identity/rule.ts';
import {
  findRepairs,
  type Hypothesis,
  isSlip,
  type RepairKind,
} from '../../src/model/repair/repair.ts';
import { type Suspect, slipBetween } from '../../src/model/repair/slips.ts';
import { type Random, seededRandom } from '../bench/random.ts';

const terms = (figures: readonly number[]) =>
  figures.map((figure) => ({ figure, sign: 1 as const }));
const sum = (total: number, ...parts: number[]): Rule => ({
  total: terms([total]),
  relation: '=',
  parts: terms(parts),
});
const atMost = (total: number, ...parts: number[]): Rule => ({
  ...sum(total, ...parts),
  relation: '<=',
});
const counts = (...values: number[]): Suspect[] => values.map((value) => ({ value, decimals: 0 }));

const valuesOf = (figures: readonly Suspect[]) => figures.map((figure) => figure.value);
const failing = (figures: readonly Suspect[], rules: readonly Rule[]) =>
  [...rules.keys()].filter((at) => !holds(rules[at] as Rule, valuesOf(figures)));
const text = ({ kind, changes }: Pick<Hypothesis, 'kind' | 'changes'>) =>
  `${kind} ${changes.map((c) => `${c.figure}:${c.from}>${c.to}`).join(' ')}`;
const repairs = (figures: readonly Suspect[], rules: readonly Rule[], failed?: number[]) =>
  findRepairs(figures, rules, failed ?? failing(figures, rules)).map(text);

describe('a slip of the pen', () => {
  it.each<[RepairKind, number, number, number]>([
    ['transposed', 103, 130, 0],
    ['transposed', 321, 123, 0],
    ['dropped', 13, 113, 0],
    ['dropped', 13, 130, 0],
    ['dropped', 5, 50, 0],
    ['dropped', 12.5, 125, 1],
    ['doubled', 1133, 113, 0],
    ['doubled', 1133, 133, 0],
    ['doubled', 488.3, 48.3, 1],
    ['doubled', 11432, 1432, 0],
    ['extra', 12153, 2153, 0],
    ['extra', 105, 15, 0],
    ['digit', 91, 81, 0],
    ['digit', 41, 41.3, 1],
    ['value', 7, 8, 0],
    ['value', 64, 95, 0],
    ['value', 12, 1200, 0],
    ['value', 123, 231, 0],
  ])('%s: %d for %d', (kind, from, to, decimals) => {
    expect(slipBetween(from, to, decimals)).toBe(kind);
  });

  it('goes both ways: what was dropped one way was put in the other', () => {
    const random = seededRandom(5);
    const inverse: Partial<Record<RepairKind, RepairKind[]>> = {
      dropped: ['doubled', 'extra'],
      doubled: ['dropped'],
      extra: ['dropped'],
    };
    for (let at = 0; at < 2000; at += 1) {
      const [a, b] = [random.whole(0, 2000), random.whole(0, 2000)];
      const there = slipBetween(a, b, 0);
      expect(inverse[there] ?? [there], `${a} ${b}`).toContain(slipBetween(b, a, 0));
    }
  });

  it('is anything but a mere value', () => {
    expect(isSlip('exchanged')).toBe(true);
    expect(isSlip('sign')).toBe(true);
    expect(isSlip('stated')).toBe(true);
    expect(isSlip('value')).toBe(false);
  });
});

describe('a rule', () => {
  it('holds at equal sides, or at a part that is not above its total', () => {
    expect(holds(sum(0, 1, 2), [3, 1, 2])).toBe(true);
    expect(holds(sum(0, 1, 2), [3, 1, 1])).toBe(false);
    expect(holds(atMost(0, 1), [3, 3])).toBe(true);
    expect(holds(atMost(0, 1), [3, 4])).toBe(false);
  });

  it('bears the last bits of decimal sums', () => {
    expect(holds(sum(0, 1, 2), [0.3, 0.1, 0.2])).toBe(true);
    expect(holds(atMost(0, 1, 2), [0.3, 0.1, 0.2])).toBe(true);
  });
});

describe('the smallest repair', () => {
  it('exchanges the two values that mend both sums, before anything that mends one', () => {
    // 545 = 539 + 6 and 59 = 46 + 13, written the other way round.
    const figures = counts(545, 539, 13, 59, 46, 6);
    expect(repairs(figures, [sum(0, 1, 2), sum(3, 4, 5)])).toEqual(['exchanged 2:13>6 5:6>13']);
    expect(repairs(figures, [sum(0, 1, 2), sum(3, 4, 5)], [0])).toEqual([
      'exchanged 2:13>6 5:6>13',
    ]);
  });

  it('does not exchange what may not be taken for each other', () => {
    const figures = counts(545, 539, 13, 59, 46, 6);
    const rules = [sum(0, 1, 2), sum(3, 4, 5)];
    const found = findRepairs(figures, rules, [0], (a, b) => a < 3 === b < 3);
    expect(found.map(({ kind }) => kind)).not.toContain('exchanged');
  });

  it('shows all that are equally small, slips of the pen first', () => {
    const found = repairs(counts(130, 70, 33), [sum(0, 1, 2)]);
    expect(found).toEqual(['transposed 0:130>103', 'value 1:70>97', 'value 2:33>60']);
  });

  it('changes nothing that another sum holds fast', () => {
    // Figure 0 is the total of both; the second sum holds.
    expect(repairs(counts(100, 70, 3, 60, 40), [sum(0, 1, 2), sum(0, 3, 4)])).toEqual([
      'dropped 2:3>30',
      'value 1:70>97',
    ]);
  });

  it('finds none where every figure is held fast', () => {
    const figures = counts(10, 7, 2, 7, 2, 10);
    const rules = [sum(0, 1, 2), sum(1, 3), sum(2, 4), sum(0, 5)];
    expect(repairs(figures, rules)).toEqual([]);
  });

  it('never goes below zero, nor gives a count decimals', () => {
    expect(repairs(counts(3, 10, 2), [sum(0, 1, 2)])).not.toContain('value 2:2>-7');
    const doubleTotal: Rule = { ...sum(0, 1, 2), total: terms([0, 0]) };
    expect(repairs(counts(5, 4, 3), [doubleTotal]).join()).not.toContain('3.5');
  });

  it('reads digits at the printed precision', () => {
    const figures = [402.1, 360.8, 41].map((value) => ({ value, decimals: 1 }));
    expect(repairs(figures, [sum(0, 1, 2)])).toContain('digit 2:41>41.3');
  });

  it('finds a lost decimal separator, although the wrong figure has no decimals left', () => {
    const decimals = (value: number) => (Number.isInteger(value) ? 0 : 1);
    const printed = (...values: number[]): Suspect[] =>
      values.map((value) => ({ value, decimals: decimals(value) }));
    expect(repairs(printed(421.8, 675, 354.3), [sum(0, 1, 2)])[0]).toBe('shifted 1:675>67.5');
    expect(repairs(printed(4218, 67.5, 354.3), [sum(0, 1, 2)])[0]).toBe('shifted 0:4218>421.8');
    const dot = [{ value: 4.218, decimals: 3 }, ...printed(67.5, 354.3)];
    expect(repairs(dot, [sum(0, 1, 2)])[0]).toBe('shifted 0:4.218>421.8');
  });

  it('tells a slip that a sum asks for from one of many that would do', () => {
    const asked = findRepairs(counts(130, 13, 27), [sum(0, 1, 2)], [0]);
    expect(asked.some((item) => item.free)).toBe(false);
    const open = findRepairs(counts(443, 2406), [atMost(0, 1)], [0]);
    expect(open.find(({ kind }) => kind === 'exchanged')?.free).toBe(false);
    const slips = open.filter(({ kind }) => kind !== 'exchanged');
    expect(slips.length).toBeGreaterThan(24);
    expect(slips.every((item) => item.free)).toBe(true);
  });

  it('turns a sign', () => {
    expect(repairs(counts(10, 16, -6), [sum(0, 1, 2)])).toEqual([]);
    expect(repairs(counts(22, 16, -6), [sum(0, 1, 2)])).toContain('sign 2:-6>6');
  });

  it('takes what another place of the document says before all else', () => {
    const figures = [...counts(100, 70), { value: 20, decimals: 0, others: [30] }];
    expect(repairs(figures, [sum(0, 1, 2)])[0]).toBe('stated 2:20>30');
  });

  it('asks for the exact value where only a part may be missing', () => {
    const rule: Rule = { ...atMost(0, 1, 2), nearlyEqual: true };
    expect(repairs(counts(100, 171, 29), [rule])).toContain('extra 1:171>71');
  });

  it('tries the slips of a part above its total', () => {
    const found = repairs(counts(92, 186), [atMost(0, 1)]);
    expect(found).toContain('extra 1:186>86');
    expect(found).toContain('extra 1:186>18');
  });

  it('takes the value that the other failing sums ask for', () => {
    // 91 of 88 good; with the quarter before, 78 of 85, the half has 159 of 173.
    const figures = counts(88, 91, 85, 78, 173, 159);
    const rules = [atMost(0, 1), sum(4, 0, 2), sum(5, 1, 3)];
    expect(repairs(figures, rules, [0])).toEqual(['digit 1:91>81']);
  });

  it('finds the one slip among a hundred categories in seven periods', () => {
    const { figures, rules } = manyCategories(100);
    const wrong = replaced(figures, 5, { value: (figures[5]?.value ?? 0) + 37, decimals: 0 });
    const found = findRepairs(wrong, rules, [0], (a, b) => a % 7 === b % 7);
    expect(found.map(({ changes }) => changes[0]?.to)).toEqual([figures[5]?.value]);
  });
});

describe('in random systems of sums', () => {
  it.each([1, 2, 3, 4, 5])('what was meant is among the hypotheses, seed %i', (seed) => {
    const random = seededRandom(seed);
    let asked = 0;
    while (asked < 300) {
      const { figures, rules } = randomSystem(random);
      expect(failing(figures, rules)).toEqual([]);
      const meant = plantSlip(random, figures, rules);
      if (!meant) continue;
      const failed = failing(meant.figures, rules);
      const about = `${JSON.stringify(meant)} ${JSON.stringify(rules)}`;
      for (const at of failed) expectAmong(findRepairs(meant.figures, rules, [at]), meant, about);
      if (failed.length > 0) expectAmong(findRepairs(meant.figures, rules, failed), meant, about);
      asked += failed.length;
    }
  });

  it.each([6, 7, 8])('every hypothesis mends the sum and breaks none, seed %i', (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 100; round += 1) {
      const { figures, rules } = randomSystem(random);
      const meant = plantSlip(random, figures, rules);
      const failed = meant ? failing(meant.figures, rules) : [];
      if (!meant || failed.length === 0) continue;
      for (const { changes, mended } of findRepairs(meant.figures, rules, failed)) {
        const after = valuesOf(meant.figures);
        for (const { figure, from, to } of changes) {
          expect(after[figure]).toBe(from);
          after[figure] = to;
        }
        expect(rules.filter((rule) => !holds(rule, after))).toEqual([]);
        expect(mended).toBe(failed.length);
      }
    }
  });
});

interface System {
  readonly figures: Suspect[];
  readonly rules: Rule[];
}

/** Leaves, and sums over some of them or over sums: a figure may take part in several. */
function randomSystem(random: Random): System {
  const decimals = random.whole(0, 2);
  const leaves = random.whole(3, 9);
  const values = Array.from({ length: leaves }, () => random.whole(0, 10 ** random.whole(1, 4)));
  const rules: Rule[] = [];
  for (let n = random.whole(1, 7); n > 0; n -= 1) {
    const parts = [...values.keys()].filter(() => random.chance(0.4));
    if (parts.length < 2) continue;
    values.push(parts.reduce((total, at) => total + (values[at] as number), 0));
    rules.push(sum(values.length - 1, ...parts));
  }
  const figures = values.map((value) => ({ value: value / 10 ** decimals, decimals }));
  return { figures, rules };
}

type Meant = { kind: RepairKind; figures: Suspect[]; changes: Hypothesis['changes'] };

/** Exchanges two figures of sums or spoils the digits of one; null where that would change nothing. */
function plantSlip(
  random: Random,
  figures: readonly Suspect[],
  rules: readonly Rule[],
): Meant | null {
  const bound = rules.flatMap((rule) => [...rule.total, ...rule.parts].map((term) => term.figure));
  const pick = () => bound[random.whole(0, bound.length - 1)] as number;
  if (bound.length === 0) return null;
  const [a, b] = [pick(), pick()];
  const [first, second] = [figures[a], figures[b]] as [Suspect, Suspect];
  if (random.chance(0.3)) {
    if (first.value === second.value) return null;
    return {
      kind: 'exchanged',
      figures: replaced(replaced(figures, a, second), b, first),
      changes: [
        { figure: a, from: second.value, to: first.value },
        { figure: b, from: first.value, to: second.value },
      ],
    };
  }
  const scale = 10 ** first.decimals;
  const from = spoilt(random, Math.round(first.value * scale)) / scale;
  if (from === first.value) return null;
  return {
    kind: slipBetween(from, first.value, first.decimals),
    figures: replaced(figures, a, { ...first, value: from }),
    changes: [{ figure: a, from, to: first.value }],
  };
}

function spoilt(random: Random, whole: number): number {
  const digits = [...String(whole)];
  const [i, j] = [random.whole(0, digits.length - 1), random.whole(0, digits.length - 1)];
  const some = [
    () => [...digits.slice(0, i), ...digits.slice(i + 1)],
    () => [...digits.slice(0, i), digits[i] as string, ...digits.slice(i)],
    () => [...digits.slice(0, i), String(random.whole(1, 9)), ...digits.slice(i)],
    () => replaced(digits, i, String(random.whole(0, 9))),
    () => replaced(replaced(digits, i, digits[j] as string), j, digits[i] as string),
  ];
  return Number(some[random.whole(0, some.length - 1)]?.().join('') || '0');
}

function expectAmong(found: readonly Hypothesis[], meant: Meant, about: string): void {
  const key = ({ changes }: Pick<Hypothesis, 'changes'>) =>
    changes
      .map(({ figure, to }) => `${figure}=${to}`)
      .sort()
      .join();
  const same = found.find((item) => key(item) === key(meant));
  expect(same, about).toBeDefined();
  expect(same?.kind, about).toBe(meant.kind);
}

/** Categories and their total in Q1, Q2, S1, Q3, 9M, Q4 and the year, with the sums over both. */
function manyCategories(count: number): System {
  const random = seededRandom(9);
  const rows = Array.from({ length: count }, () => {
    const [a = 0, b = 0, c = 0, d = 0] = Array.from({ length: 4 }, () => random.whole(10, 99));
    return [a, b, a + b, c, a + b + c, d, a + b + c + d];
  });
  const totals = [0, 1, 2, 3, 4, 5, 6].map((period) =>
    rows.reduce((total, row) => total + (row[period] as number), 0),
  );
  const all = [...rows, totals];
  const rules = totals.map((_, period) =>
    sum(count * 7 + period, ...rows.map((__, at) => at * 7 + period)),
  );
  const sums: [number, number[]][] = [
    [2, [0, 1]],
    [4, [2, 3]],
    [4, [0, 1, 3]],
    [6, [4, 5]],
    [6, [2, 3, 5]],
    [6, [0, 1, 3, 5]],
  ];
  for (const at of all.keys()) {
    for (const [whole, parts] of sums) {
      rules.push(sum(at * 7 + whole, ...parts.map((part) => at * 7 + part)));
    }
  }
  // The mistake is in the last quarter of the first category.
  const order = [5, 0, 1, 2, 3, 4, 6].map((period) => rules[period] as Rule);
  return { figures: counts(...all.flat()), rules: [...order, ...rules.slice(7)] };
}

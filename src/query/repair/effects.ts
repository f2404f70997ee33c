/** What a hypothesis would change, and what it would mean for other places and printed percentages. */
import type { Dataset } from '../../model/dataset.ts';
import type { Operand } from '../../model/formula.ts';
import { groupBy } from '../../model/group.ts';
import type { Stated } from '../../model/identity/equations.ts';
import type { Hypothesis } from '../../model/repair/repair.ts';
import type { Statement } from '../../model/statement.ts';
import { decimalsOf, printedDecimals } from '../../model/writing/number.ts';
import type { RepairConsequence, RepairHypothesis } from '../../question/repair.ts';

export function describe(
  data: Dataset,
  figures: readonly Stated[],
  { kind, changes, mended, failing, free }: Hypothesis,
): RepairHypothesis {
  return {
    kind,
    rank: 0,
    mended,
    failing,
    free,
    changes: changes.map(({ figure, from, to }) => ({
      statement: (figures[figure] as Stated).statement,
      from,
      to,
    })),
    consequences: [
      ...elsewhere(figures, changes),
      ...percentages(data, figures, new Map(changes.map((c) => [c.figure, c.to]))),
    ],
  };
}

/** Other places that state the value which the hypothesis takes for wrong. */
function elsewhere(
  figures: readonly Stated[],
  changes: Hypothesis['changes'],
): RepairConsequence[] {
  return changes.flatMap(({ figure, from }) => {
    const { statement, same } = figures[figure] as Stated;
    return same
      .filter((s) => s.row !== statement.row && s.value === from)
      .map((s) => ({ type: 'place' as const, statement: s }));
  });
}

/** Printed percentages that would come to fit their counts, or would no longer. */
function percentages(
  data: Dataset,
  figures: readonly Stated[],
  changed: ReadonlyMap<number, number>,
): RepairConsequence[] {
  const places = new Set(
    [...changed.keys()].map((at) => {
      const { period, breakdown, category } = (figures[at] as Stated).key;
      return [period, breakdown, category].join('~');
    }),
  );
  const here = [...figures.keys()].filter((at) => {
    const { period, breakdown, category } = (figures[at] as Stated).key;
    return places.has([period, breakdown, category].join('~'));
  });
  const byMeasure = groupBy(here, (at) => (figures[at] as Stated).key.measure);
  return [...data.indicators.values()].flatMap((indicator): RepairConsequence[] => {
    const reportedAt = byMeasure.get(indicator.indicator)?.[0];
    const operands = [...indicator.numerator, ...indicator.denominator];
    const at = new Map([...byMeasure].flatMap(([measure, list]) => [[measure, list[0]]]));
    const concerns = operands.some((o) => changed.has(at.get(o.measure) ?? -1));
    if (reportedAt === undefined || !concerns || indicator.denominator.length === 0) return [];
    const compute = (of: (at: number) => number) => {
      const n = totalOf(indicator.numerator, at, of);
      const d = totalOf(indicator.denominator, at, of);
      return n === null || d === null || d <= 0 ? null : (n / d) * indicator.scale;
    };
    const stated = (i: number) => (figures[i] as Stated).statement.value ?? 0;
    const before = compute(stated);
    const after = compute((i) => changed.get(i) ?? stated(i));
    const { statement } = figures[reportedAt] as Stated;
    if (before === null || after === null || statement.value === null) return [];
    const agreed = (value: number) => agrees(value, statement.value ?? 0, decimalsIn(statement));
    if (agreed(before) === agreed(after)) return [];
    return [{ type: 'rate', statement, computed: after, agrees: agreed(after) }];
  });
}

/** Values tried for one count and one percentage: of more the percentage says too little. */
const MOST_ASKED = 200;

/**
 * What printed percentages ask of their counts: by figure the values with which a percentage that does not fit would
 * come to fit, rounded or cut.
 */
export function askedByPercentages(
  data: Dataset,
  figures: readonly Stated[],
): ReadonlyMap<number, readonly number[]> {
  const asked = new Map<number, number[]>();
  const places = groupBy([...figures.keys()], (at) => {
    const { period, breakdown, category } = (figures[at] as Stated).key;
    return [period, breakdown, category].join('~');
  });
  const stated = (at: number) => (figures[at] as Stated).statement.value ?? 0;
  for (const members of places.values()) {
    const at = new Map(members.map((i) => [(figures[i] as Stated).key.measure, i]));
    for (const { indicator, numerator, denominator, scale } of data.indicators.values()) {
      const reported = at.get(indicator);
      if (reported === undefined || denominator.length === 0) continue;
      const n = totalOf(numerator, at, stated);
      const d = totalOf(denominator, at, stated);
      const { statement } = figures[reported] as Stated;
      const share = (statement.value ?? 0) / scale;
      if (n === null || d === null || d <= 0 || share <= 0) continue;
      const decimals = decimalsIn(statement);
      if (agrees((n / d) * scale, statement.value ?? 0, decimals)) continue;
      const unit = 10 ** -decimals / scale;
      const [low, high] = [share - unit / 2, share + unit];
      for (const { measure, sign } of numerator) {
        ask(asked, figures, at.get(measure), sign, [low * d - n, high * d - n]);
      }
      for (const { measure, sign } of denominator) {
        ask(asked, figures, at.get(measure), sign, [n / high - d, n / Math.max(low, 1e-9) - d]);
      }
    }
  }
  return asked;
}

/** Values of a figure that would move its side of the ratio by something between two differences. */
function ask(
  asked: Map<number, number[]>,
  figures: readonly Stated[],
  at: number | undefined,
  sign: number,
  between: readonly [number, number],
): void {
  if (at === undefined) return;
  const { statement } = figures[at] as Stated;
  const step = 10 ** -decimalsIn(statement);
  const ends = between.map((difference) => ((statement.value ?? 0) + sign * difference) / step);
  const from = Math.max(0, Math.ceil(Math.min(...ends) - 1e-9));
  const to = Math.floor(Math.max(...ends) + 1e-9);
  if (to - from >= MOST_ASKED) return;
  const values = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => (from + k) * step);
  asked.set(at, [...(asked.get(at) ?? []), ...values]);
}

function totalOf(
  operands: readonly Operand[],
  at: ReadonlyMap<string, number | undefined>,
  of: (at: number) => number,
): number | null {
  let total = 0;
  for (const operand of operands) {
    const figure = at.get(operand.measure);
    if (figure === undefined && !operand.optional) return null;
    if (figure !== undefined) total += operand.sign * of(figure);
  }
  return total;
}

/** Rounded or cut at the printed decimals (docs/figures.md, 2). */
function agrees(computed: number, reported: number, decimals: number): boolean {
  const factor = 10 ** decimals;
  const written = Math.round(reported * factor);
  return Math.round(computed * factor) === written || Math.trunc(computed * factor) === written;
}

/** Decimals of a stated value; a count that is printed without any has none. */
export function decimalsIn({ value, printed }: Statement): number {
  return Math.max(printedDecimals(printed, value ?? 0), decimalsOf(value ?? 0));
}

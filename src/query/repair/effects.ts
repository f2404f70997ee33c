/** What a hypothesis would change, and what it would mean for other places and printed percentages. */
import type { Dataset } from '../../model/dataset.ts';
import type { Operand } from '../../model/formula.ts';
import { groupBy } from '../../model/group.ts';
import type { Statement } from '../../model/statement.ts';
import type { Stated } from '../../model/statistics/equations.ts';
import type { Hypothesis } from '../../model/statistics/repair.ts';
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

/** Which of several hypotheses a person would believe first. */
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import { isSlip } from '../../model/repair/repair.ts';
import type { Statement } from '../../model/statement.ts';
import { likeness } from '../../model/writing/fold.ts';
import type { RepairHypothesis } from '../../question/repair.ts';

/**
 * What another place states, then slips of the pen that a sum asks for, then those that are one of many, then mere
 * values; of these what contradicts the fewest printed percentages, fits most of them, exchanges places that are
 * named alike, and leaves the other places that state the value in peace. What differs
 * in none of these has the same rank: the figures cannot tell.
 */
export function byPlausibility(
  data: Dataset,
  hypotheses: readonly RepairHypothesis[],
): RepairHypothesis[] {
  const weighed = hypotheses.map((item) => ({ item, weight: weightOf(data, item) }));
  weighed.sort((a, b) => compareWeights(a.weight, b.weight));
  let rank = 0;
  return weighed.map(({ item, weight }, at) => {
    const before = weighed[at - 1]?.weight;
    if (before && compareWeights(before, weight) !== 0) rank = at;
    return { ...item, rank };
  });
}

/** Less is more plausible, the first difference decides. */
function weightOf(data: Dataset, item: RepairHypothesis): number[] {
  const rates = item.consequences.filter((effect) => effect.type === 'rate');
  const fitting = rates.filter((effect) => effect.agrees).length;
  const elsewhere = item.consequences.length - rates.length;
  return [
    item.kind === 'stated' ? 0 : !isSlip(item.kind) ? 3 : item.free ? 2 : 1,
    rates.length - fitting,
    -fitting,
    -alike(data, item),
    elsewhere,
  ];
}

function compareWeights(a: readonly number[], b: readonly number[]): number {
  return a.map((weight, at) => weight - (b[at] ?? 0)).find((gap) => gap !== 0) ?? 0;
}

/** From 0 to 1, in tenths: how alike two exchanged places are named; 1 for a slip within one place. */
function alike(data: Dataset, { changes }: RepairHypothesis): number {
  const [a, b] = changes;
  if (!a || !b) return 1;
  const names = likeness(placeName(data, a.statement), placeName(data, b.statement));
  return Math.round(names * 10) / 10;
}

function placeName(data: Dataset, { measure, breakdown, category }: Statement): string {
  const name = subjectOf(data, measure)?.name ?? measure;
  return category ? `${name} ${categoryName(data, breakdown, category)}` : name;
}

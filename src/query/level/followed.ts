/** Units that have ended and whose followers report: what is latest is said by those that stand. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import type { Scope } from '../../question/scope.ts';

/**
 * Figures without those of units that have ended and of which a follower has a figure too. Only where nobody named
 * units or a period: who names one means it.
 */
export function withoutFollowed(
  data: Dataset,
  { units, period }: Pick<Scope, 'units' | 'period'>,
  figures: readonly Figure[],
): readonly Figure[] {
  if (units !== null || period.type !== 'latest') return figures;
  const { hasChanges, successors } = lineageOf(data);
  if (!hasChanges) return figures;
  const told = new Set(figures.filter((figure) => figure.absence === '').map(({ unit }) => unit));
  const isFollowed = (unit: string) => successors(unit).some((follower) => told.has(follower));
  return figures.filter(({ unit }) => !isFollowed(unit));
}

/** Units that have ended and whose followers report: what is latest is said by those that stand. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { lineageOf } from '../../model/tree/lineage.ts';
import type { Scope } from '../../question/scope.ts';

type Asked = Pick<Scope, 'units' | 'period'>;

/**
 * Figures without those of units that have ended and of which a follower has a figure too. Only where nobody named
 * units or a period: who names one means it.
 */
export function withoutFollowed(
  data: Dataset,
  asked: Asked,
  figures: readonly Figure[],
): readonly Figure[] {
  const isFollowed = followedBy(data, asked, figures);
  return figures.filter(({ unit }) => !isFollowed(unit));
}

/** Whether a unit has ended and one that followed it is among figures; by the same rule. */
export function followedBy(
  data: Dataset,
  { units, period }: Asked,
  figures: readonly Figure[],
): (unit: string) => boolean {
  const { hasChanges, successors } = lineageOf(data);
  if (!hasChanges || units !== null || period.type !== 'latest') return () => false;
  const told = new Set(figures.filter(({ absence }) => absence === '').map(({ unit }) => unit));
  return (unit) => successors(unit).some((follower) => told.has(follower));
}

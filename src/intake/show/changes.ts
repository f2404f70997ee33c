/** What the screens show of what an import does to the package: how many of each kind, and the first that matter. */
import { groupBy } from '../../model/group.ts';
import type { Change, ChangeKind } from '../keep/merge.ts';

export interface ChangesShown {
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** The first of those that replace or take away a figure, and how many there are. */
  readonly told: readonly Change[];
  readonly toldCount: number;
}

const TOLD = 20;

export function showChanges(changes: readonly Change[]): ChangesShown {
  const groups = groupBy(changes, ({ kind }) => kind);
  const of = (kind: ChangeKind) => groups.get(kind) ?? [];
  const told = [...of('changed'), ...of('withdrawn')];
  return {
    counts: {
      added: of('added').length,
      changed: of('changed').length,
      unchanged: of('unchanged').length,
      withdrawn: of('withdrawn').length,
    },
    told: told.slice(0, TOLD),
    toldCount: told.length,
  };
}

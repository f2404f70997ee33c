/** How far a unit is behind its group, for the tint of a cell. */

import type { Dataset } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { minGapOf } from '../statistics/standing.ts';
import { behind, type PeerGroup, shareOf } from './peers.ts';
import { MOST_POINTS } from './ranking.ts';

/** How deep a tint is, from 0 to 1: by how far a unit is behind its group beyond chance; 0 where it is not. */
export type DepthOf = (figure: Figure) => number;

/** Depths of the figures that groups were made of. */
export function depthIn(data: Dataset, groups: readonly PeerGroup[]): DepthOf {
  const known = new Map(
    groups.flatMap(({ subject, members, total }) =>
      members.map((figure): [Figure, number] => {
        const share = shareOf(figure);
        const minGap = minGapOf(data, subject);
        const points = share ? behind(subject, share, total.x / total.n, minGap) : 0;
        return [figure, Math.min(1, points / MOST_POINTS)];
      }),
    ),
  );
  return (figure) => known.get(figure) ?? 0;
}

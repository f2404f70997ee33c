/** The tint of a cell: where a unit is behind its group beyond chance. */
import type { CSSProperties } from 'react';
import type { Dataset } from '../../../model/dataset.ts';
import type { Figure } from '../../../model/figure.ts';
import { behind, minGapOf, type PeerGroup, shareOf } from '../../../model/visit/peers.ts';
import { MOST_POINTS } from '../../../model/visit/reason.ts';
import { words } from '../../../text/words.ts';

/** How deep a tint is, from 0 to 1: by how far a unit is behind its group beyond chance; 0 where it is not. */
export type DepthOf = (figure: Figure) => number;

/** Depths of the figures that groups were made of. */
export function depthIn(data: Dataset, groups: readonly PeerGroup[]): DepthOf {
  const known = new Map(
    groups.flatMap(({ subject, members, total }) =>
      members.map((figure): [Figure, number] => {
        const share = shareOf(figure);
        const minGap = minGapOf(data, subject.id);
        const points = share ? behind(subject, share, total.x / total.n, minGap) : 0;
        return [figure, Math.min(1, points / MOST_POINTS)];
      }),
    ),
  );
  return (figure) => known.get(figure) ?? 0;
}

/** Amber, with an edge that also shows in grey. */
export function tintOf(depth: number): CSSProperties {
  if (depth === 0) return {};
  const alpha = (0.1 + depth * 0.25).toFixed(2);
  return { background: `rgb(214 140 20 / ${alpha})`, boxShadow: 'inset 3px 0 0 rgb(214 140 20)' };
}

export function TintLegend() {
  return (
    <p className="small muted tint-legend">
      {[0.2, 0.6, 1].map((depth) => (
        <span key={depth} className="tint" style={tintOf(depth)} aria-hidden="true" />
      ))}
      {words.visits.tint}
    </p>
  );
}

/** The tint of a cell: where a unit is behind its group beyond chance. */
import type { CSSProperties } from 'react';
import { words } from '../../../text/words.ts';

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

/** What is pointed at, in a line over the drawing: it covers no neighbour and moves nothing. */
import type { ReactNode } from 'react';
import { type Mark, STRIP, useMark } from '../../chart/marking.ts';
import { markData } from '../../chart/press.tsx';

export interface Told {
  readonly name: string;
  readonly value: number | null;
  readonly facts: readonly string[];
}

export function Strip({
  tell,
  children,
}: {
  /** Null of what stands elsewhere on the page. */
  readonly tell: (mark: Mark) => Told | null;
  /** What stands there while nothing is marked. */
  readonly children?: ReactNode;
}) {
  const mark = useMark();
  const told = mark && tell(mark);
  return (
    <div className="strip small">
      <div className="strip-rest muted">{children}</div>
      {told && mark && (
        <div
          role="tooltip"
          id={STRIP}
          className="strip-told no-print"
          {...markData(mark.open, mark.unit, told.value)}
        >
          <strong>{told.name}</strong>
          {told.facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </div>
      )}
    </div>
  );
}

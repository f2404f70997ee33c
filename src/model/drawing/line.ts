/** A line over time as a path and dots: the same on screens, on slides and on paper. */

/** One per period; null where there is no number. */
export type LineValues = readonly (number | null)[];

/** Joins neighbours; where there is no number the line breaks. Pixels to a tenth. */
export function linePath(
  values: LineValues,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  return values
    .map((value, at) => {
      if (value === null) return '';
      const isJoined = at > 0 && values[at - 1] !== null;
      return `${isJoined ? 'L' : 'M'}${tenths(x(at))} ${tenths(y(value))}`;
    })
    .join('');
}

/** A point that is marked on a line. */
export interface LineDot {
  readonly at: number;
  readonly value: number;
  /** Provisional, estimated or derived: hollow. */
  readonly isWeak: boolean;
}

/** A dot for every number. @param weak one per period, where any is */
export function dotsOf(values: LineValues, weak: readonly boolean[] = []): LineDot[] {
  return values.flatMap((value, at) =>
    value === null ? [] : [{ at, value, isWeak: weak[at] ?? false }],
  );
}

/** Of a small line only what must be seen: its last point, those that no line leads to, those that are weak. */
export function fewDots(values: LineValues, weak?: readonly boolean[]): LineDot[] {
  const dots = dotsOf(values, weak);
  const isAlone = (at: number) => values[at - 1] == null && values[at + 1] == null;
  return dots.filter((dot) => dot.isWeak || dot === dots.at(-1) || isAlone(dot.at));
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Where everything lies in a small chart: name and value above, ends of the axis on the left, first and last time below. */

export interface SmallRoom {
  readonly w: number;
  readonly h: number;
  /** Of its type. */
  readonly size: number;
  /** Name and value stand in it, not above it. */
  readonly hasHead: boolean;
}

export interface SmallAxes {
  /** What the ends of its scale are called. */
  readonly ends: readonly [string, string];
  readonly least: number;
  readonly most: number;
  /** Periods. */
  readonly count: number;
}

/** In the unit of the room, from its upper left corner. */
export interface SmallPlot {
  /** Lines of the scale run between these; names of its ends stand before the left one. */
  readonly left: number;
  readonly right: number;
  /** Feet of the name and of the periods. */
  readonly head: number;
  readonly foot: number;
  /** From the height of a line of the scale down to the foot of its name. */
  readonly drop: number;
  readonly x: (at: number) => number;
  readonly y: (value: number) => number;
}

/** Width of a digit or a sign by its size, and rooms above and below by the same. */
const LETTER = 0.66;
const HEAD = { with: 2, without: 0.6 };
const FOOT = 1.55;

export function smallPlot(
  { w, h, size, hasHead }: SmallRoom,
  { ends, least, most, count }: SmallAxes,
): SmallPlot {
  const letters = Math.max(...ends.map((end) => end.length));
  const left = size * LETTER * (letters + 1);
  const right = w - size * 0.3;
  const [top, bottom] = [size * (hasHead ? HEAD.with : HEAD.without), h - size * FOOT];
  const from = left + size * 0.5;
  const step = (right - size * 0.3 - from) / Math.max(1, count - 1);
  return {
    ...{ left, right, head: size, foot: h - size * 0.25, drop: size * 0.35 },
    x: (at) => from + at * step,
    y: (value) => bottom - ((value - least) / (most - least || 1)) * (bottom - top),
  };
}

/** Widths of lines and dots by the size of type; dashes of what is to be reached. */
export const SMALL_LINE = {
  own: 0.17,
  shared: 0.09,
  dash: [0.35, 0.26],
  dot: 0.24,
  ring: 0.11,
} as const;

/** What a plot shows, and where its marks and texts lie between two axes. */

export type PlotLook =
  | 'thin'
  | 'thick'
  | 'dashed'
  | 'dotted'
  | 'dot'
  | 'ring'
  | 'bad'
  | 'mid'
  | 'tick'
  | 'text';

export interface PlotMark {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Of what opens; without it the mark is only seen. */
  readonly open?: {
    readonly label: string;
    readonly unit: string;
    readonly ref: string;
    readonly value: number | null;
    readonly onOpen: () => void;
  };
}

export interface PlotAxis {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export interface PlotProps {
  readonly isRows: boolean;
  /** Shares of the width that names of rows, and texts behind the plot, take. */
  readonly room?: { readonly names: number; readonly texts: number } | undefined;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly {
    readonly name: string;
    readonly look: PlotLook;
    readonly points: readonly (PlotMark | null)[];
  }[];
  readonly width: number;
  readonly height: number;
  /** Pixels of its type. */
  readonly size?: number;
}

export interface Plane {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** Ends of the plot, from the left and from the top. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  /** A name as long as its place. */
  readonly name: (said: string) => string;
}

/** Of rows with long names and short texts. */
const ROOM = { names: 0.34, texts: 0.2 };
export const LETTER = 0.56;

export function planeOf(props: PlotProps, size: number): Plane {
  const { isRows, x, y, width, height } = props;
  const letters = Math.max(...y.ticks.map(({ text }) => text.length), 1);
  const room = roomOf(props, size);
  const left = isRows ? width * room.names : size * LETTER * (letters + 2);
  const right = isRows ? width * (1 - room.texts) : width - size * 1.5;
  const top = y.name ? size * 1.8 : size * 0.6;
  const bottom = height - size * (x.name ? 3 : 1.8);
  const most = Math.floor((left - size) / (size * LETTER));
  return {
    ...{ left, right, top, bottom, size },
    x: (value) => left + ((value - x.least) / (x.most - x.least || 1)) * (right - left),
    y: (value) => bottom - ((value - y.least) / (y.most - y.least || 1)) * (bottom - top),
    name: (said) =>
      said.length > most ? `${said.slice(0, Math.max(1, most - 1)).trimEnd()}…` : said,
  };
}

/** Shares beyond which names and texts are cut where the drawing is narrow. */
const MOST = { names: 0.3, texts: 0.5 };

/** Long texts have what they ask for, so that a narrow drawing does not cut them. */
function roomOf({ room, y, series, width }: PlotProps, size: number) {
  if (!room) return ROOM;
  const texts = series.flatMap(({ points }) => points.map((point) => point?.text ?? ''));
  const share = (all: readonly string[]) =>
    (Math.max(...all.map((text) => text.length)) * LETTER + 1.5) * (size / width);
  return {
    names: Math.min(MOST.names, Math.max(room.names, share(y.ticks.map(({ text }) => text)))),
    texts: Math.min(MOST.texts, Math.max(room.texts, share(texts))),
  };
}

/** Ticks that are named: every one, or every second where names would touch. */
export function namedTicks<T extends { readonly at: number; readonly text: string }>(
  ticks: readonly T[],
  x: (value: number) => number,
  letter: number,
): readonly T[] {
  const [first, second] = ticks;
  if (!first || !second) return ticks;
  const longest = Math.max(...ticks.map(({ text }) => text.length)) + 1;
  const every = Math.max(1, Math.ceil((longest * letter) / Math.abs(x(second.at) - x(first.at))));
  return ticks.filter((_, at) => at % every === 0);
}

export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly isStrong: boolean;
}

/**
 * Texts beside their marks, on the other side where the edge is near, moved up or down where another stands; what finds
 * no room is left out.
 */
export function placedTexts({ series, isRows }: PlotProps, plane: Plane): PlacedText[] {
  const { size, right } = plane;
  const taken: { left: number; right: number; y: number }[] = [];
  const marks = series.flatMap(({ look, points }) =>
    points.flatMap((point) => (point?.text ? [{ ...point, look }] : [])),
  );
  return marks.flatMap(({ x: at, y: height, text, look }): PlacedText[] => {
    const [cx, cy] = [plane.x(at), plane.y(height)];
    const length = text.length * size * LETTER;
    const isLeft = !isRows && cx + size * 0.7 + length > right;
    const x = isLeft ? cx - size * 0.7 : cx + size * 0.7;
    const [from, to] = isLeft ? [x - length, x] : [x, x + length];
    const free = (y: number) =>
      taken.every((one) => one.right < from || one.left > to || Math.abs(one.y - y) >= size);
    const y = [0, -1, 1, -2, 2].map((by) => cy + by * size).find(free);
    if (y === undefined) return [];
    taken.push({ left: from, right: to, y });
    const anchor = isLeft ? 'end' : 'start';
    return [{ text, x, y: y + size * 0.35, anchor, isStrong: look === 'text' }];
  });
}

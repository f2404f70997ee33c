/** Where texts beside bars and at the ends of lines stand, so that nothing goes through them. */
import type { Axis } from './drawn.ts';

/** Shares of the axis that a letter takes and a text's margin. */
const LETTER = 0.0148;
const MARGIN = 0.03;

/**
 * By which share of the chart's width the text of a bar is moved: it stands behind the bar's end, and where a level or
 * the own target would go through it, behind that.
 */
export function labelShift(value: number, text: string, axis: Axis, at: number): number {
  const end = shareOf(value, axis);
  const room = text.length * LETTER + MARGIN;
  const strokes = [...(axis.levels ?? []), ...(axis.ticks?.[at] == null ? [] : [axis.ticks[at]])];
  const sorted = strokes.map((level) => shareOf(level, axis)).sort((a, b) => a - b);
  let start = end;
  for (const stroke of sorted) if (stroke > start - TOUCH && stroke < start + room) start = stroke;
  return start > end ? (start - end) * (axis.width ?? 1) + BEHIND_STROKE : 0;
}

/**
 * Whether the text of a bar stands in it: behind a stroke it would be read as that stroke's. Of a bar too short for it
 * it is moved (`labelShift`).
 */
export function standsInside(value: number, text: string, axis: Axis, at: number): boolean {
  const isMoved = labelShift(value, text, axis, at) > 0;
  return isMoved && shareOf(value, axis) > text.length * LETTER + 2 * MARGIN;
}

/** Share of the chart's width between a stroke and the text behind it. */
const BEHIND_STROKE = 0.006;

/** Share of the axis by which a stroke at a bar's end still touches its text. */
const TOUCH = 0.004;

export const shareOf = (value: number, { least, most }: Axis) =>
  (value - least) / (most - least || 1);

/**
 * Where names at the ends of lines stand, as shares of the chart's height below (or above) their points: each as near
 * as the others let it, none above the plot or below it.
 */
export function spread(ends: readonly number[], { least, most, plot }: Axis): number[] {
  const height = (value: number) => (1 - (value - least) / (most - least || 1)) * plot;
  const order = ends.map((_, at) => at).sort((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0));
  const places = order.map((at) => height(ends[at] ?? 0));
  for (let turn = 0; turn < order.length * 2; turn += 1) {
    for (let at = 1; at < places.length; at += 1) {
      const overlap = GAP - ((places[at] ?? 0) - (places[at - 1] ?? 0));
      if (overlap <= 0) continue;
      places[at - 1] = (places[at - 1] ?? 0) - overlap / 2;
      places[at] = (places[at] ?? 0) + overlap / 2;
    }
  }
  const inside = within(places, plot);
  return ends.map((end, at) => (inside[order.indexOf(at)] ?? 0) - height(end));
}

/** Pushed down from the upper end, and up again from the lower one. */
function within(places: readonly number[], plot: number): number[] {
  const moved = [...places];
  for (const [at, place] of moved.entries()) {
    moved[at] = Math.max(place, at === 0 ? TOP : (moved[at - 1] ?? 0) + GAP - EVEN);
  }
  for (let at = moved.length - 1; at >= 0; at -= 1) {
    const lowest = at === moved.length - 1 ? plot - ABOVE_AXIS : (moved[at + 1] ?? 0) - GAP + EVEN;
    moved[at] = Math.min(moved[at] ?? 0, lowest);
  }
  return moved;
}

/** Half a line of text: the axis goes through no name. */
const ABOVE_AXIS = 0.035;

/** How far below the plot's upper end the first name stands at least: above it LibreOffice moves it elsewhere. */
const TOP = 0.02;

/** What two names may lie over each other after so many turns of giving way. */
const EVEN = 0.005;

/** Height of a line of text, as a share of the chart's. */
const GAP = 0.062;

/** What a native chart is drawn from, and what its looks are given by (labels.ts). */
import type { LineDot } from '../../../model/drawing/line.ts';
import type { SlideSeries } from '../../../slide/slide.ts';

/** A series with the look that the library cannot give it (labels.ts). */
export interface Drawn {
  readonly series: SlideSeries;
  readonly colour: string;
  /** Of the name at the end of a line, where it is another. */
  readonly nameColour?: string;
  /** Colours of single points that differ from it, by position. */
  readonly points: ReadonlyMap<number, string>;
  /** Which points carry their text: every one, the last with the name of its line, or none. */
  readonly labels: 'all' | 'last' | 'none';
  readonly isThin: boolean;
  readonly isDashed: boolean;
  /** Of a line the points that have a dot; without it all of them. */
  readonly dots?: readonly LineDot[];
  /** No line: what is empty in the weak points of another series. */
  readonly areHoles?: boolean;
  /** Ends before the last period: its name stands there, among the others' lines. */
  readonly isEarly?: boolean;
  /** On a small chart: smaller dots. */
  readonly isSmall?: boolean;
  /** Of a bar: filled unless said otherwise; not drawn at all, so that it only keeps room or carries a text. */
  readonly fill?: 'hollow' | 'none';
}

/** The value axis: its ends, and which share of the chart's height the plot takes. */
export interface Axis {
  readonly least: number;
  readonly most: number;
  readonly plot: number;
  /** Values that hold for all bars, as lines across them. */
  readonly levels?: readonly number[];
  /** The own target of each bar, where they differ. */
  readonly ticks?: readonly (number | null)[];
  /** Share of the chart's width that the plot takes. */
  readonly width?: number;
}

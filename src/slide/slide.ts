/**
 * What a slide holds, whatever program shows it.
 *
 *   briefing item → address → question → answer → slides (slide/slides.ts) → PowerPoint (share/pptx), print
 *
 * Values are those of the view's table, unrounded, in scale units; the rest is words.
 */
import type { Figure } from '../model/figure.ts';
import type { TileGrid } from '../model/tree/tiles.ts';
import type { FigureField } from '../text/figure-fields.ts';
import type { SlideBar, SlideColumn, SlidePart } from './table-marks.ts';

export interface SlideSeries {
  readonly name: string;
  readonly role: 'value' | 'target' | 'group' | 'own';
  /** One per category; null where there is no number. */
  readonly values: readonly (number | null)[];
  /** What is read beside each value: "99,5%", "trên 90%"; '' where there is none. */
  readonly texts: readonly string[];
  /** Of a line, one per category: provisional, estimated or derived, and hollow; without it none is. */
  readonly weak?: readonly boolean[];
  /** Stands out among many: the title speaks of it. */
  readonly isStrong: boolean;
  /** Its last number has not reached the target. */
  readonly isBehind?: boolean;
  /** Which line it is a stretch of. */
  readonly line: string;
  /** What is said of it behind its last value, such as that it rose. */
  readonly remark?: string;
  /** What stands at its end; '' of a stretch that another one follows. */
  readonly label: string;
  /** The unit without the word for its kind, where many stand beside each other. */
  readonly short?: string;
}

export interface SlideText {
  /** The slide's title: the finding in a few words, or the heading where there is none. */
  readonly title: string;
  /** Neutral name of the chart or table. */
  readonly heading: string;
  /** The finding in full; '' where there is none. */
  readonly sentence: string;
  /** What a room reads in its place, in one line: the speaker's notes have the sentence. */
  readonly lead?: string;
  /** What the officer added. */
  readonly note: string;
  /** What the marks on it mean, most serious first. */
  readonly footnotes: readonly string[];
  /** Beside what the deck is about, such as units of other offices: it comes behind all that is. */
  readonly isAside?: boolean;
  /** What only the speaker's notes say. */
  readonly spoken?: readonly string[];
  /** The period of its figures as people write it, in a deck whose other pages have another; '' or missing elsewhere. */
  readonly period?: string;
  /** Those behind it, in the order of its bars or rows, uncut where a slide has no room for all. */
  readonly figures: readonly Figure[];
  /** What they are held against, for a workbook. */
  readonly beside?: readonly Figure[];
  /** Fields that the view adds to them, for the same. */
  readonly fields?: readonly FigureField[];
  /** Documents, in short. */
  readonly documents: string;
  /** Documents and the day of the data. */
  readonly source: string;
  /** Query string of the live view. */
  readonly query: string;
}

/** What stands under a title: the neutral name without what the title says already; '' where nothing is left. */
export function underTitle({ title, heading }: Pick<SlideText, 'title' | 'heading'>): string {
  const parts = heading.split(' · ');
  const left = parts.filter((part) => !title.includes(part));
  return left.length === parts.length ? heading : left.join(' · ');
}

/** The same in its parts, with the period where that is not the deck's. */
export function headingParts(slide: SlideText): string[] {
  const { period = '', heading } = slide;
  const parts = underTitle(slide).split(' · ').filter(Boolean);
  return period && !heading.includes(period) ? [...parts, period] : parts;
}

/** What stands under the title in a room. */
export function leadOf({ lead, sentence }: Pick<SlideText, 'lead' | 'sentence'>): string {
  return lead ?? sentence;
}

/** A value that is drawn across all bars, and how it is written. */
export interface Level {
  readonly value: number;
  readonly text: string;
}

export interface ChartSlide extends SlideText {
  readonly type: 'bars' | 'lines';
  readonly categories: readonly string[];
  /** Positions of the categories that the title speaks of. */
  readonly marked: readonly number[];
  /** They are behind. */
  readonly isAlarm?: boolean;
  readonly series: readonly SlideSeries[];
  /** Of many lines: the finding about each of them, for a page that shows them one by one; '' where there is none. */
  readonly each?: Pick<SlideText, 'title' | 'sentence'>;
  /** The target that most bars have, drawn once across them; null where there is none, or no such one. */
  readonly goal: Level | null;
  /** The group's value across all bars, where the title holds them against it. */
  readonly overall?: Level | null;
  /** Of bars: where their units lie, and their period, for a page of several charts. */
  readonly place?: { readonly parent: string; readonly period: string };
  readonly percent: boolean;
  readonly decimals: number;
  /** Ends of the value axis. */
  readonly least: number;
  readonly most: number;
}

/** The bars of a comparison, without what stands beside them. */
export function valueSeries({ series }: Pick<ChartSlide, 'series'>): SlideSeries | undefined {
  return series.find(({ role }) => role === 'value');
}

export interface SlideCell {
  readonly text: string;
  readonly bold?: boolean;
  /**
   * Has not reached its target, must be checked, is behind its group beyond chance; among many numbers the first stands on
   * a ground of its colour (missed).
   */
  readonly tone?: 'error' | 'warning' | 'behind' | 'missed';
  /** Drawn in its place: how far the number reaches, and its target. */
  readonly bar?: SlideBar;
}

export interface TableSlide extends SlideText {
  readonly type: 'table';
  readonly columns: readonly SlideColumn[];
  readonly rows: readonly (readonly SlideCell[])[];
  /** What its rows are parts of, drawn above it to scale. */
  readonly parts?: readonly SlidePart[];
  /** All rates of this unit are told, with how each may be used. */
  readonly ratesOf?: string;
  /** One page is enough: what is said of the rows that it has no room for. */
  readonly left?: (shown: number) => string;
  /** The same uncut, with all columns and what its marks mean, for paper. */
  readonly whole?: Pick<TableSlide, 'columns' | 'rows' | 'footnotes'>;
}

/** A table as paper has it. */
export function uncut<S extends SlideText & { readonly type: string }>(slide: S): S {
  const { whole } = slide as Partial<TableSlide>;
  return { ...slide, ...whole };
}

/** One number in large type, with what it is and what it is held against. */
export interface CardItem {
  readonly value: string;
  readonly label: string;
  /** The same where a screen is read from afar. */
  readonly short?: string;
  readonly remark: string;
  /** Has not reached its target, or must be checked. */
  readonly tone?: 'error' | 'warning';
}

/** What a room must know of one unit. */
export interface SlideCard {
  readonly name: string;
  /** Below the name, such as the period; '' for nothing. */
  readonly under: string;
  readonly items: readonly CardItem[];
}

/** A few units beside each other, each with a few numbers. */
export interface CardsSlide extends SlideText {
  readonly type: 'cards';
  readonly cards: readonly SlideCard[];
  /** The same in words, for paper. */
  readonly table: Pick<TableSlide, 'columns' | 'rows'>;
}

/** One bar of the way from one value to another. */
export interface SlideStep {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** What is read beside it: "+2,1 điểm". */
  readonly text: string;
  /** First and last level; or what the step means, where it means anything. */
  readonly tone: 'end' | 'good' | 'bad' | 'plain';
}

export interface StepsSlide extends SlideText {
  readonly type: 'steps';
  readonly steps: readonly SlideStep[];
  /** Of the axis, from its lower end to its upper. */
  readonly ticks: readonly number[];
  readonly percent: boolean;
  readonly decimals: number;
  /** The same in numbers, for paper. */
  readonly table: Pick<TableSlide, 'columns' | 'rows'>;
}

export interface PlotAxis {
  /** What it measures; '' where its ticks say it. */
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
  /** What is read beside it; '' for nothing. */
  readonly text: string;
}

/** Lines, or marks: what stands out filled, what does not hollow; a tick across its row; texts alone. */
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

export interface PlotSeries {
  readonly name: string;
  readonly look: PlotLook;
  /** A gap (null) ends a stretch of a line. */
  readonly points: readonly (PlotPoint | null)[];
}

export interface PlotRoom {
  readonly names: number;
  readonly texts: number;
}

/** Marks between two axes: units by two values, or rows on one scale. */
export interface PlotSlide extends SlideText {
  readonly type: 'plot';
  /** The vertical axis has names of rows instead of values. */
  readonly isRows: boolean;
  /** Shares of the width that names of rows and the texts behind them take, where those are long. */
  readonly room?: PlotRoom;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  readonly series: readonly PlotSeries[];
  /** The same in numbers, for paper. */
  readonly table: Pick<TableSlide, 'columns' | 'rows'>;
}

export interface SlideTile {
  readonly name: string;
  /** Its value, or the words for an absence. */
  readonly text: string;
  /** What the verdict on it means; '' without one. */
  readonly sign: 'better' | 'similar' | 'worse' | 'few' | '';
  /** How far along the scale, from 0 to 1; null where there is no number. */
  readonly share: number | null;
  /** The title speaks of it. */
  readonly isMarked: boolean;
}

/** Units where they lie, one tile each. */
export interface TilesSlide extends SlideText {
  readonly type: 'tiles';
  readonly grid: TileGrid<SlideTile>;
  /** The same in numbers, for paper. */
  readonly table: Pick<TableSlide, 'columns' | 'rows'>;
}

/** Small charts: one a unit, all on one axis, or one an indicator, each on its own. */
export interface PanelSlide extends SlideText {
  readonly type: 'panels';
  readonly panels: readonly ChartSlide[];
}

/** A slide with a drawing. */
export type DrawnSlide = ChartSlide | StepsSlide | PlotSlide | TilesSlide | PanelSlide;
export type Slide = DrawnSlide | TableSlide | CardsSlide;

/** What a table of a slide has beside its texts: columns of their own width, bars, parts of a whole. */

/** Shares of the cell's width. */
export interface SlideBar {
  readonly value: number;
  readonly target: number | null;
  readonly isMissed: boolean;
}

/** A part of a whole that is told before a table. */
export interface SlidePart {
  readonly count: number;
  readonly name: string;
  readonly tone: 'plain' | 'pale' | 'warning';
}

export interface SlideColumn {
  readonly name: string;
  readonly number: boolean;
  /** Of bars: it has a width of its own. */
  readonly isDrawn?: boolean;
  /** Characters that it asks for at most, where others need the room more. */
  readonly most?: number;
  /** As wide as the others of its kind. */
  readonly isEven?: boolean;
}

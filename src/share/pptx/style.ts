/** The look of a deck: colours of the screen, one typeface that every Office has, places in inches. */
import type PptxGenJS from 'pptxgenjs';

export type Page = PptxGenJS.Slide;

export const FONT = 'Arial';
export const INK = '1A2129';
export const MUTED = '56616D';
export const LINE = 'DFE4E9';
export const ACCENT = '1D5A86';
export const TINT = 'E6EEF5';
export const ERROR = 'A8281C';
export const WARNING = '835400';

export const WIDTH = 13.333;
export const SIDE = 0.6;
export const INNER = WIDTH - 2 * SIDE;

/** A text box over the whole width, `y` inches from the top. */
export function box(y: number, h: number) {
  return { x: SIDE, y, w: INNER, h, margin: 0, fontFace: FONT };
}

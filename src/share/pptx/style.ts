/** The look of a deck: colours of the screen, one typeface that every Office has, places in inches. */
import type PptxGenJS from 'pptxgenjs';
import { palette } from '../../style/palette.ts';

export type Page = PptxGenJS.Slide;

export const FONT = 'Arial';
export const INK = hex(palette.ink);
export const MUTED = hex(palette.muted);
export const LINE = hex(palette.line);
export const ACCENT = hex(palette.accent);
export const TINT = hex(palette.accentTint);
export const ERROR = hex(palette.error);
export const WARNING = hex(palette.warning);
export const SERIES = palette.series.map(hex);
export const ROLE = { target: hex(palette.faint), group: MUTED, own: hex(palette.beside) } as const;

/** Colours as the library wants them: "1A2129". */
function hex(colour: string): string {
  return colour.slice(1).toUpperCase();
}

export const WIDTH = 13.333;
export const SIDE = 0.6;
export const INNER = WIDTH - 2 * SIDE;

/** A text box over the whole width, `y` inches from the top. */
export function box(y: number, h: number) {
  return { x: SIDE, y, w: INNER, h, margin: 0, fontFace: FONT };
}

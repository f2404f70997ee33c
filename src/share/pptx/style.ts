/** The look of a deck: colours of the screen, one typeface, places in inches. */
import type PptxGenJS from 'pptxgenjs';
import { palette } from '../../style/palette.ts';

export type Page = PptxGenJS.Slide;

/**
 * On every Windows and in every Office for Mac, with all Vietnamese letters. Where it is missing (LibreOffice on Linux)
 * one typeface with all of them stands in; in place of Arial it is one without, and letters of two kinds would be mixed.
 */
export const FONT = 'Tahoma';
export const INK = hex(palette.ink);
export const MUTED = hex(palette.muted);
export const GROUND = hex(palette.ground);
export const LINE = hex(palette.line);
export const ACCENT = hex(palette.accent);
export const TINT = hex(palette.accentTint);
export const ERROR = hex(palette.error);
export const WARNING = hex(palette.warning);
export const MISSED = hex(palette.missed);
export const SERIES = palette.series.map(hex);
export const ROLE = {
  target: hex(palette.faint),
  group: MUTED,
  own: MUTED,
} as const;

/** Colours as the library wants them: "1A2129". */
function hex(colour: string): string {
  return colour.slice(1).toUpperCase();
}

/** A cell that is behind its group: neither red, a missed target, nor amber, a figure to be checked. */
export const BEHIND = mixed(INK, 0.12, 255);

/** A cell that misses its target, among many numbers. */
export const MISSED_GROUND = mixed(ERROR, 0.13, 255);

/** A share of a colour, mixed with white (255) or black (0). */
export function mixed(colour: string, share: number, ground: 255 | 0): string {
  const parts = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return parts
    .map((part) => Math.round(ground - (ground - part) * share))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

/** Bars and lines that the title does not speak of. */
export const PALE = hex(palette.weak);
export const GREY = hex(palette.faint);

/** Points of type: a title, what stands under it, what is read on charts and tables, where it comes from. */
export const SIZE = {
  title: 24,
  heading: 20,
  under: 18,
  text: 16,
  label: 14,
  footer: 12,
} as const;

/** Inches from the top where charts and tables begin and end. */
export const BODY = { top: 2.02, end: 6.82, note: 0.27 } as const;

export const WIDTH = 13.333;
export const SIDE = 0.6;
export const INNER = WIDTH - 2 * SIDE;

/** A text box over the whole width, `y` inches from the top. */
export function box(y: number, h: number) {
  return { x: SIDE, y, w: INNER, h, margin: 0, fontFace: FONT };
}

/** The side of a table's cell without a rule. */
export const NO_RULE = { type: 'none' } as const;

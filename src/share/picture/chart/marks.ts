/** What charts on paper are drawn with: texts and lines, in units of which 960 are the width of a page's text (165 mm). */
import { palette } from '../../../style/palette.ts';
import { escapeMarkup } from '../../escape.ts';

export const WIDTH = 960;
/** Type of 26 is 12,5 pt on the page. */
export const SIZE = 26;
export const SMALL = 23;
/** How wide a character is in the mean, as a share of its size. */
const CHARACTER = 0.5;

/** The inside of a drawing. */
export interface Marks {
  readonly body: string;
  readonly height: number;
}

interface TextLook {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly more?: string;
  /** Stands on a tint: without white around it. */
  readonly isBare?: boolean;
}

/** White around letters, where a line runs behind them. */
const HALO = `stroke="${palette.ground}" stroke-width="5" paint-order="stroke"`;

export function text(said: string, x: number, y: number, look: TextLook = {}): string {
  const { anchor = 'start', size = SIZE, weight = 400, fill = palette.ink, more = '' } = look;
  const halo = look.isBare ? '' : ` ${HALO}`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}"${halo}${more}>${escapeMarkup(said)}</text>`;
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string,
  width: number,
  dash = '',
): string {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="${colour}" stroke-width="${width}"${dashes}/>`;
}

/** A dot of a line; of a weak figure hollow. */
export function dotMark(x: number, y: number, radius: number, colour: string, isWeak: boolean) {
  const fill = isWeak ? palette.ground : colour;
  const edge = `stroke="${colour}" stroke-width="${round(radius * 0.5)}"`;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" ${edge}/>`;
}

/** How wide a text is, about. */
export function widthOf(said: string, size: number): number {
  return said.length * size * CHARACTER;
}

/** A text in lines of at most a width. */
export function broken(said: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of said.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Ends in "…" where a text is wider than its place; it stands in full in the table below. */
export function cut(said: string, width: number, size: number): string {
  const most = Math.floor(width / (size * CHARACTER));
  return said.length > most ? `${said.slice(0, most - 1).trimEnd()}…` : said;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

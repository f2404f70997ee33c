/** What texts of a deck stand on in a template: a light or a dark ground, a band under its titles. */
import { BEHIND, ERROR, GROUND, INK, mixed, TINT, WARNING } from '../style.ts';
import { TITLE } from '../theme.ts';
import { relationsOf, type Template } from './template.ts';

export interface Ground {
  readonly isDark: boolean;
  /** Its colour of letters is no contrast to what is painted behind them: both change places. */
  readonly isSwapped: boolean;
  /** Accents of the theme that are hardly seen on it. */
  readonly faint: readonly string[];
  /** Where a band across the top ends, in EMU of a deck's own pages; 0 without one. */
  readonly band: number;
}

const EMU = 914_400;

/** The ground of pages of a layout; a picture over the whole page is taken for what its colours are made for. */
export async function groundOf(template: Template, layout: string): Promise<Ground> {
  const { zip, master } = template;
  const [own, shared] = await Promise.all(
    [layout, master].map(async (path) => (await zip.file(path)?.async('string')) ?? ''),
  );
  const colours = await coloursOf(template, shared ?? '');
  const paint = [own, shared].map((xml) => BACKGROUND.exec(xml ?? '')?.[0]).find(Boolean) ?? '';
  const ground = colourIn(paint, colours) ?? colours('bg1');
  const letters = colours('tx1');
  const isSwapped = contrast(letters, ground) < contrast(colours('bg1'), ground);
  const band = Math.max(bandIn(own ?? '', template), bandIn(shared ?? '', template));
  const faint = ACCENTS.filter((accent) => contrast(colours(accent), ground) < LEAST_CONTRAST);
  return { isDark: light(ground) < DARK, isSwapped, faint, band };
}

const BACKGROUND = /<p:bg>[\s\S]*?<\/p:bg>/;
/** Relative luminance below which letters must be light. */
const DARK = 0.18;

const ACCENTS = [1, 2, 3, 4, 5, 6].map((at) => `accent${at}`);
/** Of large type and of lines (WCAG 2.2, 1.4.11). */
const LEAST_CONTRAST = 3;

type Colours = (role: string) => string;

/** Colours of the theme by what the master uses them for. */
async function coloursOf({ zip, master }: Template, xml: string): Promise<Colours> {
  const theme = (await relationsOf(zip, master)).find(({ type }) => type === 'theme')?.target ?? '';
  const text = (await zip.file(theme)?.async('string')) ?? '';
  const map = /<p:clrMap\b[^>]*>/.exec(xml)?.[0] ?? '';
  const usual: Record<string, string> = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
  return (role) => {
    const slot = new RegExp(`\\b${role}="(\\w+)"`).exec(map)?.[1] ?? usual[role] ?? role;
    const value = new RegExp(`<a:${slot}>[\\s\\S]*?(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"`);
    return value.exec(text)?.[1] ?? (/^(tx|dk)/.test(role) ? INK : GROUND);
  };
}

/** The first colour of a fill. */
function colourIn(xml: string, colours: Colours): string | null {
  const found = /<a:(schemeClr|srgbClr) val="(\w+)"/.exec(xml);
  if (!found || xml.includes('<a:blip')) return null;
  return found[1] === 'srgbClr' ? (found[2] ?? null) : colours(found[2] ?? '');
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Relative luminance (WCAG 2.2). */
function light(colour: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Inches in which a band may end, and the share of the page that it is wide at least. */
const BAND = { least: 0.5, most: 2.4, top: 0.3, share: 0.6 };
const PAGE = 13.333 * EMU;

/** The lower end of what is painted across the top; 0 of nothing. */
function bandIn(xml: string, { scale }: Template): number {
  const shapes = xml.match(/<p:(sp|pic)>[\s\S]*?<\/p:\1>/g) ?? [];
  const ends = shapes.flatMap((shape) => {
    const isPainted =
      shape.startsWith('<p:pic') || /<\/a:xfrm>[\s\S]*?<a:(solid|grad|blip)Fill/.test(shape);
    const box = /<a:off x="(-?\d+)" y="(-?\d+)"\s*\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape);
    if (shape.includes('<p:ph') || !isPainted || !box) return [];
    const [, y = 0, w = 0, h = 0] = box.slice(1).map((one) => Number(one) / scale);
    const end = y + h;
    const isTop = y <= BAND.top * EMU && w >= BAND.share * PAGE;
    return isTop && end >= BAND.least * EMU && end <= BAND.most * EMU ? [end] : [];
  });
  return Math.max(0, ...ends);
}

/** Letters and fills of a page or a chart so that they are read on this ground. */
export function onGround(xml: string, { isDark, isSwapped, faint }: Ground): string {
  const placed = isSwapped
    ? xml.replace(/<a:schemeClr val="(tx|bg)([12])"/g, (_, kind: string, at: string) => {
        return `<a:schemeClr val="${kind === 'tx' ? 'bg' : 'tx'}${at}"`;
      })
    : xml;
  if (!isDark) return placed;
  const letters = isSwapped ? 'bg1' : 'tx1';
  const ground = isSwapped ? 'tx1' : 'bg1';
  const grey = `<a:schemeClr val="${ground}"><a:lumMod val="75000"/></a:schemeClr>`;
  return DARKER.reduce((text, [from, to]) => text.replaceAll(`"${from}"`, `"${to}"`), placed)
    .replaceAll(grey, `<a:schemeClr val="${letters}"><a:lumMod val="50000"/></a:schemeClr>`)
    .replaceAll(PALE, '<a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr>')
    .replace(/<a:schemeClr val="(accent\d)"\/>/g, (own, accent: string) =>
      faint.includes(accent) ? `<a:schemeClr val="${accent}">${LIGHTER}</a:schemeClr>` : own,
    );
}

/** As Office's own "lighter, 60%". */
const LIGHTER = '<a:lumMod val="40000"/><a:lumOff val="60000"/>';

/** What stands back on a light ground by being pale, and must be darker on a dark one. */
const PALE =
  '<a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>';

/** Letters become lighter, fills darker. */
const DARKER: readonly (readonly [string, string])[] = [
  [WARNING, mixed(WARNING, 0.45, 255)],
  [ERROR, mixed(ERROR, 0.5, 255)],
  [BEHIND, mixed(WARNING, 0.6, 0)],
  [TINT, mixed(TINT, 0.2, 0)],
];

/** Inches of a page that a title takes and where the foot begins. */
const TITLE_END = 1.02;
const FOOT = 6.9;

/** A page under a band: the title on it, everything else below, less high by as much. */
export function underBand(xml: string, { band }: Ground, isCover: boolean): string {
  if (band === 0) return xml;
  const [from, to] = [(isCover ? 0.6 : TITLE_END) * EMU, FOOT * EMU];
  const start = Math.max(from, band + 0.12 * EMU);
  const share = (to - start) / (to - from);
  const placed = (y: number) => (y < from - 1 || y >= to ? y : start + (y - from) * share);
  const moved = (part: string) =>
    part
      .replace(
        /(<a:off x="-?\d+" y=")(-?\d+)("\s*\/>\s*<a:ext cx="\d+" cy=")(\d+)"/,
        (_, a: string, y: string, b: string, h: string) => {
          const inside = Number(y) >= from - 1 && Number(y) < to;
          const height = inside ? Number(h) * share : Number(h);
          return `${a}${Math.round(placed(Number(y)))}${b}${Math.round(height)}"`;
        },
      )
      .replace(/<a:tr h="(\d+)"/g, (_, h: string) => `<a:tr h="${Math.round(Number(h) * share)}"`);
  return xml.replace(/<p:(sp|cxnSp|pic|graphicFrame)>[\s\S]*?<\/p:\1>/g, (part) =>
    part.includes(`name="${TITLE}"`) && !isCover ? onBand(part, band) : moved(part),
  );
}

function onBand(title: string, band: number): string {
  const edge = 0.08 * EMU;
  return title.replace(
    /(<a:off x="-?\d+" y=")-?\d+("\s*\/>\s*<a:ext cx="\d+" cy=")\d+"/,
    (_, a: string, b: string) => `${a}${edge}${b}${Math.round(band - 2 * edge)}"`,
  );
}

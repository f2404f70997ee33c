/** Texts of a deck's pages: on every one finding, caveats, source, address, and what its colours mean. */

import { tonesOf } from '../../slide/looks.ts';
import type { Deck, DeckSlide } from '../../slide/page/deck.ts';
import { bodyTop, hasHeading, tableLayout, tableTop } from '../../slide/page/room.ts';
import { headingParts, leadOf, type SlideText } from '../../slide/slide.ts';
import { MOST_TITLE } from '../../text/told/title.ts';
import {
  ACCENT,
  BODY,
  box,
  ERROR,
  FONT,
  INK,
  INNER,
  LINE,
  MUTED,
  type Page,
  SIDE,
  SIZE,
  WARNING,
  WIDTH,
} from './style.ts';
import { TITLE } from './theme.ts';

/** Words of the deck that are not the slides' own. */
export interface DeckWords {
  readonly agenda: string;
  readonly live: string;
  readonly mainFinding: string;
  /** The day that the deck was made on. */
  readonly day: (day: string) => string;
  readonly sourcesCounted: (count: number) => string;
  readonly legend: { readonly missed: string; readonly check: string };
}

export interface DeckLinks {
  /** Address of the live view of a query; null where no other computer could open it. */
  readonly href: (query: string) => string | null;
  /** PNG of a QR code as a data URL; '' where the address is too long for one. */
  readonly qr: (text: string) => string;
}

/** Masters centre their titles. */
export const TITLE_LOOK = {
  objectName: TITLE,
  align: 'left',
  valign: 'middle',
  fit: 'shrink',
} as const;

/** Points in which a title stands in one line, whichever typeface stands in for that of the deck: the same on all pages. */
function titleSize({ length }: string): number {
  return length <= MOST_TITLE ? SIZE.title : SIZE.heading;
}

/** Characters of a line under the title in its larger type. */
const MOST_LEAD = 86;

export function addTexts(
  page: Page,
  slide: DeckSlide,
  deck: Deck,
  words: DeckWords,
  links: DeckLinks,
): void {
  page.addText(slide.title, {
    ...box(TOP.title, 0.66),
    fontSize: titleSize(slide.title),
    bold: true,
    color: INK,
    ...TITLE_LOOK,
  });
  addHeading(page, slide);
  const under = [slide.note, leadOf(slide)].filter(Boolean);
  const href = links.href(slide.query);
  const code = href ? codePlace(slide, under.length > 0) : null;
  const width = code && code.y < CORNER ? INNER - CODE - 0.15 : INNER;
  const isShort = under.every(({ length }) => length <= (MOST_LEAD * width) / INNER);
  if (under.length > 0) {
    page.addText(
      under.map((text) => ({ text: shortened(text, MOST_UNDER), options: { breakLine: true } })),
      {
        ...box(hasHeading(slide) ? TOP.lead : TOP.without, 0.7),
        ...{ w: width, color: INK, valign: 'top', fit: 'shrink' },
        fontSize: isShort ? SIZE.under : SIZE.text,
      },
    );
  }
  const space = code ? INNER - CODE - 0.25 : INNER;
  if (slide.footnotes.length > 0) {
    page.addText(slide.footnotes.map((line) => shortened(line, MOST_FOOTNOTE)).join('\n'), {
      x: SIDE,
      y: bodyEnd(slide),
      w: space,
      h: BODY.note * slide.footnotes.length,
      fontSize: SIZE.label,
      fontFace: FONT,
      color: INK,
      margin: 0,
      valign: 'bottom',
      fit: 'shrink',
    });
  }
  page.addShape('line', { x: SIDE, y: 6.95, w: INNER, h: 0, line: { color: LINE, width: 1 } });
  const link = href
    ? [
        ...(deck.synthetic || slide.documents ? [{ text: '   ' }] : []),
        { text: words.live, options: { hyperlink: { url: href } } },
      ]
    : [];
  const legend = legendOf(slide, words);
  const others = [
    deck.synthetic,
    href ? words.live : '',
    ...legend.map(([, text]) => `   ${text}`),
  ];
  const taken = others.reduce((sum, { length }) => sum + length + 3, 0);
  const documents = documentsIn(slide, MOST_SOURCE - taken, words);
  page.addText([...marked(deck), { text: documents }, ...link], footer());
  addLegend(page, legend);
  const picture = href && code ? links.qr(href) : '';
  if (picture && code) {
    page.addImage({
      data: picture,
      ...code,
      altText: `${words.live}: ${href}`, // no link on it: the library writes a picture's address unescaped
    });
  }
  page.slideNumber = {
    x: WIDTH - SIDE - 0.5,
    y: 7,
    w: 0.5,
    h: 0.35,
    fontSize: SIZE.footer,
    fontFace: FONT,
    color: MUTED,
    align: 'right',
  };
}

/** The neutral name under the title; the period stands out where it is not that of the other pages. */
function addHeading(page: Page, slide: DeckSlide): void {
  const { period = '' } = slide;
  const all = headingParts(slide);
  if (all.length === 0) return;
  const told = all.filter((text) => text !== period).join(' · ');
  const own = all.includes(period) ? `${told ? ' · ' : ''}${period}` : '';
  page.addText(
    [{ text: told }, { text: own, options: { bold: true, color: ACCENT } }].filter(
      ({ text }) => text !== '',
    ),
    { ...box(TOP.heading, 0.3), fontSize: SIZE.label, color: MUTED, valign: 'middle' },
  );
}

/** Inches from the top: the title, the neutral name under it, what is said below where there is one. */
const TOP = { title: 0.42, heading: 1.02, lead: 1.35, without: 1.12 };

/** What the colours of a page mean, those that it has. */
function legendOf(slide: DeckSlide, { legend }: DeckWords): (readonly [string, string])[] {
  const tones = tonesOf(slide);
  return [
    ...(tones.has('error') || tones.has('missed') ? [[ERROR, legend.missed] as const] : []),
    ...(tones.has('warning') ? [[WARNING, legend.check] as const] : []),
  ];
}

/** Small squares with words, at the right end of the footer. */
function addLegend(page: Page, legend: readonly (readonly [string, string])[]): void {
  if (legend.length === 0) return;
  page.addText(
    legend.flatMap(([color, text]) => [
      { text: '    ■ ', options: { color, bold: true } },
      { text, options: { color: INK } },
    ]),
    { ...footer(), x: WIDTH - SIDE - 0.7 - LEGEND, w: LEGEND, align: 'right' },
  );
}

/** Inches of the legend. */
const LEGEND = 4;

/** Whether nothing of the page stands in its lower right corner. */
function hasCorner(slide: DeckSlide): boolean {
  if (slide.type === 'cards' || slide.type === 'statements') return false;
  if (slide.type !== 'table') return true;
  const { heights } = tableLayout(slide);
  return bodyTop(slide) + heights.reduce((sum, one) => sum + one, 0) < CORNER;
}

/** Inches from the top, and of a QR code. */
const CORNER = 5.95;
const CODE = 0.85;

/** Where a QR code stands: in the lower right corner, else beside what is said under the title; null where no room is. */
function codePlace(slide: DeckSlide, isSaid: boolean) {
  const right = (size: number) => ({ x: WIDTH - SIDE - size, w: size, h: size });
  if (hasCorner(slide)) return { ...right(CODE), y: 6 };
  const top = slide.type === 'table' ? tableTop(slide) : bodyTop(slide);
  const size = Math.min(HEAD_CODE, top - HEAD_TOP - 0.04); // nothing lies on the head of a table
  return isSaid && size >= LEAST_CODE ? { ...right(size), y: HEAD_TOP } : null;
}

/** Inches of a QR code under the title: from the top, its side, and that of one that a telephone can still read. */
const HEAD_TOP = 1.04;
const HEAD_CODE = 0.72;
const LEAST_CODE = 0.5;

/** Simulated figures say so on every slide, where no logo of an office stands. */
export function marked({ synthetic }: Deck) {
  return synthetic ? [{ text: `${synthetic}   `, options: { bold: true, color: WARNING } }] : [];
}

/** Made anew for every page: the library writes into what it is given. */
export const footer = () => ({
  ...{ x: SIDE, y: 6.98, w: INNER - 0.7, h: 0.4, margin: 0 },
  ...{ fontSize: SIZE.footer, fontFace: FONT, color: MUTED, valign: 'middle' as const },
});

/** Where chart or table end: above what is noted under them. */
export function bodyEnd({ footnotes }: SlideText): number {
  return BODY.end - BODY.note * footnotes.length;
}

/** Characters that the boxes hold at their sizes; "shrink on overflow" takes effect only when a reader edits. */
const MOST_UNDER = 200;
const MOST_FOOTNOTE = 114;
const MOST_SOURCE = 124;

/** The documents, or how many they are where the line has no room: the notes name them. */
function documentsIn({ documents, figures }: SlideText, most: number, words: DeckWords): string {
  if (documents.length <= most) return documents;
  return words.sourcesCounted(new Set(figures.flatMap(({ sources }) => sources)).size);
}

/** Ends after a sentence or clause, or in "…", where a text is too long for its place; the notes have it whole. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const clause = Math.max(start.lastIndexOf('. '), start.lastIndexOf('; '));
  return clause > most / 3 ? `${start.slice(0, clause)}.` : `${start.trimEnd()}…`;
}

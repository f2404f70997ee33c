/** Texts of a deck: cover, agenda, and on every slide finding, caveats, source, address. */
import type PptxGenJS from 'pptxgenjs';
import type { Deck, SlideText } from '../../slide/slide.ts';
import {
  ACCENT,
  box,
  FONT,
  INK,
  INNER,
  LINE,
  MUTED,
  type Page,
  SIDE,
  WARNING,
  WIDTH,
} from './style.ts';

/** Words of the deck that are not the slides' own. */
export interface DeckWords {
  readonly agenda: string;
  readonly more: string;
  readonly live: string;
}

export interface DeckLinks {
  /** Address of the live view of a query; null where no other computer could open it. */
  readonly href: (query: string) => string | null;
  /** PNG of a QR code as a data URL; '' where the address is too long for one. */
  readonly qr: (text: string) => string;
}

export const AGENDA_ROWS = 9;

export function addCover(file: PptxGenJS, deck: Deck): void {
  const page = file.addSlide();
  page.addText(deck.organisation, { ...box(0.9, 0.6), fontSize: 20, color: MUTED, bold: true });
  page.addText(deck.title, {
    ...box(2.3, 2),
    fontSize: 40,
    bold: true,
    color: INK,
    valign: 'middle',
    fit: 'shrink',
  });
  page.addText([deck.day, deck.synthetic].filter(Boolean).join('\n'), {
    ...box(4.5, 1),
    fontSize: 20,
    color: MUTED,
    valign: 'top',
  });
  page.addShape('rect', { x: SIDE, y: 4.35, w: 1.6, h: 0.06, fill: { color: ACCENT } });
}

export function addAgenda(file: PptxGenJS, deck: Deck, words: DeckWords): void {
  for (let from = 0; from < deck.agenda.length; from += AGENDA_ROWS) {
    const page = file.addSlide();
    page.addText(words.agenda, { ...box(0.45, 0.8), fontSize: 28, bold: true, color: INK });
    const rows = deck.agenda.slice(from, from + AGENDA_ROWS).map((name, at) => ({
      text: `${from + at + 1}.  ${name}`,
      options: { breakLine: true, paraSpaceAfter: 8 },
    }));
    page.addText(rows, { ...box(1.4, 5.4), fontSize: 20, color: INK, valign: 'top' });
    addSynthetic(page, deck);
  }
}

export function addTexts(
  page: Page,
  slide: SlideText,
  deck: Deck,
  words: DeckWords,
  links: DeckLinks,
): void {
  const { finding, rest } = titled(slide);
  page.addText(shortened(finding, MOST_TITLE), {
    ...box(0.3, 1.15),
    fontSize: titleSize(finding),
    bold: true,
    color: INK,
    valign: 'middle',
    fit: 'shrink',
  });
  const lines = [slide.heading === finding ? '' : slide.heading, rest, slide.note];
  const under = shortened(lines.filter(Boolean).join(' · '), MOST_UNDER);
  if (under) {
    page.addText(under, {
      ...box(1.45, 0.75),
      fontSize: 18,
      color: MUTED,
      valign: 'top',
      fit: 'shrink',
    });
  }
  const href = links.href(slide.query);
  const space = href ? INNER - 1.1 : INNER;
  if (slide.footnotes.length > 0) {
    page.addText(slide.footnotes.map((line) => shortened(line, MOST_FOOTNOTE)).join('\n'), {
      x: SIDE,
      y: 5.95,
      w: space,
      h: 0.98,
      fontSize: 14,
      fontFace: FONT,
      color: INK,
      margin: 0,
      valign: 'bottom',
      fit: 'shrink',
    });
  }
  page.addShape('line', { x: SIDE, y: 6.95, w: INNER, h: 0, line: { color: LINE, width: 1 } });
  const link = href ? [{ text: `   ${words.live}`, options: { hyperlink: { url: href } } }] : [];
  page.addText([{ text: slide.source }, ...link], {
    x: SIDE,
    y: 7,
    w: space,
    h: 0.35,
    fontSize: 10.5,
    fontFace: FONT,
    color: MUTED,
    margin: 0,
    valign: 'middle',
  });
  const picture = href ? links.qr(href) : '';
  if (picture) {
    page.addImage({
      data: picture,
      x: WIDTH - SIDE - 0.85,
      y: 6,
      w: 0.85,
      h: 0.85,
      altText: `${words.live}: ${href}`, // no link on it: the library writes a picture's address unescaped
    });
  }
  addSynthetic(page, deck);
  page.slideNumber = {
    x: WIDTH - SIDE - 0.5,
    y: 7,
    w: 0.5,
    h: 0.35,
    fontSize: 10.5,
    fontFace: FONT,
    color: MUTED,
    align: 'right',
  };
}

/** Simulated figures say so on every slide. */
function addSynthetic(page: Page, { synthetic }: Deck): void {
  if (!synthetic) return;
  page.addText(synthetic, {
    x: WIDTH - 3.3,
    y: 0.05,
    w: 2.7,
    h: 0.28,
    fontSize: 11,
    fontFace: FONT,
    bold: true,
    color: WARNING,
    align: 'right',
    margin: 0,
  });
}

/** The finding is the title; how many, when and the caveat stand below it. */
function titled({ sentence, heading }: SlideText): { finding: string; rest: string } {
  if (!sentence) return { finding: heading, rest: '' };
  const end = sentence.indexOf('. ');
  if (end < 0) return { finding: sentence, rest: '' };
  return { finding: sentence.slice(0, end + 1), rest: sentence.slice(end + 2) };
}

function titleSize(text: string): number {
  if (text.length <= 85) return 28;
  if (text.length <= 180) return 24;
  return text.length <= 270 ? 20 : 18;
}

/** Characters that the boxes hold at their sizes; "shrink on overflow" takes effect only when a reader edits. */
const MOST_TITLE = 360;
const MOST_UNDER = 210;
const MOST_FOOTNOTE = 118;

/** Ends in "…" where a text is too long for its place; notes are whole in the speaker's notes. */
function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

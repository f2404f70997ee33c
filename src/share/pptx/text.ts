/** Texts of a deck: cover, agenda, and on every slide finding, caveats, source, address. */
import type PptxGenJS from 'pptxgenjs';
import type { Deck, SlideText } from '../../slide/slide.ts';
import { MOST_TITLE } from '../../text/told/title.ts';
import {
  ACCENT,
  BODY,
  box,
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

/** Words of the deck that are not the slides' own. */
export interface DeckWords {
  readonly agenda: string;
  readonly closing: string;
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
  for (let from = 0; from < agendaRows(deck, words).length; from += AGENDA_ROWS) {
    const page = file.addSlide();
    page.addText(words.agenda, { ...box(0.45, 0.8), fontSize: 28, bold: true, color: INK });
    const rows = agendaRows(deck, words)
      .slice(from, from + AGENDA_ROWS)
      .map(({ name, page: number }, at) => [
        { text: `${from + at + 1}.`, options: { color: MUTED } },
        { text: name },
        { text: `${number}`, options: { align: 'right' as const, color: MUTED } },
      ]);
    page.addTable(rows, {
      ...{ x: SIDE, y: 1.4, w: INNER, colW: [0.6, INNER - 1.6, 1] },
      ...{ fontFace: FONT, fontSize: 20, color: INK, valign: 'middle' },
      border: { type: 'solid', pt: 0.75, color: LINE },
      rowH: 0.55,
    });
    addSynthetic(page, deck);
  }
}

/** Names of the items and the closing list, with the pages on which they begin. */
function agendaRows({ agenda, slides, closing }: Deck, words: Pick<DeckWords, 'closing'>) {
  const names = agenda.length + (closing ? 1 : 0);
  const before = 1 + Math.ceil(names / AGENDA_ROWS);
  const rows = agenda.map(({ name, slide }) => ({ name, page: before + slide + 1 }));
  const last = { name: words.closing, page: before + slides.length + 1 };
  return closing ? [...rows, last] : rows;
}

/** Pages of the file: cover, agenda, slides, closing list. */
export function pagesOf(deck: Deck): number {
  const { agenda, slides, closing } = deck;
  const last = closing ? 1 : 0;
  return 1 + Math.ceil((agenda.length + last) / AGENDA_ROWS) + slides.length + last;
}

export function addTexts(
  page: Page,
  slide: SlideText,
  deck: Deck,
  words: DeckWords,
  links: DeckLinks,
): void {
  page.addText(slide.title, {
    ...box(0.42, 0.6),
    fontSize: slide.title.length <= MOST_TITLE ? SIZE.title : SIZE.longTitle,
    bold: true,
    color: INK,
    valign: 'middle',
    fit: 'shrink',
  });
  const heading = slide.heading === slide.title ? '' : slide.heading;
  const under = [heading, slide.note, slide.sentence].filter(Boolean);
  page.addText(
    under.map((text, at) => ({
      text: shortened(text, MOST_UNDER),
      options: {
        breakLine: true,
        ...(heading && at === 0 ? { color: INK, fontSize: SIZE.under } : { color: MUTED }),
      },
    })),
    { ...box(1.02, 0.98), fontSize: SIZE.text, valign: 'top', fit: 'shrink' },
  );
  const href = links.href(slide.query);
  const space = href ? INNER - 1.1 : INNER;
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
    ? [{ text: '   ' }, { text: words.live, options: { hyperlink: { url: href } } }]
    : [];
  page.addText([{ text: shortened(slide.documents, MOST_SOURCE) }, ...link], {
    x: SIDE,
    y: 6.98,
    w: INNER - 0.7,
    h: 0.4,
    fontSize: SIZE.footer,
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
    fontSize: SIZE.footer,
    fontFace: FONT,
    color: MUTED,
    align: 'right',
  };
}

/** Simulated figures say so on every slide. */
function addSynthetic(page: Page, { synthetic }: Deck): void {
  if (!synthetic) return;
  page.addText(synthetic, {
    x: WIDTH - SIDE - 3,
    y: 0.1,
    w: 3,
    h: 0.28,
    fontSize: SIZE.footer,
    fontFace: FONT,
    bold: true,
    color: WARNING,
    align: 'right',
    margin: 0,
  });
}

/** Where chart or table begin: below what is said under the title. */
export function bodyTop({ title, heading, sentence, note }: SlideText): number {
  const lines = [sentence, note].filter(Boolean).map((text) => Math.ceil(text.length / PER_LINE));
  const said = lines.reduce((sum, count) => sum + count, 0) * 0.27 + (heading === title ? 0 : 0.32);
  return Math.min(BODY.top, 1.2 + said + 0.12);
}

/** Characters of a line under the title. */
const PER_LINE = 105;

/** Where chart or table end: above what is noted under them. */
export function bodyEnd({ footnotes }: SlideText): number {
  return BODY.end - BODY.note * footnotes.length;
}

/** Characters that the boxes hold at their sizes; "shrink on overflow" takes effect only when a reader edits. */
const MOST_UNDER = 210;
const MOST_FOOTNOTE = 118;
const MOST_SOURCE = 150;

/** Ends in "…" where a text is too long for its place; notes are whole in the speaker's notes. */
function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

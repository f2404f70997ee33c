/** Texts of a deck: cover, agenda, and on every slide finding, caveats, source, address. */
import type PptxGenJS from 'pptxgenjs';
import { type Deck, type SlideText, underTitle } from '../../slide/slide.ts';
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
import { TITLE } from './theme.ts';

/** Words of the deck that are not the slides' own. */
export interface DeckWords {
  readonly agenda: string;
  readonly live: string;
}

export interface DeckLinks {
  /** Address of the live view of a query; null where no other computer could open it. */
  readonly href: (query: string) => string | null;
  /** PNG of a QR code as a data URL; '' where the address is too long for one. */
  readonly qr: (text: string) => string;
}

export const AGENDA_ROWS = 8;

/** Points between the neutral name and what is said below it. */
const UNDER_GAP = 5;

export function addCover(file: PptxGenJS, deck: Deck): void {
  const page = file.addSlide();
  const right = deck.facts.length > 0 ? FACTS : WIDTH;
  const base = { x: COVER, w: right - COVER - SIDE, margin: 0, fontFace: FONT };
  page.addShape('rect', { x: 0, y: 0, w: 0.42, h: 7.5, fill: { color: ACCENT } });
  page.addText(deck.organisation, {
    ...{ ...base, y: 0.75, h: 0.6, fontSize: 24, bold: true, color: MUTED },
  });
  page.addText(balanced(deck.title), {
    ...{ ...base, y: 2, h: 2.2, fontSize: 38, bold: true, color: INK },
    ...TITLE_LOOK,
    valign: 'bottom',
  });
  page.addShape('rect', { x: COVER, y: 4.4, w: 1.6, h: 0.08, fill: { color: ACCENT } });
  page.addText(deck.day, { ...base, y: 4.65, h: 0.5, fontSize: 24, color: INK });
  page.addText(deck.synthetic, {
    ...{ ...base, y: 6.5, h: 0.45, fontSize: SIZE.under, bold: true, color: WARNING },
  });
  addFacts(page, deck);
}

/** Inches from the left where the cover says what the deck is made from, and between two such facts. */
const FACTS = 9.1;
const FACT = 1.3;

function addFacts(page: Page, { facts }: Deck): void {
  if (facts.length === 0) return;
  const top = 4.05 - (facts.length * FACT) / 2;
  const rule = { x: FACTS - 0.3, y: top, w: 0, h: facts.length * FACT - 0.2 };
  page.addShape('line', { ...rule, line: { color: LINE, width: 1.5 } });
  for (const [at, { value, about }] of facts.entries()) {
    const base = { x: FACTS, w: WIDTH - FACTS - SIDE, margin: 0, fontFace: FONT };
    const y = top + at * FACT;
    const size = value.length > LONG_FACT ? 26 : 36;
    page.addText(value, { ...base, y, h: 0.65, fontSize: size, bold: true, color: ACCENT });
    page.addText(about, { ...base, y: y + 0.65, h: 0.35, fontSize: SIZE.text, color: MUTED });
  }
}

/** Characters of a fact that stands in the largest type. */
const LONG_FACT = 6;

/** Characters of the cover's title in one line. */
const COVER_LINE = 24;

/** A title of two lines breaks near its middle, so that no word stands alone. */
function balanced(title: string): string {
  if (title.length <= COVER_LINE || title.length > 2 * COVER_LINE) return title;
  const spaces = [...title.matchAll(/ /g)].map(({ index }) => index);
  const middle = (at: number) => Math.abs(at - title.length / 2);
  const [at] = spaces.sort((a, b) => middle(a) - middle(b));
  return at === undefined ? title : `${title.slice(0, at)}\n${title.slice(at + 1)}`;
}

/** Inches from the left of what stands on the cover. */
const COVER = 1.1;

export function addAgenda(file: PptxGenJS, deck: Deck, words: DeckWords): void {
  for (let from = 0; from < agendaRows(deck).length; from += AGENDA_ROWS) {
    const page = file.addSlide();
    page.addText(words.agenda, {
      ...{ ...box(0.42, 0.6), fontSize: SIZE.title, bold: true, color: INK, ...TITLE_LOOK },
    });
    const rows = agendaRows(deck)
      .slice(from, from + AGENDA_ROWS)
      .map(({ name, finding, page: number }, at) => [
        { text: `${from + at + 1}`, options: { color: ACCENT, bold: true } },
        {
          text: [
            { text: finding || name, options: { breakLine: finding !== '' } },
            ...secondLine(finding && name),
          ],
        },
        { text: `${number}`, options: { align: 'right' as const, color: MUTED } },
      ]);
    page.addTable(rows, {
      ...{ x: SIDE, y: 1.3, w: INNER, colW: [0.6, INNER - 1.6, 1] },
      ...{ fontFace: FONT, fontSize: 20, color: INK, valign: 'middle' },
      margin: [0.03, 0.08, 0.03, 0.04],
      border: [NONE, NONE, RULE, NONE],
      rowH: Math.min(1.2, 5.3 / rows.length),
    });
    if (deck.synthetic) page.addText(marked(deck), footer());
  }
}

/** Masters centre their titles. */
const TITLE_LOOK = { objectName: TITLE, align: 'left', valign: 'middle', fit: 'shrink' } as const;

const NONE = { type: 'none' } as const;
const RULE = { type: 'solid', pt: 0.75, color: LINE } as const;

/** What a finding is about. */
const secondLine = (name: string) =>
  name ? [{ text: name, options: { color: MUTED, fontSize: SIZE.text } }] : [];

/** Names of the items and of the closing pages, with the pages on which they begin. */
function agendaRows({ agenda, slides, closing }: Deck) {
  const before = 1 + Math.ceil((agenda.length + closing.length) / AGENDA_ROWS);
  const rows = agenda.map(({ slide, ...item }) => ({ ...item, page: before + slide + 1 }));
  const last = closing.map(({ title, heading }, at) => ({
    ...(title.startsWith(heading)
      ? { name: title, finding: '' }
      : { name: heading, finding: title }),
    page: before + slides.length + at + 1,
  }));
  return [...rows, ...last];
}

/** Pages of the file: cover, agenda, slides, closing pages. */
export function pagesOf({ agenda, slides, closing }: Deck): number {
  const rows = agenda.length + closing.length;
  return 1 + Math.ceil(rows / AGENDA_ROWS) + slides.length + closing.length;
}

/** Points in which a title stands in one line, whichever typeface stands in for that of the deck. */
function titleSize({ length }: string): number {
  return length <= MOST_TITLE ? SIZE.title : SIZE.heading;
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
    fontSize: titleSize(slide.title),
    bold: true,
    color: INK,
    ...TITLE_LOOK,
  });
  const heading = underTitle(slide);
  const under = [heading, slide.note, slide.sentence].filter(Boolean);
  page.addText(
    under.map((text, at) => ({
      text: shortened(text, MOST_UNDER),
      options: {
        breakLine: true,
        ...(at > 0 ? { paraSpaceBefore: UNDER_GAP } : {}),
        color: heading && at === 0 ? MUTED : INK,
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
    ? [
        ...(deck.synthetic || slide.documents ? [{ text: '   ' }] : []),
        { text: words.live, options: { hyperlink: { url: href } } },
      ]
    : [];
  const documents = shortened(slide.documents, MOST_SOURCE);
  page.addText([...marked(deck), { text: documents }, ...link], footer());
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

/** Simulated figures say so on every slide, where no logo of an office stands. */
function marked({ synthetic }: Deck) {
  return synthetic ? [{ text: `${synthetic}   `, options: { bold: true, color: WARNING } }] : [];
}

/** Made anew for every page: the library writes into what it is given. */
const footer = () => ({
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
const MOST_SOURCE = 150;

/** Ends after a sentence or clause, or in "…", where a text is too long for its place; the notes have it whole. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1);
  const clause = Math.max(start.lastIndexOf('. '), start.lastIndexOf('; '));
  return clause > most / 3 ? `${start.slice(0, clause)}.` : `${start.trimEnd()}…`;
}

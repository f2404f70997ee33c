/**
 * A deck as a PowerPoint file, made in the browser: charts are charts with their workbooks, tables are tables.
 * Loaded only when a deck is made (the library has 0,5 MB).
 *
 * Sizes: body 18 pt and more, labels 14, footers 10. Number formats are those of the file format ("0.0"), which
 * Office shows with a comma under a Vietnamese locale.
 */

import type { Deck, Slide, SlideSeries } from '../../slide/slide.ts';
import { escapeMarkup, withoutControls } from '../escape.ts';
import { withTrueBlanks } from './blanks.ts';
import { addChart, addTable } from './figures.ts';
import { FONT } from './style.ts';
import {
  AGENDA_ROWS,
  addAgenda,
  addCover,
  addTexts,
  type DeckLinks,
  type DeckWords,
} from './text.ts';

/** Fetches the libraries ahead of need. */
export async function preloadDeck(): Promise<void> {
  await Promise.all([import('pptxgenjs'), import('jszip')]);
}

/**
 * Writes the deck.
 *
 * @returns the bytes of a .pptx
 */
export async function makeDeck(
  given: Deck,
  words: DeckWords,
  links: DeckLinks,
): Promise<Uint8Array<ArrayBuffer>> {
  const [{ default: Pptx }, { default: Zip }] = await Promise.all([
    import('pptxgenjs'),
    import('jszip'),
  ]);
  const deck = cleaned(given);
  const file = new Pptx();
  file.layout = 'LAYOUT_WIDE';
  file.title = deck.title;
  file.company = escapeMarkup(deck.organisation); // the library writes this one as it is
  file.theme = { headFontFace: FONT, bodyFontFace: FONT };
  addCover(file, deck);
  addAgenda(file, deck, words);
  const charts: (readonly SlideSeries[])[] = [];
  const all: Slide[] = [...deck.slides, ...(deck.closing ? [deck.closing] : [])];
  for (const slide of all) {
    const page = file.addSlide();
    addTexts(page, slide, deck, words, links);
    if (slide.type === 'table') addTable(page, slide);
    else {
      charts.push(addChart(file, page, slide));
    }
    if (slide.note) page.addNotes(slide.note);
  }
  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  return withTrueBlanks(Zip, bytes, charts);
}

/** Pages of the file: cover, agenda, slides, closing list. */
export function pagesOf({ agenda, slides, closing }: Deck): number {
  return 1 + Math.ceil(agenda.length / AGENDA_ROWS) + slides.length + (closing ? 1 : 0);
}

/** The same deck without characters that would break its XML. */
function cleaned(deck: Deck): Deck {
  return JSON.parse(JSON.stringify(deck), (_, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value,
  ) as Deck;
}

/**
 * A deck as a PowerPoint file, made in the browser: charts are charts with their workbooks, tables are tables.
 * Loaded only when a deck is made (the library has 0,5 MB).
 *
 * Sizes: titles 28 pt, body 16 and more, labels 14, sources 12. Texts beside values are the screen's own (labels.ts).
 */

import type PptxGenJS from 'pptxgenjs';
import { isChart, onlyValue } from '../../slide/fitted.ts';
import type { Deck, Slide } from '../../slide/slide.ts';
import { cleaned, escapeMarkup } from '../escape.ts';
import { type DrawnChart, withTrueBlanks } from './blanks.ts';
import { addChart, addStatement, addTable, axisOf } from './figures.ts';
import { addPlot } from './plot.ts';
import { addSteps } from './steps.ts';
import { FONT, type Page } from './style.ts';
import { addAgenda, addCover, addTexts, type DeckLinks, type DeckWords } from './text.ts';

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
  const charts: DrawnChart[] = [];
  const all: Slide[] = [...deck.slides, ...(deck.closing ? [deck.closing] : [])];
  for (const slide of all) {
    const page = file.addSlide();
    addTexts(page, slide, deck, words, links);
    charts.push(...addBody(file, page, slide));
    const notes = [slide.sentence, slide.note, slide.source].filter(Boolean).join('\n');
    if (notes) page.addNotes(notes);
  }
  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  return withTrueBlanks(Zip, bytes, charts);
}

/** What a slide shows under its texts. @returns the charts in it, whose look is mended afterwards */
function addBody(file: PptxGenJS, page: Page, slide: Slide): DrawnChart[] {
  if (slide.type === 'steps') return [addSteps(file, page, slide)];
  if (slide.type === 'plot') return [addPlot(file, page, slide)];
  if (!isChart(slide)) {
    addTable(page, slide);
    return [];
  }
  const only = onlyValue(slide);
  if (only) {
    addStatement(page, slide, only);
    return [];
  }
  const shown = addChart(file, page, slide);
  return [{ shown, decimals: slide.decimals, axis: axisOf(slide) }];
}

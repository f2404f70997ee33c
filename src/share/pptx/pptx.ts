/**
 * A deck as a PowerPoint file, made in the browser: charts are charts with their workbooks, tables are tables.
 * Loaded only when a deck is made (the library has 0,5 MB).
 *
 * Sizes: titles 28 pt, body 16 and more, labels 14, sources 12. Texts beside values are the screen's own (labels.ts).
 */

import type PptxGenJS from 'pptxgenjs';
import type { Deck, DeckSlide } from '../../slide/page/deck.ts';
import { cleaned, escapeMarkup } from '../escape.ts';
import { type DrawnChart, mendCharts } from './blanks.ts';
import { addChart, axisOf } from './chart/chart.ts';
import { addAgenda, addCover } from './cover.ts';
import { addPanels, addStatements } from './panels.ts';
import { addPlot } from './plot.ts';
import { addCards } from './shapes/cards.ts';
import { addTiles } from './shapes/tiles.ts';
import { addSteps } from './steps.ts';
import { FONT, type Page } from './style.ts';
import { addTable } from './table.ts';
import { dress } from './template/dress.ts';
import { openTemplate } from './template/template.ts';
import { addTexts, type DeckLinks, type DeckWords } from './text.ts';
import { followTheme } from './theme.ts';

/** Fetches the libraries ahead of need. */
export async function preloadDeck(): Promise<void> {
  await Promise.all([import('pptxgenjs'), import('jszip')]);
}

/**
 * Writes the deck.
 *
 * @param template an office's own file, whose colours, typefaces, pictures and backgrounds the pages take
 * @returns the bytes of a .pptx
 */
export async function makeDeck(
  given: Deck,
  words: DeckWords,
  links: DeckLinks,
  template?: Uint8Array,
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
  addCover(file, deck, words);
  addAgenda(file, deck, words);
  const charts: DrawnChart[] = [];
  const all: DeckSlide[] = [...deck.slides, ...deck.closing];
  for (const slide of all) {
    const page = file.addSlide();
    addTexts(page, slide, deck, words, links);
    charts.push(...addBody(file, page, slide));
    const { sentence, note, spoken = [], source } = slide;
    const notes = [sentence, note, ...spoken, source].filter(Boolean).join('\n');
    if (notes) page.addNotes(notes);
  }
  const zip = await Zip.loadAsync((await file.write({ outputType: 'uint8array' })) as Uint8Array);
  await mendCharts(Zip, zip, charts);
  await followTheme(zip);
  if (template) await dress(zip, await openTemplate(Zip, template));
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) as Promise<
    Uint8Array<ArrayBuffer>
  >;
}

/** What a slide shows under its texts. @returns what was drawn as charts, in the order of their parts */
function addBody(file: PptxGenJS, page: Page, slide: DeckSlide): readonly DrawnChart[] {
  switch (slide.type) {
    case 'panels':
      return addPanels(file, page, slide);
    case 'steps':
      return [addSteps(file, page, slide)];
    case 'plot':
      return [addPlot(file, page, slide)];
    case 'tiles':
      addTiles(page, slide);
      return [];
    case 'cards':
      addCards(page, slide);
      return [];
    case 'table':
      addTable(page, slide);
      return [];
    case 'statements':
      addStatements(page, slide);
      return [];
    default:
      return [
        { shown: addChart(file, page, slide), decimals: slide.decimals, axis: axisOf(slide) },
      ];
  }
}

/**
 * A deck as a PowerPoint file, made in the browser: charts are charts with their workbooks, tables are tables.
 * Loaded only when a deck is made (the library has 0,5 MB).
 *
 * Sizes: body 18 pt and more, labels 14, footers 10. Number formats are those of the file format ("0.0"), which
 * Office shows with a comma under a Vietnamese locale.
 */
import type JSZip from 'jszip';
import type PptxGenJS from 'pptxgenjs';
import { escapeMarkup, withoutControls } from './escape.ts';
import {
  type ChartSlide,
  columnWidths,
  type Deck,
  type Slide,
  type SlideSeries,
  type SlideText,
  type TableSlide,
} from './slides.ts';

/** Words of the deck that are not the slides' own. */
export interface DeckWords {
  readonly agenda: string;
  readonly more: string;
  readonly live: string;
  readonly page: (at: number) => string;
}

export interface DeckLinks {
  /** Address of the live view of a query; null where no other computer could open it. */
  readonly href: (query: string) => string | null;
  /** PNG of a QR code as a data URL; '' where the address is too long for one. */
  readonly qr: (text: string) => string;
}

const FONT = 'Arial';
const INK = '1A2129';
const MUTED = '56616D';
const LINE = 'DFE4E9';
const ACCENT = '1D5A86';
const TINT = 'E6EEF5';
const ERROR = 'A8281C';
const WARNING = '835400';
const COLOURS = [ACCENT, 'C2571A', '4C8C4A', '7B4EA3', '8F6B00', '5C6670'];
const ROLE_COLOUR = { target: 'B4BEC8', group: MUTED, own: '8A949E' } as const;

const WIDTH = 13.333;
const SIDE = 0.6;
const INNER = WIDTH - 2 * SIDE;
const AGENDA_ROWS = 9;

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

/** The same deck without characters that would break its XML. */
function cleaned(deck: Deck): Deck {
  return JSON.parse(JSON.stringify(deck), (_, value: unknown) =>
    typeof value === 'string' ? withoutControls(value) : value,
  ) as Deck;
}

function addCover(file: PptxGenJS, deck: Deck): void {
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

function addAgenda(file: PptxGenJS, deck: Deck, words: DeckWords): void {
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

type Page = PptxGenJS.Slide;

function addTexts(
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
      y: 5.98,
      w: space,
      h: 0.92,
      fontSize: 12,
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
const MOST_FOOTNOTE = 140;

/** Ends in "…" where a text is too long for its place; notes are whole in the speaker's notes. */
function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

function box(y: number, h: number) {
  return { x: SIDE, y, w: INNER, h, margin: 0, fontFace: FONT };
}

const CHART = { x: SIDE, y: 2.25, w: INNER, h: 3.7 };

/** @returns the series as drawn */
function addChart(file: PptxGenJS, page: Page, slide: ChartSlide): readonly SlideSeries[] {
  const bars = slide.type === 'bars';
  const shown = bars ? slide.series : slide.series.filter(hasValues);
  const data = shown.map((series) => ({
    name: series.name,
    labels: [...slide.categories],
    values: series.values as number[],
  }));
  const format = formatCode(slide);
  page.addChart(bars ? file.ChartType.bar : file.ChartType.line, data, {
    ...CHART,
    altText: [slide.heading, slide.sentence].filter(Boolean).join('. '),
    barDir: 'bar',
    barGapWidthPct: 40,
    chartColors: shown.map((series, at) => colourOf(series, at)),
    catAxisLabelFontFace: FONT,
    catAxisLabelFontSize: 14,
    catAxisLabelColor: INK,
    catAxisOrientation: (bars ? 'maxMin' : 'minMax') as 'minMax', // the types know only one of the two
    catAxisLineShow: true,
    valAxisHidden: bars,
    valAxisLabelFontFace: FONT,
    valAxisLabelFontSize: 14,
    valAxisLabelColor: MUTED,
    valAxisLabelFormatCode: format,
    valAxisMinVal: slide.least,
    valAxisMaxVal: slide.most,
    valGridLine: bars ? { style: 'none' } : { color: LINE, size: 0.75 },
    catGridLine: { style: 'none' },
    showValue: bars || shown.length === 1,
    dataLabelPosition: bars ? 'outEnd' : 't',
    dataLabelFormatCode: format,
    dataLabelFontFace: FONT,
    dataLabelFontSize: 14,
    dataLabelColor: INK,
    displayBlanksAs: 'gap',
    lineDataSymbolSize: 7,
    lineSize: 2.5,
    showLegend: shown.length > 1,
    legendPos: 'b',
    legendFontFace: FONT,
    legendFontSize: 14,
    legendColor: INK,
  });
  return shown;
}

function hasValues({ values }: SlideSeries): boolean {
  return values.some((value) => value !== null);
}

function colourOf({ role }: SlideSeries, at: number): string {
  return role === 'value' ? (COLOURS[at % COLOURS.length] ?? ACCENT) : ROLE_COLOUR[role];
}

/** In the file format's own notation; values are in scale units, so "%" is a text. */
function formatCode({ percent, decimals }: ChartSlide): string {
  if (!percent) return decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0';
  return `${decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0'}"%"`;
}

const TONES = { error: ERROR, warning: WARNING, tint: INK } as const;

function addTable(page: Page, slide: TableSlide): void {
  const { columns, rows } = slide;
  const head = columns.map(({ name, number }) => ({
    text: name,
    options: {
      bold: true,
      color: INK,
      fill: { color: TINT },
      align: number ? ('right' as const) : ('left' as const),
    },
  }));
  const body = rows.map((row) =>
    row.map((cell, at) => ({
      text: cell.text,
      options: {
        bold: cell.bold ?? false,
        color: cell.tone ? TONES[cell.tone] : INK,
        ...(cell.tone === 'tint' ? { fill: { color: TINT } } : {}),
        align: columns[at]?.number ? ('right' as const) : ('left' as const),
      },
    })),
  );
  page.addTable([head, ...body], {
    x: SIDE,
    y: slide.sentence || slide.note ? 2.25 : 1.55,
    w: INNER,
    colW: columnWidths(slide),
    fontFace: FONT,
    fontSize: 14,
    border: { type: 'solid', pt: 0.75, color: LINE },
    margin: [0.03, 0.08, 0.03, 0.08],
    valign: 'middle',
  });
}

/**
 * The library writes "no number" as an empty text, which Office takes for damage, and zero in the workbook as
 * nothing: blanks are taken out, zeros put in.
 */
async function withTrueBlanks(
  Zip: typeof JSZip,
  bytes: Uint8Array,
  charts: readonly (readonly SlideSeries[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = await Zip.loadAsync(bytes);
  const drawings = numberedParts(zip, /^ppt\/charts\/chart(\d+)\.xml$/);
  for (const path of drawings) await rewrite(zip, path, withoutBlankPoints);
  const workbooks = numberedParts(zip, /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/);
  for (const [at, path] of workbooks.entries()) {
    const series = charts[at] ?? [];
    const book = await Zip.loadAsync(
      (await zip.file(path)?.async('uint8array')) ?? new Uint8Array(),
    );
    await rewrite(book, 'xl/worksheets/sheet1.xml', (xml) => withZeros(xml, series));
    zip.file(path, await book.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) as Promise<
    Uint8Array<ArrayBuffer>
  >;
}

/** Parts of one kind in the order of their numbers, which count on from one deck to the next. */
function numberedParts(zip: JSZip, pattern: RegExp): string[] {
  const number = (path: string) => Number(pattern.exec(path)?.[1]);
  return Object.keys(zip.files)
    .filter((path) => pattern.test(path))
    .sort((a, b) => number(a) - number(b));
}

async function rewrite(zip: JSZip, path: string, change: (xml: string) => string): Promise<void> {
  const xml = await zip.file(path)?.async('string');
  if (xml !== undefined) zip.file(path, change(xml));
}

function withoutBlankPoints(xml: string): string {
  return xml.replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '');
}

/** Column B holds the first series, row 2 the first category. */
function withZeros(xml: string, series: readonly SlideSeries[]): string {
  return xml.replace(/<c r="([A-Z]+)(\d+)"><v><\/v><\/c>/g, (_, column: string, row: string) => {
    const value = series[columnIndex(column) - 1]?.values[Number(row) - 2];
    return value === 0 ? `<c r="${column}${row}"><v>0</v></c>` : '';
  });
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

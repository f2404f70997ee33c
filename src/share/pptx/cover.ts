/** The first pages of a deck: what it is about and what it found, then its agenda with a finding each. */
import type PptxGenJS from 'pptxgenjs';
import type { Deck } from '../../slide/page/deck.ts';
import { findingsOf } from '../../slide/page/simple.ts';
import {
  ACCENT,
  box,
  FONT,
  GROUND,
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
import { type DeckWords, footer, marked, TITLE_LOOK } from './text.ts';

export const AGENDA_ROWS = 8;

/** Inches from the left of what stands on the cover, and where the half begins that says what was found. */
const COVER = 0.75;
const HALF = 7.35;

export function addCover(file: PptxGenJS, deck: Deck, words: DeckWords): void {
  const page = file.addSlide();
  const findings = findingsOf(deck);
  const isFound = findings.length > 0;
  const base = { x: COVER, w: (isFound ? HALF : WIDTH) - COVER - 0.5, margin: 0, fontFace: FONT };
  page.addShape('rect', { x: 0, y: 0, w: 0.28, h: 7.5, fill: { color: ACCENT } });
  page.addText(deck.organisation, {
    ...{ ...base, y: 0.6, h: 0.9, fontSize: 24, bold: true, color: MUTED, fit: 'shrink' },
    valign: 'top',
  });
  const title = isFound ? balanced(deck.title) : deck.title;
  const longest = Math.max(1, ...title.split('\n').map(({ length }) => length));
  const fits = title.includes('\n') ? Math.floor((base.w * 72) / (longest * 0.68)) : 34;
  page.addText(title, {
    ...{ ...base, y: 1.75, h: 2.4, bold: true, color: INK },
    fontSize: Math.max(28, Math.min(38, fits)),
    ...TITLE_LOOK,
    valign: 'bottom',
  });
  page.addShape('rect', { x: COVER, y: 4.4, w: 1.6, h: 0.08, fill: { color: ACCENT } });
  page.addText(words.day(deck.day), { ...base, y: 4.65, h: 0.5, fontSize: 24, color: INK });
  const facts = deck.facts.map(({ value, about }) => `${about}: ${value}`).join('\n');
  page.addText(facts, {
    ...base,
    y: 5.4,
    h: 0.85,
    fontSize: SIZE.text,
    color: MUTED,
    valign: 'top',
  });
  page.addText(deck.synthetic, {
    ...{ ...base, y: 6.6, h: 0.45, fontSize: SIZE.under, bold: true, color: WARNING },
  });
  if (isFound) addFindings(page, findings, words);
}

/** The finding of the deck in large type, and below it those of its other items. */
function addFindings(page: Page, [first = '', ...others]: readonly string[], words: DeckWords) {
  const base = { x: HALF + 0.5, w: WIDTH - HALF - 1, margin: 0, fontFace: FONT, color: GROUND };
  page.addShape('rect', { x: HALF, y: 0, w: WIDTH - HALF, h: 7.5, fill: { color: ACCENT } });
  page.addText(words.mainFinding, { ...base, y: 0.75, h: 0.45, fontSize: SIZE.under });
  page.addText(first, { ...base, y: 1.35, h: 2.6, fontSize: 32, bold: true, valign: 'top' });
  if (others.length === 0) return;
  page.addShape('rect', { x: base.x, y: 4.4, w: 1.6, h: 0.05, fill: { color: GROUND } });
  page.addText(
    others.map((text) => ({ text, options: { breakLine: true, paraSpaceAfter: 10 } })),
    { ...base, y: 4.65, h: 2.3, fontSize: 20, valign: 'top', fit: 'shrink' },
  );
}

/** Characters of the cover's title in one line, and lines that are of a length. */
const COVER_LINE = 22;
const MOST_LINES = 3;

/** A title of several lines has them of a length, so that no word stands alone. */
function balanced(title: string): string {
  const count = Math.ceil(title.length / COVER_LINE);
  return count <= MOST_LINES ? evenLines(title.split(' '), count).join('\n') : title;
}

function evenLines(words: readonly string[], count: number): string[] {
  const whole = [words.join(' ')];
  if (count <= 1 || words.length < count) return whole;
  const cuts = words.slice(1).map((_, at) => {
    const line = words.slice(0, at + 1).join(' ');
    return [line, ...evenLines(words.slice(at + 1), count - 1)];
  });
  const unevenness = (lines: readonly string[]) =>
    lines.reduce((sum, { length }) => sum + length ** 2, 0);
  return cuts.reduce((best, lines) => (unevenness(lines) < unevenness(best) ? lines : best), whole);
}

export function addAgenda(file: PptxGenJS, deck: Deck, words: DeckWords): void {
  for (let from = 0; from < listedRows(deck); from += AGENDA_ROWS) {
    const page = file.addSlide();
    page.addText(words.agenda, {
      ...{ ...box(0.5, 0.7), fontSize: 32, bold: true, color: INK, ...TITLE_LOOK },
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
      ...{ x: SIDE, y: 1.4, w: INNER, colW: [0.6, INNER - 1.6, 1] },
      ...{ fontFace: FONT, fontSize: 20, color: INK, valign: 'middle' },
      margin: [0.03, 0.08, 0.03, 0.04],
      border: [NONE, NONE, RULE, NONE],
      rowH: Math.min(1.2, 5.2 / rows.length),
    });
    if (deck.synthetic) page.addText(marked(deck), footer());
  }
}

const NONE = { type: 'none' } as const;
const RULE = { type: 'solid', pt: 0.75, color: LINE } as const;

/** What a finding is about. */
const secondLine = (name: string) =>
  name ? [{ text: name, options: { color: MUTED, fontSize: SIZE.text } }] : [];

/** Names of the items and of the closing pages, with the pages on which they begin. */
function agendaRows({ agenda, slides, closing }: Pages) {
  const before = 1 + Math.ceil(listedRows({ agenda, slides, closing }) / AGENDA_ROWS);
  const rows = agenda.map(({ slide, ...item }) => ({ ...item, page: before + slide + 1 }));
  const last = closing.map(({ title, heading }, at) => ({
    ...(title.startsWith(heading)
      ? { name: title, finding: '' }
      : { name: heading, finding: title }),
    page: before + slides.length + at + 1,
  }));
  return [...rows, ...last];
}

type Pages = Pick<Deck, 'agenda' | 'slides' | 'closing'>;

/** Pages from which on a deck has a list of them: of fewer the cover tells all. */
const FEWEST_LISTED = 12;

/** Rows of the agenda; none of a short deck. */
function listedRows({ agenda, slides, closing }: Pages): number {
  const pages = 1 + slides.length + closing.length;
  return pages < FEWEST_LISTED ? 0 : agenda.length + closing.length;
}

/** Pages of the file: cover, agenda where it is long, slides, closing pages. */
export function pagesOf(deck: Pages): number {
  const listed = Math.ceil(listedRows(deck) / AGENDA_ROWS);
  return 1 + listed + deck.slides.length + deck.closing.length;
}

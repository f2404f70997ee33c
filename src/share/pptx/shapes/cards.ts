/** A few units beside each other, each with a few numbers in large type. */
import { bodyTop } from '../../../slide/page/room.ts';
import type { CardItem, CardsSlide, SlideCard } from '../../../slide/slide.ts';
import {
  ACCENT,
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
} from '../style.ts';
import { bodyEnd } from '../text.ts';

/** Inches between cards, of a card's head, and of one number in it at most and at least. */
const GAP = 0.45;
const HEAD = 0.5;
const UNDER = 0.32;
const ITEM = { most: 1.9, least: 0.9 };

/** Of a number with its words beside it. */
const WIDE = 1.4;

const TONES = { error: ERROR, warning: WARNING } as const;

export function addCards(page: Page, slide: CardsSlide): void {
  const { cards } = slide;
  const top = bodyTop(slide) + 0.1;
  const w = (INNER - GAP * (cards.length - 1)) / Math.max(1, cards.length);
  const under = cards.some((card) => card.under !== '') ? UNDER : 0;
  const most = Math.max(1, ...cards.map(({ items }) => items.length));
  const room = bodyEnd(slide) - top - HEAD - under - 0.15;
  const item = Math.max(ITEM.least, Math.min(w < 3.3 ? ITEM.most : WIDE, room / most));
  const least = (texts: readonly string[], wanted: number) =>
    Math.min(...texts.map((text) => sizeFor(text, w, wanted)));
  const sizes = {
    name: least(
      cards.map(({ name }) => name),
      22,
    ),
    label: least(
      cards.flatMap(({ items }) => items.map(({ label }) => label)),
      SIZE.under,
    ),
  };
  for (const [at, card] of cards.entries()) {
    addCard(page, card, { x: SIDE + at * (w + GAP), y: top, w }, { item, under, ...sizes });
  }
}

/** Inches of a number and of what stands under a name; points of names and of labels, the same on all cards. */
interface Look {
  readonly item: number;
  readonly under: number;
  readonly name: number;
  readonly label: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

function addCard(
  page: Page,
  { name, under: told, items }: SlideCard,
  { x, y, w }: Place,
  look: Look,
): void {
  const { item, under } = look;
  const base = { x, w, margin: 0, fontFace: FONT, valign: 'middle' as const };
  page.addText(name, {
    ...{ ...base, y, h: HEAD - 0.1, bold: true, color: INK, fit: 'shrink' },
    fontSize: look.name,
  });
  if (told) {
    page.addText(told, {
      ...base,
      y: y + HEAD - 0.08,
      h: UNDER,
      fontSize: SIZE.text,
      color: MUTED,
    });
  }
  const from = y + HEAD + under;
  page.addShape('rect', { x, y: from - 0.02, w, h: 0.05, fill: { color: ACCENT } });
  for (const [at, one] of items.entries()) {
    addItem(page, one, { x, y: from + 0.12 + at * item, w }, look, at > 0);
  }
}

/** What it is, the number below, and beside that (on a narrow card below it) what it is held against. */
function addItem(
  page: Page,
  { value, label, remark, tone }: CardItem,
  { x, y, w }: Place,
  { item: h, label: labelSize }: Look,
  isParted: boolean,
): void {
  if (isParted) page.addShape('line', { x, y: y - 0.06, w, h: 0, line: { color: LINE, width: 1 } });
  const base = { x, w, margin: 0, fontFace: FONT, fit: 'shrink' as const, color: INK };
  page.addText(label, {
    ...{ ...base, y, h: LABEL, bold: true, valign: 'middle' },
    fontSize: labelSize,
  });
  const size = h > 1.1 ? 38 : 28;
  const number = (value.length * size * 0.72) / 72 + 0.15;
  const isNarrow = w - number < NARROW;
  const tall = isNarrow ? 0.6 : h - LABEL - 0.12;
  const rest = { x: x + number, y: y + LABEL, w: w - number, h: tall };
  page.addText(value, {
    ...{ ...base, y: y + LABEL, w: isNarrow ? w : number, h: tall, valign: 'middle', bold: true },
    ...{ fontSize: size, color: tone ? TONES[tone] : INK },
  });
  const below = { x, y: y + LABEL + tall, w, h: h - LABEL - tall - 0.1 };
  page.addText(remark, {
    ...{ ...base, ...(isNarrow ? below : rest), valign: isNarrow ? 'top' : 'middle' },
    fontSize: SIZE.text,
  });
}

/** Inches of what a number is, and of the room beside it that is too narrow for words. */
const LABEL = 0.36;
const NARROW = 1.7;

/** Points in which a text stands in one line, not below those of a label. */
function sizeFor(text: string, width: number, wanted: number): number {
  const fits = Math.floor((width * 72) / (text.length * 0.72));
  return Math.max(SIZE.label, Math.min(wanted, fits));
}

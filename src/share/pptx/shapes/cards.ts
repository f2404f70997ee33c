/** A few units beside each other, each with a few numbers in large type. */
import { WEAK } from '../../../slide/notes.ts';
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

/** Inches between cards, of a card's name, and of one number in it at most. */
const GAP = { x: 0.45, y: 0.3 };
const NAME = 0.42;
const UNDER = 0.3;
const ITEM = 1.5;

const TONES = { error: ERROR, warning: WARNING } as const;

/** How cards lie: up to three beside each other, their numbers one below the other; of more two rows. */
interface Look {
  readonly columns: number;
  /** Numbers of one card beside each other. */
  readonly isAcross: boolean;
  /** Inches of a card, and of one number in it. */
  readonly w: number;
  readonly h: number;
  readonly item: { readonly w: number; readonly h: number };
  /** Inches under a name. */
  readonly under: number;
  /** Points, the same on all cards. */
  readonly size: { readonly name: number; readonly label: number; readonly remark: number };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export function addCards(page: Page, slide: CardsSlide): void {
  const { cards } = slide;
  const top = bodyTop(slide) + 0.1;
  const look = lookOf(cards, bodyEnd(slide) - top);
  for (const [at, card] of cards.entries()) {
    const x = SIDE + (at % look.columns) * (look.w + GAP.x);
    const y = top + Math.floor(at / look.columns) * (look.h + GAP.y);
    addCard(page, card, { x, y }, look);
  }
}

function lookOf(cards: readonly SlideCard[], height: number): Look {
  const isAcross = cards.length === 4;
  const columns = isAcross ? 2 : Math.max(1, Math.min(3, cards.length));
  const rows = Math.max(1, Math.ceil(cards.length / columns));
  const w = (INNER - GAP.x * (columns - 1)) / columns;
  const h = (height - GAP.y * (rows - 1)) / rows;
  const under = !isAcross && cards.some((card) => card.under !== '') ? UNDER : 0;
  const items = cards.flatMap((card) => card.items);
  const most = Math.max(1, ...cards.map((card) => card.items.length));
  const room = h - NAME - under - 0.2;
  const item = isAcross
    ? { w: (w - GAP.x * (most - 1)) / most, h: room }
    : { w, h: Math.min(ITEM, room / most) };
  const least = (texts: readonly string[], width: number, wanted: number) =>
    Math.min(wanted, ...texts.map((text) => sizeFor(text, width, wanted)));
  const labels = items.map(({ label }) => (isAcross ? label : halfOf(label)));
  const size = {
    name: isAcross
      ? Math.min(...cards.map((card) => sizeFor(card.name, w - widthOf(card.under), 20)))
      : least(
          cards.map(({ name }) => name),
          w,
          22,
        ),
    label: least(labels, isAcross ? item.w : w, isAcross ? SIZE.under : SIZE.text),
    remark: isAcross
      ? SIZE.label
      : least(
          items.flatMap(({ remark }) => remark.split('; ')),
          (w - VALUE) * 1.2,
          SIZE.text,
        ),
  };
  return { columns, isAcross, w, h, item, under, size };
}

/** Inches of what stands behind a name, and of the room between the two. */
const widthOf = (text: string) => (text ? text.length * 0.115 + 0.3 : 0);

/** A new one each time: the writer keeps what it is handed, and adds places to it. */
const underLook = () => ({ color: MUTED, fontSize: SIZE.text });

/** Inches of a number beside what it is. */
const VALUE = 2.05;

/** The longer line of a label that breaks near its middle. */
function halfOf(label: string): string {
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
  const longest = (at: number) => Math.max(at, label.length - at - 1);
  const [best] = spaces.sort((a, b) => longest(a) - longest(b));
  return best === undefined ? label : label.slice(0, longest(best));
}

function addCard(page: Page, card: SlideCard, { x, y }: Place, look: Look): void {
  const { w, item, under, isAcross } = look;
  const base = { x, w, margin: 0, fontFace: FONT, valign: 'middle' as const };
  const beside = isAcross && card.under ? [{ text: `   ${card.under}`, options: underLook() }] : [];
  page.addText([{ text: card.name, options: { bold: true } }, ...beside], {
    ...{ ...base, y, h: NAME, color: INK, fit: 'shrink' },
    fontSize: look.size.name,
  });
  if (card.under && !isAcross) {
    page.addText(card.under, {
      ...{ ...base, ...underLook(), y: y + NAME - 0.04, h: UNDER },
    });
  }
  const from = y + NAME + under;
  page.addShape('rect', { x, y: from, w, h: 0.05, fill: { color: ACCENT } });
  for (const [at, one] of card.items.entries()) {
    const place = isAcross
      ? { x: x + at * (item.w + GAP.x), y: from + 0.12 }
      : { x, y: from + 0.12 + at * item.h };
    if (at > 0 && !isAcross) {
      page.addShape('line', { x, y: place.y - 0.04, w, h: 0, line: { color: LINE, width: 1 } });
    }
    (isAcross ? addStacked : addBeside)(page, one, place, look);
  }
}

/** What it is, the number below, and beside that what it is held against. */
function addBeside(page: Page, one: CardItem, { x, y }: Place, { item, size }: Look): void {
  const { w, h } = item;
  const base = { margin: 0, fontFace: FONT, fit: 'shrink' as const, color: INK };
  const upper = Math.min(0.54, h * 0.45);
  const lower = Math.min(0.72, h - upper - 0.06);
  page.addText(one.label, {
    ...{ ...base, x, y, w, h: upper, bold: true, valign: 'middle' },
    fontSize: size.label,
  });
  const look = numberLook(one, VALUE, h > 1 ? 36 : 28);
  page.addText(numberRuns(one, look.fontSize), {
    ...{ ...base, x, y: y + upper, w: VALUE, h: lower, bold: true, valign: 'middle' },
    ...look,
  });
  page.addText(inLines(one.remark), {
    ...{ ...base, x: x + VALUE, y: y + upper, w: w - VALUE, h: lower, valign: 'middle' },
    fontSize: size.remark,
  });
}

/** What it is held against, one below the other. */
const inLines = (remark: string) => remark.replaceAll('; ', '\n');

/** What it is, the number below, and below that what it is held against. */
function addStacked(page: Page, one: CardItem, { x, y }: Place, { item, size }: Look): void {
  const { w, h } = item;
  const base = { x, w, margin: 0, fontFace: FONT, fit: 'shrink' as const, color: INK };
  page.addText(one.label, {
    ...{ ...base, y, h: 0.36, bold: true, valign: 'middle' },
    fontSize: size.label,
  });
  const look = numberLook(one, w, 36);
  page.addText(numberRuns(one, look.fontSize), {
    ...{ ...base, y: y + 0.36, h: 0.62, bold: true, valign: 'middle' },
    ...look,
  });
  page.addText(one.remark, {
    ...{ ...base, y: y + 0.98, h: h - 0.98, valign: 'top' },
    fontSize: size.remark,
  });
}

/** A number, and its mark in the type of a label: the number is what is read. */
function numberRuns({ value }: CardItem, fontSize: number) {
  if (!value.endsWith(WEAK)) return value;
  return [
    { text: value.slice(0, -WEAK.length), options: { fontSize } },
    { text: WEAK, options: { fontSize: SIZE.heading } },
  ];
}

function numberLook({ value, tone }: CardItem, width: number, wanted: number) {
  return {
    fontSize: Math.max(
      SIZE.under,
      Math.min(wanted, sizeFor(value.replace(WEAK, ''), width, wanted)),
    ),
    color: tone ? TONES[tone] : INK,
  };
}

/** Points in which a bold text stands in one line, not below those of a label. */
function sizeFor(text: string, width: number, wanted: number): number {
  const fits = Math.floor((width * 72) / (Math.max(1, text.length) * 0.68));
  return Math.max(SIZE.label, Math.min(wanted, fits));
}

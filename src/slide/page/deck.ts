/** What a deck is made of: pages, an agenda, a closing. */
import type { Slide, SlideText, TableSlide } from '../slide.ts';

/** Single numbers beside each other that nothing compares. */
export interface StatementSlide extends SlideText {
  readonly type: 'statements';
  readonly statements: readonly StatedNumber[];
}
export interface StatedNumber {
  readonly text: string;
  readonly about: string;
  /** Place, period, target, what must be kept in mind. */
  readonly remarks: readonly string[];
}

/** What a deck has: single numbers stand on a page of their own. */
export type DeckSlide = Slide | StatementSlide;

/** `slide` is the position of an item's first slide. One slide per agenda item, or several where one cannot hold it. */
export interface Deck {
  readonly title: string;
  readonly organisation: string;
  /** Day it was made, as people write it. */
  readonly day: string;
  readonly synthetic: string;
  /** What it is made from: how many units and documents, the latest period. */
  readonly facts: readonly DeckFact[];
  readonly agenda: readonly AgendaItem[];
  readonly slides: readonly DeckSlide[];
  /** What is still to be checked, and what may be decided; none where there is nothing of it. */
  readonly closing: readonly TableSlide[];
}

export interface DeckFact {
  readonly value: string;
  readonly about: string;
}

export interface AgendaItem {
  readonly name: string;
  /** Of its first slide; '' where it has none, or the name says it. */
  readonly finding: string;
  readonly slide: number;
}

/** A briefing as a deck: its slides, an agenda, what is still to be checked. */
import type { BriefingItem } from '../address/briefing-item.ts';
import { resolveUrl } from '../address/resolve.ts';
import { parseUrl } from '../address/url.ts';
import { today } from '../model/time/today.ts';
import { words } from '../text/words.ts';
import { closingSlide } from './checks.ts';
import type { SlideDesk } from './desk.ts';
import { fitted } from './fitted.ts';
import { proposalsSlide } from './overview/proposals.ts';
import type { Deck, DeckSlide } from './page/deck.ts';
import { factsOf } from './page/facts.ts';
import { deckPages } from './page/pages.ts';
import { forRoom, withOneNote, withPeriods } from './page/simple.ts';
import { unbroken } from './page/unbroken.ts';
import type { Slide, TableSlide } from './slide.ts';
import { type ItemSlides, slidesOf } from './slides.ts';
import { spelt } from './spelt.ts';

/** @param day on which it is made, as people write it @param on the same day as ISO */
export async function deckOf(
  desk: SlideDesk,
  title: string,
  items: readonly BriefingItem[],
  day: string,
  on: string = today(),
): Promise<{ deck: Deck; remarks: readonly string[] }> {
  const found = await itemSlides(desk, items);
  const checks = onePage(await closingSlide(desk));
  const isTold = found.some(({ slides }) => slides.some((slide) => isSame(slide, checks)));
  const proposals = await proposalsFor(desk, items, on);
  const made = found.map(({ slides, ...part }) => ({
    ...part,
    slides: deckPages(forRoom(slides)).map(withOneNote),
  }));
  const pages = inOrder(made);
  const deck: Deck = {
    title,
    organisation: desk.organisation,
    day,
    synthetic: desk.data.synthetic ? words.app.synthetic : '',
    facts: spelt(
      desk.data,
      factsOf(
        desk,
        found.flatMap(({ slides }) => slides),
        on,
      ),
    ),
    agenda: agendaOf(made),
    slides: withPeriods(desk.data, pages),
    closing: [
      ...(checks && !isTold ? [checks] : []),
      ...(proposals
        ? fitted(withOneNote(proposals)).filter((slide) => slide.type === 'table')
        : []),
    ].map(withOneNote),
  };
  return { deck: unbroken(desk.data, deck), remarks: remarksOf(desk, made) };
}

interface ItemPages extends Omit<ItemSlides, 'slides'> {
  readonly slides: readonly DeckSlide[];
}

/** The pages of all items, first of each with the name that the officer gave it; what is beside the matter comes last. */
function inOrder(made: readonly ItemPages[]): DeckSlide[] {
  const named = made.map(({ item, slides }) =>
    slides.map((slide, at) => (item.name && at === 0 ? { ...slide, title: item.name } : slide)),
  );
  return [...named.flatMap((slides) => slides.filter(isMain)), ...named.flatMap(besides)];
}

/** An item begins with its first page, whatever that is. */
const isMain = ({ isAside }: DeckSlide, at: number) => at === 0 || isAside !== true;
const besides = (slides: readonly DeckSlide[]) => slides.filter((slide, at) => !isMain(slide, at));

function agendaOf(made: readonly ItemPages[]): Deck['agenda'] {
  let slide = 0;
  return made.flatMap(({ item, slides }) => {
    const [first] = slides;
    const heading = headingOf(first?.heading);
    const name = item.name || heading || item.title;
    const isFound = first && first.title !== first.heading && first.title !== name;
    const own = { name, finding: isFound ? first.title : '', slide };
    slide += slides.filter(isMain).length;
    return slides.length > 0 ? [own] : [];
  });
}

/** What may be decided, where the briefing has an overview: with that one's scope. */
async function proposalsFor(
  desk: SlideDesk,
  items: readonly BriefingItem[],
  on: string,
): Promise<TableSlide | null> {
  const states = items.map(({ query }) => resolveUrl(parseUrl(query), desk.data).state);
  const state = states.find(({ view, show }) => view === 'overview' && show !== 'targets');
  const subjects = states
    .filter(({ view }) => view === 'compare' || view === 'trend')
    .flatMap(({ indicator }) => indicator);
  return state
    ? proposalsSlide({ ...desk, state: { ...state, package: desk.state.package } }, subjects, on)
    : null;
}

/** The closing list takes one page: it says itself how much more there is. */
function onePage(closing: TableSlide | null): TableSlide | null {
  const [page] = closing ? fitted(closing) : [];
  return page?.type === 'table' ? page : null;
}

/** Whether an item of the briefing is the closing list already. */
function isSame(slide: Slide, closing: TableSlide | null): boolean {
  return slide.type === 'table' && JSON.stringify(slide.rows) === JSON.stringify(closing?.rows);
}

/** The slides of all items in order. */
export async function itemSlides(
  desk: SlideDesk,
  items: readonly BriefingItem[],
): Promise<ItemSlides[]> {
  const made: ItemSlides[] = [];
  for (const item of items) {
    const slides = made.flatMap((one) => one.slides);
    const told = slides.flatMap((slide) => (slide as Partial<TableSlide>).ratesOf ?? []);
    made.push({ item, ...(await slidesOf({ ...desk, told }, item)) });
  }
  return made;
}

/** What could not be shown, and whether the checks have run, in words: nothing is left out in silence. */
export function remarksOf(
  { checked }: SlideDesk,
  made: readonly Pick<ItemSlides, 'item' | 'remarks'>[],
): string[] {
  const said = made.flatMap(({ item, remarks }) =>
    remarks.map((remark) => `${item.name || item.title}: ${remark}`),
  );
  return checked ? said : [...said, words.checks.running];
}

/** Without the number of its part: "… (1/2)". */
function headingOf(heading = ''): string {
  return heading.replace(/ \(\d+\/\d+\)$/, '');
}

/** A briefing as a deck: its slides, an agenda, what is still to be checked. */
import type { BriefingItem } from '../address/briefing-item.ts';
import { resolveUrl } from '../address/resolve.ts';
import { parseUrl } from '../address/url.ts';
import { comparePeriods } from '../model/time/period.ts';
import { formatCount } from '../model/writing/number.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { periodName } from '../text/name.ts';
import { words } from '../text/words.ts';
import { closingSlide } from './checks.ts';
import type { SlideDesk } from './desk.ts';
import { fitted } from './fitted.ts';
import { proposalsSlide } from './overview/proposals.ts';
import { deckPages } from './page/pages.ts';
import { forRoom, withOneNote, withPeriods } from './page/simple.ts';
import type { Deck, DeckFact, DeckSlide, Slide, TableSlide } from './slide.ts';
import { type ItemSlides, slidesOf } from './slides.ts';

/** @param day on which it is made, as people write it */
export async function deckOf(
  desk: SlideDesk,
  title: string,
  items: readonly BriefingItem[],
  day: string,
): Promise<{ deck: Deck; remarks: readonly string[] }> {
  const found = await itemSlides(desk, items);
  const checks = onePage(await closingSlide(desk));
  const isTold = found.some(({ slides }) => slides.some((slide) => isSame(slide, checks)));
  const proposals = onePage(await proposalsFor(desk, items));
  const made = found.map(({ slides, ...part }) => ({
    ...part,
    slides: deckPages(forRoom(slides)).map(withOneNote),
  }));
  const pages = made.flatMap((part) =>
    part.slides.map((slide, at) =>
      part.item.name && at === 0 ? { ...slide, title: part.item.name } : slide,
    ),
  );
  const deck: Deck = {
    title,
    organisation: desk.organisation,
    day,
    synthetic: desk.data.synthetic ? words.app.synthetic : '',
    facts: factsOf(
      desk,
      found.flatMap(({ slides }) => slides),
    ),
    agenda: agendaOf(made),
    slides: withPeriods(desk.data, pages),
    closing: [isTold ? null : checks, proposals].filter((slide) => slide !== null).map(withOneNote),
  };
  return { deck, remarks: remarksOf(desk, made) };
}

/** From what its slides are made; nothing of a deck without a figure. */
function factsOf({ data }: SlideDesk, slides: readonly Slide[]): DeckFact[] {
  const figures = slides.flatMap((slide) => slide.figures).filter(({ value }) => value !== null);
  const units = new Set(figures.map(({ unit }) => unit));
  const sources = new Set(figures.flatMap((figure) => figure.sources));
  const periods = figures.flatMap(({ period }) => data.periods.get(period) ?? []);
  const [last] = periods.sort((a, b) => b.end.localeCompare(a.end) || comparePeriods(b, a));
  const { units: unitsFact, documents, latest } = words.present.facts;
  if (!last) return [];
  return [
    { value: formatCount(units.size), about: unitsFact },
    { value: formatCount(sources.size), about: documents },
    { value: lowerFirst(periodName(data, last.code)), about: latest },
  ];
}

interface ItemPages extends Omit<ItemSlides, 'slides'> {
  readonly slides: readonly DeckSlide[];
}

function agendaOf(made: readonly ItemPages[]): Deck['agenda'] {
  let slide = 0;
  return made.flatMap(({ item, slides }) => {
    const [first] = slides;
    const heading = headingOf(first?.heading);
    const name = item.name || heading || item.title;
    const isFound = first && first.title !== first.heading && first.title !== name;
    const own = { name, finding: isFound ? first.title : '', slide };
    slide += slides.length;
    return slides.length > 0 ? [own] : [];
  });
}

/** What may be decided, where the briefing has an overview: with that one's scope. */
async function proposalsFor(
  desk: SlideDesk,
  items: readonly BriefingItem[],
): Promise<TableSlide | null> {
  const states = items.map(({ query }) => resolveUrl(parseUrl(query), desk.data).state);
  const state = states.find(({ view, show }) => view === 'overview' && show !== 'targets');
  return state
    ? proposalsSlide({ ...desk, state: { ...state, package: desk.state.package } })
    : null;
}

/** The closing list takes one page, and says how much more there is. */
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
  for (const item of items) made.push({ item, ...(await slidesOf(desk, item)) });
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

/** Addresses of views → the questions of their screens → slides, with the same search, sort and sentences. */

import type { BriefingItem } from '../address/briefing-item.ts';
import { defaultSubject } from '../address/defaults.ts';
import { resolveUrl } from '../address/resolve.ts';
import { parseUrl } from '../address/url.ts';
import type { Subject } from '../model/catalogue.ts';
import { subjectOf } from '../model/dataset.ts';
import { words } from '../text/words.ts';
import { checksSlide } from './checks.ts';
import { compareSlides } from './compare.ts';
import type { SlideDesk } from './desk.ts';
import { explainSlides } from './explain/explain.ts';
import { fitted } from './fitted.ts';
import { overviewSlides } from './overview/overview.ts';
import { scatterSlides } from './plot/scatter.ts';
import { targetsSlides } from './progress/targets.ts';
import type { Slide } from './slide.ts';
import { spelt } from './spelt.ts';
import { tableSlide } from './table.ts';
import { trendSlides } from './trend.ts';
import { unitSlides } from './unit/unit.ts';

/** A view as it was found, or why it is gone. */
export interface ItemSlides {
  readonly item: BriefingItem;
  readonly slides: readonly Slide[];
  /** What was left out or has vanished, in words. */
  readonly remarks: readonly string[];
}

/** Slides from one item make a deck unreadable beyond this. */
const MOST_SLIDES = 12;

/**
 * The slides of one item. Parts of the address that the package no longer has are named.
 *
 * @param cut what becomes of a slide that is too long; on paper it stays whole
 */
export async function slidesOf(
  desk: SlideDesk,
  item: Pick<BriefingItem, 'query' | 'note'>,
  cut: (slide: Slide) => readonly Slide[] = fitted,
): Promise<Pick<ItemSlides, 'slides' | 'remarks'>> {
  const { state, bad, unknown } = resolveUrl(parseUrl(item.query), desk.data);
  const remarks = [...bad, ...unknown].map(({ param, value }) => words.present.gone(param, value));
  const foreign = parseUrl(item.query).state.package;
  if (foreign && foreign !== desk.data.path) remarks.push(words.present.otherPackage(foreign));
  const at = { ...desk, state: { ...state, package: desk.state.package } };
  const found = await draw(at);
  const slides = found
    .map((slide) => ({ ...slide, note: item.note }))
    .flatMap((slide) => cut(slide));
  if (slides.length === 0) remarks.push(words.present.empty);
  if (slides.length > MOST_SLIDES) remarks.push(words.present.cut(MOST_SLIDES, slides.length));
  return { slides: spelt(desk.data, slides.slice(0, MOST_SLIDES)), remarks };
}

async function draw(desk: SlideDesk): Promise<Slide[]> {
  const { state } = desk;
  switch (state.view) {
    case 'compare':
      return comparedSlides(desk);
    case 'trend':
      return perSubject(desk, trendSlides);
    case 'explain':
      return perSubject(desk, explainSlides);
    case 'unit':
      return unitSlides(desk);
    case 'table':
      return tableSlide(desk);
    case 'checks': {
      const slide = await checksSlide(desk);
      return slide ? [slide] : [];
    }
    default:
      return state.show === 'targets' ? targetsSlides(desk) : overviewSlides(desk);
  }
}

/** Two indicators side by side where the link says so, else one after the other. */
async function comparedSlides(desk: SlideDesk): Promise<Slide[]> {
  const [a, b] = await subjectsOf(desk);
  if (desk.state.chart === 'scatter' && a && b) return scatterSlides(desk, [a, b]);
  return perSubject(desk, compareSlides);
}

async function perSubject(
  desk: SlideDesk,
  slidesFor: (desk: SlideDesk, subject: Subject) => Promise<Slide[]>,
): Promise<Slide[]> {
  const slides: Slide[] = [];
  for (const subject of await subjectsOf(desk)) slides.push(...(await slidesFor(desk, subject)));
  return slides;
}

async function subjectsOf({ data, ask, state }: SlideDesk) {
  const chosen = state.indicator.length > 0 ? state.indicator : null;
  const ids = chosen ?? [defaultSubject(data, await ask({ ask: 'subjects' }))];
  return ids.flatMap((id) => subjectOf(data, id) ?? []);
}

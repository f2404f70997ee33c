/** Pages for a room: one message each, one line of notes; what is taken away the speaker's notes keep. */
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isHollow } from '../../model/figure.ts';
import { mostCommon } from '../../model/group.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { tonesOf } from '../looks.ts';
import type { ChartSlide, Slide, SlideSeries } from '../slide.ts';
import type { Deck, DeckSlide } from './deck.ts';

/** Characters of the one line under a chart or table. */
const MOST_NOTE = 112;

/** The slides of one item as a room sees them: of many lines the one page that has them all. */
export function forRoom(slides: readonly Slide[]): Slide[] {
  return slides
    .filter((slide, at) => slide.type !== 'panels' || !isTold(slide, slides.slice(0, at)))
    .map((slide) => (slide.type === 'lines' ? sinceBreak(slide) : slide));
}

/** Small charts that follow the lines that they show one by one. */
function isTold({ figures }: Slide, before: readonly Slide[]): boolean {
  return before.some((slide) => slide.type === 'lines' && slide.figures === figures);
}

/** Ends where a word or a number does: "TP. Hồ Chí Minh" is no end. */
function firstSentence(text: string): string {
  return /^.*?[\p{Ll}%)\d]{2}\.(?= )/u.exec(text)?.[0] ?? text;
}

/** Notes in one line, as far as they fit; the others are for whoever speaks. */
export function withOneNote<S extends DeckSlide>(slide: S): S {
  const { footnotes, spoken = [] } = slide;
  const shown = footnotes.filter((_, at) => joined(footnotes.slice(0, at + 1)).length <= MOST_NOTE);
  const [first] = footnotes;
  const kept = shown.length > 0 || !first ? shown : [first];
  const left = footnotes.slice(kept.length);
  const line = joined(kept);
  return {
    ...slide,
    lead: slide.lead ?? firstSentence(slide.sentence),
    footnotes: line ? [line] : [],
    spoken: left.length > 0 ? [...spoken, ...footnotes] : spoken,
  };
}

/** Sentences in one line. */
function joined(notes: readonly string[]): string {
  return notes.map((note) => note.replace(/\.$/, '')).join('. ');
}

/** Periods that a line needs to be one. */
const FEWEST = 3;

/** Lines from the break on that all have: what came before is of other figures, and is told in the notes. */
function sinceBreak(slide: ChartSlide): ChartSlide {
  const own = slide.series.filter(({ role }) => role === 'value');
  const names = new Set(own.map(({ line }) => line));
  const startsAt = (at: number) =>
    new Set(own.filter(({ values }) => firstOf(values) === at).map(({ line }) => line)).size;
  const from = slide.categories.map((_, at) => (startsAt(at) > names.size / 2 ? at : 0));
  const start = Math.max(0, ...from);
  if (start === 0 || slide.categories.length - start < FEWEST) return slide;
  const cut = <T>(list: readonly T[]) => list.slice(start);
  const period = slide.figures[start]?.period; // the points of the first line come first
  const isBreak = slide.figures.every((one) => one.period !== period || isBroken(one));
  const series = slide.series.map(
    (one): SlideSeries => ({
      ...one,
      values: cut(one.values),
      texts: cut(one.texts),
      ...(one.weak
        ? { weak: cut(one.weak).map((weak, at) => weak && !(at === 0 && isBreak)) }
        : {}),
    }),
  );
  const isLeft = ({ values }: SlideSeries) => values.some((value) => value !== null);
  return { ...slide, categories: cut(slide.categories), series: series.filter(isLeft) };
}

/** Hollow only because a line begins anew there: what it begins after is not drawn. */
const isBroken = (figure: Figure) => !isHollow(figure) || figure.status === 'B';

const firstOf = (values: readonly (number | null)[]) => values.findIndex((value) => value !== null);

/** Pages whose figures are of another period than most of the deck say so. */
export function withPeriods(data: Dataset, slides: readonly DeckSlide[]): DeckSlide[] {
  const periods = slides.map(({ figures }) => {
    const all = figures.map(({ period }) => period);
    const most = mostCommon(all);
    return all.filter((one) => one === most).length > all.length * MOST_OF ? most : undefined;
  });
  const usual = mostCommon(periods.filter((period) => period !== undefined));
  return slides.map((slide, at) => {
    const own = periods[at];
    const isOne = slide.type !== 'lines' && slide.type !== 'panels' && !slide.isAside;
    return own && own !== usual && isOne ? { ...slide, period: periodName(data, own) } : slide;
  });
}

/** Share of a page's figures that make their period that of the page. */
const MOST_OF = 0.6;

/** Findings on the cover below the first. */
const MOST_FINDINGS = 3;

/** A finding of another period than the deck's says of which. */
function withPeriod(finding: string, { period = '' }: DeckSlide): string {
  return period && !finding.includes(lowerFirst(period))
    ? `${finding} (${lowerFirst(period)})`
    : finding;
}

/** What the deck found: first what misses a target or must be checked, then the others in their order, then the draft. */
export function findingsOf({
  agenda,
  slides,
  closing,
}: Pick<Deck, 'agenda' | 'slides' | 'closing'>): string[] {
  const found = agenda.flatMap(({ finding, slide }) => {
    const page = slides[slide];
    return finding && page ? [{ finding: withPeriod(finding, page), tones: tonesOf(page) }] : [];
  });
  const first =
    found.find(({ tones }) => tones.has('error')) ??
    found.find(({ tones }) => tones.has('warning')) ??
    found[0];
  const draft = closing.filter(({ heading }) => heading.startsWith(words.proposals.heading));
  const others = found
    .filter((one) => one !== first)
    .slice(0, MOST_FINDINGS - Math.min(1, draft.length));
  const told = first ? [first, ...others].map(({ finding }) => finding) : [];
  return first ? [...told, ...draft.slice(0, 1).map(({ title }) => title)] : [];
}

/** The pages that one item takes in a deck: single numbers stand on one page. */

import { countsText } from '../../text/figure.ts';
import { words } from '../../text/words.ts';
import { isChart, onlyValue } from '../fitted.ts';
import type { ChartSlide, DeckSlide, Slide, StatedNumber, StatementSlide } from '../slide.ts';

/** Single numbers beside each other. */
const MOST_STATEMENTS = 3;

export function deckPages(slides: readonly Slide[]): DeckSlide[] {
  const pages: (Slide | ChartSlide[])[] = [];
  for (const slide of slides) {
    const last = pages.at(-1);
    const isOne = isChart(slide) && isSingle(slide);
    if (!isOne) pages.push(slide);
    else if (Array.isArray(last) && last.length < MOST_STATEMENTS) last.push(slide);
    else pages.push([slide]);
  }
  return pages.map((page) => (Array.isArray(page) ? statementSlide(page) : page));
}

function isSingle(slide: ChartSlide): boolean {
  return onlyValue(slide) !== null;
}

function statementSlide(charts: readonly ChartSlide[]): StatementSlide {
  const [first, ...others] = charts as [ChartSlide, ...ChartSlide[]];
  const distinct = (of: (chart: ChartSlide) => string) =>
    [...new Set(charts.map(of))].filter(Boolean).join('; ');
  const [about = '', ...place] = first.heading.split(' · ');
  const isAlone = others.length === 0;
  return {
    ...first,
    type: 'statements',
    title: isAlone ? first.title : words.present.notAlike(charts.length),
    heading: isAlone ? first.heading : about,
    sentence: '',
    footnotes: [],
    figures: charts.flatMap(({ figures }) => figures),
    documents: distinct(({ documents }) => documents),
    source: distinct(({ source }) => source),
    statements: charts.map((chart) =>
      statedNumber(chart, isAlone ? place : chart.heading.split(' · ').slice(1)),
    ),
  };
}

/** Of a handful of cases their number is what is read: 1 of 1 is no triumph. */
function statedNumber(chart: ChartSlide, place: readonly string[]): StatedNumber {
  const only = onlyValue(chart);
  const target = chart.series.find(({ role }) => role === 'target')?.texts.find(Boolean);
  const [figure] = chart.figures.filter(({ value }) => value !== null);
  const counts = figure?.flags.includes('SMALL_N') ? countsText(figure) : '';
  return {
    text: counts || only?.text || '',
    about: counts ? (only?.about ?? '').replace(` (${counts})`, '') : (only?.about ?? ''),
    remarks: [
      counts ? words.present.fewCases(only?.text ?? '') : '',
      place.join(' · '),
      target ? words.present.targetOf(target) : '',
      ...chart.footnotes,
    ].filter(Boolean),
  };
}

/** The pages that one item takes in a deck: single numbers stand on one page. */

import { words } from '../../text/words.ts';
import { isChart, onlyValue } from '../fitted.ts';
import type { ChartSlide, DeckSlide, Slide, StatedNumber, StatementSlide } from '../slide.ts';

/** Single numbers beside each other. */
const MOST_STATEMENTS = 3;

export function deckPages(slides: readonly Slide[]): DeckSlide[] {
  const charts = slides.filter(isChart).filter(isSingle);
  if (charts.length === slides.length && charts.length <= MOST_STATEMENTS) {
    return charts.length > 0 ? [statementSlide(charts)] : [];
  }
  return slides.map((slide) =>
    isChart(slide) && isSingle(slide) ? statementSlide([slide]) : slide,
  );
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

function statedNumber(chart: ChartSlide, place: readonly string[]): StatedNumber {
  const only = onlyValue(chart);
  const target = chart.series.find(({ role }) => role === 'target')?.texts.find(Boolean);
  return {
    text: only?.text ?? '',
    about: only?.about ?? '',
    remarks: [
      place.join(' · '),
      target ? words.present.targetOf(target) : '',
      ...chart.footnotes,
    ].filter(Boolean),
  };
}

/** The pages that one item takes in a deck: single numbers stand on one page, of many lines each one is shown. */

import { words } from '../../text/words.ts';
import { isChart, onlyValue } from '../fitted.ts';
import type {
  ChartSlide,
  DeckSlide,
  PanelSlide,
  Slide,
  SlideSeries,
  StatedNumber,
  StatementSlide,
} from '../slide.ts';

/** Small charts on one page, and pages of them that are still read. */
const MOST_PANELS = 15;
const MOST_PAGES = 2;

/** Single numbers beside each other. */
const MOST_STATEMENTS = 3;

export function deckPages(slides: readonly Slide[]): DeckSlide[] {
  const charts = slides.filter(isChart).filter(isSingle);
  if (charts.length === slides.length && charts.length <= MOST_STATEMENTS) {
    return charts.length > 0 ? [statementSlide(charts)] : [];
  }
  return slides.flatMap((slide): DeckSlide[] => {
    if (!isChart(slide)) return [slide];
    if (isSingle(slide)) return [statementSlide([slide])];
    return slide.type === 'lines' ? [slide, ...panelSlides(slide)] : [slide];
  });
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

/** One chart a line, in their order; none where a few lines are told apart by their colours. */
function panelSlides(slide: ChartSlide): PanelSlide[] {
  const own = slide.series.filter(({ role }) => role === 'value');
  const names = [...new Set(own.map(({ line }) => line))];
  const isClear = own.every(({ isStrong }) => isStrong);
  if (isClear || names.length > MOST_PANELS * MOST_PAGES) return [];
  const count = Math.ceil(names.length / MOST_PANELS);
  const size = Math.ceil(names.length / count);
  return Array.from({ length: count }, (_, at) => {
    const part = count > 1 ? ` (${at + 1}/${count})` : '';
    return panelSlide(slide, names.slice(at * size, (at + 1) * size), part);
  });
}

function panelSlide(slide: ChartSlide, names: readonly string[], part: string): PanelSlide {
  const heading = `${slide.heading} · ${words.present.eachLine}${part}`;
  const title = slide.each && part === '' ? slide.each : heading;
  const shared = slide.series.filter(({ role }) => role !== 'value');
  return {
    ...slide,
    type: 'panels',
    title,
    heading,
    sentence: '',
    footnotes: [
      [...new Set([words.present.thickLine, ...shared.map(legendOf)])].join('; '),
      ...slide.footnotes.filter((note) => note !== words.present.greyLines),
    ].slice(0, 3),
    panels: names.map((name) => panelOf(slide, name, shared)),
  };
}

/** "Nét đứt: chỉ tiêu". */
function legendOf({ role, name, line }: SlideSeries): string {
  if (role === 'target') return words.present.dashed(name);
  return words.present.thin(line === role ? name : line);
}

/** The line of one unit over those that belong to all; its last value is its label. */
function panelOf(slide: ChartSlide, name: string, shared: readonly SlideSeries[]): ChartSlide {
  const own = slide.series.filter(({ role, line }) => role === 'value' && line === name);
  const last = Math.max(
    ...own.map(({ values }) => values.map((v) => v !== null).lastIndexOf(true)),
  );
  const isOld = last < slide.categories.length - 1; // its value is of an earlier period than the others'
  const told = isOld ? `${name} (${slide.categories[last]})` : name;
  const bare = ({ ...series }: SlideSeries): SlideSeries => ({ ...series, label: '' });
  return {
    ...slide,
    heading: told,
    title: told,
    sentence: '',
    footnotes: [],
    series: [...shared.map(bare), ...own.map((series) => ({ ...bare(series), isStrong: true }))],
  };
}

/** The pages that one item takes in a deck: single numbers stand on one page. */

import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { countsText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { namesThatFit } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { isChart, onlyValue } from '../fitted.ts';
import { FLAG } from '../notes.ts';
import {
  type ChartSlide,
  type Slide,
  type SlideCell,
  type SlideText,
  type TableSlide,
  valueSeries,
} from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import type { DeckSlide, StatedNumber, StatementSlide } from './deck.ts';
import { isHandful } from './few.ts';

/** Single numbers beside each other. */
const MOST_STATEMENTS = 4;

/** A number of a chart, at its place in it. */
interface Stated {
  readonly chart: ChartSlide;
  readonly text: string;
  readonly about: string;
  readonly at: number;
}

export function deckPages(slides: readonly Slide[]): DeckSlide[] {
  const pages: (Slide | Stated[])[] = [];
  for (const slide of slides) {
    const last = pages.at(-1);
    const stated = isChart(slide) ? statedIn(slide) : [];
    if (stated.length === 0) pages.push(slide);
    else if (Array.isArray(last) && last.length + stated.length <= MOST_STATEMENTS)
      last.push(...stated);
    else pages.push(stated);
  }
  return pages.map((page) => (Array.isArray(page) ? statementSlide(page) : page));
}

/** The numbers of a chart that are read rather than drawn: a single one, or a few of one unit; none of others. */
function statedIn(chart: ChartSlide): Stated[] {
  const only = onlyValue(chart);
  if (only) return [{ chart, ...only, at: 0 }];
  const { type, categories, figures, title, heading } = chart;
  const units = new Set(figures.map(({ unit }) => unit));
  const isOne = type === 'bars' && units.size === 1 && title === heading;
  if (!isOne || categories.length >= MOST_STATEMENTS) return [];
  const texts = valueSeries(chart)?.texts ?? [];
  return categories.map((about, at) => ({ chart, about, at, text: texts[at] ?? '' }));
}

/** One number in large type, or several of one chart; those of several charts nothing compares: a row each. */
function statementSlide(all: readonly Stated[]): StatementSlide | TableSlide {
  const charts = [...new Set(all.map(({ chart }) => chart))];
  const [first, ...others] = charts as [ChartSlide, ...ChartSlide[]];
  const distinct = (of: (chart: ChartSlide) => string) =>
    [...new Set(charts.map(of))].filter(Boolean).join('; ');
  const isAlone = others.length === 0;
  const about = nameOf(first);
  const withCounts = all.some((one) => figureOf(one)?.flags.includes('SMALL_N'));
  const hasParents = charts.every(({ place }) => place?.parent);
  const placed = (chart: ChartSlide) => (isAlone ? [] : placeOf(chart, hasParents));
  const made = all.map((one) => statedNumber(one, placed(one.chart), withCounts));
  const common = commonRemarks(made);
  const places = all.map(({ chart }) => placed(chart).join(' · '));
  const told: SlideText = {
    ...textOf(first),
    title: isAlone
      ? first.title
      : words.present.notAlike(valueSeries(first)?.name ?? about, all.length),
    heading: isAlone ? first.heading : about,
    sentence: '',
    lead: isAlone ? '' : whyApart(charts),
    footnotes: common
      .filter((note) => isAlone || !places.includes(note)) // a row has its place
      .map((note) => words.present.allOf(note)),
    figures: charts.flatMap(({ figures }) => figures),
    documents: sourcesOf(charts),
    source: distinct(({ source }) => source),
    spoken: charts.flatMap(({ spoken = [] }) => spoken),
  };
  const statements = made.map(({ remarks, ...one }) => ({
    ...one,
    remarks: remarks.filter((remark) => !common.includes(remark)),
  }));
  if (isAlone) return { ...told, type: 'statements', statements };
  return { ...told, type: 'table', ...apartTable(statements, places) };
}

/** Behind a comma in small letters. */
const inRow = (text: string, at: number) => (at === 0 ? text : lowerFirst(text));

/** What every slide says of itself. */
const textOf = ({ title, heading, sentence, note, figures, query, period }: ChartSlide) => ({
  ...{ title, heading, sentence, note, figures, query },
  ...(period === undefined ? {} : { period }),
});

/** Numbers that nothing compares are not set beside each other in large type: where, when, how much, what of it is to be minded. */
function apartTable(
  statements: readonly StatedNumber[],
  places: readonly string[],
): Pick<TableSlide, 'columns' | 'rows'> {
  const rows = statements.map(({ about, text, remarks }, at): SlideCell[] => {
    const isFlag = about.endsWith(FLAG);
    const tone = isFlag ? { tone: 'warning' as const } : {};
    const said = remarks.filter((remark) => remark !== places[at]);
    return [
      { text: about.replace(FLAG, '').trim().replace(' · ', ', '), bold: true },
      { text: (places[at] ?? '').split(' · ').map(inRow).join(', ') },
      { text, bold: true, ...tone },
      { text: said.map((one) => one.replace(FLAG, '').trim()).join('. '), ...tone },
    ];
  });
  return withoutEmpty(
    [
      { name: words.column.unit, number: false, most: 40 },
      { name: words.present.placeAndPeriod, number: false, most: 34 },
      { name: words.column.value, number: true },
      { name: words.present.doubt, number: false },
    ],
    rows,
  );
}

/** What is remarked of every number is said once. */
function commonRemarks(made: readonly StatedNumber[]): string[] {
  const [first, ...others] = made;
  const isCommon = (note: string) => others.every(({ remarks }) => remarks.includes(note));
  return others.length > 0 ? (first?.remarks ?? []).filter(isCommon) : [];
}

/** The indicator in full: a heading of a title's length has it in short. */
function nameOf({ heading, sentence, title }: ChartSlide): string {
  return title === heading && sentence ? sentence : (heading.split(' · ')[0] ?? '');
}

/** Period, and what the unit is part of where that is known of all beside it. */
const placeOf = ({ heading, place }: ChartSlide, hasParents: boolean) =>
  place
    ? [hasParents ? place.parent : '', place.period.replace(/^(\S+) (\S+)$/, '$1\u00a0$2')].filter(
        Boolean,
      )
    : heading.split(' · ').slice(1);

/** What keeps them from being held against each other: periods, places, bodies that differ. */
function whyApart(charts: readonly ChartSlide[]): string {
  const isSeveral = (of: (chart: ChartSlide) => readonly string[]) =>
    new Set(charts.flatMap(of)).size > 1;
  const { apart, notAlikeWhy } = words.present;
  const why = [
    isSeveral(({ place, figures }) => [place?.period ?? figures[0]?.period ?? '']) && apart.period,
    isSeveral(({ place }) => [place?.parent ?? '']) && apart.place,
    isSeveral(({ figures }) => figures.map(({ body }) => body)) && apart.body,
  ].filter((text) => text !== false);
  return notAlikeWhy(why.join(', '));
}

/** The documents of several charts in one line; those that it has no room for are counted. */
function sourcesOf(charts: readonly ChartSlide[]): string {
  const start = words.present.source('');
  const byNames = groupBy(
    charts.filter(({ documents }) => documents !== ''),
    ({ documents }) => documents.replace(start, ''),
  );
  const names = [...byNames.keys()];
  const shown = names.slice(0, namesThatFit(names));
  const idsOf = (list: readonly ChartSlide[]) =>
    new Set(list.flatMap(({ figures }) => figures.flatMap(({ sources }) => sources)));
  const left =
    idsOf([...byNames.values()].flat()).size -
    idsOf(shown.flatMap((name) => byNames.get(name) ?? [])).size;
  const more = left > 0 ? words.present.moreSources(left) : '';
  return shown.length > 0 ? words.present.source(`${shown.join('; ')}${more}`) : '';
}

const figureOf = ({ chart, at }: Stated) => chart.figures.filter(({ value }) => value !== null)[at];

/** Of a handful of cases their number is what is read, and then of all beside them: 1 of 1 is no triumph. */
function statedNumber(stated: Stated, place: readonly string[], withCounts: boolean): StatedNumber {
  const { chart, text, about } = stated;
  const target = chart.series.find(({ role }) => role === 'target')?.texts.find(Boolean);
  const figure = figureOf(stated);
  const counts = figure && withCounts ? countsText(figure) : '';
  const isFew = figure?.flags.includes('SMALL_N');
  return {
    text: counts || text,
    about: counts ? about.replace(` (${counts})`, '') : about,
    remarks: [
      counts ? fewText(text, figure, isFew === true) : '',
      place.join(' · '),
      target ? words.present.targetOf(target) : '',
      ...chart.footnotes.flatMap((note) => remarkOf(note, about)),
    ].filter(Boolean),
  };
}

/** "91,7%, chỉ 12 trường hợp"; of a handful their number stands there already. */
function fewText(text: string, figure: Figure | undefined, isFew: boolean): string {
  if (figure && isHandful(figure)) return words.present.onlyCount(figure.denominator ?? 0);
  return isFew ? words.present.fewCases(text, figure?.denominator ?? 0) : text;
}

/** "⚑ Phường A: hai nơi chưa thống nhất" under the number of Phường A: without its name; none under those of others. */
function remarkOf(note: string, about: string): string[] {
  const flag = note.startsWith(FLAG) ? `${FLAG} ` : '';
  const [name = '', ...said] = note.slice(flag.length).split(': ');
  const isOwn =
    about.toLowerCase().startsWith(name.toLowerCase()) && (flag === '' || about.endsWith(FLAG));
  return isOwn ? [flag + upperFirst(said.join(': '))] : [];
}

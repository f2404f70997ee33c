/** Where nothing can be compared: what each unit states, on one slide. */

import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged, isWeak, showsReported } from '../../model/figure.ts';
import type { Issue } from '../../model/issue.ts';
import { tellingSubjects } from '../../model/visit/matter.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { countsText, figureText, reportedText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { doubtOf, isPeriodDoubted } from '../doubt/doubts.ts';
import { FLAG, WEAK, weakNote } from '../notes.ts';
import { countsAfter, isHandful, largeText, onlyText } from '../page/few.ts';
import type {
  CardItem,
  CardsSlide,
  SlideCard,
  SlideCell,
  SlideText,
  TableSlide,
} from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { textsOf } from '../texts.ts';
import { outsideRank } from './area.ts';

/** Units of one slide, and numbers of each: of many units one. */
const MOST_UNITS = 5;
const MOST_EACH = 3;
const MOST_NUMBERS = 9;
/** Indicators of each unit on paper. */
const MOST_ON_PAPER = 4;

/** Of each unit what must be checked, then what tells most; null of more units than one slide holds. */
export function statedSlide(
  desk: SlideDesk,
  answer: OverviewAnswer,
  units: readonly string[],
  sentence: string,
  doubts: readonly Issue[],
): CardsSlide | TableSlide | null {
  const { data } = desk;
  const known = units.flatMap((unit) => {
    const own = statedOf(data, answer, unit);
    return own.length > 0 ? [own] : [];
  });
  if (known.length === 0 || known.length > MOST_UNITS) return null;
  const each = Math.min(MOST_EACH, Math.floor(MOST_NUMBERS / known.length));
  const isOutside = known.every(([first]) => first && outsideRank(desk, first.unit) > 0);
  const cards = known.map((own) => cardOf(desk, own.slice(0, each), doubts));
  const listed = known.map((own) => own.slice(0, MOST_ON_PAPER));
  const figures = listed.flat();
  const silent = units.filter((unit) => !figures.some((figure) => figure.unit === unit));
  const heading = isOutside ? words.present.outsideUnits : words.overview.heading;
  const { unlikeOutside } = words.present;
  const apart = unlikeText(known, each);
  const isAnyOpen = known.some((own) => own.slice(0, each).some(isFlagged));
  const unlike = apart && isOutside && isAnyOpen ? unlikeOutside(apart) : apart;
  const isAnyWeak = known.some((own) => own.slice(0, each).some(isWeak));
  const told: SlideText = {
    ...textsOf(desk, heading, figures),
    isAside: isOutside,
    title: titleOf(cards, isOutside) || unlike || heading,
    sentence: [unlike && `${unlike}.`, isOutside ? '' : sentence].filter(Boolean).join(' '),
    lead: unlike || (isOutside ? '' : sentence),
    footnotes: [
      ...(isAnyWeak
        ? [
            weakNote(
              data,
              known.flatMap((own) => own.slice(0, each)),
            ),
          ]
        : []),
      ...(silent.length > 0 && silent.length <= MOST_UNITS
        ? [words.present.silent(silent.map((unit) => unitName(data, unit)).join(', '))]
        : []),
    ],
  };
  if (!isOutside) return { type: 'cards', ...told, cards, table: tableOf(data, listed) };
  const isAllWeak = known.every((own) => own.slice(0, each).every(isWeak));
  const rows = known.flatMap((own) => outsideRows(data, own.slice(0, each), doubts, !isAllWeak));
  const others = told.footnotes.filter((note) => !note.startsWith(WEAK));
  const whole = { ...tableOf(data, listed), footnotes: others }; // no number has the mark there
  const footnotes = isAllWeak
    ? [words.present.allOf(words.present.markedWeak.replace(`${WEAK} `, '')), ...others]
    : told.footnotes;
  return { type: 'table', ...told, footnotes, ...withoutEmpty(outsideColumns(), rows), whole };
}

/** Others are no matter of large type: a row a number, and what of it is to be checked. */
const outsideColumns = (): TableSlide['columns'] => [
  { name: words.column.unit, number: false, most: 22 },
  { name: words.column.period, number: false, most: 18 },
  { name: words.present.indicator, number: false, most: 30 },
  { name: words.column.value, number: true },
  { name: words.present.doubt, number: false },
];

/** A unit is named once, and a period where it is another than that of the row before, or the doubt about it. */
function outsideRows(
  data: Dataset,
  own: readonly Figure[],
  doubts: readonly Issue[],
  isMarked: boolean,
): SlideCell[][] {
  const whenOf = ({ unit, period }: Figure) =>
    isPeriodDoubted(doubts, unit, period)
      ? upperFirst(words.present.uses.unsure)
      : periodName(data, period);
  return own.map((figure, at) => {
    const { value, label, tone } = itemOf(data, figure, figure.period, doubts);
    const before = own[at - 1];
    const doubtIn = (one: Figure) =>
      upperFirst(
        isFlagged(one)
          ? doubtOf(data, one, doubts)
          : isHandful(one)
            ? onlyText(data, one)
            : words.present.uses.forReference,
      );
    const doubt = doubtIn(figure);
    return [
      { text: before ? '' : unitName(data, figure.unit, figure.period), bold: true },
      { text: before?.period === figure.period ? '' : whenOf(figure) },
      { text: label + countsAfter(figure) },
      { text: isMarked ? value : value.replace(WEAK, ''), bold: true, ...(tone ? { tone } : {}) },
      { text: doubt, ...(tone ? { tone } : {}) },
    ];
  });
}

/** "4 đơn vị, 5 kỳ khác nhau: chưa so sánh với nhau"; '' of one period. */
function unlikeText(known: readonly (readonly Figure[])[], each: number): string {
  const periods = new Set(known.flatMap((own) => own.slice(0, each)).map(({ period }) => period));
  return periods.size > 1 ? words.present.unlike(known.length, periods.size) : '';
}

/** How many of the units have something to be checked among what is shown. */
function titleOf(cards: readonly SlideCard[], isOutside: boolean): string {
  const flagged = cards.filter(({ items }) => items.some(({ tone }) => tone === 'warning'));
  const { statedFlagged, statedOutside } = words.present;
  const say = isOutside ? statedOutside : statedFlagged;
  return flagged.length > 0 ? fitting('', [say(flagged.length, cards.length)]) : '';
}

function cardOf(desk: SlideDesk, own: readonly Figure[], doubts: readonly Issue[]): SlideCard {
  const { data } = desk;
  const [first] = own;
  const name = first ? unitName(data, first.unit, first.period) : '';
  const isOutside = first && outsideRank(desk, first.unit) > 0;
  const when = first ? periodName(data, first.period) : '';
  const isDoubted = first && isPeriodDoubted(doubts, first.unit, first.period);
  const { outside, unsure } = words.present.uses;
  const told = isDoubted ? upperFirst(unsure) : when; // in doubt it says nothing
  const under = [told, isOutside ? outside : ''].filter(Boolean).join('; ');
  const items = own.map((figure) => itemOf(data, figure, first?.period ?? '', doubts));
  return { name, under, items };
}

function itemOf(data: Dataset, figure: Figure, common: string, doubts: readonly Issue[]): CardItem {
  const subject = subjectOf(data, figure.subject);
  if (!subject) return { value: '', label: '', remark: '' };
  const isFlag = isFlagged(figure);
  const told = [
    figure.period === common ? '' : lowerFirst(periodName(data, figure.period)),
    isHandful(figure) ? '' : countsText(figure),
    isFlag ? doubtOf(data, figure, doubts) : isHandful(figure) ? onlyText(data, figure) : '',
  ];
  return {
    value: largeText(data, figure) + (isWeak(figure) ? WEAK : ''),
    label: subject.shortName,
    remark: upperFirst(told.filter(Boolean).join('; ')),
    ...(isFlag ? { tone: 'warning' as const } : {}),
  };
}

/** Results of one unit, one an indicator: those that disagree with their report, those to be checked, then the telling. */
function statedOf(data: Dataset, { figures }: OverviewAnswer, unit: string): Figure[] {
  const order = tellingSubjects(data, figures);
  const place = (figure: Figure) =>
    order.indexOf(figure.subject) -
    (isFlagged(figure) ? order.length : 0) -
    (showsReported(figure) ? order.length : 0) +
    (figure.flags.includes('SMALL_N') ? order.length / 2 : 0);
  const own = figures.filter((figure) => figure.unit === unit && figure.value !== null);
  const first = own.filter(
    ({ subject }, at) => own.findIndex((one) => one.subject === subject) === at,
  );
  return first.sort((a, b) => place(a) - place(b));
}

function tableOf(data: Dataset, shown: readonly (readonly Figure[])[]): CardsSlide['table'] {
  return withoutEmpty(
    [
      { name: words.column.unit, number: false },
      { name: words.column.period, number: false },
      { name: words.column.indicator, number: false },
      { name: words.column.value, number: true },
      { name: words.present.counts, number: true },
      { name: words.present.stated, number: true },
    ],
    shown.flatMap((own) => own.map((figure, at) => rowOf(data, figure, own[at - 1] ?? null))),
  );
}

/** A unit is named once, and a period where it is another than that of the row before. */
function rowOf(data: Dataset, figure: Figure, before: Figure | null): SlideCell[] {
  const subject = subjectOf(data, figure.subject);
  if (!subject) return [];
  const isFlag = isFlagged(figure);
  return [
    { text: before ? '' : unitName(data, figure.unit, figure.period), bold: true },
    { text: before?.period === figure.period ? '' : periodName(data, figure.period) },
    { text: subject.shortName },
    {
      text: `${figureText(subject, figure)}${isFlag ? ` ${FLAG}` : ''}`,
      bold: true,
      ...(isFlag ? { tone: 'warning' as const } : {}),
    },
    { text: countsText(figure) },
    { text: showsReported(figure) ? reportedText(subject, figure) : '' },
  ];
}

/** Where nothing can be compared: what each unit states, on one slide. */

import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isFlagged, showsReported } from '../../model/figure.ts';
import { tellingSubjects } from '../../model/visit/matter.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { countsText, figureText, reportedText } from '../../text/figure.ts';
import { periodName, unitName } from '../../text/name.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { FLAG, footnotesOf } from '../notes.ts';
import { pages, TABLE } from '../page/room.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { textsOf } from '../texts.ts';

/** Units of one slide, and indicators of each. */
const MOST_UNITS = 6;
const MOST_EACH = 4;

/** Of each unit what must be checked, then what tells most; null of more units than one slide holds. */
export function statedSlide(
  desk: SlideDesk,
  answer: OverviewAnswer,
  units: readonly string[],
  sentence: string,
): TableSlide | null {
  const { data } = desk;
  const known = units.flatMap((unit) => {
    const own = statedOf(data, answer, unit);
    return own.length > 0 ? [own] : [];
  });
  if (known.length === 0 || known.length > MOST_UNITS) return null;
  const made = Array.from({ length: MOST_EACH }, (_, at) =>
    slideOf(
      desk,
      known.map((own) => own.slice(0, MOST_EACH - at)),
      units,
      sentence,
    ),
  );
  return made.find((slide) => pages(slide, TABLE).length === 1) ?? made.at(-1) ?? null;
}

function slideOf(
  desk: SlideDesk,
  shown: readonly (readonly Figure[])[],
  units: readonly string[],
  sentence: string,
): TableSlide {
  const { data } = desk;
  const figures = shown.flat();
  const periods = new Set(figures.map(({ period }) => period));
  const silent = units.filter((unit) => !figures.some((figure) => figure.unit === unit));
  const names = silent.map((unit) => unitName(data, unit)).join(', ');
  const heading = words.overview.heading;
  const { unlike, silent: silentText } = words.present;
  return {
    type: 'table',
    ...textsOf(desk, heading, figures),
    title:
      periods.size > 1 ? fitting('', [unlike(shown.length, periods.size)]) || heading : heading,
    sentence,
    footnotes: [
      ...(silent.length > 0 && silent.length <= MOST_UNITS ? [silentText(names)] : []),
      ...footnotesOf(data, figures.filter(isFlagged)),
    ],
    ...withoutEmpty(
      [
        { name: words.column.unit, number: false },
        { name: words.column.period, number: false },
        { name: words.column.indicator, number: false },
        { name: words.column.value, number: true },
        { name: words.present.counts, number: true },
        { name: words.present.stated, number: true },
      ],
      shown.flatMap((own) => own.map((figure, at) => rowOf(data, figure, own[at - 1] ?? null))),
    ),
  };
}

/** Results of one unit, one an indicator. */
function statedOf(data: Dataset, { figures }: OverviewAnswer, unit: string): Figure[] {
  const order = tellingSubjects(data, figures);
  const place = (figure: Figure) =>
    order.indexOf(figure.subject) - (isFlagged(figure) ? order.length : 0);
  const own = figures.filter((figure) => figure.unit === unit && figure.value !== null);
  const first = own.filter(
    ({ subject }, at) => own.findIndex((one) => one.subject === subject) === at,
  );
  return first.sort((a, b) => place(a) - place(b));
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
      ...(isFlag ? { tone: 'error' as const } : {}),
    },
    { text: countsText(figure) },
    { text: showsReported(figure) ? reportedText(subject, figure) : '' },
  ];
}

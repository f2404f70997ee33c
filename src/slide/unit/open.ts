/** All that is to be checked of a unit, in a row each: where a page before has told how its rates may be used. */
import { mostCommon } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { type HasRate, type Point, pointsOf } from '../doubt/points.ts';
import type { SlideCell, TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/**
 * What changes a rate first.
 *
 * @param doubts of this unit, at least one, the most telling first
 * @param hasRate whether the unit has a number for a rate
 */
export function openSlide(
  desk: SlideDesk,
  unit: string,
  doubts: readonly Issue[],
  hasRate: HasRate,
): TableSlide {
  const { data } = desk;
  const name = unitName(data, unit);
  const { openTitle, openLead, openFigures, morePoints, toMatch, affects, inDocument } =
    words.present;
  const points = pointsOf(data, [], doubts, ['error'], hasRate).sort(
    (a, b) => Number(b.isOfRate) - Number(a.isOfRate),
  );
  const common = commonOf(points);
  const head = [common.document, common.period].filter(Boolean).join(', ');
  const changing = points.filter(({ isOfRate }) => isOfRate).length;
  return {
    type: 'table',
    ...textsOf(desk, name, []),
    title: openTitle(name, points.length),
    lead: [
      changing > 0 ? openLead(changing) : '',
      points.length < doubts.length ? openFigures(doubts.length) : '', // of one remark on several
    ]
      .filter(Boolean)
      .join(' '),
    columns: [
      { name: toMatch, number: false },
      { name: affects, number: false, most: 32 },
      { name: head ? inDocument(head) : words.present.document, number: false, most: 40 },
    ],
    rows: points.map((point) => cellsOf(point, common)),
    left: (shown) => morePoints(points.length - shown),
  };
}

type Place = Pick<Point, 'document' | 'period'>;

/** Document and period that most stand in, which are then named once. */
const commonOf = (points: readonly Point[]): Place => ({
  document: mostCommon(points.map(({ document }) => document)),
  period: mostCommon(points.map(({ period }) => period)),
});

function cellsOf(
  { text, affects, document, period, section, isOfRate }: Point,
  common: Place,
): SlideCell[] {
  const own = [
    document === common.document ? '' : document,
    period === common.period ? '' : period,
    section,
  ];
  const { nothing, affectsNone } = words.present;
  return [
    { text, bold: isOfRate },
    { text: affects === affectsNone ? nothing : upperFirst(affects) },
    { text: upperFirst(own.filter(Boolean).join(' · ')) },
  ];
}

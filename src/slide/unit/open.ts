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
  const { openTitle, openLead, morePoints, toMatch, affects } = words.present;
  const points = pointsOf(data, [], doubts, ['error'], hasRate);
  const common = commonOf(points);
  const changing = points.filter(({ isOfRate }) => isOfRate).length;
  return {
    type: 'table',
    ...textsOf(desk, name, []),
    title: openTitle(name, doubts.length),
    lead: changing > 0 ? openLead(changing) : '',
    columns: [
      { name: toMatch, number: false },
      { name: affects, number: false, most: 32 },
      { name: words.present.inDocument(common.join(', ')), number: false, most: 40 },
    ],
    rows: points.map((point) => cellsOf(point, common)),
    left: (shown) => morePoints(points.length - shown),
  };
}

/** Document and period that most stand in, which are then named once. */
const commonOf = (points: readonly Point[]) =>
  [0, 1].map((at) => mostCommon(points.map(({ place }) => partsOf(place)[at] ?? '')));

const partsOf = (place: string) => place.split(' · ');

function cellsOf(
  { text, affects, place, isOfRate }: Point,
  common: readonly string[],
): SlideCell[] {
  const where = partsOf(place).filter((part, at) => part !== common[at]);
  const { nothing } = words.present;
  return [
    { text, bold: isOfRate },
    { text: isOfRate ? upperFirst(affects) : nothing },
    { text: upperFirst(where.join(' · ')) },
  ];
}

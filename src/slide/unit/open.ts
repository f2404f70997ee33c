/** All that is to be checked of a unit, in a row each: where a page before has told how its rates may be used. */
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
  const changing = points.filter(({ isOfRate }) => isOfRate).length;
  return {
    type: 'table',
    ...textsOf(desk, name, []),
    title: openTitle(name, doubts.length),
    lead: changing > 0 ? openLead(changing) : '',
    columns: [
      { name: toMatch, number: false },
      { name: affects, number: false, most: 32 },
      { name: placesName(points), number: false, most: 40 },
    ],
    rows: points.map((point) => cellsOf(point, isOne(points))),
    left: (shown) => morePoints(points.length - shown),
  };
}

/** Whether all stand in one document, which is then named once. */
const isOne = (points: readonly Point[]) =>
  new Set(points.map(({ place }) => place.split(' · ')[0])).size === 1;

function placesName(points: readonly Point[]): string {
  const [name = ''] = points[0]?.place.split(' · ') ?? [];
  return isOne(points) ? words.present.inDocument(name) : words.present.document;
}

function cellsOf({ text, affects, place, isOfRate }: Point, isShort: boolean): SlideCell[] {
  const look = isOfRate ? { bold: true, tone: 'warning' as const } : {};
  const where = isShort ? upperFirst(place.split(' · ').slice(1).join(' · ')) : place;
  return [{ text, ...look }, { text: upperFirst(affects) }, { text: where }];
}

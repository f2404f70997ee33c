/** Which units belong to the area of the office that a deck is made for. */
import type { Dataset } from '../../model/dataset.ts';
import type { SlideDesk } from '../desk.ts';

/** Whether a unit lies in the area that an office is named after; null where that area is not known. */
export function isInArea(data: Dataset, organisation: string, unit: string): boolean | null {
  const area = areaOf(data, organisation);
  if (area.length === 0) return null;
  return [unit, ...data.units.ancestors(unit)].some((one) => area.includes(one));
}

/** Units with those of the office's own area before the others. */
export function ownFirst(desk: Office, units: readonly string[]): string[] {
  return [...units].sort((a, b) => outsideRank(desk, a) - outsideRank(desk, b));
}

/** 1 of a unit outside the office's own area, which comes behind; else 0. */
export function outsideRank({ data, organisation }: Office, unit: string): number {
  return data.units.has(unit) && isInArea(data, organisation, unit) === false ? 1 : 0;
}

type Office = Pick<SlideDesk, 'data' | 'organisation'>;

/** The units that an office is named after: "Thị ủy Đức Phổ" after Thị xã Đức Phổ; none where that is not known. */
function areaOf({ units }: Dataset, organisation: string): string[] {
  const named = ` ${organisation.toLowerCase()} `;
  return units.ids.filter((id) => {
    const { name, kind } = units.at(id);
    const bare = name.toLowerCase().replace(`${kind.toLowerCase()} `, '');
    return bare !== '' && named.includes(` ${bare} `);
  });
}

/** Units that others of the list are parts of. */
export function aboveOthers({ units }: Dataset, ids: readonly string[]): string[] {
  const above = new Set(ids.flatMap((id) => units.ancestors(id)));
  const isAll = ids.every((id) => above.has(id));
  return isAll ? [] : ids.filter((id) => above.has(id));
}

/** Which units belong to the area of the office that a deck is made for. */
import type { Dataset } from '../../model/dataset.ts';

/** Whether a unit lies in the area that an office is named after; null where that area is not known. */
export function isInArea(data: Dataset, organisation: string, unit: string): boolean | null {
  const area = areaOf(data, organisation);
  if (area.length === 0) return null;
  return [unit, ...data.units.ancestors(unit)].some((one) => area.includes(one));
}

/** The units that an office is named after: "Thị ủy Đức Phổ" after Thị xã Đức Phổ; none where that is not known. */
function areaOf({ units }: Dataset, organisation: string): string[] {
  const named = ` ${organisation.toLowerCase()} `;
  return units.ids.filter((id) => {
    const { name, kind } = units.at(id);
    const bare = name.toLowerCase().replace(`${kind.toLowerCase()} `, '');
    return bare !== '' && named.includes(` ${bare} `);
  });
}

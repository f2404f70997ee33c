/** Where the name of a unit leads: with a level chosen one level down, into the package of its part, else to its profile. */
import { withPart } from '../../../address/reset.ts';
import type { UrlState } from '../../../address/url.ts';
import { packageBelow } from '../../../model/dataset.ts';
import { levelBelow } from '../../../model/tree/levels.ts';
import type { Desk } from '../desk.ts';

/** What of the address changes; a unit with nothing below it has a profile only. */
export function intoUnit(
  { data, state }: Pick<Desk, 'data' | 'state'>,
  unit: string,
  period?: string,
): Partial<UrlState> {
  const below = state.level ? levelBelow(data.units, unit, data.periods.get(period ?? '')) : '';
  if (below) return { under: unit, level: below, unit: [] };
  const part = packageBelow(data, unit);
  return part === null ? { view: 'unit', unit: [unit] } : withPart(state, part);
}

/** Where the name of a unit leads: with a level chosen one level down, else to its profile. */
import type { UrlState } from '../../../address/url.ts';
import { levelBelow } from '../../../model/tree/levels.ts';
import type { Desk } from '../desk.ts';

/** What of the address changes; a unit with nothing below it has a profile only. */
export function intoUnit(
  { data, state }: Pick<Desk, 'data' | 'state'>,
  unit: string,
  period?: string,
): Partial<UrlState> {
  const below = state.level ? levelBelow(data.units, unit, data.periods.get(period ?? '')) : '';
  return below ? { under: unit, level: below, unit: [] } : { view: 'unit', unit: [unit] };
}

/** Why a unit has no number for a period, where nothing was stated at all. */
import type { Dataset } from '../model/dataset.ts';
import type { Absence } from '../model/observation.ts';

/** Not founded or abolished; a report that is due and not received; or simply not in the package. */
export function absenceOf(data: Dataset, unit: string, period: string): Absence {
  const when = data.periods.get(period);
  if (when && !data.units.existed(unit, when)) return 'NO_UNIT';
  const expected = [...data.sources.values()].filter(
    (source) => source.unit === unit && source.period === period,
  );
  const late = expected.some((source) => source.dueOn !== '' && source.receivedOn === '');
  return late && expected.every((source) => source.receivedOn === '') ? 'NOT_REPORTED' : 'NO_DATA';
}

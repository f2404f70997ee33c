/** Which units the overview shows, and in which order. */
import type { Dataset } from '../../model/dataset.ts';
import { levelRank } from '../../model/unit.ts';
import { compareNames } from '../../model/writing/fold.ts';
import type { OverviewAnswer } from '../../question/overview.ts';
import { unitName } from '../../text/name.ts';

/**
 * Units with a figure or an issue, by level, then parent, then name. Levels below the commune are many and
 * report little: they are listed where the reader has gone there, or where there is nothing above them.
 */
export function reportingUnits(data: Dataset, answer: OverviewAnswer, narrowed: boolean): string[] {
  const known = [...answer.figures, ...answer.errors].map(({ unit }) => unit);
  const units = [...new Set(known)].filter((unit) => data.units.has(unit));
  const parent = (unit: string) => data.units.at(unit).parent ?? '';
  const upper = units.filter(
    (unit) => levelRank(data.units.at(unit).level) <= levelRank('commune'),
  );
  const shown = narrowed || upper.length === 0 ? units : upper;
  return shown.sort(
    (a, b) =>
      levelRank(data.units.at(a).level) - levelRank(data.units.at(b).level) ||
      parent(a).localeCompare(parent(b)) ||
      compareNames(unitName(data, a), unitName(data, b)),
  );
}

/** The unit of the first listed document, so that no screen about one unit is ever empty. */
export function firstReporting(data: Dataset): string {
  const reporting = [...data.sources.values()].find((source) => data.units.has(source.unit));
  return reporting?.unit ?? data.units.ids[0] ?? '';
}

/** What an overview shows: the indicators that most units have, their period, and the units that report. */
import type { Dataset } from '../dataset.ts';
import type { Figure } from '../figure.ts';
import { groupBy } from '../group.ts';
import { levelRank } from '../unit.ts';
import { compareNames } from '../writing/fold.ts';

/** Subject ids of figures, the most widely known first. */
export function rankSubjects(data: Dataset, figures: readonly Figure[]): string[] {
  const order = new Map([...data.indicators.keys()].map((id, at) => [id, at]));
  const groups = [...groupBy(figures, (figure) => figure.subject)].map(([subject, members]) => ({
    subject,
    units: new Set(members.map((figure) => figure.unit)).size,
    position: order.get(subject) ?? order.size,
  }));
  groups.sort((a, b) => b.units - a.units || a.position - b.position);
  return groups.map((group) => group.subject);
}

/** The period that most of some figures are of; '' where there are none. */
export function commonPeriodOf(figures: readonly Figure[]): string {
  const periods = [...groupBy(figures, (figure) => figure.period)];
  return periods.sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? '';
}

/** The period that most units of a column have; others say theirs in the cell. */
export function commonPeriod(figures: readonly Figure[], subject: string): string {
  const own = figures.filter((figure) => figure.subject === subject);
  const periods = [...groupBy(own, (figure) => figure.period)];
  periods.sort((a, b) => b[1].length - a[1].length);
  return (periods[0]?.[1].length ?? 0) > 1 || periods.length === 1 ? (periods[0]?.[0] ?? '') : '';
}

/**
 * Units with a figure or an issue, by level, then parent, then name. Levels below the commune are many and
 * report little: they are listed where the reader has gone there, or where there is nothing above them.
 */
export function reportingUnits(
  data: Dataset,
  answer: { readonly figures: readonly Named[]; readonly errors: readonly Named[] },
  narrowed: boolean,
): string[] {
  const known = [...answer.figures, ...answer.errors].map(({ unit }) => unit);
  const units = [...new Set(known)].filter((unit) => data.units.has(unit));
  const parent = (unit: string) => data.units.at(unit).parent ?? '';
  const rank = (unit: string) => levelRank(data.units.at(unit).level);
  const shown = narrowed ? units : upperOnes(data, units, (unit) => unit);
  return shown.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      parent(a).localeCompare(parent(b)) ||
      compareNames(data.units.at(a).name, data.units.at(b).name),
  );
}

/** Those of communes and above; all of them where there is nothing so high. */
export function upperOnes<T>(data: Dataset, items: readonly T[], unitOf: (item: T) => string): T[] {
  const most = levelRank('commune');
  const upper = items.filter((item) => levelRank(data.units.at(unitOf(item)).level) <= most);
  return upper.length > 0 ? upper : [...items];
}

interface Named {
  readonly unit: string;
}

/** Who may be compared with whom: groups of one period, cut-off, level and parent, with their values. */
import { categoryPosition, type Dataset, subjectOf } from '../../model/dataset.ts';
import { type Figure, isComparable } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { levelRank } from '../../model/unit.ts';
import { compareNames } from '../../model/writing/fold.ts';
import type { CompareGroup, CompareRow, GroupTotal } from '../../question/compare.ts';
import { expectedOf, listedReports } from '../level/expected.ts';

export interface Grouping {
  readonly peers: ReadonlySet<string>;
  /** Figures of the parents, for the group's own. */
  readonly parents: readonly Figure[];
  /** Every unit's latest figure is asked for, not one period. */
  readonly isLatest: boolean;
  /** Units stand where they stand today, whatever the period. */
  readonly isToday?: boolean;
}

/**
 * Groups rows; `peers` form one group per period whatever their place. A row that was filled from an earlier
 * period stands with the period it was filled for.
 */
export function groupRows(
  data: Dataset,
  rows: readonly CompareRow[],
  { peers, parents, isLatest, isToday = false }: Grouping,
): CompareGroup[] {
  const placeOf = ({ figure, period }: CompareRow) => {
    if (peers.has(figure.unit)) return { period, level: '', parent: null, cutoff: '' };
    const when = isToday ? undefined : data.periods.get(period);
    const { level, parent } = data.units.at(figure.unit, when);
    return { period, level, parent, cutoff: figure.sources.length === 0 ? '' : figure.cutoff };
  };
  const groups = [...groupBy(rows, (row) => JSON.stringify(placeOf(row))).values()].map(
    (members): CompareGroup => {
      const { period, level, parent, cutoff } = placeOf(members[0] as CompareRow);
      const sorted = [...members].sort((a, b) => compareRows(data, a, b));
      const total = totalOf(
        data,
        sorted.map((row) => row.figure),
      );
      return {
        period,
        level,
        parent,
        cutoff: (cutoff || 'calendar') as Figure['cutoff'],
        rows: sorted,
        total,
        expected: expectedUnits(
          data,
          period,
          level,
          parent,
          sorted.map((row) => row.figure),
        ),
        own: parents.find((figure) => figure.unit === parent && figure.period === period) ?? null,
      };
    },
  );
  const merged = mergeAbsent(groups).sort((a, b) => compareGroups(data, a, b));
  return isLatest ? withoutLeftovers(data, merged) : merged;
}

/**
 * Of every unit's latest figure: units that are behind the others of their place have reported an earlier period, as
 * the others have. A value of theirs alone would be the group's of that period, and is none. Units that are ahead are
 * all that have reported the last period: a value of theirs is the group's so far.
 */
function withoutLeftovers(data: Dataset, groups: readonly CompareGroup[]): CompareGroup[] {
  const place = (group: CompareGroup) => [group.level, group.parent].join('~');
  const end = ({ period }: CompareGroup) => data.periods.get(period)?.end ?? '';
  return groups.map((group) => {
    const like = groups.filter((other) => place(other) === place(group));
    const main = like[0] ?? group;
    const since = like.filter((other) => end(other) > end(main));
    const newer = unitCount(since.flatMap(({ rows }) => rows.map(({ figure }) => figure)));
    if (main.period === group.period) return newer > 0 ? { ...group, newer } : group;
    const isAhead = end(group) > end(main);
    const isLast = like.every((other) => other === group || end(other) < end(group));
    const told = isAhead ? { ahead: main.period } : { behind: main.period };
    return isLast ? { ...group, ...told } : { ...group, total: null, own: null, ...told };
  });
}

function valued(rows: readonly CompareRow[]): Figure[] {
  return rows.map(({ figure }) => figure).filter(({ value }) => value !== null);
}

/** Units without a value have no cut-off of their own: they stand with the largest group of their place. */
function mergeAbsent(groups: readonly CompareGroup[]): CompareGroup[] {
  const place = (group: CompareGroup) => [group.period, group.level, group.parent].join('~');
  return [...groupBy(groups, place).values()].flatMap((same) => {
    const isBare = (group: CompareGroup) =>
      group.rows.every((row) => row.figure.sources.length === 0);
    const [main, ...others] = same
      .filter((group) => !isBare(group))
      .sort((a, b) => b.rows.length - a.rows.length);
    const bare = same.filter(isBare);
    if (!main) return bare;
    const whole = { ...main, rows: [...main.rows, ...bare.flatMap((group) => group.rows)] };
    return withApart([whole, ...others]);
  });
}

/** Groups of one place and period that were cut off otherwise: each says how many units have reported in the others. */
function withApart(groups: readonly CompareGroup[]): CompareGroup[] {
  if (groups.length < 2) return [...groups];
  return groups.map((group) => {
    const own = new Set(valued(group.rows).map(({ unit }) => unit));
    const others = groups.filter((other) => other !== group).flatMap(({ rows }) => valued(rows));
    const apart = unitCount(others.filter(({ unit }) => !own.has(unit)));
    return apart > 0 ? { ...group, apart } : group;
  });
}

/**
 * The value of a group: Σ numerator ÷ Σ denominator, of a count its sum; from comparable figures only, and
 * without those that are about one body of a unit.
 */
export function totalOf(data: Dataset, figures: readonly Figure[]): GroupTotal | null {
  const whole = figures.filter((figure) => figure.body === '');
  const subject = whole[0] && subjectOf(data, whole[0].subject);
  if (!subject || whole.some((figure) => figure.category !== whole[0]?.category)) return null;
  const fit = whole.filter(isComparable).filter((f) => f.bound === '' || f.computed);
  const told = whole.filter((f) => f.value !== null || f.absence === 'SUPPRESSED');
  const reported = unitCount(told);
  return subject.isRatio
    ? ratioOf(subject.scale, fit, reported)
    : sumOf(data, subject.id, fit, reported);
}

function ratioOf(scale: number, fit: readonly Figure[], reported: number): GroupTotal | null {
  const counted = fit.filter((figure) => figure.denominator !== null);
  const numerator = sum(counted.map((figure) => figure.numerator ?? 0));
  const denominator = sum(counted.map((figure) => figure.denominator ?? 0));
  const units = unitCount(counted);
  if (units < 2 || denominator <= 0) return null;
  return { value: (numerator * scale) / denominator, numerator, denominator, units, reported };
}

/** Distances, norms and the like are not added over units. */
function sumOf(
  data: Dataset,
  subject: string,
  fit: readonly Figure[],
  reported: number,
): GroupTotal | null {
  const units = unitCount(fit);
  if (units < 2 || data.measures.get(subject)?.temporal === 'none') return null;
  return {
    value: sum(fit.map((f) => f.value ?? 0)),
    numerator: null,
    denominator: null,
    units,
    reported,
  };
}

function unitCount(figures: readonly Figure[]): number {
  return new Set(figures.map((figure) => figure.unit)).size;
}

/** Reports expected of a group, by the units that existed there (level/expected.ts). */
export function expectedUnits(
  data: Dataset,
  period: string,
  level: string,
  parent: string | null,
  figures: readonly Figure[],
): number {
  const told = figures
    .filter((f) => f.value !== null || f.absence === 'SUPPRESSED')
    .map((f) => f.unit);
  const when = data.periods.get(period);
  if (parent === null || !when) return new Set(figures.map((figure) => figure.unit)).size;
  const members = data.units
    .children(parent, when)
    .filter((unit) => data.units.existed(unit, when) && data.units.at(unit, when).level === level);
  return expectedOf(listedReports(data), period, members, told);
}

/** The largest group first, then the latest, then from the top level down. */
function compareGroups(data: Dataset, a: CompareGroup, b: CompareGroup): number {
  const [pa, pb] = [data.periods.get(a.period), data.periods.get(b.period)];
  return (
    valued(b.rows).length - valued(a.rows).length ||
    (pa && pb ? comparePeriods(pb, pa) : 0) ||
    levelRank(a.level) - levelRank(b.level) ||
    (a.parent ?? '').localeCompare(b.parent ?? '')
  );
}

/** By value where more or less is better, by name where it is not; absent ones last. */
function compareRows(data: Dataset, a: CompareRow, b: CompareRow): number {
  const direction = subjectOf(data, a.figure.subject)?.direction ?? 'none';
  const name = (row: CompareRow) => data.units.at(row.figure.unit).name;
  const byName = compareNames(name(a), name(b)) || a.figure.unit.localeCompare(b.figure.unit);
  const byCategory =
    categoryPosition(data, a.figure.breakdown, a.figure.category) -
    categoryPosition(data, b.figure.breakdown, b.figure.category);
  const inside = byCategory || a.figure.body.localeCompare(b.figure.body);
  if (direction === 'none') return byCategory || byName || inside;
  if (byCategory !== 0) return byCategory;
  const [x, y] = [a.figure.value, b.figure.value];
  if (x === null || y === null) return Number(x === null) - Number(y === null) || byName || inside;
  return (direction === 'up' ? y - x : x - y) || byName || inside;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

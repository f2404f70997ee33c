/** One subject across units: who may be compared with whom, and who has no number and why. */
import type { Engine } from '../engine/engine.ts';
import { categoryPosition, type Dataset, subjectOf } from '../model/dataset.ts';
import { absentFigure, type Figure, isComparable } from '../model/figure.ts';
import { compareNames } from '../model/fold.ts';
import { groupBy } from '../model/group.ts';
import { comparePeriods } from '../model/period.ts';
import { levelRank } from '../model/unit.ts';
import { absenceOf } from './absence.ts';
import { all, equals, isSubject, selectFigures } from './figure.ts';
import type {
  CompareAnswer,
  CompareGroup,
  CompareQuestion,
  CompareRow,
  GroupTotal,
} from './question.ts';
import { referencesFor, selectReferences } from './reference.ts';
import { chooseBodies, scopeCondition } from './scope.ts';

/** The last period of each unit: by end, the longer first, one that says something before one that does not. */
const LATEST = `QUALIFY dense_rank() OVER (PARTITION BY f.unit
  ORDER BY f.about_subject DESC, p.end_day DESC, p.period) = 1`;

/** Answers a comparison; every unit of the scope is in exactly one group. */
export async function compare(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  signal?: AbortSignal,
): Promise<CompareAnswer> {
  const units = question.peers.length > 0 ? union(question.units, question.peers) : question.units;
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    scopeCondition(data, { ...question, units }),
  );
  const tail = question.period.type === 'one' ? '' : LATEST;
  const found = chooseBodies(await selectFigures(engine, where, tail, signal), question.body);
  const references = await selectReferences(engine, data, question, signal);
  const promised = onlyPromised(data, { ...question, units }, found, references);
  const said = [...found, ...promised];
  const figures = [...said, ...missing(data, { ...question, units }, said)];
  const rows = figures.map((figure) => ({
    figure,
    references: referencesFor(data, figure, references, isRate(data, question.subject)),
  }));
  return { groups: groupRows(data, rows, new Set(question.peers)) };
}

function union(units: readonly string[] | null, peers: readonly string[]): string[] {
  return [...new Set([...(units ?? []), ...peers])];
}

/** Units of which only a target, a registered figure or a norm is known: no result, but not nothing either. */
function onlyPromised(
  data: Dataset,
  question: CompareQuestion,
  found: readonly Figure[],
  references: readonly Figure[],
): Figure[] {
  const has = new Set(found.map((figure) => figure.unit));
  const { period, units, category, body } = question;
  const wanted = references.filter(
    (reference) =>
      !has.has(reference.unit) &&
      (period.type !== 'one' || reference.period === period.code) &&
      (units === null || units.includes(reference.unit)) &&
      (category === '' || reference.category === category) &&
      (body === null || reference.body === body),
  );
  return [...groupBy(wanted, (reference) => reference.unit).values()].flatMap((own) => {
    const last = own.reduce((a, b) => (isLater(data, b.period, a.period) ? b : a)).period;
    const latest = own.filter((reference) => reference.period === last);
    const perCategory = groupBy(latest, (reference) => reference.category);
    return [...perCategory.values()].flatMap((same) =>
      same[0] ? absentFigure(same[0], absenceOf(data, same[0].unit, last)) : [],
    );
  });
}

function isLater(data: Dataset, a: string, b: string): boolean {
  const [x, y] = [data.periods.get(a), data.periods.get(b)];
  return !!x && !!y && comparePeriods(x, y) > 0;
}

function isRate(data: Dataset, subject: string): boolean {
  return subjectOf(data, subject)?.isRatio ?? false;
}

/** Units asked for, or beside the found ones under the same parent, that have no row. */
function missing(data: Dataset, question: CompareQuestion, found: readonly Figure[]): Figure[] {
  const has = new Set(found.map((figure) => figure.unit));
  const period = question.period.type === 'one' ? question.period.code : mostCommon(found);
  const wanted = question.units ?? siblings(data, found, period);
  const { subject, breakdown, category } = question;
  return [...wanted]
    .filter((unit) => !has.has(unit) && data.units.has(unit))
    .map((unit) =>
      absentFigure({ subject, unit, period, breakdown, category }, absenceOf(data, unit, period)),
    );
}

function mostCommon(figures: readonly Figure[]): string {
  const groups = [...groupBy(figures, (figure) => figure.period)];
  groups.sort((a, b) => b[1].length - a[1].length || b[0].localeCompare(a[0]));
  return groups[0]?.[0] ?? '';
}

/** Units with the parent and level of a found one that reports for the most common period. */
function siblings(data: Dataset, found: readonly Figure[], period: string): Set<string> {
  const when = data.periods.get(period);
  const units = new Set<string>();
  for (const figure of found) {
    if (figure.period !== period) continue;
    const { parent, level } = data.units.at(figure.unit, when);
    const around = parent === null ? [] : data.units.children(parent, when);
    for (const unit of around) {
      const existed = !when || data.units.existed(unit, when);
      if (existed && data.units.at(unit, when).level === level) units.add(unit);
    }
  }
  return units;
}

function groupRows(
  data: Dataset,
  rows: readonly CompareRow[],
  peers: ReadonlySet<string>,
): CompareGroup[] {
  const keyOf = ({ figure }: CompareRow) => {
    if (peers.has(figure.unit)) return [figure.period, '', ''].join('~');
    const state = data.units.at(figure.unit, data.periods.get(figure.period));
    return [figure.period, state.level, state.parent ?? ''].join('~');
  };
  const groups = [...groupBy(rows, keyOf)].map(([key, members]): CompareGroup => {
    const [period = '', level = '', parent = ''] = key.split('~');
    const sorted = [...members].sort((a, b) => compareRows(data, a, b));
    return { period, level, parent: parent || null, rows: sorted, total: totalOf(data, sorted) };
  });
  return groups.sort((a, b) => compareGroups(data, a, b));
}

/** The largest group first, then the latest, then from the top level down. */
function compareGroups(data: Dataset, a: CompareGroup, b: CompareGroup): number {
  const valued = (group: CompareGroup) => group.rows.filter((r) => r.figure.value !== null).length;
  const [pa, pb] = [data.periods.get(a.period), data.periods.get(b.period)];
  return (
    valued(b) - valued(a) ||
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
  if (direction === 'none' || a.figure.breakdown) return byName || inside;
  const [x, y] = [a.figure.value, b.figure.value];
  if (x === null || y === null) return Number(x === null) - Number(y === null) || byName || inside;
  return (direction === 'up' ? y - x : x - y) || byName || inside;
}

function totalOf(data: Dataset, rows: readonly CompareRow[]): GroupTotal | null {
  const subject = rows[0] && subjectOf(data, rows[0].figure.subject);
  const fit = rows
    .map((row) => row.figure)
    .filter(isComparable)
    .filter((figure) => figure.bound === '' || figure.computed);
  const units = new Set(fit.map((figure) => figure.unit)).size;
  if (!subject || units < 2 || rows.some((row) => row.figure.body !== '')) return null;
  if (!subject.isRatio) return sumOf(data, subject.id, fit, units);
  const counted = fit.filter((figure) => figure.denominator !== null);
  const numerator = sum(counted.map((figure) => figure.numerator ?? 0));
  const denominator = sum(counted.map((figure) => figure.denominator ?? 0));
  if (counted.length < 2 || denominator <= 0) return null;
  const value = (numerator * subject.scale) / denominator;
  return { value, numerator, denominator, units: new Set(counted.map((f) => f.unit)).size };
}

/** Distances, norms and the like are not added over units. */
function sumOf(
  data: Dataset,
  subject: string,
  fit: readonly Figure[],
  units: number,
): GroupTotal | null {
  if (data.measures.get(subject)?.temporal === 'none') return null;
  return {
    value: sum(fit.map((figure) => figure.value ?? 0)),
    numerator: null,
    denominator: null,
    units,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** One subject across units: who may be compared with whom, and who has no number and why. */
import type { Engine } from '../engine/engine.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import { absentFigure, type Figure } from '../model/figure.ts';
import { groupBy } from '../model/group.ts';
import { referencesFor } from '../model/statistics/reference.ts';
import { type Base, baseCode, baseIn, YEAR_BEFORE } from '../model/time/base.ts';
import { comparePeriods } from '../model/time/period.ts';
import type { CompareAnswer, CompareQuestion } from '../question/compare.ts';
import type { PeriodChoice } from '../question/scope.ts';
import { absenceOf } from './absence.ts';
import { groupRows } from './compare-group.ts';
import { all, equals, isSubject, selectFigures } from './figure.ts';
import { compareLevel } from './level/compare.ts';
import { followedBy, withoutFollowed } from './level/followed.ts';
import { isRead } from './level/read.ts';
import { selectReferences } from './reference.ts';
import { chooseBodies, scopeCondition } from './scope.ts';

/** The last period of each unit: by end, the longer first, one that says something before one that does not. */
const LATEST = `QUALIFY dense_rank() OVER (PARTITION BY f.unit
  ORDER BY f.about_subject DESC, p.end_day DESC, p.period) = 1`;

/** Answers a comparison; every unit of the scope is in exactly one group. */
export async function compare(
  engine: Engine,
  data: Dataset,
  asked: CompareQuestion,
  signal?: AbortSignal,
): Promise<CompareAnswer> {
  const { peers, subject } = asked;
  if (isRead(asked)) return compareLevel(engine, data, asked, signal);
  const question = peers.length > 0 ? { ...asked, units: union(asked.units, peers) } : asked;
  const where = (period: PeriodChoice) =>
    all(
      isSubject([subject]),
      equals('f.kind::VARCHAR', ''),
      scopeCondition(data, { ...question, period }),
    );
  const select = async (period: PeriodChoice, tail: string) =>
    chooseBodies(await selectFigures(engine, where(period), tail, signal), question.body);
  const tail = question.period.type === 'one' ? '' : LATEST;
  // what does not wait for one another is asked at once: the engine has the next statement while this one is read
  const [selected, references] = await Promise.all([
    select(question.period, tail),
    selectReferences(engine, question, signal),
  ]);
  const exact = withoutFollowed(data, asked, selected);
  const period = question.period.type === 'one' ? question.period.code : mostCommon(exact);
  const earlier = periodsBack(data, period, question.tolerance ?? 0);
  const older = question.period.type === 'one' && earlier.length > 0;
  const found = older
    ? withOlder(data, exact, await select(spanOf(earlier), LATEST), earlier)
    : exact;
  const promised = onlyPromised(data, question, found, references);
  const said = withoutFollowed(data, asked, [...found, ...promised]);
  const figures = [...said, ...missing(data, question, said, period)];
  const earlierOf = (base: Base) =>
    selectEarlier(engine, data, question, { figures, base }, signal);
  const [before, other, parents, below] = await Promise.all([
    earlierOf(YEAR_BEFORE),
    question.base === undefined ? null : earlierOf(question.base),
    selectParents(engine, data, question, figures, signal),
    reportedBelow(engine, data, question, figures, signal),
  ]);
  const rows = figures.map((figure) => {
    const filled = figure.period !== period && earlier.includes(figure.period);
    return {
      figure,
      period: filled ? period : figure.period,
      before: before(figure),
      ...(other ? { base: other(figure) } : {}),
      references: referencesFor(data, figure, references, isRate(data, subject)),
    };
  });
  return {
    groups: groupRows(data, rows, {
      peers: new Set(peers),
      parents,
      isLatest: question.period.type === 'latest',
    }),
    below,
  };
}

/** Of the units without a number those that have units with one directly under them. */
async function reportedBelow(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  figures: readonly Figure[],
  signal?: AbortSignal,
): Promise<string[]> {
  const silent = figures.filter((figure) => figure.absence === 'NO_DATA');
  const children = new Map(
    silent.map(({ unit, period }) => [unit, data.units.children(unit, data.periods.get(period))]),
  );
  const below = [...new Set([...children.values()].flat())];
  if (below.length === 0) return [];
  const where = all(
    isSubject([question.subject]),
    { sql: "f.kind = '' AND f.value IS NOT NULL", params: [] },
    scopeCondition(data, { ...question, units: below }),
  );
  const rows = await engine.rows<{ unit: string }>(
    `SELECT DISTINCT f.unit::VARCHAR AS unit FROM figure f JOIN period p ON p.period = f.period
     WHERE ${where.sql}`,
    where.params,
    signal,
  );
  const known = new Set(rows.map((row) => row.unit));
  return [...children].flatMap(([unit, under]) =>
    under.some((child) => known.has(child)) ? [unit] : [],
  );
}

/** Codes of the same grain before a period, the nearest first. */
function periodsBack(data: Dataset, code: string, tolerance: number): string[] {
  const when = data.periods.get(code);
  if (!when || tolerance <= 0) return [];
  const same = [...data.periods.values()].filter(
    (p) => p.grain === when.grain && p.end < when.start,
  );
  return same
    .slice(-tolerance)
    .map((period) => period.code)
    .reverse();
}

function spanOf(codes: readonly string[]): PeriodChoice {
  return { type: 'several', codes };
}

/** Units that say nothing for the period, filled from the nearest one before. */
function withOlder(
  data: Dataset,
  exact: readonly Figure[],
  older: readonly Figure[],
  earlier: readonly string[],
): Figure[] {
  const has = new Set(exact.filter((figure) => figure.value !== null).map((figure) => figure.unit));
  const fill = older.filter((figure) => !has.has(figure.unit) && figure.value !== null);
  const filled = new Set(fill.map((figure) => figure.unit));
  const known = fill.filter(
    (figure) => earlier.includes(figure.period) && data.periods.has(figure.period),
  );
  return [...exact.filter((figure) => !filled.has(figure.unit)), ...known];
}

/** The same figures at a base: a year earlier ("cùng kỳ"), the period before, a chosen one. */
async function selectEarlier(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  { figures, base }: { readonly figures: readonly Figure[]; readonly base: Base },
  signal?: AbortSignal,
): Promise<(figure: Figure) => Figure | null> {
  const before = figures.map((figure) => baseCode(data.periods, figure.period, base));
  const codes = [...new Set(before)].filter((code) => data.periods.has(code));
  if (codes.length === 0) return () => null;
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    scopeCondition(data, { ...question, period: { type: 'several', codes }, grain: 'any' }),
  );
  return baseIn(data.periods, await selectFigures(engine, where, '', signal), base);
}

/** What the parents report themselves: beside the sum of their units, never merged with it. */
async function selectParents(
  engine: Engine,
  data: Dataset,
  question: CompareQuestion,
  figures: readonly Figure[],
  signal?: AbortSignal,
): Promise<Figure[]> {
  if (question.peers.length > 0 || (question.breakdown && !question.category)) return [];
  const parentOf = (figure: Figure) =>
    data.units.at(figure.unit, data.periods.get(figure.period)).parent;
  const parents = [...new Set(figures.flatMap((figure) => parentOf(figure) ?? []))];
  const codes = [...new Set(figures.map((figure) => figure.period))].filter(Boolean);
  if (parents.length === 0 || codes.length === 0) return [];
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    { sql: "f.value IS NOT NULL AND f.body = ''", params: [] },
    scopeCondition(data, {
      ...question,
      units: parents,
      period: { type: 'several', codes },
      grain: 'any',
    }),
  );
  return selectFigures(engine, where, '', signal);
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
function missing(
  data: Dataset,
  question: CompareQuestion,
  found: readonly Figure[],
  period: string,
): Figure[] {
  const has = new Set(found.map((figure) => figure.unit));
  const wanted = question.units ?? siblings(data, found, period);
  const isFollowed = followedBy(data, question, found);
  const { subject, breakdown, category } = question;
  return [...wanted]
    .filter((unit) => !has.has(unit) && data.units.has(unit) && !isFollowed(unit))
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
  const places = new Map<string, { parent: string; level: string }>();
  for (const figure of found) {
    if (figure.period !== period) continue;
    const { parent, level } = data.units.at(figure.unit, when);
    if (parent !== null) places.set(`${parent}~${level}`, { parent, level });
  }
  const around = [...places.values()].flatMap(({ parent, level }) =>
    data.units.children(parent, when).filter((unit) => data.units.at(unit, when).level === level),
  );
  return new Set(around.filter((unit) => !when || data.units.existed(unit, when)));
}

/** One subject over time, for several units or the categories of one: a point for every period of the axis. */
import type { Engine } from '../engine/engine.ts';
import { categoryPosition, type Dataset, subjectOf } from '../model/dataset.ts';
import { absentFigure, type Figure } from '../model/figure.ts';
import { groupBy } from '../model/group.ts';
import { referencesFor } from '../model/statistics/reference.ts';
import { comparePeriods, type Grain, type Period } from '../model/time/period.ts';
import { compareNames } from '../model/writing/fold.ts';
import type { TrendAnswer, TrendQuestion, TrendSeries } from '../question/trend.ts';
import { absenceOf } from './absence.ts';
import { expectedUnits, totalOf } from './compare/group.ts';
import { all, equals, isSubject, selectFigures } from './figure.ts';
import { breaksOf } from './level/breaks.ts';
import { isRead } from './level/read.ts';
import { type Around, type LevelLine, linesOfLevel } from './level/trend.ts';
import { selectReferences } from './reference.ts';
import { chooseBodies, scopeCondition } from './scope.ts';

/** More periods than this are drawn only where something is known. */
const MOST_PERIODS = 120;

/** Answers a trend; without a grain, the one in which most figures are stated. */
export async function trend(
  engine: Engine,
  data: Dataset,
  question: TrendQuestion,
  signal?: AbortSignal,
): Promise<TrendAnswer> {
  const level = isRead(question) ? await linesOfLevel(engine, data, question, signal) : null;
  const found = level ? level.figures : await selectOwn(engine, data, question, signal);
  const grain = question.grain === 'any' ? commonGrain(data, found) : question.grain;
  const figures = found.filter((figure) => grain === 'any' || grainOf(data, figure) === grain);
  const axis = axisPeriods(data, figures, grain);
  const references = await selectReferences(engine, question, signal);
  const lines: readonly LevelLine[] = level ? level.lines(axis) : linesOf(figures);
  const series = lines.map((line) => seriesOf(data, line, axis, references));
  const units = [...new Set(lines.map(({ unit }) => unit))];
  const around = level
    ? level.around(axis)
    : await aroundOf(engine, data, question, axis, units, signal);
  return {
    grain,
    periods: axis.map((period) => period.code),
    series: series.sort(bySeries(data)),
    breaks: lines.flatMap((line) => breaksOf(data, question, line, axis)),
    group: around.group,
    own: around.own.length > 0 ? seriesOf(data, lineOf(around.own), axis, []) : null,
  };
}

async function selectOwn(
  engine: Engine,
  data: Dataset,
  question: TrendQuestion,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    { sql: 'f.about_subject', params: [] },
    scopeCondition(data, question),
  );
  return chooseBodies(await selectFigures(engine, where, '', signal), question.body);
}

function linesOf(figures: readonly Figure[]): LevelLine[] {
  const lines = groupBy(figures, (f) => [f.unit, f.body, f.category].join('~'));
  return [...lines.values()].map(lineOf);
}

function lineOf(points: readonly Figure[]): LevelLine {
  const { unit = '', body = '', category = '' } = points[0] ?? {};
  return { unit, body, category, points, beside: [] };
}

/** The group of the shown units, and the report of its parent, where all have one parent and level. */
async function aroundOf(
  engine: Engine,
  data: Dataset,
  question: TrendQuestion,
  axis: readonly Period[],
  units: readonly string[],
  signal?: AbortSignal,
): Promise<Around> {
  const last = axis.at(-1);
  const places = new Set(units.map((unit) => placeOf(data, unit, last)));
  const [parent = '', level = ''] = [...places][0]?.split('~') ?? [];
  const split = question.breakdown !== '' && question.category === '';
  if (places.size !== 1 || !parent || !last || split) return { group: null, own: [] };
  const members = data.units
    .children(parent)
    .filter((unit) => data.units.at(unit, last).level === level);
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    scopeCondition(data, {
      ...question,
      units: [...members, parent],
      period: { type: 'several', codes: axis.map((period) => period.code) },
      grain: 'any',
    }),
  );
  const found = chooseBodies(await selectFigures(engine, where, '', signal), question.body);
  const points = axis.map(({ code }) => {
    const figures = found.filter((figure) => figure.period === code && figure.unit !== parent);
    const total = totalOf(data, figures);
    const expected = expectedUnits(data, code, level, parent, figures);
    return { period: code, total, expected };
  });
  const own = found.filter((figure) => figure.unit === parent && figure.value !== null);
  const known = points.some((point) => point.total !== null);
  return {
    group: known && members.length > 1 ? { parent, points } : null,
    own: units.includes(parent) ? [] : own,
  };
}

function placeOf(data: Dataset, unit: string, period: Period | undefined): string {
  const { parent, level } = data.units.at(unit, period);
  return `${parent ?? ''}~${level}`;
}

function grainOf(data: Dataset, figure: Figure): Grain | undefined {
  return data.periods.get(figure.period)?.grain;
}

/** Days are snapshots of their own; mixing them with periods would bend every line. */
function commonGrain(data: Dataset, figures: readonly Figure[]): Grain | 'any' {
  const grains = [...groupBy(figures, (figure) => grainOf(data, figure))];
  const stated = (some: readonly Figure[]) => some.filter((figure) => !figure.derived).length;
  grains.sort((a, b) => stated(b[1]) - stated(a[1]) || b[1].length - a[1].length);
  return grains[0]?.[0] ?? 'any';
}

/** Every period of the grain from the first figure to the last: a gap in time is a gap on the axis. */
function axisPeriods(data: Dataset, figures: readonly Figure[], grain: Grain | 'any'): Period[] {
  const codes = new Set(figures.map((figure) => figure.period));
  const found = [...codes].flatMap((code) => data.periods.get(code) ?? []).sort(comparePeriods);
  const [first, last] = [found[0], found.at(-1)];
  const regular = grain !== 'any' && grain !== 'day' && grain !== 'span';
  if (!first || !last || !regular) return found;
  const between = [...data.periods.values()].filter(
    (p) => p.grain === grain && p.start >= first.start && p.end <= last.end,
  );
  return between.length > MOST_PERIODS ? found : between;
}

function seriesOf(
  data: Dataset,
  { unit, body, category, points: known, beside }: LevelLine,
  axis: readonly Period[],
  references: readonly Figure[],
): TrendSeries {
  const first = known[0] as Figure;
  const byPeriod = new Map(known.map((figure) => [figure.period, figure]));
  const points = axis.map(
    (period) =>
      byPeriod.get(period.code) ??
      absentFigure({ ...first, period: period.code }, absenceOf(data, first.unit, period.code)),
  );
  const isRate = subjectOf(data, first.subject)?.isRatio ?? false;
  const targets = points.flatMap((point) => {
    const target = referencesFor(data, point, references, isRate).find((f) => f.kind === 'target');
    return target ? [{ ...target, period: point.period }] : [];
  });
  const more = beside.length > 0 ? { beside } : {};
  return { unit, body, category, points, targets, ...more };
}

function bySeries(data: Dataset): (a: TrendSeries, b: TrendSeries) => number {
  return (a, b) => {
    const breakdown = a.points[0]?.breakdown ?? '';
    return (
      compareNames(data.units.at(a.unit).name, data.units.at(b.unit).name) ||
      categoryPosition(data, breakdown, a.category) -
        categoryPosition(data, breakdown, b.category) ||
      a.body.localeCompare(b.body)
    );
  };
}

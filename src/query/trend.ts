/** One subject over time, for several units or the categories of one: a point for every period of the axis. */
import type { Engine } from '../engine/engine.ts';
import { categoryPosition, type Dataset, subjectOf } from '../model/dataset.ts';
import { absentFigure, type Figure } from '../model/figure.ts';
import { compareNames } from '../model/fold.ts';
import { groupBy } from '../model/group.ts';
import { comparePeriods, type Grain, type Period } from '../model/period.ts';
import { absenceOf } from './absence.ts';
import { all, equals, isSubject, selectFigures } from './figure.ts';
import type { TrendAnswer, TrendQuestion, TrendSeries } from './question.ts';
import { referencesFor, selectReferences } from './reference.ts';
import { chooseBodies, scopeCondition } from './scope.ts';

/** Answers a trend; without a grain, the one in which most figures are stated. */
export async function trend(
  engine: Engine,
  data: Dataset,
  question: TrendQuestion,
  signal?: AbortSignal,
): Promise<TrendAnswer> {
  const where = all(
    isSubject([question.subject]),
    equals('f.kind::VARCHAR', ''),
    { sql: 'f.about_subject', params: [] },
    scopeCondition(data, question),
  );
  const found = chooseBodies(await selectFigures(engine, where, '', signal), question.body);
  const grain = question.grain === 'any' ? commonGrain(data, found) : question.grain;
  const figures = found.filter((figure) => grain === 'any' || grainOf(data, figure) === grain);
  const axis = axisPeriods(data, figures);
  const references = await selectReferences(engine, question, signal);
  const lines = groupBy(figures, (f) => [f.unit, f.body, f.category].join('~'));
  const series = [...lines.values()].map((line) => seriesOf(data, line, axis, references));
  return { grain, periods: axis.map((period) => period.code), series: series.sort(bySeries(data)) };
}

function grainOf(data: Dataset, figure: Figure): Grain | undefined {
  return data.periods.get(figure.period)?.grain;
}

/** Days are snapshots of their own; mixing them with periods would bend every line. */
function commonGrain(data: Dataset, figures: readonly Figure[]): Grain | 'any' {
  const grains = [...groupBy(figures, (figure) => grainOf(data, figure))];
  grains.sort((a, b) => b[1].length - a[1].length);
  return grains[0]?.[0] ?? 'any';
}

function axisPeriods(data: Dataset, figures: readonly Figure[]): Period[] {
  const codes = new Set(figures.map((figure) => figure.period));
  return [...codes].flatMap((code) => data.periods.get(code) ?? []).sort(comparePeriods);
}

function seriesOf(
  data: Dataset,
  line: readonly Figure[],
  axis: readonly Period[],
  references: readonly Figure[],
): TrendSeries {
  const first = line[0] as Figure;
  const byPeriod = new Map(line.map((figure) => [figure.period, figure]));
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
  return { unit: first.unit, body: first.body, category: first.category, points, targets };
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

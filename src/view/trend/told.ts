/** What is told of a point of a trend: the figure beside the group's value, its target and the year before. */
import type { Mark } from '../../chart/marking.ts';
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { formatRef } from '../../model/figure-ref.ts';
import { intervalOf, type Standing } from '../../model/statistics/standing.ts';
import { yearBeforeCode } from '../../model/time/year-before.ts';
import type { TrendAnswer } from '../../question/trend.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { rowFacts, rowName } from '../../text/told/standing.ts';
import type { Told } from '../card/strip.tsx';

/** Null of a point that is not of this trend. */
export function toldOf(
  data: Dataset,
  subject: Subject,
  { series, group }: TrendAnswer,
  { open }: Mark,
): Told | null {
  const line = series.find(({ points }) => points.some((point) => formatRef(point) === open));
  const figure = line?.points.find((point) => formatRef(point) === open);
  if (!line || !figure) return null;
  const { period } = figure;
  const total = group?.points.find((point) => point.period === period)?.total ?? null;
  const interval = intervalOf(data, subject, figure);
  // verdicts and ranks belong to a whole group: the lines that are drawn are some of it
  const standing: Standing = { interval, verdict: null, meaning: '', rank: null };
  const yearAgo = yearBeforeCode(data.periods, period);
  const row = {
    figure,
    period,
    before: line.points.find((point) => point.period === yearAgo) ?? null,
    references: line.targets.filter((target) => target.period === period),
  };
  const name = `${rowName(data, row)}, ${lowerFirst(periodName(data, period))}`;
  return { name, value: figure.value, facts: rowFacts(data, subject, row, { total }, standing) };
}

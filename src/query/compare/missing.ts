/** Units of a comparison that have no result: promised, expected, or asked for by name. */

import type { Dataset } from '../../model/dataset.ts';
import { absentFigure, type Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { comparePeriods } from '../../model/time/period.ts';
import type { CompareQuestion } from '../../question/compare.ts';
import { absenceOf } from '../absence.ts';
import { followedBy } from '../level/followed.ts';

/** Units of which only a target, a registered figure or a norm is known: no result, but not nothing either. */
export function onlyPromised(
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

/** Units asked for, or beside the found ones under the same parent, that have no row. */
export function missing(
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

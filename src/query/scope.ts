/** The part of a question that picks units, periods, breakdown and body, as SQL conditions. */
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { groupBy } from '../model/group.ts';
import type { Grain } from '../model/time/period.ts';
import type { PeriodChoice, Scope } from '../question/scope.ts';
import { all, always, type Condition, equals, oneOf } from './figure.ts';

/** Units, period, grain, breakdown and category of a scope; the body is chosen afterwards, per key. */
export function scopeCondition(data: Dataset, scope: Scope): Condition {
  return all(
    oneOf('f.unit', scope.units),
    periodCondition(data, scope.period),
    grainCondition(scope.grain),
    equals('f.breakdown::VARCHAR', scope.breakdown),
    scope.category ? equals('f.category::VARCHAR', scope.category) : always,
  );
}

/** A range holds the periods that begin and end inside it. */
export function periodCondition(data: Dataset, choice: PeriodChoice): Condition {
  if (choice.type === 'latest') return always;
  if (choice.type === 'one') return equals('f.period::VARCHAR', choice.code);
  if (choice.type === 'several') return oneOf('f.period', choice.codes);
  return oneOf('f.period', periodsBetween(data, choice.from, choice.to));
}

export function grainCondition(grain: Grain | 'any'): Condition {
  return grain === 'any' ? always : equals('p.grain', grain);
}

/** The empty body where a key has it, else every body by itself; a given body alone. */
export function chooseBodies(figures: readonly Figure[], body: string | null): Figure[] {
  if (body !== null) return figures.filter((figure) => figure.body === body);
  const key = (f: Figure) =>
    [f.subject, f.unit, f.period, f.breakdown, f.category, f.kind].join('~');
  return [...groupBy(figures, key).values()].flatMap((same) => {
    const whole = same.filter((figure) => figure.body === '' && isTelling(figure));
    return whole.length > 0 ? whole : same.filter((f) => f.body !== '' || same.length === 1);
  });
}

/** A figure that cannot be computed says less than a body's own figure. */
function isTelling(figure: Figure): boolean {
  return figure.absence !== 'NOT_COMPUTABLE';
}

function periodsBetween(data: Dataset, from: string, to: string): string[] {
  const start = data.periods.get(from)?.start ?? from;
  const end = data.periods.get(to)?.end ?? to;
  const inside = [...data.periods.values()].filter((p) => p.start >= start && p.end <= end);
  return inside.length > 0 ? inside.map((period) => period.code) : ['-'];
}

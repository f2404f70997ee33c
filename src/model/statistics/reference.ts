/** Which targets, registered figures and norms hold for a result. */
import type { Subject } from '../catalogue.ts';
import type { Dataset } from '../dataset.ts';
import { type Figure, isComparable } from '../figure.ts';

/**
 * Those that hold for a result: the unit's own, else those of the nearest ancestor that has one; for the same
 * period, or for the year around it where the subject is a rate (a yearly count is not due within the year).
 */
export function referencesFor(
  data: Dataset,
  figure: Figure,
  references: readonly Figure[],
  isRate: boolean,
): Figure[] {
  const when = data.periods.get(figure.period);
  const holds = (reference: Figure) => {
    if (reference.category !== figure.category) return false;
    if (reference.period === figure.period) return true;
    const span = data.periods.get(reference.period);
    return (
      isRate && span?.grain === 'year' && !!when && span.start <= when.start && span.end >= when.end
    );
  };
  const fitting = references.filter(holds);
  const line = [figure.unit, ...data.units.ancestors(figure.unit, when)];
  return ['target', 'registered', 'norm'].flatMap((kind) => {
    const reach = kind === 'registered' ? [figure.unit] : line;
    const owner = reach.find((unit) => fitting.some((f) => f.unit === unit && f.kind === kind));
    return closest(
      fitting.filter((f) => f.unit === owner && f.kind === kind),
      figure.period,
    );
  });
}

/**
 * Every target that holds for a result, each apart: the unit's own, those of the units above it from the nearest on,
 * and what the unit registered. A yearly one holds within the year for rates only.
 */
export function targetsFor(
  data: Dataset,
  figure: Figure,
  references: readonly Figure[],
  isRate: boolean,
): Figure[] {
  const when = data.periods.get(figure.period);
  const line = [figure.unit, ...data.units.ancestors(figure.unit, when)];
  const targets = line.flatMap((unit) => {
    const own = references.filter((item) => item.unit === unit && item.kind === 'target');
    return referencesFor(data, figure, own, isRate);
  });
  const registered = references.filter(({ kind }) => kind === 'registered');
  return [...targets, ...referencesFor(data, figure, registered, isRate)];
}

function closest(references: readonly Figure[], period: string): Figure[] {
  const exact = references.filter((reference) => reference.period === period);
  return exact.length > 0 ? exact : [...references];
}

/**
 * Whether a result reaches its target, both as they are shown (a result that reads like its target is not behind it);
 * null where that cannot be said.
 */
export function reaches(subject: Subject, figure: Figure, target: Figure | null): boolean | null {
  if (subject.direction === 'none' || target === null || !isComparable(figure)) return null;
  if (figure.value === null || target.value === null || figure.bound !== '') return null;
  return reachesValue(subject, figure.value, target.value);
}

/** The same of two values, of an indicator with a direction, in the decimals that are shown. */
export function reachesValue(subject: Subject, value: number, target: number): boolean {
  const shown = (one: number) => Math.round(one * 10 ** subject.decimals);
  const ahead = shown(value) - shown(target);
  return subject.direction === 'up' ? ahead >= 0 : ahead <= 0;
}

/** Targets, registered figures and norms: drawn beside results, never taken for them. */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import type { Scope } from '../question/scope.ts';
import { all, equals, isSubject, selectFigures } from './figure.ts';

/** Every target, registered figure and norm of a subject in a breakdown, for all units. */
export async function selectReferences(
  engine: Engine,
  question: Scope & { readonly subject: string },
  signal?: AbortSignal,
): Promise<Figure[]> {
  const where = all(
    isSubject([question.subject]),
    { sql: "f.kind <> '' AND f.value IS NOT NULL", params: [] },
    equals('f.breakdown::VARCHAR', question.breakdown),
  );
  return selectFigures(engine, where, '', signal);
}

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

function closest(references: readonly Figure[], period: string): Figure[] {
  const exact = references.filter((reference) => reference.period === period);
  return exact.length > 0 ? exact : [...references];
}

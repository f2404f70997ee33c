/** Targets, registered figures and norms: drawn beside results, never taken for them. */
import type { Engine } from '../engine/engine.ts';
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

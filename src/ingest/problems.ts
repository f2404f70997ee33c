/** Collects problems; of many alike, the first ones are kept whole and the rest are counted. */
import type { Problem } from '../model/problem.ts';

const KEPT_OF_A_KIND = 200;
const VALUE_LENGTH = 80;

export interface ProblemLog {
  add(problem: Problem): void;
  list(): readonly Problem[];
  stops(): readonly Problem[];
}

export function problemLog(): ProblemLog {
  const kept: Problem[] = [];
  const seen = new Map<string, { count: number; last: Problem }>();
  return {
    add(problem) {
      const key = `${problem.file} ${problem.code} ${problem.column ?? ''}`;
      const kind = seen.get(key) ?? { count: 0, last: problem };
      kind.count += 1;
      kind.last = problem;
      seen.set(key, kind);
      if (kind.count <= KEPT_OF_A_KIND) kept.push(shorten(problem));
    },
    list: () => [...kept, ...overflow(seen)],
    stops: () => kept.filter((problem) => problem.effect === 'stop'),
  };
}

function overflow(seen: Map<string, { count: number; last: Problem }>): Problem[] {
  return [...seen.values()]
    .filter((kind) => kind.count > KEPT_OF_A_KIND)
    .map(({ count, last: { line: _line, value: _value, ...rest } }) => ({
      ...rest,
      count: count - KEPT_OF_A_KIND,
    }));
}

function shorten(problem: Problem): Problem {
  if (problem.value === undefined || problem.value.length <= VALUE_LENGTH) return problem;
  return { ...problem, value: `${problem.value.slice(0, VALUE_LENGTH)}…` };
}

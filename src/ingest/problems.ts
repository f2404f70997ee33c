/** Collects problems; of many alike, the first ones are kept whole and the rest are counted. */

import type { Problem } from '../model/problem.ts';
import { cut, visible } from '../model/writing/outside.ts';

const KEPT_OF_A_KIND = 200;
const FILE_LENGTH = 200;
const VALUE_LENGTH = 80;
const EXPECTED_LENGTH = 300;

export interface ProblemLog {
  add(problem: Problem): void;
  list(): readonly Problem[];
  stops(): readonly Problem[];
}

/** Of many of one kind: how many, how many lines they cost, and those that are not listed. */
interface Kind {
  count: number;
  unlisted: number;
  lines: number;
  last: Problem;
}

export function problemLog(): ProblemLog {
  const kept: Problem[] = [];
  const kinds = new Map<string, Kind>();
  const lost = new Map<string, Set<number>>();
  return {
    add(given) {
      const problem = readable(countedOnce(given, lost));
      const kind = kinds.get(kindOf(problem)) ?? { count: 0, unlisted: 0, lines: 0, last: problem };
      kinds.set(kindOf(problem), kind);
      kind.count += 1;
      kind.last = problem;
      if (kind.count <= KEPT_OF_A_KIND) {
        kept.push(problem);
      } else {
        kind.unlisted += problem.count ?? 1;
        kind.lines += problem.lines ?? problem.count ?? 1;
      }
    },
    list: () => [...kept, ...overflow(kinds.values())],
    stops: () => kept.filter((problem) => problem.effect === 'stop'),
  };
}

/** Unknown columns may be a million: they are one kind whatever they are called. */
function kindOf({ file, code, column }: Problem): string {
  return `${file} ${code} ${code === 'column-unknown' ? '' : (column ?? '')}`;
}

/** A row with two bad cells is told twice and set aside once. */
function countedOnce(problem: Problem, lost: Map<string, Set<number>>): Problem {
  const { effect, file, line } = problem;
  if (effect !== 'row' || line === undefined) return problem;
  const lines = lost.get(file) ?? new Set();
  lost.set(file, lines);
  if (lines.has(line)) return { ...problem, lines: 0 };
  lines.add(line);
  return problem;
}

function overflow(kinds: Iterable<Kind>): Problem[] {
  return [...kinds]
    .filter(({ unlisted }) => unlisted > 0)
    .map(({ unlisted, lines, last }) => {
      const { line: _line, value: _value, ...rest } = last;
      return { ...rest, count: unlisted, lines };
    });
}

/** Whatever stands in a file must not stretch the page, nor turn what is written around it. */
function readable(problem: Problem): Problem {
  const { file, column, value, expected } = problem;
  const short = (name: string, text: string | undefined, most: number) =>
    text === undefined ? {} : { [name]: cut(visible(cut(text, most * 2)), most) };
  return {
    ...problem,
    ...short('file', file, FILE_LENGTH),
    ...short('column', column, VALUE_LENGTH),
    ...short('value', value, VALUE_LENGTH),
    ...short('expected', expected, EXPECTED_LENGTH),
  };
}

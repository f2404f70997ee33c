/**
 * Issues that are traces of one slip: what an officer has to look at once.
 *
 *   issues → what a reader noted for several measures at one place is one
 *          → what is wrong with one printed percentage is one
 *          → sums that fail because a whole report repeats an earlier one are one
 *          → of the issues of a unit those that the same most plausible slip would mend
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import type { Stated } from '../../model/identity/equations.ts';
import { holds } from '../../model/identity/rule.ts';
import type { Issue } from '../../model/issue.ts';
import { byPlaces, bySums, compareCodes } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import type { RepairHypothesis } from '../../question/repair.ts';
import { failedBy, searchRepairs, statedFigures, statementsAround } from './repair.ts';

/** Issues whose repairs are searched for: beyond them a list is not worked off in a sitting. */
const MOST_SEARCHED = 600;

/** Every issue in exactly one matter; matters in the order of their first issue, the most telling trace first. */
export async function groupMatters(
  engine: Engine,
  data: Dataset,
  issues: readonly Issue[],
  signal?: AbortSignal,
): Promise<Issue[][]> {
  const sets = disjointSets(issues.length);
  const place = new Map(issues.map((issue, at) => [issue, at]));
  const join = (a: Issue, b: Issue) => sets.join(place.get(a) ?? 0, place.get(b) ?? 0);
  for (const [first, ...others] of notedAlike(issues)) {
    for (const other of others) if (first) join(first, other);
  }
  for (const [first, ...others] of ofOnePercentage(issues)) {
    for (const other of others) if (first) join(first, other);
  }
  for (const copy of issues.filter(isCopy)) {
    for (const trace of tracesOfCopy(copy, issues)) join(copy, trace);
  }
  const joined = new Set<Issue>();
  const statements = remembered(engine, data, signal);
  const places = groupBy(issues, ({ unit, body }) => `${unit}~${body}`);
  const around = (issue: Issue) => places.get(`${issue.unit}~${issue.body}`) ?? [];
  for (const percentage of issues.filter(({ code }) => code === 'PCT_MISMATCH')) {
    for (const trace of ofItsCounts(percentage, around(percentage))) join(percentage, trace);
  }
  const suspects = issues.filter((issue) => isSum(issue) && around(issue).length > 1);
  let searched = 0;
  for (const issue of suspects) {
    if (joined.has(issue) || searched >= MOST_SEARCHED) continue;
    searched += 1;
    const figures = statedFigures(data, issue, await statements(issue));
    const traces = tracesOf(data, issue, figures, around(issue));
    for (const trace of traces ?? sharing(issue, around(issue))) {
      join(issue, trace);
      joined.add(trace);
    }
  }
  const groups = groupBy(issues, (issue) => sets.rootOf(place.get(issue) ?? 0));
  return [...groups.values()].map(mostTellingFirst);
}

function isSum({ code, about }: Issue): boolean {
  return bySums(code) && about !== 'finding';
}

/** Sums and signs of the very counts that a percentage stands on: one of them is wrong in both. */
function ofItsCounts(percentage: Issue, around: readonly Issue[]): Issue[] {
  const rows = new Set(percentage.statements.map(({ row }) => row));
  return around.filter(
    (issue) =>
      (isSum(issue) &&
        issue.statements.length > 0 &&
        issue.statements.every(({ row }) => rows.has(row))) ||
      (issue.about === 'same-day' && issue.statements.some(({ row }) => rows.has(row))),
  );
}

/** A whole report that repeats an earlier one, as a check found it. */
function isCopy({ code, about }: Issue): boolean {
  return code === 'STALE_COPY' && about.startsWith('copied');
}

/** Sums over time and openings that fail because of what was copied: they take in something of that report. */
function tracesOfCopy(copy: Issue, issues: readonly Issue[]): Issue[] {
  return issues.filter(
    (issue) =>
      isSum(issue) &&
      issue.unit === copy.unit &&
      issue.body === copy.body &&
      issue.statements.some(({ period }) => period === copy.period),
  );
}

/** A reader's remark about several figures at one place has a row for each. */
function notedAlike(issues: readonly Issue[]): Issue[][] {
  const noted = issues.filter((issue) => issue.about === 'finding' && issue.note !== '');
  const key = (i: Issue) => [i.code, i.unit, i.source, i.locator, i.period, i.note].join('~');
  return [...groupBy(noted, key).values()];
}

/** What is wrong with one printed percentage, in whatever way. */
function ofOnePercentage(issues: readonly Issue[]): Issue[][] {
  const about = issues.filter(
    (issue) => issue.about !== 'finding' && /^(PCT_|OVER_100|NEGATIVE)/.test(issue.code),
  );
  const key = (i: Issue) =>
    [i.unit, i.body, i.period, i.subject, i.breakdown, i.category].join('~');
  return [...groupBy(about, key).values()];
}

/** Sums over time of the same figure that share a period: where no single slip explains them they are looked at at once. */
function sharing(issue: Issue, around: readonly Issue[]): Issue[] {
  const rows = new Set(issue.statements.map(({ row }) => row));
  const keyOf = ({ code, subject, breakdown, category, kind, statements }: Issue) =>
    [code, subject, breakdown, category, kind, new Set(statements.map((s) => s.measure)).size].join(
      '~',
    );
  return around.filter(
    (other) =>
      other !== issue &&
      keyOf(other) === keyOf(issue) &&
      other.statements.some(({ row }) => rows.has(row)),
  );
}

/** Of the issues around one those that each of its most plausible slips would mend; null where there is none. */
function tracesOf(
  data: Dataset,
  issue: Issue,
  figures: readonly Stated[],
  around: readonly Issue[],
): Issue[] | null {
  const { hypotheses, rules } = searchRepairs(data, issue, figures);
  const likely = hypotheses.filter((item) => item.rank === 0);
  if (likely.length === 0) return null;
  const values = figures.map(({ statement }) => statement.value ?? 0);
  const mends = (other: Issue, { changes, consequences }: RepairHypothesis): boolean => {
    if (!isSum(other)) return isTouched(other, changes, consequences);
    const after = [...values];
    for (const { statement, to } of changes) after[figureOf(figures, statement)] = to;
    const failed = failedBy(other, figures, rules);
    return failed.length > 0 && failed.every((at) => rules[at] && holds(rules[at], after));
  };
  return around.filter((other) => other !== issue && likely.every((item) => mends(other, item)));
}

/** A percentage that would come to fit, a second value that is the right one, a remark about what would change. */
function isTouched(
  other: Issue,
  changes: RepairHypothesis['changes'],
  consequences: RepairHypothesis['consequences'],
): boolean {
  const rows = new Set(other.statements.map(({ row }) => row));
  if (other.code.startsWith('PCT_')) {
    return consequences.some((c) => c.type === 'rate' && c.agrees && rows.has(c.statement.row));
  }
  if (byPlaces(other.code) && other.about !== 'finding') {
    const values = other.statements.map(({ value }) => value);
    return changes.some(({ statement, to }) => rows.has(statement.row) && values.includes(to));
  }
  return other.about === 'finding' && changes.some(({ statement }) => rows.has(statement.row));
}

function figureOf(figures: readonly Stated[], statement: Statement): number {
  return figures.findIndex((figure) => figure.statement.row === statement.row);
}

/** Statements of a unit and its years are asked for once. */
function remembered(engine: Engine, data: Dataset, signal?: AbortSignal) {
  const known = new Map<string, Promise<Statement[]>>();
  return (issue: Issue) => {
    const years = [issue.period, ...issue.statements.map((s) => s.period)]
      .map((code) => data.periods.get(code)?.start.slice(0, 4))
      .sort();
    const key = [issue.unit, issue.body, issue.kind, ...new Set(years)].join('~');
    const found = known.get(key) ?? statementsAround(engine, data, issue, signal);
    known.set(key, found);
    return found;
  };
}

/** The trace with the most figures says most; a percentage follows from it, and so does a remark. */
function mostTellingFirst(traces: readonly Issue[]): Issue[] {
  return [...traces].sort(
    (a, b) =>
      Number(isCopy(b)) - Number(isCopy(a)) ||
      Number(isSum(b)) - Number(isSum(a)) ||
      compareCodes(a.code, b.code) ||
      b.statements.length - a.statements.length,
  );
}

/** Union-find over 0…count−1. */
function disjointSets(count: number) {
  const parent = Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  return {
    rootOf,
    join: (a: number, b: number) => {
      const [x, y] = [rootOf(a), rootOf(b)];
      parent[Math.max(x, y)] = Math.min(x, y);
    },
  };
}

/**
 * What was probably meant: the sums around an issue, as rules over the statements of its unit and years, and the
 * smallest slip that makes them hold (model/repair). Bounded by one unit, one body and two years.
 *
 *   issue → statements (the issue's place first) → figures → rules: identities, categories, sub-periods,
 *   cumulative figures, openings → hypotheses → what each would mean for printed percentages
 */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import { groupBy, replaced } from '../../model/group.ts';
import { equationsOf, type Stated } from '../../model/identity/equations.ts';
import { holds, type Rule } from '../../model/identity/rule.ts';
import type { Issue } from '../../model/issue.ts';
import { byPlaces, bySums } from '../../model/issue.ts';
import { findRepairs, type Hypothesis } from '../../model/repair/repair.ts';
import type { Statement } from '../../model/statement.ts';
import type { RepairAnswer, RepairHypothesis, RepairQuestion } from '../../question/repair.ts';
import { all, equals, oneOf } from '../figure.ts';
import { selectIssues, selectStatements } from '../statement.ts';
import { askedByPercentages, decimalsIn, describe } from './effects.ts';
import { byPlausibility } from './rank.ts';

/** Figures and hypotheses beyond these say no more. */
const MOST_FIGURES = 800;
const MOST_SHOWN = 24;

/** Hypotheses for an issue; none where no rule concerns it. */
export async function repair(
  engine: Engine,
  data: Dataset,
  question: RepairQuestion,
  signal?: AbortSignal,
): Promise<RepairAnswer> {
  const [issue] = await selectIssues(engine, equals('i.id', question.issue), signal);
  if (!issue || !isRepairable(issue)) return NONE;
  const statements = await statementsAround(engine, data, issue, signal);
  const figures = statedFigures(data, issue, statements);
  if (byPlaces(issue.code)) return choose(data, issue, figures, equationsOf(data, figures));
  const { applies, hypotheses } = searchRepairs(data, issue, figures);
  return { applies, hypotheses: hypotheses.slice(0, MOST_SHOWN), total: hypotheses.length };
}

/** Whether sums can say anything about an issue. */
function isRepairable({ about, code }: Issue): boolean {
  return about !== 'finding' && (bySums(code) || byPlaces(code));
}

interface Search {
  /** Whether any rule concerns the issue. */
  readonly applies: boolean;
  /** The most plausible first. */
  readonly hypotheses: readonly RepairHypothesis[];
  readonly rules: readonly Rule[];
}

/** What one slip would mend the sums of an issue. */
export function searchRepairs(data: Dataset, issue: Issue, figures: readonly Stated[]): Search {
  const rules = equationsOf(data, figures);
  const failed = failedBy(issue, figures, rules);
  if (failed.length === 0) return { applies: false, hypotheses: [], rules };
  const near = (a: number, b: number) => isNear(data, figures[a] as Stated, figures[b] as Stated);
  const asked = askedByPercentages(data, figures);
  const suspects = figures.map(suspectOf);
  const findFor = (wanted: readonly number[]) => findRepairs(suspects, rules, wanted, near, asked);
  const all = findFor(failed);
  const isWhole = all.length > 0 || issue.code !== 'NEGATIVE';
  const found = withoutNegatives(
    isWhole ? all : mendingMost(failed.map((at) => findFor([at]))),
    figures,
  );
  const described = found.map((item) => describe(data, figures, item));
  return { applies: true, hypotheses: byPlausibility(data, described), rules };
}

/** A sign breaks every sum around it, and another slip may break one of them as well: what mends most of them. */
function mendingMost(found: readonly (readonly Hypothesis[])[]): Hypothesis[] {
  const all = found.flat();
  const most = Math.max(0, ...all.map((item) => item.mended));
  const best = all.filter((item) => item.mended === most);
  const key = (item: Hypothesis) => item.changes.map((c) => `${c.figure}=${c.to}`).join();
  return [...new Map(best.map((item) => [key(item), item])).values()];
}

/** A slip that leaves a count below zero explains less than one that takes it away. */
function withoutNegatives(
  found: readonly Hypothesis[],
  figures: readonly Stated[],
): readonly Hypothesis[] {
  const takes = found.filter((item) => item.changes.some(({ from, to }) => from < 0 && to >= 0));
  const isNegative = figures.some(({ statement }) => (statement.value ?? 0) < 0);
  return isNegative && takes.length > 0 ? takes : found;
}

const NONE: RepairAnswer = { applies: false, hypotheses: [], total: 0 };

/** Exact figures of the issue's unit, body and years. */
export async function statementsAround(
  engine: Engine,
  data: Dataset,
  issue: Issue,
  signal?: AbortSignal,
): Promise<Statement[]> {
  const years = yearsOf(data, issue);
  return selectStatements(
    engine,
    all(
      equals('s.unit::VARCHAR', issue.unit),
      equals('s.body::VARCHAR', issue.body),
      equals('s.kind::VARCHAR', issue.kind),
      oneOf(
        's.stated_period',
        [...data.periods.values()]
          .filter((p) => years.has(p.start.slice(0, 4)) || years.has(p.end.slice(0, 4)))
          .map((p) => p.code),
      ),
      { sql: "s.value IS NOT NULL AND s.bound = ''", params: [] },
    ),
    signal,
  );
}

/** One figure per key, those nearest to the issue first, each as the issue's own place states it. */
export function statedFigures(
  data: Dataset,
  issue: Issue,
  statements: readonly Statement[],
): Stated[] {
  const rank = (s: Statement) => {
    if (issue.statements.some((part) => part.row === s.row)) return 0;
    if (issue.source.split('|').includes(s.source)) return s.locator === issue.locator ? 1 : 2;
    return 3;
  };
  const near = (s: Statement) => {
    if (rank(s) === 0) return 0;
    if (issue.statements.some((part) => part.measure === s.measure)) return 1;
    return s.breakdown === '' ? 2 : 3;
  };
  const sorted = [...statements].sort((a, b) => near(a) - near(b));
  const byKey = groupBy(sorted.slice(0, MOST_FIGURES * 4), (s) =>
    [s.period, s.measure, s.breakdown, s.category].join('~'),
  );
  return [...byKey.values()].slice(0, MOST_FIGURES).map((same) => {
    const statement = same.reduce((best, s) => (rank(s) < rank(best) ? s : best));
    const { period, measure, breakdown, category } = statement;
    const cutoff = data.sources.get(statement.source)?.cutoff ?? 'calendar';
    return { key: { period, measure, breakdown, category }, statement, same, cutoff };
  });
}

/** Two counts of one report and group, or two parts of one: only these are taken for each other. */
function isNear(data: Dataset, a: Stated, b: Stated): boolean {
  const group = ({ key }: Stated) => data.measures.get(key.measure)?.group;
  return (
    a.key.period === b.key.period &&
    a.statement.source === b.statement.source &&
    group(a) !== undefined &&
    group(a) === group(b)
  );
}

/** Of several values stated for one figure the one with which most sums around it hold. */
function choose(
  data: Dataset,
  issue: Issue,
  figures: readonly Stated[],
  rules: readonly Rule[],
): RepairAnswer {
  const rows = new Set(issue.statements.map((s) => s.row));
  const figure = figures.findIndex(({ same }) => same.some((s) => rows.has(s.row)));
  const near = rules.filter((rule) =>
    [...rule.total, ...rule.parts].some((term) => term.figure === figure),
  );
  const own = figures[figure];
  if (!own || near.length === 0) return NONE;
  const values = figures.map(({ statement }) => statement.value ?? 0);
  const tried = [...new Set(own.same.map((s) => s.value ?? 0))].map((value) => {
    const after = replaced(values, figure, value);
    return { value, failing: near.filter((rule) => !holds(rule, after)).length };
  });
  const least = Math.min(...tried.map((item) => item.failing));
  const fitting = tried.filter((item) => item.failing === least);
  if (fitting.length === tried.length) return { applies: true, hypotheses: [], total: 0 };
  const hypotheses = fitting.map(({ value }) => {
    const wrong = own.same.find((s) => s.value !== value) ?? own.statement;
    const change = { figure, from: wrong.value ?? 0, to: value };
    const changes = [change];
    const described = { kind: 'stated' as const, changes, mended: 0, failing: least, free: false };
    return describe(data, replaced(figures, figure, { ...own, statement: wrong }), described);
  });
  return { applies: true, hypotheses, total: hypotheses.length };
}

/** The years of the issue's statements, and the year before where something continues it. */
function yearsOf(data: Dataset, issue: Issue): Set<string> {
  const codes = [issue.period, ...issue.statements.map((s) => s.period)];
  return new Set(
    codes.flatMap((code) => {
      const period = data.periods.get(code);
      return period ? [period.start.slice(0, 4), period.end.slice(0, 4)] : [];
    }),
  );
}

function suspectOf({ statement, same }: Stated) {
  const others = same.map((s) => s.value ?? 0).filter((value) => value !== statement.value);
  return {
    value: statement.value ?? 0,
    decimals: decimalsIn(statement),
    others: [...new Set(others)],
  };
}

/** Indices of failing rules all of whose figures take part in the issue, else those that touch it. */
export function failedBy(
  issue: Issue,
  figures: readonly Stated[],
  rules: readonly Rule[],
): number[] {
  const rows = new Set(issue.statements.map((s) => s.row));
  const part = figures.map(({ same }) => same.some((s) => rows.has(s.row)));
  const values = figures.map(({ statement }) => statement.value ?? 0);
  const failing = [...rules.keys()].filter((at) => !holds(rules[at] as Rule, values));
  const terms = (at: number) => {
    const rule = rules[at] as Rule;
    return [...rule.total, ...rule.parts];
  };
  const own = failing.filter((at) => terms(at).every((term) => part[term.figure]));
  return own.length > 0 ? own : failing.filter((at) => terms(at).some((t) => part[t.figure]));
}

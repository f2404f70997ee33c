/**
 * What was probably meant: the sums around an issue, as rules over the statements of its unit and years, and the
 * smallest slip that makes them hold (model/repair). Bounded by one unit, one body and two years.
 *
 *   issue → statements (the issue's place first) → figures → rules: identities, categories, sub-periods,
 *   cumulative figures, openings → hypotheses → what each would mean for printed percentages
 */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import { groupBy, replaced } from '../model/group.ts';
import { findRepairs, holds, isSlip, type Rule } from '../model/repair.ts';
import { all, equals, oneOf } from './figure.ts';
import type {
  Issue,
  RepairAnswer,
  RepairHypothesis,
  RepairQuestion,
  Statement,
} from './question.ts';
import { decimalsIn, describe } from './repair-effects.ts';
import { rulesOf, type Stated } from './repair-rules.ts';
import { selectIssues, selectStatements } from './statement.ts';

/** Figures and hypotheses beyond these say no more. */
const MOST_FIGURES = 800;
const MOST_SHOWN = 24;

/** Codes of issues that a sum found. */
const BY_SUMS = new Set([
  'SUM_MISMATCH',
  'PART_EXCEEDS_TOTAL',
  'OPENING_MISMATCH',
  'CUMULATIVE_FALLS',
  'NEGATIVE',
]);

/** Codes of issues between several statements of one key: the sums may tell which of them fits. */
const BY_PLACES = new Set(['INTERNAL_CONFLICT', 'LIST_COUNT_MISMATCH', 'REVISED']);

/** Hypotheses for an issue; none where no rule concerns it. */
export async function repair(
  engine: Engine,
  data: Dataset,
  question: RepairQuestion,
  signal?: AbortSignal,
): Promise<RepairAnswer> {
  const [issue] = await selectIssues(engine, equals('i.id', question.issue), signal);
  if (!issue || issue.about === 'finding') return NONE;
  if (!BY_SUMS.has(issue.code) && !BY_PLACES.has(issue.code)) return NONE;
  const figures = await statedFigures(engine, data, issue, signal);
  const rules = rulesOf(data, figures);
  if (BY_PLACES.has(issue.code)) return choose(data, issue, figures, rules);
  const failed = failedBy(issue, figures, rules);
  if (failed.length === 0) return NONE;
  const found = findRepairs(figures.map(suspectOf), rules, failed, (a, b) =>
    isNear(data, figures[a] as Stated, figures[b] as Stated),
  );
  const hypotheses = found.map((item) => describe(data, figures, item));
  const slips = (item: RepairHypothesis) => (isSlip(item.kind) ? 0 : 1);
  hypotheses.sort(
    (a, b) => slips(a) - slips(b) || contradictions(a) - contradictions(b) || fits(b) - fits(a),
  );
  return { applies: true, hypotheses: hypotheses.slice(0, MOST_SHOWN), total: found.length };
}

/** Printed percentages that it would make differ from their counts. */
function contradictions({ consequences }: RepairHypothesis): number {
  return consequences.filter((item) => item.type === 'rate' && !item.agrees).length;
}

/** Printed percentages that it would make fit. */
function fits({ consequences }: RepairHypothesis): number {
  return consequences.filter((item) => item.type === 'rate' && item.agrees).length;
}

const NONE: RepairAnswer = { applies: false, hypotheses: [], total: 0 };

async function statedFigures(
  engine: Engine,
  data: Dataset,
  issue: Issue,
  signal?: AbortSignal,
): Promise<Stated[]> {
  const years = yearsOf(data, issue);
  const statements = await selectStatements(
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
  const rank = (s: Statement) => {
    if (issue.statements.some((part) => part.row === s.row)) return 0;
    if (issue.source.split('|').includes(s.source)) return s.locator === issue.locator ? 1 : 2;
    return 3;
  };
  const near = (s: Statement) =>
    rank(s) === 0
      ? 0
      : issue.statements.some((part) => part.measure === s.measure)
        ? 1
        : s.breakdown === ''
          ? 2
          : 3;
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
    const described = { kind: 'stated' as const, changes: [change], mended: 0, failing: least };
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

/** Failing rules all of whose figures take part in the issue, else those that touch it. */
function failedBy(issue: Issue, figures: readonly Stated[], rules: readonly Rule[]): number[] {
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

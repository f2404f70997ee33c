/**
 * What was probably meant: the sums around an issue, as rules over the statements of its unit and years, and the
 * smallest slip that makes them hold (model/repair). Bounded by one unit, one body and two years.
 *
 *   issue → statements (the issue's place first) → figures → rules: identities, categories, sub-periods,
 *   cumulative figures, openings → hypotheses → what each would mean for printed percentages
 */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Operand } from '../model/formula.ts';
import { groupBy, replaced } from '../model/group.ts';
import { decimalsOf, printedDecimals } from '../model/number.ts';
import { dayBefore, type Period } from '../model/period.ts';
import {
  findRepairs,
  type Hypothesis,
  holds,
  isSlip,
  type Rule,
  type RuleTerm,
} from '../model/repair.ts';
import { all, equals, oneOf } from './figure.ts';
import { tilings } from './prepare/decomposition.ts';
import type {
  Issue,
  RepairAnswer,
  RepairConsequence,
  RepairHypothesis,
  RepairQuestion,
  Statement,
} from './question.ts';
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

/** One number that a document states; several statements of one key are one figure. */
interface Stated {
  readonly key: Key;
  readonly statement: Statement;
  readonly same: readonly Statement[];
  readonly cutoff: string;
}
interface Key {
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
}

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

/** Decimals of a stated value; a count that is printed without any has none. */
function decimalsIn({ value, printed }: Statement): number {
  return Math.max(printedDecimals(printed, value ?? 0), decimalsOf(value ?? 0));
}

/** Every rule that can be evaluated among the figures. */
function rulesOf(data: Dataset, figures: readonly Stated[]): Rule[] {
  return [
    ...identityRules(data, figures),
    ...categoryRules(data, figures),
    ...periodRules(data, figures),
    ...openingRules(data, figures),
  ];
}

function identityRules(data: Dataset, figures: readonly Stated[]): Rule[] {
  const groups = groupBy([...figures.keys()], (at) => {
    const { period, breakdown, category } = (figures[at] as Stated).key;
    return [period, breakdown, category].join('~');
  });
  return [...groups.values()].flatMap((members) => {
    const at = new Map(members.map((i) => [(figures[i] as Stated).key.measure, i]));
    return data.identities
      .filter((identity) => identity.breakdown === '')
      .flatMap(({ total, parts, relation }) => {
        const left = termsOf(total, at);
        const right = termsOf(parts, at);
        if (!left.complete || !right.complete || right.terms.length === 0) return [];
        const rule = { total: left.terms, parts: right.terms };
        if (left.missing + right.missing === 0) return [{ ...rule, relation }];
        const onlyRaises = [...parts].every((o) => !o.optional || at.has(o.measure) || o.sign > 0);
        return left.missing === 0 && onlyRaises
          ? [{ ...rule, relation: '<=' as const, nearlyEqual: relation === '=' }]
          : [];
      });
  });
}

function termsOf(operands: readonly Operand[], at: ReadonlyMap<string, number>) {
  const terms = operands.flatMap((operand): RuleTerm[] => {
    const figure = at.get(operand.measure);
    return figure === undefined ? [] : [{ figure, sign: operand.sign }];
  });
  const absent = operands.filter((operand) => !at.has(operand.measure));
  return { terms, complete: absent.every((o) => o.optional), missing: absent.length };
}

function categoryRules(data: Dataset, figures: readonly Stated[]): Rule[] {
  const groups = groupBy([...figures.keys()], (at) => {
    const { period, measure } = (figures[at] as Stated).key;
    return [period, measure].join('~');
  });
  return [...groups.values()].flatMap((members) => {
    const whole = members.find((i) => figures[i]?.key.breakdown === '');
    if (whole === undefined) return [];
    return data.identities.flatMap((identity): Rule[] => {
      const isTotal = identity.total.some((o) => o.measure === figures[whole]?.key.measure);
      if (identity.breakdown === '' || !isTotal) return [];
      const parts = members.filter((i) => figures[i]?.key.breakdown === identity.breakdown);
      if (parts.length === 0) return [];
      const size = data.categories.filter((c) => c.breakdown === identity.breakdown).length;
      const all = size > 0 ? parts.length >= size : parts.length > 1;
      return [
        {
          total: [{ figure: whole, sign: 1 }],
          relation: all ? identity.relation : '<=',
          parts: parts.map((figure) => ({ figure, sign: 1 as const })),
        },
      ];
    });
  });
}

/** Sub-periods of a flow add up; a period never holds less than one inside it. */
function periodRules(data: Dataset, figures: readonly Stated[]): Rule[] {
  const flows = [...figures.keys()].filter((at) => {
    const { key, statement } = figures[at] as Stated;
    const isFlow = data.measures.get(key.measure)?.temporal === 'flow';
    return isFlow && statement.status !== 'P' && statement.status !== 'B';
  });
  const groups = groupBy(flows, (at) => {
    const { key, cutoff } = figures[at] as Stated;
    return [key.measure, key.breakdown, key.category, cutoff].join('~');
  });
  return [...groups.values()].flatMap((members) => {
    const at = new Map(members.map((i) => [(figures[i] as Stated).key.period, i]));
    const periods = [...at.keys()].flatMap((code) => data.periods.get(code) ?? []);
    const term = (code: string): RuleTerm => ({ figure: at.get(code) as number, sign: 1 });
    const sums = tilings(periods).map(
      ({ whole, parts }): Rule => ({
        total: [term(whole)],
        relation: '=',
        parts: parts.map(term),
      }),
    );
    return [...sums, ...growing(periods, term)];
  });
}

function growing(periods: readonly Period[], term: (code: string) => RuleTerm): Rule[] {
  return periods.flatMap((longer) =>
    periods
      .filter((p) => p !== longer && p.start >= longer.start && p.end <= longer.end)
      .map(
        (shorter): Rule => ({
          total: [term(longer.code)],
          relation: '<=',
          parts: [term(shorter.code)],
        }),
      ),
  );
}

function openingRules(data: Dataset, figures: readonly Stated[]): Rule[] {
  const closing = new Map<string, number>();
  for (const [at, { key, cutoff }] of figures.entries()) {
    const end = data.periods.get(key.period)?.end;
    if (end) closing.set([end, key.measure, key.breakdown, key.category, cutoff].join('~'), at);
  }
  return [...figures.entries()].flatMap(([figure, { key, cutoff }]): Rule[] => {
    const measure = data.measures.get(key.measure);
    const start = data.periods.get(key.period)?.start;
    if (measure?.temporal !== 'opening' || measure.opens === '' || !start) return [];
    const before = closing.get(
      [dayBefore(start), measure.opens, key.breakdown, key.category, cutoff].join('~'),
    );
    if (before === undefined) return [];
    return [{ total: [{ figure, sign: 1 }], relation: '=', parts: [{ figure: before, sign: 1 }] }];
  });
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

function describe(
  data: Dataset,
  figures: readonly Stated[],
  { kind, changes, mended, failing }: Hypothesis,
): RepairHypothesis {
  return {
    kind,
    mended,
    failing,
    changes: changes.map(({ figure, from, to }) => ({
      statement: (figures[figure] as Stated).statement,
      from,
      to,
    })),
    consequences: [
      ...elsewhere(figures, changes),
      ...percentages(data, figures, new Map(changes.map((c) => [c.figure, c.to]))),
    ],
  };
}

/** Other places that state the value which the hypothesis takes for wrong. */
function elsewhere(
  figures: readonly Stated[],
  changes: Hypothesis['changes'],
): RepairConsequence[] {
  return changes.flatMap(({ figure, from }) => {
    const { statement, same } = figures[figure] as Stated;
    return same
      .filter((s) => s.row !== statement.row && s.value === from)
      .map((s) => ({ type: 'place' as const, statement: s }));
  });
}

/** Printed percentages that would come to fit their counts, or would no longer. */
function percentages(
  data: Dataset,
  figures: readonly Stated[],
  changed: ReadonlyMap<number, number>,
): RepairConsequence[] {
  const places = new Set(
    [...changed.keys()].map((at) => {
      const { period, breakdown, category } = (figures[at] as Stated).key;
      return [period, breakdown, category].join('~');
    }),
  );
  const here = [...figures.keys()].filter((at) => {
    const { period, breakdown, category } = (figures[at] as Stated).key;
    return places.has([period, breakdown, category].join('~'));
  });
  const byMeasure = groupBy(here, (at) => (figures[at] as Stated).key.measure);
  return [...data.indicators.values()].flatMap((indicator): RepairConsequence[] => {
    const reportedAt = byMeasure.get(indicator.indicator)?.[0];
    const operands = [...indicator.numerator, ...indicator.denominator];
    const at = new Map([...byMeasure].flatMap(([measure, list]) => [[measure, list[0]]]));
    const concerns = operands.some((o) => changed.has(at.get(o.measure) ?? -1));
    if (reportedAt === undefined || !concerns || indicator.denominator.length === 0) return [];
    const compute = (of: (at: number) => number) => {
      const n = totalOf(indicator.numerator, at, of);
      const d = totalOf(indicator.denominator, at, of);
      return n === null || d === null || d <= 0 ? null : (n / d) * indicator.scale;
    };
    const stated = (i: number) => (figures[i] as Stated).statement.value ?? 0;
    const before = compute(stated);
    const after = compute((i) => changed.get(i) ?? stated(i));
    const { statement } = figures[reportedAt] as Stated;
    if (before === null || after === null || statement.value === null) return [];
    const agreed = (value: number) => agrees(value, statement.value ?? 0, decimalsIn(statement));
    if (agreed(before) === agreed(after)) return [];
    return [{ type: 'rate', statement, computed: after, agrees: agreed(after) }];
  });
}

function totalOf(
  operands: readonly Operand[],
  at: ReadonlyMap<string, number | undefined>,
  of: (at: number) => number,
): number | null {
  let total = 0;
  for (const operand of operands) {
    const figure = at.get(operand.measure);
    if (figure === undefined && !operand.optional) return null;
    if (figure !== undefined) total += operand.sign * of(figure);
  }
  return total;
}

/** Rounded or cut at the printed decimals (DESIGN, "What a number is", 2). */
function agrees(computed: number, reported: number, decimals: number): boolean {
  const factor = 10 ** decimals;
  const written = Math.round(reported * factor);
  return Math.round(computed * factor) === written || Math.trunc(computed * factor) === written;
}

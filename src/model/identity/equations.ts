/**
 * Figures that a document states, and every sum that must hold among them: identities, categories, sub-periods and
 * cumulative figures, openings, stocks of one day (docs/figures.md, 4 and 5). The checks say the same of a whole package in SQL
 * (query/check); test/query/equations holds the two together.
 */
import type { Dataset } from '../dataset.ts';
import type { Operand } from '../formula.ts';
import { groupBy } from '../group.ts';
import type { Statement } from '../statement.ts';
import { dayBefore, type Period } from '../time/period.ts';
import { tilings } from '../time/tilings.ts';
import type { Rule, RuleTerm } from './rule.ts';

/** One number that a document states; several statements of one key are one figure. */
export interface Stated {
  readonly key: Key;
  readonly statement: Statement;
  readonly same: readonly Statement[];
  readonly cutoff: string;
}
export interface Key {
  readonly period: string;
  readonly measure: string;
  readonly breakdown: string;
  readonly category: string;
}

/** Every equation that can be evaluated among the figures. */
export function equationsOf(data: Dataset, figures: readonly Stated[]): Rule[] {
  return [
    ...identityRules(data, figures),
    ...categoryRules(data, figures),
    ...periodRules(data, figures),
    ...openingRules(data, figures),
    ...sameDayRules(data, figures),
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

/** What a period opens with against everything that is stated of the end of the day before. */
function openingRules(data: Dataset, figures: readonly Stated[]): Rule[] {
  const keyed = ({ key, cutoff }: Stated, day: string, measure: string) =>
    [day, measure, key.breakdown, key.category, cutoff].join('~');
  const closings = groupBy(figures.entries(), ([, figure]) =>
    keyed(figure, data.periods.get(figure.key.period)?.end ?? '', figure.key.measure),
  );
  return [...figures.entries()].flatMap(([figure, stated]): Rule[] => {
    const measure = data.measures.get(stated.key.measure);
    const start = data.periods.get(stated.key.period)?.start;
    if (measure?.temporal !== 'opening' || measure.opens === '' || !start) return [];
    const before = closings.get(keyed(stated, dayBefore(start), measure.opens)) ?? [];
    return before.map(([closing]) => ({
      total: [{ figure, sign: 1 }],
      relation: '=',
      parts: [{ figure: closing, sign: 1 }],
    }));
  });
}

/** A stock of one day is one figure, whichever of the periods that end on it states it. */
function sameDayRules(data: Dataset, figures: readonly Stated[]): Rule[] {
  const stocks = [...figures.entries()].filter(
    ([, { key, statement }]) =>
      data.measures.get(key.measure)?.temporal === 'stock' &&
      !['P', 'D', 'E'].includes(statement.status),
  );
  const days = groupBy(stocks, ([, { key, cutoff }]) =>
    [data.periods.get(key.period)?.end, key.measure, key.breakdown, key.category, cutoff].join('~'),
  );
  return [...days.values()].flatMap(([first, ...others]) =>
    others.map(
      ([other]): Rule => ({
        total: [{ figure: first?.[0] ?? other, sign: 1 }],
        relation: '=',
        parts: [{ figure: other, sign: 1 }],
      }),
    ),
  );
}

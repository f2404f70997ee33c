/**
 * The sums that must hold are said twice: in SQL over a whole package (query/check) and as equations around one issue
 * (model/statistics/equations). Here the two are held together, on packages with and without mistakes.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { groupBy } from '../../src/model/group.ts';
import { equationsOf, type Stated } from '../../src/model/identity/equations.ts';
import { figuresOf, holds } from '../../src/model/identity/rule.ts';
import { bySums, type Issue } from '../../src/model/issue.ts';
import type { Statement } from '../../src/model/statement.ts';
import { selectStatements } from '../../src/query/statement.ts';
import { loadFixture } from '../packages/load.ts';
import { planted } from '../packages/planted.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const PACKAGES: Readonly<Record<string, () => Promise<Loaded>>> = {
  'the real package': () => loadPackage('data/reports'),
  'a package with planted mistakes': () => loadFixture(planted()),
};

const groupOf = ({ unit, body, kind }: Pick<Issue, 'unit' | 'body' | 'kind'>) =>
  [unit, body, kind].join('~');
const keyOf = (s: Statement) => [s.period, s.measure, s.breakdown, s.category].join('~');

describe.each(Object.entries(PACKAGES))('in %s', (_, load) => {
  let loaded: Loaded;
  let issues: readonly Issue[];
  let units: Map<string, Stated[]>;
  let figureOf: (statement: Statement) => Stated;
  beforeAll(async () => {
    loaded = await load();
    const { engine, data } = loaded;
    const answer = await loaded.ask({
      ...{ ask: 'issues', units: null, severities: [], codes: [], source: '', period: '' },
      limit: 1000,
    });
    issues = answer.issues.filter(
      ({ code, about }) => (bySums(code) && about !== 'finding') || about === 'same-day',
    );
    // what the checks take: exact, agreed, and of several statements the shown one
    const cells = await engine.rows<{ cell: number; value: number }>(
      "SELECT cell, value FROM cell WHERE value IS NOT NULL AND bound = '' AND NOT conflict AND NOT derived",
    );
    const values = new Map(cells.map(({ cell, value }) => [cell, value]));
    const stated = await selectStatements(engine, { sql: 's.row = s.cell', params: [] });
    const shown = stated.flatMap((statement) => {
      const value = values.get(statement.row);
      return value === undefined ? [] : [{ ...statement, value }];
    });
    figureOf = (statement) => {
      const { period, measure, breakdown, category, source } = statement;
      const cutoff = data.sources.get(source)?.cutoff ?? 'calendar';
      return {
        key: { period, measure, breakdown, category },
        statement,
        same: [statement],
        cutoff,
      };
    };
    units = new Map(
      [...groupBy(shown, groupOf)].map(([unit, statements]) => [
        unit,
        statements.map((one) => figureOf(one)),
      ]),
    );
  });
  afterAll(() => loaded.engine.close());

  it('every equation that fails is told, with all its figures or by the period it is about', () => {
    const untold: string[] = [];
    for (const [unit, figures] of units) {
      const values = figures.map(({ statement }) => statement.value ?? 0);
      const own = issues.filter((issue) => groupOf(issue) === unit);
      for (const equation of equationsOf(loaded.data, figures)) {
        if (holds(equation, values)) continue;
        const keys = figuresOf(equation).map((at) => keyOf((figures[at] as Stated).statement));
        const total = keys[0] ?? '';
        const isTold = own.some((issue) => {
          const told = new Set(issue.statements.map(keyOf));
          return keys.every((key) => told.has(key)) || told.has(total);
        });
        if (!isTold) untold.push(`${unit}: ${keys.join(' ')}`);
      }
    }
    expect(untold).toEqual([]);
  });

  it('every failed sum is an equation that fails', () => {
    const unfounded: string[] = [];
    for (const issue of issues.filter(({ code }) => code !== 'NEGATIVE')) {
      const all = units.get(groupOf(issue)) ?? [];
      // at one place: the figures as that place states them
      const stated = new Map(issue.statements.map((statement) => [keyOf(statement), statement]));
      const others = all.filter((figure) => !stated.has(keyOf(figure.statement)));
      const figures = [...[...stated.values()].map((one) => figureOf(one)), ...others];
      const values = figures.map(({ statement }) => statement.value ?? 0);
      const isFounded = equationsOf(loaded.data, figures).some(
        (equation) =>
          !holds(equation, values) &&
          figuresOf(equation).every((at) => stated.has(keyOf((figures[at] as Stated).statement))),
      );
      if (!isFounded) unfounded.push(`${issue.id} ${[...stated.keys()].join(' ')}`);
    }
    expect(unfounded).toEqual([]);
  });

  it('there is something to compare', () => {
    expect(issues.length).toBeGreaterThan(3);
  });
});

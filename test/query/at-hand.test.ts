/** What is told from figures that were read ahead is what the engine tells, for every period and every choice of units. */
import { beforeAll, describe, expect, test } from 'vitest';
import { comparisonsAtHand } from '../../src/query/compare/at-hand.ts';
import { compare } from '../../src/query/compare/compare.ts';
import type { CompareQuestion } from '../../src/question/compare.ts';
import type { SubjectUse } from '../../src/question/subjects.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const PLAIN: Omit<CompareQuestion, 'subject' | 'period'> = {
  ...{ ask: 'compare', units: null, grain: 'any', breakdown: '', category: '', body: null },
  ...{ peers: [], tolerance: 0 },
};

const one = (code: string) => ({ type: 'one', code }) as const;

describe.each(['data/sample', 'data/sample-2025', 'data/reports'])('%s', (path) => {
  let loaded: Loaded;
  let uses: readonly SubjectUse[];

  beforeAll(async () => {
    loaded = await loadPackage(path);
    uses = await loaded.ask({ ask: 'subjects' });
  });

  /** Ways of asking, of which each subject gets one after the other. */
  function variants(): Partial<CompareQuestion>[] {
    const { units } = loaded.data;
    const [root = ''] = units.roots();
    const children = units.children(root);
    const [first = root, second = root] = children;
    return [
      {},
      { units: children.slice(0, 12) },
      { units: [first], peers: [second] },
      { units: children.slice(0, 5), base: 'previous' },
      { body: '' },
      { units: [root, first, second], grain: 'month' },
    ];
  }

  function* questions(): Generator<CompareQuestion[]> {
    const ways = variants();
    for (const [at, use] of uses.entries()) {
      const splits = [{}, ...use.breakdowns.filter(Boolean).map((breakdown) => ({ breakdown }))];
      const way = ways[at % ways.length];
      for (const split of splits) {
        const question = { ...PLAIN, ...way, ...split, subject: use.subject };
        yield use.periods.map((code) => ({ ...question, period: one(code) }));
      }
    }
  }

  test('the same groups, rows, changes, targets and sums', async () => {
    const { engine, data } = loaded;
    const atHand = comparisonsAtHand(engine, data);
    let told = 0;
    for (const periods of questions()) {
      for (const question of some(periods)) {
        if (!(await atHand.bring(question))) continue;
        const known = atHand.answer(question);
        if (!known) continue;
        told += 1;
        expect(known, JSON.stringify(question)).toEqual(await compare(engine, data, question));
      }
    }
    expect(told).toBeGreaterThan(20);
  });

  test('every period of that length is told without another statement', async () => {
    const { engine, data } = loaded;
    let statements = 0;
    const counting = {
      ...engine,
      rows: ((...asked: Parameters<typeof engine.rows>) => {
        statements += 1;
        return engine.rows(...asked);
      }) as typeof engine.rows,
    };
    const atHand = comparisonsAtHand(counting, data);
    const [root = ''] = data.units.roots();
    const units = data.units.children(root).slice(0, 12);
    const use = [...uses].sort((a, b) => b.periods.length - a.periods.length)[0] as SubjectUse;
    const grain = data.periods.get(use.periods[0] ?? '')?.grain;
    const like = use.periods.filter((code) => data.periods.get(code)?.grain === grain);
    const asked = like.map((code) => ({
      ...PLAIN,
      units,
      subject: use.subject,
      period: one(code),
    }));
    expect(await atHand.bring(asked[0] as CompareQuestion)).toBe(true);
    expect(statements).toBe(1);
    for (const question of asked) atHand.answer(question);
    for (const question of asked) await atHand.bring(question);
    expect(statements).toBe(1);
  });

  test('what is not of one period, filled from before, or of a level is left to the engine', async () => {
    const { engine, data } = loaded;
    const atHand = comparisonsAtHand(engine, data);
    const [use] = uses as [SubjectUse];
    const question = { ...PLAIN, subject: use.subject, period: one(use.periods[0] ?? '') };
    const others: CompareQuestion[] = [
      { ...question, period: { type: 'latest' } },
      { ...question, tolerance: 2 },
      { ...question, level: 'commune' },
      { ...question, basis: 'now' },
    ];
    for (const other of others) {
      expect(await atHand.bring(other)).toBe(false);
      expect(atHand.answer(other)).toBeUndefined();
    }
    expect(atHand.answer(question)).toBeUndefined(); // nothing was brought
  });
});

/** An eighth of a list, spread over it. */
function some<T>(list: readonly T[]): T[] {
  return list.filter((_, at) => at % 8 === 0);
}

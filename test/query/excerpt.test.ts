/** What a large package shows before all of it is read: the same figures as the whole package gives, before its checks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAnswered } from '../../src/app/open/excerpt.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import type { LoadedPackage } from '../../src/ingest/assemble.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { readPackage } from '../../src/ingest/package.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import {
  type MeasuresNeeded,
  measuresNeeded,
  unitsNeeded,
} from '../../src/model/identity/needs.ts';
import type { Units } from '../../src/model/unit.ts';
import { askEngine } from '../../src/query/ask.ts';
import { prepareNumbers } from '../../src/query/prepare/prepare.ts';
import type { Ask } from '../../src/question/ask.ts';
import type { CompareQuestion } from '../../src/question/compare.ts';
import { repositoryAccess } from '../support/load.ts';

interface Open {
  readonly engine: Engine;
  readonly data: Dataset;
  readonly ask: Ask;
}

/** Numbers without checks: an excerpt is shown before them. */
async function numbersOf({ dataset: data, statements }: LoadedPackage): Promise<Open> {
  const engine = await openNodeEngine();
  await loadStatements(engine, prepareStatements(data, statements));
  await prepareNumbers(engine, data);
  return { engine, data, ask: askEngine(engine, data) };
}

/** Where small counts are hidden, all units together tell which. */
const unitsFor = ({ isHidden }: MeasuresNeeded, units: Units, under: string) =>
  isHidden ? null : unitsNeeded(units, under);

const wholes = new Map<string, Promise<Open>>();
const wholeOf = (path: string) => {
  const known = wholes.get(path) ?? readPackage(path, repositoryAccess()).then(numbersOf);
  wholes.set(path, known);
  return known;
};
afterAll(async () => {
  for (const whole of wholes.values()) await (await whole).engine.close();
});

/** The excerpt of a package about one subject under a unit; null where there is none. */
async function excerptOf(path: string, subject: string, under: string): Promise<Open | null> {
  let open: Open | null = null;
  await readPackage(path, repositoryAccess(), {
    first: {
      least: 1,
      needs(known) {
        const needed = measuresNeeded(known, [subject]);
        return needed && { ...needed, units: unitsFor(needed, known.units, under) };
      },
      async onExcerpt(excerpt) {
        open = await numbersOf(excerpt);
      },
    },
  });
  return open;
}

const everywhere = (subject: string, code: string): CompareQuestion => ({
  ...{ ask: 'compare', subject, peers: [], units: null, grain: 'any', breakdown: '' },
  ...{ category: '', body: null, level: '', basis: 'then', period: { type: 'one', code } },
});

test('an area without units, and one beside whose units others are missing, are not answered', async () => {
  const excerpt = await excerptOf('data/reports', 'dossiers_online_rate', 'phuong-pho-hoa');
  if (!excerpt) throw new Error('no excerpt');
  const { units } = excerpt.data;
  const known = unitsNeeded(units, 'phuong-pho-hoa');
  const wanted = { subjects: ['dossiers_online_rate'], under: 'phuong-pho-hoa' };
  const ask = (asked: readonly string[] | null, subject = 'dossiers_online_rate') =>
    isAnswered({ ...everywhere(subject, '2023-S1'), units: asked }, wanted, known, units);
  expect(ask([])).toBe(false); // restricts nothing
  expect(ask(null)).toBe(false);
  expect(ask(['phuong-pho-hoa'])).toBe(false); // the wards beside it are part of its group
  expect(ask(['xa-ba-bich'])).toBe(false);
  const all = (subject: string) =>
    isAnswered(everywhere(subject, '2023-S1'), { ...wanted, under: '' }, null, units);
  expect([all('dossiers_online_rate'), all('poor_household_rate')]).toEqual([true, false]);
  await excerpt.engine.close();
});

test('openings, what nobody knows, and most of a package have no excerpt', async () => {
  // the third has an opening in its formula
  for (const subject of [
    'dossiers_carried_over',
    'no_such_indicator',
    'dossiers_overdue_rate',
    '',
  ]) {
    expect(await excerptOf('data/reports', subject, '')).toBeNull();
  }
  const every = async (least: number) => {
    let count = 0;
    const needs = ({ measures }: Pick<Dataset, 'measures'>) => ({
      measures: new Set(measures.keys()),
      units: null,
    });
    const onExcerpt = async () => {
      count += 1;
    };
    const { dataset } = await readPackage('data/reports', repositoryAccess(), {
      first: { least, needs, onExcerpt },
    });
    return { count, problems: dataset.problems };
  };
  const plain = await readPackage('data/reports', repositoryAccess());
  expect(await every(1)).toEqual({ count: 0, problems: plain.dataset.problems });
  expect(await every(1_000_000)).toEqual({ count: 0, problems: plain.dataset.problems });
});

describe.each([
  ['data/sample', 'thi-xa-lam-khue', 'dossiers_online_rate', 12],
  ['data/sample', '', 'petitions_resolved_rate', 12], // with a breakdown, derived over categories
  ['data/sample', '', 'poor_household_rate', 12], // a stock, with small counts hidden
  ['data/sample', 'phuong-diep-hoa', 'near_poor_household_rate', 1],
  ['data/sample-2025', '', 'dossiers_on_time_rate', 12],
  ['data/sample-2025', 'thi-xa-lam-khue', 'dossiers_digitized_rate', 12], // some of whose wards moved up
  ['data/reports', '', 'petitions_resolved_rate', 1],
  ['data/reports', 'thi-xa-duc-pho', 'dossiers_online_rate', 1],
] as const)('%s under "%s": %s', (path, under, subject, step) => {
  let whole: Open;
  let excerpt: Open | null;
  beforeAll(async () => {
    whole = await wholeOf(path);
    excerpt = await excerptOf(path, subject, under);
  });
  afterAll(() => excerpt?.engine.close());

  test('every period of every unit asked for has the same answer', async () => {
    if (!excerpt) throw new Error('no excerpt');
    const { data } = excerpt;
    const units = under ? data.units.children(under) : null;
    const uses = await whole.ask({ ask: 'subjects' });
    const periods = uses.find((one) => one.subject === subject)?.periods ?? [];
    const asked = periods.filter((_, at) => at % step === 0);
    expect(asked.length).toBeGreaterThan(0);
    let rows = 0;
    for (const code of asked) {
      const question = { ...everywhere(subject, code), units };
      const known = unitsNeeded(data.units, under);
      const wanted = { subjects: [subject], under };
      expect(isAnswered(question, wanted, known, data.units)).toBe(true);
      const now = { ...question, basis: 'now' } as const; // those before them may stand elsewhere
      expect(isAnswered(now, wanted, known, data.units)).toBe(known === null);
      const answer = await excerpt.ask(question);
      expect(answer).toEqual(await whole.ask(question));
      rows += answer.groups.flatMap((group) => group.rows).length;
    }
    expect(rows).toBeGreaterThan(0);
    const trend = { ...everywhere(subject, ''), ask: 'trend', period: { type: 'all' } } as const;
    expect(await excerpt.ask({ ...trend, units } as never)).toEqual(
      await whole.ask({ ...trend, units } as never),
    );
  });

  test('its periods, units and catalogue are those of the whole package, its statements fewer', async () => {
    expect([...(excerpt?.data.periods.keys() ?? [])]).toEqual([...whole.data.periods.keys()]);
    expect(excerpt?.data.units.ids).toEqual(whole.data.units.ids);
    expect([...(excerpt?.data.sources.keys() ?? [])]).toEqual([...whole.data.sources.keys()]);
    expect(excerpt?.data.observationCount).toBe(whole.data.observationCount);
    const count = async ({ engine }: Open) =>
      (await engine.rows<{ n: number }>('SELECT count(*) AS n FROM statement'))[0]?.n ?? 0;
    expect(excerpt && (await count(excerpt))).toBeLessThan((await count(whole)) / 2);
  });
});

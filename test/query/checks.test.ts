/**
 * A package that the checks have never seen: all of it in order, then with one mistake of every computable code.
 * Each is found, nothing else is, and what was meant is among the hypotheses wherever one slip explains it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Issue, Severity } from '../../src/model/issue.ts';
import { bySums, SEVERITIES, severityOf } from '../../src/model/issue.ts';
import type { IssuesQuestion } from '../../src/question/issues.ts';
import type { RepairAnswer, RepairHypothesis } from '../../src/question/repair.ts';
import { type Loaded, loadFixture } from '../packages/load.ts';
import { clean, crowded, followed, type Line, planted, type Repair } from '../packages/planted.ts';
import { type Slipped, slipped } from '../packages/slipped.ts';
import { EVERY_FIGURE, EVERY_ISSUE } from '../support/questions.ts';

async function issuesOf({ ask }: Loaded, some: Partial<IssuesQuestion> = {}) {
  return (await ask({ ...EVERY_ISSUE, ...some })).issues;
}

function lineOf(issue: Issue): Line {
  const { code, unit, period, subject, breakdown, category } = issue;
  const part = breakdown ? `${breakdown}=${category}` : '';
  return [code, unit, period, subject, part].filter(Boolean).join(' ');
}

/** What stands in `a` more often than in `b`. */
function beyond(a: readonly Line[], b: readonly Line[]): Line[] {
  const left = [...b];
  return a.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('a package without a mistake', () => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await loadFixture(clean());
  });
  afterAll(() => loaded?.engine.close());

  test('loads without a complaint', () => expect(loaded.data.problems).toEqual([]));
  test('raises nothing, of any severity', async () => {
    expect((await issuesOf(loaded)).map(lineOf)).toEqual([]);
  });
});

describe('a package with mistakes', () => {
  const fixture = planted();
  let loaded: Loaded;
  let issues: readonly Issue[];
  beforeAll(async () => {
    loaded = await loadFixture(fixture);
    issues = await issuesOf(loaded);
  });
  afterAll(() => loaded?.engine.close());

  const answersFor = (lines: readonly Line[]) =>
    Promise.all(
      issues
        .filter((issue) => lines.includes(lineOf(issue)))
        .map((issue) => loaded.ask({ ask: 'repair', issue: issue.id })),
    );

  test('loads without a complaint', () => expect(loaded.data.problems).toEqual([]));

  for (const { name, issues: wanted, follows } of fixture.planted) {
    test(`found: ${name}`, () => {
      expect(beyond([...wanted, ...(follows?.issues ?? [])], issues.map(lineOf))).toEqual([]);
    });
  }

  test('nothing else is found, of any severity', () => {
    const wanted = fixture.planted.flatMap((item) => [
      ...item.issues,
      ...(item.follows?.issues ?? []),
    ]);
    expect(beyond(issues.map(lineOf), wanted)).toEqual([]);
  });

  for (const { name, issues: wanted, repair } of fixture.planted) {
    if (!repair) continue;
    test(`meant: ${name}`, async () => {
      const answers = await answersFor(wanted);
      expect(answers).toHaveLength(wanted.length);
      for (const answer of answers) expectRepair(answer, repair);
    });
    if (repair.none) continue;
    test(`then: ${name}`, async () => {
      for (const answer of await answersFor(wanted)) {
        const found = answer.hypotheses.find((item) => isMeant(item, repair));
        if (found) expectConsequences(found, repair);
      }
    });
  }

  test('what one slip breaks is one matter, and no matter holds two slips', async () => {
    const { issues: all, matters } = await loaded.ask(EVERY_ISSUE);
    const lines = new Map(all.map((issue) => [issue.id, lineOf(issue)]));
    const told = matters.map((ids) => ids.map((id) => lines.get(id) ?? ''));
    expect(told.flat().sort()).toEqual(all.map(lineOf).sort());
    const slipOf = (line: Line) =>
      fixture.planted.findIndex((item) =>
        [...item.issues, ...(item.follows?.issues ?? [])].includes(line),
      );
    for (const traces of told) expect(new Set(traces.map(slipOf)).size, traces.join()).toBe(1);
    for (const item of fixture.planted) {
      const single = item.repair && !item.repair.none && item.repair.kind !== 'value';
      const sums = item.issues.filter((line) => bySums(line.split(' ')[0] ?? ''));
      if (!single || sums.length < 2 || (item.repair?.before ?? 1) > 0) continue;
      const holding = told.filter((traces) => sums.some((line) => traces.includes(line)));
      expect(holding.length, item.name).toBe(1);
    }
  });

  test('no sum says anything about a percentage, a date or a name', async () => {
    const codes = ['PCT_MISMATCH', 'BAD_DATE', 'NEAR_NAME', 'DUPLICATE_STATEMENT', 'SMALL_N'];
    for (const { id } of await issuesOf(loaded, { codes })) {
      const answer = await loaded.ask({ ask: 'repair', issue: id });
      expect(answer).toEqual({ applies: false, hypotheses: [], total: 0 });
    }
  });

  test('asking for repairs changes no figure', async () => {
    const before = await figuresOf(loaded);
    for (const { id } of issues) await loaded.ask({ ask: 'repair', issue: id });
    expect(await figuresOf(loaded)).toEqual(before);
    expect(await issuesOf(loaded)).toEqual(issues);
  });

  test('a worklist holds what was asked for and counts all of it', async () => {
    const units = ['an', 'en'];
    const filters: [Partial<IssuesQuestion>, (issue: Issue) => boolean][] = [
      [{ units }, ({ unit }) => units.includes(unit)],
      [{ codes: ['BAD_DATE'] }, ({ code }) => code === 'BAD_DATE'],
      [{ period: '2023-S1' }, ({ period }) => period === '2023-S1'],
      [{ source: 'en-2024-q4' }, ({ source }) => source.split('|').includes('en-2024-q4')],
      [{ source: 'en-2024' }, () => false],
      ...SEVERITIES.map((severity): [Partial<IssuesQuestion>, (issue: Issue) => boolean] => [
        { severities: [severity], units },
        ({ unit, code }) => units.includes(unit) && severityOf(code) === severity,
      ]),
    ];
    for (const [some, fits] of filters) {
      const { issues: shown, total, tally } = await loaded.ask({ ...EVERY_ISSUE, ...some });
      const ids = issues.filter(fits).map((issue) => issue.id);
      expect(shown.map((issue) => issue.id)).toEqual(ids);
      expect(total).toBe(ids.length);
      expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
    }
    const few = await loaded.ask({ ...EVERY_ISSUE, limit: 3 });
    expect(few.issues).toEqual(issues.slice(0, 3));
    expect(few.total).toBe(issues.length);
  });

  test('the most serious come first, and no two have one id', () => {
    const ranks = issues.map(({ code }) => SEVERITIES.indexOf(severityOf(code) as Severity));
    expect(ranks).toEqual([...ranks].sort());
    expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length);
  });
});

describe('a wrong quarter', () => {
  const fixture = followed();
  const [item] = fixture.planted;
  let loaded: Loaded;
  let issues: readonly Issue[];
  beforeAll(async () => {
    loaded = await loadFixture(fixture);
    issues = await issuesOf(loaded);
  });
  afterAll(() => loaded?.engine.close());

  const wanted = [...(item?.issues ?? []), ...(item?.follows?.issues ?? [])];
  test('is found in every sum', () => {
    expect(beyond(wanted, issues.map(lineOf))).toEqual([]);
  });

  const title = 'says nothing of a half that nobody stated';
  test(title, () => {
    expect(beyond(issues.map(lineOf), wanted)).toEqual([]);
  });

  test('has one repair, whichever sum is asked about', async () => {
    for (const issue of issues.filter(({ code }) => code === 'SUM_MISMATCH')) {
      expectRepair(await loaded.ask({ ask: 'repair', issue: issue.id }), item?.repair as Repair);
    }
  });
});

describe('a mistake among thousands of figures of its unit', () => {
  const fixture = crowded();
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await loadFixture(fixture);
  });
  afterAll(() => loaded?.engine.close());

  const title = 'has the same repair as elsewhere';
  test(title, async () => {
    const [item] = fixture.planted;
    const about = (await issuesOf(loaded)).filter((issue) => item?.issues.includes(lineOf(issue)));
    expect(about).toHaveLength(1);
    for (const issue of about) {
      const answer = await loaded.ask({ ask: 'repair', issue: issue.id });
      expectRepair(answer, item?.repair as Repair);
    }
  });
});

describe.each([1, 3])('a slip in every unit, year and group of figures, seed %i', (seed) => {
  const SUMS = ['SUM_MISMATCH', 'OPENING_MISMATCH', 'PART_EXCEEDS_TOTAL', 'NEGATIVE'];
  const fixture = slipped(seed);
  let loaded: Loaded;
  let issues: readonly Issue[];
  beforeAll(async () => {
    loaded = await loadFixture(fixture);
    issues = await issuesOf(loaded, { severities: ['error', 'warning'] });
  });
  afterAll(() => loaded?.engine.close());

  const concerns = ({ changes }: Slipped, issue: Issue) =>
    issue.statements.some((s) =>
      changes.some(
        ({ row }) =>
          row.unit === s.unit &&
          row.period === s.period &&
          row.measure === s.measure &&
          row.category === s.category,
      ),
    );

  test('is found', () => {
    const missed = fixture.slipped.filter((item) => !issues.some((issue) => concerns(item, issue)));
    expect(missed).toEqual([]);
  });

  const precise = `explains all that is found, seed ${seed}`;
  test(precise, () => {
    const others = issues.filter((issue) => !fixture.slipped.some((item) => concerns(item, issue)));
    expect(others.map(lineOf)).toEqual([]);
  });

  const title = `is among the hypotheses of every sum that it breaks, seed ${seed}`;
  test(title, async () => {
    const without: string[] = [];
    for (const issue of issues.filter(({ code }) => SUMS.includes(code))) {
      const { hypotheses } = await loaded.ask({ ask: 'repair', issue: issue.id });
      const meant = fixture.slipped
        .filter((item) => concerns(item, issue))
        .map(({ changes }) => changesText({ changes: changes.map((c) => ({ ...c.row, ...c })) }));
      const shown = hypotheses.map(changesText);
      if (!meant.some((text) => shown.includes(text))) without.push(`${lineOf(issue)}: ${meant}`);
    }
    expect(without).toEqual([]);
  });
});

async function figuresOf({ ask }: Loaded) {
  return ask(EVERY_FIGURE);
}

function expectRepair(answer: RepairAnswer, repair: Repair): void {
  expect(answer.applies).toBe(true);
  if (repair.none) {
    expect(answer.hypotheses).toEqual([]);
    return;
  }
  const at = answer.hypotheses.findIndex((item) => isMeant(item, repair));
  const shown = answer.hypotheses.map(changesText).join('; ');
  expect(at, `${changesText(repair)} among ${answer.total}: ${shown}`).toBeGreaterThanOrEqual(0);
  expect(answer.hypotheses[at]?.kind).toBe(repair.kind);
  if (repair.before !== undefined) expect(at).toBeLessThanOrEqual(repair.before);
}

function expectConsequences({ changes, consequences }: RepairHypothesis, repair: Repair): void {
  const rates = consequences.flatMap((item) => (item.type === 'rate' ? [item] : []));
  const names = (agrees: boolean) =>
    rates.filter((item) => item.agrees === agrees).map((item) => item.statement.measure);
  if (repair.differs) expect(names(false)).toEqual(repair.differs);
  if (repair.fits) expect(names(true)).toEqual(repair.fits);
  const places = consequences.flatMap((item) =>
    item.type === 'place' ? [item.statement.locator] : [],
  );
  expect(places).toEqual(repair.places ?? []);
  for (const { statement, from } of changes) expect(statement.value).toBe(from);
}

function isMeant(item: RepairHypothesis, repair: Repair): boolean {
  return changesText(item) === changesText(repair);
}

function changesText({ changes = [] }: Pick<Repair, 'changes'> | RepairHypothesis): string {
  return changes
    .map((change) => {
      const { measure, category } = 'statement' in change ? change.statement : change;
      return `${[measure, category].filter(Boolean).join(' ')}: ${change.from} → ${change.to}`;
    })
    .sort()
    .join(', ');
}

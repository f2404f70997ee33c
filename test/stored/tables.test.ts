/** Tables that were prepared and stored say what the engine derives, cell by cell. */
import { expect, test } from 'vitest';
import { openNodeEngine } from '../../src/engine/node.ts';
import { askEngine } from '../../src/query/ask.ts';
import { landingQuestions } from '../../src/stored/landing.ts';
import { readPublished } from '../../src/stored/published.ts';
import { loadPackage } from '../support/load.ts';
import { publishedPackage } from '../support/published.ts';
import { EVERY_FIGURE, EVERY_ISSUE } from '../support/questions.ts';

/** Numbers and lists in the order of the work that made them: another engine makes the same figures in another order. */
const ORDERED = "'cell', 'part', 'rate', 'reported_cell', 'sources', 'locators'";

test.each(['data/reports', 'data/sample', 'data/sample-2025'])(
  '%s',
  { timeout: 400_000 },
  async (path) => {
    const published = publishedPackage(path);
    const { descriptor, tie, read } = published;
    const stored = await readPublished(descriptor, tie, read);
    const bytes = await stored?.tables?.();
    if (!bytes) throw new Error('no tables');
    const opened = await openNodeEngine();
    await opened.attach(bytes);
    const { engine, data, ask } = await loadPackage(path);
    const names = await engine.rows<{ name: string }>(
      "SELECT table_name AS name FROM duckdb_tables() WHERE database_name = 'store' ORDER BY ALL",
    );
    expect(names.length).toBeGreaterThan(10);
    for (const { name } of names) {
      const own = `SELECT COLUMNS(c -> c NOT IN (${ORDERED})) FROM ${name}`;
      const sums = `SELECT count(*), sum(COLUMNS(*)) FROM (SELECT hash(COLUMNS(*)::VARCHAR) % 1000003 FROM (${own}))`;
      expect(await opened.rows(sums), name).toEqual(await engine.rows(sums));
    }
    // long parts lie in several files, and every answer in the one where it is looked for
    for (const question of landingQuestions(data, await ask({ ask: 'subjects' })))
      expect(await stored?.find(question), JSON.stringify(question)).toBeDefined();
    expect(published.isThere('answers/trend-2.bin')).toBe(path !== 'data/reports');
    for (const question of [EVERY_FIGURE, EVERY_ISSUE]) {
      const answer = await askEngine(opened, data)(question);
      expect(answer).toEqual(await ask(question));
    }
    await engine.close();
    await opened.close();
  },
);

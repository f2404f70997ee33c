/** A package from tables that never were a folder: rows of a form, rows of a store. */
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/engine/node.ts';
import { assemblePackage } from '../../src/ingest/assemble.ts';
import type { RawTable } from '../../src/ingest/file/raw.ts';
import { readFolder } from '../../src/ingest/folder.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { problemLog } from '../../src/ingest/problems.ts';
import type { ResourceName } from '../../src/ingest/schema.ts';
import { normalise, type Table } from '../../src/ingest/table.ts';
import { CATALOGUE_PATH } from '../../src/model/path.ts';
import { askEngine } from '../../src/query/ask.ts';
import { prepareFigures } from '../../src/query/prepare/prepare.ts';
import { loadFixture, memoryAccess } from '../packages/load.ts';
import { plain } from '../packages/plain.ts';
import { EVERY_FIGURE } from '../support/questions.ts';

const ABOUT = {
  path: 'form',
  name: 'form',
  title: 'Nhập tay',
  created: '',
  hash: '',
  keywords: [],
};

/** Rows as a form would hand them over; their "line" is the number of the entry. */
function entries(name: ResourceName, csv: string): RawTable {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.trimEnd(), { header: true });
  const columns = (meta.fields ?? []).map((field) => ({
    name: field,
    kind: 'text' as const,
    values: data.map((row) => row[field] ?? null),
  }));
  return { file: name, rowCount: data.length, columns, lineOf: (row) => row + 1 };
}

async function assembled(tables: Partial<Record<ResourceName, string>>) {
  const problems = problemLog();
  const catalogue = await readFolder(
    { path: CATALOGUE_PATH, required: [], prefix: '' },
    memoryAccess({}),
    problems,
    {},
  );
  const own = new Map<ResourceName, Table>();
  for (const [key, csv] of Object.entries(tables)) {
    const name = key as ResourceName;
    own.set(name, await normalise(name, [entries(name, csv)], problems));
  }
  return assemblePackage(ABOUT, own, catalogue.tables, problems);
}

describe('a package assembled from tables', () => {
  const { files } = plain();
  const tables = {
    units: files['units.csv'] ?? '',
    sources: files['sources.csv'] ?? '',
    observations: files['observations.csv'] ?? '',
  };

  it('has the figures that the same rows have as files', async () => {
    const { dataset, statements } = await assembled(tables);
    expect(dataset).toMatchObject({ path: 'form', title: 'Nhập tay', synthetic: false });
    const engine = await openNodeEngine();
    await loadStatements(engine, prepareStatements(dataset, statements));
    await prepareFigures(engine, dataset);
    const folder = await loadFixture(plain());
    const withoutFiles = (answer: unknown) =>
      JSON.stringify(answer).replaceAll(/"(file|line|place)":("[^"]*"|\d+)/g, '');
    const own = await askEngine(engine, dataset)(EVERY_FIGURE);
    expect(withoutFiles(own)).toBe(withoutFiles(await folder.ask(EVERY_FIGURE)));
    await Promise.all([engine.close(), folder.engine.close()]);
  });

  it('tells a row that cannot be used with the number of its entry', async () => {
    const observations = tables.observations.replace(
      '2023,households,,,672',
      '2023,households,,,x',
    );
    const { dataset } = await assembled({ ...tables, observations });
    expect(dataset.problems).toMatchObject([
      { code: 'value-number', file: 'observations', line: 5, value: 'x' },
    ]);
  });

  it('says so when no unit is left', async () => {
    await expect(assembled({ observations: tables.observations })).rejects.toMatchObject({
      problems: [{ code: 'units-none', file: 'units' }],
    });
  });
});

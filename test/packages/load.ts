/** Loads a fixture the way the app does, in Node: files → checked tables → engine → figures → `ask`. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Column, Engine } from '../../src/engine/engine.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { FileFault } from '../../src/ingest/file/fault.ts';
import type { FileAccess } from '../../src/ingest/file/files.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { readParquetNode, writeParquetNode } from '../../src/ingest/parquet/node.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { askEngine } from '../../src/query/ask.ts';
import { prepareFigures } from '../../src/query/prepare/prepare.ts';
import type { Ask } from '../../src/question/ask.ts';
import { type ExportRow, exportRows } from '../../src/share/rows.ts';
import { EVERY_FIGURE } from '../support/questions.ts';
import type { Fixture } from './fixture.ts';

export interface Loaded {
  readonly data: Dataset;
  readonly engine: Engine;
  readonly ask: Ask;
  /** Every figure, as the figure CSV has it. */
  readonly rows: readonly ExportRow[];
}

type Files = Record<string, string | Uint8Array>;

/** Loads a fixture; the caller closes the engine. */
export async function loadFixture(fixture: Pick<Fixture, 'files' | 'parquet'>): Promise<Loaded> {
  const files: Files = { ...fixture.files, ...(await parquetOf(fixture)) };
  const { dataset, statements } = await readPackage('pkg', memoryAccess(files));
  const engine = await openNodeEngine();
  await loadStatements(engine, prepareStatements(dataset, statements));
  await prepareFigures(engine, dataset);
  const ask = askEngine(engine, dataset);
  const { figures } = await ask(EVERY_FIGURE);
  return { data: dataset, engine, ask, rows: exportRows(dataset, figures) };
}

/** The package from memory under `pkg/`; the default catalogue from the disk. */
export function memoryAccess(files: Files): FileAccess {
  return {
    async read(path) {
      if (path.startsWith('data/catalogue/')) return new Uint8Array(await readFile(path));
      const content = files[path.replace(/^pkg\//, '')];
      if (content === undefined) throw new FileFault('file-not-found', 'HTTP 404');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    readParquet: readParquetNode,
    writeParquet: writeParquetNode,
  };
}

const NUMBERS = ['value', 'share', 'min_count', 'scale', 'decimals', 'min_gap', 'position'];

async function parquetOf({ files, parquet = [] }: Pick<Fixture, 'files' | 'parquet'>) {
  if (parquet.length === 0) return {};
  const engine = await openNativeEngine();
  const folder = await mkdtemp(join(tmpdir(), 'package-'));
  const made: Record<string, Uint8Array> = {};
  for (const [at, path] of parquet.entries()) {
    const table = `t${at}`;
    await engine.insert(table, columnsOf(files[path] ?? ''));
    await exportParquet(engine, table, join(folder, table));
    made[path.replace('.csv', '.parquet')] = new Uint8Array(await readFile(join(folder, table)));
  }
  await engine.close();
  await rm(folder, { recursive: true });
  return made;
}

/** VARCHAR for text, DOUBLE for numbers; an empty cell is NULL. */
function columnsOf(csv: string): Column[] {
  const [header = [], ...rows] = Papa.parse<string[]>(csv.trimEnd()).data;
  return header.map((name, at) => {
    const cells = rows.map((row) => row[at] || null);
    if (!NUMBERS.includes(name)) return { name, type: 'text', values: cells };
    return { name, type: 'number', values: cells.map((cell) => (cell ? Number(cell) : null)) };
  });
}

/**
 * A package prepared under Node and asked everything that is asked first (`server/publish-package.mjs`): native DuckDB
 * makes the tables (it can write its own files, the module cannot), the engine of the page answers from them.
 */
import { exportDatabase, openNativeEngine } from '../engine/native.ts';
import { openNodeEngine } from '../engine/node.ts';
import { loadStatements, prepareStatements } from '../ingest/load.ts';
import type { Statements } from '../ingest/observations.ts';
import { type LoadedPackage, readPackage } from '../ingest/package.ts';
import { readParquetNode, writeParquetNode } from '../ingest/parquet/node.ts';
import type { Dataset } from '../model/dataset.ts';
import { CATALOGUE_PATH } from '../model/path.ts';
import { askEngine } from '../query/ask.ts';
import { prepareFigures } from '../query/prepare/prepare.ts';
import { type Published, publishAnswers } from '../stored/publish.ts';
import { tieOf } from '../stored/tie.ts';

/**
 * @param read a file of the package or of the default catalogue, by its path
 * @param code the version of the code (`server/code-version.mjs`)
 * @throws {PackageError} when the package cannot be shown
 */
export async function publishFolder(
  path: string,
  read: (path: string) => Promise<Uint8Array>,
  code: string,
): Promise<Published> {
  const text = async (folder: string) =>
    new TextDecoder().decode(await read(`${folder}/datapackage.json`));
  const tie = tieOf(await text(path), await text(CATALOGUE_PATH), code);
  if (tie === null) throw new Error(`${path}: a file without a hash`);
  const access = { read, readParquet: readParquetNode, writeParquet: writeParquetNode };
  const { dataset, database } = await prepared(await readPackage(path, access));
  const engine = await openNodeEngine();
  try {
    await engine.attach(database.slice());
    return await publishAnswers(dataset, askEngine(engine, dataset), tie, database);
  } finally {
    await engine.close();
  }
}

/** A function of its own: the statements, which may be millions, end with it. */
async function prepared({ dataset, statements }: LoadedPackage) {
  return { dataset, database: await preparedTables(dataset, statements) };
}

/**
 * Everything that questions are answered from, as the bytes of a DuckDB database file: on one thread, as in the page, so
 * that sums are added in the same order.
 */
export async function preparedTables(data: Dataset, statements: Statements): Promise<Uint8Array> {
  const native = await openNativeEngine();
  try {
    await native.rows('SET threads = 1');
    await loadStatements(native, prepareStatements(data, statements));
    await prepareFigures(native, data);
    return await exportDatabase(native);
  } finally {
    await native.close();
  }
}

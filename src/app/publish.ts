/** A package loaded under Node and asked everything that is asked first (`server/publish-package.mjs`). */
import { openNodeEngine } from '../engine/node.ts';
import { loadStatements, prepareStatements } from '../ingest/load.ts';
import { CATALOGUE_PATH, readPackage } from '../ingest/package.ts';
import { readParquetNode, writeParquetNode } from '../ingest/parquet/node.ts';
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
  const { dataset, statements } = await readPackage(path, access);
  const engine = await openNodeEngine();
  await loadStatements(engine, prepareStatements(dataset, statements));
  await prepareFigures(engine, dataset);
  try {
    return await publishAnswers(dataset, askEngine(engine, dataset), tie);
  } finally {
    await engine.close();
  }
}

/** A package that is too large says so, with its rows and what to do, before anything is derived from it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { EngineError } from '../../src/engine/engine.ts';
import { exportParquet, openNativeEngine } from '../../src/engine/native.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { ranOutOfMemory } from '../../src/engine/out-of-memory.ts';
import { countRows, type Limits, limitsFor, outOfMemory } from '../../src/ingest/limit.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { readPackage } from '../../src/ingest/package.ts';
import { PackageError, type Problem } from '../../src/model/problem.ts';
import { prepareFigures } from '../../src/query/prepare/prepare.ts';
import { problemRemedy, problemText } from '../../src/text/vi/problem.ts';
import { descriptor } from '../packages/fixture.ts';
import { memoryAccess } from '../packages/load.ts';
import { plain } from '../packages/plain.ts';
import { repositoryAccess } from '../support/load.ts';

const NONE: Limits = { rows: 1e9, csvBytes: 1e9 };
const ROWS = 20;

type Files = Record<string, string | Uint8Array>;

async function stopOf(limits: Limits, files: Files = {}): Promise<readonly Problem[]> {
  const access = memoryAccess({ ...plain().files, ...files });
  const read = readPackage('pkg', access, { limits });
  return read.then(
    () => [],
    (error) => (error as PackageError).problems,
  );
}

test('statements beyond the limit stop a package, with both numbers and what to do', async () => {
  expect(await stopOf({ ...NONE, rows: ROWS })).toEqual([]);
  const [problem, ...more] = await stopOf({ ...NONE, rows: ROWS - 1 });
  expect(more).toEqual([]);
  expect(problem).toEqual({
    code: 'package-too-large',
    effect: 'stop',
    file: 'pkg',
    value: '20',
    expected: '19',
  });
  const large = { ...problem, value: '3100000', expected: '2000000' } as Problem;
  expect(problemText(large)).toMatch(/3\.100\.000 dòng .* 2\.000\.000 dòng/);
  expect(problemRemedy(large)).toMatch(/theo năm hoặc theo địa bàn/);
});

test('the statements of all files count, other tables do not', async () => {
  const text = String(plain().files['observations.csv']);
  const files = {
    'datapackage.json': descriptor('plain', 'Hai xã', [
      { name: 'units', path: 'units.csv' },
      { name: 'sources', path: 'sources.csv' },
      { name: 'observations', path: ['observations.csv', 'more.csv'] } as never,
    ]),
    'more.csv': text,
  };
  expect(await stopOf({ ...NONE, rows: 2 * ROWS }, files)).toEqual([]);
  const problems = await stopOf({ ...NONE, rows: 2 * ROWS - 1 }, files);
  expect(problems.map(({ code, value }) => [code, value])).toEqual([['package-too-large', '40']]);
});

test('statements of a Parquet file count as well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'limit-'));
  const engine = await openNativeEngine();
  const values = Array.from({ length: 30 }, (_, at) => at);
  await engine.insert('rows', [
    { name: 'unit', type: 'text', values: values.map(() => 'xa-k') },
    { name: 'period', type: 'text', values: values.map((at) => String(1990 + at)) },
    { name: 'measure', type: 'text', values: values.map(() => 'households') },
    { name: 'value', type: 'number', values },
  ]);
  await exportParquet(engine, 'rows', join(folder, 'rows'));
  const files = {
    'datapackage.json': descriptor('plain', 'Hai xã', [
      { name: 'units', path: 'units.csv' },
      { name: 'observations', path: 'observations.parquet', format: 'parquet' },
    ]),
    'observations.parquet': new Uint8Array(await readFile(join(folder, 'rows'))),
  };
  await engine.close();
  await rm(folder, { recursive: true });
  expect(await stopOf({ ...NONE, rows: 30 }, files)).toEqual([]);
  const problems = await stopOf({ ...NONE, rows: 29 }, files);
  expect(problems.map(({ code, value }) => [code, value])).toEqual([['package-too-large', '30']]);
});

test('a CSV file that no text can hold is not even fetched where the descriptor tells its size', async () => {
  const limits = { ...NONE, csvBytes: 900 };
  const size = String(plain().files['observations.csv']).length;
  const [problem] = await stopOf(limits);
  expect(problem).toMatchObject({ code: 'file-too-large', file: 'observations.csv' });
  expect(Number(problem?.value)).toBeGreaterThanOrEqual(size);
  const told = JSON.parse(String(plain().files['datapackage.json']));
  for (const resource of told.resources) {
    if (resource.name === 'observations') resource.bytes = 612_000_000;
  }
  const files = { ...plain().files, 'datapackage.json': JSON.stringify(told) };
  const access = memoryAccess(files);
  const asked: string[] = [];
  const read = (path: string) => {
    asked.push(path);
    return access.read(path);
  };
  const error = await readPackage('pkg', { ...access, read }).catch((cause) => cause);
  expect(error).toBeInstanceOf(PackageError);
  const [big] = (error as PackageError).problems;
  expect(problemText(big as Problem)).toContain('612 MB');
  expect(asked).not.toContain('pkg/observations.csv');
});

test.each([
  ['', 0],
  ['a,b', 0],
  ['a,b\n', 0],
  ['a,b\n1,2', 1],
  ['a,b\r\n1,2\r\n3,4\r\n', 2],
  ['a,b\n1,"hai\ndòng"\n3,"một ""dấu"""\n', 2],
])('rows of %j are counted without reading it: %i', (text, rows) => {
  expect(countRows(new TextEncoder().encode(text))).toBe(rows);
});

test('a small machine has a lower limit, an unknown one the limit of the engine', () => {
  const rows = [1, 4, 8, undefined].map((memory) => limitsFor(memory).rows);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(rows[0]).toBeGreaterThan(300_000);
  expect(rows[1]).toBeGreaterThan(1_000_000);
});

test('statements are let go once the engine has them', async () => {
  const { dataset, prepared, watched } = await preparedSample();
  const engine = await openNodeEngine();
  const counted = await loadStatements(engine, prepared);
  expect(counted).toBe(dataset.observationCount);
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let turn = 0; turn < 5; turn += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(watched.map((ref) => ref.deref() === undefined)).toEqual(watched.map(() => true));
  expect(prepared.enums.length).toBeGreaterThan(0); // what was prepared is still held, its columns are not
  await engine.close();
});

/** In a function of its own, so that nothing but what the app keeps is kept. */
async function preparedSample() {
  const { dataset, statements } = await readPackage('data/sample', repositoryAccess());
  const arrays = [...Object.values(statements.texts), statements.value, statements.line];
  return {
    dataset,
    prepared: prepareStatements(dataset, statements),
    watched: arrays.map((array) => new WeakRef(array as object)),
  };
}

test('an engine that runs out of memory says so, and nothing else passes for it', async () => {
  const { dataset, statements } = await readPackage('data/sample', repositoryAccess());
  const engine = await openNodeEngine({ memoryLimit: '6MB' });
  const work = async () => {
    await loadStatements(engine, prepareStatements(dataset, statements));
    await prepareFigures(engine, dataset);
  };
  const error = await work().catch((cause) => cause);
  expect(error).toBeInstanceOf(EngineError);
  expect(ranOutOfMemory(error)).toBe(true);
  const wrong = await engine.rows('SELECT nothing').catch((cause) => cause);
  expect(wrong).toBeInstanceOf(EngineError);
  expect(ranOutOfMemory(wrong)).toBe(false);
  await engine.close();
  const problem = outOfMemory('data/sample', dataset.observationCount);
  expect(problemText(problem)).toMatch(/hết bộ nhớ khi nạp [\d.]+ dòng số liệu/);
  expect(problemText(outOfMemory('data/sample', 0))).toMatch(/hết bộ nhớ khi nạp gói số liệu/);
});

test.each([
  new RangeError('Array buffer allocation failed'),
  new RangeError('Invalid array length'),
  new RangeError('Invalid string length'),
  new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded'),
  new EngineError('dead', 'engine broke', { cause: new Error('std::bad_alloc') }),
])('out of memory: %s', (error) => {
  expect(ranOutOfMemory(error)).toBe(true);
});

/** The same package, questions and SQL without a browser: native DuckDB, and DuckDB-WASM under Node. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveUrl } from '../../src/address/resolve.ts';
import { scopeOf } from '../../src/address/scope.ts';
import { parseUrl } from '../../src/address/url.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNativeEngine } from '../../src/engine/native.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import type { FileAccess } from '../../src/ingest/file/files.ts';
import { loadStatements, prepareStatements } from '../../src/ingest/load.ts';
import { type LoadedPackage, readPackage } from '../../src/ingest/package.ts';
import { readParquetNode, writeParquetNode } from '../../src/ingest/parquet/node.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { askEngine } from '../../src/query/ask.ts';
import { AGREEMENT_STEPS } from '../../src/query/check/agreement.ts';
import { FLAG_STEPS } from '../../src/query/check/flags.ts';
import { IDENTITY_STEPS } from '../../src/query/check/identities.ts';
import { OPENING_STEPS } from '../../src/query/check/openings.ts';
import { PERCENT_STEPS } from '../../src/query/check/percentages.ts';
import { CELL_STEPS, keySteps } from '../../src/query/prepare/cells.ts';
import { DERIVE_STEPS } from '../../src/query/prepare/derive.ts';
import { prepareNumbers, runChecks } from '../../src/query/prepare/prepare.ts';
import type { Ask, Question } from '../../src/question/ask.ts';
import type { Course } from './changes.ts';
import { type Spread, spreadOf, timed } from './measure.ts';
import { watchWasmMemory } from './memory.ts';

export type EngineName = 'native' | 'wasm';

export interface Stage {
  readonly stage: string;
  readonly ms: number;
}
export interface Step extends Stage {
  /** The first line of a statement that took long. */
  readonly sql: string;
}

export interface NodeRun {
  readonly stages: readonly Stage[];
  /** The slowest statements of the preparation, the slowest first. */
  readonly steps: readonly Step[];
  readonly questions: readonly { readonly course: Course; readonly spread: Spread }[];
  readonly subjects: number;
  /** Of the WebAssembly module, at its largest; null for the native engine. */
  readonly wasmBytes: number | null;
}

/** Statements of the preparation by the file they come from; what is in none is named by what goes before. */
const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['numbers: cells', [...keySteps(true), ...CELL_STEPS]],
  ['numbers: agreement', AGREEMENT_STEPS],
  ['numbers: over time', []],
  ['numbers: derived', DERIVE_STEPS],
  ['numbers: rates and figures', []],
  ['checks: identities', IDENTITY_STEPS],
  ['checks: openings', OPENING_STEPS],
  ['checks: sub-periods', []],
  ['checks: percentages', PERCENT_STEPS],
  ['checks: flags', FLAG_STEPS],
];
const AFTER: Readonly<Record<string, string>> = {
  'numbers: agreement': 'numbers: over time',
  'numbers: derived': 'numbers: rates and figures',
  'checks: openings': 'checks: sub-periods',
};
const HELPERS = 'numbers: helpers';
const SLOWEST = 12;

/** Reads and checks a package of the site folder: the part that needs no engine. */
export function readSitePackage(site: string, path: string): Promise<LoadedPackage> {
  return readPackage(path, folderAccess(site));
}

/** Loads a package into an engine, stage by stage, and asks every question of every course. */
export async function runInNode(
  name: EngineName,
  loaded: LoadedPackage,
  courses: readonly Course[],
): Promise<NodeRun> {
  const memory = watchWasmMemory();
  const boot = await timed(name === 'native' ? openNativeEngine : openNodeEngine);
  const engine = boot.result;
  const { dataset, statements } = loaded;
  const insert = await timed(() => loadStatements(engine, prepareStatements(dataset, statements)));
  const statementsTimed: Step[] = [];
  const prepare = await timed(async () => {
    await prepareNumbers(watched(engine, statementsTimed), dataset);
    await runChecks(watched(engine, statementsTimed), dataset);
  });
  const ask = askEngine(engine, dataset);
  const subjects = await timed(() => ask({ ask: 'subjects' }));
  const questions = [];
  for (const course of courses) {
    questions.push({ course, spread: await askCourse(ask, dataset, course) });
  }
  const wasmBytes = name === 'wasm' ? memory.bytes() : null;
  memory.end();
  await engine.close();
  return {
    stages: [
      { stage: 'start engine', ms: boot.ms },
      { stage: 'insert statements', ms: insert.ms },
      ...groupTimes(statementsTimed, prepare.ms),
    ],
    steps: statementsTimed.sort((a, b) => b.ms - a.ms).slice(0, SLOWEST),
    questions,
    subjects: subjects.ms,
    wasmBytes,
  };
}

async function askCourse(ask: Ask, data: Dataset, course: Course): Promise<Spread> {
  await ask(questionOf(data, course.start));
  const times: number[] = [];
  for (const step of course.steps) {
    const question = questionOf(data, step);
    times.push((await timed(() => ask(question))).ms);
  }
  return spreadOf(times);
}

/** The question that the app asks at an address. */
function questionOf(data: Dataset, search: string): Question {
  const { state, bad, unknown } = resolveUrl(parseUrl(search), data);
  const subject = state.indicator[0];
  if (!subject || bad.length + unknown.length > 0) throw new Error(`no such address: ${search}`);
  const scope = { subject, ...scopeOf(data, state) };
  return state.view === 'trend'
    ? { ask: 'trend', ...scope }
    : { ask: 'compare', ...scope, peers: state.peers };
}

/** An engine that notes what each statement takes. */
function watched(engine: Engine, steps: Step[]): Engine {
  const rows: Engine['rows'] = async (sql, params, signal) => {
    const { ms, result } = await timed(() => engine.rows(sql, params, signal));
    steps.push({ stage: groupOf(sql, steps.at(-1)?.stage ?? HELPERS), ms, sql: firstLine(sql) });
    return result as never;
  };
  return {
    rows,
    async run(statements, signal) {
      for (const sql of statements) await rows(sql, [], signal);
    },
    insert: (table, columns) => engine.insert(table, columns),
    append: (...table) => engine.append(...table),
    hand: (bytes) => engine.hand(bytes),
    attach: (bytes) => engine.attach(bytes),
    stream: (sql, signal) => engine.stream(sql, signal),
    close: () => engine.close(),
  };
}

function groupOf(sql: string, before: string): string {
  const known = GROUPS.find(([, statements]) => statements.includes(sql))?.[0];
  return known ?? AFTER[before] ?? before;
}

function firstLine(sql: string): string {
  return sql.trim().replace(/\s+/g, ' ').slice(0, 70);
}

/** Times by group; inserts, which are no statements, count with the helpers. */
function groupTimes(steps: readonly Step[], all: number): Stage[] {
  const sum = (name: string) =>
    steps.filter(({ stage }) => stage === name).reduce((total, { ms }) => total + ms, 0);
  const groups = GROUPS.map(([name]) => ({ stage: name, ms: sum(name) }));
  const known = groups.reduce((total, { ms }) => total + ms, 0);
  return [{ stage: HELPERS, ms: all - known }, ...groups];
}

function folderAccess(site: string): FileAccess {
  return {
    read: async (path) => new Uint8Array(await readFile(join(site, path))),
    readParquet: (bytes) => readParquetNode(bytes),
    writeParquet: writeParquetNode,
  };
}

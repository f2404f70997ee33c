/**
 * One try to open a package: files first, so that controls can be drawn, then the engine.
 *
 *   access → package ─┐
 *   engine ───────────┴→ statements → figures → `ask` → checks
 *
 * or, where everything was prepared before:
 *
 *   stored → tables ─┐
 *   engine ──────────┴→ `ask` → are the files still the same?
 */
import { type Engine, EngineError } from '../../engine/engine.ts';
import { ranOutOfMemory } from '../../engine/out-of-memory.ts';
import { takeTurns } from '../../engine/turns.ts';
import { limitsFor, outOfMemory } from '../../ingest/limit.ts';
import { loadStatements, prepareStatements } from '../../ingest/load.ts';
import type { Statements } from '../../ingest/observations.ts';
import { listPackage, readPackage } from '../../ingest/package.ts';
import { recordTables } from '../../ingest/record/tables.ts';
import type { Dataset } from '../../model/dataset.ts';
import { PackageError } from '../../model/problem.ts';
import { stage } from '../../model/progress.ts';
import { askEngine } from '../../query/ask.ts';
import { prepareNumbers, runChecks } from '../../query/prepare/prepare.ts';
import type { AnswerOf, Ask, Question } from '../../question/ask.ts';
import { type Excerpt, excerptOn } from './excerpt.ts';
import type { Failure, First, Ground } from './ground.ts';

export interface Attempt {
  run(): void;
  /** What the reader is told; an engine that dies over a large package is out of memory. */
  failureOf(error: unknown): Failure;
  end(): void;
}

/** An engine that dies over more statements than these has run out of memory: another one would too. */
const LARGE = 500_000;

/** One try on this ground; nothing happens before `run`. */
export function openAttempt(given: Ground): Attempt {
  const abort = new AbortController();
  const { signal } = abort;
  const engines = [given.engine];
  const another = (first: First) => {
    signal.throwIfAborted();
    const second = first.another();
    engines.push(second);
    return second;
  };
  const { first } = given;
  const ground = { ...given, first: first && { ...first, another: () => another(first) } };
  const { tell } = ground;
  const load = { statements: 0 }; // that are not yet all loaded and checked
  const failureOf = (error: unknown): Failure => {
    const isDead = error instanceof EngineError && error.fault === 'dead';
    const isMemory = isDead ? load.statements > LARGE : ranOutOfMemory(error);
    return isMemory
      ? toldFailure(new PackageError([outOfMemory(ground.path, load.statements)]))
      : toldFailure(error);
  };
  const fail = (error: unknown) => {
    if (signal.aborted || (error instanceof EngineError && error.fault === 'dead')) return;
    tell({ progress: null, opened: null, failure: failureOf(error) });
  };
  return {
    run: () => void openPackage(ground, load, signal).catch(fail),
    failureOf,
    end() {
      abort.abort();
      for (const engine of engines) engine.then((started) => started.close()).catch(() => {});
    },
  };
}

/** Tells of the package as soon as it is read, and of its checks once they have run. */
async function openPackage(
  ground: Ground,
  load: { statements: number },
  signal: AbortSignal,
): Promise<void> {
  const { tell, nextGeneration } = ground;
  tell({ progress: stage('package'), opened: null, failure: null });
  if (await openPrepared(ground, signal)) return;
  const excerpt = excerptOn(ground, signal, async (started, { dataset, statements }) => {
    await loadStatements(started, prepareStatements(dataset, statements));
    await prepareNumbers(started, dataset, signal);
    return askEngine(started, dataset);
  });
  const { dataset: data, records, takeStatements } = await readData(ground, excerpt, signal);
  signal.throwIfAborted();
  load.statements = data.observationCount;
  const ready = prepare(ground, excerpt.engine(), data, takeStatements, signal);
  const { access } = ground;
  const answer = ready.then(({ first }) =>
    askEngine(first, data, recordTables({ engine: first, access, data, files: records })),
  );
  answer.catch(() => {}); // told by whoever runs the attempt
  const ask = askLater(answer);
  const opened = { data, ask, generation: nextGeneration(), checked: false };
  if (!excerpt.isShown()) tell({ progress: stage('starting'), opened });
  const { second } = await ready;
  excerpt.end(ask);
  if (excerpt.isShown()) tell({ progress: null, opened });
  await runChecks(second, data, signal); // the first picture comes before them
  load.statements = 0;
  tell({ opened: { data, ask, generation: nextGeneration(), checked: true } });
}

/** An `Ask` before there is one; what it knows without waiting is known from then on. */
function askLater(coming: Promise<Ask>): Ask {
  let ready: Ask | null = null;
  coming.then(
    (ask) => {
      ready = ask;
    },
    () => {},
  );
  const ask = async <Q extends Question>(question: Q, signal?: AbortSignal): Promise<AnswerOf<Q>> =>
    (await coming)(question, signal);
  return Object.assign(ask, {
    known: <Q extends Question>(question: Q) => ready?.known?.(question),
    bring: async (question: Question) => (await coming).bring?.(question) ?? false,
  });
}

/** Tables that take longer are not waited for: the package is read instead, and what is silent is told. */
const TABLES_MS = 30_000;

/**
 * Opens the package from tables that were stored, and then sees whether its files are still those that they were made of.
 *
 * @returns false where there are none, or none that fit: then the package is read
 */
async function openPrepared(ground: Ground, signal: AbortSignal): Promise<boolean> {
  const { stored, path, access, tell, nextGeneration } = ground;
  if (!stored?.tables) return false;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), TABLES_MS));
  const bytes = await Promise.race([stored.tables(), late]).catch(() => null);
  if (!bytes || signal.aborted) return false;
  const { records, isStill } = await listPackage(path, access, signal);
  const engine = await ground.engine;
  try {
    await engine.attach(bytes);
  } catch (error) {
    if (error instanceof EngineError && error.fault === 'sql') return false;
    throw error;
  }
  const { first } = takeTurns(engine);
  const { data } = stored;
  const ask = askEngine(first, data, recordTables({ engine: first, access, data, files: records }));
  tell({ opened: { data, ask, generation: nextGeneration(), checked: true } });
  if (await isStill(data.hash, signal)) {
    tell({ progress: null });
    return true;
  }
  await engine.attach(null);
  return false;
}

/** The package; its statements are handed out once, for a million of them must not stay beside the engine's copy. */
async function readData(
  { path, access, limits, tell }: Ground,
  { first }: Excerpt,
  signal: AbortSignal,
) {
  const { dataset, statements, records } = await readPackage(path, access, {
    signal,
    limits: limits ?? limitsFor(undefined),
    ...(first ? { first } : {}),
    onProgress: ({ bytes, total }) => tell({ progress: stage('package', bytes, total) }),
  });
  let waiting: Statements | null = statements;
  const takeStatements = () => {
    const taken = waiting as Statements;
    waiting = null;
    return taken;
  };
  return { dataset, records, takeStatements };
}

async function prepare(
  { tell }: Ground,
  engine: Promise<Engine>,
  data: Dataset,
  takeStatements: () => Statements,
  signal: AbortSignal,
) {
  await new Promise((resolve) => setTimeout(resolve)); // the controls are drawn first
  const prepared = prepareStatements(data, takeStatements());
  const started = await engine;
  tell({ progress: stage('preparing') });
  await loadStatements(started, prepared);
  await prepareNumbers(started, data, signal);
  tell({ progress: null });
  return takeTurns(started);
}

function toldFailure(error: unknown): Failure {
  const problems = error instanceof PackageError ? error.problems : [];
  const { fault, file, status } =
    error instanceof EngineError ? error : { fault: null, file: '', status: 0 };
  const message = error instanceof Error ? error.message : String(error);
  return { problems, fault, message, file, status };
}

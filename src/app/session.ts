/**
 * What is loaded: engine and package together, as a store that React reads. Only this file and main.tsx join
 * engine, ingest and query.
 *
 *   config.json ─┐
 *   engine boot ─┼→ package → statements → figures → `ask`
 *   URL ─────────┘
 */

import { type Engine, EngineError, type EngineFault } from '../engine/engine.ts';
import { ranOutOfMemory } from '../engine/memory.ts';
import { startEngine } from '../engine/start/boot.ts';
import type { OnSilence } from '../engine/start/silence.ts';
import { takeTurns } from '../engine/turns.ts';
import { siteAccess } from '../ingest/file/access.ts';
import { limitsFor, outOfMemory } from '../ingest/limit.ts';
import { loadStatements, prepareStatements } from '../ingest/load.ts';
import type { Statements } from '../ingest/observations.ts';
import { readPackage } from '../ingest/package.ts';
import type { Dataset } from '../model/dataset.ts';
import { PackageError, type Problem } from '../model/problem.ts';
import type { Progress } from '../model/progress.ts';
import { askEngine } from '../query/ask.ts';
import { prepareNumbers, runChecks } from '../query/prepare/prepare.ts';
import type { Ask } from '../question/ask.ts';

export interface Failure {
  readonly problems: readonly Problem[];
  readonly fault: EngineFault | null;
  readonly message: string;
  /** The software's own file that is at fault, and the server's answer (0: none). */
  readonly file: string;
  readonly status: number;
}

/** A package whose figures may still be computing: `ask` waits for them. */
export interface Opened {
  readonly data: Dataset;
  readonly ask: Ask;
  /** Counts the loads of this page. */
  readonly generation: number;
  /** False while the checks of a large package still run: figures are there, their flags follow. */
  readonly checked: boolean;
}

export interface Session {
  /** What is being waited for; null when everything is there, or has failed. */
  readonly progress: Progress | null;
  readonly opened: Opened | null;
  readonly failure: Failure | null;
  /** The engine died and was started again for this package. */
  readonly restarted: boolean;
  /** Files of which nothing has come for 20 s; they are still waited for. */
  readonly silent: readonly string[];
}

export interface SessionStore {
  get(): Session;
  subscribe(listener: () => void): () => void;
  /** Opens a package in an engine of its own; a second call gives up the first. */
  open(path: string): void;
}

/** Packages up to this many statements are checked before they are shown; in larger ones flags follow. */
const CHECKED_FIRST = 20_000;

/** An engine that dies over more statements than these has run out of memory: another one would too. */
const LARGE = 500_000;

/** How often a dead engine is restarted for one package before the reader is told. */
const RESTARTS = 2;

/** Starts an engine at once; `open` loads a package into it. */
export function createSession(baseUrl: string): SessionStore {
  let session: Session = {
    progress: stage('engine'),
    opened: null,
    failure: null,
    restarted: false,
    silent: [],
  };
  const listeners = new Set<() => void>();
  const set = (patch: Partial<Session>) => {
    session = { ...session, ...patch };
    for (const listener of listeners) listener();
  };
  const onBytes = (bytes: number, total: number) => {
    if (session.progress?.stage === 'engine') set({ progress: stage('engine', bytes, total) });
  };
  const onSilence: OnSilence = (file, isSilent) => {
    const silent = [...session.silent];
    if (isSilent) silent.push(file);
    else silent.splice(silent.indexOf(file), 1);
    set({ silent });
  };
  let ahead: EngineStart | null = bootEngine(baseUrl, onBytes, onSilence);
  let current: Attempt | null = null;

  const begin = (path: string, restarts: number) => {
    current?.end();
    const start = ahead ?? bootEngine(baseUrl, onBytes, onSilence);
    ahead = null;
    const attempt = openAttempt({ baseUrl, path, onSilence }, start, (patch) => {
      if (current !== attempt) return;
      const diedAgain = patch.failure?.fault === 'instantiate' && restarts > 0;
      if (diedAgain && restarts < RESTARTS) begin(path, restarts + 1);
      else set({ ...patch, restarted: restarts > 0 });
    });
    current = attempt;
    start.onDead((error) => {
      if (current !== attempt) return;
      const failure = attempt.failureOf(error);
      if (restarts < RESTARTS && failure.problems.length === 0) begin(path, restarts + 1);
      else set({ progress: null, opened: null, failure });
    });
    attempt.run();
  };

  return {
    get: () => session,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: (path) => begin(path, 0),
  };
}

interface EngineStart {
  readonly engine: Promise<Engine>;
  onDead(listener: (error: EngineError) => void): void;
}

/** Boots ahead of need; whoever takes the engine over says what happens when it dies. */
function bootEngine(
  baseUrl: string,
  onBytes: (bytes: number, total: number) => void,
  onSilence: OnSilence,
): EngineStart {
  let listener: (error: EngineError) => void = () => {};
  const engine = startEngine({
    baseUrl,
    timeoutMs: null, // whoever waits is told of the silence, and decides
    onSilence,
    onProgress: (progress) => onBytes(progress.loaded, progress.total ?? 0),
    onDead: (error) => listener(error),
  });
  engine.catch(() => {}); // told where it is awaited
  return { engine, onDead: (next) => (listener = next) };
}

let generations = 0;

interface Attempt {
  run(): void;
  /** What the reader is told; an engine that dies over a large package is out of memory. */
  failureOf(error: unknown): Failure;
  end(): void;
}

interface Site {
  readonly baseUrl: string;
  readonly path: string;
  readonly onSilence: OnSilence;
}

/** One try to open a package: files first, so that controls can be drawn, then the engine. */
function openAttempt(
  { baseUrl, path, onSilence }: Site,
  start: EngineStart,
  tell: (patch: Partial<Session>) => void,
): Attempt {
  const abort = new AbortController();
  const { signal } = abort;
  let loading = 0; // statements that are not yet all loaded and checked
  const failureOf = (error: unknown): Failure => {
    const isDead = error instanceof EngineError && error.fault === 'dead';
    const isMemory = isDead ? loading > LARGE : ranOutOfMemory(error);
    return isMemory
      ? toldFailure(new PackageError([outOfMemory(path, loading)]))
      : toldFailure(error);
  };
  const fail = (error: unknown) => {
    if (signal.aborted || (error instanceof EngineError && error.fault === 'dead')) return;
    tell({ progress: null, opened: null, failure: failureOf(error) });
  };
  let waiting: Statements | null = null;
  const readDataset = async () => {
    const { dataset, statements } = await readPackage(path, siteAccess(baseUrl, onSilence), {
      signal,
      limits: limitsFor((navigator as { deviceMemory?: number }).deviceMemory),
      onProgress: ({ bytes, total }) => tell({ progress: stage('package', bytes, total) }),
    });
    waiting = statements;
    loading = dataset.observationCount;
    return dataset;
  };
  /** Once: a million figures must not stay here beside the engine's copy. */
  const takeStatements = () => {
    const statements = waiting as Statements;
    waiting = null;
    return statements;
  };
  const run = async () => {
    tell({ progress: stage('package'), opened: null, failure: null });
    const dataset = await readDataset();
    const checked = dataset.observationCount <= CHECKED_FIRST;
    const ready = (async () => {
      await new Promise((resolve) => setTimeout(resolve)); // the controls are drawn first
      const prepared = prepareStatements(dataset, takeStatements());
      const engine = await start.engine;
      tell({ progress: stage('preparing') });
      await loadStatements(engine, prepared);
      await prepareNumbers(engine, dataset, signal);
      if (checked) await runChecks(engine, dataset, signal);
      tell({ progress: null });
      return takeTurns(engine);
    })();
    generations += 1;
    const generation = generations;
    const answer = ready.then(({ first }) => askEngine(first, dataset));
    answer.catch(() => {}); // told below
    const ask: Ask = async (question, stop) => (await answer)(question, stop);
    tell({ progress: stage('starting'), opened: { data: dataset, ask, generation, checked } });
    const { second } = await ready;
    if (!checked) await runChecks(second, dataset, signal); // the first picture comes before them
    loading = 0;
    if (checked) return;
    generations += 1;
    tell({ opened: { data: dataset, ask, generation: generations, checked: true } });
  };
  return {
    run: () => void run().catch(fail),
    failureOf,
    end() {
      abort.abort();
      start.engine.then((engine) => engine.close()).catch(() => {});
    },
  };
}

function stage(name: Progress['stage'], bytes = 0, total = 0): Progress {
  return { stage: name, bytes, total };
}

function toldFailure(error: unknown): Failure {
  const problems = error instanceof PackageError ? error.problems : [];
  const { fault, file, status } =
    error instanceof EngineError ? error : { fault: null, file: '', status: 0 };
  const message = error instanceof Error ? error.message : String(error);
  return { problems, fault, message, file, status };
}

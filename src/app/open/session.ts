/**
 * What is loaded: engine and package together, as a store that React reads. Where engine, files and answers come
 * from is handed in (`SessionSources`): the site's own in the browser (main.tsx), others in tests and elsewhere.
 *
 *   boot ─────┐
 *   access ───┼→ attempt → progress, opened or failure
 *   elsewhere ┘
 */
import type { Engine, EngineError } from '../../engine/engine.ts';
import { deferred } from '../../engine/queue.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import type { Limits } from '../../ingest/limit.ts';
import type { Dataset } from '../../model/dataset.ts';
import { stage } from '../../model/progress.ts';
import type { OnSilence } from '../../net/silence.ts';
import type { Ask } from '../../question/ask.ts';
import { askStored, type Stored } from '../../stored/answers.ts';
import type { Failure, FirstFocus, Ground, Opened, Stand } from './ground.ts';

export interface Session extends Stand {
  /** The engine died and was started again for this package. */
  readonly restarted: boolean;
  /** Files of which nothing has come for 20 s; they are still waited for. */
  readonly silent: readonly string[];
  /** What is shown was stored; the engine still loads the package, and then takes over. */
  readonly isStored: boolean;
}

export interface SessionStore {
  get(): Session;
  subscribe(listener: () => void): () => void;
  /** Opens a package in an engine of its own; a second call gives up the first. */
  open(path: string): void;
}

/** What is told while an engine starts, and when it dies later. */
export interface BootTold {
  /** Bytes of the module so far, of how many (0: unknown). */
  readonly onBytes: (bytes: number, total: number) => void;
  readonly onSilence: OnSilence;
  readonly onDead: (error: EngineError) => void;
}

export interface SessionSources {
  /** Starts an empty engine: ahead of need, and again for every further package and restart. */
  readonly boot: (told: BootTold) => Promise<Engine>;
  /** Where files are read. */
  readonly access: (onSilence: OnSilence) => FileAccess;
  /** What fits; default: what a computer of which nothing is known can hold. */
  readonly limits?: Limits;
  /**
   * A package that something else answers for (stored answers, a server). Asked before any file is read, and
   * then no engine is started before one is needed; null: this package is loaded here.
   */
  readonly elsewhere?: (path: string) => Promise<{ data: Dataset; ask: Ask } | null>;
  /** Answers that were stored for this very package: shown until the engine has loaded it. */
  readonly stored?: (path: string, access: FileAccess) => Promise<Stored | null>;
  /** What the address draws: of a large package it comes first; null: nothing does. */
  readonly focus?: () => FirstFocus | null;
  /** Resolves when the first picture stands: only then the engine starts beside stored answers. */
  readonly rest?: () => Promise<void>;
  /** Told of every package that was loaded and checked; what it returns answers from then on. */
  readonly onLoaded?: (opened: Opened) => Ask;
}

/** How often a dead engine is restarted for one package before the reader is told. */
const RESTARTS = 2;

/** Starts an engine at once, unless answers may come from elsewhere; `open` loads a package. */
export function createSession(sources: SessionSources): SessionStore {
  const state = store();
  const { set } = state;
  let engineBytes = { bytes: 0, total: 0 };
  /** While its module still comes, the engine is not starting yet. */
  const engineStage = () => {
    const { bytes, total } = engineBytes;
    return bytes < total ? stage('engine', bytes, total) : stage('starting');
  };
  const told = {
    onBytes(bytes: number, total: number) {
      engineBytes = { bytes, total };
      const now = state.get().progress?.stage;
      if (now === 'engine' || now === 'starting') set({ progress: engineStage() });
    },
    onSilence(file: string, isSilent: boolean) {
      const silent = [...state.get().silent];
      if (isSilent) silent.push(file);
      else silent.splice(silent.indexOf(file), 1);
      set({ silent });
    },
  };
  const access = sources.access(told.onSilence);
  const start = () => startEngine(sources.boot, told);
  let ahead = sources.elsewhere || sources.stored ? null : start();
  let current: LateAttempt | null = null;
  let generations = 0;
  let opens = 0;
  const nextGeneration = () => {
    generations += 1;
    return generations;
  };

  const begin = (path: string, restarts: number, held: Held | null = null) => {
    current?.end();
    const { engine, onDead } = ahead ?? start();
    ahead = null;
    let holding = held;
    const tell = (given: Partial<Stand>) => {
      if (current !== attempt) return;
      const opened = given.opened?.checked ? withMemory(given.opened) : given.opened;
      const patch = opened === undefined ? given : { ...given, opened };
      if (holding) {
        const next = holding.take(patch);
        if (next) {
          holding = null;
          set({ ...next, isStored: false, restarted: false });
        }
        return;
      }
      const diedAgain = patch.failure?.fault === 'instantiate' && restarts > 0;
      if (diedAgain && restarts < RESTARTS) begin(path, restarts + 1);
      else
        set({
          ...(patch.progress?.stage === 'starting' ? { ...patch, progress: engineStage() } : patch),
          restarted: restarts > 0,
        });
    };
    const limits = sources.limits;
    const stored = held?.stored ?? null;
    const another = () => {
      const second = start();
      second.onDead(died);
      return second.engine;
    };
    const focus = sources.focus?.() ?? null;
    let isSpare = false;
    const onUsed = () => {
      isSpare = true;
    };
    const first = focus && restarts === 0 ? { focus, another, onUsed } : null;
    const attempt = attemptOn({
      ...{ path, access, limits, engine, first, stored, nextGeneration, tell },
    });
    current = attempt;
    const died = async (error: EngineError) => {
      const failure = await attempt.failureOf(error);
      if (current !== attempt) return;
      if (restarts < RESTARTS && failure.problems.length === 0) begin(path, restarts + 1);
      else set({ progress: null, opened: null, failure, isStored: false });
    };
    onDead((error) => void (isSpare || died(error)));
    attempt.run();
  };

  const withMemory = (opened: Opened): Opened =>
    sources.onLoaded ? { ...opened, ask: sources.onLoaded(opened) } : opened;

  const open = async (path: string) => {
    opens += 1;
    const own = opens;
    if (!sources.elsewhere && !sources.stored) return begin(path, 0);
    current?.end();
    current = null;
    // nothing of the package before may stand beside the new address
    set({ progress: stage('package'), opened: null, failure: null, isStored: false });
    const found = await sources.elsewhere?.(path).catch(() => null); // then it is loaded here
    const stored = found ? null : await inTime(sources.stored?.(path, access));
    if (own !== opens) return;
    if (found) {
      const opened = { ...found, generation: nextGeneration(), checked: true };
      set({ progress: null, failure: null, restarted: false, isStored: false, opened });
    } else if (stored) await show(path, stored, () => own === opens);
    else begin(path, 0);
  };

  /** The stored picture at once; when it stands, the engine loads the package behind it. */
  const show = async (path: string, stored: Stored, isCurrent: () => boolean) => {
    const missed = deferred<void>();
    const held = hold(stored, nextGeneration(), missed.resolve);
    set({
      ...{ progress: null, failure: null, restarted: false, isStored: true },
      opened: held.opened,
    });
    await Promise.race([sources.rest?.(), missed.promise]);
    if (isCurrent()) begin(path, 0, held);
  };

  return { get: state.get, subscribe: state.subscribe, open: (path) => void open(path) };
}

/** An attempt whose code may still have to come: a stored picture does without it. */
interface LateAttempt {
  run(): void;
  failureOf(error: unknown): Promise<Failure>;
  end(): void;
}

/** A script that does not come is told as one of the engine is. */
const SCRIPT = 'assets/attempt-….js';

function attemptOn(ground: Ground): LateAttempt {
  let isEnded = false;
  const coming = import('./attempt.ts').then(({ openAttempt }) => openAttempt(ground));
  coming.catch(() => {
    const failure = { problems: [], fault: 'script' as const, file: SCRIPT, status: 0 };
    if (!isEnded)
      ground.tell({ progress: null, opened: null, failure: { ...failure, message: SCRIPT } });
  });
  return {
    run: () =>
      void coming.then(
        (attempt) => isEnded || attempt.run(),
        () => {},
      ),
    failureOf: async (error) => (await coming).failureOf(error),
    end() {
      isEnded = true;
      coming.then(
        (attempt) => attempt.end(),
        () => {},
      );
    },
  };
}

/** Stored answers that do not come soon are none: the package is loaded, and that is told of. */
const SOON_MS = 5000;

function inTime(stored: Promise<Stored | null> | undefined): Promise<Stored | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), SOON_MS));
  return Promise.race([stored ?? null, late]).catch(() => null);
}

/** What is shown from stored answers, and what waits behind it. */
interface Held {
  readonly stored: Stored;
  readonly opened: Opened;
  /** What to show in its place, once everything is there or nothing will be; null until then. */
  readonly take: (patch: Partial<Stand>) => Partial<Stand> | null;
}

function hold(stored: Stored, generation: number, onMiss: () => void): Held {
  const { promise: engine, resolve, reject } = deferred<Ask>();
  let next: Opened | null = null;
  let isReady = false;
  return {
    stored,
    opened: {
      data: stored.data,
      ask: askStored(stored, engine, onMiss),
      generation,
      checked: true,
    },
    take({ opened, progress, failure }) {
      if (failure) {
        reject(new Error(failure.message));
        return { progress: null, opened: null, failure };
      }
      if (opened) {
        next = opened;
        // what is shown counts as checked: nothing is answered in between
        if (opened.checked) resolve(opened.ask);
      }
      if (progress === null) isReady = true;
      // the same answers: those that are on the screen stay, and keep their number
      return next?.checked && isReady ? { progress: null, opened: { ...next, generation } } : null;
    },
  };
}

function store() {
  let session: Session = {
    progress: stage('engine'),
    opened: null,
    failure: null,
    restarted: false,
    silent: [],
    isStored: false,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => session,
    set(patch: Partial<Session>) {
      session = { ...session, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Whoever takes the engine over says what happens when it dies. */
function startEngine(boot: SessionSources['boot'], told: Omit<BootTold, 'onDead'>) {
  let listener: (error: EngineError) => void = () => {};
  const engine = boot({ ...told, onDead: (error) => listener(error) });
  engine.catch(() => {}); // told where it is awaited
  return { engine, onDead: (next: typeof listener) => (listener = next) };
}

/** Work that may wait beside work that somebody waits for, on one engine. */
import type { Engine } from './engine.ts';

/** Statements that together take no longer go to the engine together. */
const SHORT_MS = 15;

/** A screen asks several questions, and a question several statements: so long nobody cuts in between. */
const QUIET_MS = 60;

export interface Turns {
  /** For what somebody waits for: never held up by more than one statement of `second`, or a few short ones. */
  readonly first: Engine;
  /** For what may wait: a statement begins only when `first` has been quiet for a moment. */
  readonly second: Engine;
}

/** Two ways into one engine, of which one gives way. Closing either closes both. */
export function takeTurns(engine: Engine): Turns {
  let pending = 0;
  let quietSince = performance.now();
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    pending += 1;
    try {
      return await work();
    } finally {
      pending -= 1;
      quietSince = performance.now();
    }
  };
  const quiet = async (signal?: AbortSignal) => {
    for (;;) {
      signal?.throwIfAborted();
      const left = pending > 0 ? QUIET_MS : quietSince + QUIET_MS - performance.now();
      if (left <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  };
  return {
    first: {
      rows: (sql, params, signal) => counted(() => engine.rows(sql, params, signal)),
      run: (statements, signal) => counted(() => engine.run(statements, signal)),
      insert: (...table) => counted(() => engine.insert(...table)),
      append: (...table) => counted(() => engine.append(...table)),
      hand: (bytes) => counted(() => engine.hand(bytes)),
      attach: (bytes) => counted(() => engine.attach(bytes)),
      stream: (sql, signal) => counted(() => engine.stream(sql, signal)),
      close: () => engine.close(),
    },
    second: {
      async rows(sql, params, signal) {
        await quiet(signal);
        return engine.rows(sql, params, signal);
      },
      async run(statements, signal) {
        let [done, count] = [0, 1];
        while (done < statements.length) {
          await quiet(signal);
          const begun = performance.now();
          await engine.run(statements.slice(done, done + count), signal);
          done += count;
          count = performance.now() - begun < SHORT_MS ? count * 2 : 1;
        }
      },
      async insert(...table) {
        await quiet();
        return engine.insert(...table);
      },
      append: (...table) => engine.append(...table),
      hand: (bytes) => engine.hand(bytes),
      attach: (bytes) => engine.attach(bytes),
      stream: (sql, signal) => engine.stream(sql, signal),
      close: () => engine.close(),
    },
  };
}

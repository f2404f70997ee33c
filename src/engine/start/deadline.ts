/** A time limit and a caller's wish to stop, as one signal. */

import { EngineError } from '../engine.ts';
import { aborted } from '../queue.ts';

export interface Deadline {
  /** Aborts with an {@link EngineError}: `timeout` or `aborted`. */
  readonly signal: AbortSignal;
  /** Starts the time over. */
  restart(): void;
  /** Ends everything that hangs on the signal. */
  fail(reason: unknown): void;
  /** From now on neither time nor caller matter. */
  stop(): void;
}

/** A deadline of `ms` milliseconds, which run from the first `restart()`; null: for ever. */
export function deadline(ms: number | null, what: string, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAbort = () => controller.abort(aborted());
  if (caller?.aborted) onAbort();
  caller?.addEventListener('abort', onAbort);
  return {
    signal: controller.signal,
    restart: () => {
      clearTimeout(timer);
      if (ms === null) return;
      const late = () => controller.abort(new EngineError('timeout', `${what} after ${ms} ms`));
      timer = setTimeout(late, ms);
    },
    fail: (reason) => controller.abort(reason),
    stop: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}

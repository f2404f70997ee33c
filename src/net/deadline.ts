/** A time limit and a caller's wish to stop, as one signal. */

export interface Deadline {
  /** Aborts with an error of the caller's making. */
  readonly signal: AbortSignal;
  /** Starts the time over. */
  restart(): void;
  /** Ends everything that hangs on the signal. */
  fail(reason: unknown): void;
  /** From now on neither time nor caller matter. */
  stop(): void;
}

export interface DeadlineErrors {
  /** After so many milliseconds. */
  readonly late: (ms: number) => unknown;
  readonly aborted: (caller: AbortSignal) => unknown;
}

export const PLAIN_ERRORS: DeadlineErrors = {
  late: (ms) => new Error(`${ms / 1000} s: –`),
  aborted: ({ reason }) => reason,
};

/** A deadline of `ms` milliseconds, which run from the first `restart()`; null: for ever. */
export function deadline(
  ms: number | null,
  errors: DeadlineErrors = PLAIN_ERRORS,
  caller?: AbortSignal,
): Deadline {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onAbort = () => caller && controller.abort(errors.aborted(caller));
  if (caller?.aborted) onAbort();
  caller?.addEventListener('abort', onAbort);
  return {
    signal: controller.signal,
    restart: () => {
      clearTimeout(timer);
      if (ms === null) return;
      timer = setTimeout(() => controller.abort(errors.late(ms)), ms);
    },
    fail: (reason) => controller.abort(reason),
    stop: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}

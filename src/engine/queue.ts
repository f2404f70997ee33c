/** One statement at a time: an engine has one connection and one thread. */

import { EngineError } from './engine.ts';

/** Runs jobs one after the other; they can be aborted one by one, or all ended at once. */
export class SerialQueue {
  #last: Promise<void> = Promise.resolve();
  #end: EngineError | null = null;
  readonly #rejections = new Set<(error: EngineError) => void>();

  /** Why nothing more is taken, or null while it is. */
  get ended(): EngineError | null {
    return this.#end;
  }

  /**
   * Runs `work` when everything added before it has settled.
   *
   * An abort rejects at once. Work that has not begun is dropped; work under way is handed the same signal by
   * its caller and keeps its place until it has stopped.
   */
  add<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#end) return Promise.reject(this.#end);
    if (signal?.aborted) return Promise.reject(aborted());
    const { promise, resolve, reject } = deferred<T>();
    const onAbort = () => reject(aborted());
    signal?.addEventListener('abort', onAbort);
    this.#rejections.add(reject);
    this.#last = this.#last.then(async () => {
      if (!this.#end && !signal?.aborted) await work().then(resolve, reject);
      this.#rejections.delete(reject);
      signal?.removeEventListener('abort', onAbort);
    });
    return promise;
  }

  /** Rejects everything pending and everything later with `error`; only the first call counts. */
  end(error: EngineError): void {
    if (this.#end) return;
    this.#end = error;
    for (const reject of this.#rejections) reject(error);
    this.#rejections.clear();
  }
}

/** The error of an aborted statement. */
export function aborted(): EngineError {
  return new EngineError('aborted', 'statement aborted');
}

/** `Promise.withResolvers` of Chrome 119, for Chrome 109. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
